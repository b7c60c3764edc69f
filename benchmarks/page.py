"""The page of 10,000 changes in a real browser: how long it takes to open, and to answer.

An answer is measured as the browser itself does (Event Timing): from the key or click to the next
frame on the screen, in steps of 8 ms.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

from msgspec.structs import replace
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from tests.browser import opened, visit

from benchmarks.systems import FAN_OUT, category
from stdtree.diff.compare import compare
from stdtree.export._page.document import page
from stdtree.model.category import Category, Retired
from stdtree.model.difference import Difference, End
from stdtree.model.organization import Organization
from stdtree.model.system import Level, System
from stdtree.model.taxonomy import Taxonomy

CATEGORIES = 20_000
CHANGES = 10_000
NOBODY = f"sha256:{'0' * 64}"
_WATCH = """
window.answers = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.answers.push([entry.name, entry.duration]);
}).observe({ type: "event", durationThreshold: 16, buffered: true });
"""


def difference(wanted: int = CHANGES) -> Difference:
    """So many changes of every kind, one in ten in a new branch; the same every time."""
    before = _system(category(number, see=number // 2) for number in range(CATEGORIES))
    table = dict(before.categories)
    chance = random.Random(wanted)  # noqa: S311 -- the same data every time, no secret
    came = wanted // 20
    for number in chance.sample(range(CATEGORIES // 10, CATEGORIES), wanted - 2 * came):
        table[f"c{number}"] = _edited(table[f"c{number}"], number)
    for number in range(CATEGORIES, CATEGORIES + came):
        parent = "c1" if number < CATEGORIES + FAN_OUT else f"c{CATEGORIES + number % FAN_OUT}"
        new = replace(category(number, see=0), parent=parent)
        table[new.id] = new
    after = _system(table.values())
    return compare(End("1.0", before, NOBODY), End("1.1", after, NOBODY))


def _edited(old: Category, number: int) -> Category:
    """One category after the change that is its turn."""
    edits: tuple[Callable[[], Category], ...] = (
        lambda: replace(old, title={**old.title, "zh": f"科技成果转移转化服务{number}"}),
        lambda: replace(old, code=f"Y{number}"),
        lambda: replace(old, definition={"zh": "为技术成果从供给方转移到应用方提供的服务。"}),
        lambda: replace(old, parent=f"c{number % 100}"),
        lambda: replace(old, standards=(replace(old.standards[0], status="replaced"),)),
        lambda: replace(old, status="retired", retired=Retired(release="1.1")),
        lambda: replace(old, owner=f"body-{number % 7}"),
    )
    return edits[number % len(edits)]()


def _system(categories: Any) -> Taxonomy:
    levels = tuple(
        Level(id=f"level-{depth}", title={"zh": f"层级{depth}"}, pattern="[XY][0-9]{1,9}")
        for depth in range(8)
    )
    system = System(
        id="big", title={"zh": "大型体系"}, format=1, languages=("zh", "en"), levels=levels
    )
    bodies = [
        Organization(id=f"body-{n}", name={"zh": f"单位{n}"}, kind="institute") for n in range(7)
    ]
    return Taxonomy(system, categories, organizations=bodies)


def lines() -> Iterator[str]:
    """The table, line by line."""
    found = difference()
    started = perf_counter()
    html = page(found)
    made = perf_counter() - started
    yield "| The page of a difference | |"
    yield "|---|--:|"
    yield f"| changes | {len(found.changes):,} |"
    yield f"| made, s | {made:.1f} |"
    yield f"| size, MiB | {len(html.encode()) / 2**20:.1f} |"
    with tempfile.TemporaryDirectory() as folder, opened() as driver:
        file = Path(folder) / "changes.html"
        file.write_text(html, encoding="utf-8")
        visit(driver, file, "changes&lang=zh")
        timing = "return performance.getEntriesByType('navigation')[0].loadEventEnd"
        yield f"| opened, ms | {driver.execute_script(timing):.0f} |"
        for name, milliseconds in _answers(driver):
            yield f"| {name}, ms (goal ≤ 100) | {milliseconds:.0f} |"


def _answers(driver: Any) -> Iterator[tuple[str, float]]:
    """The slowest answer to each of the things that a reader does."""
    driver.execute_script(_WATCH)

    def press(css: str, *keys: str) -> Callable[[], None]:
        def do() -> None:
            for key in keys:
                driver.find_element(By.CSS_SELECTOR, css).send_keys(key)

        return do

    def click(css: str) -> Callable[[], None]:
        return lambda: driver.find_element(By.CSS_SELECTOR, css).click()

    steps = (
        ("filter by kind", click("#filters input[value=renamed]")),
        ("filter by real or virtual", click("#filters input[value=virtual]")),
        ("clear the filters", click("#filters button[type=reset]")),
        ("list consequences", click("#filters input[name=consequences]")),
        ("search, letter by letter", press("#search", *"转移转化服务19")),
        ("empty the search", press("#search", Keys.ESCAPE)),
        ("walk down the tree", press("#tree", *[Keys.ARROW_DOWN] * 20)),
        ("to the end of the tree", press("#tree", Keys.END)),
        ("fold a branch", press("#tree", Keys.HOME, Keys.ARROW_LEFT)),
        ("another language", click("label[for=lang-en]")),
        ("events", click("nav a[href='#events']")),
        ("correspondence", click("nav a[href='#correspondence']")),
        ("back to the changes", click("nav a[href='#changes']")),
    )
    for name, do in steps:
        driver.execute_script("window.answers = []")
        do()
        driver.execute_async_script(
            "const done = arguments[0]; requestAnimationFrame(() => setTimeout(done, 150));"
        )
        answers = driver.execute_script("return window.answers")
        yield name, max((duration for _, duration in answers), default=0)


if __name__ == "__main__":
    for line in lines():
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
