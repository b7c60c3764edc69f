"""Two live categories under one parent have titles that look alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.finding import Severity, Subject
from stdtree.rules import Context, Found, Reach, Rule
from stdtree.rules._look_alikes import MARKED, plain, skeleton


def check(context: Context) -> Iterator[Found]:
    """Of siblings that look alike, all but the first by id; each language by itself.

    Equal titles are left to duplicate-sibling-title.
    """
    spoken_of, children = context.focus, context.taxonomy.under
    seen = context.categories
    if spoken_of is not None:  # any sibling may be the one that is marked
        parents = {category.parent for category in context.categories}
        seen = [sibling for parent in parents for sibling in children(parent)]
    marked = {
        (category.parent, language)
        for category in seen
        for language, title in category.title.items()
        if MARKED.search(title)
    }
    for parent, language in sorted(marked, key=str):
        alike: dict[str, dict[str, Category]] = {}
        siblings = (one for one in children(parent) if one.is_live)
        for category in sorted(siblings, key=lambda one: one.id):
            if title := category.title.get(language):
                alike.setdefault(skeleton(title), {}).setdefault(plain(title), category)
        for first, *others in (tuple(group.values()) for group in alike.values()):
            for category in others:
                if spoken_of is None or category.id in spoken_of:
                    yield _alike(category, first, language)


def _alike(category: Category, kept: Category, language: str) -> Found:
    one, other = names.quoted_category(category), names.quoted_category(kept)
    differing = _differing(category.title[language], kept.title[language])
    return Found(
        subject=Subject("category", category.id),
        message=Label(
            f"同级类目 {one.zh} 与 {other.zh} 的 {language} 名称极为相似{differing.zh}",
            f"the titles of the siblings {one.en} and {other.en} look alike in {language}"
            f"{differing.en}",
        ),
        hint=Label(
            f"改正错字（stdtree edit rename-category {category.id}），或将两者合并",
            f"mend the wrong letter (stdtree edit rename-category {category.id}), or combine them",
        ),
        field=("title", language),
        related=(kept.id,),
    )


def _differing(one: str, other: str) -> Label:
    """The first characters that differ, by their numbers."""
    pairs = ((a, b) for a, b in zip(one, other, strict=False) if plain(a) != plain(b))
    found: Sequence[str] = next(pairs, ())
    if not found:
        return Label("", "")
    a, b = (f"{character} (U+{ord(character):04X})" for character in found)
    return Label(f"：{a} 与 {b}", f": {a} and {b}")


RULE = Rule(
    severity=Severity.WARNING,
    title=Label("同级类目名称形似", "Look-alike titles among siblings"),
    why=Label(
        "只差一个形近字（未与末、己与已）或一个外文字母（希腊、西里尔字母）的同级名称，"
        "多半是一处写错：读者以为相同，查找却只得其一（Unicode UTS #39）。",
        "Siblings whose titles differ by a look-alike only, “未” and “末” or a Greek letter,"
        " are mostly one title and a slip: readers take them for the same, and searches"
        " find one of the two (Unicode UTS #39).",
    ),
    fix=Label("改正错字，或改名以示区别。", "Mend the slip, or rename one."),
    bad="""\
categories:
  - {id: fields, code: B}
  - {id: future, code: BA, parent: fields, title: {zh: 未来技术, en: Future technology}}
  - {id: later, code: BB, parent: fields, title: {zh: 末来技术, en: Later technology}}
""",
    good="""\
categories:
  - {id: fields, code: B}
  - {id: future, code: BA, parent: fields, title: {zh: 未来技术, en: Future technology}}
  - {id: later, code: BB, parent: fields, title: {zh: 后续技术, en: Later technology}}
""",
    check=check,
    reach=Reach.FAMILY,
)
