"""What a folder of products holds, in both languages, under the system's notice."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.export import Exporter, Source, catalogue
from stdtree.label import LANGUAGES, Label, Language
from stdtree.model.counts import counts
from stdtree.model.text import text_in
from stdtree.safe import safe


def _render(source: Source, language: Language) -> bytes:
    del language  # one file for both: whoever opens the folder has not chosen yet
    return ("\n".join(safe(line) for line in _lines(source)) + "\n").encode()


def _lines(source: Source) -> Iterator[str]:
    system, held = source.taxonomy.system, counts(source.taxonomy)
    for each in LANGUAGES:
        dated = f" ({source.date})" if source.date else ""
        yield f"{text_in(system.title, each)} {source.name}{dated}"
        yield ""
        if system.notice:
            yield text_in(system.notice, each)
            yield ""
        yield _totals(held.categories, held.standards, held.planned)[each == "en"]
        yield ""
        for exporter in catalogue().values():
            if exporter.of == "release" and exporter is not EXPORTER:
                yield f"- {exporter.file.format(lang=each)}{_COLON[each]}{exporter.title.in_(each)}"
        yield ""
    yield source.digest


_COLON = {"zh": "：", "en": ": "}


def _totals(categories: int, standards: int, planned: int) -> tuple[str, str]:
    return (
        f"类目 {categories} 个，现有标准 {standards} 项，拟制定标准 {planned} 项。",
        f"{categories} categories, {standards} standards, {planned} planned ones.",
    )


EXPORTER = Exporter(
    of="release",
    title=Label("成果目录", "What is in this folder"),
    file="README.txt",
    render=_render,
)
