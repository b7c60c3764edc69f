"""The snapshot holds all of a release."""

from __future__ import annotations

import msgspec
from hypothesis import given

from stdtree.export import Source
from stdtree.export.snapshot_json import EXPORTER
from stdtree.model.canonical import digest
from stdtree.model.release import Snapshot
from stdtree.model.taxonomy import Taxonomy
from tests.trees import taxonomies


@given(taxonomies)
def test_snapshot_reads_back(tree: Taxonomy) -> None:
    """Reading a snapshot gives the released system, with the same digest."""
    data = EXPORTER.render(Source("1.0", tree, date="2026", digest=digest(tree)), "en")
    snapshot = msgspec.json.decode(data, type=Snapshot)
    read = Taxonomy(snapshot.system, snapshot.categories, organizations=snapshot.organizations)
    assert read == tree.released()
    assert digest(read) == snapshot.digest
