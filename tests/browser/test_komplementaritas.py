"""Complementarity in Chromium: matrix, arcs and pair are really drawn, and nothing comes from elsewhere."""

from __future__ import annotations

import pytest
from driving import wait_idle


def chart(page, key: str):
    found = page.locator(f'[class*="st-key-{key}"] .js-plotly-plot')
    found.locator(".main-svg").first.wait_for()
    return found


def undisturbed(page) -> bool:
    assert page.watch.errors == []
    assert page.watch.outside == []
    return True


def picture(page, key: str):
    found = page.locator(f".st-key-{key} svg.sk-diam").locator("visible=true")
    found.wait_for()
    return found


@pytest.mark.parametrize("path", ["komplementaritas", "komplementaritas?cakupan=I%2BII&satuan=rupiah"])
def test_strongest_links_are_arcs_on_the_map_that_say_what_they_join(return_to, path):
    page = return_to(path)
    drawing = picture(page, "komplementaritas_peta")
    assert drawing.locator(":scope > path").count() == 13  # the coast too
    assert drawing.locator(":scope > path[stroke='#0072B2']").count() == 12
    assert drawing.locator(":scope > polygon").count() == 12
    assert drawing.locator(":scope > circle").count() >= 24
    assert "Batam" in drawing.locator(":scope > text").all_text_contents()
    words = drawing.locator(".kata > g").filter(has=page.locator("path")).last
    assert words.locator("text").count() >= 1 and "lemah di" in words.text_content()
    # The pointer rests on the arc itself, wherever it runs.
    on_it = words.locator("path").evaluate(
        """path => { const at = path.getPointAtLength(path.getTotalLength() * 0.45);
          const p = new DOMPoint(at.x, at.y).matrixTransform(path.getScreenCTM()); return [p.x, p.y] }"""
    )
    page.mouse.move(*on_it)
    shown = drawing.locator(".kata > g > g").evaluate_all(
        "all => all.filter(e => getComputedStyle(e).visibility === 'visible').map(e => e.textContent)"
    )
    assert len(shown) == 1 and "lemah di" in shown[0]
    assert undisturbed(page)


@pytest.mark.parametrize("width", [1280, 390])
def test_labels_of_the_map_do_not_cover_each_other(return_to, width):
    page = return_to("komplementaritas", width=width)
    labels = picture(page, "komplementaritas_peta").locator(":scope > text")
    boxes = [labels.nth(index).bounding_box() for index in range(labels.count())]
    assert len(boxes) >= 6
    assert all(0 <= one["x"] and one["x"] + one["width"] <= width for one in boxes)
    for index, one in enumerate(boxes):
        for other in boxes[:index]:
            # A box holds the room between lines and the halo of a pixel and a half all round.
            apart = (
                one["x"] + one["width"] <= other["x"] + 4
                or other["x"] + other["width"] <= one["x"] + 4
                or abs(one["y"] - other["y"]) >= 14
            )
            assert apart


def test_matrix_is_drawn_with_every_name(return_to):
    page = return_to("komplementaritas?lihat=matriks")
    drawing = chart(page, "komplementaritas_matriks")
    box = drawing.locator(".heatmaplayer image").bounding_box()
    assert box["width"] > 300 and box["height"] > 500
    assert drawing.locator(".xaxislayer-above .xtick text").count() == 24
    assert drawing.locator(".yaxislayer-above .ytick text").count() == 24
    assert undisturbed(page)


def test_pair_shows_both_directions_and_turns_round(visit):
    page = visit("komplementaritas?dari=1271&ke=1275&lang=en")
    page.get_by_role("heading", name="Sibolga → Medan").wait_for()
    assert chart(page, "komplementaritas_1271_1275").locator(".bars .point path").count() == 3
    assert chart(page, "komplementaritas_1275_1271").locator(".bars .point path").count() >= 3
    page.get_by_role("button", name="Swap").click()
    wait_idle(page)
    first = page.locator('[data-testid="stHeading"] h2').filter(has_text="→").first
    assert first.inner_text() == "Medan → Sibolga"
    assert "dari=1275" in page.url
    assert undisturbed(page)


def test_wrong_address_gets_a_sentence(return_to):
    page = return_to("komplementaritas?lihat=pasangan&dari=1&ke=1275&pembanding=bulan")
    assert page.locator('[data-testid="stAlert"]').count() >= 2
    assert page.locator('[data-testid="stException"]').count() == 0
    assert undisturbed(page)


def test_all_pairs_are_handed_out(return_to):
    page = return_to("komplementaritas")
    with page.expect_download() as waiting:
        page.locator(".st-key-komplementaritas_semua_csv button").click()
    lines = waiting.value.path().read_bytes().decode("utf-8-sig").splitlines()
    assert len(lines) == 455
    assert lines[1].startswith("1473;Dumai;1278;Gunungsitoli;0,70")
