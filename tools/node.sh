# shellcheck shell=bash disable=SC2154 # sourced by tools/with, which gives the variables
# Node, and its packages (CodeMirror, esbuild, wasm-opt, Playwright) in node_modules of the clone; npm's own cache makes
# them quick in a second clone. Done again only when package-lock.json has changed.

need_node() {
  if ! have node || ! have npm; then
    is_debian || stop "Node $node_least or newer is missing, with npm (https://nodejs.org/en/download)." \
      "brew install node    # or: dnf install nodejs npm"
    debian_install "the page's JavaScript" nodejs npm
  fi
  # Before Node is exchanged: Debian's npm runs with Debian's Node only.
  install_packages
  local major
  major=$(node --print 'process.versions.node.split(".")[0]')
  if ((major < node_least)); then
    cached "node-$node_version" fetch_node
    PATH=$cache/node-$node_version/bin:$PATH
  fi
  PATH=$root/node_modules/.bin:$PATH
}

install_packages() {
  cmp --quiet "$root/package-lock.json" "$root/node_modules/.installed-lock.json" && return
  say "installing Node packages by npm ci"
  (cd "$root" && npm ci </dev/null >"$root/target/npm.log" 2>&1) || {
    tail -n 20 "$root/target/npm.log" >&2
    stop "npm could not install the packages of package-lock.json." "npm ci"
  }
  cp "$root/package-lock.json" "$root/node_modules/.installed-lock.json"
}

# The npm package that carries Node's program.
fetch_node() {
  local platform
  platform=$(node --print 'process.platform + "-" + process.arch')
  say "installing Node $node_version once, as the one here is $(node --version)"
  npm install --silent --ignore-scripts --no-save --prefix "$1" "node-$platform@$node_version" </dev/null >/dev/null ||
    stop "Node $(node --version) is too old: $node_least or newer is needed (https://nodejs.org/en/download)."
  mv "$1/node_modules/node-$platform/bin" "$1/out/bin"
}
