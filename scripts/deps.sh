#!/bin/sh
# Looks for what the build needs and installs what is missing with apt-get, saying so. Swift itself is only looked for.
set -eu

missing=""
need() { # need COMMAND PACKAGE
  command -v "$1" > /dev/null 2>&1 || missing="$missing $2"
}
need make make
need git git
need pkg-config pkg-config
need install coreutils
# The toolchain's linker takes C's and C++'s libraries and start files from the system's compiler.
need g++ g++
need ld binutils
if ! { command -v pkg-config > /dev/null 2>&1 && pkg-config --exists libedit libbsd libmd; }; then
  missing="$missing libedit-dev"
fi

# Opened at its first use: linear algebra and large products.
if ! ldconfig -p 2> /dev/null | grep -q 'libopenblas\.so' && ! /sbin/ldconfig -p 2> /dev/null | grep -q 'libopenblas\.so'; then
  missing="$missing libopenblas0-pthread"
fi

# Opened at their first use: fonts and vector files of pictures. The headers of FreeType are needed to build.
[ -e /usr/include/freetype2/ft2build.h ] || missing="$missing libfreetype-dev"
[ -e /usr/include/cairo/cairo.h ] || missing="$missing libcairo2-dev"
[ -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] || missing="$missing fonts-dejavu-core"
[ -e /usr/share/fonts/truetype/dejavu/DejaVuSans-Oblique.ttf ] || missing="$missing fonts-dejavu-extra"

if [ -n "$missing" ]; then
  if ! command -v apt-get > /dev/null 2>&1; then
    echo "deps: missing:$missing; install them with this system's package manager" >&2
    exit 1
  fi
  root=""
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo > /dev/null 2>&1; then
      echo "deps: missing:$missing; run as root: apt-get install$missing" >&2
      exit 1
    fi
    root=sudo
  fi
  echo "deps: installing$missing with apt-get"
  $root apt-get update -q
  DEBIAN_FRONTEND=noninteractive $root apt-get install -y -q --no-install-recommends $missing
fi

if ! command -v swift > /dev/null 2>&1; then
  echo "deps: swift is missing: install Swift 6.2 or newer from https://www.swift.org/install/linux/" >&2
  exit 1
fi
version=$(swift --version 2> /dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
case "$version" in
  "" | [0-5].* | 6.[01])
    echo "deps: Swift 6.2 or newer is needed, this is ${version:-unknown}" >&2
    exit 1
    ;;
esac
echo "deps: all there (Swift $version, libedit $(pkg-config --modversion libedit))"
