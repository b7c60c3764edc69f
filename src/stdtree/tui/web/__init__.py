"""The editor in a browser: a small server on this machine, one editor for each open page.

`server` serves the page and starts editors, `gate` lets nobody else in, `driver` is what an editor
draws through there, `page` what the browser is given. The page and its terminal (xterm.js) come
from textual-serve; nothing is loaded from anywhere else.
"""
