# What can be done with this clone. Each target installs what is missing; the tools are in tools/, a file for each.
# tools/with NEED... -- COMMAND...: sees to the needs, then runs the command.
help:
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' Makefile | expand --tabs=14

wasm := --target wasm32-unknown-unknown
.PHONY: help
