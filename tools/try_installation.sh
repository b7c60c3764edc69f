#!/bin/sh
# What users do first, for real: install stdtree into an empty environment, work without a network,
# and let pre-commit install it for itself. Needs the package registries, and git.
#
#   sh tools/try_installation.sh [PYTHON]      PYTHON has pre-commit; default: that of .venv
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
python=${1:-$root/.venv/bin/python}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM

export HOME="$scratch/home" STDTREE_LANG=en PRE_COMMIT_HOME="$scratch/pre-commit"
mkdir "$HOME"
git config --global user.name Tester
git config --global user.email tester@example.org

echo "== an empty environment"
PATH=$(sh "$root/ci/install.sh" "$scratch/venv"):$PATH

echo "== without a network"
cd "$scratch"
if unshare --net true 2>/dev/null; then
  offline() { unshare --net "$@"; }
  echo "in a network namespace of its own"
elif unshare --map-root-user --net true 2>/dev/null; then
  offline() { unshare --map-root-user --net "$@"; }
  echo "in a network namespace of its own, as a user"
else # macOS, containers: at least Python opens no connection
  cat >"$scratch/sitecustomize.py" <<'GUARD'
import socket


def refuse(*_):
    raise SystemExit("stdtree opens a connection")


socket.socket.connect = socket.socket.connect_ex = refuse
GUARD
  offline() { PYTHONPATH="$scratch" "$@"; }
  echo "with connections refused by Python"
fi
offline stdtree --help >/dev/null
offline stdtree init --sample demo
cd demo
offline stdtree check
offline stdtree diff 1.0 1.1 --stat
offline stdtree export 1.1 --check
offline stdtree doctor

echo "== pre-commit"
source=$scratch/source
mkdir "$source"
(cd "$root" && git ls-files -z --cached --others --exclude-standard | tar -cf - --null -T -) |
  tar -xf - -C "$source"
git -C "$source" init --quiet
git -C "$source" add --all
git -C "$source" commit --quiet --message "As it stands"
cat >.pre-commit-config.yaml <<CONFIG
repos:
  - repo: file://$source
    rev: $(git -C "$source" rev-parse HEAD)
    hooks:
      - id: stdtree-check
      - id: stdtree-fmt
CONFIG
git add .pre-commit-config.yaml
"$python" -m pre_commit run --all-files
