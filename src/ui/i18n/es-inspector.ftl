
## El inspector

on = Sí
off = No
yes = Sí
no = No
add = Añadir
remove = Quitar
example = p. ej. { $text }
item-of = { $label }, { $number }
details-of = Detalles de
service-up = Subir
service-down = Bajar
add-keyword = Añadir una palabra clave…
value-of = Valor de { $name }
value-as-yaml = Su valor, como YAML
show-in-text = Ver en el texto
show-in-text-named = Ver { $name } en el texto
inspector-stale = El texto tiene un error. Los campos muestran el último estado correcto y no se pueden cambiar hasta que se corrija.

## De dónde vienen los valores

origin-own = aquí
origin-from = de { $place }
origin-instead = solo aquí, en lugar de { $place }
origin-choose = Cambiarlo aquí o allí…
origin-choose-named = Cambiar { $field } aquí o en su origen
origin-here-only = Solo aquí
origin-here-only-hint = Escribe el valor en este trabajo. Los demás conservan el suyo.
origin-at-source = En el origen: { $place }
origin-changes = { $count ->
    [0] Ningún trabajo toma el valor de allí.
    [one] Allí cambia un trabajo: { $jobs }
   *[other] Allí cambian { $count } trabajos: { $jobs }
}
reset = Quitar { $field }
reset-to = Volver al valor de { $field } en { $place }
choice-inherited = { $value } (de { $place })
choice-granted = { $value } (por defecto)
choice-none = Sin definir
opaque-item = No se puede editar aquí sin pérdida. Edite el texto.
opaque-reference = Se toma de otro lugar con !reference.
opaque-alias = Está en el ancla &{ $name }.
opaque-form = Tiene una forma que los campos no pueden mostrar.
opaque-long = Sus { $kilobytes } kB son demasiado para un formulario; este es el principio. Edítelo en el texto.
opaque-many = Sus { $count } elementos son demasiados para un formulario. Edítelos en el texto.

## Lo seleccionado

kind-job = Trabajo
kind-template = Plantilla
kind-trigger = Trabajo desencadenador
kind-stage = Etapa
kind-file = Archivo del pipeline
used-by = { $count ->
    [0] Ningún trabajo lo usa
    [one] Lo usa un trabajo
   *[other] Lo usan { $count } trabajos
}

## Secciones

section-general = General
section-script = Script
section-image = Imagen y servicios
section-needs = Necesidades
section-variables = Variables
section-artifacts = Artefactos
section-environment = Entorno
section-further = Más palabras clave
section-global-variables = Variables globales
section-default = Por defecto para todos los trabajos
section-default-artifacts = Artefactos por defecto
section-file-further = El resto del archivo
default-hint = Los trabajos toman esto cuando no tienen lo propio.
command-count = { $count ->
    [one] { $count } comando
   *[other] { $count } comandos
}
path-count = { $count ->
    [one] { $count } ruta
   *[other] { $count } rutas
}

## Campos

field-name = Nombre
field-stage = Etapa
field-extends = Extiende
field-tags = Etiquetas
field-when = Cuándo
field-start-in = Empieza en
field-failure = Puede fallar
field-exit-codes = Códigos de salida
field-image = Imagen
field-pull-policy = Descarga
field-entrypoint = Punto de entrada
field-services = Servicios
field-alias = Alias
field-command = Comando
field-needs = Trabajos necesarios
field-dependencies = Dependencias
field-variables = Variables
field-paths = Rutas
field-exclude = Excluir
field-reports = Informes
field-coverage-format = Formato
field-expire-in = Caduca en
field-artifacts-when = Guardar
field-artifacts-name = Nombre del archivo
field-expose-as = Mostrar como
field-access = Acceso
field-untracked = Sin seguimiento
field-url = URL
field-action = Acción
field-on-stop = Lo detiene
field-auto-stop-in = Se detiene en
field-tier = Nivel

stage-unknown = No está en la lista de etapas. GitLab rechaza el archivo.
stage-maybe-included = No está en la lista de etapas de este archivo. Un include puede aportarla; si no, GitLab rechaza el archivo.
failure-codes = Con códigos de salida…
add-base = Añadir un trabajo que extender
add-tag = Añadir una etiqueta
add-exit-code = Añadir un código de salida
add-policy = Añadir una política
add-argument = Añadir un argumento
add-service = Añadir un servicio, p. ej. postgres:17
add-path = Añadir una ruta
add-report = Añadir un informe…
add-option = Añadir una opción
add-needed-job = Añadir un trabajo
service-number = Servicio { $number }

## Scripts

script-lines = { $script }, un comando por línea
script-block = { $script }, bloque { $number }
add-command = Añada comandos, uno por línea
add-block = Añadir un bloque
add-block-to = Añadir un bloque de varias líneas a { $script }
add-block-here = Varias líneas que se ejecutan como un comando

## Necesidades

needs-absent = Espera a todas las etapas anteriores.
needs-empty = No necesita nada: empieza enseguida.
start-at-once = Empezar enseguida
need-artifacts = Artefactos
need-optional = Opcional
dependencies-hint = Trabajos cuyos artefactos se descargan. Si está vacío, los de todas las etapas anteriores.

## Variables

variable-name = Nombre
variable-value = Valor
variable-name-of = Nombre de { $name }
variable-value-of = Valor de { $name }
new-variable-name = Variable nueva
new-variable-value = Valor de la variable nueva
add-variable = Añadir la variable
variables-inherited = Heredadas
variable-overrides = Solo aquí, en lugar de un valor heredado
variable-description = Descripción
variable-options = Opciones
variable-expand = Expandir
variable-expand-hint = Sustituir $ por otras variables

## Etapas

stage-fixed = Esta etapa existe siempre y conserva su lugar.
stage-order = Orden
stage-earlier = Antes
stage-later = Después
stage-delete = Eliminar la etapa

## Fields

suggestions = Sugerencias

## Anchors

anchors-more = Y { $count } más, en el texto.
