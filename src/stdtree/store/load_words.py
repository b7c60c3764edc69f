"""What loading says of files that are wrong as a whole: a message and a hint each."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.store import layout

Said = tuple[Label, Label]


def duplicate(taken: str, first: str) -> Said:
    """Of an id that the file `first` already has."""
    return (
        Label(f"标识 {taken} 已在 {first} 中使用", f"the id {taken} is already used in {first}"),
        Label(
            "给其中一个换新的标识（已发布的不要改）",
            "give one of them a new id (never one that was released)",
        ),
    )


def misnamed(inside: str) -> Said:
    """Of a file whose name is not the id inside."""
    return (
        Label(
            f"文件名与标识不一致：文件中的标识是 {inside}",
            f"the file's name is not its id: the id in it is {inside}",
        ),
        Label(
            f"把文件改名为 {inside}.yaml；若是复制来的，改用新的标识",
            f"rename the file to {inside}.yaml; a copy gets an id of its own",
        ),
    )


def repeated(name: Label) -> Said:
    """Of a row whose id, called `name`, another row already has."""
    return (
        name + Label(" 重复出现", " occurs twice"),
        Label(
            "一个标识只属于一条记录；跨类目引用请用 also_in",
            "an id belongs to one row; list it elsewhere with also_in",
        ),
    )


MISPLACED = (
    Label("stdtree 不认识此处的文件", "stdtree knows no such file here"),
    Label("移出 taxonomy/，或放到正确的文件夹", "move it out of taxonomy/, or to the right folder"),
)
UNNAMED = (
    Label("文件名不是 UTF-8", "the file's name is not UTF-8"),
    Label("给文件改名", "rename the file"),
)
NO_SYSTEM = (
    Label("没有 taxonomy/system.yaml", "there is no taxonomy/system.yaml"),
    Label(
        f"恢复：git checkout HEAD -- {layout.SYSTEM}；或照 stdtree schema system 写一个",
        f"bring it back: git checkout HEAD -- {layout.SYSTEM}; or write one by: stdtree schema"
        " system",
    ),
)
