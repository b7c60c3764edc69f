"""The products of an edition, and of what changed between two: rendered, then written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from stdtree import export as engine
from stdtree.errors import StoreError, UsageError
from stdtree.export import File, Source
from stdtree.label import Label, Language, same
from stdtree.model.difference import Difference
from stdtree.model.ids import is_release_name
from stdtree.model.names import listed
from stdtree.model.nearest import did_you_mean
from stdtree.store import layout
from stdtree.store.disk import replace_file, writing
from stdtree.workspace.corresponding import settled
from stdtree.workspace.editions import Edition, compare, skipped

if TYPE_CHECKING:
    from stdtree.workspace.opened import Workspace


def products(
    edition: Edition, difference: Difference | None = None, only: Sequence[str] | None = None
) -> Iterator[File]:
    """The files of an edition, or with `difference` those of the difference. Raises UsageError."""
    catalogue = engine.catalogue()
    of = "difference" if difference else "release"
    for name in only or ():
        if name not in catalogue or catalogue[name].of != of:
            known = [key for key, exporter in catalogue.items() if exporter.of == of]
            raise UsageError(
                Label(f"此处没有名为 {name} 的成果", f"there is no product {name} here"),
                did_you_mean(name, known)
                or Label("可选：", "there are: ") + listed(map(same, known)),
            )
    source = _source(edition, difference)
    for name, exporter in catalogue.items():
        if exporter.of == of and (not only or name in only):
            yield from engine.render(exporter, source)


def product(difference: Difference, name: str, language: Language) -> bytes:
    """One product of a difference in one language, whatever its file is called."""
    newer = difference.after
    edition = Edition(newer.name, newer.taxonomy, newer.digest, date=newer.date)
    return engine.catalogue()[name].render(_source(edition, difference), language)


def _source(edition: Edition, difference: Difference | None) -> Source:
    return Source(
        name=edition.name,
        taxonomy=edition.taxonomy.released(),
        date=edition.date,
        digest=edition.digest,
        difference=difference,
        document=_document(difference) if difference else None,
        correspondence=_correspondence(difference) if difference else None,
    )


def published(workspace: Workspace) -> tuple[tuple[str, str | None], ...]:
    """What stands under exports/: every release, and each with the one before it."""
    releases = [name for name in workspace.names() if is_release_name(name)]
    alone = [(name, None) for name in releases]
    return (*alone, *((newer, older) for older, newer in pairwise(releases)))


def export(
    workspace: Workspace,
    name: str,
    *,
    against: str | None = None,
    only: Sequence[str] | None = None,
    into: Path | None = None,
) -> tuple[str, ...]:
    """Writes products; their paths. Raises StoreError if the disk does not let us.

    Default folder: exports/<name> or exports/<against>..<name>.
    """
    folder, files = planned(workspace, name, against=against, only=only)
    return written(workspace, folder, files, into=into)


def written(
    workspace: Workspace, folder: str, files: Sequence[File], *, into: Path | None = None
) -> tuple[str, ...]:
    """Writes what was `planned`; the paths. Raises StoreError if the disk does not let us."""
    target = into or workspace.root / folder
    with writing():
        for file in files:
            replace_file(target / file.path, file.data)
    return tuple(f"{into or folder}/{file.path}" for file in files)


def stale(
    workspace: Workspace,
    name: str,
    *,
    against: str | None = None,
    only: Sequence[str] | None = None,
    into: Path | None = None,
) -> tuple[str, ...]:
    """Paths of products that are missing or are not what they should be; writes nothing."""
    folder, files = planned(workspace, name, against=against, only=only)
    target = into or workspace.root / folder
    return tuple(
        f"{into or folder}/{file.path}"
        for file in files
        if not (target / file.path).is_file()
        or not engine.is_up_to_date(file, (target / file.path).read_bytes())
    )


def planned(
    workspace: Workspace, name: str, *, against: str | None, only: Sequence[str] | None
) -> tuple[str, tuple[File, ...]]:
    """The folder (from the root) and the files that belong into it.

    Raises StoreError if something of an edition cannot be read: a product would leave it out.
    """
    edition = _whole(workspace, name)
    if against is None:
        return f"{layout.EXPORTS}/{edition.name}", tuple(products(edition, None, only))
    older = _whole(workspace, against)
    folder = f"{layout.EXPORTS}/{older.name}..{edition.name}"
    between = skipped(workspace, older.name, edition.name)
    difference = settled(workspace, compare(older, edition, between=between))
    return folder, tuple(products(edition, difference, only))


def _whole(workspace: Workspace, name: str) -> Edition:
    edition = workspace.edition(name)
    unread = next((found for found in edition.findings if found.severity == "error"), None)
    if unread is None:
        return edition
    command = "stdtree check" if name == "WORK" else f"stdtree check {name}"
    raise StoreError(
        Label(
            f"{name} 中有读不出的内容，不能导出：{unread.place} {unread.message.zh}",
            f"{name} cannot be exported, some of it is not readable: {unread.place}"
            f" {unread.message.en}",
        ),
        Label(f"先改正，查看全部：{command}", f"mend it first, see all of it: {command}"),
    )


def _document(difference: Difference) -> Callable[[str, Language], str]:
    def document(fmt: str, language: Language) -> str:
        from stdtree import report
        from stdtree.report.of_difference import of_difference

        return report.render(of_difference(difference), fmt, report.Look(language=language))

    return document


def _correspondence(difference: Difference) -> Callable[[str, Language], str]:
    def correspondence(fmt: str, language: Language) -> str:
        from stdtree import report
        from stdtree.report.of_correspondence import of_correspondence

        return report.render(of_correspondence(difference), fmt, report.Look(language=language))

    return correspondence
