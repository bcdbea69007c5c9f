# shellcheck shell=bash disable=SC2154 # sourced by tools/with, which gives the variables
# Debian's packages: installs those that are missing, as root or by sudo.

is_debian() { have apt-get && have dpkg-query; }

# debian_install WHY PACKAGE...
debian_install() {
  local why=$1 package missing=() command=()
  shift
  for package; do
    [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
  done
  ((${#missing[@]})) || return 0

  if ((EUID != 0)); then
    if have sudo && { sudo -n true 2>/dev/null || [[ -t 0 ]]; }; then
      command=(sudo)
    else
      stop "$why needs Debian packages, and installing them needs root." "sudo apt-get update" \
        "sudo apt-get install --no-install-recommends ${missing[*]}"
    fi
  fi
  # --no-remove: where a package would push out one of the person's own, the person decides.
  command+=(env DEBIAN_FRONTEND=noninteractive apt-get --yes --quiet --option DPkg::Lock::Timeout=600)
  say "installing Debian packages for $why: ${missing[*]}"
  {
    if [[ -z ${debian_updated:-} ]]; then "${command[@]}" update && debian_updated=1; fi
    "${command[@]}" install --no-install-recommends --no-remove "${missing[@]}"
  } </dev/null >"$root/target/apt.log" 2>&1 || {
    tail -n 20 "$root/target/apt.log" >&2
    stop "Debian's package manager did not install what $why needs." "apt-get update" \
      "apt-get install --no-install-recommends ${missing[*]}"
  }
}
