
## Flow: what jobs hand on

flow-views = What is shown of the flow
flow-things = Handed on
flow-by-job = By job
flow-predefined = GitLab's variables
flow-none = No job hands anything on. Files under artifacts:paths go to later jobs, and the variables of a dotenv report do too.
flow-no-jobs = There are no jobs.
flow-filter = Filter files and variables
flow-filter-jobs = Filter jobs
flow-no-match = Nothing matches the filter.
flow-more-things = { $count ->
    [one] One more; the filter finds it.
   *[other] { $count } more; the filter finds them.
}
flow-takers = { $count ->
    [0] no job gets it
    [one] one job gets it
   *[other] { $count } jobs get it
}
flow-lacking = { $count ->
    [one] one lacks it
   *[other] { $count } lack it
}
flow-file-only = Later jobs that take the artifacts find it as a file.
flow-dotenv-only = A dotenv report: its variables are set in later jobs that take the artifacts. The file itself is not there.
flow-file-and-dotenv = A dotenv report and a file: later jobs that take the artifacts have its variables, and find it as a file.
flow-variables = Variables in it
flow-used-by = Jobs that use it
flow-no-stage = Stage not known
flow-more-jobs = { $count ->
    [one] One more job
   *[other] { $count } more jobs
}
flow-others = { $count ->
    [one] One earlier job
   *[other] { $count } earlier jobs
}
flow-uses = uses { $names }
flow-makes = makes it
flow-by-needs = gets it by needs
flow-by-dependencies = gets it by dependencies
flow-by-stage = gets it as a later stage
flow-not-needed = does not get it: not among its needs
flow-without-artifacts = does not get it: artifacts: false
flow-not-depended = does not get it: not among its dependencies
flow-not-later = does not get it: its stage is not a later one
flow-unknown = may get it: that depends on other files
flow-made-by = from { $jobs }
flow-choose-job = Choose a job to see what it gets and what it makes.
flow-job-gets = Gets
flow-job-makes = Makes
flow-job-lacks = Uses and does not get
flow-job-elsewhere = Gets from other pipelines
flow-job-nothing = It gets no artifacts and makes none.

## GitLab's variables

predefined-filter = Filter variables
predefined-scenario = As in a pipeline for
predefined-count = { $count ->
    [one] One variable
   *[other] { $count } variables
}
predefined-since = since GitLab { $version }
predefined-absent = not there
copy-variable = Copy ${ $name }
variable-copied = { $name } was copied.
variable-not-copied = The browser refused the clipboard.
scenario-default-branch = the default branch, { $name }
scenario-branch = a branch, { $name }
scenario-merge-request = a merge request of { $name }
scenario-tag = a tag, { $name }
scenario-schedule = a schedule on { $name }
help-only = Only
only-merge-requests = in merge request pipelines
only-external-pull-requests = in pipelines for pull requests on GitHub
only-tags = in pipelines for tags
only-branches = in branch pipelines
only-schedules = in scheduled pipelines
only-chat = in pipelines of ChatOps commands
only-downstream = in downstream pipelines

## Where the variables of a job come from

section-claims = Variables this job has
claims-about = What stands higher wins. Variables of the project's settings, and those that somebody gives when starting a pipeline, win over all of these.
claims-none = The file gives this job no variables.
claim-dotenv = report of { $job }
claim-rule = rule { $number }
claim-matrix = matrix
claim-job = this job
claim-base = { $name }
claim-workflow = workflow, rule { $number }
claim-file = global variables
claim-predefined = set by GitLab
claim-sometimes = if it applies
claim-loses = loses
claim-show = Show { $name } of { $place } in text

## Environments

environments-none = No job deploys to an environment. A job does by its keyword environment.
environment-url = Address
environment-stop = Stopped by
environment-auto-stop = Stops after
environment-stops-alone = nobody: once the branch is gone it is marked as stopped, and nothing is taken down
environment-in-stage = stage { $stage }
environment-manual = by hand
environment-one-at-a-time = one at a time in { $group }
tier-by-name = by its name
tier-production = Production
tier-staging = Staging
tier-testing = Testing
tier-development = Development
tier-other = Other
tier-open = Tier depends on variables
action-start = deploys
action-prepare = prepares
action-verify = verifies
action-access = has access
action-stop = stops it
action-unknown = does something that is not known
