"""The language server behind the YAML extensions of editors, as package-lock.json pins it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from lsprotocol import types

from tests.lsp.editor import Editor, editing

SERVER = Path(__file__).parent / "node_modules/yaml-language-server/bin/yaml-language-server"
_SETTINGS = {
    "yaml": {"schemaStore": {"enable": False}, "completion": True, "hover": True, "validate": True}
}
"""As it comes, but for the catalogue that it would fetch over the network."""


def missing() -> str:
    """Which program there is not; empty if the server can be started."""
    if shutil.which("node") is None:
        return "no node: install Node.js 18 or newer and npm, then tools/install_test_programs.sh"
    return "" if SERVER.exists() else "no yaml-language-server: run tools/install_test_programs.sh"


@asynccontextmanager
async def yaml_editing(root: Path) -> AsyncIterator[Editor]:
    """An editor with a YAML extension on a folder."""
    async with editing(root, "node", str(SERVER), "--stdio") as editor:
        changed = types.DidChangeConfigurationParams(settings=_SETTINGS)
        editor.client.workspace_did_change_configuration(changed)
        yield editor
