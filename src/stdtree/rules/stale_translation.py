"""A text was reworded in the first language, its translation was not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdtree.label import Label
from stdtree.model.category import Category
from stdtree.model.finding import FieldPath, Severity, Subject
from stdtree.model.ids import Note, Text
from stdtree.model.words import field_word
from stdtree.rules import Context, Found, Reach, Rule
from stdtree.rules._words import who


def check(context: Context) -> Iterator[Found]:
    """Texts of live categories and of their standards against those of the previous release."""
    previous, languages = context.previous, context.taxonomy.system.languages
    if previous is None or len(languages) == 1:
        return
    for category in context.categories:
        before = previous.categories.get(category.id)
        if before is not None and category.is_live:
            for field in _of_category(before, category, languages):
                yield _stale(context, Subject("category", category.id), field)
        for standard in category.standards:
            row = previous.standards.get(standard.id)
            if row is not None and row.standard.title != standard.title:
                for language in _behind(row.standard.title, standard.title, languages):
                    yield _stale(context, Subject("standard", standard.id), ("title", language))


def _of_category(before: Category, now: Category, languages: Sequence[str]) -> Iterator[FieldPath]:
    if now.title != before.title:
        yield from (("title", tag) for tag in _behind(before.title, now.title, languages))
    was, definition = before.definition, now.definition
    if was and definition and was != definition:
        yield from (("definition", tag) for tag in _behind(was, definition, languages))
    for name in ("includes", "includes_also", "excludes"):
        were, notes = getattr(before, name), getattr(now, name)
        if were != notes and were:
            yield from _of_notes(name, were, notes, languages)


def _of_notes(
    name: str, before: Sequence[Note], now: Sequence[Note], languages: Sequence[str]
) -> Iterator[FieldPath]:
    """The first in each language. Notes have no identity: a translation that is as it was has."""
    for language in languages[1:]:
        were = {note[language]: note for note in before if language in note and note not in now}
        for index, note in enumerate(now):
            was = were.get(note.get(language, ""))
            if was is not None and language in _behind(was, note, languages):
                yield (name, index, language)
                break


def _behind(before: Text, now: Text, languages: Sequence[str]) -> list[str]:
    """The languages that say what they said, though the first says something else."""
    first, *others = languages
    if first not in before or first not in now or before[first] == now[first]:
        return []
    return [tag for tag in others if tag in now and before.get(tag) == now[tag]]


def _stale(context: Context, subject: Subject, field: FieldPath) -> Found:
    name, word, tag = who(context.taxonomy, subject), field_word(str(field[0])), field[-1]
    first, release = context.taxonomy.system.languages[0], context.previous_name
    return Found(
        subject=subject,
        message=Label(
            f"{name.zh} 的“{word.zh}”自版本 {release} 以来改了 {first}，{tag} 译文未改",
            f"{name.en} has a new {first} text in “{word.en}” since {release}, but the old {tag}",
        ),
        hint=Label(f"核对 {tag} 译文", f"see whether the {tag} text still fits"),
        field=field,
    )


RULE = Rule(
    severity=Severity.NOTE,
    title=Label("译文过时", "Stale translation"),
    why=Label(
        "两种语言的读者读到的就不一样了。译文是否仍然贴切要由人判断，所以只是提示。",
        "Readers of two languages read two things. Only a person can say whether the translation"
        " still fits, so it is only a note.",
    ),
    fix=Label("修订；仍然贴切的写入 accepted。", "Revise it, or accept the finding."),
    bad="""\
previous: {categories: [{id: a, code: B, title: {zh: 技术转移, en: Technology transfer}}]}
categories: [{id: a, code: B, title: {zh: 技术转移转化, en: Technology transfer}}]
""",
    good="""\
previous: {categories: [{id: a, code: B, title: {zh: 技术转移, en: Technology transfer}}]}
categories: [{id: a, code: B, title: {zh: 技术转移转化, en: Transfer and commercialization}}]
""",
    check=check,
    reach=Reach.ITSELF,
)
