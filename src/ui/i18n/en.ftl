## Everywhere

close = Close
inspector = Inspector
messages = Messages
job-count = { $count ->
    [one] { $count } job
   *[other] { $count } jobs
}

## Refusals

refused-broken-text = The text has a YAML error. Mend it first, then edit on the board.
refused-no-such-job = There is no job named { $name }.
refused-no-such-stage = There is no stage named { $name }.
refused-no-such-variable = There is no variable named { $name } here.
refused-not-there = { $what } is not there.
refused-name-taken = The name { $name } is in use already.
refused-bad-name = “{ $name }” can't be used as a name here.
refused-fixed-stage = The stage { $name } always exists and keeps its place.
refused-stage-in-use = { $count ->
    [one] The stage { $name } still has one job. Move or delete it first.
   *[other] The stage { $name } still has { $count } jobs. Move or delete them first.
}
refused-job-in-use = { $count ->
    [one] { $name } is used by { $users }. Change that job first.
   *[other] { $name } is used by { $users }. Change those jobs first.
}
refused-anchor-in-use = The anchor &{ $name } is defined there and used elsewhere. Edit the text.
refused-anchor-order = The anchor &{ $name } would stand behind a use of it. Edit the text.
refused-comes-from = The value comes from { $place }. Change it there.
refused-not-editable = { $what } can't be edited here without loss. Edit the text.
refused-not-verified = The changed text would not read as intended, so nothing was changed. Edit the text.
