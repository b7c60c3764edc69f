"""The programs that a repository may name: hooks, filters, signing. They run only when trusted."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from stdtree.errors import StoreError
from stdtree.label import Label, same
from stdtree.store.git_refusals import first_lines
from stdtree.store.plumbing import Plumbing

COMMIT_HOOKS = ("pre-commit", "commit-msg")
SECONDS = 600
"""Hooks may run a whole test suite."""

_OFF = {
    "filter": {"clean": "", "smudge": "", "process": "", "required": "false"},
    "hook": {"enabled": "false"},
}
"""How the programs of a section of the settings are switched off."""

_SIGNING_PROGRAMS = {
    "gpg.program": "gpg",
    "gpg.openpgp.program": "gpg",
    "gpg.x509.program": "gpgsm",
    "gpg.ssh.program": "ssh-keygen",
    "gpg.ssh.defaultkeycommand": "",
}
"""Settings that name a program, with git's own values."""


def would_run(git: Plumbing) -> tuple[str, ...]:
    """What a trusted commit runs: paths of hooks, commands of configured hooks, the signer."""
    found = [*_hook_files(git), *_configured_hooks(git)]
    if signs_commits(git):
        format_ = git.text("config", "--get", "gpg.format") or "openpgp"
        settings = [f"gpg.{format_}.program", *(["gpg.program"] if format_ == "openpgp" else [])]
        named = [git.text("config", "--get", setting) for setting in settings]
        found.append(next(filter(None, named), _SIGNING_PROGRAMS.get(settings[0], format_)))
    return tuple(found)


def signs_commits(git: Plumbing) -> bool:
    """Whether the settings ask for signed commits."""
    return git.text("config", "--type=bool", "--get", "commit.gpgsign") == "true"


def run_hook(git: Plumbing, name: str, *arguments: str) -> None:
    """Runs a hook of a trusted repository, if it has one. Raises StoreError if the hook says no."""
    answer = git.ask(
        *("hook", "run", "--ignore-missing", name, "--", *arguments), as_user=True, seconds=SECONDS
    )
    if answer.code != 0:
        raise StoreError(
            Label(zh=f"钩子 {name} 拒绝了提交：\n", en=f"the hook {name} refused the commit:\n")
            + same(first_lines(answer.error or answer.output.decode("utf-8", "replace"))),
            Label(zh="请按它的提示修改后再提交", en="mend what it says and commit again"),
        )


def without_programs(git: Plumbing) -> Plumbing:
    """The same git with the filters and hooks of the settings switched off one by one.

    Writing an index compares files that changed in its second, and for that runs clean filters.
    Hooks in folders are off in all plumbing; those in settings (git 2.54) have no common switch.
    The names come from the repository, so they travel in variables, where no character of theirs
    can mean anything.
    """
    named = {
        f"{key.rpartition('.')[0]}.{setting}": value
        for section, switches in _OFF.items()
        for _, key, _ in _settings(git, section)
        for setting, value in switches.items()
    }
    variables = {"GIT_CONFIG_COUNT": str(len(named))}
    for number, (key, value) in enumerate(named.items()):
        variables[f"GIT_CONFIG_KEY_{number}"] = key
        variables[f"GIT_CONFIG_VALUE_{number}"] = value
    return git.with_environment(**variables)


def own_signing_settings(git: Plumbing) -> tuple[str, ...]:
    """Options by which git signs with the user's own programs, never with the repository's."""
    programs = dict(_SIGNING_PROGRAMS)
    for scope, key, value in _settings(git, "gpg"):
        if scope in ("system", "global") and key in programs:
            programs[key] = value
            if key == "gpg.program":
                programs["gpg.openpgp.program"] = value
    return tuple(part for key, value in programs.items() for part in ("-c", f"{key}={value}"))


def _hook_files(git: Plumbing) -> Iterator[str]:
    # Asked with the user's settings: ours say that hooks are nowhere. It runs nothing.
    answer = git.ask("rev-parse", "--git-path", "hooks", as_user=True)
    folder = git.root / os.fsdecode(answer.output).rstrip("\n")
    for name in COMMIT_HOOKS:
        if os.access(folder / name, os.X_OK) and Path(folder / name).is_file():
            yield str(folder / name)


def _configured_hooks(git: Plumbing) -> Iterator[str]:
    settings = list(_settings(git, "hook"))
    events = {key.removesuffix(".event") for _, key, value in settings if value in COMMIT_HOOKS}
    for _, key, value in settings:
        if key.endswith(".command") and key.removesuffix(".command") in events:
            yield value


def _settings(git: Plumbing, section: str) -> Iterator[tuple[str, str, str]]:
    """Scope, key and value of the settings of a section, our own options left out."""
    listing = os.fsdecode(git.run("config", "--list", "-z", "--show-scope")).split("\0")
    for scope, entry in zip(listing[::2], listing[1::2], strict=False):
        key, _, value = entry.partition("\n")
        if key.startswith(f"{section}.") and scope != "command":
            yield scope, key, value
