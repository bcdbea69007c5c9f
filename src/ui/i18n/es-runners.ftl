
## Runners

start-runners = Los runners son las máquinas que ejecutan sus trabajos. Vea los suyos, edite su config.toml o prepare uno nuevo, también sin pipeline.
start-see-runners = Ver los runners
runner-set-up = Preparar un runner
runner-set-up-more = Preparar un runner…
runners-back = Volver al inicio
runners-undo = Deshacer en runners
runners-redo = Rehacer en runners
runners-empty = Los runners son las máquinas que ejecutan sus trabajos. Diga a Pipewright cuáles tiene su equipo y le muestra cuál toma cada trabajo.
runners-empty-enter = Introduzca un runner a mano: su nombre, sus etiquetas y el entorno al que sirve.
runners-empty-open = Abra el config.toml de una máquina o suelte varios aquí. En ellos no cambian más que las líneas que usted cambia.
runners-empty-set-up = Prepare un runner nuevo en Docker, con comandos escritos para usted.
runners-private = Los runners se guardan en este navegador. Un config.toml no se guarda en ninguna parte: contiene tokens y desaparece al cerrar la página.
runners-tags-note = Las etiquetas, «ejecuta trabajos sin etiquetas» y «protegido» los guarda GitLab: cámbielos allí, en Settings, CI/CD, Runners. Lo que ve aquí se guarda en este navegador y no cambia nada en GitLab.

runner-enter = Introducir un runner
runner-add = Añadir runner
runner-keep = Guardar
runner-entered = Se añadió el runner { $name }.
runner-changed = Se cambió el runner { $name }.
runner-deleted = Se eliminó el runner { $name }.
runner-edit-named = Editar { $name }
runner-duplicate-named = Duplicar { $name }
runner-delete-named = Eliminar { $name }
runner-unnamed = Runner sin nombre
runner-no-executor = Sin ejecutor
runner-no-tags = Sin etiquetas
runner-volume-count = { $count ->
    [one] { $count } volumen
   *[other] { $count } volúmenes
}
runner-in-file = En { $file }
runner-part-machine = En su máquina
runner-part-gitlab = En GitLab
runner-in-config = Su nombre, ejecutor, imagen, volúmenes y «privilegiado» están en un config.toml abierto. Edítelos allí, debajo de la lista.
runner-name = Nombre
runner-name-hint = Como en la lista de runners de GitLab.
runner-executor = Ejecutor
runner-image = Imagen por defecto
runner-image-hint = Para los trabajos que no nombran ninguna.
runner-volumes = Volúmenes
runner-privileged = Privilegiado
runner-privileged-long = Contenedores privilegiados (Docker-in-Docker los necesita)
runner-socket = Socket de Docker
runner-tags = Etiquetas
runner-tags-hint = Un runner toma un trabajo si tiene todas las etiquetas del trabajo.
runner-untagged = Ejecuta trabajos sin etiquetas
runner-untagged-long = Ejecuta trabajos sin etiquetas
runner-protected = Protegido
runner-protected-long = Ejecuta solo trabajos de ramas y etiquetas protegidas
runner-environment = Entorno
runner-environment-hint = A qué sirve, por ejemplo production. Es para su orientación; GitLab no lo conoce.

## config.toml

config-open = Abrir config.toml
config-opened = { $count ->
    [one] Se abrió { $file }, con { $count } runner.
   *[other] Se abrió { $file }, con { $count } runners.
}
config-closed = Se cerró { $file }.
config-close = Cerrar { $file }
config-too-large = { $file } pasa de 1 MB: ningún config.toml es tan grande.
config-too-many = Como mucho hay { $count } archivos abiertos a la vez. Cierre antes uno.
config-no-text = { $file } no es un texto en UTF-8.
config-changed = El archivo se cambió.
config-changed-on-disk = Otro programa cambió { $file } en el disco, así que no se guardó nada. Descargue el suyo, o ciérrelo y ábralo de nuevo.
config-runner-removed = El runner se quitó del archivo.
config-private = Este archivo no se guarda en ninguna parte. Guárdelo o descárguelo antes de cerrar la página.
config-permissions = El archivo contiene tokens. En su máquina solo debe leerlo su dueño: chmod 600. GitLab Runner lo lee de nuevo en 3 segundos.
config-export-named = Exportar { $file }…
config-problems = Problemas en { $file }
config-error = Error:
config-warning = Aviso:
config-note = Nota:
config-line = Línea { $line }:
config-fix = Corregir
config-fix-named = Corregir la línea { $line }
config-machine = La máquina
config-concurrent = Trabajos a la vez (concurrent)
config-concurrent-hint = De todos sus runners juntos.
config-interval = Segundos entre consultas (check_interval)
config-interval-hint = Cada cuánto se piden trabajos a GitLab.
config-log-level = Nivel de registro (log_level)
config-log-level-hint = Cuánto cuenta GitLab Runner.
config-log-level-default = El de siempre
config-no-number = Escriba un número entero desde 0, o nada.
config-add-runner = Añadir un runner a este archivo
config-up = Subir { $name }
config-down = Bajar { $name }
config-remove = Quitar { $name } del archivo
config-limit = Trabajos a la vez (limit)
config-limit-hint = De este runner; 0 para no limitarlos.
config-pull = Política de descarga de imágenes (pull_policy)
config-pull-hint = always, if-not-present o never; si hay varias se prueban por turno.
config-environment = Variables (environment)
config-text = Texto
config-text-named = Texto de { $file }
config-reveal = Mostrar los tokens
config-type = Escribir en el texto
config-type-label = { $file } con sus tokens
config-type-hint = Su texto se toma al salir del campo o al pulsar Ctrl+Intro.
config-more-lines = { $count ->
    [one] … y { $count } línea más
   *[other] … y { $count } líneas más
}

config-syntax = Esto no es TOML: { $message }.
config-unknown-key = GitLab Runner no conoce { $key } y no le hace caso.
config-unknown-key-near = GitLab Runner no conoce { $key } y no le hace caso. ¿Será { $near }?
config-misplaced-key = { $key } va en [{ $table }]. Aquí GitLab Runner no le hace caso.
config-kept-by-gitlab = { $key } lo guarda GitLab: en un config.toml no hace nada. Póngalo en GitLab, en Settings, CI/CD, Runners.
config-wrong-type = { $key } tiene que ser { $wanted }. Así GitLab Runner no lee el archivo.
config-unknown-value = { $key } no puede ser «{ $value }». Puede ser: { $known }.
config-no-concurrency = Con concurrent = 0 GitLab Runner termina con un error.
config-no-executor = Este runner no tiene ejecutor: no puede ejecutar trabajos.
config-no-token = Este runner no tiene token: GitLab no le da trabajos.
config-no-url = Este runner no tiene url: no sabe cuál es su GitLab.
config-registration-token = Este es un token de registro. Aquí va el token propio del runner, que el registro escribe.
config-no-image = No hay imagen. Los trabajos que no nombran ninguna fallan.
config-dind = Docker-in-Docker necesita contenedores privilegiados: ponga privileged = true, o comparta el socket de Docker de la máquina.
config-privileged = Privilegiado: un trabajo puede apoderarse de esta máquina. Ejecute aquí solo trabajos de confianza, y tenga para ellos un runner propio.
config-socket = Se comparte el socket de Docker: un trabajo puede dar órdenes al Docker de esta máquina y así apoderarse de ella. Ejecute aquí solo trabajos de confianza.
config-socket-alone = Esto monta un volumen vacío, no el socket: escriba /var/run/docker.sock:/var/run/docker.sock.
config-plain-http = Sin TLS el token y el código viajan a la vista de otros. Use https:// si su GitLab lo tiene.
config-unverified = No se comprueba el certificado del daemon de Docker: cualquiera en el camino puede hacerse pasar por él. Ponga tls_verify = true.

wanted-text = un texto
wanted-integer = un número entero
wanted-number = un número
wanted-flag = true o false
wanted-list = una lista de textos
wanted-text-or-list = un texto o una lista de textos
wanted-numbers = una lista de números
wanted-duration = una duración, como "30s"
wanted-date = una fecha con hora
wanted-table = una tabla
wanted-tables = una lista de tablas

config-refused-broken = Ahora el texto no es TOML. Corríjalo primero; después se puede usar el formulario.
config-refused-not-there = Lo que se quería cambiar no está en el archivo.
config-refused-form = Esta parte está escrita de un modo que el formulario no sabe cambiar. Escriba en el texto.
config-refused-too-large = El archivo pasaría de 1 MB.
config-refused-not-verified = El cambio no se podía hacer con exactitud, así que no se hizo. Escriba en el texto.

## Setting a runner up

setup-way = Cómo se arranca
setup-way-docker = Docker
setup-way-compose = Docker Compose
setup-part-gitlab = Su GitLab
setup-part-jobs = Sus trabajos
setup-part-machine = En la máquina
setup-url = Dirección de GitLab
setup-token-kind = Token
setup-token-authentication = Token de autenticación del runner (glrt-…)
setup-token-registration = Token de registro (obsoleto)
setup-token-old = Los tokens de registro están obsoletos, y muchos GitLab ya no los admiten. Si puede, cree el runner en GitLab y use su token de autenticación.
setup-token = El token mismo
setup-token-hint = Se queda en esta página y no se guarda en ninguna parte. Si lo deja vacío, los comandos lo piden.
setup-ask = No poner el token en los comandos: pedirlo
setup-socket = Los trabajos comparten el socket de Docker de la máquina
setup-trust = Un trabajo privilegiado o con el socket puede apoderarse de la máquina. Ejecute aquí solo trabajos de confianza.
setup-volumes = Más volúmenes para los trabajos
setup-storage = Dónde está su config.toml
setup-storage-volume = En un volumen de Docker
setup-storage-folder = En una carpeta
setup-volume = Nombre del volumen
setup-folder = Ruta de la carpeta
setup-container = Nombre del contenedor
setup-version = Versión de GitLab Runner
setup-version-hint = Una etiqueta de la imagen gitlab/gitlab-runner: latest, alpine, o una versión como v18.2.0.
setup-restart = Arrancarlo de nuevo
setup-reveal = Mostrar el token
setup-copied = El comando se copió.
setup-not-copied = El navegador no dejó usar el portapapeles. Seleccione el comando y cópielo usted.
setup-copy-named = Copiar: { $what }
setup-download-compose = Descargar compose.yaml
setup-none = Corrija los valores marcados y se escriben los comandos.
setup-in-gitlab = En GitLab
setup-in-gitlab-new = En su proyecto abra Settings, CI/CD, Runners y elija «Create project runner» («New project runner» en versiones anteriores).
setup-in-gitlab-tags = Ponga allí sus etiquetas o elija «Run untagged jobs»; las dos cosas las guarda GitLab, no el runner. Márquelo como protegido si va a desplegar.
setup-in-gitlab-token = Cree el runner y copie su token de autenticación, que empieza por glrt-. Se muestra poco tiempo.
setup-in-gitlab-old = En su proyecto abra Settings, CI/CD, Runners. El token de registro está en el menú de los tres puntos, junto al botón para un runner nuevo, si el administrador todavía lo permite.
setup-compose = Guárdelo como compose.yaml en una carpeta propia y ejecute allí los comandos. No contiene ningún token.
setup-do-storage = Hacer sitio para la configuración
setup-do-storage-about = Permanece cuando el contenedor se cambia por uno más nuevo.
setup-do-start = Arrancar GitLab Runner
setup-do-start-about = Recibe el socket de Docker, porque arranca un contenedor para cada trabajo.
setup-do-ask = Introducir el token
setup-do-ask-about = Péguelo y pulse Intro. No se muestra ni queda en ningún historial.
setup-do-register = Registrar el runner
setup-do-register-about = Escribe el config.toml, que el GitLab Runner en marcha lee enseguida.
setup-do-forget = Olvidar el token
setup-do-forget-about = El shell ya no necesita conocerlo.
setup-do-verify = Ver si GitLab lo conoce
setup-do-verify-about = Dice «is valid»; en GitLab el runner está en línea.
setup-do-logs = Leer lo que dice
setup-do-logs-about = Si un trabajo no arranca, aquí está el motivo.
setup-fault-empty = Esto no puede estar vacío.
setup-fault-control = Aquí hay un salto de línea u otro signo que no se puede escribir.
setup-fault-blank = Aquí no puede haber espacios.
setup-fault-url = Una dirección empieza por https:// o http://.
setup-fault-name = Letras, cifras, «_», «.» y «-», y primero una letra o una cifra.
setup-fault-path = Una ruta desde la raíz, como /srv/gitlab-runner/config, sin dos puntos.
setup-fault-comma = Una etiqueta no puede llevar coma.
setup-fault-authentication = Este es un token de autenticación. Elíjalo en «Token».
setup-fault-registration = Este es un token de registro. Elíjalo en «Token».
