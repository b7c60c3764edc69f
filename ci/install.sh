#!/bin/sh
# Puts stdtree, as it stands beside this script, into a virtual environment of its own.
#
#   sh ci/install.sh FOLDER
#
# What is installed is pinned by hash (requirements/run.txt). The folder that is being checked may
# be anybody's: Python runs with -I throughout, so that no file there is taken for a module.
set -eu
folder=$1
source=$(cd "$(dirname "$0")/.." && pwd)

for python in python3 python3.14 python3.13 python3.12 python3.11 python; do
  if "$python" -I -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    found=$python
    break
  fi
done
if [ -z "${found:-}" ]; then
  echo "stdtree needs Python 3.11 or newer; on GitHub, put actions/setup-python before it" >&2
  exit 2
fi

"$found" -I -m venv "$folder"
bin=$folder/bin
[ -d "$bin" ] || bin=$folder/Scripts
set -- --quiet --disable-pip-version-check
"$bin/python" -I -m pip install "$@" --require-hashes -r "$source/requirements/run.txt"
"$bin/python" -I -m pip install "$@" --no-build-isolation --no-deps "$source"
echo "$bin"
