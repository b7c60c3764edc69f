"""Whatever lies in a folder, checking it ends, shows text as text and reaches for nothing."""

from __future__ import annotations

import os
import re
import socket
from pathlib import Path

import pytest

from tests.repos import Repo
from tests.shell import Ended, Shell

CATEGORIES = "taxonomy/categories"
NAMES = (
    b"a\x1b]52;c;aGk=\x07.yaml",
    b"a\n::error::b.yaml",
    "a\u202elmay.yaml".encode(),
    b"a\xff\xfe.yaml",
    b"--output=x.yaml",
    b"[link=x]a.yaml",
    b"a'b\"c`d$(e).yaml",
    b"a" * 240 + b".yaml",
)


def put_what_is_no_file(folder: Path) -> None:
    """Links, a pipe that would be waited for, a socket, a folder called as a file."""
    (folder / "link.yaml").symlink_to("/etc/passwd")
    (folder / "loop.yaml").symlink_to("loop.yaml")
    (folder / "again").symlink_to(folder)
    os.mkfifo(folder / "pipe.yaml")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(f"/proc/self/fd/{os.open(folder, os.O_RDONLY)}/socket.yaml")
    (folder / "folder.yaml").mkdir()


def assert_harmless(ended: Ended) -> None:
    """It came to an end of its own, and said nothing that would steer a terminal."""
    assert ended.code in (0, 1, 2), ended
    for character in ended.out + ended.err:
        assert character.isprintable() or character == "\n", repr(character)


def test_what_is_no_plain_file(shell: Shell) -> None:
    """Each is a finding; nothing is read through it, and none of it is committed."""
    put_what_is_no_file(shell.folder / CATEGORIES)
    shell = shell.speaking("en")

    ended = shell.stdtree("check")

    assert ended.code == 1
    for name in ("link", "loop", "pipe"):
        found = [line for line in ended.out.splitlines() if f"categories/{name}" in line]
        assert "not a plain file" in found[0], found
    assert {"categories/socket.yaml", "categories/again"} <= set(
        re.findall(r"categories/[\w.]+", ended.out)
    )
    assert "root:" not in ended.out
    for arguments in (("status",), ("commit", "-m", "x"), ("fmt",), ("diff", "1.1")):
        assert_harmless(shell.stdtree(*arguments))
    assert "again" not in shell.git("ls-tree", "-r", "--name-only", "HEAD")


def test_file_names(shell: Shell) -> None:
    """Shown, never sent as they are; committed, and read again, like any other."""
    for name in NAMES:
        file = os.path.join(os.fsencode(shell.folder / CATEGORIES), name)  # noqa: PTH118 -- bytes
        try:
            with open(file, "wb") as made:  # noqa: PTH123 -- bytes
                made.write(b"id: hostile\ntitle: {zh: x}\nno-such-field: 1\n")
        except OSError:  # macOS wants UTF-8
            continue

    for fmt in ("text", "markdown", "json"):
        assert_harmless(shell.stdtree("check", "--format", fmt))
    for arguments in (("status",), ("commit", "-m", "x"), ("check", "HEAD"), ("diff", "1.1")):
        assert_harmless(shell.stdtree(*arguments))
    assert shell.git("status", "--porcelain") == ""


@pytest.mark.parametrize(
    "name", ["--output=x", "$(touch x)", "-h", "HEAD\x1b[2J", "a\u202eb", "refs/../../x", "@{-1}"]
)
def test_names_of_revisions(shell: Shell, name: str) -> None:
    """No revision is called so; what is said of it shows it, and nothing else happens."""
    before = set(shell.folder.rglob("*"))
    for arguments in (("diff", "--", name), ("check", "--", name), ("export", "--", name)):
        ended = shell.stdtree(*arguments)
        assert_harmless(ended)
        if name != "-h":
            assert ended.code == 2, ended
    assert set(shell.folder.rglob("*")) == before


def test_hostile_refs(shell: Shell) -> None:
    """Tags and branches that git takes and nobody should be steered by."""
    for name in ("taxonomy/]red", "taxonomy/--output=x", "taxonomy/$(x)", "taxonomy/甲\u202e乙"):
        shell.git("update-ref", f"refs/tags/{name}", "HEAD")
    for arguments in (("status",), ("check",), ("diff", "1.0", "1.1"), ("diff", "9.9")):
        assert_harmless(shell.stdtree(*arguments))


def test_no_reference_is_followed(shell: Shell) -> None:
    """Neither the modeline of a file nor a `$ref` in a file or a schema opens a connection."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        url = f"http://127.0.0.1:{server.getsockname()[1]}/x.json"
        repo = Repo(shell.folder)
        repo.write(
            f"{CATEGORIES}/hostile.yaml",
            f"# yaml-language-server: $schema={url}\n$schema: {url}\n$ref: {url}\n"
            f"id: hostile\ntitle: {{$ref: '{url}'}}\ndefinition: {{zh: '![x]({url})'}}\n",
        )
        for file in (shell.folder / "schemas").rglob("*.json"):
            file.write_text(f'{{"$schema": "{url}", "$ref": "{url}"}}', "utf-8")
        for arguments in (("check",), ("status",), ("show",), ("schema", "category"), ("fmt",)):
            assert_harmless(shell.stdtree(*arguments))
        with pytest.raises(BlockingIOError):
            server.accept()
