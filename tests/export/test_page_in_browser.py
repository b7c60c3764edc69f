"""The page of a difference in a real browser, from a file, with the network cut off."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver

from stdtree.export._page.document import page
from tests import browser
from tests.browser import command, complaints, one, press, requested, texts, visit
from tests.differences import small
from tests.hostile import everywhere

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(bool(browser.missing()), reason=browser.missing() or "there is a browser"),
]


@pytest.fixture(scope="module")
def driver() -> Iterator[WebDriver]:
    """One browser for all; each test opens its page anew."""
    with browser.opened() as opened:
        yield opened


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the small difference."""
    path = tmp_path_factory.mktemp("page") / "changes.html"
    path.write_text(page(small()), encoding="utf-8")
    return path


def lines(driver: WebDriver) -> list[str]:
    """The names in the tree, as they stand there."""
    return texts(driver, "[role=treeitem] .title")


def result(driver: WebDriver) -> str:
    """What is announced of the filters."""
    return one(driver, "#result").text


def test_it_opens_from_a_file_without_a_network(driver: WebDriver, file: Path) -> None:
    """Nothing is asked for but the file, and the console has nothing to say."""
    complaints(driver)
    requested(driver)
    visit(driver, file)

    assert complaints(driver) == []
    assert [url for url in requested(driver) if url != "about:blank"] == [file.as_uri()]
    assert one(driver, "h1").text == "1.0 → 1.1 变更说明"
    assert "16" in texts(driver, ".figures dd")


def test_without_scripts_it_tells_what_changed(driver: WebDriver, file: Path) -> None:
    """Figures, a plain list and statistics; no control that would do nothing."""
    command(driver, "Emulation.setScriptExecutionDisabled", value=True)
    try:
        visit(driver, file)
        assert one(driver, "#plain").is_displayed()
        assert "B4 类目transfer：改码, 更名, 字段变更" in one(driver, "#plain").text
        assert not one(driver, "#search").is_displayed()
    finally:
        command(driver, "Emulation.setScriptExecutionDisabled", value=False)


def test_consequences_wait_until_they_are_asked_for(driver: WebDriver, file: Path) -> None:
    """What is shown and what is left out add up to all changes."""
    visit(driver, file, "changes&lang=zh")
    folded = result(driver)
    one(driver, "#filters input[name=consequences]").click()

    assert folded == "显示 13 / 16 项变更，另有 3 项连带变更未列出"
    assert result(driver) == "显示 16 / 16 项变更"
    assert "C1 类目advice" in lines(driver)


@pytest.mark.parametrize(
    ("choice", "names"),
    [
        ("input[name=kind][value=retired]", ["B 类目fields", "B2 类目incubation"]),
        ("input[name=level][value=part]", ["C 服务"]),
        ("input[name=meaning][value=virtual]", ["B 类目fields", "B4 类目transfer"]),
    ],
)
def test_filters(driver: WebDriver, file: Path, choice: str, names: list[str]) -> None:
    """Each leaves what it says, counts it beforehand, and stands in the address."""
    visit(driver, file, "changes&lang=zh")
    label = one(driver, f"#filters label:has({choice})")
    announced = label.find_element(By.CSS_SELECTOR, ".count").text
    label.click()

    assert driver.switch_to.active_element.get_attribute("name") in choice
    assert result(driver).startswith(f"显示 {announced} / 16 项变更")
    assert set(names) <= set(lines(driver))
    told = lines(driver)
    visit(driver, file, driver.current_url.partition("#")[2])
    assert lines(driver) == told
    one(driver, "#filters button[type=reset]").click()
    assert result(driver).startswith("显示 13 / 16")


def test_filter_by_owner(driver: WebDriver, file: Path) -> None:
    """The body in charge, by name."""
    visit(driver, file, "changes&lang=zh")
    press(driver, "#owner", "示例研究院")

    assert lines(driver) == ["C 服务", "C2 类目methods"]


def test_search(driver: WebDriver, file: Path) -> None:
    """Codes, titles in any language, and texts, consequences too; Escape ends it."""
    visit(driver, file, "overview&lang=zh")
    press(driver, "body", "/")
    driver.switch_to.active_element.send_keys("中试熟化")
    assert lines(driver) == ["B 类目fields", "B4 类目transfer"]

    press(driver, "#search", Keys.ESCAPE, "technology")
    assert "B4 类目transfer" in lines(driver)
    press(driver, "#search", Keys.ESCAPE, "nowhere")
    assert lines(driver) == []
    assert "没有符合条件的变更。" in one(driver, "#tree").text


def test_the_tree_by_keyboard(driver: WebDriver, file: Path) -> None:
    """Arrows, Home, End and letters move; left and right fold; Enter goes to the details."""
    visit(driver, file, "changes&lang=en")

    def active() -> str:
        item = one(driver, "#tree").get_attribute("aria-activedescendant")
        return one(driver, f"#{item} .title").text

    press(driver, "#tree", Keys.HOME)
    assert active() == lines(driver)[0]
    press(driver, "#tree", Keys.ARROW_DOWN)
    assert active() == lines(driver)[1]
    press(driver, "#tree", Keys.END)
    last = active()
    assert last in lines(driver)
    press(driver, "#tree", Keys.HOME, Keys.ARROW_LEFT)
    assert one(driver, "[role=treeitem]").get_attribute("aria-expanded") == "false"
    press(driver, "#tree", Keys.ARROW_RIGHT, "b")
    assert active().startswith("B")
    press(driver, "#tree", Keys.ENTER)
    assert driver.switch_to.active_element.get_attribute("id") == "details"


def test_details_stand_side_by_side(driver: WebDriver, file: Path) -> None:
    """Before on the left, after on the right, what went and came marked word by word."""
    visit(driver, file, "changes&at=category/transfer&lang=zh")
    heads = texts(driver, "#details thead th")
    row = next(r for r in texts(driver, "#details tbody tr") if "定义" in r)

    assert heads == ["项目", "1.0", "1.1"]
    assert "transfer的定义。" in row
    assert texts(driver, "#details del")[0] == "B1"
    assert "重新定义" in one(driver, "#details").text


def test_every_change_has_a_permalink(driver: WebDriver, file: Path) -> None:
    """#n opens what the change of that number happened to, and points at it."""
    for n in range(1, len(small().changes) + 1):
        visit(driver, file, str(n))
        assert one(driver, f"#change-{n}").get_attribute("class") == "first pointed"


def test_events_and_correspondence(driver: WebDriver, file: Path) -> None:
    """Both have their filters; a name leads to its row of the tree."""
    visit(driver, file, "events&lang=zh")
    assert result(driver) == "显示 9 / 9 项"
    one(driver, "input[name=event][value=take-over]").click()
    assert texts(driver, "#event-list h3") == ["并入1"]

    one(driver, "nav a[href='#correspondence']").click()
    one(driver, "input[name=relation][value='n:1']").click()
    assert len(texts(driver, "#association-list tbody tr")) == 2
    one(driver, "#association-list tbody a").click()
    assert "B2" in one(driver, "#details h3").text


def test_both_languages(driver: WebDriver, file: Path) -> None:
    """The switch changes everything, the address keeps it, and screen readers are told."""
    visit(driver, file, "changes&lang=zh")
    one(driver, "label[for=lang-en]").click()

    assert one(driver, "html").get_attribute("lang") == "en"
    assert one(driver, "h1").text == "1.0 → 1.1 What changed"
    assert result(driver) == "13 of 16 changes, and 3 consequences not listed"
    assert "B4 Technology transfer" in lines(driver)
    assert "lang=en" in driver.current_url
    assert driver.title.endswith("1.0 → 1.1: what changed")


def test_hostile_titles_do_nothing(driver: WebDriver, tmp_path: Path) -> None:
    """In no view does a text become an element, a script or an address."""
    path = tmp_path / "changes.html"
    path.write_text(page(everywhere()), encoding="utf-8")
    complaints(driver)
    visit(driver, path)
    driver.execute_script("window.alert = () => { document.title = 'broken into' }")
    for view in ("overview", "changes", "events", "correspondence", "statistics"):
        driver.execute_script("location.hash = arguments[0]", f"{view}&lang=en&consequences=1")
        driver.execute_script(
            "document.querySelectorAll('[role=treeitem]').forEach((item) => item.click())"
        )
        foreign = driver.execute_script(
            "return document.querySelectorAll('img, svg, body script:not([id]) ~ script, b').length"
        )
        links = driver.execute_script(
            "return [...document.links].map((a) => a.getAttribute('href'))"
        )
        assert foreign == 0
        assert all(link.startswith("#") for link in links)
    assert driver.title != "broken into"
    assert complaints(driver) == []


def on_paper(driver: WebDriver) -> tuple[str, set[str]]:
    """What would be printed: its text, and the numbers of its changes."""
    command(driver, "Emulation.setEmulatedMedia", media="print")
    driver.execute_script("dispatchEvent(new Event('beforeprint'))")
    told = one(driver, "main").text
    numbers = driver.execute_script(
        "return [...document.querySelectorAll('#paper [data-change]')].map(r => r.dataset.change)"
    )
    driver.execute_script("dispatchEvent(new Event('afterprint'))")
    command(driver, "Emulation.setEmulatedMedia", media="")
    assert driver.find_elements(By.ID, "paper") == []
    return told, set(numbers)


def test_on_paper_everything_is_unfolded(driver: WebDriver, file: Path) -> None:
    """A4, no controls, every change with its before and after; afterwards all is as it was."""
    visit(driver, file, "changes&lang=zh")
    printed = command(driver, "Page.printToPDF", preferCSSPageSize=True)
    told, numbers = on_paper(driver)

    assert b"/MediaBox [0 0 594.95996 841.91998]" in base64.b64decode(printed["data"])
    assert "项目 1.0 1.1" in told
    assert "示例实验室" in told
    assert "清除筛选" not in told
    assert numbers == {str(n) for n in range(1, len(small().changes) + 1)}


def test_on_paper_only_what_fits(driver: WebDriver, file: Path) -> None:
    """With filters, the paper says which, from whatever view it is printed."""
    visit(driver, file, "statistics&kind=moved&lang=zh")
    told, numbers = on_paper(driver)

    assert "仅含符合筛选条件的变更：移动" in told
    assert numbers == {str(n) for n, c in enumerate(small().changes, 1) if c.kind == "moved"}


def test_what_a_screen_reader_is_told(driver: WebDriver, file: Path) -> None:
    """Landmarks, a name for every control, and of each line of the tree where it stands."""
    visit(driver, file, "changes&lang=en&consequences=1")
    tree = command(driver, "Accessibility.getFullAXTree")["nodes"]
    told = [
        (node["role"]["value"], node.get("name", {}).get("value", ""), node)
        for node in tree
        if not node["ignored"] and "role" in node
    ]
    roles = {role for role, _, _ in told}
    controls = {"button", "checkbox", "combobox", "link", "radio", "searchbox", "tree", "treeitem"}

    assert {"banner", "main", "navigation", "article", "status", "table"} <= roles
    assert [role for role, name, _ in told if role in controls and not name] == []
    assert [name for role, name, _ in told if role == "tree"] == [
        "Changed categories and standards"
    ]
    items = driver.find_elements(By.CSS_SELECTOR, "[role=treeitem]")
    stands = [
        [item.get_attribute(f"aria-{name}") for name in ("level", "posinset", "setsize")]
        for item in items
    ]
    assert stands[:2] == [["1", "1", "4"], ["2", "1", "1"]]
    assert [item.get_attribute("aria-selected") for item in items].count("true") == 1
