## En todas partes

close = Cerrar
cancel = Cancelar
rename = Cambiar nombre
delete = Eliminar
duplicate = Duplicar
undo = Deshacer
redo = Rehacer
undone = Deshecho
redone = Rehecho
error = Error
warning = Advertencia
inspector = Inspector
messages = Mensajes
try-again = Reintentar
job-count = { $count ->
    [one] { $count } trabajo
   *[other] { $count } trabajos
}
also-changes = { $count ->
    [one] Cambiado. El valor es compartido: otro lugar cambió con él.
   *[other] Cambiado. El valor es compartido: otros { $count } lugares cambiaron con él.
}

## Barra superior

file = Archivo
file-menu = Menú de archivo
file-new = Nuevo desde una plantilla…
file-open = Abrir un archivo…
export = Exportar
export-more = Exportar…
unsaved = Cambios sin guardar
theme = Tema
theme-system = Como el sistema
theme-light = Claro
theme-dark = Oscuro
language = Idioma
shortcuts = Atajos de teclado
source = Texto del archivo
source-short = Texto
source-failed = No se pudo cargar el editor de texto. El texto solo se puede leer.
problems = Problemas
problem-count = { $count ->
    [0] Sin problemas
    [one] Un problema
   *[other] { $count } problemas
}
panes = Paneles
board = Tablero
details = Detalles
resize-inspector = Ancho del inspector
resize-source = Ancho del texto
drop-here = Suelte el archivo para abrirlo

## Inicio

start-about = Vea su .gitlab-ci.yml como etapas y trabajos, arrástrelos, rellene formularios y exporte un archivo en el que solo cambió lo que usted cambió. Los comentarios, las anclas y el formato se conservan.
start-open = Abrir un archivo
start-drop = o suelte un .gitlab-ci.yml en cualquier lugar de esta página, o pegue su texto.
start-from = O empiece desde
start-private = Todo ocurre en este navegador. Su pipeline no se envía a ninguna parte.
new-title = Nuevo pipeline

## Abrir

open-empty = { $file } está vacío. Lo que estaba abierto sigue abierto.
open-binary = { $file } no es un archivo de texto. Lo que estaba abierto sigue abierto.
open-not-utf8 = { $file } no es UTF-8 (byte { $offset }). Guárdelo como UTF-8 y ábralo de nuevo.
open-utf16 = { $file } es UTF-16. Guárdelo como UTF-8 y ábralo de nuevo.
open-too-large = { $file } tiene { $size } MB. GitLab lee como máximo 2 MB; aquí se abren archivos de hasta { $limit } MB.
open-failed = No se pudo leer { $file }. ¿Es una carpeta?
discard-title = ¿Descartar los cambios?
discard-about = { $file } tiene cambios sin guardar. Abrir otro archivo los descarta.
discard = Descartar los cambios
keep-editing = Seguir editando

## Texto con errores

banner-stale = El texto tiene un error. El tablero muestra el último estado que se pudo leer;
banner-partial = El texto tiene un error. El tablero muestra las partes que se pudieron leer;
line-message = línea { $line }: { $message }
show-line = Mostrar la línea { $line }

## Problemas

problems-none = No se encontraron problemas.
problems-more = { $count ->
    [one] Y uno más.
   *[other] Y { $count } más.
}
error-count = { $count ->
    [one] { $count } error
   *[other] { $count } errores
}
warning-count = { $count ->
    [one] { $count } advertencia
   *[other] { $count } advertencias
}
at-line = línea { $line }

## Exportar

export-title = Exportar { $file }
export-valid = El archivo es válido.
export-valid-warnings = { $count ->
    [one] El archivo es válido. Hay una advertencia.
   *[other] El archivo es válido. Hay { $count } advertencias.
}
export-invalid = { $count ->
    [one] El archivo no es válido: GitLab lo rechazaría por un error.
   *[other] El archivo no es válido: GitLab lo rechazaría por { $count } errores.
}
changes = Cambios
no-changes = Sin cambios
no-changes-about = El archivo es, byte por byte, el que se abrió.
lines-added = +{ $count }
lines-removed = −{ $count }
line-added = añadida
line-removed = quitada
hunk = Cambio { $number }
download = Descargar
copy = Copiar
downloaded = Se descargó { $file }.
download-failed = El navegador rechazó la descarga. Copie el texto.
copied = Se copió el texto.
copy-failed = El navegador rechazó el portapapeles. Descargue el archivo.

## Tablero

stages = Etapas
shelf = Trabajos ocultos
tags = Etiquetas
undeclared = sin declarar
board-left-out = { $count ->
    [one] Un trabajo más no se dibuja: el tablero sería demasiado grande. Está en el texto.
   *[other] { $count } trabajos más no se dibujan: el tablero sería demasiado grande. Están en el texto.
}
board-empty = Aún no hay trabajos. Añada uno a una etapa.
lane-empty = Sin trabajos
add-job = Añadir trabajo
add-stage = Añadir etapa
add-stage-before = Añadir una etapa antes
add-stage-after = Añadir una etapa después
declare-stage = Declarar esta etapa
delete-stage = Eliminar la etapa
open-job = Abrir
move-to = Mover a la etapa
move-up = Mover hacia arriba
move-down = Mover hacia abajo
move-left = Mover a la izquierda
move-right = Mover a la derecha
move-job = Mover { $job }
job-menu = Menú de { $job }
stage-menu = Menú de la etapa { $stage }
has-errors = Tiene errores
has-warnings = Tiene advertencias
mark-shadowed = Lo reemplaza un trabajo posterior con este nombre
mark-trigger = Dispara un pipeline
mark-manual = Manual
mark-delayed = Con retraso
mark-always = Siempre
mark-on-failure = Si algo falla
mark-never = Nunca
mark-may-fail = Puede fallar
mark-may-fail-codes = Puede fallar con ciertos códigos
mark-artifacts = Artefactos
mark-extends = extiende { $names }
mark-needs = { $count ->
    [0] No necesita nada
    [one] Necesita { $count }
   *[other] Necesita { $count }
}
mark-used = { $count ->
    [one] Lo usa { $count } trabajo
   *[other] Lo usan { $count } trabajos
}

## Nombres

job-name = Nombre del trabajo
job-name-hint = Un nombre que empieza con un punto crea un trabajo oculto, que otros pueden extender.
job-script = Comandos
job-script-hint = Uno por línea. Sin ninguno, el trabajo muestra su nombre.
stage-name = Nombre de la etapa
new-job-title = Nuevo trabajo en { $stage }
new-stage-title = Nueva etapa
rename-title = Cambiar el nombre de { $name }

## Mover con el teclado

carry-start = { $job } levantado, en { $stage }, lugar { $place } de { $count }. Las flechas lo mueven, Intro lo suelta, Escape cancela.
carry-over = { $stage }, lugar { $place } de { $count }
carry-end = No hay más lugares ahí.
carry-stays = { $job } se queda donde estaba.
carry-cancelled = Cancelado. { $job } se queda donde estaba.
keys-file = Archivo
keys-paste = Abrir el texto pegado
keys-focus = Ir de tarjeta en tarjeta
keys-open = Abrir la tarjeta
keys-pick-up = Levantar la tarjeta
keys-move = Mover la tarjeta al instante
keys-carrying = Con una tarjeta levantada
keys-slot = De lugar en lugar
keys-drop = Soltarla

## Lo que se hizo

done-move-job = { $job } se movió a { $stage }.
done-reorder-job = { $job } se movió dentro de su etapa.
done-add-job = { $job } se añadió a { $stage }.
done-duplicate-job = { $job } se duplicó como { $name }.
done-rename = { $old } ahora se llama { $name }.
done-delete-job = Se eliminó { $job }.
done-add-stage = Se añadió la etapa { $stage }.
done-move-stage = Se movió la etapa { $stage }.
done-delete-stage = Se eliminó la etapa { $stage }.

## Las palabras del editor de texto

cm-control-character = Carácter de control
cm-diagnostics = Problemas
cm-find = Buscar
cm-fold-line = Plegar la línea
cm-folded-lines = Líneas plegadas
cm-go-to-line = Ir a la línea
cm-no-diagnostics = Sin problemas
cm-replace-field = Reemplazar
cm-selection-deleted = Selección eliminada
cm-unfold-line = Desplegar la línea
cm-unfolded-lines = Líneas desplegadas
cm-all = todo
cm-by-word = palabra entera
cm-close = cerrar
cm-current-match = coincidencia actual
cm-folded-code = código plegado
cm-go = ir
cm-match-case = mayúsculas y minúsculas
cm-next = siguiente
cm-on-line = en la línea
cm-previous = anterior
cm-regexp = expresión regular
cm-replace = reemplazar
cm-replace-all = reemplazar todo
cm-replaced-matches = $ coincidencias reemplazadas
cm-replaced-match = coincidencia reemplazada en la línea $
cm-to = a
cm-unfold = desplegar

## Rechazos

refused-broken-text = El texto tiene un error de YAML. Corríjalo primero y luego edite en el tablero.
refused-no-such-job = No hay ningún trabajo llamado { $name }.
refused-no-such-stage = No hay ninguna etapa llamada { $name }.
refused-no-such-variable = Aquí no hay ninguna variable llamada { $name }.
refused-not-there = { $what } no está ahí.
refused-name-taken = El nombre { $name } ya está en uso.
refused-bad-name = «{ $name }» no sirve como nombre aquí.
refused-fixed-stage = La etapa { $name } existe siempre y conserva su lugar.
refused-stage-in-use = { $count ->
    [one] La etapa { $name } aún tiene un trabajo. Muévalo o elimínelo primero.
   *[other] La etapa { $name } aún tiene { $count } trabajos. Muévalos o elimínelos primero.
}
refused-job-in-use = { $count ->
    [one] { $users } usa { $name }. Cambie primero ese trabajo.
   *[other] { $users } usan { $name }. Cambie primero esos trabajos.
}
refused-anchor-in-use = El ancla &{ $name } se define ahí y la usan { $uses }.
anchor-use = { $entry } (línea { $line })
refused-ambiguous = { $name } en la línea { $line } puede significar otra cosa. Edite el texto.
refused-changes-meaning = El resultado cambiaría lo que hace un trabajo.
refused-loses-comments = Habría comentarios sin lugar en el resultado. Edite el texto.
no-rules-has-rules = El trabajo ya tiene rules.
no-rules-unknown-base = rules no puede decir lo mismo: una base que no está en este archivo puede tener only, except o rules.
no-rules-delayed = rules no puede decir lo mismo: un trabajo con rules no puede tener start_in.
no-rules-variable-in-path = rules no puede decir lo mismo: la variable en { $path } se expandiría.
no-rules-form = rules no puede decir lo mismo: { $text } no tiene equivalente allí.
no-rules-mixed = rules no puede decir lo mismo: { $job } lo hereda y tiene only, except o rules propios.
refused-nothing-to-do = No hay nada que cambiar.
refused-anchor-order = El ancla &{ $name } quedaría detrás de uno de sus usos. Edite el texto.
refused-comes-from = El valor viene de { $place }. Cámbielo allí.
refused-not-yaml = Esto no es YAML, línea { $line }: { $why }
refused-not-editable = { $what } no se puede editar aquí sin pérdida. Edite el texto.
refused-no-fix = Ya no queda ahí nada que se pueda corregir solo.
refused-not-verified = El texto cambiado no se leería como se pretende, así que no se cambió nada. Edite el texto.

## Refactorizaciones

refactor = Refactorizar
extract-base = Extraer una base…
inline-base = Escribir la base aquí
only-to-rules = Convertir only/except en rules
replace-anchors = Convertir anclas en extends y !reference
split-matrix = Dividir por parallel:matrix
sort-by-stage = Ordenar los trabajos por etapa
anchors = Anclas
anchor-name = Ancla
anchor-uses = { $count ->
    [0] sin usar
    [one] usada una vez
   *[other] usada { $count } veces
}
anchor-inline = Escribir su valor
anchor-inline-named = Escribir el valor de { $name } donde se usa
section-refactor = Refactorizar
extract-title = Lo que { $job } comparte con otros trabajos
extract-none = Ningún otro trabajo tiene una palabra clave con el mismo valor.
extract-name = Nombre de la nueva base
extract-dot = El nombre de un trabajo oculto empieza por un punto.
extract-jobs = Trabajos que la extienden
extract-job = { $job } ({ $keywords })
extract-keywords = Palabras clave que se mueven
extract-confirm = Extraer
rewrite-title = &{ $anchor } está en uso
rewrite-about = { $count ->
    [one] El ancla se usa en un lugar. Antes se puede escribir su valor allí.
   *[other] El ancla se usa en { $count } lugares. Antes se puede escribir su valor en cada uno.
}
rewrite-uses = Escribir su valor y seguir
done-extract-base = { $name } contiene lo que { $count } trabajos tienen en común.
done-inline-base = { $job } ya no extiende esa base.
done-only-to-rules = only y except de { $job } convertidos en rules.
done-replace-anchors = Anclas convertidas en extends y !reference.
done-split-matrix = { $job } dividido según su matriz.
done-inline-anchor = El valor de &{ $anchor } escrito donde se usaba.
done-sort-by-stage = Trabajos ordenados por etapa.

## La tarjeta del archivo

file-variables = { $count ->
    [one] { $count } variable
   *[other] { $count } variables
}
file-defaults = valores para todos los trabajos
file-workflow = workflow
file-includes = { $count ->
    [one] { $count } inclusión
   *[other] { $count } inclusiones
}

## Historial

history = Historial
history-more = Historial…
history-about = Se puede ir a cada paso; el más reciente está arriba. Un cambio hecho desde un paso anterior descarta los siguientes.
step-lines = { $count ->
    [one] { $count } línea
   *[other] { $count } líneas
}
step-undone = deshecho
step-opened = Como se abrió
step-typing = Escritura en el texto
step-revert = Cambio revertido
step-merge = Combinado con el archivo actual
step-set = { $place }: { $what }
step-edit = Cambio

## Revertir y combinar

revert = Revertir
revert-hunk = Revertir el cambio { $number }
merge = Combinar
discard-merge = Si es el mismo archivo, cambiado entretanto en otro lugar, se pueden combinar ambos: no se pierde nada.
merge-title = Combinar { $file }
merge-about = { $count ->
    [one] El archivo y sus cambios tocan las mismas líneas en un lugar. Decida qué vale allí; lo demás ya está combinado.
   *[other] El archivo y sus cambios tocan las mismas líneas en { $count } lugares. Decida qué vale allí; lo demás ya está combinado.
}
merge-ours = Sus cambios
merge-theirs = El archivo actual
merge-both = Ambos, primero los suyos
merge-nothing = (ninguna línea)
merge-conflict = Conflicto { $number }
merged = Sus cambios se combinaron con { $file } en su estado actual.

## Tipos de trabajo para empezar

job-template = Tipo de trabajo
template-script = Solo script
template-extends = Como { $base }
template-build = Compilación, con artefactos
template-tests = Pruebas, con informe JUnit
template-docker = Imagen de contenedor al registro
template-deploy = Despliegue manual
template-pages = Sitio con GitLab Pages
template-child = Pipeline hija de otro archivo
