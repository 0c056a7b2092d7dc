"""Fixtures of the browser tests: one application and one Chromium for all of them."""

from __future__ import annotations

import os

import pytest
from driving import CHROMIUM, FLAGS, Watch, running, wait_idle

NO_BROWSER = "no Chromium on this machine: install Debian's package `chromium` to run the browser tests"


def pytest_collection_modifyitems(items):
    for item in items:
        if "/browser/" in str(item.path):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def chromium():
    if CHROMIUM is None:
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail(NO_BROWSER)
        pytest.skip(NO_BROWSER)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address():
    with running() as url:
        yield url


@pytest.fixture
def visit(chromium, address):
    """Return a function that opens a path and answers the page at rest, watched."""
    contexts = []

    def open_path(path: str = "", width: int = 1280, height: int = 720, dark: bool = False):
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            locale="id-ID",
        )
        contexts.append(context)
        page = context.new_page()
        page.watch = Watch(page, address)
        page.goto(f"{address}/{path}")
        wait_idle(page)
        return page

    yield open_path
    for context in contexts:
        context.close()
