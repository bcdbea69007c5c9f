
## Ways to look at the pipeline

perspectives = Formas de ver el pipeline
flow = Flujo
environments = Entornos
runners = Runners
