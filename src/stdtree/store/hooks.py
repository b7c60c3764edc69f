"""The programs that a repository may name: hooks, filters, signing. They run only when trusted."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from stdtree.errors import StoreError
from stdtree.label import Label, same
from stdtree.store.git_refusals import first_lines
from stdtree.store.plumbing import Plumbing

COMMIT_HOOKS = ("pre-commit", "commit-msg")
Settings = Sequence[tuple[str, str, str]]
"""Scope, key and value; sections and the last part of a key are in lower case."""

_SIGN = "commit.gpgsign"
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


def would_run(git: Plumbing, folder: Path) -> tuple[str, ...]:
    """What a trusted commit runs: paths of hooks, commands of configured hooks, the signer.

    `folder` is where hooks are unless the settings say otherwise.
    """
    settings = _settings(git)
    found = [*_hook_files(git, settings, folder), *_configured_hooks(settings)]
    if _mention(settings, _SIGN) and signs_commits(git):
        format_ = git.text("config", "--get", "gpg.format") or "openpgp"
        keys = [f"gpg.{format_}.program", *(["gpg.program"] if format_ == "openpgp" else [])]
        named = [git.text("config", "--get", key) for key in keys]
        found.append(next(filter(None, named), _SIGNING_PROGRAMS.get(keys[0], format_)))
    return tuple(found)


def signs_commits(git: Plumbing) -> bool:
    """Whether the settings ask for signed commits."""
    return git.text("config", "--type=bool", "--get", _SIGN) == "true"


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
        for _, key, _ in _settings(git)
        for setting, value in _OFF.get(key.partition(".")[0], {}).items()
    }
    variables = {"GIT_CONFIG_COUNT": str(len(named))}
    for number, (key, value) in enumerate(named.items()):
        variables[f"GIT_CONFIG_KEY_{number}"] = key
        variables[f"GIT_CONFIG_VALUE_{number}"] = value
    return git.with_environment(**variables)


def own_signing_settings(git: Plumbing) -> tuple[str, ...]:
    """Options by which git signs with the user's own programs, never with the repository's."""
    programs = dict(_SIGNING_PROGRAMS)
    for scope, key, value in _settings(git):
        if scope in ("system", "global") and key in programs:
            programs[key] = value
            if key == "gpg.program":
                programs["gpg.openpgp.program"] = value
    return tuple(part for key, value in programs.items() for part in ("-c", f"{key}={value}"))


def _hook_files(git: Plumbing, settings: Settings, folder: Path) -> Iterator[str]:
    if _mention(settings, "core.hookspath"):
        # Asked with the user's settings: ours say that hooks are nowhere. It runs nothing.
        answer = git.ask("rev-parse", "--git-path", "hooks", as_user=True)
        folder = git.root / os.fsdecode(answer.output).rstrip("\n")
    for name in COMMIT_HOOKS:
        if os.access(folder / name, os.X_OK) and Path(folder / name).is_file():
            yield str(folder / name)


def _configured_hooks(settings: Settings) -> Iterator[str]:
    mine = [(key, value) for _, key, value in settings if key.startswith("hook.")]
    events = {key.removesuffix(".event") for key, value in mine if value in COMMIT_HOOKS}
    for key, value in mine:
        if key.endswith(".command") and key.removesuffix(".command") in events:
            yield value


def _settings(git: Plumbing) -> Settings:
    """All settings but our own options."""
    listing = os.fsdecode(git.run("config", "--list", "-z", "--show-scope")).split("\0")
    entries = zip(listing[::2], listing[1::2], strict=False)
    parts = [(scope, *entry.partition("\n")) for scope, entry in entries if scope != "command"]
    return [(scope, key, value) for scope, key, _, value in parts]


def _mention(settings: Settings, name: str) -> bool:
    return any(key == name for _, key, _ in settings)
