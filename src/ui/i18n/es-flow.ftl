
## Flujo: lo que los trabajos se pasan

flow-views = Qué se muestra del flujo
flow-things = Lo que se pasa
flow-by-job = Por trabajo
flow-predefined = Variables de GitLab
flow-none = Ningún trabajo pasa nada. Los archivos de artifacts:paths llegan a los trabajos posteriores, y las variables de un informe dotenv también.
flow-no-jobs = No hay trabajos.
flow-filter = Filtrar archivos y variables
flow-filter-jobs = Filtrar trabajos
flow-no-match = Nada coincide con el filtro.
flow-more-things = { $count ->
    [one] Uno más; el filtro lo encuentra.
   *[other] { $count } más; el filtro los encuentra.
}
flow-takers = { $count ->
    [0] ningún trabajo lo recibe
    [one] un trabajo lo recibe
   *[other] { $count } trabajos lo reciben
}
flow-lacking = { $count ->
    [one] a uno le falta
   *[other] a { $count } les falta
}
flow-file-only = Los trabajos posteriores que toman los artefactos lo encuentran como archivo.
flow-dotenv-only = Un informe dotenv: sus variables están definidas en los trabajos posteriores que toman los artefactos. El archivo mismo no está.
flow-file-and-dotenv = Un informe dotenv y un archivo: los trabajos posteriores que toman los artefactos tienen sus variables y lo encuentran como archivo.
flow-variables = Variables que contiene
flow-used-by = Trabajos que la usan
flow-no-stage = Etapa desconocida
flow-more-jobs = { $count ->
    [one] Un trabajo más
   *[other] { $count } trabajos más
}
flow-others = { $count ->
    [one] Un trabajo anterior
   *[other] { $count } trabajos anteriores
}
flow-uses = usa { $names }
flow-makes = lo crea
flow-by-needs = lo recibe por needs
flow-by-dependencies = lo recibe por dependencies
flow-by-stage = lo recibe por ser de una etapa posterior
flow-not-needed = no lo recibe: no está entre sus needs
flow-without-artifacts = no lo recibe: artifacts: false
flow-not-depended = no lo recibe: no está entre sus dependencies
flow-not-later = no lo recibe: su etapa no es posterior
flow-unknown = puede que lo reciba: depende de otros archivos
flow-made-by = de { $jobs }
flow-choose-job = Elija un trabajo para ver qué recibe y qué crea.
flow-job-gets = Recibe
flow-job-makes = Crea
flow-job-lacks = Usa y no recibe
flow-job-elsewhere = Recibe de otros pipelines
flow-job-nothing = No recibe artefactos ni los crea.

## Variables de GitLab

predefined-filter = Filtrar variables
predefined-scenario = Como en un pipeline para
predefined-count = { $count ->
    [one] Una variable
   *[other] { $count } variables
}
predefined-since = desde GitLab { $version }
predefined-absent = no está
copy-variable = Copiar ${ $name }
variable-copied = Se copió { $name }.
variable-not-copied = El navegador no permitió usar el portapapeles.
scenario-default-branch = la rama por defecto, { $name }
scenario-branch = una rama, { $name }
scenario-merge-request = una merge request de { $name }
scenario-tag = una etiqueta de Git, { $name }
scenario-schedule = una programación en { $name }
help-only = Solo
only-merge-requests = en pipelines de merge request
only-external-pull-requests = en pipelines para pull requests de GitHub
only-tags = en pipelines para etiquetas de Git
only-branches = en pipelines de rama
only-schedules = en pipelines programados
only-chat = en pipelines de órdenes de ChatOps
only-downstream = en pipelines descendentes

## De dónde vienen las variables de un trabajo

section-claims = Variables que tiene este trabajo
claims-about = Gana lo que está más arriba. Las variables de los ajustes del proyecto, y las que alguien da al iniciar un pipeline, ganan a todas estas.
claims-none = El archivo no da variables a este trabajo.
claim-dotenv = informe de { $job }
claim-rule = regla { $number }
claim-matrix = matriz
claim-job = este trabajo
claim-base = { $name }
claim-workflow = workflow, regla { $number }
claim-file = variables globales
claim-predefined = la define GitLab
claim-sometimes = si se aplica
claim-loses = pierde
claim-show = Ver { $name } de { $place } en el texto

## Entornos

environments-none = Ningún trabajo despliega en un entorno. Lo hace con la palabra clave environment.
environment-url = Dirección
environment-stop = Lo detiene
environment-auto-stop = Se detiene tras
environment-stops-alone = nadie: cuando la rama desaparece se marca como detenido, y nada se desmonta
environment-in-stage = etapa { $stage }
environment-manual = a mano
environment-one-at-a-time = de uno en uno en { $group }
tier-by-name = por su nombre
tier-production = Producción
tier-staging = Preproducción
tier-testing = Pruebas
tier-development = Desarrollo
tier-other = Otro
tier-open = El nivel depende de variables
action-start = despliega
action-prepare = prepara
action-verify = verifica
action-access = tiene acceso
action-stop = lo detiene
action-unknown = hace algo que no se sabe
