#!/bin/sh
# Installs what a build and the tests need beside the Swift toolchain; says what to type where it may not.
set -eu

missing=""
[ -e /usr/include/histedit.h ] && [ -e /usr/lib/x86_64-linux-gnu/libedit.a ] || missing="$missing libedit-dev"
python3 -c 'import ensurepip' 2>/dev/null || missing="$missing python3-venv"

if [ -n "$missing" ]; then
  if [ "$(id -u)" = 0 ]; then
    apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
  else
    echo "hoi needs:$missing. Please run:" >&2
    echo "  sudo apt-get update && sudo apt-get install -y$missing" >&2
    exit 1
  fi
fi

swift --version 2>/dev/null | grep -q 'Swift version 6\.[3-9]' || {
  echo "hoi needs the Swift 6.3 toolchain (https://www.swift.org/install): swift is not there, or older" >&2
  exit 1
}
