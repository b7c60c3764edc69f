"""One edition of any classification as a table: code, parent_code, title_<language>, notes.

UTF-8, one line for each category, tab-separated, without quoting; an empty parent is the top level.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from stdtree.errors import UsageError
from stdtree.label import Label
from stdtree.model.category import Category
from stdtree.model.ids import LANGUAGE_PATTERN, Text, slug
from stdtree.model.system import Level, System
from stdtree.model.taxonomy import Taxonomy

_TITLE = "title_"
_LANGUAGE = re.compile(LANGUAGE_PATTERN)
_CHINESE = re.compile(r"[\u3400-\u9fff]")

Row = Mapping[str, str]


def decode(text: str, name: str) -> Taxonomy:
    """The edition called `name`. Raises UsageError where the columns are not those of the shape.

    Ids are made from codes, so they say nothing about another edition. What is broken stays so:
    parents that do not exist, loops, and codes that stand twice.
    """
    lines = [line.rstrip("\r") for line in text.removeprefix("\ufeff").split("\n")]
    header = lines[0].split("\t")
    languages = _languages(header)
    if "code" not in header or not languages:
        raise _other_shape(name)
    rows = [dict(zip(header, line.split("\t"), strict=False)) for line in lines[1:] if line.strip()]
    system = System(
        id=slug(name, fallback="edition"),
        title=dict.fromkeys(languages, name),
        format=1,
        languages=languages,
        levels=(Level(id="level", title={"zh": "层级", "en": "level"}, pattern="[^ ]+"),),
    )
    return Taxonomy(system, _categories(rows, languages))


def _languages(header: Iterable[str]) -> tuple[str, ...]:
    tags = (column.removeprefix(_TITLE) for column in header if column.startswith(_TITLE))
    return tuple(tag for tag in tags if _LANGUAGE.search(tag))


def _categories(rows: Sequence[Row], languages: Sequence[str]) -> list[Category]:
    ids: dict[str, str] = {}
    taken: set[str] = set()
    made: list[tuple[str, Row]] = []
    for row in rows:
        code = row.get("code", "")
        category_id = slug(code, taken=taken)
        taken.add(category_id)
        ids.setdefault(code, category_id)
        made.append((category_id, row))
    return [
        Category(
            id=category_id,
            code=row.get("code") or None,
            parent=ids.get(above, slug(above)) if (above := row.get("parent_code")) else None,
            title={tag: title for tag in languages if (title := row.get(_TITLE + tag))},
            definition=_written(row.get("notes", "")),
        )
        for category_id, row in made
    ]


def _written(notes: str) -> Text | None:
    """Notes have no language of their own; Chinese is told by its characters."""
    return {"zh" if _CHINESE.search(notes) else "en": notes} if notes else None


def _other_shape(name: str) -> UsageError:
    return UsageError(
        Label(
            f"{name} 的首行没有 code 列，或没有 title_zh、title_en 之类的名称列",
            f"the first line of {name} has no column code, or none such as title_zh or title_en",
        ),
        Label(
            "首行写作：code、parent_code、title_en、title_zh、notes，以制表符分隔",
            "let it read code, parent_code, title_en, title_zh, notes, separated by tabs",
        ),
    )
