# Read by run, test and bench: what they need from the machine, and how to get it. Not run by itself.
# shellcheck shell=bash

say() { printf '%s\n' "$*"; }
complain() { printf '%s\n' "$*" >&2; }

# major_of "v20.20.2" -> 20; nothing when it is not a version
major_of() { sed -n 's/^[^0-9]*\([0-9][0-9]*\).*/\1/p' <<<"$1" | head -n 1; }

java_major() {
  local line
  line="$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -version 2>&1 | head -n 1)" || return 0
  major_of "${line#*version \"}"
}

need_jdk() {
  local major javac="${JAVA_HOME:+$JAVA_HOME/bin/}javac"
  major="$(java_major)"
  if [[ -z "$major" || "$major" -lt 17 ]] || ! command -v "$javac" >/dev/null; then
    complain "Missing: a JDK, version 17 or newer (found: ${major:-none})."
    complain "  Debian, Ubuntu:  apt-get install openjdk-17-jdk-headless"
    complain "  elsewhere:       any OpenJDK 17 or newer, its bin folder in PATH or JAVA_HOME naming its folder"
    return 1
  fi
}

need_maven() {
  local version minor
  version="$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)" || true
  minor="${version#*.}"
  minor="${minor%%.*}"
  if [[ -z "$version" ]] || [[ "${version%%.*}" -lt 3 ]] || [[ "${version%%.*}" -eq 3 && "$minor" -lt 8 ]]; then
    complain "Missing: Maven, version 3.8 or newer (found: ${version:-none})."
    complain "  Debian, Ubuntu:  apt-get install maven"
    complain "  elsewhere:       the binary archive of Apache Maven, its bin folder in PATH"
    return 1
  fi
}

need_node() {
  local major
  major="$(major_of "$(node --version 2>/dev/null || true)")"
  if [[ -z "$major" || "$major" -lt 20 ]] || ! command -v npm >/dev/null; then
    complain "Missing: Node.js 20 or newer, with npm (found: ${major:-none})."
    complain "  Debian 13, Ubuntu 25.04 or newer:  apt-get install nodejs npm"
    complain "  elsewhere (Debian 12 has 18):      the binary archive of Node.js 20 or newer, its bin folder in PATH"
    return 1
  fi
}

# Says everything that is missing at once, then stops.
need_build_tools() {
  local missing=0
  need_jdk || missing=1
  need_maven || missing=1
  need_node || missing=1
  if [[ $missing -ne 0 ]]; then
    complain "Nothing was started. Install the above and say it again."
    exit 3
  fi
}

# apt_install PACKAGE...: true when they are there afterwards
apt_install() {
  local sudo=()
  command -v apt-get >/dev/null || return 1
  if [[ $EUID -ne 0 ]]; then
    command -v sudo >/dev/null && sudo -n true 2>/dev/null || return 1
    sudo=(sudo -n)
  fi
  say "Installing $* ..."
  "${sudo[@]}" apt-get update -qq || return 1
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

chromium_path() { command -v chromium || command -v chromium-browser || command -v google-chrome || true; }

# The pages are tested in a real browser; without one those tests would be skipped, which is not the whole verification.
need_chromium() {
  if [[ -z "$(chromium_path)" ]] && ! apt_install chromium; then
    complain "Missing: Chromium, for the tests of the pages."
    complain "  Debian:    apt-get install chromium"
    complain "  elsewhere: install Chromium or Chrome so that chromium, chromium-browser or google-chrome is in PATH"
    exit 3
  fi
}

# Whether the packaged program is older than anything it is made of.
is_stale() {
  local root="$1" jar="$1/deploy/target/hoang-lien.jar"
  [[ -f "$jar" && -f "$root/deploy/target/test.classpath" && -d "$root/deploy/target/lib" ]] || return 0
  [[ -n "$(find "$root/pom.xml" "$root/.mvn" \
    "$root"/{dispatch-core,routing,hospital-gateway,deploy}/{pom.xml,src,web} \
    \( -name node_modules -o -name dist -o -name target -o -name e2e \) -prune -o -type f -newer "$jar" -print -quit 2>/dev/null)" ]]
}

# Always from clean: without it a changed version keeps the old manifest and the old libraries.
build_if_stale() {
  local root="$1" started=$SECONDS
  if is_stale "$root"; then
    need_build_tools
    say "Building (the first time Maven and npm fetch their libraries: some minutes; later under one) ..."
    (cd "$root" && mvn -q -B clean package -DskipTests)
    say "Built in $((SECONDS - started)) s."
  fi
}
