"""Consultations: comments and dispositions by id, sign-offs as a set; unknown to releases."""

from __future__ import annotations

from dataclasses import replace as with_fields

from msgspec.structs import replace

from stdtree import diff
from stdtree.model.canonical import digest
from stdtree.model.change import Change
from stdtree.model.consultation import Comment, Consultation, SignOff
from stdtree.model.difference import End
from stdtree.model.taxonomy import Taxonomy
from tests.diff.pairs import between
from tests.trees import taxonomy

FIRST = Comment(id="c1", by="lab", comment="建议拆分")
SECOND = Comment(id="c2", by="board", comment="建议合并")
ROUND = Consultation(
    id="round-1",
    title={"zh": "第一轮征求意见"},
    release="1.1",
    opens="2026-01-05",
    closes="2026-02-05",
    comments=(FIRST,),
    sign_offs=(SignOff("lab", "approved"), SignOff("board", "approved")),
)


def _with(*rounds: Consultation) -> Taxonomy:
    return taxonomy(consultations=rounds)


def test_a_disposition_is_a_change_of_its_own() -> None:
    """Open is what a comment is that says nothing."""
    answered = replace(FIRST, disposition="rejected", reason="超出范围")

    found = between(_with(ROUND), _with(replace(ROUND, comments=(answered,))))

    assert found.changes == (
        Change("field", "consultation", "round-1", field="comments.c1.disposition",
               op="change", from_="open", to="rejected"),
        Change("field", "consultation", "round-1", field="comments.c1.reason",
               op="set", to="超出范围"),
    )  # fmt: skip
    assert found.required == "none"


def test_a_comment_comes_and_goes_as_one() -> None:
    """A whole comment is one change; those that stay are not told."""
    found = between(_with(ROUND), _with(replace(ROUND, comments=(SECOND, FIRST))))

    (change,) = found.changes
    assert (change.field, change.op) == ("comments.c2", "set")
    assert change.to == {"id": "c2", "by": "board", "comment": "建议合并", "disposition": "open"}


def test_the_order_of_comments_and_sign_offs_means_nothing() -> None:
    """Rows of a table, again."""
    one = replace(ROUND, comments=(FIRST, SECOND))
    other = replace(ROUND, comments=(SECOND, FIRST), sign_offs=ROUND.sign_offs[::-1])

    assert between(_with(one), _with(other)).changes == ()


def test_rounds_come_and_go() -> None:
    """As whole items, with their mirror."""
    found = between(_with(), _with(ROUND))

    assert [(c.kind, c.entity, c.id) for c in found.changes] == [
        ("added", "consultation", "round-1")
    ]
    assert diff.apply(found.changes, _with()) == _with(ROUND)
    assert diff.apply(diff.mirror(found.changes), _with(ROUND)) == _with()


def test_two_comments_with_one_id_are_kept_apart() -> None:
    """The second of them has its changes, too, and applying loses none."""
    twice = replace(ROUND, comments=(FIRST, replace(FIRST, comment="另一条")))
    before, after = _with(twice), _with(replace(twice, comments=(FIRST,)))

    found = between(before, after)

    assert [change.field for change in found.changes] == ["comments.c1#2"]
    assert diff.apply(found.changes, before) == after
    assert diff.apply(diff.mirror(found.changes), after) == before


def test_a_release_knows_nothing_of_consultations() -> None:
    """So they neither came nor went, whichever side it is."""
    issued = with_fields(_end(_with()), released=True)

    assert diff.compare(issued, _end(_with(ROUND))).changes == ()
    assert diff.compare(_end(_with(ROUND)), issued).changes == ()


def _end(content: Taxonomy) -> End:
    return End("x", content, digest(content))
