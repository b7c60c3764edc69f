"""A host's REST API for comments, over real HTTP on this machine: pages, refusals, what was asked.

Shapes as documented: https://docs.github.com/rest/issues/comments and
https://docs.gitlab.com/api/notes. Both list by pages and lead on by the header Link.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

BOT = {"login": "github-actions[bot]", "type": "Bot"}
TOKEN = "a-token"  # noqa: S105 -- of the host in this file
ME = 5
"""Id of the user to whom the token belongs, on GitLab."""


@dataclass
class Forge:
    """The comments of one discussion, and everything that was asked."""

    comments: list[dict[str, Any]] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Method and path with query, in order."""
    page_size: int = 100
    may_write: bool = True
    url: str = ""

    def add(self, body: str, *, author: dict[str, str] | None = None, role: str = "NONE") -> None:
        """Somebody writes a comment."""
        self.comments.append(
            {
                "id": 1000 + len(self.comments),
                "body": body,
                "user": author or {"login": "somebody", "type": "User"},
                "author": {"id": ME if author == BOT else 7},
                "author_association": role,
            }
        )

    @property
    def bodies(self) -> list[str]:
        """What the comments say."""
        return [one["body"] for one in self.comments]

    @property
    def writes(self) -> list[str]:
        """Methods that change something, in order."""
        return [method for method, _ in self.asked if method != "GET"]


class _Handler(BaseHTTPRequestHandler):
    """Answers from the forge that the server carries."""

    server: _Server

    def log_message(self, *_: object) -> None:
        """Tests read what was asked from the forge."""

    def do_GET(self) -> None:
        forge, split = self._forge(), urlsplit(self.path)
        if split.path == "/user":
            self._answer(200, {"id": ME}, {})
            return
        page = int(parse_qs(split.query).get("page", ["1"])[0])
        end = page * forge.page_size
        link = {}
        if end < len(forge.comments):
            address = f"{forge.url}{split.path}?per_page={forge.page_size}&page={page + 1}"
            link = {"Link": f'<{address}>; rel="next", <{address}>; rel="last"'}
        self._answer(200, forge.comments[end - forge.page_size : end], link)

    def do_POST(self) -> None:
        forge, sent = self._forge(), self._sent()
        if not self._refused(forge):
            forge.add(sent["body"], author=BOT)
            self._answer(201, forge.comments[-1])

    def do_PATCH(self) -> None:
        forge, sent = self._forge(), self._sent()
        if not self._refused(forge):
            number = int(self.path.rpartition("/")[2])
            (comment,) = [one for one in forge.comments if one["id"] == number]
            comment["body"] = sent["body"]
            self._answer(200, comment)

    def do_PUT(self) -> None:
        self.do_PATCH()

    def _forge(self) -> Forge:
        forge = self.server.forge
        forge.asked.append((self.command, self.path))
        return forge

    def _sent(self) -> dict[str, Any]:
        data = self.rfile.read(int(self.headers["Content-Length"]))
        found: dict[str, Any] = json.loads(data)
        return found

    def _refused(self, forge: Forge) -> bool:
        """403 without the permission, as for pull requests from forks; 401 without the token."""
        given = {self.headers["Authorization"], self.headers["PRIVATE-TOKEN"]}
        code = 401 if not given & {f"Bearer {TOKEN}", TOKEN} else 403 if not forge.may_write else 0
        if code:
            self._answer(code, {"message": "Resource not accessible by integration"})
        return bool(code)

    def _answer(self, code: int, value: object, headers: dict[str, str] | None = None) -> None:
        data = json.dumps(value).encode()
        self.send_response(code)
        for name, text in {**(headers or {}), "Content-Length": str(len(data))}.items():
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(data)


class _Server(ThreadingHTTPServer):
    forge: Forge


@contextmanager
def serving() -> Iterator[Forge]:
    """A forge at an address of this machine, as long as the test runs."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.forge = Forge(url=f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server.forge
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
