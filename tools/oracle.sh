# shellcheck shell=bash disable=SC2154 # sourced by tools/with, which gives the variables
# Python with PyYAML, an independent reader that some tests compare with; they skip where it is absent.

need_oracle() {
  /usr/bin/python3 -c 'import yaml' 2>/dev/null && return
  if is_debian && { ((EUID == 0)) || { have sudo && sudo -n true 2>/dev/null; }; }; then
    debian_install "the comparison with PyYAML" python3-yaml
  else
    say "no /usr/bin/python3 with PyYAML: the tests that compare with it are skipped"
  fi
}
