"""The site, built as `make docs` does and opened from its folder in a browser without a network."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.ui import WebDriverWait

from tests import browser
from tests.gates.files import ROOT
from tests.gates.test_documents import DOCUMENTS

HITS = ".md-search-result__link"
OTHER_COLOURS = "label.md-header__button[for^=__palette]:not([hidden])"
WAIT = 20
"""Seconds for what takes a worker of the browser to do."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built anew: every warning is an error, and no proxy leads to a network."""
    folder = tmp_path_factory.mktemp("site")
    nowhere = "http://127.0.0.1:9"
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", folder],
        cwd=ROOT,
        env={
            **os.environ,
            "NO_MKDOCS_2_WARNING": "1",
            "HTTP_PROXY": nowhere,
            "HTTPS_PROXY": nowhere,
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder


def test_every_document_has_a_page(site: Path) -> None:
    """No document is left out, and English ones are in the English part."""
    missing = []
    for path in DOCUMENTS:
        if path.is_relative_to(ROOT / "docs"):
            name = path.relative_to(ROOT / "docs").as_posix()
            english = name.endswith(".en.md")
            stem = name.removesuffix(".md").removesuffix(".en").replace("README", "index")
            made = site / ("en" if english else "") / f"{stem}.html"
            missing += [] if made.is_file() else [name]

    assert missing == []


def test_pages_name_no_other_host(site: Path) -> None:
    """Nothing that a page loads comes from elsewhere."""
    loaded = ('src="http', 'src="//', '@import "http', "fonts.g", "unpkg", "cdn.", "url(http")
    named = [
        (path.relative_to(site).as_posix(), what)
        for path in site.rglob("*.html")
        for what in loaded
        if what in path.read_text(encoding="utf-8")
    ]

    assert named == []


def test_documents_of_the_root_are_shown(site: Path) -> None:
    """ARCHITECTURE.md is a page, and its links lead to pages."""
    text = (site / "architecture.html").read_text(encoding="utf-8")

    assert "Only the store touches" in text or "import-linter" in text
    assert 'href="contributing.html"' in text
    assert (site / "schemas" / "category.schema.json").is_file()


@pytest.mark.browser
@pytest.mark.skipif(bool(browser.missing()), reason=browser.missing())
def test_a_reader_without_a_network(site: Path) -> None:
    """Finds 技术转移, changes colours and language; nothing is asked of a network."""
    with browser.opened() as driver:
        browser.visit(driver, site / "index.html")
        browser.requested(driver)
        assert "开始" in browser.one(driver, ".md-nav--primary").text
        assert _found(driver, "技术转移")

        browser.visit(driver, site / "concepts.html")
        for scheme in ("slate", "default"):
            driver.execute_script(f"document.querySelector({OTHER_COLOURS!r}).click()")
            _wait(driver, f"return document.body.dataset.mdColorScheme === '{scheme}'")
        driver.execute_script("document.querySelector('.md-select__link[hreflang=en]').click()")
        _wait(driver, "return document.title.startsWith('Concepts')")
        assert _found(driver, "correspondence")

        assert [url for url in browser.requested(driver) if url.startswith("http")] == []
        said = browser.complaints(driver)
        assert [one for one in said if "sitemap.xml" not in one and "ERR_FAILED" not in one] == []


@pytest.mark.browser
@pytest.mark.skipif(bool(browser.missing()), reason=browser.missing())
@pytest.mark.parametrize("page", ["concepts.html", "commands.html", "en/excel.html", "rules.html"])
def test_a_phone_shows_a_page_whole(site: Path, page: str) -> None:
    """What is wider scrolls in its own box; the page does not."""
    with browser.opened(size=(390, 844)) as driver:
        browser.visit(driver, site / page)
        wide = driver.execute_script("return document.documentElement.scrollWidth")

    assert wide <= 390


def _found(driver: WebDriver, words: str) -> list[str]:
    """What the search lists."""
    driver.execute_script("document.querySelector('[data-md-toggle=search]').click()")
    box = browser.one(driver, ".md-search__input")
    _wait(driver, "return document.querySelector('.md-search__input').offsetWidth > 0")
    box.send_keys(words)
    _wait(driver, f"return document.querySelector({HITS!r}) !== null")
    found = browser.texts(driver, HITS)
    box.send_keys(Keys.ESCAPE)
    return found


def _wait(driver: WebDriver, script: str) -> None:
    WebDriverWait(driver, WAIT, poll_frequency=0.05).until(lambda one: one.execute_script(script))
