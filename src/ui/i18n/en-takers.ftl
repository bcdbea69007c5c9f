
## Which runner takes which job

card-runs-on = Runs on { $runners }
card-runners = { $count ->
    [one] One runner
   *[other] { $count } runners
}
card-no-runner = No runner
card-no-runner-title = No runner takes this job.
card-some-untaken = No runner takes some of the jobs that its matrix makes.
tags-for = Tags, for { $environment }
taker-protected = protected branches and tags only
runner-if-protected = Only on protected branches and tags.
section-runners = Runners
runners-unknown = Which runners take this job can't be told here: variables of the project or other files decide on its tags.
runner-takes = May take this job.
runner-takes-some = May take { $some } of the { $all } jobs that this one becomes.
runner-lacks = { $count ->
    [one] Lacks the tag { $tags }.
   *[other] Lacks the tags { $tags }.
}
runner-tagged-only = Takes no jobs without tags.
give = Give it the job
give-to = Give { $job } to { $runner }
given = { $job } goes to { $runner }: its tags are { $tags } now.
given-untagged = { $job } goes to { $runner }: it has no tags now.
give-stays = { $job } has the tags for { $runner } already.
give-trigger = { $job } starts another pipeline. No runner takes it.
give-no-tags = { $runner } has no tags and takes no jobs without tags, so no job can be given to it.
run-on = Run on
dock-berth-title = { $runner }. Tags: { $tags }
dock-hint = Drop a job on a runner to give it the runner's tags. Press a runner to see its jobs.
carry-runner = Runner { $runner }, { $place } of { $count }. Enter gives the job its tags: { $tags }
rule-runners = The examples are about the runners { $runners }.
load-title = Load
load-about = The jobs of one full pipeline, for each runner that may take them. A job that several may take is counted in parts.
load-untaken = { $count ->
    [one] One job that no runner takes
   *[other] { $count } jobs that no runner takes
}
load-unknown = { $count ->
    [one] Who takes this job can't be told here: { $jobs }.
   *[other] Who takes these jobs can't be told here: { $jobs }.
}
load-sole = { $count ->
    [one] { $count } job alone
   *[other] { $count } jobs alone
}
load-shared = { $count ->
    [one] { $count } shared
   *[other] { $count } shared
}
load-none = No job.
load-sharers = { $count } runners may take it
load-more = and { $count } more
