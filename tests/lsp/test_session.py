"""How a session begins and ends."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.client import LanguageClient

from tests.lsp.editor import PATIENCE, SERVER, editing


async def test_saying_goodbye(root: Path) -> None:
    """Shutdown, then exit: 0, and nothing was said beside the protocol."""
    async with editing(root) as editor:
        await editor.until(lambda: bool(editor.found))
    server = editor.client._server  # noqa: SLF001 -- the process is nowhere else
    assert server
    assert server.stderr

    assert (server.returncode, await server.stderr.read()) == (0, b"")


async def _started(at: Path) -> LanguageClient:
    client = LanguageClient("an-editor", "1")
    await client.start_io(SERVER[0], *SERVER[1:], "lsp", cwd=at)
    return client


async def test_leaving_without_goodbye(root: Path) -> None:
    """Exit alone: 1, as the protocol has it."""
    client = await _started(root)
    hello = types.InitializeParams(types.ClientCapabilities(), root_uri=root.as_uri())
    async with asyncio.timeout(PATIENCE):
        await client.initialize_async(hello)
        client.exit(None)
        await client.stop()

    assert client._server  # noqa: SLF001 -- the process is nowhere else
    assert client._server.returncode == 1  # noqa: SLF001 -- the same


def test_an_editor_that_is_gone(root: Path) -> None:
    """The end of its input ends the server."""
    done = subprocess.run(
        [*SERVER, "lsp"], cwd=root, input=b"", capture_output=True, check=False, timeout=PATIENCE
    )

    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


async def test_a_folder_without_a_system(tmp_path: Path) -> None:
    """The editor is told why there is nothing, and what to do."""
    client = await _started(tmp_path)
    hello = types.InitializeParams(
        types.ClientCapabilities(), root_uri=tmp_path.as_uri(), locale="en"
    )
    async with asyncio.timeout(PATIENCE):
        with pytest.raises(JsonRpcException, match="there is no taxonomy/"):
            await client.initialize_async(hello)
        client.exit(None)
        await client.stop()


async def test_the_folder_of_the_editor_counts(root: Path, tmp_path: Path) -> None:
    """Wherever the server was started, unless -C names another folder."""
    apart = tmp_path / "apart"
    apart.mkdir()
    async with editing(root, "env", "-C", str(apart), *SERVER, "lsp", locale="en") as editor:
        await editor.until(lambda: bool(editor.found))
    async with editing(root, *SERVER, "-C", str(root), "lsp", locale="en") as editor:
        await editor.until(lambda: bool(editor.found))


def test_without_the_extra(root: Path) -> None:
    """What to type to install it."""
    code = (
        "import sys; sys.modules['lsprotocol'] = None\n"
        "from stdtree.cli.main import main\n"
        "sys.exit(main(['lsp', '--lang', 'en']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    assert "pip install 'stdtree[lsp]'" in done.stderr
    assert done.stdout == ""
