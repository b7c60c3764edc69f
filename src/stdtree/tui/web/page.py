"""The page: a terminal that fills the window; self-contained."""

from __future__ import annotations

from html import escape
from pathlib import Path

import textual_serve

from stdtree.label import Label, Language

_STATIC = Path(textual_serve.__file__).parent / "static"
FILES = {
    "terminal.js": _STATIC / "js" / "textual.js",
    "terminal.css": _STATIC / "css" / "xterm.css",
    "mono.ttf": _STATIC / "fonts" / "RobotoMono-VariableFont_wght.ttf",
}
"""What the page loads, by the name it has there."""
ENDED = Label(
    "编辑已结束；没有保存的修改留在操作日志中。", "Ended; what was not saved is in the journal."
)
AGAIN = Label("重新打开", "Open again")
STARTING = Label("正在打开…", "opening…")
_PAGE = """\
<!doctype html>
<html lang="{language}">
<meta charset="utf-8">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="terminal.css">
<style>
@font-face {{ font-family: "Roboto Mono"; src: url(mono.ttf); font-weight: 100 700 }}
html, body {{ margin: 0; height: 100%; background: #121212; color: #ddd; overflow: hidden }}
.textual-terminal {{ height: 100vh }}
.over {{ position: fixed; inset: 0; z-index: 20; display: none; background: #121212;
  font: 16px/2 system-ui, sans-serif; text-align: center; padding-top: 40vh }}
.over a {{ color: #8cf }}
body:not(.-first-byte) .starting, body.-closed .ended {{ display: block }}
</style>
<script src="terminal.js"></script>
<body>
<div class="textual-terminal" data-session-websocket-url="{socket}" data-font-size="{size}"></div>
<div class="over starting">{starting}</div>
<div class="over ended">{ended}<br><a href="">{again}</a></div>
"""


def page(title: str, *, language: Language, socket: str, size: int) -> str:
    """The page whose terminal speaks with `socket`, in letters of `size` pixels."""
    said = {"starting": STARTING, "ended": ENDED, "again": AGAIN}
    return _PAGE.format(
        language="zh-Hans" if language == "zh" else "en",
        title=escape(title),
        socket=escape(socket),
        size=size,
        **{name: escape(label.in_(language)) for name, label in said.items()},
    )


def policy(host: str) -> str:
    """What the page may load and whom it may speak with: this server alone."""
    return (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self';"
        f" img-src data:; connect-src 'self' ws://{host}; base-uri 'none'; form-action 'none';"
        " frame-ancestors 'none'"
    )
