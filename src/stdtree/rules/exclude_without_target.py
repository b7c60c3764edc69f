"""A note says what a category excludes, but not where that belongs."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label, same
from stdtree.model import names
from stdtree.model.category import Category
from stdtree.model.finding import Severity, Subject
from stdtree.rules import Context, Found, Reach, Rule
from stdtree.rules._words import accept


def check(context: Context) -> Iterator[Found]:
    """Live categories; of several such notes the first is told, with how many there are."""
    for category in context.categories:
        for note in category.excludes:  # quicker than a list for each, mostly empty
            if "see" not in note and category.is_live:
                yield _open_ended(category)
                break


def _open_ended(category: Category) -> Found:
    notes = [at for at, note in enumerate(category.excludes) if "see" not in note]
    name, note = names.quoted_category(category), names.text(category.excludes[notes[0]])
    more = Label(f"等 {len(notes)} 条", f" and {len(notes) - 1} more") if notes[1:] else same("")
    return Found(
        subject=Subject("category", category.id),
        message=Label(
            f"类目 {name.zh} 的“不包括”没有写明归入何处：“{note.zh}”{more.zh}",
            f"the category {name.en} excludes matter without saying where it belongs:"
            f" “{note.en}”{more.en}",
        ),
        hint=Label(
            "写上 see: 归入的类目；不属于本体系的，写明理由接受：",
            "write see: with the category it goes to; if it belongs nowhere in this system, accept"
            " the finding: ",
        )
        + accept("exclude-without-target", category.id),
        field=("excludes", notes[0]),
    )


RULE = Rule(
    severity=Severity.NOTE,
    title=Label("排除而无去处", "Exclusion without target"),
    why=Label(
        "读者看到内容不在这里，接着就要问在哪里。不属于本体系的内容没有去处，所以只是提示。",
        "A reader who learns that a matter is not here asks next where it is. What belongs nowhere"
        " in the system has no target, so it is only a note.",
    ),
    fix=Label(
        "在 see 中写上所归入类目的标识。", "Write the id of the category it goes to in `see`."
    ),
    bad="""\
categories:
  - {id: transfer, code: B}
  - {id: incubation, code: C, excludes: [{zh: 技术转移}]}
""",
    good="""\
categories:
  - {id: transfer, code: B}
  - {id: incubation, code: C, excludes: [{zh: 技术转移, see: transfer}]}
""",
    check=check,
    reach=Reach.ITSELF,
)
