"""What the rules about texts share: where in which text, one finding for each, and its fix."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from stdtree.label import Label, same
from stdtree.model import names
from stdtree.model.finding import Subject
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.words import field_word
from stdtree.rules import Context, Found
from stdtree.rules._text_fixes import text_fix
from stdtree.rules._texts import Written, unusual
from stdtree.rules._words import who


class Objection(NamedTuple):
    """What is wrong with one text."""

    wrong: Label
    """What is wrong, said of the text: `第 3 个字符是 …`."""
    mended: str | None = None
    """The text as it certainly should be; None where a person has to decide."""
    hint: Label | None = None
    """The way out where there is no fix."""


def objections(
    context: Context, judge: Callable[[Context, Written], Objection | None]
) -> Iterator[Found]:
    """What `judge` objects to; of the entries of one list of notes, the first speaks for all."""
    grouped: dict[tuple[object, ...], list[tuple[Written, Objection]]] = {}
    for written in unusual(context):
        objection = judge(context, written)
        if objection is not None:
            path = tuple(part for part in written.field if isinstance(part, str))
            grouped.setdefault((written.subject, *path), []).append((written, objection))
    for group in grouped.values():
        yield _found(context, group)


def shown(character: str) -> Label:
    """A character by its number and its Unicode name: U+202E RIGHT-TO-LEFT OVERRIDE."""
    from unicodedata import name

    return same(f"U+{ord(character):04X} {name(character, '')}".rstrip())


def nth(text: str, index: int) -> Label:
    """Where in a text: the number of the character, and what stands before it."""
    before = text[max(0, index - 6) : index].strip()
    place = Label(f"第 {index + 1} 个字符", f"character {index + 1}")
    return place + Label(f"（“{before}”之后）", f" (after “{before}”)") if before else place


def _found(context: Context, group: Sequence[tuple[Written, Objection]]) -> Found:
    group = sorted(group, key=_in_order)
    first, objection = group[0]
    mended = {written: each.mended for written, each in group if each.mended is not None}
    fix = text_fix(context.taxonomy, mended) if len(mended) == len(group) else None
    word = field_word(".".join(part for part in first.field[:-1] if isinstance(part, str)))
    where = Label(f"的“{word.zh}”（{first.language}）", f", {word.en} ({first.language}): ")
    more = len(group) - 1
    others = Label(f"；同类还有 {more} 处", f"; and {more} more like it") if more else same("")
    return Found(
        subject=first.subject,
        message=_who(context.taxonomy, first.subject) + where + objection.wrong + others,
        hint=_MEND if fix else objection.hint or _WRITE,
        field=first.field,
        fix=fix,
    )


def _in_order(one: tuple[Written, Objection]) -> tuple[list[int], str]:
    """By entry; by text only where rows of two categories have one id."""
    written, _ = one
    return [part for part in written.field if isinstance(part, int)], written.text


def _who(taxonomy: Taxonomy, subject: Subject) -> Label:
    if subject.entity == "organization":
        name = names.quoted(taxonomy.organizations[subject.id].name, subject.id)
        return Label("组织机构", "the organization ") + name
    return who(taxonomy, subject)


_MEND = Label("自动改正：stdtree check --fix", "have it mended: stdtree check --fix")
_WRITE = Label("改正这段文字", "write the text anew")
