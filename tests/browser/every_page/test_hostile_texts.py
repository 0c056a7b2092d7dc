"""Every page with hostile text in every text column: nothing of it becomes a link, a picture or markup."""

from __future__ import annotations

import hostile_texts
import pytest
from driving import open_door, running, wait_idle
from hostile_texts import BOLD, CODE, COLOUR, MATHS, SITE

from data.store import open_store
from ui import pages

pytestmark = pytest.mark.heavy

# What a text of the data turned into, found in the page itself; frames are asked one by one.
FOUND = f"""() => {{
  const found = [], all = what => document.querySelectorAll(what);
  const is = (node, text) => node.textContent.trim() === text;
  const near = node => (node?.parentNode ?? node)?.textContent.trim().slice(0, 120);
  const address = a => a.getAttribute("href") || a.getAttribute("xlink:href") || "";
  for (const a of all("a")) if (address(a).includes("{SITE}")) found.push("link: " + near(a));
  for (const img of all("img, image")) {{
    const source = img.getAttribute("src") || "";
    if (source.includes("{SITE}") || source === "x") found.push("picture: " + near(img));
  }}
  for (const b of all("b, strong, em, i")) if (is(b, "{BOLD}")) found.push("bold: " + near(b));
  for (const t of all("tspan")) if (is(t, "{BOLD}")) found.push("bold in a chart: " + near(t));
  for (const c of all("code")) if (is(c, "{CODE}")) found.push("code: " + near(c));
  for (const k of all(".katex")) if (k.textContent.includes("{MATHS}")) found.push("formula: " + near(k));
  for (const c of all("span")) if (is(c, "{COLOUR}")) found.push("colour: " + near(c));
  if (window.jahat) found.push("script ran");
  return [...new Set(found)];
}}"""
OPEN_ALL = "for (const each of document.querySelectorAll('details:not([open]) > summary')) each.click();"


def what_became_of_it(page) -> set[str]:
    page.evaluate(f"() => {{ {OPEN_ALL} }}")
    wait_idle(page)
    found = set()
    for frame in page.frames:
        found |= set(frame.evaluate(FOUND))
    return found


def views(page):
    """Show each choice of each row of choices in the page's body, one after the other."""
    yield "first"
    rows = page.locator('section.stMain [data-testid="stButtonGroup"]')
    for row in range(min(rows.count(), 4)):
        for position in range(1, min(rows.nth(row).locator("button").count(), 9)):
            if row >= rows.count():
                break
            button = rows.nth(row).locator("button").nth(position)
            if button.is_visible() and button.is_enabled():
                name = button.inner_text()
                button.click()
                wait_idle(page)
                yield name


@pytest.fixture(scope="module", params=[False, True], ids=["texts", "names"])
def hostile(request, tmp_path_factory):
    url = f"sqlite:///{tmp_path_factory.mktemp('hostile') / 's.db'}"
    with open_store(url) as store:
        hostile_texts.publish(store, names=request.param)
    with running(env={"DATABASE_URL": url}) as address:
        yield address


@pytest.mark.parametrize("entry", pages.existing(), ids=lambda entry: entry.stem)
def test_nothing_of_it_is_taken_for_an_instruction(chromium, hostile, entry):
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="id-ID")
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    open_door(context, hostile)
    page = context.new_page()
    try:
        page.goto(f"{hostile}/{entry.stem}")
        wait_idle(page)
        found = {}
        for view in views(page):
            for each in what_became_of_it(page):
                found.setdefault(each, view)
        assert not found, "\n".join(f"{view}: {each}" for each, view in list(found.items())[:6])
        assert not [url for url in asked if SITE in url]
        assert page.get_by_text("Maaf, halaman ini").count() == 0
    finally:
        context.close()
