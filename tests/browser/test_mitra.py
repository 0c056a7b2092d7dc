"""Partners in a real browser."""


def test_five_cards_and_a_chart(visit):
    page = visit("mitra?kota=1271")
    assert page.locator('[class*="st-key-mitra_"] h3').count() >= 5
    assert page.locator(".st-key-mitra_1275").get_by_text("1. Medan").is_visible()
    page.locator(".st-key-mitra_skor .bars .point").nth(11).wait_for(state="attached")
    assert page.watch.errors == []
    assert page.watch.outside == []


def test_a_card_leads_to_the_pair(visit):
    page = visit("mitra?kota=1271&lang=en")
    page.locator(".st-key-mitra_1277").get_by_text("See the pair Sibolga and Padangsidimpuan").click()
    page.wait_for_url("**/komplementaritas?*ke=1277*")
    assert "lang=en" in page.url
    page.get_by_text("Padangsidimpuan").first.wait_for()
    assert page.watch.errors == []


def test_fits_a_phone_in_the_dark(visit):
    page = visit("mitra?kota=2171", width=390, height=844, dark=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.watch.errors == []
