
## The list of problems

problems-filter = Filter problems
problems-severity = Show
problems-all = All problems
problems-errors = Errors only
problems-warnings = Warnings only
problems-no-match = No problem matches the filter.
problem-why = Why?
problem-why-of = Why: { $message }
problem-source = Source
problem-bad = So not
problem-good = But so
problem-preview = What this changes
problem-fix-all = Do so for all { $count } of this kind
checks-off = { $count ->
    [one] One check is off
   *[other] { $count } checks are off
 }
check-turn-on = Turn on
check-turn-on-of = Turn on: { $rule }
done-fix = Mended.
keys-next-problem = To the next problem
keys-previous-problem = To the problem before
mend-use = Use “{ $what }”
mend-take-out = Take out “{ $what }”
mend-add = Add “{ $what }”
mend-rename = Rename to “{ $name }”
mend-quote = Put it in quotes
mend-unquote = Write it without quotes
mend-list = Make it a list
mend-single = Write it without the list
problems-hints = Hints only
check-level = This check reports
check-level-of = What { $rule } reports
level-error = an error
level-warning = a warning
level-hint = a hint
level-off = nothing
hint = Hint
hint-count = { $count ->
    [one] 1 hint
   *[other] { $count } hints
 }
