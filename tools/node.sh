# Node's packages (CodeMirror, esbuild, wasm-opt, Playwright), into node_modules of the clone; npm's own cache makes it
# quick in a second clone. Done again only when package-lock.json has changed.

need_node() {
  if ! have npm || ! node -e "process.exit(parseInt(process.versions.node) < $node_least ? 1 : 0)" 2>/dev/null; then
    is_debian || stop "Node $node_least or newer is missing, with npm." "see https://nodejs.org/en/download"
    if have node; then stop "Node $(node --version) is too old: $node_least or newer is needed." "see https://nodejs.org/en/download"; fi
    debian_install "the page's JavaScript" nodejs npm
  fi
  if ! cmp --quiet "$root/package-lock.json" "$root/node_modules/.installed-lock.json"; then
    say "installing Node packages by npm ci"
    (cd "$root" && npm ci </dev/null >"$root/target/npm.log" 2>&1) || {
      tail -n 20 "$root/target/npm.log" >&2
      stop "npm could not install the packages of package-lock.json." "npm ci"
    }
    cp "$root/package-lock.json" "$root/node_modules/.installed-lock.json"
  fi
  PATH=$root/node_modules/.bin:$PATH
}
