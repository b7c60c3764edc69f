"""The top of a large tree as it was last time: something to look at while the system is read.

It is never more than a picture: what it shows counts only once the files have been read.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from stdtree.model.category import Category
from stdtree.model.system import System
from stdtree.model.taxonomy import Taxonomy
from stdtree.store.cache import Drawer, engine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGE = 2_000
"""With so many categories, reading takes long enough to look at something meanwhile."""
_NAME = "glimpse"
_MOST = 200
"""More than fit on any screen."""
_Kept = tuple[System, list[Category]]


def glimpse(root: Path) -> Taxonomy | None:
    """What `keep_glimpse` last kept of the system in `root`; None if there is nothing."""
    drawer, key = Drawer(root), engine()
    data = drawer.get(_NAME, key) if key and not drawer.is_off else None
    try:
        found = data and msgspec.msgpack.decode(data, type=_Kept)
    except msgspec.MsgspecError:
        return None
    if not found:
        return None
    system, rows = found
    return Taxonomy(system, rows)


def keep_glimpse(root: Path, taxonomy: Taxonomy) -> None:
    """Keeps the first rows of the tree, if it is large."""
    drawer, key = Drawer(root), engine()
    if key and not drawer.is_off and len(taxonomy.categories) >= LARGE:
        rows = list(islice(_top(taxonomy), _MOST))
        drawer.put(_NAME, key, msgspec.msgpack.encode((taxonomy.system, rows)))


def _top(taxonomy: Taxonomy) -> Iterator[Category]:
    """What a tree with its first level open shows, from the top; and a child of each row.

    By that the tree knows which rows can be opened.
    """
    for root in taxonomy.children(None):
        yield root
        for child in taxonomy.children(root.id):
            yield child
            yield from taxonomy.children(child.id)[:1]
