"""A colleague edits in a browser: Chinese, with an input method, without a network."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver

from tests import browser
from tests.shell import Shell
from tests.tui.web.serving import Page, served

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(bool(browser.missing()), reason=browser.missing() or "there is a browser"),
]
TITLE = "AA 术语与分类"


@pytest.fixture
def driver() -> Iterator[WebDriver]:
    """A browser that reaches this machine and nothing else."""
    with browser.opened(offline=False) as opened:
        yield opened


def test_rename_and_save(driver: WebDriver, shell: Shell) -> None:
    """What an input method commits is in the file; what is not saved is there the next time."""
    file = shell.folder / "taxonomy/categories/basics/terminology-and-classification.yaml"
    with served(shell) as (server, address):
        page = Page(driver, address)
        page.sees("A 基础通用", TITLE, "已保存并提交")
        page.press(Keys.ARROW_DOWN, Keys.F2)
        page.sees("另一语言")
        page.press(Keys.CONTROL + "u")
        page.commit("术语与定义", spelled="shuyu")
        page.sees("术语与定义")
        page.press(Keys.ENTER)
        page.sees("1 未保存")
        page.press(Keys.CONTROL + "s")
        page.until(lambda: "术语与定义" in file.read_text(encoding="utf-8"), "saving")

        page.press(Keys.F2)
        page.sees("另一语言")
        page.commit("续", spelled="xu")
        page.press(Keys.ENTER)
        page.sees("1 未保存")
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=60) == 0
        assert all(one.split("/")[2] == address.split("/")[2] for one in page.requested)
        assert any("/ws" in one for one in page.requested)
        page.until(lambda: "编辑已结束" in browser.one(driver, ".ended").text, "the end")
    assert "未保存" in shell.stdtree("status").out
