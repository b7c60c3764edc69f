"""A real browser, driven as a reader would: Chromium through ChromeDriver, without a network."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_OPTIONS = (
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def missing() -> str:
    """Which program there is not; empty if a browser can be driven."""
    if not any(map(shutil.which, BROWSERS)):
        return "no Chromium: install the packages chromium and chromium-driver"
    return "" if shutil.which("chromedriver") else "no ChromeDriver: install chromium-driver"


@contextmanager
def opened(
    *, language: str = "zh-CN", size: tuple[int, int] = (1280, 900), offline: bool = True
) -> Iterator[WebDriver]:
    """A browser with an empty profile; it is gone with all it kept.

    It reaches nothing; unless `offline`, a server on this machine.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = webdriver.ChromeOptions()
        options.binary_location = next(filter(None, map(shutil.which, BROWSERS)))
        for option in (*_OPTIONS, f"--user-data-dir={profile}"):
            options.add_argument(option)
        options.add_experimental_option("prefs", {"intl.accept_languages": language})
        if os.geteuid() == 0:  # Chromium's sandbox refuses root
            options.add_argument("--no-sandbox")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        driver = webdriver.Chrome(options, Service(shutil.which("chromedriver")))
        try:
            _prepare(driver, size, offline=offline)
            yield driver
        finally:
            driver.quit()


def _prepare(driver: WebDriver, size: tuple[int, int], *, offline: bool) -> None:
    command(driver, "Network.enable")
    command(
        driver,
        "Network.emulateNetworkConditions",
        offline=offline,
        latency=0,
        downloadThroughput=0 if offline else -1,
        uploadThroughput=0 if offline else -1,
    )
    width, height = size
    command(
        driver,
        "Emulation.setDeviceMetricsOverride",
        width=width,
        height=height,
        deviceScaleFactor=1,
        mobile=False,
    )


def command(driver: WebDriver, name: str, **parameters: Any) -> Any:
    """A command of the DevTools protocol."""
    return driver.execute("executeCdpCommand", {"cmd": name, "params": parameters})["value"]


def visit(driver: WebDriver, page: Path, fragment: str = "") -> None:
    """Open a page from its file, as if never seen before."""
    driver.get("about:blank")
    driver.get(page.as_uri() + (f"#{fragment}" if fragment else ""))


def complaints(driver: WebDriver) -> list[str]:
    """What the console says since it was last asked."""
    return [entry["message"] for entry in driver.get_log("browser")]


def requested(driver: WebDriver) -> list[str]:
    """Addresses that were asked for since that was last asked."""
    events = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    return [
        event["params"]["request"]["url"]
        for event in events
        if event["method"] == "Network.requestWillBeSent"
    ]


def one(driver: WebDriver, css: str) -> WebElement:
    """The first element."""
    return driver.find_element(By.CSS_SELECTOR, css)


def texts(driver: WebDriver, css: str) -> list[str]:
    """What is to be seen of each, all at one instant: a tree draws its lines anew."""
    found: list[str] = driver.execute_script(
        "return [...document.querySelectorAll(arguments[0])]"
        ".filter((one) => one.checkVisibility()).map((one) => one.innerText)",
        css,
    )
    return found


def press(driver: WebDriver, css: str, *keys: str) -> None:
    """Type into an element."""
    one(driver, css).send_keys(*keys)
