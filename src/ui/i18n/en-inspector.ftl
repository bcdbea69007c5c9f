
## The inspector

on = On
off = Off
yes = Yes
no = No
add = Add
remove = Remove
example = e.g. { $text }
item-of = { $label }, { $number }
details-of = Details of
service-up = Move up
service-down = Move down
add-keyword = Add a keyword…
value-of = Value of { $name }
value-as-yaml = Its value, as YAML
show-in-text = Show in text
show-in-text-named = Show { $name } in text
inspector-stale = The text has an error. Fields show the last sound state and can't be changed until it is mended.

## Where values come from

origin-own = here
origin-from = from { $place }
origin-instead = here only, instead of { $place }
origin-choose = Change it here or there…
origin-choose-named = Change { $field } here or where it comes from
origin-here-only = Here only
origin-here-only-hint = Writes the value out in this job. The others keep theirs.
origin-at-source = At the source: { $place }
origin-changes = { $count ->
    [0] No job takes the value from there.
    [one] There it changes one job: { $jobs }
   *[other] There it changes { $count } jobs: { $jobs }
}
reset = Remove { $field }
reset-to = Reset { $field } to the value from { $place }
choice-inherited = { $value } (from { $place })
choice-granted = { $value } (default)
choice-none = Not set
opaque-item = Can't be edited here without loss. Edit the text.
opaque-reference = Taken from another place by !reference.
opaque-alias = Stands at the anchor &{ $name }.
opaque-form = Has a form that fields can't show.
opaque-long = Its { $kilobytes } kB are too much for a form; this is the beginning. Edit it in the text.
opaque-many = Its { $count } items are too many for a form. Edit them in the text.

## What is selected

kind-job = Job
kind-template = Template
kind-trigger = Trigger job
kind-stage = Stage
kind-file = Pipeline file
used-by = { $count ->
    [0] Not used by any job
    [one] Used by one job
   *[other] Used by { $count } jobs
}

## Sections

section-general = General
section-script = Script
section-image = Image and services
section-needs = Needs
section-variables = Variables
section-artifacts = Artifacts
section-environment = Environment
section-further = More keywords
section-global-variables = Global variables
section-default = Default for all jobs
section-default-artifacts = Default artifacts
section-file-further = The rest of the file
default-hint = Jobs take these where they have none of their own.
command-count = { $count ->
    [one] { $count } command
   *[other] { $count } commands
}
path-count = { $count ->
    [one] { $count } path
   *[other] { $count } paths
}

## Fields

field-name = Name
field-stage = Stage
field-extends = Extends
field-tags = Tags
field-when = When
field-start-in = Start in
field-failure = May fail
field-exit-codes = Exit codes
field-image = Image
field-pull-policy = Pull policy
field-entrypoint = Entrypoint
field-services = Services
field-alias = Alias
field-command = Command
field-needs = Needed jobs
field-dependencies = Dependencies
field-variables = Variables
field-paths = Paths
field-exclude = Exclude
field-reports = Reports
field-coverage-format = Format
field-expire-in = Expire in
field-artifacts-when = Keep
field-artifacts-name = Archive name
field-expose-as = Expose as
field-access = Access
field-untracked = Untracked
field-url = URL
field-action = Action
field-on-stop = Stopped by
field-auto-stop-in = Stop in
field-tier = Tier

stage-unknown = Not in the list of stages. GitLab refuses the file.
stage-maybe-included = Not in this file's list of stages. An include may bring it; without one GitLab refuses the file.
failure-codes = With exit codes…
add-base = Add a job to extend
add-tag = Add a tag
add-exit-code = Add an exit code
add-policy = Add a policy
add-argument = Add an argument
add-service = Add a service, e.g. postgres:17
add-path = Add a path
add-report = Add a report…
add-option = Add an option
add-needed-job = Add a job
service-number = Service { $number }

## Scripts

script-lines = { $script }, a command per line
script-block = { $script }, block { $number }
add-command = Add commands, one per line
add-block = Add a block
add-block-to = Add a block of several lines to { $script }
add-block-here = Several lines that run as one command

## Needs

needs-absent = Waits for all earlier stages.
needs-empty = Needs nothing: starts at once.
start-at-once = Start at once
need-artifacts = Artifacts
need-optional = Optional
dependencies-hint = Jobs whose artifacts are downloaded. All of earlier stages if empty.

## Variables

variable-name = Name
variable-value = Value
variable-name-of = Name of { $name }
variable-value-of = Value of { $name }
new-variable-name = New variable
new-variable-value = Value of the new variable
add-variable = Add the variable
variables-inherited = Inherited
variable-overrides = Here only, instead of an inherited value
variable-description = Description
variable-options = Options
variable-expand = Expand
variable-expand-hint = Replace $ by other variables

## Stages

stage-fixed = This stage always exists and keeps its place.
stage-order = Order
stage-earlier = Earlier
stage-later = Later
stage-delete = Delete stage

## Fields

suggestions = Suggestions

## Anchors

anchors-more = And { $count } more, in the text.
