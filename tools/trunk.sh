# shellcheck shell=bash disable=SC2154 # sourced by tools/with, which gives the variables
# Trunk, which builds the page. With wasm-bindgen and wasm-opt of the right versions on PATH it downloads nothing.

need_trunk() {
  [[ $(trunk --version 2>/dev/null) == "trunk $trunk_version" ]] && return
  cached "trunk-$trunk_version" build_trunk
  PATH=$cache/trunk-$trunk_version/bin:$PATH
}

build_trunk() {
  say "building Trunk $trunk_version once (about 4 min on 2 cores)"
  # Its own features minus those that want OpenSSL or the network at run time. Optimised lightly: it waits for cargo anyway.
  CARGO_TARGET_DIR=$1/build CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off \
    cargo install --quiet trunk --version "$trunk_version" --locked --no-default-features --features rustls \
    --root "$1/out" </dev/null
}
