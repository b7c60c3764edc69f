"""The server lets in who has the address, and nobody else; it ends with nothing lost."""

from __future__ import annotations

import http.client
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from email.message import Message
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest

from stdtree.tui.terminal import BROWSER_DRIVER
from tests.shell import Shell
from tests.tui.web.serving import served

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="runs in WSL there")
UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


@pytest.fixture
def address(shell: Shell) -> Iterator[str]:
    """Of a server on the sample."""
    with served(shell) as (_, given):
        yield given


class Answer(NamedTuple):
    """What the server answered."""

    status: int
    headers: Message
    body: bytes


def asked(address: str, path: str | None = None, **headers: str) -> Answer:
    """What the server answers; `path`, where it is not the address's own."""
    parts = urlsplit(address)
    assert parts.hostname is not None
    with closing(http.client.HTTPConnection(parts.hostname, parts.port or 0, timeout=60)) as link:
        link.request("GET", parts.path if path is None else path, headers=headers)
        with link.getresponse() as answer:
            body = b"" if answer.status == 101 else answer.read()
            return Answer(answer.status, answer.headers, body)


def test_only_with_the_token(address: str) -> None:
    """Without it there is no page, no file and no editor, and no word of what there would be."""
    token = urlsplit(address).path.strip("/")
    paths = ("/", "/ws", "/terminal.js", f"/{token[:-1]}/", f"/{token}x/", f"//{token}/", "/%00/")
    for path in paths:
        assert asked(address, path).status == 403, path
    assert asked(address, f"/{token[:-1]}/ws", **UPGRADE).status == 403
    assert asked(address).status == 200
    assert asked(address, f"/{token}/terminal.js").status == 200
    assert asked(address, f"/{token}/..%2fserver.py").status == 404


def test_other_sites_are_refused(address: str) -> None:
    """Neither a host of another name (DNS rebinding) nor a page from elsewhere gets in."""
    port = urlsplit(address).port
    socket = f"{urlsplit(address).path}ws"
    here = f"http://127.0.0.1:{port}"

    assert asked(address, Host=f"evil.example:{port}").status == 403
    assert asked(address, Host=f"192.0.2.1:{port}").status == 403
    assert asked(address, Origin="http://evil.example").status == 403
    assert asked(address, Host=f"localhost:{port}").status == 200
    assert asked(address, Origin=here).status == 200
    for origin in ("http://evil.example", "null", f"http://localhost:{port}", f"{here}0"):
        assert asked(address, socket, Origin=origin, **UPGRADE).status == 403, origin
    assert asked(address, socket, **UPGRADE).status == 403, "somebody opens it"
    assert asked(address, socket, Origin=here, **UPGRADE).status == 101


def test_the_page_loads_nothing_from_elsewhere(address: str) -> None:
    """Its policy allows this server alone, and the address is told to nobody."""
    answer = asked(address)

    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "https://" not in answer.body.decode()


def test_other_machines_are_let_in_only_if_that_is_meant(shell: Shell) -> None:
    """It says why not, and the safer way; if it is meant, what that means."""
    refused = shell.stdtree("serve", "--host", "0.0.0.0")  # noqa: S104 -- that is refused

    assert refused.code == 2
    assert "--expose" in refused.err
    assert "ssh -L 8420" in refused.err
    with served(shell, "--host", "0.0.0.0", "--expose") as (process, address):  # noqa: S104 -- here it is meant
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=60)
        assert address.startswith("http://0.0.0.0:")
        assert "不加密" in said


def test_a_port_that_is_taken(shell: Shell, address: str) -> None:
    """It says which, and how to get another."""
    ended = shell.stdtree("serve", "--port", str(urlsplit(address).port))

    assert ended.code == 2
    assert "--port 0" in ended.err


def test_without_the_extra(shell: Shell) -> None:
    """It says what is missing and what to type."""
    code = (
        "import sys; sys.modules['textual_serve'] = None;"
        "from stdtree.cli.main import main; sys.exit(main())"
    )
    ended = shell.run(sys.executable, "-c", code, "serve")

    assert ended.code == 2
    assert "pip install 'stdtree[serve]'" in ended.err


def test_an_editor_ends_with_its_server(shell: Shell) -> None:
    """Also when the server is killed: nobody else would end it."""
    editor = subprocess.Popen(
        [sys.executable, "-m", "stdtree", "tui"],
        cwd=shell.folder,
        env=shell.environment() | {"TEXTUAL_DRIVER": BROWSER_DRIVER},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
    )
    assert editor.stdout is not None
    assert editor.stdin is not None
    assert editor.stdout.readline() == b"__GANGLION__\n"
    editor.stdout.close()
    editor.stdin.close()
    try:
        assert editor.wait(timeout=60) == 128 + signal.SIGHUP
    finally:
        editor.kill()
