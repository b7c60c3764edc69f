"""Systems of any size, one category to a file, in which there is nothing to object to.

Made the same way every time; with one standard, a file has about 600 bytes.
"""

from __future__ import annotations

import random
from pathlib import Path

from stdtree.model.category import Category, SchemeMap
from stdtree.model.standard import Standard
from stdtree.model.system import Level, System
from stdtree.store.save import canonical_text

FAN_OUT = 20
PER_FOLDER = 1000


def write_system(folder: Path, size: int, *, standards: int = 1) -> Path:
    """A system of `size` categories below `folder`, each with so many standards."""
    chance = random.Random(size)  # noqa: S311 -- the same data every time, no secret
    levels = tuple(
        Level(id=f"level-{depth}", title={"zh": "层级"}, pattern="X[0-9]{1,9}")
        for depth in range(8)
    )
    system = System(
        id="big",
        title={"zh": "大型体系", "en": "Big"},
        format=1,
        languages=("zh",),
        levels=levels,
    )
    _write(folder, "taxonomy/system.yaml", system)
    for number in range(size):
        made = category(number, see=chance.randrange(size), standards=standards)
        _write(folder, _path(number), made)
    return folder


def rename_some(folder: Path, size: int) -> None:
    """Gives every hundredth category another title, as an editor of text would."""
    for number in range(0, size, 100):
        file = folder / _path(number)
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("技术转移", "科技成果转移", 1), encoding="utf-8")


def category(number: int, *, see: int, standards: int = 1) -> Category:
    """The category of that number; its parent has a smaller one."""
    rows = range(number * standards + 1, (number + 1) * standards + 1)
    return Category(
        id=f"c{number}",
        code=f"X{number}",
        parent=None if number == 0 else f"c{(number - 1) // FAN_OUT}",
        title={"zh": f"技术转移转化服务{number}", "en": f"Technology transfer services {number}"},
        definition={
            "zh": "为科技成果从供给方向应用方转移并实现价值提供的服务，包括对接、评价和交易。"
        },
        excludes=({"zh": "在孵企业的培育", "see": f"c{see}"},),
        maps=(SchemeMap(scheme="GB/T 4754-2017", code="7530", extent="partial"),),
        standards=tuple(
            Standard(
                id=f"gbt-{row}-2020",
                number=f"GB/T {row}-2020",
                title={"zh": f"技术转移服务规范{row}"},
                status="in-force",
                published="2020-09-29",
            )
            for row in rows
        ),
    )


def _path(number: int) -> str:
    return f"taxonomy/categories/d{number // PER_FOLDER}/c{number}.yaml"


def _write(folder: Path, path: str, value: Category | System) -> None:
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(canonical_text(path, value), encoding="utf-8")
