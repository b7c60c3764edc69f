"""CPU seconds of load, check, diff and save in one process: `python -m benchmarks.steps FOLDER`."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from msgspec.structs import replace

from stdtree.diff import compare
from stdtree.model.canonical import digest
from stdtree.model.difference import End
from stdtree.store.save import save
from stdtree.workspace import Workspace

CHANGED = 100
"""One category in so many is renamed for diff and save."""


def measure(folder: Path) -> dict[str, float]:
    """Seconds by step, in the order in which a drafter takes them."""
    figures: dict[str, float] = {}
    start = time.process_time()
    workspace = Workspace.open(folder)
    before = workspace.taxonomy
    figures["load"] = time.process_time() - start
    start = time.process_time()
    workspace.check()
    figures["check"] = time.process_time() - start
    chosen = list(before.categories.values())[::CHANGED]
    after = before.with_(
        *(replace(c, title={**c.title, "zh": c.title["zh"] + "改"}) for c in chosen)
    )
    start = time.process_time()
    compare(End("a", before, digest(before)), End("b", after, digest(after)))
    figures["diff"] = time.process_time() - start
    start = time.process_time()
    save(workspace.loaded, after, root=workspace.root, private=workspace.private)
    figures["save"] = time.process_time() - start
    return figures


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]))))
