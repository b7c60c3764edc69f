"""Write docs/products.md from the exporters themselves: 成果, a page in each language.

python tools/write_products_doc.py           writes what is stale
python tools/write_products_doc.py --check   writes nothing; exit 1 if something is stale
"""

from __future__ import annotations

import sys

from pages import cell, in_both, keep, made_by

from stdtree import export
from stdtree.label import LANGUAGES, Label, Language

HEAD = Label(
    f"""\
# 成果

{made_by(__file__)}

`stdtree export` 由一个版本或两个版本之间的差异生成的文件。同样的内容总是得到逐字节相同的文件，
因此 `stdtree export --check` 能发现过时的成果。发布版本时自动生成；也可只生成一项：

```sh
stdtree export 1.1 --only standards-table-xlsx
stdtree export 1.1 --against 1.0 --only changes-html
```

GB/T 13016 规定的各项文件分别对应哪项成果，见[GB/T 13016 规定的成果](deliverables.md)。
""",
    f"""\
# Products

{made_by(__file__)}

The files that `stdtree export` makes of a release, or of what changed between two. The same content
gives the same bytes, so `stdtree export --check` finds those that are stale. A release makes all of
them; one alone:

```sh
stdtree export 1.1 --only standards-table-xlsx
stdtree export 1.1 --against 1.0 --only changes-html
```

Which of them are the deliverables of GB/T 13016: [deliverables](deliverables.en.md).
""",
)
PARTS = {
    "release": Label("版本的成果", "Of a release"),
    "difference": Label("差异的成果", "Of a difference"),
}
FOLDERS = {"release": "exports/1.1/", "difference": "exports/1.0..1.1/"}
COLUMNS = Label(
    "| 成果 | 内容 | 文件（在 `{folder}`） |\n|---|---|---|\n",
    "| Product | What it is | File (in `{folder}`) |\n|---|---|---|\n",
)
LANGUAGE_MARK = Label("语言", "language")


def page(language: Language) -> str:
    """The whole page."""
    return HEAD.in_(language) + "".join(_part(part, language) for part in PARTS)


def _part(part: str, language: Language) -> str:
    rows = "".join(
        f"| `{name}` | {cell(made.title.in_(language))} "
        f"| `{made.file.format(lang=f'〈{LANGUAGE_MARK.in_(language)}〉')}` |\n"
        for name, made in export.catalogue().items()
        if made.of == part
    )
    columns = COLUMNS.in_(language).format(folder=FOLDERS[part])
    return f"\n## {PARTS[part].in_(language)}\n\n{columns}{rows}"


if __name__ == "__main__":
    sys.exit(keep(in_both("products", {language: page(language) for language in LANGUAGES})))
