"""What the editor draws through in a browser: Textual's driver, with its troubles mended."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from codecs import getincrementaldecoder
from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from textual.drivers._byte_stream import ByteStream
from textual.drivers.web_driver import WebDriver, _ExitInput

from stdtree.tui.driver import ENDS
from stdtree.tui.driver_input import KeyParser, end

if TYPE_CHECKING:
    from textual.app import App
    from textual.message import Message

    from stdtree.tui.editor import EditorApp


class BrowserDriver(WebDriver):
    """Reads keys with `KeyParser`, ends on signals, and with the server that started it."""

    def __init__(
        self,
        app: App[None],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._editor = cast("EditorApp", app)
        self._write = self._written  # type: ignore[assignment]  # Textual's does not expect the end
        self._is_alone = False
        """Whether the server has gone."""

    def start_application_mode(self) -> None:
        """Take the browser's terminal over."""
        super().start_application_mode()
        loop = asyncio.get_running_loop()
        for number in ENDS:
            loop.add_signal_handler(number, self._editor.end_by, number)

    def run_input_thread(self) -> None:
        """Read until told to stop, or until the server is gone: nobody else would end us."""
        parser = KeyParser()
        decode = getincrementaldecoder("utf-8")("replace").decode
        stream = ByteStream()
        try:
            for data in self._input_reader:
                for kind, payload in stream.feed(data) if data else ():
                    if kind == "D":
                        if text := decode(payload):
                            self._post(parser.feed(text))
                    else:
                        self._on_meta(kind, payload)
                self._post(parser.tick())
        except _ExitInput:
            pass
        finally:
            self._input_reader.close()
            end(parser)
        if not self.exit_event.is_set():
            self._loop.call_soon_threadsafe(self._editor.end_by, signal.SIGHUP)

    def _post(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)

    def _written(self, data: bytes) -> int:
        """Write all of it; to nobody, once the server is gone."""
        stdout = cast("int", sys.__stdout__ and sys.__stdout__.fileno())
        left = memoryview(data)
        while left and not self._is_alone:
            try:
                left = left[os.write(stdout, left) :]
            except OSError:
                self._is_alone = True
        return len(data)
