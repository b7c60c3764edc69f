"""`stdtree serve` in a process of its own, and what a browser is shown by it."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

import pyte
from selenium.webdriver.remote.webdriver import WebDriver

from tests import browser
from tests.shell import Shell

PATIENCE = 60.0
"""Seconds until a picture that does not appear fails the test."""


@contextmanager
def served(shell: Shell, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The server and its address."""
    process = subprocess.Popen(
        [sys.executable, "-m", "stdtree", "serve", "--port", "0", *arguments],
        cwd=shell.folder,
        env=shell.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdout is not None
    try:
        yield process, process.stdout.readline().strip()
    finally:
        process.terminate()
        process.communicate(timeout=PATIENCE)


class Page:
    """The page of an editor: what came over its WebSocket, drawn by another terminal."""

    def __init__(self, driver: WebDriver, address: str) -> None:
        self._driver = driver
        self.requested: list[str] = []
        """Addresses that were asked for, but for the one of the page."""
        self._screen = pyte.Screen(200, 80)
        self._stream = pyte.ByteStream(self._screen)
        driver.get("about:blank")
        driver.get_log("performance")
        driver.get(address)

    @property
    def text(self) -> str:
        """The picture."""
        for entry in self._driver.get_log("performance"):
            event = json.loads(entry["message"])["message"]
            self._take(event["method"], event["params"])
        return "\n".join(line.rstrip() for line in self._screen.display)

    def _take(self, method: str, told: dict[str, Any]) -> None:
        if method in {"Network.requestWillBeSent", "Network.webSocketCreated"}:
            self.requested.append(told["request"]["url"] if "request" in told else told["url"])
        elif method == "Network.webSocketFrameReceived" and told["response"]["opcode"] == 2:
            self._stream.feed(base64.b64decode(told["response"]["payloadData"]))

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Wait for something to hold."""
        deadline = monotonic() + PATIENCE
        while not condition():
            assert monotonic() < deadline, f"{what} did not come true:\n{self.text}"

    def sees(self, *texts: str) -> None:
        """Wait until the picture holds all of these."""
        self.until(lambda: all(text in self.text for text in texts), f"seeing {texts}")

    def press(self, *keys: str) -> None:
        """Press keys in the terminal of the page."""
        browser.press(self._driver, ".xterm-helper-textarea", *keys)

    def commit(self, text: str, *, spelled: str) -> None:
        """Write with an input method: letters, underlined; then the characters chosen."""
        for length in range(1, len(spelled) + 1):
            browser.command(
                self._driver,
                "Input.imeSetComposition",
                text=spelled[:length],
                selectionStart=length,
                selectionEnd=length,
            )
        browser.command(self._driver, "Input.insertText", text=text)
