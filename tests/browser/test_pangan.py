"""Markets in a real browser."""


def test_map_and_bars_are_drawn(return_to):
    page = return_to("pasar?pangan=Cabe merah")
    page.locator(".st-key-pasar_urutan .bars .point").nth(23).wait_for(state="attached")
    assert page.locator(".st-key-pasar_peta .scatterlayer .points path").count() == 24
    assert page.locator(".st-key-pasar_peta .scatterlayer .js-fill").count() >= 1
    assert page.locator(".st-key-pasar_peta .annotation-text").count() >= 16
    assert page.locator(".st-key-pasar_urutan .bars .point").count() == 24
    assert page.watch.errors == []
    assert page.watch.outside == []


def test_a_basket_is_drawn(return_to):
    page = return_to("pasar?lihat=kota&kota=1171&lang=en")
    page.locator(".st-key-pasar_keranjang .bars .point").nth(11).wait_for(state="attached")
    assert page.get_by_text("same as the Indonesian mean").first.is_visible()
    assert page.watch.errors == []


def test_fits_a_phone(return_to):
    page = return_to("pasar", width=390, height=844, dark=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.watch.errors == []
