"""Changing what drafters write, language by language."""

from __future__ import annotations

from collections.abc import Mapping

from stdtree.edit import _find
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label, same
from stdtree.model import names
from stdtree.model.ids import Note, Text, see_of, texts_of
from stdtree.model.taxonomy import Taxonomy


def new_title(taxonomy: Taxonomy, title: Mapping[str, str]) -> Text:
    """The title of something new. Raises EditError without the system's first language."""
    return renamed(taxonomy, {}, title)


def renamed(taxonomy: Taxonomy, title: Text, given: Mapping[str, str]) -> Text:
    """A title with the given languages changed. Raises EditError if the first would be empty."""
    made = _patched(taxonomy, title, given)
    first = taxonomy.system.languages[0]
    if first not in made:
        raise EditError(
            say("名称缺少必备语言 {first}", "The title has no {first} text", first=first),
            say("请填写 {first} 名称", "Give a title in {first}", first=first),
        )
    return made


def patched(
    taxonomy: Taxonomy, text: Text | None, given: Mapping[str, str], *, called: Label
) -> Text | None:
    """An optional text with the given languages changed; '' removes one, None is left of none.

    Raises EditError if the system's first language would be missing beside others.
    """
    made = _patched(taxonomy, text or {}, given)
    first = taxonomy.system.languages[0]
    if made and first not in made:
        raise EditError(
            say(
                "“{called}”缺少必备语言 {first} 的文字",
                "Under {called}, the text in {first} is missing",
                called=called,
                first=first,
            ),
            say(
                "请填写 {first}，或把所有语言都清空",
                "Write it in {first}, or clear all languages",
                first=first,
            ),
        )
    return made or None


def checked_notes(
    taxonomy: Taxonomy, notes: tuple[dict[str, str], ...], *, called: Label
) -> tuple[Note, ...]:
    """Notes ready to be stored. Raises EditError for a missing language or an unknown `see`."""
    made: list[Note] = []
    for note in notes:
        see = see_of(note)
        if see:
            _find.live(taxonomy, see)
        text = patched(taxonomy, None, texts_of(note), called=called)
        if text is None:
            raise EditError(
                say(
                    "“{called}”中有一条没有文字",
                    "Under {called}, an entry has no words",
                    called=called,
                ),
                Label("请填写该条，或删去它", "Write it, or leave the entry out"),
            )
        made.append({**text, "see": see} if see else text)
    return tuple(made)


def _patched(taxonomy: Taxonomy, text: Text, given: Mapping[str, str]) -> Text:
    languages = taxonomy.system.languages
    unknown = next((tag for tag in given if tag not in languages and tag not in text), None)
    if unknown is not None:
        raise EditError(
            say("本体系没有语言“{tag}”", 'This system has no language "{tag}"', tag=unknown),
            say(
                "可用语言：{known}（见 system.yaml 的 languages）",
                "Its languages are {known} (languages in system.yaml)",
                known=names.listed(same(tag) for tag in languages),
            ),
        )
    return {tag: written for tag, written in {**text, **given}.items() if written}
