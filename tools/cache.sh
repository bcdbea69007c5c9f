# shellcheck shell=bash disable=SC2154 # sourced by tools/with, which gives the variables
# The folder that keeps built tools, one for all clones of a user, each tool under its name and version.
# A tool is built in a hidden folder and then renamed, under a lock: an interruption leaves no half tool, and of two
# clones that build at once the second waits and finds it done.

cache=${PIPEWRIGHT_CACHE:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/pipewright}

# cached NAME BUILD...: sees to it that $cache/NAME is there. BUILD is called with the hidden folder as its last argument
# and fills its `out`; what it leaves beside `out` helps to go on after an interruption and is then thrown away.
cached() {
  local name=$1 partial=$cache/.$1.partial
  shift
  [[ -d $cache/$name ]] && return
  mkdir -p "$cache"
  (
    if have flock; then
      exec 9>"$cache/.$name.lock"
      flock --nonblock 9 || { say "another clone is building $name, waiting for it"; flock 9; }
    else
      partial+=.$$
    fi
    [[ -d $cache/$name ]] && exit
    rm -rf "$partial/out" && mkdir -p "$partial/out"
    "$@" "$partial"
    mv "$partial/out" "$cache/$name"
    rm -rf "$partial"
  )
}
