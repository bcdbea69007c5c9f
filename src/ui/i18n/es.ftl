## En todas partes

close = Cerrar
inspector = Inspector
messages = Mensajes
job-count = { $count ->
    [one] { $count } trabajo
   *[other] { $count } trabajos
}

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
refused-anchor-in-use = El ancla &{ $name } se define ahí y se usa en otro lugar. Edite el texto.
refused-anchor-order = El ancla &{ $name } quedaría detrás de uno de sus usos. Edite el texto.
refused-comes-from = El valor viene de { $place }. Cámbielo allí.
refused-not-editable = { $what } no se puede editar aquí sin pérdida. Edite el texto.
refused-not-verified = El texto cambiado no se leería como se pretende, así que no se cambió nada. Edite el texto.
