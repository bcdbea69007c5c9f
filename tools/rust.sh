# shellcheck shell=bash disable=SC2154 # sourced by tools/with, which gives the variables
# Rust with the standard library of wasm32-unknown-unknown. Three ways, the first that works:
# 1. The cargo on PATH has the target.
# 2. rustup adds it.
# 3. Debian's rustc-web and its sources: the target's standard library is built once, by cargo's own -Zbuild-std, into
#    the cache, and given to rustc by --sysroot for that target alone. Nothing of the system is written to.
# A rust-toolchain.toml must not list the target: rustup would try to download it at every call of cargo.

target=wasm32-unknown-unknown

need_rust() {
  if has_target rustc; then return; fi
  if use_debian_rust; then return; fi
  if have rustup; then
    say "adding the target $target to rustup's toolchain"
    # A network that swallows the request must not hold up the way that works.
    if $(have timeout && echo timeout 180) rustup target add $target </dev/null >"$root/target/rustup.log" 2>&1 &&
      has_target rustc; then return; fi
    say "rustup could not download it (target/rustup.log)"
  fi
  if ! is_debian; then
    if have rustup; then stop "rustup could not add the target $target." "rustup target add $target"; fi
    stop "Rust with the target $target is missing." \
      "curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh" "rustup target add $target"
  fi
  debian_install "Rust for WebAssembly" rustc-web cargo-web rust-web-src rust-web-llvm rust-web-clippy
  # rust-lld is a link to the linker of a package that none of these depends on.
  debian_install "Rust for WebAssembly" "$(basename "$(readlink /usr/bin/rust-lld)")"
  cached "$(debian_rust)" build_debian_rust
  use_debian_rust
}

# has_target RUSTC
has_target() {
  local libraries
  libraries=$("$1" --print target-libdir --target $target 2>/dev/null) && compgen -G "$libraries/libstd-*.rlib" >/dev/null
}

# The name of the cached folder for Debian's compiler, by its exact version; fails where it is not installed.
debian_rust() { have dpkg-query && dpkg-query --show --showformat='rust-${Version}-${Architecture}' rustc-web 2>/dev/null; }

use_debian_rust() {
  local name place
  name=$(debian_rust) || return
  place=$cache/$name
  [[ -d $place ]] || return
  # Before rustup's proxies, so that no toolchain has to be linked into the person's rustup.
  PATH=$place/bin:$PATH
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--sysroot=$place ${CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS:-}"
  unset RUSTUP_TOOLCHAIN
}

build_debian_rust() {
  local partial=$1 program host
  say "building the standard library of $target once (about 1 min on 2 cores)"
  mkdir -p "$partial/empty/src" "$partial/out/bin" "$partial/out/lib/rustlib/$target/lib"
  printf '[package]\nname = "empty"\nedition = "2021"\n[workspace]\n' >"$partial/empty/Cargo.toml"
  echo '#![no_std]' >"$partial/empty/src/lib.rs"
  for program in rustc rustdoc cargo cargo-clippy clippy-driver; do
    ln -s "/usr/bin/$program" "$partial/out/bin/$program"
  done
  (
    cd "$partial/empty" || exit
    # Bitcode, as in rustup's libraries: link-time optimisation of the page needs it.
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=-Cembed-bitcode=yes
    PATH=$partial/out/bin:$PATH RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=$partial/build \
      cargo build --quiet --release -Zbuild-std=std,panic_abort,proc_macro,test --target $target </dev/null
  )
  cp "$partial/build/$target"/release/deps/*.rlib "$partial/out/lib/rustlib/$target/lib"
  rm "$partial/out/lib/rustlib/$target"/lib/libempty-*.rlib
  host=$(/usr/bin/rustc -vV | sed -n 's/^host: //p')
  mkdir -p "$partial/out/lib/rustlib/$host/bin"
  ln -s /usr/bin/rust-lld "$partial/out/lib/rustlib/$host/bin/rust-lld"
}
