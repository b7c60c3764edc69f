"""A repository that tries to make whoever opens it run its programs."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from tests.repos import Repo

PROGRAMS = (
    *("core.fsmonitor", "core.sshCommand", "core.pager", "core.editor", "core.askPass"),
    *("core.gitProxy", "core.alternateRefsCommand", "sequence.editor", "interactive.diffFilter"),
    *("diff.external", "diff.trap.command", "diff.trap.textconv", "merge.trap.driver"),
    *("filter.trap.clean", "filter.trap.smudge", "filter.trap.process"),
    *("pager.log", "pager.show", "pager.diff", "pager.status", "pager.blame", "pager.tag"),
    *("gpg.program", "gpg.openpgp.program", "gpg.x509.program", "gpg.ssh.program"),
    *("gpg.ssh.defaultKeyCommand", "uploadpack.packObjectsHook", "gc.recentObjectsHook"),
    *("remote.origin.uploadpack", "remote.origin.receivepack", "remote.origin.proxy"),
    *("hook.trap.command", "tar.trap.command", "trailer.trap.command", "trailer.trap.cmd"),
    *("difftool.trap.cmd", "mergetool.trap.cmd", "browser.trap.cmd", "man.trap.cmd"),
)
"""Settings whose value is a program."""

SHELL = (
    *("credential.helper", "credential.https://example.org.helper", "submodule.sub.update"),
    *(
        f"alias.{name}"
        for name in ("blame", "cat-file", "commit-tree", "config", "diff-tree", "for-each-ref")
    ),
    *(f"alias.{name}" for name in ("hash-object", "log", "ls-files", "ls-tree", "read-tree")),
    *(f"alias.{name}" for name in ("rev-list", "rev-parse", "status", "symbolic-ref", "tag")),
    *(f"alias.{name}" for name in ("update-index", "update-ref", "var", "version", "write-tree")),
)
"""Settings that run what follows an exclamation mark."""

OTHERS = {
    "commit.gpgSign": "true",
    "tag.gpgSign": "true",
    "log.showSignature": "true",
    "diff.tool": "trap",
    "merge.tool": "trap",
    "web.browser": "trap",
    "protocol.allow": "always",
    "protocol.ext.allow": "always",
    "submodule.recurse": "true",
    "fetch.recurseSubmodules": "true",
    "core.untrackedCache": "true",
    "gc.auto": "1",
}
"""Settings that call for one of the programs."""

HOOKS = (
    *("applypatch-msg", "commit-msg", "fsmonitor-watchman", "post-applypatch", "post-checkout"),
    *("post-commit", "post-index-change", "post-merge", "post-receive", "post-rewrite"),
    *("post-update", "pre-applypatch", "pre-auto-gc", "pre-commit", "pre-merge-commit"),
    *("pre-push", "pre-rebase", "pre-receive", "prepare-commit-msg", "proc-receive", "push-to"),
    *("reference-transaction", "sendemail-validate", "update", "p4-pre-submit"),
)


@dataclass(frozen=True)
class Traps:
    """Programs that leave a line in a file when somebody runs them."""

    folder: Path

    def program(self, name: str) -> str:
        """A program that says which setting led to it."""
        path = self.folder / name.replace("/", "_")
        said = self.folder / "said"
        passing_on = "cat" if name.endswith(("clean", "smudge")) else ""
        path.write_text(f"#!/bin/sh\necho '{name}' >> '{said}'\n{passing_on}\n", "utf-8")
        path.chmod(0o755)
        return str(path)

    @property
    def sprung(self) -> list[str]:
        """What was run."""
        said = self.folder / "said"
        return sorted(set(said.read_text("utf-8").split())) if said.exists() else []

    def forget(self) -> None:
        """As if nothing had been run."""
        (self.folder / "said").unlink(missing_ok=True)


def set_traps(repo: Repo, folder: Path) -> Traps:
    """Every setting, hook and attribute that is known to make git run something."""
    folder.mkdir()
    traps = Traps(folder)
    lines = [_setting(name, traps.program(name)) for name in PROGRAMS]
    lines += [_setting(name, f"!{traps.program(name)}") for name in SHELL]
    lines += [_setting(name, value) for name, value in OTHERS.items()]
    lines += [_setting("hook.trap.event", event) for event in ("pre-commit", "post-index-change")]
    lines.append(_setting("url.ext::sh -c.insteadOf", "https://"))
    lines.append(_setting("remote.origin.url", f"ext::{traps.program('remote.origin.url')}"))
    included = folder / "included"
    included.write_text(_setting("core.fsmonitor", traps.program("include.path")), "utf-8")
    lines.append(_setting("include.path", str(included)))
    lines.append(_setting("includeIf.gitdir:/.path", str(included)))
    with (repo.root / ".git/config").open("a", encoding="utf-8") as config:
        config.writelines(lines)
    hooks = repo.root / ".git/hooks"
    hooks.mkdir(exist_ok=True)
    for name in HOOKS:
        (hooks / name).unlink(missing_ok=True)
        (hooks / name).symlink_to(traps.program(f"hooks/{name}"))
    attributes = "* filter=trap diff=trap merge=trap export-subst ident\n"
    (repo.root / ".git/info").mkdir(exist_ok=True)
    (repo.root / ".git/info/attributes").write_text(attributes, "utf-8")
    repo.write(".gitattributes", attributes)
    return traps


def set_promisor_trap(repo: Repo, folder: Path, revision: str) -> Traps:
    """A partial clone whose missing object would have to be fetched, by a program of theirs."""
    folder.mkdir()
    traps = Traps(folder)
    with (repo.root / ".git/config").open("a", encoding="utf-8") as config:
        config.write(_setting("core.repositoryFormatVersion", "1"))
        config.write(_setting("extensions.partialClone", "origin"))
        config.write(_setting("remote.origin.promisor", "true"))
        config.write(_setting("remote.origin.partialCloneFilter", "blob:none"))
        config.write(_setting("remote.origin.url", f"ext::{traps.program('remote.origin.url')} %S"))
        config.write(_setting("protocol.ext.allow", "always"))
    blob = repo.git("rev-parse", revision)
    os.unlink(repo.root / ".git/objects" / blob[:2] / blob[2:])  # noqa: PTH108 -- read-only file
    return traps


def _setting(name: str, value: str) -> str:
    """A line for a settings file."""
    section, _, rest = name.partition(".")
    subsection, _, key = rest.rpartition(".")
    head = f'[{section} "{subsection}"]' if subsection else f"[{section}]"
    return f'{head}\n\t{key} = "{value}"\n'
