#!/bin/sh
# Programs that some tests drive. Installed where that needs no password; else those tests are
# skipped and say so.
set -u
command -v tmux >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing tmux for the tests that drive a real terminal"
  { apt-get -q update && DEBIAN_FRONTEND=noninteractive apt-get -q -y install tmux; } >/dev/null 2>&1 && exit 0
fi
echo "tmux is missing: tests that drive a real terminal will be skipped (install tmux to run them)"
