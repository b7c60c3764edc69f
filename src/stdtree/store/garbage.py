"""The collector of garbage, off while something large and lasting is made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def garbage_later() -> Iterator[None]:
    """Loading makes many lasting objects and no cycles; collecting in between doubles its time.

    What has been loaded lasts, so that later collections need not walk through it, either.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.freeze()
            gc.enable()
