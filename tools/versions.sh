# shellcheck shell=bash disable=SC2034 # sourced by tools/with
# The versions of what is built or installed outside Cargo.lock and package-lock.json, in one place.
# wasm-bindgen's command must match the library, so its version is read from Cargo.lock; esbuild, wasm-opt (binaryen),
# Playwright and axe are pinned by package-lock.json.

# The newest that Rust 1.96.0 compiles.
trunk_version=0.21.14

# What Playwright asks for. Debian 12 has 18; there the other one comes from npm.
node_least=20
node_version=22.23.3

cargo_fuzz_version=0.13.2
