## Starters

starters-language = A project
starters-delivery = Delivery
starters-larger = More than one pipeline
starter-minimal = Minimal
starter-minimal-about = Two stages, a job in each.
starter-python = Python
starter-python-about = Style, tests on two versions with coverage, a wheel for each tag.
starter-rust = Rust
starter-rust-about = Format, Clippy, tests, and an optimised build.
starter-node = Node.js
starter-node-about = Lint and tests side by side, then the build.
starter-java = Java
starter-java-about = Maven: compile, test with coverage, package.
starter-go = Go
starter-go-about = Format and vet, tests with coverage, a static binary.
starter-docker = Docker images
starter-docker-about = Named once, built, tested, delivered as tested, deployed to production by tag.
starter-pages = GitLab Pages
starter-pages-about = A static site, built for every change and published from the default branch.
starter-tofu = OpenTofu or Terraform
starter-tofu-about = Check, plan, and apply by hand exactly what was planned.
starter-monorepo = Monorepo
starter-monorepo-about = A child pipeline for each project, started when something of it changed.
starter-component = CI/CD component
starter-component-about = A template with inputs, its own test pipeline, and its release.

## Their files

companions = Companion files
companions-more = Companion files…
companions-about = What the pipeline needs to run as it stands. Put each file where its path says.
companions-offer = { $count ->
    [one] One file comes with this pipeline, so that it runs as it stands.
   *[other] { $count } files come with this pipeline, so that it runs as it stands.
}
companions-show = Show the files
companions-dismiss = Hide this. The files stay in the File menu.
companions-zip = Download all as .zip
copy-file = Copy
copy-file-named = Copy { $file }
file-copied = { $file } was copied.
file-not-copied = The browser refused the clipboard. Select the text and copy it, or download the file.
download-file-named = Download { $file }
file-text = Text of { $file }
download-zip = Download as .zip

## Their jobs in another pipeline

insert-more = Add jobs from a starter…
insert-title = Add jobs from a starter
insert-starter = Starter
insert-jobs = Jobs
insert-job = { $job } (stage { $stage })
insert-about = Choose the jobs. What they rely on comes along: jobs, stages, variables, defaults.
insert-alone = Nothing else comes along but their stages, variables and defaults.
insert-along = Along come: { $names }. What is the same here already is used instead.
insert-confirm = { $count ->
    [0] Add jobs
    [one] Add one job
   *[other] Add { $count } jobs
}
done-insert-jobs = Added from a starter: { $jobs }.
refused-cant-take = { $what } of the other pipeline can’t be taken over. Copy its text.
