"""Cities side by side in a real browser."""


def test_every_chart_is_drawn(visit):
    page = visit("banding?banding=1275,2171,1174&tolok=3578")
    assert page.locator(".st-key-banding_struktur .heatmaplayer image").count() == 1
    assert page.locator(".st-key-banding_lq .scatterlayer .points path").count() >= 40
    assert page.locator(".st-key-banding_pertumbuhan .scatterlayer .js-line").count() == 4
    assert (
        page.locator(".st-key-banding_klassen .annotation-text").filter(has_text="Relatif tertinggal").count()
        == 1
    )
    assert page.watch.errors == []
    assert page.watch.outside == []


def test_a_switch_changes_who_is_most_alike(visit):
    page = visit("banding?mirip=1376")
    before = page.get_by_text("Susunan ekonomi yang paling mirip").inner_text()
    page.get_by_text("Hanya kota", exact=True).click()
    page.wait_for_url("**hanya_kota=0**")
    page.wait_for_timeout(1500)
    assert page.get_by_text("Susunan ekonomi yang paling mirip").inner_text() != before
    assert page.watch.errors == []
