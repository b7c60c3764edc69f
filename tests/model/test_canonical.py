"""The digest of content: the same content, the same digest, whatever program writes it."""

from __future__ import annotations

from random import Random
from typing import Any

import msgspec
import rfc8785
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from stdtree.model.canonical import canonical, contents, digest
from stdtree.model.taxonomy import Taxonomy
from tests import trees


@given(trees.taxonomies)
def test_the_bytes_are_those_of_rfc_8785(taxonomy: Taxonomy) -> None:
    """Another implementation of the standard writes the same bytes."""
    plain = msgspec.json.decode(msgspec.json.encode(contents(taxonomy)))
    assert canonical(contents(taxonomy)) == rfc8785.dumps(plain)


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text("abz_-AZ09", max_size=5), inner),
    max_leaves=20,
)


@given(json_values)
def test_any_text_and_any_whole_number(value: Any) -> None:
    """Control characters, characters beyond the basic plane, the largest whole numbers."""
    assert canonical(value) == rfc8785.dumps(value)


@given(trees.taxonomies, st.randoms())
def test_order_means_nothing(taxonomy: Taxonomy, random: Random) -> None:
    """Neither the order of files nor that of the rows of a table."""
    shuffled = list(taxonomy.categories.values())
    random.shuffle(shuffled)
    other = trees.taxonomy(*(replace(c, standards=tuple(reversed(c.standards))) for c in shuffled))
    assert digest(other) == digest(taxonomy)


@given(trees.taxonomies, st.data())
def test_every_field_counts(taxonomy: Taxonomy, data: st.DataObject) -> None:
    """Another value of any field of what is released is another digest."""
    released = [c for c in taxonomy.categories.values() if c.status != "draft"]
    if not released:
        return
    category = data.draw(st.sampled_from(released))
    name = data.draw(st.sampled_from(category.__struct_fields__))
    other = data.draw(st.sampled_from(list(taxonomy.categories.values())))
    value = "new-id" if name == "id" else getattr(other, name)
    if name == "status" and value == "draft":
        return
    changed = replace(category, **{name: value})
    after = taxonomy.with_(changed, without=[category.id])
    assert (digest(after) == digest(taxonomy)) == (after.released() == taxonomy.released())


def test_what_is_in_it() -> None:
    """System and organizations count; drafts, releases and consultations do not."""
    sample = trees.sample()
    assert digest(sample.with_(trees.category("new", status="draft"))) == digest(sample)
    assert digest(sample.with_(system=replace(sample.system, bump="semver"))) != digest(sample)
    assert digest(sample.with_(organizations=())) != digest(sample)


def test_it_never_changes() -> None:
    """Releases out there carry digests: this one is of the sample of the tests, for good."""
    assert digest(trees.sample()) == (
        "sha256:2505088454e7f28ca0eda3508a4ae506f9c44268e6d5a7c9d67ff480ebb5b02d"
    )
