"""Fixtures of the browser tests: one application and one Chromium for all of them."""

from __future__ import annotations

import os

import pytest
from driving import (
    ANSWERING,
    CHROMIUM,
    FLAGS,
    KEYS,
    PATIENCE_MS,
    TELLING,
    Watch,
    open_door,
    running_for_all,
    wait_idle,
)

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
    plain = browser.new_context

    def never_here(**options):
        context = plain(**options)
        context.add_init_script(TELLING)
        return context

    def new_context(**options):
        context = never_here(**options)
        context.add_init_script(BEEN_HERE)
        return context

    browser.never_here, browser.new_context = never_here, new_context


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    # Each worker's folder lies in the run's own.
    own = tmp_path_factory.getbasetemp()
    with running_for_all(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) as url:
        yield url


def look(browser, width: int = 1280, height: int = 720, dark: bool = False):
    """Return a fresh profile of `browser` for a window of that size."""
    return browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        locale="id-ID",
    )


def shown(page, address: str, path: str):
    """Open `path` in `page` and return it at rest, watched."""
    page.watch = Watch(page, address)
    page.goto(f"{address}/{path}")
    wait_idle(page)
    return page


def opened(context, address: str, path: str):
    """Open `path` in a new tab of `context` and return it at rest, watched."""
    return shown(context.new_page(), address, path)


def leave(page) -> None:
    """Turn `page` away from the application, if it can to a bare text of the same server.

    The browser then keeps the process that has the application's scripts compiled; after a blank page each
    visit would begin a new one, which takes as long as the visit itself.
    """
    address = next((each for each in ANSWERING if page.url.startswith(f"{each}/")), None)
    page.goto(f"{address}/_stcore/health" if address else "about:blank")


LEFT_BEHIND = "local_storage,indexeddb,cache_storage,service_workers"


class Wardrobe:
    """Profiles of a browser, each with one tab, lent to one visitor after the other.

    What a visitor leaves (cookies, storage) is cleared away; the application's scripts stay fetched and
    compiled, which is most of what a visit by a new profile costs and what few tests ask about.
    """

    def __init__(self, browser):
        self._browser = browser
        self._waiting: list = []

    def take(self, width: int = 1280, height: int = 720, dark: bool = False):
        """Return an empty tab of a profile that nobody else has."""
        page = self._waiting.pop() if self._waiting else look(self._browser).new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(media="null", color_scheme="dark" if dark else "light")
        page.set_default_timeout(PATIENCE_MS)
        page.watch = None
        return page

    def put_back(self, page) -> None:
        """Take a tab back from its visitor and forget them."""
        context = page.context
        if page.is_closed():
            page = context.new_page()
        elif page.watch:
            page.watch.end()
        for other in context.pages:
            if other is not page:
                other.close()
        if page.url.startswith(tuple(KEYS)):
            page.evaluate("sessionStorage.clear()")  # the tab's own; its server may have ended by now
        leave(page)
        context.clear_cookies()
        wire = context.new_cdp_session(page)
        for address in KEYS:
            wire.send("Storage.clearDataForOrigin", {"origin": address, "storageTypes": LEFT_BEHIND})
        wire.detach()
        self._waiting.append(page)


@pytest.fixture(scope="session")
def wardrobe(chromium):
    return Wardrobe(chromium)


@pytest.fixture
def lend(wardrobe):
    """Return a function that gives an empty tab of a new visitor's, see `Wardrobe.take`."""
    lent = []

    def take(*window):
        lent.append(wardrobe.take(*window))
        return lent[-1]

    yield take
    for page in lent:
        wardrobe.put_back(page)


@pytest.fixture
def visit(lend, address):
    """Return a function that opens a path as a new visitor and answers the page at rest, watched."""

    def open_path(
        path: str = "", width: int = 1280, height: int = 720, dark: bool = False, owner: bool = False
    ):
        page = lend(width, height, dark)
        if owner:
            open_door(page.context, address)
        return shown(page, address, path)

    return open_path


# As the browser's Back and Forward do: the application is there already, only the address is another.
GO = """path => {
  history.pushState(null, '', path)
  dispatchEvent(new PopStateEvent('popstate', {state: null}))
  return window.sinergiTold.open
}"""


@pytest.fixture(scope="module")
def return_to(wardrobe, address):
    """As `visit`, by a visitor who has the application open, in one tab for each kind of window.

    Whoever changes the page by hand or leaves something of it open uses `visit`.
    """
    pages: dict[tuple, object] = {}

    def open_path(path: str = "", width: int = 1280, height: int = 720, dark: bool = False):
        asked = (width, height, dark)
        if asked not in pages:
            pages[asked] = shown(wardrobe.take(*asked), address, path)
            return pages[asked]
        page = pages[asked]
        page.watch.end()
        page.set_viewport_size({"width": width, "height": height})
        page.watch = Watch(page, address)
        # Were nothing asked for, the page before would be at rest and taken for this one.
        assert page.evaluate(GO, f"/{path}"), path
        wait_idle(page)
        # What stood on the page before leaves it a moment after the run.
        page.wait_for_function("!document.querySelector('[data-stale=true]')")
        return page

    yield open_path
    for page in pages.values():
        wardrobe.put_back(page)
