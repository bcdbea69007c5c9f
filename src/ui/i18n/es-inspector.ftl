
## El inspector
