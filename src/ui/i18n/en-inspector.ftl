
## The inspector
