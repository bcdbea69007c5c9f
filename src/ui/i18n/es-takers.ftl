
## Which runner takes which job

card-runs-on = Se ejecuta en { $runners }
card-runners = { $count ->
    [one] Un runner
   *[other] { $count } runners
}
card-no-runner = Ningún runner
card-no-runner-title = Ningún runner toma este trabajo.
card-some-untaken = Ningún runner toma algunos de los trabajos que crea su matriz.
tags-for = Etiquetas, para { $environment }
taker-protected = solo ramas y etiquetas protegidas
runner-if-protected = Solo en ramas y etiquetas protegidas.
section-runners = Runners
runners-unknown = Aquí no se puede saber qué runners toman este trabajo: sus etiquetas dependen de variables del proyecto o de otros archivos.
runner-takes = Puede tomar este trabajo.
runner-takes-some = Puede tomar { $some } de los { $all } trabajos en que se convierte este.
runner-lacks = { $count ->
    [one] Le falta la etiqueta { $tags }.
   *[other] Le faltan las etiquetas { $tags }.
}
runner-tagged-only = No toma trabajos sin etiquetas.
give = Darle el trabajo
give-to = Dar { $job } a { $runner }
given = { $job } va a { $runner }: ahora sus etiquetas son { $tags }.
given-untagged = { $job } va a { $runner }: ahora no tiene etiquetas.
give-stays = { $job } ya tiene las etiquetas para { $runner }.
give-trigger = { $job } inicia otro pipeline. Ningún runner lo toma.
give-no-tags = { $runner } no tiene etiquetas y no toma trabajos sin ellas, así que no se le puede dar ningún trabajo.
run-on = Ejecutar en
dock-berth-title = { $runner }. Etiquetas: { $tags }
dock-hint = Suelte un trabajo sobre un runner para darle sus etiquetas. Pulse un runner para ver sus trabajos.
carry-runner = Runner { $runner }, { $place } de { $count }. Intro da al trabajo sus etiquetas: { $tags }
rule-runners = Los ejemplos tratan de los runners { $runners }.
load-title = Carga
load-about = Los trabajos de un pipeline completo, para cada runner que puede tomarlos. Un trabajo que varios pueden tomar se cuenta por partes.
load-untaken = { $count ->
    [one] Un trabajo que ningún runner toma
   *[other] { $count } trabajos que ningún runner toma
}
load-unknown = { $count ->
    [one] Aquí no se puede saber quién toma este trabajo: { $jobs }.
   *[other] Aquí no se puede saber quién toma estos trabajos: { $jobs }.
}
load-sole = { $count ->
    [one] { $count } trabajo propio
   *[other] { $count } trabajos propios
}
load-shared = { $count ->
    [one] { $count } compartido
   *[other] { $count } compartidos
}
load-none = Ningún trabajo.
load-sharers = { $count } runners pueden tomarlo
load-more = y { $count } más
