"""What the list of findings shows: which of them, in which order, under which headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from stdtree.label import Label, Language, same
from stdtree.model import names
from stdtree.model.finding import Finding, Severity, Subject
from stdtree.model.ids import CategoryId
from stdtree.model.subjects import called
from stdtree.model.system import Accepted
from stdtree.model.taxonomy import Taxonomy
from stdtree.tui.present.findings import MARK, STYLE, counts, finding_line, home_of
from stdtree.tui.present.line import Line, Piece, line

ERRORS = Label("只看错误", "errors only")
ERRORS_AND_WARNINGS = Label("错误和警告", "errors and warnings")
UNTIL = Label("，至 ", ", until ")
ACCEPTED = Label("已接受", "accepted")
ACCEPTED_MARK = "✓"


class Filter(NamedTuple):
    """Which findings are shown."""

    worst: Severity = Severity.NOTE
    """No milder ones."""
    rule: str | None = None
    under: CategoryId | None = None
    """Those of a category and of all that is below it."""

    def told(self, taxonomy: Taxonomy) -> Label:
        """What is left, in words; '' for everything."""
        parts = []
        if self.worst is not Severity.NOTE:
            parts.append(ERRORS if self.worst is Severity.ERROR else ERRORS_AND_WARNINGS)
        if self.rule is not None:
            parts.append(same(self.rule))
        if self.under is not None:
            parts.append(names.category(taxonomy, self.under))
        return Label(" · ".join(one.zh for one in parts), " · ".join(one.en for one in parts))


class Head(NamedTuple):
    """The heading over the findings of one rule."""

    rule: str
    severity: Severity
    many: int
    is_open: bool


Row: TypeAlias = Finding | Head | Accepted


def chosen(findings: Iterable[Finding], taxonomy: Taxonomy, wanted: Filter) -> tuple[Finding, ...]:
    """Those that pass, in the same order."""
    branch = _branch(taxonomy, wanted.under)
    return tuple(
        one
        for one in findings
        if one.severity.rank <= wanted.worst.rank
        and (wanted.rule is None or one.rule == wanted.rule)
        and (branch is None or home_of(one, taxonomy) in branch)
    )


def by_rule(findings: Sequence[Finding], closed: Iterable[str]) -> Iterator[Row]:
    """Under a heading for each rule, the worst and most frequent first; closed ones by it alone."""
    groups: dict[tuple[int, str], list[Finding]] = {}
    for one in findings:
        groups.setdefault((one.severity.rank, one.rule), []).append(one)
    shut = set(closed)
    for (rank, rule), those in sorted(groups.items(), key=lambda g: (g[0][0], -len(g[1]), g[0][1])):
        del rank
        yield Head(rule, those[0].severity, len(those), rule not in shut)
        if rule not in shut:
            yield from those


def row_line(row: Row, taxonomy: Taxonomy, titles: Mapping[str, Label], language: Language) -> Line:
    """One row; below a heading the rule need not be named, but is for whoever scrolls."""
    if isinstance(row, Head):
        mark = "▾" if row.is_open else "▸"
        return line(
            Piece(f"{mark} {MARK[row.severity]} ", STYLE[row.severity]),
            Piece(titles.get(row.rule, same(row.rule)).in_(language), "strong"),
            Piece(f" ({row.many})", "strong"),
            right=(Piece(f" {row.rule}", "dim"),),
        )
    if isinstance(row, Accepted):
        until = UNTIL.in_(language) + row.until if row.until else ""
        return line(
            Piece(f"{ACCEPTED_MARK} ", "good"),
            Piece(f"{called(taxonomy, row.subject).in_(language)}  ", "strong"),
            Piece(f"{ACCEPTED.in_(language)}{until}  ", "dim"),
            names.text(row.reason).in_(language),
            right=(Piece(f" {row.rule}", "dim"),),
            target=place_of(row, taxonomy),
        )
    return finding_line(row, taxonomy, language)


def place_of(entry: Accepted, taxonomy: Taxonomy) -> Subject | None:
    """The category or standard that an accepted finding speaks of."""
    if entry.subject in taxonomy.categories:
        return Subject("category", entry.subject)
    return Subject("standard", entry.subject) if taxonomy.standard(entry.subject) else None


def counted(
    findings: Sequence[Finding], shown: Sequence[Finding], wanted: Label, language: Language
) -> str:
    """How many of each severity; of how many, and which, where not all are shown."""
    told = f" ({counts(shown) or len(shown)}"
    told += f"/{len(findings)})" if len(shown) != len(findings) else ")"
    words = wanted.in_(language)
    return f"{told} · {words}" if words else told


def _branch(taxonomy: Taxonomy, top: CategoryId | None) -> frozenset[CategoryId] | None:
    if top is None:
        return None
    found, waiting = {top}, [top]
    while waiting:
        below = [one.id for one in taxonomy.under(waiting.pop()) if one.id not in found]
        found.update(below)
        waiting += below
    return frozenset(found)
