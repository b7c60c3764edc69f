"""Who may speak with the server: the address must hold the token, and the page must be ours.

A page of another site can make a browser send requests to this machine. It does not know the
token; besides, what it sends names another origin (cross-site WebSockets), or another host
(DNS rebinding).
"""

from __future__ import annotations

import secrets
import socket
from collections.abc import Awaitable, Callable
from ipaddress import ip_address

from aiohttp import web
from aiohttp.typedefs import Middleware

HERE = ("localhost", "127.0.0.1", "::1")
"""What a browser on this machine calls it."""
HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""Of every answer: the address, with its token, is told to nobody."""


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address to listen on."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def gate(token: str, *, is_exposed: bool) -> Middleware:
    """Lets pass what holds the token, comes to this machine by a name of its own, from our page."""

    @web.middleware
    async def passes(
        request: web.Request,
        handler: Callable[[web.Request], Awaitable[web.StreamResponse]],
    ) -> web.StreamResponse:
        given = request.path.split("/")[1].encode()
        if not (
            secrets.compare_digest(given, token.encode())
            and _is_ours(request.host, is_exposed=is_exposed)
            and _is_same(request)
        ):
            return web.Response(status=403, text="403", headers=HEADERS)
        answer = await handler(request)
        if not answer.prepared:
            answer.headers.update(HEADERS)
        return answer

    return passes


def _is_ours(host: str, *, is_exposed: bool) -> bool:
    """Whether a request is addressed to a name that no other site can take for itself."""
    name = host[1:].partition("]")[0] if host.startswith("[") else host.partition(":")[0]
    if name in HERE:
        return True
    if not is_exposed:
        return False
    try:
        ip_address(name)
    except ValueError:
        return name.lower() == socket.gethostname().lower()
    return True


def _is_same(request: web.Request) -> bool:
    """Whether our own page asks; a WebSocket must say who opens it."""
    origin = request.headers.get("Origin")
    if origin is None:
        return "Upgrade" not in request.headers
    return origin == f"http://{request.host}"
