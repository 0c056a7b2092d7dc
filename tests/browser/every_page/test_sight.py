"""First glance, phone and zoom: the answer stands above the fold, and no word is cut away."""

from __future__ import annotations

import pytest
from driving import SETTLE_MS, wait_idle
from sight import bottom, lost_words, too_wide, whole

from ui.pages import existing

CITY = "1275"
FOLD = 720
# Page -> the first answer beside the headline: reason, sureness and the way on.
ANSWERS = {
    "beranda": "[class*='st-key-kartu_pendek_']",
    "pangan": "[data-testid='stMain'] h2",
    "peta": "iframe",
    "profil": "[data-testid='stMetric']",
    "banding": "[data-testid='stMain'] h2",
    "mitra": "[class*='st-key-kartu_']",
    "komplementaritas": "[data-testid='stMain'] h1 >> xpath=following::p[1]",
    "dampak": "[data-testid='stMain'] h1",
    "aplikasi": "[data-testid='stMain'] h1 >> xpath=following::p[1]",
    "kerja_sama": "[data-testid='stAlert']",
    "presentasi": "button:has-text('Mulai presentasi')",
    "data": "[data-testid='stMain'] h2",
    "metode": ".katex-display",
}
STARTS_IN_SIGHT = ("peta",)  # taller than a window: its beginning and most of it must be in sight
FIRST = ("beranda", "pangan", "peta", "profil", "banding", "mitra", "kerja_sama")
# Window of a phone, and of a projector at 200 per cent.
SMALL = [(390, 844), (640, 360)]


def test_every_page_is_looked_at():
    assert set(ANSWERS) == {entry.stem for entry in existing()}


# Page -> why, how sure, and the next step: words that stand above the fold beside the headline.
STANDING = {
    "beranda": ("Kebutuhan", "dari 6 bukti", "Buat usulan"),
    "mitra": ("Yang tercatat", "dari 6 bukti", "Buat usulan"),
    "komplementaritas": ("Urutan ke-", "bukan saran dagang", "Siapkan kerja sama"),
    "dampak": ("Nilai tambah", "Perkiraan dari pola", "Masukkan ke usulan"),
    "profil": ("menonjol pada", "Urutan 1 adalah", "Mitra"),
    "presentasi": ("Siapa kami", "Pilih isi", "Mulai presentasi"),
    "data": ("Belum:", "Seberapa terisi", "Unggah"),
}


def test_every_page_that_must_say_more_is_looked_at():
    assert set(STANDING) <= set(ANSWERS)


@pytest.mark.parametrize("stem", ANSWERS)
def test_page_is_whole_with_headline_first_answer_and_reasons_above_the_fold(return_to, stem):
    page = return_to(f"{'' if stem == 'beranda' else stem}?kota={CITY}", 1280, FOLD)
    page.wait_for_load_state("networkidle")
    whole(page)
    main = page.locator("[data-testid='stMain']")
    title = main.locator("h1").first
    answer = page.locator(ANSWERS[stem]).first
    answer.wait_for()
    assert bottom(title) < 330
    if stem in STARTS_IN_SIGHT:
        place = "([sign, most]) => document.querySelector(sign).getBoundingClientRect().top < most"
        page.wait_for_function(place, arg=[ANSWERS[stem], FOLD / 2])
    else:
        assert bottom(answer) <= FOLD
    for words in STANDING.get(stem, ()):
        found = main.get_by_text(words).locator("visible=true").first
        found.wait_for()
        assert bottom(found) <= FOLD, words


@pytest.mark.parametrize("city", ["1275", "1271", "2171"])
def test_three_deals_of_a_city_begin_above_the_fold(return_to, city):
    page = return_to(f"?kota={city}", 1280, FOLD)
    cards = page.locator("[class*='st-key-kartu_pendek_']")
    cards.nth(2).wait_for()
    page.locator("[class*='st-key-kartu_pendek_'] .judul").nth(2).wait_for()
    assert cards.nth(2).bounding_box()["y"] + 50 <= FOLD


@pytest.mark.parametrize(
    "stem", [pytest.param(each, marks=() if each in FIRST else pytest.mark.heavy) for each in ANSWERS]
)
def test_nothing_is_cut_on_a_phone_or_at_twice_the_size(return_to, stem):
    page = return_to(f"{'' if stem == 'beranda' else stem}?kota={CITY}", *SMALL[0])
    page.locator("[data-testid='stMain'] h1").first.wait_for()
    for width, height in SMALL:
        # Who turns a phone or enlarges has the page open already; charts follow a little later.
        page.set_viewport_size({"width": width, "height": height})
        wait_idle(page, SETTLE_MS)
        wait_idle(page)
        page.wait_for_load_state("networkidle")
        assert too_wide(page) <= 0, (width, height)
        assert lost_words(page) == [], (width, height)


def test_what_is_cut_would_be_seen(visit):
    page = visit("metode", 390, 844)
    page.evaluate(
        """() => document.querySelector('[data-testid="stMain"] h1').insertAdjacentHTML('beforeend',
        '<div style="width:40px;overflow:hidden;white-space:nowrap">kata yang terpotong</div>' +
        '<div style="position:absolute;left:380px;white-space:nowrap">kata di luar jendela</div>')"""
    )
    lost = lost_words(page)
    assert any("cut by its box: kata yang terpotong" in each for each in lost)
    assert any("beyond the window: kata di luar jendela" in each for each in lost)


def test_a_table_says_that_more_columns_follow(return_to):
    page = return_to("banding?banding=1275,1471,2171", 390, 844)
    table = page.locator("[data-testid='stDataFrame']").first
    page.locator("[data-testid='stDataFrame'][data-more]").first.wait_for()
    assert table.evaluate("e => getComputedStyle(e, '::after').content") == '"›"'
    table.locator(".dvn-scroller").evaluate("e => { e.scrollLeft = e.scrollWidth }")
    page.locator("[data-testid='stDataFrame']:not([data-more])").first.wait_for()


@pytest.mark.parametrize("width", [641, 700, 767, 768, 900])
def test_between_a_phone_and_a_window_the_head_is_whole_and_in_the_language_of_the_page(return_to, width):
    page = return_to("mitra?kota=1277", width, 800)
    bar = page.locator("[data-testid='stHeader']")
    for words in (".kepala-kota", ".st-key-kepala_pilih", ".st-key-kepala_cari"):
        box = page.locator(words).first.bounding_box()
        assert box["y"] >= bottom(bar) - 4, words
    assert "more" not in bar.inner_text()
    whole(page)
