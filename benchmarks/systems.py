"""Systems of any size, one category of about 600 bytes to a file, made the same way every time."""

from __future__ import annotations

import random
from pathlib import Path

from stdtree.model.category import Category, SchemeMap
from stdtree.model.standard import Standard
from stdtree.model.system import Level, System
from stdtree.store.save import canonical_text

FAN_OUT = 20
PER_FOLDER = 1000


def write_system(folder: Path, size: int) -> Path:
    """A system of `size` categories below `folder`."""
    chance = random.Random(size)  # noqa: S311 -- the same data every time, no secret
    levels = tuple(
        Level(id=f"level-{depth}", title={"zh": "层级"}, pattern="X[0-9]{1,9}")
        for depth in range(8)
    )
    system = System(
        id="big",
        title={"zh": "大型体系", "en": "Big"},
        format=1,
        languages=("zh", "en"),
        levels=levels,
    )
    _write(folder, "taxonomy/system.yaml", system)
    for number in range(size):
        path = f"taxonomy/categories/d{number // PER_FOLDER}/c{number}.yaml"
        _write(folder, path, category(number, see=chance.randrange(size)))
    return folder


def category(number: int, *, see: int, title: str = "技术转移转化服务") -> Category:
    """The category of that number; its parent has a smaller one."""
    return Category(
        id=f"c{number}",
        code=f"X{number}",
        parent=None if number == 0 else f"c{(number - 1) // FAN_OUT}",
        title={"zh": f"{title}{number}", "en": f"Technology transfer services {number}"},
        definition={
            "zh": "为科技成果从供给方向应用方转移并实现价值提供的服务，包括对接、评价和交易。"
        },
        excludes=({"zh": "在孵企业的培育", "see": f"c{see}"},),
        maps=(SchemeMap(scheme="GB/T 4754-2017", code="7530", extent="partial"),),
        standards=(
            Standard(
                id=f"gbt-{number + 1}-2020",
                number=f"GB/T {number + 1}-2020",
                title={"zh": "技术转移服务规范"},
                status="in-force",
                published="2020-09-29",
            ),
        ),
    )


def _write(folder: Path, path: str, value: Category | System) -> None:
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(canonical_text(path, value), encoding="utf-8")
