"""Snapshots: a release in one JSON file, so that no git is needed to compare releases."""

from __future__ import annotations

from pathlib import PurePosixPath

import msgspec

from stdtree.errors import StoreError
from stdtree.label import Label
from stdtree.model.release import Snapshot
from stdtree.model.taxonomy import Taxonomy


def decode_snapshot(data: bytes, path: str) -> Snapshot:
    """The snapshot in `data`. Raises StoreError if it is not one."""
    try:
        return msgspec.json.decode(data, type=Snapshot)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        restore = f"git checkout taxonomy/{PurePosixPath(path).parent.name} -- {path}"
        raise StoreError(
            Label(
                f"{path} 不是 stdtree 快照：{error}", f"{path} is not a stdtree snapshot: {error}"
            ),
            Label(f"从版本标签恢复：{restore}", f"restore it from its tag: {restore}"),
        ) from error


def taxonomy_of(snapshot: Snapshot) -> Taxonomy:
    """The content of a snapshot."""
    return Taxonomy(snapshot.system, snapshot.categories, organizations=snapshot.organizations)
