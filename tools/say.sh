# shellcheck shell=bash disable=SC2154 # sourced by tools/with, which gives the variables
# What the tools tell the person who waits: one line per step, and one clear message where it ends.

say() { printf '> %s\n' "$*" >&2; }

# stop WHAT COMMAND...: nothing more can be done here; names the command that a person can run instead.
stop() {
  printf '\nStopped: %s\n' "$1" >&2
  shift
  if (($#)); then
    printf 'Run this, then try again:\n' >&2
    printf '    %s\n' "$@" >&2
  fi
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }
