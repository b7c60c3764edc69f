#!/bin/sh
# Programs that some tests drive. Installed where that needs no password; else those tests are
# skipped and say so.
set -u
cd "$(dirname "$0")/.." || exit 1
wanted=""
command -v tmux >/dev/null 2>&1 || wanted="$wanted tmux"
command -v chromedriver >/dev/null 2>&1 || wanted="$wanted chromium chromium-driver"
command -v npm >/dev/null 2>&1 || wanted="$wanted nodejs npm"
if [ -n "$wanted" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing for the tests that drive a terminal, a browser and an editor's server:$wanted"
  # shellcheck disable=SC2086  # several packages
  { apt-get -q update && DEBIAN_FRONTEND=noninteractive apt-get -q -y install $wanted; } \
    >/dev/null 2>&1 && wanted=""
fi
[ -z "$wanted" ] || echo "missing:$wanted; the tests that need them will be skipped"

# The YAML language server that editors use, as tests/editors/package-lock.json pins it.
lock=tests/editors/package-lock.json
have=tests/editors/node_modules/.package-lock.json
if command -v npm >/dev/null 2>&1 && ! [ "$have" -nt "$lock" ]; then
  npm ci --prefix tests/editors --ignore-scripts --no-audit --no-fund --silent >/dev/null 2>&1 \
    || echo "yaml-language-server could not be installed; the tests that need it will be skipped"
fi
exit 0
