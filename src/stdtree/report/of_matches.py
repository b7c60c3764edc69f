"""Matches told by cardinality, each with its score and its evidence in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from stdtree.label import Label, same
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.correspondence import Cardinality
from stdtree.model.counts import counts
from stdtree.model.difference import End
from stdtree.model.match import Match, Matching
from stdtree.model.match_words import evidence_of
from stdtree.model.output import DifferenceEnd
from stdtree.model.output_matches import MatchEntry, MatchesDocument, MatchMember, Unmatched
from stdtree.report import Block, Cell, Heading, Item, Listing, Paragraph, Report

_SECTIONS: Mapping[Cardinality, Label] = {
    "1:1": Label("一对一", "One to one"),
    "1:n": Label("一对多（疑似拆分）", "One to several (probably split up)"),
    "n:1": Label("多对一（疑似合并）", "Several to one (probably combined)"),
    "n:m": Label("多对多（疑似重组）", "Several to several (probably regrouped)"),
}


def of_matches(matching: Matching) -> Report:
    """Sections by cardinality, then what has no partner on either side."""
    older, newer = matching.before.name, matching.after.name
    blocks: list[Block] = [_introduction(matching)]
    for cardinality, heading in _SECTIONS.items():
        rows = [match for match in matching.matches if match.cardinality == cardinality]
        if rows:
            count = Label(f"：{len(rows)}", f": {len(rows)}")
            blocks += [Heading(heading + count), Listing(tuple(_items(rows, matching)))]
    for name, left in (
        (older, list(matching.unmatched_sources())),
        (newer, list(matching.unmatched_targets())),
    ):
        if left:
            heading = Label(f"仅见于 {name}：{len(left)}", f"Only in {name}: {len(left)}")
            blocks += [Heading(heading), Listing(tuple(map(_alone, left)))]
    title = names.arrow(Label(f"疑似对应：{older}", f"Matches: {older}"), same(newer))
    return Report(title, tuple(blocks), _document(matching))


def _introduction(matching: Matching) -> Paragraph:
    count = len(matching.matches)
    if not count:
        return Paragraph(Label("没有推断出疑似对应。", "No matches inferred."), "dim")
    return Paragraph(
        Label(
            f"推断出 {count} 对疑似对应，仅供参考；确认后请写明沿革（succeeded_by、split_from）。",
            f"{names.several(count, 'match', 'matches')} inferred, as suggestions; "
            "what is right is to be declared as lineage (succeeded_by, split_from).",
        ),
        "dim",
    )


def _items(rows: Iterable[Match], matching: Matching) -> Iterator[Item]:
    """One line each; several targets stand below their source, several sources below a target."""
    older, newer = matching.before.taxonomy, matching.after.taxonomy
    groups: dict[tuple[bool, str], list[Match]] = {}
    for match in rows:
        combined = match.cardinality == "n:1"
        groups.setdefault((combined, match.target if combined else match.source), []).append(match)
    for (combined, member), matches in groups.items():
        if combined:
            head = same("→ ") + names.category(newer, member)
            yield Item(
                (Cell(head),),
                tuple(_item(names.category(older, match.source), match) for match in matches),
            )
            continue
        head = names.category(older, member)
        targets = [(names.category(newer, match.target), match) for match in matches]
        if len(targets) == 1:
            yield _item(names.arrow(head, targets[0][0]), matches[0])
        else:
            yield Item(
                (Cell(head),), tuple(_item(same("→ ") + name, match) for name, match in targets)
            )


def _item(name: Label, match: Match) -> Item:
    evidence = Label("（", "(") + evidence_of(match) + Label("）", ")")
    return Item((Cell(name), Cell(same(f"{match.score:.2f}"), "strong"), Cell(evidence, "dim")))


def _alone(category: Category) -> Item:
    return Item((Cell(names.of_category(category)),))


def _document(matching: Matching) -> MatchesDocument:
    older, newer = matching.before.taxonomy.categories, matching.after.taxonomy.categories
    return MatchesDocument(
        format="stdtree-matches/1",
        from_=_end(matching.before),
        to=_end(matching.after),
        matches=tuple(
            MatchEntry(
                from_=_member(older[match.source]),
                to=_member(newer[match.target]),
                score=match.score,
                cardinality=match.cardinality,
                evidence=match.evidence,
            )
            for match in matching.matches
        ),
        unmatched=Unmatched(
            from_=tuple(map(_member, matching.unmatched_sources())),
            to=tuple(map(_member, matching.unmatched_targets())),
        ),
    )


def _end(end: End) -> DifferenceEnd:
    found = counts(end.taxonomy)
    return DifferenceEnd(
        release=end.name,
        digest=end.digest,
        categories=found.categories,
        standards=found.standards,
    )


def _member(category: Category) -> MatchMember:
    return MatchMember(id=category.id, code=category.code, title=category.title)
