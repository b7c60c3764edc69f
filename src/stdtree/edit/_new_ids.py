"""Permanent ids of what an operation adds: made from its title or number, never used before."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names
from stdtree.model.ids import CategoryId, StandardId, slug
from stdtree.model.taxonomy import Taxonomy

_USED = Label(
    "标识不得重复使用：请另给标识（--id），或留空由名称生成",
    "Ids are never reused: give another (--id), or none to have it made from the title",
)
_RECOMMENDED = re.compile(r"/(?=[TZ]\b)")
"""The slash of GB/T, SZ/T, GB/Z, which ids leave out; not that of T/TMAC."""


def new_category_id(taxonomy: Taxonomy, wanted: str, title: Mapping[str, str]) -> CategoryId:
    """`wanted`, or an id made from the title. Raises EditError if it was ever used."""
    if not wanted:
        return slug(_latin(title, taxonomy.system.languages[0]), taken=taxonomy.categories)
    holder = taxonomy.get(wanted)
    if holder is not None:
        raise EditError(
            say(
                "标识 {id} 已属于类目 {who}",
                "The id {id} belongs to the category {who}",
                id=wanted,
                who=names.of_category(holder),
            ),
            _USED,
        )
    return wanted


def new_standard_id(
    taxonomy: Taxonomy, wanted: str, *, number: str | None, title: Mapping[str, str]
) -> StandardId:
    """`wanted`, or an id made from number or title. Raises EditError if another row has it."""
    if not wanted:
        source = _RECOMMENDED.sub("", number) if number else ""
        source = source or _latin(title, taxonomy.system.languages[0])
        return slug(source, taken=taxonomy.standards, fallback="standard")
    holder = taxonomy.standard(wanted)
    if holder is not None:
        raise EditError(
            say(
                "标识 {id} 已属于标准 {who}",
                "The id {id} belongs to the standard {who}",
                id=wanted,
                who=names.of_standard(holder.standard),
            ),
            _USED,
        )
    return wanted


def refuse_repeated(ids: Collection[str]) -> None:
    """Raises EditError if one id is named twice where each may be named once."""
    repeated = next((one for one in ids if list(ids).count(one) > 1), None)
    if repeated is not None:
        raise EditError(
            say("{id} 列了两次", "{id} is listed twice", id=repeated),
            Label("每个只列一次", "List each once"),
        )


def _latin(title: Mapping[str, str], first_language: str) -> str:
    """The English title, else the pinyin of the Chinese one."""
    for tag, text in title.items():
        if tag.split("-")[0] == "en" and text:
            return text
    from pypinyin import lazy_pinyin

    return " ".join(lazy_pinyin(title.get(first_language) or next(iter(title.values()), "")))
