# shellcheck shell=bash disable=SC2154 # sourced by tools/with, which gives the variables
# Firefox, for the tests in a second browser. Exports FIREFOX, empty where there is none: its tests are skipped then.

need_firefox() {
  [[ -n ${FIREFOX:-} ]] || FIREFOX=$(command -v firefox-esr || command -v firefox) || true
  # Chromium shows the same and more, so nothing stops where this one can't be had.
  if [[ -z $FIREFOX ]] && is_debian && (debian_install "the tests in a second browser" firefox-esr); then
    FIREFOX=$(command -v firefox-esr)
  fi
  export FIREFOX
}
