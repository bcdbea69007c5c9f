# shellcheck shell=bash disable=SC2154 # sourced by tools/with, which gives the variables
# What tests compare with: Python with PyYAML, an independent reader, and Node for GitLab's schema and gitlab-ci-local, which
# wants a newer Node than the page does and rsync to run a pipeline. The tests skip where it is absent.

need_oracle() {
  need_node
  cached "node-$node_version" fetch_node
  export PIPEWRIGHT_NODE=$cache/node-$node_version/bin/node
  /usr/bin/python3 -c 'import yaml' 2>/dev/null ||
    oracle_package python3-yaml "no /usr/bin/python3 with PyYAML: the tests that compare with it are skipped"
  have rsync || oracle_package rsync "no rsync: the starters are not run by gitlab-ci-local"
}

# oracle_package PACKAGE WITHOUT
oracle_package() {
  if is_debian && { ((EUID == 0)) || { have sudo && sudo -n true 2>/dev/null; }; }; then
    debian_install "the tests' oracles" "$1"
  else
    say "$2"
  fi
}
