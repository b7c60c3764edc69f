"""What the user calls a category or standard → the one that is meant, or the nearest ones."""

from __future__ import annotations

from contextlib import suppress

from stdtree.errors import UsageError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.nearest import did_you_mean
from stdtree.model.taxonomy import Placed, Taxonomy


def split_at(name: str) -> tuple[str, str | None]:
    """`BB@1.0` is BB in the edition 1.0; without an edition, None."""
    what, at, edition = name.partition("@")
    return what, edition if at else None


def either(taxonomy: Taxonomy, name: str) -> Category | Placed:
    """The category called so, else the standard. Raises UsageError, which speaks of categories."""
    try:
        return category(taxonomy, name)
    except UsageError as unknown:
        with suppress(UsageError):
            return standard(taxonomy, name)
        raise unknown from None


def category(taxonomy: Taxonomy, name: str) -> Category:
    """By id, else by code among live ones, else by code among retired ones. Raises UsageError."""
    found = taxonomy.get(name)
    if found is not None:
        return found
    wanted = name.casefold()
    fitting = [c for c in taxonomy.categories.values() if c.code and c.code.casefold() == wanted]
    fitting = [c for c in fitting if c.is_live] or fitting
    if len(fitting) > 1:
        ids = [c.id for c in fitting]
        raise UsageError(
            Label(
                f"编号 {name} 有 {len(ids)} 个类目：{'、'.join(ids)}",
                f"{len(ids)} categories have the code {name}: {', '.join(ids)}",
            ),
            _BY_ID,
        )
    if fitting:
        return fitting[0]
    known = {c.id: c for c in taxonomy.categories.values()} | {
        code: sharing[0] for code, sharing in taxonomy.by_code.items()
    }

    def shown(near: str) -> Label:
        return names.with_id(known[near].id, names.of_category(known[near]))

    raise UsageError(
        Label(f"没有编号或标识为 {name} 的类目", f"no category has the code or id {name}"),
        did_you_mean(name, known, shown) or _SEARCH,
    )


def standard(taxonomy: Taxonomy, name: str) -> Placed:
    """By id, else by number, however it is written. Raises UsageError."""
    found = taxonomy.standard(name)
    if found is not None:
        return found
    from stdtree.model.standard_number import normalise

    wanted = normalise(name).casefold()
    numbered = [placed for placed in taxonomy.standards.values() if placed.standard.number]
    fitting = [p for p in numbered if normalise(p.standard.number or "").casefold() == wanted]
    if len(fitting) > 1:
        ids = [placed.standard.id for placed in fitting]
        raise UsageError(
            Label(
                f"标准编号 {name} 有 {len(ids)} 条记录：{'、'.join(ids)}",
                f"{len(ids)} standards have the number {name}: {', '.join(ids)}",
            ),
            _BY_ID,
        )
    if fitting:
        return fitting[0]
    known = {p.standard.id: p.standard for p in taxonomy.standards.values()} | {
        p.standard.number or "": p.standard for p in numbered
    }

    def shown(near: str) -> Label:
        return names.with_id(known[near].id, names.of_standard(known[near]))

    raise UsageError(
        Label(f"没有编号或标识为 {name} 的标准", f"no standard has the number or id {name}"),
        did_you_mean(name, known, shown) or _SEARCH,
    )


_BY_ID = Label("请用标识指明是哪一个", "say which one by its id")
_SEARCH = Label("按名称查找：stdtree find 关键词", "search by title: stdtree find WORDS")


def no_release_name(name: str) -> UsageError:
    """What to say of a text that cannot be the number of a release."""
    return UsageError(
        Label(f"{name} 不能作版本号", f"{name} cannot be the number of a release"),
        Label(
            "版本号为两段或三段数字，如 1.1 或 1.1.1",
            "use two or three numbers, such as 1.1 or 1.1.1",
        ),
    )
