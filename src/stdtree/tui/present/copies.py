"""Categories as text for other programs: codes, titles, paths, YAML, rows of a Markdown table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from stdtree.label import Label, Language
from stdtree.model.category import Category
from stdtree.model.ids import CategoryId
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.text import text_in
from stdtree.safe import safe
from stdtree.tui.present.tree import name_of

SHAPES: Mapping[str, Label] = {
    "code": Label("编号", "code"),
    "name": Label("编号和名称", "code and title"),
    "titles": Label("各语言名称", "titles in all languages"),
    "id": Label("标识", "id"),
    "path": Label("路径", "path"),
    "markdown": Label("Markdown 表格行", "row of a Markdown table"),
    "yaml": Label("YAML", "YAML"),
}


def copied(shape: str, ids: Sequence[CategoryId], taxonomy: Taxonomy, language: Language) -> str:
    """The categories in one of these shapes, each on lines of its own.

    Hidden characters are shown and not handed on: what is pasted may be run.
    """
    found = (taxonomy.get(one) for one in ids)
    texts = [_MADE[shape](one, taxonomy, language) for one in found if one is not None]
    return "\n".join(part for text in texts for part in map(safe, text.split("\n"))) + "\n"


def _path(category: Category, taxonomy: Taxonomy, language: Language) -> str:
    line = [*reversed(taxonomy.ancestors(category.id)), category]
    return " › ".join(name_of(one, language) for one in line)


def _markdown(category: Category, _: Taxonomy, __: Language) -> str:
    cells = (category.code or "", *category.title.values(), str(len(category.standards)))
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _yaml(category: Category, _: Taxonomy, __: Language) -> str:
    from stdtree.store.save import canonical_text

    return canonical_text(f"taxonomy/categories/{category.id}.yaml", category).rstrip("\n")


_MADE: Mapping[str, Callable[[Category, Taxonomy, Language], str]] = {
    "code": lambda one, _, __: one.code or "",
    "name": lambda one, _, language: name_of(one, language),
    "titles": lambda one, _, __: " / ".join(
        [
            text_in(one.title, "zh"),
            *(t for t in one.title.values() if t != text_in(one.title, "zh")),
        ]
    ),
    "id": lambda one, _, __: one.id,
    "path": _path,
    "markdown": _markdown,
    "yaml": _yaml,
}
