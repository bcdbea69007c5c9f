# shellcheck shell=bash disable=SC2154 # sourced by tools/with, which gives the variables
# wasm-bindgen's command and test runner, of the version of the library in Cargo.lock.

need_bindgen() {
  local version
  version=$(awk '$0 == "name = \"wasm-bindgen\"" { getline; gsub(/[^0-9.]/, ""); print }' "$root/Cargo.lock")
  have wasm-bindgen-test-runner && [[ $(wasm-bindgen --version 2>/dev/null) == "wasm-bindgen $version"* ]] && return
  cached "wasm-bindgen-$version" build_bindgen "$version"
  PATH=$cache/wasm-bindgen-$version/bin:$PATH
}

build_bindgen() {
  say "building wasm-bindgen's command $1 once (about 1 min on 2 cores)"
  # Without --locked: a dependency that its lock file names is no longer served everywhere.
  CARGO_TARGET_DIR=$2/build CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off \
    cargo install --quiet wasm-bindgen-cli --version "$1" --no-default-features --root "$2/out" </dev/null
}
