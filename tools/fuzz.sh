# shellcheck shell=bash disable=SC2154 # sourced by tools/with, which gives the variables
# cargo-fuzz, with a nightly compiler, which libFuzzer's instrumentation needs: `make fuzz TARGET=document TIME=600`.

need_fuzz() {
  have rustup && rustup run nightly rustc --version >/dev/null 2>&1 ||
    stop "A nightly compiler is missing; fuzzing needs one." "rustup toolchain install nightly"
  cached "cargo-fuzz-$cargo_fuzz_version" build_cargo_fuzz
  PATH=$cache/cargo-fuzz-$cargo_fuzz_version/bin:$PATH
  export RUSTUP_TOOLCHAIN=nightly
}

build_cargo_fuzz() {
  say "building cargo-fuzz $cargo_fuzz_version once (about 1 min)"
  CARGO_TARGET_DIR=$1/build cargo install --quiet cargo-fuzz --version "$cargo_fuzz_version" --locked --root "$1/out" </dev/null
}
