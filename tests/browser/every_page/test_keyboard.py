"""Each page by keyboard alone: a way past the menu, every control reached, and the eye can follow."""

from __future__ import annotations

import pytest

from ui.pages import existing

pytestmark = [pytest.mark.heavy, pytest.mark.timeout(600)]

PAGES = ["" if entry.stem == "beranda" else entry.stem for entry in existing()]
CITY = "1275"
MOST_STEPS = 400
MOST_INSIDE = 120  # steps through one table or the map, which have controls of their own

# What the eye can see of the focus: the look of the element and of what frames it.
_STEP = """() => {
  const look = (e) => {
    const parts = []
    for (let part = e, n = 0; part && n < 6; part = part.parentElement, n++) {
      const s = getComputedStyle(part)
      const outline = [s.outlineStyle, s.outlineWidth, s.outlineColor]
      parts.push([...outline, s.boxShadow, s.borderColor, s.backgroundColor])
    }
    return JSON.stringify(parts)
  }
  const before = window.stepped
  const changed = !before || !before.isConnected || look(before) !== before.lookInFocus
  const inner = (e) => e?.shadowRoot?.activeElement ? inner(e.shadowRoot.activeElement) : e
  const now = inner(document.activeElement)
  const words = (e) => e.getAttribute('aria-label') || e.innerText || e.title || ''
  const name = (e) => `${e.tagName} ${words(e).slice(0, 40)}`
  const was = before ? name(before) : ''
  if (!now || now === document.body) { window.stepped = null; return {end: true, was, changed} }
  const same = now === before
  now.lookInFocus = look(now)
  window.stepped = now
  const again = !same && now.dataset.reached === '1'
  now.dataset.reached = '1'
  return {end: again, same, was, changed: same || changed, name: name(now)}
}"""
# Members of a group are reached by arrow keys from its one stop; what a table or the map holds, from within.
_UNREACHED = """() => [...document.querySelectorAll(
    '[data-testid="stMain"] :is(a[href], button, input, select, textarea, summary, iframe)')]
  .filter(e => !e.disabled && e.tabIndex >= 0 && e.dataset.reached !== '1')
  .filter(e => e.checkVisibility({visibilityProperty: true, opacityProperty: true}))
  .filter(e => e.getBoundingClientRect().width > 1)
  .filter(e => !e.closest('[data-testid="stButtonGroup"], [data-testid="stElementToolbar"]'))
  .map(e => `${e.tagName} ${(e.getAttribute('aria-label') || e.innerText || e.type || '').slice(0, 40)}`)"""
# They show their focus inside themselves, where styles of the page around them do not tell.
INSIDE = ("IFRAME", "CANVAS", "TD", "TH", "MAIN", "DIV")


@pytest.mark.parametrize("stem", PAGES)
def test_every_control_is_reached_and_seen(visit, stem):
    page = visit(f"{stem}?kota={CITY}", 1280, 720)
    page.wait_for_load_state("networkidle")
    page.locator("[data-testid='stMain'] h1").first.wait_for()
    unseen, inside, names = [], 0, []
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        step = page.evaluate(_STEP)
        if not step["changed"] and not step["was"].startswith(INSIDE):
            unseen.append(step["was"])
        if step["end"]:
            break
        names.append(step["name"])
        inside = inside + 1 if step["same"] else 0
        assert inside < MOST_INSIDE, f"the keyboard does not get out of {step['name']}"
    else:
        raise AssertionError(f"no end after {MOST_STEPS} steps: {names[-5:]}")
    assert "Langsung ke isi halaman" in names[0]
    assert unseen == []
    assert page.evaluate(_UNREACHED) == []


def test_the_way_past_the_menu_leads_into_the_page(visit):
    page = visit("mitra", 1280, 720)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[data-testid=\"stMain\"]') !== null")


def test_arrows_move_within_a_group_and_space_chooses(visit):
    page = visit("mitra?kota=1271&sisi=jual", 1280, 720)
    group = page.locator("[data-testid='stMain'] [data-testid='stButtonGroup'] button")
    group.filter(has_text="Sibolga menjual").focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Space")
    page.locator("[class*='st-key-kartu_1271_beli']").first.wait_for()


@pytest.mark.parametrize(
    "stem", ["", "profil", "pangan", "banding", "komplementaritas", "aplikasi?bagian=matriks"]
)
def test_charts_are_told_in_words_of_the_data(return_to, stem):
    page = return_to(f"{stem}{'&' if '?' in stem else '?'}kota={CITY}", 1280, 720)
    # A map that is a picture must be told too; of its two, the one that is shown.
    charts = page.locator("[data-testid='stPlotlyChart'], svg.sk-diam").locator("visible=true")
    charts.first.wait_for()
    for position in range(charts.count()):
        told = charts.nth(position).evaluate(
            "e => [e, ...e.querySelectorAll('[aria-label]')].map(x => x.ariaLabel || '').join(' ')"
        )
        assert len(told) > 30, f"chart {position + 1} of /{stem} has no words"
