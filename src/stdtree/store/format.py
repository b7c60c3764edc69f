"""`stdtree fmt`: a whole file in canonical style, with every comment at the field it belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from stdtree.label import Label
from stdtree.store import layout, yaml_text, yaml_write
from stdtree.store.decode import decode, encode
from stdtree.store.yaml_comments import Comment, comments
from stdtree.store.yaml_outline import Node, outline

Path = tuple[str | int, ...]
"""A field inside a file."""
_MODELINE = "# yaml-language-server:"


class Formatted(Struct, frozen=True):
    """The canonical bytes, or why the file is left alone."""

    data: bytes | None
    refusal: Label | None = None


def format_file(path: str, data: bytes) -> Formatted:
    """The file at `path` in canonical style. Only files that can be read in full are formatted."""
    kind = layout.kind_at(path)
    if kind is None:
        return Formatted(None, Label("不是 stdtree 的文件", "no file of stdtree"))
    parsed = yaml_text.read(data)
    decoded = decode(kind, parsed.value)
    serious = [problem for problem in parsed.problems if problem.rule != "untidy-file"]
    if serious or decoded.problems:
        return Formatted(
            None, Label("先改正 stdtree check 报告的问题", "first mend what stdtree check reports")
        )
    made = yaml_write.write(encode(decoded.value))
    kept = _with_comments(made, yaml_text.decode(data, []))
    if isinstance(kept, Label):
        return Formatted(None, kept)
    return Formatted(f"{layout.modeline(path, kind.name)}\n{kept}".encode())


def _owner(fields: list[tuple[int, Path]], comment: Comment) -> Path | None:
    """The first field of its line, or the first one below it; None: none is below."""
    before = [at for at, _ in fields if at <= comment.line]
    if comment.trailing and before:
        return next(path for at, path in fields if at == before[-1])
    return next((path for at, path in fields if at > comment.line), None)


def _fields(node: Node, path: Path) -> Iterator[tuple[int, Path]]:
    """Line and path of every field and item."""
    for key, entry in (node.entries or {}).items():
        yield entry.line, (*path, key)
        yield from _fields(entry.value, (*path, key))
    for index, item in enumerate(node.items or []):
        if not item.entries:
            yield item.line, (*path, index)
        yield from _fields(item, (*path, index))


def _with_comments(made: str, text: str) -> str | Label:
    """The canonical text with the comments of `text`; a Label names the first without a place."""
    lines = made.split("\n")
    root = outline(text)
    fields = sorted(_fields(root, ())) if root else []
    shaped = outline(made)
    where: dict[Path, int] = {}
    for line, path in _fields(shaped, ()) if shaped else ():
        where.setdefault(path, line)
    above: dict[int, list[str]] = {}
    for comment in comments(text, root):
        if comment.text.startswith(_MODELINE) and not comment.trailing:
            continue
        owner = _owner(fields, comment)
        at = len(lines) if owner is None else where.get(owner)
        if at is None:
            return Label(
                f"无法保留注释 {comment.text}（第 {comment.line} 行）",
                f"cannot keep the comment {comment.text} (line {comment.line})",
            )
        if comment.trailing and not lines[at - 1].endswith(("|", "|-")):
            lines[at - 1] += f"  {comment.text}"
        else:
            above.setdefault(at, []).append(comment.text)
    return "\n".join(_woven(lines, above))


def _woven(lines: list[str], above: dict[int, list[str]]) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        indent = line[: len(line) - len(line.lstrip(" "))]
        yield from (indent + comment for comment in above.get(number, ()))
        yield line
