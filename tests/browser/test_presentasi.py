"""The meeting mode in a real browser: keys, any window, notes, order, no network, nothing cut off."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from conftest import look, opened
from driving import CHROMIUM, PATIENCE_MS, running, wait_idle
from pptx import Presentation

import ui
from findings import story
from reports import stories
from reports.drawing import fonts, screen

STYLES = Path(ui.__file__).parent / "assets" / "stage.css"
WINDOWS = [(700, 475), (1280, 720), (390, 844), (844, 390), (1920, 1080), (1024, 768)]
CUT_OFF = """() => {
  const found = [];
  const canvas = document.querySelector('.canvas').getBoundingClientRect();
  const slide = document.querySelector('.slide');
  for (const each of slide.querySelectorAll('*')) {
    const box = each.getBoundingClientRect();
    if (box.width === 0) continue;
    const said = each.tagName + ' ' + each.textContent.slice(0, 40);
    if (box.right > canvas.right + 1 || box.bottom > canvas.bottom + 1 || box.left < -1 || box.top < -1)
      found.push('outside: ' + said);
    if (each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 2) found.push('wide: ' + said);
    if (!each.children.length && each.textContent.trim() && parseFloat(getComputedStyle(each).fontSize) < 20)
      found.push('small: ' + said);
  }
  for (const each of slide.querySelectorAll('.block'))
    if (each.scrollHeight > each.clientHeight + 2) found.push('tall: ' + each.textContent.slice(0, 40));
  const title = slide.querySelector('h1');
  const lines = title.getBoundingClientRect().height / parseFloat(getComputedStyle(title).lineHeight);
  if (lines > 2.2) found.push('title of ' + lines + ' lines: ' + title.textContent);
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
    page.wait_for_selector("dialog[open] .slide:not([hidden])", timeout=PATIENCE_MS)
    return page


def headline(page) -> str:
    return page.inner_text("dialog .slide:not([hidden]) h1")


def place(page) -> str:
    return page.evaluate("new URLSearchParams(location.search).get('slide')")


def test_quick_presses_count_and_the_place_stands_in_the_address(visit):
    page = present(visit, kota="1271", slide="1")
    for _press in range(5):
        page.keyboard.press("ArrowRight")
    assert place(page) == "6"
    assert headline(page).startswith("Untuk Sibolga, terkuat buktinya")
    for key, expected in (
        ("ArrowLeft", "5"),
        ("PageDown", "6"),
        ("Home", "1"),
        ("End", "9"),
        ("PageUp", "8"),
    ):
        page.keyboard.press(key)
        assert place(page) == expected, key
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    assert place(page) == "9"
    page.mouse.move(600, 300)
    page.get_by_role("button", name="Sebelumnya").click()
    page.get_by_role("button", name="5", exact=True).click()
    assert place(page) == "5"
    page.mouse.click(300, 300)
    assert place(page) == "6"
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog[open]", state="detached")
    assert "mode=" not in page.url and "kota=1271" in page.url
    assert page.watch.outside == []
    assert page.watch.errors == []


def test_the_whole_slide_stands_in_any_window(visit):
    page = present(visit, kota="1271", slide="4")
    for width, height in WINDOWS:
        page.set_viewport_size({"width": width, "height": height})
        page.mouse.move(width / 2, height / 2 + 1)
        page.wait_for_function(
            "w => Math.abs(document.querySelector('html').clientWidth - w) < 20", arg=width
        )
        box = page.locator("dialog > .canvas").bounding_box()
        assert box["x"] >= -1 and box["y"] >= -1, (width, height)
        assert box["x"] + box["width"] <= width + 1 and box["y"] + box["height"] <= height + 1
        assert box["width"] >= width - 1 or box["height"] >= height - 1, "as large as the window allows"
        assert page.locator("dialog").evaluate(
            "each => each.scrollHeight <= each.clientHeight && each.scrollWidth <= each.clientWidth"
        )
        for button in page.locator("dialog .strip button:visible").all():
            inside = button.bounding_box()
            assert inside["x"] >= 0 and inside["x"] + inside["width"] <= width, (width, height)


def test_the_bar_hides_and_comes_back(visit):
    page = present(visit, kota="1271", slide="2")
    page.wait_for_selector("dialog.still", timeout=PATIENCE_MS)
    page.mouse.move(400, 300)
    page.wait_for_selector("dialog:not(.still)")


def test_a_swipe_moves_and_a_wrong_place_is_said(visit):
    page = present(visit, 390, 844, kota="1271", slide="99")
    assert "99" in page.inner_text("dialog .told")
    assert place(page) == "1"
    swipe = """([from, to]) => {
      const dialog = document.activeElement.shadowRoot?.activeElement ?? document.activeElement;
      for (const [kind, x] of [['pointerdown', from], ['pointerup', to]]) {
        const touch = { clientX: x, clientY: 200, pointerType: 'touch', bubbles: true };
        dialog.dispatchEvent(new PointerEvent(kind, touch));
      }
    }"""
    page.evaluate(swipe, [300, 100])
    assert place(page) == "2"
    page.evaluate(swipe, [100, 300])
    assert place(page) == "1"


def test_notes_on_a_second_screen_keep_in_step(visit):
    page = present(visit, kota="1271", slide="3")
    with page.context.expect_page() as waiting:
        page.keyboard.press("n")
    notes = waiting.value
    notes.wait_for_selector(".frame .slide")
    assert "Cara menghitung" in notes.inner_text("body")
    page.keyboard.press("ArrowRight")
    assert notes.inner_text("header b").endswith("4 dari 9")
    notes.keyboard.press("ArrowRight")
    assert place(page) == "5"
    assert headline(page) in notes.inner_text(".lines")


def test_order_by_dragging_and_by_keys(visit):
    page = visit("presentasi?kota=1271", 1280, 1600)
    names = page.locator(".order > li > .name")
    assert names.nth(2).inner_text() == "3. Kekuatan kami"
    page.get_by_role("button", name="Geser Kekuatan kami ke depan").press("Enter")
    assert names.nth(1).inner_text() == "2. Kekuatan kami"
    wait_idle(page)
    assert "isi=judul%2Ckekuatan%2Csiapa" in page.url
    page.locator(".order li").nth(7).drag_to(
        page.locator(".order li").nth(0), target_position={"x": 5, "y": 60}
    )
    page.wait_for_url("**isi=usulan%2Cjudul%2Ckekuatan**")
    wait_idle(page)
    page.get_by_role("button", name="Mulai presentasi").click()
    assert headline(page) == "4 kerja sama yang dapat diusulkan Sibolga"
    assert page.watch.errors == []


@pytest.mark.heavy
def test_slides_go_on_after_the_server_stopped(chromium):
    context = look(chromium)
    with running() as url:
        page = opened(context, url, "presentasi?kota=1271")
        page.wait_for_selector(".order .slide", timeout=PATIENCE_MS)
    page.get_by_role("button", name="Mulai presentasi").click()
    seen = set()
    for _press in range(9):
        seen.add(headline(page))
        page.keyboard.press("ArrowRight")
    assert len(seen) == 9
    # What Streamlit says of the lost connection stays behind the slide.
    page.get_by_text("Sambungan", exact=False).or_(
        page.get_by_text("Connection", exact=False)
    ).first.wait_for(state="attached", timeout=PATIENCE_MS)
    top = "() => !!document.elementFromPoint(640, 300).shadowRoot?.querySelector('dialog[open]')"
    assert page.evaluate(top)
    context.close()


@pytest.mark.heavy
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_every_slide_of_every_city_fits(chromium):
    page = chromium.new_page(viewport={"width": 1280, "height": 720})
    styles = typeface() + STYLES.read_text(encoding="utf-8")
    page.set_content(
        f'<meta charset="utf-8"><style>body {{ margin: 0; font-family: "Source Sans" }} {styles}</style>'
        '<div class="canvas"></div>'
    )
    page.evaluate(
        "Promise.all([400, 600, 700].map(each => document.fonts.load(`${each} 20px 'Source Sans'`)))"
    )
    subjects = [story.Subject(code) for code in story.Subject().cities]
    cut = {}
    for subject in [*subjects, story.Subject(), story.Subject("1271", "1471"), story.Subject("1277", "1273")]:
        for language in ("id", "en"):
            told = stories.tell(subject, language=language)
            for slide in told.slides:
                drawn = screen.html(slide, told.footer, (len(told.slides), len(told.slides)))
                page.evaluate("html => document.querySelector('.canvas').innerHTML = html", drawn)
                if found := page.evaluate(CUT_OFF):
                    cut[(subject, language, slide.kind)] = found
    page.close()
    assert cut == {}


def test_powerpoint_is_the_story_on_screen(visit):
    page = visit("presentasi?kota=1271")
    with page.expect_download(timeout=PATIENCE_MS) as waiting:
        page.get_by_role("button", name="PowerPoint").click()
    made = Presentation(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    titles = [slide.shapes.title.text for slide in made.slides]
    assert titles == [slide.title for slide in stories.tell(story.subject("1271")).slides]
    assert page.locator(".order .title").all_inner_texts() == titles
    assert page.watch.errors == []


def test_dark_theme_keeps_the_slides_light(visit):
    page = visit("presentasi?mode=layar&kota=1271&slide=2", dark=True)
    page.wait_for_selector("dialog[open] .slide:not([hidden])", timeout=PATIENCE_MS)
    colour = "(each, name) => getComputedStyle(each)[name]"
    assert page.locator("dialog").evaluate(colour, "backgroundColor") == "rgb(255, 255, 255)"
    title = page.locator("dialog .slide:not([hidden]) h1")
    assert title.evaluate(colour, "color") == "rgb(23, 33, 31)"
