
## Runners

start-runners = Runners are the machines that run your jobs. See yours, edit their config.toml, or set up a new one – without a pipeline too.
start-see-runners = See runners
runner-set-up = Set up a runner
runner-set-up-more = Set up a runner…
runners-back = Back to the start
runners-undo = Undo in runners
runners-redo = Redo in runners
runners-empty = Runners are the machines that run your jobs. Tell Pipewright which ones your team has, and it shows which of them takes which job.
runners-empty-enter = Enter a runner by hand: its name, its tags, and the environment that it stands for.
runners-empty-open = Open the config.toml of a machine, or drop several here. Nothing but the lines that you change is changed in them.
runners-empty-set-up = Set up a new runner in Docker, with commands that are written for you.
runners-private = Runners are kept in this browser. A config.toml is kept nowhere: it holds tokens, and is gone when the page is closed.
runners-tags-note = GitLab keeps tags, “runs untagged jobs” and “protected”: change them in GitLab under Settings, CI/CD, Runners. What stands here is kept in this browser and changes nothing there.

runner-enter = Enter a runner
runner-add = Add runner
runner-keep = Keep
runner-entered = Runner { $name } was added.
runner-changed = Runner { $name } was changed.
runner-deleted = Runner { $name } was deleted.
runner-edit-named = Edit { $name }
runner-duplicate-named = Duplicate { $name }
runner-delete-named = Delete { $name }
runner-unnamed = Unnamed runner
runner-no-executor = No executor
runner-no-tags = No tags
runner-volume-count = { $count ->
    [one] { $count } volume
   *[other] { $count } volumes
}
runner-in-file = In { $file }
runner-part-machine = On its machine
runner-part-gitlab = In GitLab
runner-in-config = Its name, executor, image, volumes and “privileged” stand in an open config.toml. Edit them there, below the list.
runner-name = Name
runner-name-hint = As in GitLab's list of runners.
runner-executor = Executor
runner-image = Default image
runner-image-hint = For jobs that name no image.
runner-volumes = Volumes
runner-privileged = Privileged
runner-privileged-long = Privileged containers (Docker-in-Docker needs them)
runner-socket = Docker socket
runner-tags = Tags
runner-tags-hint = A runner takes a job if it has all of the job's tags.
runner-untagged = Runs untagged jobs
runner-untagged-long = Runs jobs without tags
runner-protected = Protected
runner-protected-long = Runs jobs of protected branches and tags only
runner-environment = Environment
runner-environment-hint = What it stands for, as production. For your own overview; GitLab does not know it.

## config.toml

config-open = Open config.toml
config-opened = { $count ->
    [one] { $file } was opened, with { $count } runner.
   *[other] { $file } was opened, with { $count } runners.
}
config-closed = { $file } was closed.
config-close = Close { $file }
config-too-large = { $file } is larger than 1 MB, which no config.toml is.
config-too-many = At most { $count } files are open at once. Close one first.
config-no-text = { $file } is not a UTF-8 text.
config-changed = The file was changed.
config-changed-on-disk = { $file } was changed on disk by another program, so nothing was saved. Download yours, or close it and open it again.
config-runner-removed = The runner was removed from the file.
config-private = This file is kept nowhere. Save or download it before you close the page.
config-permissions = The file holds tokens. On its machine only its owner should read it: chmod 600. GitLab Runner reads it again within 3 seconds.
config-export-named = Export { $file }…
config-problems = Problems in { $file }
config-error = Error:
config-warning = Warning:
config-note = Note:
config-line = Line { $line }:
config-fix = Fix
config-fix-named = Fix line { $line }
config-machine = The machine
config-concurrent = Jobs at a time (concurrent)
config-concurrent-hint = Of all its runners together.
config-interval = Seconds between checks (check_interval)
config-interval-hint = How often GitLab is asked for jobs.
config-log-level = Log level (log_level)
config-log-level-hint = How much GitLab Runner tells.
config-log-level-default = As it comes
config-no-number = Enter a whole number from 0 on, or nothing.
config-add-runner = Add a runner to this file
config-up = Move { $name } up
config-down = Move { $name } down
config-remove = Remove { $name } from the file
config-limit = Jobs at a time (limit)
config-limit-hint = Of this runner; 0 for no limit.
config-pull = Pull policy
config-pull-hint = always, if-not-present or never; several are tried in turn.
config-environment = Variables (environment)
config-text = Text
config-text-named = Text of { $file }
config-reveal = Show tokens
config-type = Type in the text
config-type-label = { $file } with its tokens
config-type-hint = Your text is taken when you leave the field or press Ctrl+Enter.
config-more-lines = { $count ->
    [one] … and { $count } line more
   *[other] … and { $count } lines more
}

config-syntax = This is no TOML: { $message }.
config-unknown-key = GitLab Runner does not know { $key }, and ignores it.
config-unknown-key-near = GitLab Runner does not know { $key }, and ignores it. Is it { $near }?
config-misplaced-key = { $key } belongs in [{ $table }]. Here GitLab Runner ignores it.
config-kept-by-gitlab = { $key } is GitLab's to keep: in a config.toml it does nothing. Set it in GitLab under Settings, CI/CD, Runners.
config-wrong-type = { $key } must be { $wanted }. GitLab Runner does not read the file like this.
config-unknown-value = { $key } can't be “{ $value }”. Possible are: { $known }.
config-no-concurrency = With concurrent = 0 GitLab Runner ends with an error.
config-no-executor = This runner has no executor: it can't run jobs.
config-no-token = This runner has no token: GitLab gives it no jobs.
config-no-url = This runner has no url: it does not know its GitLab.
config-registration-token = This is a registration token. Here the runner's own token has to stand, which registering writes.
config-no-image = There is no image. Jobs that name none fail.
config-dind = Docker-in-Docker needs privileged containers: set privileged = true, or share the machine's Docker socket instead.
config-privileged = Privileged: a job can take over this machine. Only let jobs run here that you trust, and use a runner of its own for them.
config-socket = The Docker socket is shared: a job can command this machine's Docker and so take over the machine. Only let jobs run here that you trust.
config-socket-alone = This mounts an empty volume, not the socket: write /var/run/docker.sock:/var/run/docker.sock.
config-plain-http = Without TLS the token and the code are sent where others can read them. Use https:// if your GitLab has it.
config-unverified = The Docker daemon's certificate is not verified: anyone in between can pose as it. Set tls_verify = true.

wanted-text = a string
wanted-integer = a whole number
wanted-number = a number
wanted-flag = true or false
wanted-list = a list of strings
wanted-text-or-list = a string or a list of strings
wanted-numbers = a list of numbers
wanted-duration = a duration, as "30s"
wanted-date = a date with time
wanted-table = a table
wanted-tables = a list of tables

config-refused-broken = The text is no TOML now. Mend it first, then the form can be used.
config-refused-not-there = What this edit is about is not in the file.
config-refused-form = This part is written in a form that the form can't edit. Type in the text instead.
config-refused-too-large = The file would be larger than 1 MB.
config-refused-not-verified = The edit could not be made exactly, so it was not made. Type in the text instead.

## Setting a runner up

setup-way = How to start it
setup-way-docker = Docker
setup-way-compose = Docker Compose
setup-part-gitlab = Your GitLab
setup-part-jobs = Its jobs
setup-part-machine = On the machine
setup-url = GitLab's address
setup-token-kind = Token
setup-token-authentication = Runner authentication token (glrt-…)
setup-token-registration = Registration token (deprecated)
setup-token-old = Registration tokens are deprecated, and turned off in many GitLabs. Create the runner in GitLab and use its authentication token if you can.
setup-token = The token itself
setup-token-hint = It stays in this page and is stored nowhere. Leave it empty, and the commands ask for it.
setup-ask = Keep the token out of the commands: ask for it
setup-socket = Jobs share the machine's Docker socket
setup-trust = Jobs that are privileged or have the socket can take over the machine. Only let jobs run here that you trust.
setup-volumes = More volumes for jobs
setup-storage = Where its config.toml lies
setup-storage-volume = In a Docker volume
setup-storage-folder = In a folder
setup-volume = Name of the volume
setup-folder = Path of the folder
setup-container = Name of the container
setup-version = Version of GitLab Runner
setup-version-hint = A tag of the image gitlab/gitlab-runner: latest, alpine, or a version as v18.2.0.
setup-restart = Start it again
setup-reveal = Show the token
setup-copied = The command was copied.
setup-not-copied = The browser refused the clipboard. Select the command and copy it yourself.
setup-copy-named = Copy: { $what }
setup-download-compose = Download compose.yaml
setup-none = Correct the marked values, and the commands are written.
setup-in-gitlab = In GitLab
setup-in-gitlab-new = In your project open Settings, CI/CD, Runners, and choose “Create project runner” (“New project runner” in older versions).
setup-in-gitlab-tags = Enter its tags there, or choose “Run untagged jobs”; both are kept by GitLab, not by the runner. Mark it as protected if it is to deploy.
setup-in-gitlab-token = Create the runner, and copy its authentication token, which begins with glrt-. It is shown only for a short time.
setup-in-gitlab-old = In your project open Settings, CI/CD, Runners. The registration token is in the menu with three dots beside the button for a new runner, where the administrator still allows it.
setup-compose = Save this as compose.yaml in a folder of its own, and run the commands there. It holds no token.
setup-do-storage = Make a place for the configuration
setup-do-storage-about = It stays when the container is replaced by a newer one.
setup-do-start = Start GitLab Runner
setup-do-start-about = It gets the Docker socket, as it starts a container for each job.
setup-do-ask = Enter the token
setup-do-ask-about = Paste it and press Enter. It is not shown, and gets into no history.
setup-do-register = Register the runner
setup-do-register-about = This writes config.toml, which the running GitLab Runner reads at once.
setup-do-forget = Forget the token
setup-do-forget-about = The shell need not know it any longer.
setup-do-verify = See whether GitLab knows it
setup-do-verify-about = It says “is valid”; in GitLab the runner is online.
setup-do-logs = Read what it says
setup-do-logs-about = Where a job does not start, the reason is here.
setup-fault-empty = This can't be empty.
setup-fault-control = This holds a line break or another sign that can't be typed.
setup-fault-blank = This can't hold blanks.
setup-fault-url = An address begins with https:// or http://.
setup-fault-name = Letters, digits, “_”, “.” and “-”, and first a letter or digit.
setup-fault-path = A path from the root, as /srv/gitlab-runner/config, without a colon.
setup-fault-comma = A tag can't hold a comma.
setup-fault-authentication = This is an authentication token. Choose it under “Token”.
setup-fault-registration = This is a registration token. Choose it under “Token”.
