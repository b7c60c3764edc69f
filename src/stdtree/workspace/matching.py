"""Two editions → what ids and lineage say, and suggestions for the rest."""

from __future__ import annotations

from pathlib import Path

from stdtree.errors import StoreError
from stdtree.label import Label
from stdtree.model.canonical import digest
from stdtree.model.difference import End
from stdtree.model.match import Matching
from stdtree.workspace.editions import Edition, compare

TABLE = ".tsv"


def table_edition(path: Path) -> Edition:
    """An edition given as a table. Raises StoreError or UsageError if it cannot be read."""
    from stdtree.importing.edition_tsv import decode

    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, error) from error
    taxonomy = decode(text, path.name)
    return Edition(path.name, taxonomy, digest(taxonomy))


def match_by_ids(before: Edition, after: Edition) -> Matching:
    """Editions of one system: ids and declared lineage first; what they leave open is matched."""
    from stdtree.diff.match import match

    difference = compare(before, after)
    rows = difference.correspondence
    known = [(row.source, row.target) for row in rows if row.source and row.target]
    older, newer = difference.before, difference.after
    return Matching(
        older,
        newer,
        match(
            older.taxonomy,
            newer.taxonomy,
            known=known,
            sources={row.source for row in rows if row.source and not row.target},
            targets={row.target for row in rows if row.target and not row.source},
        ),
        tuple(row for row in rows if row.source and row.target),
    )


def match_unrelated(before: Edition, after: Edition) -> Matching:
    """Editions of different systems, or tables: their ids say nothing about each other."""
    from stdtree.diff.match import match

    older, newer = (End(one.name, one.taxonomy, one.digest) for one in (before, after))
    return Matching(older, newer, match(older.taxonomy, newer.taxonomy))


def _unreadable(path: Path, error: OSError | UnicodeDecodeError) -> StoreError:
    if isinstance(error, UnicodeDecodeError):
        return StoreError(
            Label(f"{path} 不是 UTF-8 文本", f"{path} is not UTF-8 text"),
            Label("另存为 UTF-8 后重试", "save it as UTF-8 and try again"),
        )
    return StoreError(
        Label(f"无法读取 {path}：{error.strerror}", f"cannot read {path}: {error.strerror}"),
        Label("请核对路径", "check the path"),
    )
