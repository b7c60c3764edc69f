#!/bin/sh
# Programs that some tests drive. Installed where that needs no password; else those tests are
# skipped and say so.
set -u
wanted=""
command -v tmux >/dev/null 2>&1 || wanted="$wanted tmux"
command -v chromedriver >/dev/null 2>&1 || wanted="$wanted chromium chromium-driver"
[ -z "$wanted" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing for the tests that drive a real terminal and a real browser:$wanted"
  # shellcheck disable=SC2086  # several packages
  { apt-get -q update && DEBIAN_FRONTEND=noninteractive apt-get -q -y install $wanted; } >/dev/null 2>&1 && exit 0
fi
echo "missing:$wanted; the tests that need them will be skipped (install them to run these tests)"
