## Everywhere

close = Close
cancel = Cancel
rename = Rename
delete = Delete
duplicate = Duplicate
undo = Undo
redo = Redo
undone = Undone
redone = Redone
error = Error
warning = Warning
inspector = Inspector
messages = Messages
try-again = Try again
job-count = { $count ->
    [one] { $count } job
   *[other] { $count } jobs
}
also-changes = { $count ->
    [one] Changed. The value is shared: one other place changed with it.
   *[other] Changed. The value is shared: { $count } other places changed with it.
}

## Top bar

file = File
file-menu = File menu
file-new = New from a starter…
file-open = Open a file…
export = Export
export-more = Export…
unsaved = Unsaved changes
theme = Theme
theme-system = As the system
theme-light = Light
theme-dark = Dark
language = Language
shortcuts = Keyboard shortcuts
source = Text of the file
source-short = Text
source-failed = The text editor could not be loaded. The text can be read only.
problems = Problems
problem-count = { $count ->
    [0] No problems
    [one] One problem
   *[other] { $count } problems
}
panes = Panes
board = Board
details = Details
resize-inspector = Width of the inspector
resize-source = Width of the text
drop-here = Drop the file to open it

## Start

start-about = See your .gitlab-ci.yml as stages and jobs, drag them, fill in forms – and export a file in which only what you changed has changed. Comments, anchors and formatting stay.
start-open = Open a file
start-drop = or drop a .gitlab-ci.yml anywhere on this page, or paste its text.
start-from = Or start from
start-private = Everything happens in this browser. Your pipeline is not sent anywhere.
new-title = New pipeline

## Opening

open-empty = { $file } is empty. What was open stays open.
open-binary = { $file } is not a text file. What was open stays open.
open-not-utf8 = { $file } is not UTF-8 (byte { $offset }). Save it as UTF-8 and open it again.
open-utf16 = { $file } is UTF-16. Save it as UTF-8 and open it again.
open-too-large = { $file } has { $size } MB. GitLab reads at most 2 MB; files up to { $limit } MB can be opened here.
open-failed = { $file } could not be read. Is it a folder?
discard-title = Discard changes?
discard-about = { $file } has changes that were not saved. Opening another file discards them.
discard = Discard changes
keep-editing = Keep editing

## Broken text

banner-stale = The text has an error. The board shows the last state that could be read;
banner-partial = The text has an error. The board shows the parts that could be read;
line-message = line { $line }: { $message }
show-line = Show line { $line }

## Problems

problems-none = No problems found.
problems-more = { $count ->
    [one] And one more.
   *[other] And { $count } more.
}
error-count = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
warning-count = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
at-line = line { $line }

## Export

export-title = Export { $file }
export-valid = The file is valid.
export-valid-warnings = { $count ->
    [one] The file is valid. There is one warning.
   *[other] The file is valid. There are { $count } warnings.
}
export-invalid = { $count ->
    [one] The file is not valid: GitLab would refuse it for one error.
   *[other] The file is not valid: GitLab would refuse it for { $count } errors.
}
changes = Changes
no-changes = No changes
no-changes-about = The file is, byte for byte, the one that was opened.
lines-added = +{ $count }
lines-removed = −{ $count }
line-added = added
line-removed = removed
hunk = Change { $number }
download = Download
copy = Copy
downloaded = { $file } was downloaded.
download-failed = The browser refused the download. Copy the text instead.
copied = The text was copied.
copy-failed = The browser refused the clipboard. Download the file instead.

## Board

stages = Stages
shelf = Hidden jobs
tags = Tags
undeclared = not declared
board-left-out = { $count ->
    [one] One more job is not drawn: the board would be too large. It is in the text.
   *[other] { $count } more jobs are not drawn: the board would be too large. They are in the text.
}
board-empty = No jobs yet. Add one to a stage.
lane-empty = No jobs
add-job = Add job
add-stage = Add stage
add-stage-before = Add a stage before
add-stage-after = Add a stage after
declare-stage = Declare this stage
delete-stage = Delete stage
open-job = Open
move-to = Move to stage
move-up = Move up
move-down = Move down
move-left = Move left
move-right = Move right
move-job = Move { $job }
job-menu = Menu of { $job }
stage-menu = Menu of the stage { $stage }
has-errors = Has errors
has-warnings = Has warnings
mark-shadowed = Replaced by a later job of this name
mark-trigger = Triggers a pipeline
mark-manual = Manual
mark-delayed = Delayed
mark-always = Always
mark-on-failure = On failure
mark-never = Never
mark-may-fail = May fail
mark-may-fail-codes = May fail with some codes
mark-artifacts = Artifacts
mark-extends = extends { $names }
mark-needs = { $count ->
    [0] Needs nothing
    [one] Needs { $count }
   *[other] Needs { $count }
}
mark-used = { $count ->
    [one] Used by { $count } job
   *[other] Used by { $count } jobs
}

## Names

job-name = Name of the job
job-name-hint = A name that starts with a dot makes a hidden job, which others can extend.
job-script = Commands
job-script-hint = One a line. Without any, the job prints its name.
stage-name = Name of the stage
new-job-title = New job in { $stage }
new-stage-title = New stage
rename-title = Rename { $name }

## Moving by keyboard

carry-start = { $job } picked up, in { $stage }, place { $place } of { $count }. Arrow keys move it, Enter drops it, Escape cancels.
carry-over = { $stage }, place { $place } of { $count }
carry-end = No further place there.
carry-stays = { $job } stays where it was.
carry-cancelled = Cancelled. { $job } stays where it was.
keys-file = File
keys-paste = Open pasted text
keys-focus = Go from card to card
keys-open = Open the card
keys-pick-up = Pick the card up
keys-move = Move the card at once
keys-carrying = While a card is picked up
keys-slot = From slot to slot
keys-drop = Drop it

## What was done

done-move-job = { $job } moved to { $stage }.
done-reorder-job = { $job } moved within its stage.
done-add-job = { $job } added to { $stage }.
done-duplicate-job = { $job } duplicated as { $name }.
done-rename = { $old } renamed to { $name }.
done-delete-job = { $job } deleted.
done-add-stage = Stage { $stage } added.
done-move-stage = Stage { $stage } moved.
done-delete-stage = Stage { $stage } deleted.

## The text editor's own words

cm-control-character = Control character
cm-diagnostics = Problems
cm-find = Find
cm-fold-line = Fold line
cm-folded-lines = Folded lines
cm-go-to-line = Go to line
cm-no-diagnostics = No problems
cm-replace-field = Replace
cm-selection-deleted = Selection deleted
cm-unfold-line = Unfold line
cm-unfolded-lines = Unfolded lines
cm-all = all
cm-by-word = by word
cm-close = close
cm-current-match = current match
cm-folded-code = folded code
cm-go = go
cm-match-case = match case
cm-next = next
cm-on-line = on line
cm-previous = previous
cm-regexp = regexp
cm-replace = replace
cm-replace-all = replace all
cm-replaced-matches = replaced $ matches
cm-replaced-match = replaced match on line $
cm-to = to
cm-unfold = unfold

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
refused-anchor-in-use = The anchor &{ $name } is defined there and used by { $uses }.
anchor-use = { $entry } (line { $line })
refused-ambiguous = { $name } in line { $line } may mean something else. Edit the text.
refused-changes-meaning = The result would change what a job does.
refused-loses-comments = Comments would have no place in the result. Edit the text.
no-rules-has-rules = The job has rules already.
no-rules-unknown-base = rules can't say the same: a base that is not in this file may have only, except or rules.
no-rules-delayed = rules can't say the same: a job with rules can't have start_in.
no-rules-variable-in-path = rules can't say the same: the variable in { $path } would be expanded.
no-rules-form = rules can't say the same: { $text } has no equal there.
no-rules-mixed = rules can't say the same: { $job } takes it over and has only, except or rules of its own.
refused-nothing-to-do = There is nothing to change.
refused-anchor-order = The anchor &{ $name } would stand behind a use of it. Edit the text.
refused-comes-from = The value comes from { $place }. Change it there.
refused-not-yaml = This is no YAML, line { $line }: { $why }
refused-not-editable = { $what } can't be edited here without loss. Edit the text.
refused-no-fix = Nothing is left there that could be mended by itself.
refused-not-verified = The changed text would not read as intended, so nothing was changed. Edit the text.

## Refactorings

refactor = Refactor
extract-base = Extract a base…
inline-base = Write the base out here
only-to-rules = Turn only/except into rules
replace-anchors = Turn anchors into extends and !reference
split-matrix = Split by parallel:matrix
sort-by-stage = Sort jobs by stage
anchors = Anchors
anchor-name = Anchor
anchor-uses = { $count ->
    [0] not used
    [one] used once
   *[other] used { $count } times
}
anchor-inline = Write out
anchor-inline-named = Write { $name } out where it is used
section-refactor = Refactor
extract-title = What { $job } shares with other jobs
extract-none = No other job has a keyword with the same value.
extract-name = Name of the new base
extract-dot = The name of a hidden job starts with a dot.
extract-jobs = Jobs that extend it
extract-job = { $job } ({ $keywords })
extract-keywords = Keywords that move
extract-confirm = Extract
rewrite-title = &{ $anchor } is in use
rewrite-about = { $count ->
    [one] The anchor is used in one place. Its value can be written out there first.
   *[other] The anchor is used in { $count } places. Its value can be written out in each of them first.
}
rewrite-uses = Write out and go on
done-extract-base = { $name } holds what { $count } jobs have in common.
done-inline-base = { $job } no longer extends that base.
done-only-to-rules = only and except of { $job } turned into rules.
done-replace-anchors = Anchors turned into extends and !reference.
done-split-matrix = { $job } split by its matrix.
done-inline-anchor = The value of &{ $anchor } written out.
done-sort-by-stage = Jobs sorted by stage.

## The file's own card

file-variables = { $count ->
    [one] { $count } variable
   *[other] { $count } variables
}
file-defaults = defaults for all jobs
file-workflow = workflow
file-includes = { $count ->
    [one] { $count } include
   *[other] { $count } includes
}

## History

history = History
history-more = History…
history-about = Each step can be gone to; the newest stands at the top. An edit made from an earlier step drops those after it.
step-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
step-undone = taken back
step-opened = As it was opened
step-typing = Typing in the text
step-revert = Change put back
step-merge = Merged with the file as it is now
step-set = { $place }: { $what }
step-edit = Edit

## Putting back and merging

revert = Put back
revert-hunk = Put change { $number } back as it was
merge = Merge
discard-merge = If it is the same file, changed elsewhere in the meantime, both can be merged: nothing is lost.
merge-title = Merge { $file }
merge-about = { $count ->
    [one] The file and your edits changed the same lines in one place. Decide what counts there; the rest was put together.
   *[other] The file and your edits changed the same lines in { $count } places. Decide what counts there; the rest was put together.
}
merge-ours = Your edits
merge-theirs = The file now
merge-both = Both, yours first
merge-nothing = (no lines)
merge-conflict = Conflict { $number }
merged = Your edits were merged with { $file } as it is now.

## Kinds of jobs to start from

job-template = Kind of job
template-script = Script only
template-extends = As { $base } says
template-build = Build, with artifacts
template-tests = Tests, with a JUnit report
template-docker = Container image to the registry
template-deploy = Deployment by hand
template-pages = Site with GitLab Pages
template-child = Child pipeline of another file
