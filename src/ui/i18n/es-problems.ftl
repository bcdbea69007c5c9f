
## La lista de problemas

problems-filter = Filtrar problemas
problems-severity = Mostrar
problems-all = Todos los problemas
problems-errors = Solo errores
problems-warnings = Solo advertencias
problems-no-match = Ningún problema coincide con el filtro.
problem-why = ¿Por qué?
problem-why-of = Por qué: { $message }
problem-source = Fuente
problem-bad = Así no
problem-good = Así sí
problem-preview = Lo que esto cambia
problem-fix-all = Hacerlo en los { $count } de este tipo
checks-off = { $count ->
    [one] Hay una comprobación desactivada
   *[other] Hay { $count } comprobaciones desactivadas
 }
check-turn-on = Activar
check-turn-on-of = Activar: { $rule }
done-fix = Corregido.
keys-next-problem = Ir al problema siguiente
keys-previous-problem = Ir al problema anterior
mend-use = Usar «{ $what }»
mend-take-out = Quitar «{ $what }»
mend-add = Añadir «{ $what }»
mend-rename = Cambiar el nombre a «{ $name }»
mend-quote = Ponerlo entre comillas
mend-unquote = Escribirlo sin comillas
mend-list = Convertirlo en una lista
mend-single = Escribirlo sin la lista
problems-hints = Solo sugerencias
check-level = Esta comprobación da
check-level-of = Qué da { $rule }
level-error = un error
level-warning = una advertencia
level-hint = una sugerencia
level-off = nada
hint = Sugerencia
hint-count = { $count ->
    [one] 1 sugerencia
   *[other] { $count } sugerencias
 }
