"""The server: the page, its files, and one editor for each browser that opens it."""

from __future__ import annotations

import asyncio
import logging
import secrets
import shlex
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from aiohttp import WSCloseCode, web
from textual_serve.app_service import AppService
from textual_serve.server import Server

from stdtree.errors import UsageError
from stdtree.label import Label, Language
from stdtree.tui.terminal import BROWSER_DRIVER
from stdtree.tui.web.gate import gate, is_loopback
from stdtree.tui.web.page import FILES, page, policy

_LAST_WORDS = 10.0
"""Seconds that editors have to end when the server does."""
_SMALLEST, _USUAL, _LARGEST = 8, 16, 48


@dataclass(frozen=True, slots=True)
class Place:
    """Where the server listens, and what its page is called."""

    host: str
    port: int
    """0 = any that is free."""
    title: str
    language: Language


def serve(place: Place, editor: Sequence[str], *, say: Callable[[str], None]) -> None:
    """Serve until a signal ends it; `say` is told the address, `editor` is the command of one.

    Raises UsageError if it cannot listen there.
    """
    if sys.platform == "win32":
        raise UsageError(
            Label("Windows 上请在 WSL 中运行", "on Windows it runs in WSL"),
            Label("在 WSL 中：stdtree serve", "in WSL: stdtree serve"),
        )
    logging.getLogger("textual-serve").addHandler(logging.NullHandler())
    asyncio.run(EditorServer(place, editor).run(say))


class EditorServer(Server):
    """Textual's server behind a gate, with a page that loads nothing from elsewhere."""

    def __init__(self, place: Place, editor: Sequence[str]) -> None:
        command = f"TEXTUAL_DRIVER={BROWSER_DRIVER} exec {shlex.join((sys.executable, *editor))}"
        super().__init__(command, host=place.host, port=place.port, title=place.title)
        self._language = place.language
        self._token = secrets.token_urlsafe(32)
        self._open: set[web.WebSocketResponse] = set()

    async def run(self, say: Callable[[str], None]) -> None:
        """Serve until SIGINT, SIGTERM or SIGHUP; editors end in good order."""
        end = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, end.set)
        runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=_LAST_WORDS)
        await runner.setup()
        try:
            await self._listen(runner)
            say(self._address(runner.addresses[0][1]))
            await end.wait()
        finally:
            await runner.cleanup()

    async def _listen(self, runner: web.AppRunner) -> None:
        try:
            await web.TCPSite(runner, self.host, self.port).start()
        except OSError as error:
            raise UsageError(
                Label(
                    f"无法在 {self.host} 的端口 {self.port} 上提供服务：{error.strerror}",
                    f"cannot serve on port {self.port} of {self.host}: {error.strerror}",
                ),
                Label(
                    "换一个端口，或用 --port 0 任取一个空闲端口",
                    "take another one, or any that is free with --port 0",
                ),
            ) from error

    def _application(self) -> web.Application:
        app = web.Application(
            middlewares=[gate(self._token, is_exposed=not is_loopback(self.host))]
        )
        app.router.add_get("/{token}/", self._page)
        app.router.add_get("/{token}/ws", self.handle_websocket)
        app.router.add_get("/{token}/{name}", self._file)
        app.on_shutdown.append(self.on_shutdown)
        return app

    def _address(self, port: int) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{port}/{self._token}/"

    async def _page(self, request: web.Request) -> web.Response:
        size = min(max(_number(request.query.get("size")), _SMALLEST), _LARGEST)
        socket = f"ws://{request.host}/{self._token}/ws"
        text = page(self.title, language=self._language, socket=socket, size=size)
        headers = {"Content-Security-Policy": policy(request.host)}
        return web.Response(text=text, content_type="text/html", headers=headers)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        path = FILES.get(request.match_info["name"])
        return web.FileResponse(path) if path else web.Response(status=404, text="404")

    async def _process_messages(
        self, websocket: web.WebSocketResponse, app_service: AppService
    ) -> None:
        self._open.add(websocket)
        try:
            await super()._process_messages(websocket, app_service)
        finally:
            self._open.discard(websocket)

    async def on_shutdown(self, app: web.Application) -> None:
        """Close the pages: their editors end, and what is not saved stays in the journal."""
        del app
        for websocket in tuple(self._open):
            await websocket.close(code=WSCloseCode.GOING_AWAY)


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else _USUAL
