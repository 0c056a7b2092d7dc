"""The page on applications in a real browser: drawn without internet, chosen by links, on any width."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from driving import PATIENCE_MS, wait_idle

import data
from findings import applications as findings
from findings import replications
from wording import theme


def clean(page) -> bool:
    return page.watch.errors == [] and page.watch.outside == []


def charts(page, count: int):
    marks = page.locator(".trace, .heatmaplayer image")
    drawn = page.locator(".js-plotly-plot").filter(has=marks)
    drawn.nth(count - 1).wait_for(timeout=PATIENCE_MS)
    return drawn


def test_catalogue_draws_cards_and_hands_out_publiccode(visit):
    page = visit("aplikasi?cari=Tangerang%20LIVE&pemilik=3671")
    card = page.get_by_text("Tangerang LIVE", exact=True)
    card.wait_for(timeout=PATIENCE_MS)
    page.get_by_text("Data untuk berbagi pakai").click()
    page.get_by_role("button", name="Unduh publiccode.yml").wait_for(timeout=PATIENCE_MS)
    wait_idle(page)
    with page.expect_download(timeout=PATIENCE_MS) as waiting:
        page.get_by_role("button", name="Unduh publiccode.yml").click()
    text = open(waiting.value.path(), encoding="utf-8").read()
    assert waiting.value.suggested_filename == "A120_publiccode.yml"
    assert 'publiccodeYmlVersion: "0.4"' in text
    assert '- "Palembang"' in text
    assert clean(page)


def test_matrix_draws_a_cell_for_each_city(return_to):
    page = return_to("aplikasi?bagian=matriks")
    plot = charts(page, 1)
    plot.locator(".heatmaplayer image").first.wait_for(timeout=PATIENCE_MS)
    assert plot.locator(".ytick text").count() == 24
    assert plot.locator(".xtick text").count() == 16
    assert page.get_by_text("●", exact=True).count() > 60
    assert clean(page)


@pytest.mark.parametrize("width", [1280, pytest.param(390, marks=pytest.mark.heavy)])
def test_network_and_map_draw_every_line_with_names_inside_the_picture(return_to, width):
    page = return_to("aplikasi?bagian=jaringan", width=width, height=844)
    plots = charts(page, 2)
    links = replications.all_of_them()
    pairs = links.drop_duplicates(["donor", "adopter", "proof"])
    assert len(pairs) > 10
    assert plots.nth(0).locator(".scatterlayer .js-line").count() == len(pairs)
    names = plots.nth(0).locator(".ytick text, .y2tick text")
    assert names.count() == links["donor"].nunique() + links["adopter"].nunique()
    frame = plots.nth(0).bounding_box()
    for position in range(names.count()):
        box = names.nth(position).bounding_box()
        assert box["x"] >= frame["x"] - 1
        assert box["x"] + box["width"] <= frame["x"] + frame["width"] + 1
    known = findings.places(links).index
    on_map = pairs[pairs["donor_code"].isin(known) & pairs["adopter_code"].isin(known)]
    assert len(on_map) > 5
    strokes = (
        plots.nth(1)
        .locator(".scatterlayer .js-line")
        .evaluate_all("lines => lines.map(line => getComputedStyle(line).stroke)")
    )
    blue = "rgb({}, {}, {})".format(*bytes.fromhex(theme.SUPPLY.removeprefix("#")))
    assert strokes.count(blue) == len(on_map)
    assert plots.nth(1).get_by_text("Surabaya").count() == 1
    assert clean(page)


def test_a_suggestion_leads_to_a_new_proposal_with_both_parties(visit):
    page = visit("aplikasi?bagian=replikasi&kota=1275&celah=kesehatan")
    page.get_by_text("Yang mendukung").first.wait_for(timeout=PATIENCE_MS)
    suggested = page.get_by_text("Antrean daring puskesmas – Pematangsiantar")
    card = page.get_by_test_id("stVerticalBlock").filter(has=suggested).last
    card.get_by_role("link", name="Siapkan kerja sama dengan Pematangsiantar").click()
    page.get_by_text("Usulan kerja sama baru").wait_for(timeout=PATIENCE_MS)
    wait_idle(page)
    asked = parse_qs(urlsplit(page.url).query)
    assert asked["pihak"] == ["1275,1273"]
    apps = data.load("apps").set_index("app_id")
    assert apps.loc[asked["aplikasi"], "app"].to_list() == ["Antrean daring puskesmas"]
    chosen = page.locator('[data-testid="stMultiSelect"]').first
    assert "Medan" in chosen.inner_text()
    assert "Pematangsiantar" in chosen.inner_text()
    assert clean(page)


def test_a_filter_is_in_the_address_and_in_english(visit):
    page = visit("aplikasi?lang=en", dark=True)
    page.get_by_text("Filter by status, field, platform and proof").click()
    wait_idle(page)  # what is folded away moves while it opens, and a click would miss it
    page.get_by_text("Only those used by other regions").click()
    page.get_by_text("3 of 213 applications", exact=True).wait_for(timeout=PATIENCE_MS)
    wait_idle(page)
    assert "direplikasi=1" in page.url
    assert clean(page)
