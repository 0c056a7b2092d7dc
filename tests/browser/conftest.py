"""Fixtures of the browser tests: one application and one Chromium for all of them."""

from __future__ import annotations

import os

import pytest
from driving import CHROMIUM, FLAGS, Watch, open_door, running, wait_idle

NO_BROWSER = "no Chromium on this machine: install Debian's package `chromium` to run the browser tests"


def pytest_collection_modifyitems(items):
    for item in items:
        if "/browser/" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    if CHROMIUM is None:
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail(NO_BROWSER)
        pytest.skip(NO_BROWSER)
    playwright_api = pytest.importorskip(
        "playwright.sync_api", reason="requirements-dev.txt is not installed"
    )
    with playwright_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        _been_here(browser)
        yield browser
        browser.close()


# The guide greets who was never here; only its own test is.
BEEN_HERE = "try { localStorage.setItem('sinergi_panduan', '1') } catch {}"


def _been_here(browser) -> None:
    """Let every profile of `browser` be one that has seen the guide; `never_here` makes another."""
    browser.never_here = browser.new_context

    def new_context(**options):
        context = browser.never_here(**options)
        context.add_init_script(BEEN_HERE)
        return context

    browser.new_context = new_context


@pytest.fixture(scope="session")
def address():
    with running() as url:
        yield url


def look(browser, width: int = 1280, height: int = 720, dark: bool = False):
    """Return a fresh profile of `browser` for a window of that size."""
    return browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        locale="id-ID",
    )


def opened(context, address: str, path: str):
    """Open `path` in a new tab of `context` and return it at rest, watched."""
    page = context.new_page()
    page.watch = Watch(page, address)
    page.goto(f"{address}/{path}")
    wait_idle(page)
    return page


@pytest.fixture
def visit(chromium, address):
    """Return a function that opens a path as a new visitor and answers the page at rest, watched."""
    contexts = []

    def open_path(
        path: str = "", width: int = 1280, height: int = 720, dark: bool = False, owner: bool = False
    ):
        contexts.append(look(chromium, width, height, dark))
        if owner:
            open_door(contexts[-1], address)
        return opened(contexts[-1], address, path)

    yield open_path
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def return_to(chromium, address):
    """As `visit`, by a visitor who comes back: the browser keeps the application's files."""
    contexts: dict[tuple, object] = {}

    def open_path(path: str = "", width: int = 1280, height: int = 720, dark: bool = False):
        asked = (width, height, dark)
        if asked not in contexts:
            contexts[asked] = look(chromium, *asked)
        return opened(contexts[asked], address, path)

    yield open_path
    for context in contexts.values():
        context.close()
