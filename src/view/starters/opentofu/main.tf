terraform {
  required_version = ">= 1.8"

  # Its address and password come from the pipeline's variables.
  backend "http" {}
}

variable "greeting" {
  description = "What is said"
  type        = string
  default     = "Hello, world!"
}

# A resource that needs no cloud. Put yours here.
resource "terraform_data" "hello" {
  input = var.greeting
}

output "greeting" {
  value = terraform_data.hello.output
}
