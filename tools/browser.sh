# shellcheck shell=bash disable=SC2154 # sourced by tools/with, which gives the variables
# Chromium and its driver, for the tests in a browser. Exports CHROME and CHROMEDRIVER.

need_browser() {
  [[ -n ${CHROME:-} ]] || CHROME=$(find_chrome) || true
  [[ -n ${CHROMEDRIVER:-} ]] || CHROMEDRIVER=$(command -v chromedriver) || true
  if [[ -z $CHROME || -z $CHROMEDRIVER ]]; then
    is_debian || stop "Chromium or Chrome, or its driver of the same version (chromedriver), is missing; the tests need both." \
      "CHROME=/path/to/chrome CHROMEDRIVER=/path/to/chromedriver make test"
    debian_install "the tests in a browser" chromium chromium-driver
    CHROME=/usr/bin/chromium CHROMEDRIVER=/usr/bin/chromedriver
  fi
  export CHROME CHROMEDRIVER
}

find_chrome() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" && return
  done
  name='/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  [[ -x $name ]] && echo "$name"
}
