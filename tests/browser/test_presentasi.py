"""The meeting mode in a real browser: keys, address, nothing cut off, nothing small, nothing fetched."""

from __future__ import annotations

import base64
import io

import pytest
from driving import CHROMIUM, PATIENCE_MS, wait_idle
from pptx import Presentation

from findings import story
from reports import fonts, narration, screen
from ui.frame.full_screen import STYLES

SIZES = [(1280, 720), (1920, 1080), (1024, 768)]
BAR = 76
CUT_OFF = """([bar]) => {
  const found = [];
  const slide = document.querySelector('.slide');
  for (const each of slide.querySelectorAll('*')) {
    const box = each.getBoundingClientRect();
    if (box.width === 0) continue;
    const said = each.tagName + ' ' + each.textContent.slice(0, 40);
    if (box.right > innerWidth + 1 || box.bottom > innerHeight - bar + 1 || box.left < -1 || box.top < -1)
      found.push('outside: ' + said);
    if (each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 2) found.push('wide: ' + said);
    if (!each.children.length && each.textContent.trim() && parseFloat(getComputedStyle(each).fontSize) < 20)
      found.push('small: ' + said);
  }
  for (const each of slide.querySelectorAll('.block'))
    if (each.scrollHeight > each.clientHeight + 2) found.push('tall: ' + each.textContent.slice(0, 40));
  return found;
}"""


def typeface() -> str:
    """The screen's typeface, which Streamlit ships, for a page that Streamlit does not make."""
    faces = ((400, "Regular"), (600, "Semibold"), (700, "Bold"))
    files = ((weight, (fonts.folder() / f"SourceSansPro-{name}.otf").read_bytes()) for weight, name in faces)
    return "".join(
        f'@font-face {{ font-family: "Source Sans"; font-weight: {weight}; '
        f"src: url(data:font/otf;base64,{base64.b64encode(content).decode()}) }}"
        for weight, content in files
    )


def present(visit, width: int = 1280, height: int = 720, **address: str):
    query = "&".join(f"{name}={value}" for name, value in address.items())
    page = visit(f"presentasi?mode=layar&{query}", width, height)
    page.wait_for_selector(".stage .slide", timeout=PATIENCE_MS)
    return page


def headline(page) -> str:
    return page.inner_text(".stage h1")


def press(page, key: str, expected: str) -> None:
    page.keyboard.press(key)
    page.wait_for_url(f"**slide={expected}**")
    wait_idle(page)


def test_keys_move_and_the_place_stands_in_the_address(visit):
    page = present(visit, kota="1271", slide="1")
    press(page, "ArrowRight", "2")
    assert headline(page).startswith("Sibolga: 91.747 penduduk")
    press(page, "ArrowRight", "3")
    press(page, "ArrowLeft", "2")
    press(page, "PageDown", "3")
    press(page, "End", "9")
    press(page, "Home", "1")
    page.get_by_role("button", name="Berikutnya").click()
    wait_idle(page)
    page.get_by_role("button", name="5", exact=True).click()
    page.wait_for_url("**slide=5**")
    wait_idle(page)
    assert headline(page).startswith("Ikan dan hasil laut segar untuk")
    press(page, "ArrowRight", "6")
    assert page.watch.outside == []
    assert page.watch.errors == []


def test_escape_returns_to_the_choices(visit):
    page = present(visit, kota="1271", slide="3")
    page.keyboard.press("Escape")
    page.wait_for_selector(".stage", state="detached", timeout=PATIENCE_MS)
    wait_idle(page)
    assert "mode=" not in page.url and "kota=1271" in page.url
    assert page.locator(".st-key-kepala").is_visible()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_no_sidebar_no_toolbar_and_nothing_cut_off(visit, width, height):
    page = present(visit, width, height, slide="4")
    for number in range(4, 7):
        assert page.evaluate(CUT_OFF, [BAR]) == []
        bar = page.locator(".st-key-stage_bar").bounding_box()
        assert bar["y"] + bar["height"] <= height + 1 and bar["x"] + bar["width"] <= width + 1
        for button in page.locator(".st-key-stage_bar button:visible").all():
            box = button.bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= width
        if number < 6:
            press(page, "ArrowRight", str(number + 1))
    assert page.locator(".st-key-kepala").count() == 0
    assert not page.locator('[data-testid="stHeader"]').is_visible()
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_slide_of_every_city_fits(chromium, width, height):
    page = chromium.new_page(viewport={"width": width, "height": height})
    styles = typeface() + STYLES.read_text(encoding="utf-8")
    page.set_content(
        f'<meta charset="utf-8"><style>body {{ margin: 0; font-family: "Source Sans" }} {styles}</style>'
        '<div class="st-key-stage"><div class="stage"></div></div>'
    )
    page.evaluate(
        "Promise.all([400, 600, 700].map(each => document.fonts.load(`${each} 20px 'Source Sans'`)))"
    )
    subjects = [story.Subject(code) for code in story.Subject().cities]
    cut = {}
    for subject in [*subjects, story.Subject(), story.Subject("1271", "1471"), story.Subject("1277", "1273")]:
        for language in ("id", "en"):
            told = narration.tell(subject, language=language)
            for slide in told.slides:
                page.evaluate("html => document.querySelector('.stage').innerHTML = html", screen.html(slide))
                if found := page.evaluate(CUT_OFF, [BAR]):
                    cut[(subject, language, slide.kind)] = found
    page.close()
    assert cut == {}


def test_powerpoint_is_the_story_on_screen(visit):
    page = visit("presentasi?kota=1271")
    with page.expect_download(timeout=PATIENCE_MS) as waiting:
        page.get_by_role("button", name="PowerPoint").click()
    made = Presentation(io.BytesIO(open(waiting.value.path(), "rb").read()))
    titles = [slide.shapes.title.text for slide in made.slides]
    assert titles == [slide.title for slide in narration.tell(story.subject("1271")).slides]
    listed = page.inner_text('[data-testid="stMain"]')
    assert all(title in listed for title in titles)
    assert page.watch.errors == []


def test_dark_theme_keeps_the_slides_light(visit):
    page = visit("presentasi?mode=layar&kota=1271&slide=2", dark=True)
    page.wait_for_selector(".stage .slide", timeout=PATIENCE_MS)
    assert page.evaluate("getComputedStyle(document.querySelector('.st-key-stage')).backgroundColor") == (
        "rgb(255, 255, 255)"
    )
    assert page.evaluate("getComputedStyle(document.querySelector('.stage h1')).color") == "rgb(23, 33, 31)"
