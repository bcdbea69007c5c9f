
## Ways to look at the pipeline

perspectives = Ways to look at the pipeline
flow = Flow
environments = Environments
runners = Runners
