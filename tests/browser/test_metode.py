"""Methods in a real browser."""


def test_formulas_are_typeset(return_to):
    page = return_to("metode?bagian=struktur&kota=1271")
    page.wait_for_selector(".katex-html", state="attached")
    assert page.locator(".katex-html").count() >= 7
    assert page.locator(".katex-error").count() == 0
    assert page.watch.errors == []
    assert page.watch.outside == []


def test_all_formulas_are_valid(return_to):
    for part in ("kecocokan", "pasar", "pertumbuhan", "mitra"):
        page = return_to(f"metode?bagian={part}&lang=en")
        page.wait_for_selector(".katex-html", state="attached")
        assert page.locator(".katex-html").count() >= 3
        assert page.locator(".katex-error").count() == 0


def test_the_check_of_the_score_is_drawn(return_to):
    page = return_to("metode?bagian=pemeriksaan")
    page.locator(".st-key-metode_pemeriksaan .scatterlayer .points path").nth(7).wait_for(state="attached")
    ranges = page.locator(".st-key-metode_pemeriksaan .errorbar").count()
    assert ranges == page.locator(".st-key-metode_pemeriksaan .scatterlayer .points path").count() >= 8
    assert page.watch.errors == []
