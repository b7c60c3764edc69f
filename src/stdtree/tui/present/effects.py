"""What an edit does, told before it is done: counts, codes, references, findings."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from stdtree.label import Label, same
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.finding import Finding
from stdtree.model.grouping import differing
from stdtree.model.ids import see_of
from stdtree.model.taxonomy import Taxonomy

SHOWN = 3
"""How many codes or findings are named; the rest is counted."""
NOTHING_CHANGES = Label("没有变化", "nothing changes")


def effects(before: Taxonomy, after: Taxonomy) -> Label:
    """How many categories and standards come, change and go, and what refers to those that go.

    A second line says which codes change, if any do. At most one pass over all categories.
    """
    touched = sorted(differing(before.categories, after.categories))
    pairs = [(before.get(key), after.get(key)) for key in touched]
    changed = [(old, new) for old, new in pairs if old is not None and new and old != new]
    ended = {old.id for old, new in pairs if old and old.is_live and not (new and new.is_live)}
    ended |= {old.id for old, new in pairs if old and not new}
    home_before = _homes(old for old, _ in pairs)
    home_after = _homes(new for _, new in pairs)
    gone = home_before.keys() - home_after.keys()
    moved = sum(home_before.get(key, home) != home for key, home in home_after.items())
    counted = (
        (sum(old is None for old, _ in pairs), Label("新增 {} 个类目", "{} categories added")),
        (
            sum(old.id not in ended for old, _ in changed),
            Label("改动 {} 个类目", "{} categories changed"),
        ),
        (len(ended), Label("{} 个类目不再有效", "{} categories end")),
        (
            len(home_after.keys() - home_before.keys()),
            Label("新增 {} 项标准", "{} standards added"),
        ),
        (moved, Label("移动 {} 项标准", "{} standards moved")),
        (len(gone), Label("删除 {} 项标准", "{} standards removed")),
        (
            _references(after, {*ended, *gone}),
            Label("{} 处仍引用已失效的类目或标准", "{} references to what ends"),
        ),
    )
    told = [Label(w.zh.format(n), w.en.format(n)) for n, w in counted if n]
    if not told:
        return NOTHING_CHANGES
    recoded = [(old.code, new.code) for old, new in changed if old.code != new.code]
    codes = same("\n") + _codes(recoded) if recoded else same("")
    return Label("、".join(one.zh for one in told), ", ".join(one.en for one in told)) + codes


def findings_told(come: Sequence[Finding], gone: Sequence[Finding]) -> Label:
    """Which findings an edit would bring and which it would mend; '' for neither."""
    told = []
    if come:
        told.append(_named(Label("将出现问题", "findings to come"), come))
    if gone:
        told.append(_named(Label("将消除问题", "findings to go"), gone))
    return Label("\n".join(one.zh for one in told), "\n".join(one.en for one in told))


def _named(head: Label, findings: Sequence[Finding]) -> Label:
    worst = sorted(findings, key=lambda finding: finding.severity.rank)[:SHOWN]
    listed = Label("；".join(f.message.zh for f in worst), "; ".join(f.message.en for f in worst))
    count = Label(f" {len(findings)} 个", f", {len(findings)}")
    return head + count + Label("：", ": ") + listed + _more(len(findings))


def _codes(recoded: Sequence[tuple[str | None, str | None]]) -> Label:
    shown = [names.arrow(_code(old), _code(new)) for old, new in recoded[:SHOWN]]
    head = Label(f"编号变动 {len(recoded)} 个：", f"{names.several(len(recoded), 'code')} change: ")
    return head + names.listed(shown) + _more(len(recoded))


def _code(code: str | None) -> Label:
    return same(code) if code else names.NOTHING


def _more(count: int) -> Label:
    return same(" …") if count > SHOWN else same("")


def _homes(categories: Iterator[Category | None]) -> dict[str, str]:
    return {row.id: one.id for one in categories if one for row in one.standards}


def _references(taxonomy: Taxonomy, ended: Collection[str]) -> int:
    """How often live categories and standards still refer to what ended."""
    if not ended:
        return 0
    live = (category for category in taxonomy.categories.values() if category.is_live)
    return sum(one in ended for category in live for one in _referred(category))


def _referred(category: Category) -> Iterator[str]:
    if category.parent:
        yield category.parent
    for note in (*category.includes, *category.includes_also, *category.excludes):
        goes_to = see_of(note)
        if goes_to:
            yield goes_to
    yield from category.related
    for standard in category.standards:
        yield from standard.also_in
        yield from standard.replaces
