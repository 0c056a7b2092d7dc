"""The page on cooperation in a real browser: the register, a proposal kept, drafts, two people at once."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime, timedelta, timezone
from html import unescape

import pytest
from driving import PATIENCE_MS, running, wait_idle

SCROLLED_MS = 200
MARKUP = "<img src=x onerror=alert(1)> **tebal** مرحبا"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """An application of its own: what is written here stays out of the shared store."""
    store = tmp_path_factory.mktemp("kerja_sama") / "store.db"
    with running(env={"DATABASE_URL": f"sqlite:///{store}"}) as url:
        yield url


def clean(page) -> bool:
    return page.watch.errors == [] and page.watch.outside == []


def charts(page, count: int):
    # The policy lets no text become a script, not even a test's: elements are waited for instead.
    drawn = page.locator(".js-plotly-plot", has=page.locator(".trace, .heatmaplayer image"))
    drawn.nth(count - 1).wait_for(timeout=PATIENCE_MS)
    return page.locator(".js-plotly-plot")


@pytest.mark.parametrize(("width", "dark"), [(1280, False), pytest.param(390, True, marks=pytest.mark.heavy)])
def test_register_draws_timeline_and_network(visit, width, dark):
    page = visit("kerja_sama?bagian=daftar", width=width, height=844, dark=dark)
    page.get_by_text("41 dari 41 perjanjian").wait_for(timeout=PATIENCE_MS)
    plots = charts(page, 2)
    assert plots.nth(0).locator(".scatterlayer .point").count() == 33
    assert plots.nth(1).locator(".scatterlayer .js-line").count() == 50
    names = plots.nth(1).locator(".ytick text, .y2tick text")
    frame = plots.nth(1).bounding_box()
    for position in range(names.count()):
        box = names.nth(position).bounding_box()
        assert box["x"] >= frame["x"] - 1
        assert box["x"] + box["width"] <= frame["x"] + frame["width"] + 1
    assert clean(page)


def test_meetings_are_another_picture(visit):
    page = visit("kerja_sama?bagian=daftar")
    page.get_by_text("Pertemuan dan kunjungan", exact=True).click()
    page.get_by_text("52 dari 52 pertemuan dan kunjungan").wait_for(timeout=PATIENCE_MS)
    assert "jenis=pertemuan" in page.url
    charts(page, 1)
    assert clean(page)


def test_rules_are_marked_where_they_are_not_verified(visit):
    page = visit("kerja_sama?bagian=aturan&lang=en")
    page.get_by_text("no legal advice").first.wait_for(timeout=PATIENCE_MS)
    assert page.get_by_text("not verified").count() >= 8
    assert clean(page)


def test_a_proposal_is_kept_moved_and_drafted(visit):
    page = visit("kerja_sama?pihak=1271,1471", owner=True)
    page.get_by_text("Usulan kerja sama baru").wait_for(timeout=PATIENCE_MS)
    page.get_by_label("Judul", exact=True).fill(MARKUP)
    page.get_by_label("Nama Anda, untuk riwayat").fill("Sekda Sibolga")
    page.get_by_label("Uraian: apa yang ditawarkan").fill("Sibolga memasok ikan.")
    page.get_by_role("button", name="Simpan usulan").click()
    page.get_by_text("Usulan KS-001 disimpan.").wait_for(timeout=PATIENCE_MS)
    wait_idle(page)
    # Shown as it was typed: nothing became bold, nothing was loaded, nothing ran.
    assert page.get_by_text(MARKUP).count() >= 2
    assert page.locator('img[src="x"]').count() == 0
    page.get_by_role("button", name="Catat perpindahan").click()
    page.get_by_text("Usulan KS-001 dipindahkan.").wait_for(timeout=PATIENCE_MS)
    wait_idle(page)
    with page.expect_download(timeout=PATIENCE_MS) as waiting:
        page.get_by_role("button", name="Kerangka Acuan Kerja").click()
    assert waiting.value.suggested_filename == "KS-001_kak_rev2.docx"
    archive = zipfile.ZipFile(waiting.value.path())
    body = archive.read("word/document.xml").decode()
    assert "KS-001 revisi 2" in body
    assert "&lt;IMG SRC=X" in body
    # The evidence picked at first: deals in goods, with their sources, no sectors.
    assert "Peluang dalam barang" in body
    assert "Sisa pemasok, ton" in body
    assert clean(page)


@pytest.mark.heavy
def test_two_people_moving_the_same_proposal(visit):
    first = visit("kerja_sama?pihak=1275,1276", owner=True)
    first.get_by_label("Judul", exact=True).fill("Dua orang")
    first.get_by_role("button", name="Simpan usulan").click()
    first.get_by_text("disimpan.").wait_for(timeout=PATIENCE_MS)
    wait_idle(first)
    second = visit(first.url.rpartition("/")[2], owner=True)
    first.get_by_label("Catatan (wajib bila kembali atau dihentikan)").fill("oleh orang pertama")
    first.get_by_role("button", name="Catat perpindahan").click()
    first.get_by_text("dipindahkan.").wait_for(timeout=PATIENCE_MS)
    second.get_by_label("Catatan (wajib bila kembali atau dihentikan)").fill("oleh orang kedua")
    second.get_by_role("button", name="Catat perpindahan").click()
    second.get_by_text("sudah diubah orang lain").wait_for(timeout=PATIENCE_MS)
    wait_idle(second)
    # The second person's words are still in the field, and the first one's move stands.
    kept = second.get_by_label("Catatan (wajib bila kembali atau dihentikan)")
    assert kept.input_value() == "oleh orang kedua"
    second.get_by_role("button", name="Catat perpindahan").click()
    second.get_by_text("dipindahkan.").wait_for(timeout=PATIENCE_MS)
    assert clean(first)
    assert clean(second)


def test_a_card_of_a_partner_becomes_a_proposal_on_the_board(visit):
    page = visit("mitra?kota=2171", owner=True)
    page.get_by_role("link", name="Buat usulan").first.click()
    page.wait_for_url("**/kerja_sama?*pihak=*peluang=*")
    save = page.get_by_role("button", name="Simpan usulan")
    save.wait_for(timeout=PATIENCE_MS)
    wait_idle(page)
    # The deal has filled the form: nobody types a title.
    title = page.get_by_label("Judul", exact=True).input_value()
    assert "Batam" in title
    save.click()
    message = page.get_by_text("disimpan.")
    message.wait_for(timeout=PATIENCE_MS)
    key = re.search(r"KS-\d+", message.inner_text()).group()
    # Whoever opens the board afterwards finds it in the first column.
    board = visit("kerja_sama?bagian=papan")
    first = board.get_by_test_id("stColumn").filter(has_text="Persiapan (")
    first.get_by_role("button", name=f"Buka {key}", exact=True).wait_for(timeout=PATIENCE_MS)
    assert first.get_by_text(title, exact=True).count() == 1
    assert clean(page)
    assert clean(board)


def paper(page, button: str) -> str:
    """Download a draft; its text, a paragraph a line."""
    with page.expect_download(timeout=PATIENCE_MS) as waiting:
        page.get_by_role("button", name=button, exact=True).click()
    body = zipfile.ZipFile(waiting.value.path()).read("word/document.xml").decode()
    return unescape(re.sub(r"<[^>]+>", "", body.replace("</w:p>", "\n")))


def pick(page, label: str, option: str) -> None:
    wait_idle(page)  # a run still under way closes the list again
    box = page.get_by_role("combobox", name=label, exact=True)
    # Streamlit closes an open list when the page scrolls, and a browser tells of a scroll only in its next
    # frame: a click that scrolled by itself would lose its own list. A person scrolls first, then clicks.
    box.scroll_into_view_if_needed()
    page.wait_for_timeout(SCROLLED_MS)
    box.click()
    page.get_by_role("option", name=option, exact=True).click()


def fill(page, label: str, text: str) -> None:
    box = page.get_by_label(label, exact=True)
    box.fill(text)
    box.press("Tab")


def fill_day(page, label: str, day: date) -> None:
    """Type a day part by part, as the field takes it: day, month, year."""
    parts = page.get_by_label(label, exact=True).get_by_role("spinbutton")
    for part, text in zip(parts.all(), (f"{day:%d}", f"{day:%m}", f"{day:%Y}"), strict=True):
        part.click()
        page.keyboard.type(text)
    page.keyboard.press("Tab")
    wait_idle(page)


def deliver(page, day: date, amount: str, note: str) -> None:
    fill_day(page, "Tanggal diterima", day)
    fill(page, "Jumlah", amount)
    fill(page, "Harga per satuan, rupiah", "41000")
    # The notes of the proposal itself bear the same name; the delivery's is a single line in its form.
    page.get_by_test_id("stForm").filter(has_text="Tanggal diterima").get_by_label("Catatan").fill(note)
    page.get_by_test_id("stForm").get_by_role("button", name="Catat pengiriman").click()
    page.get_by_text("Pengiriman dicatat pada usulan").wait_for(timeout=PATIENCE_MS)
    wait_idle(page)


@pytest.mark.heavy
def test_a_planner_of_batam_goes_from_chili_to_a_draft_and_books_two_deliveries(visit):
    page = visit("?kota=2171", owner=True)
    page.locator(".st-key-kepala_cari input").wait_for()
    page.keyboard.press("/")
    page.keyboard.type("cabai")
    page.get_by_role("option").filter(has_text="Pangan").filter(has_text="Cabai merah").first.click()
    page.wait_for_url("**/pangan?*")
    page.get_by_role("heading", name=re.compile("abai merah di Batam lebih mahal")).wait_for(
        timeout=PATIENCE_MS
    )
    page.get_by_role("link", name="Buat usulan dari pangan ini").click()
    page.wait_for_url("**/kerja_sama?*peluang=cabai_merah*")
    page.get_by_role("button", name="Simpan usulan").wait_for(timeout=PATIENCE_MS)
    wait_idle(page)
    title = page.get_by_label("Judul", exact=True).input_value()
    assert title.startswith("Cabai merah dari ") and title.endswith(" untuk Batam")

    today = datetime.now(timezone(timedelta(hours=7))).date()
    start, end = today - timedelta(days=20), today + timedelta(days=60)
    fill(page, "Nama Anda, untuk riwayat", "Bappeda Batam")
    fill(page, "Volume", "10000")
    pick(page, "Satuan", "kg")
    pick(page, "Per", "minggu")
    pick(page, "Aturan harga", "Tetap, ditambah bagian dari kenaikan")
    fill(page, "Harga pokok, rupiah per satuan", "40000")
    fill(page, "Bagian pemasok dari kenaikan, persen", "25")
    fill(page, "Harga acuan: pasar dan penerbitnya", "Pasar Induk Jodoh")
    fill(page, "Tempat serah terima", "Pelabuhan Sekupang")
    fill_day(page, "Mulai", start)
    # An end before the start is answered with a sentence, and nothing that was typed is lost.
    fill_day(page, "Berakhir", start - timedelta(days=30))
    page.get_by_role("button", name="Simpan usulan").click()
    page.get_by_text("mendahului tanggal mulai").wait_for(timeout=PATIENCE_MS)
    wait_idle(page)
    assert page.get_by_label("Tempat serah terima", exact=True).input_value() == "Pelabuhan Sekupang"
    fill_day(page, "Berakhir", end)
    page.get_by_role("button", name="Simpan usulan").click()
    page.get_by_text(re.compile(r"Usulan KS-\d+ disimpan")).wait_for(timeout=PATIENCE_MS)
    wait_idle(page)

    draft = paper(page, "Rancangan PKS pangan antarpelaku usaha")
    assert "Harga pokok Rp 40.000 per kg" in draft and "25 persen dari selisihnya" in draft
    assert "Pasar Induk Jodoh" in draft and "Pelabuhan Sekupang" in draft
    # The impact is a range, and stands with its limits.
    assert re.search(r"Perkiraan dampak ekonomi\n.*sendiri antara Rp [\d,.]+ \w+ dan Rp [\d,.]+", draft), (
        draft[-1500:]
    )
    assert "PEMBELI" in draft and "……… (" in draft

    deliver(page, start + timedelta(days=7), "6000", "kapal pertama")
    deliver(page, start + timedelta(days=14), "9000", "kapal kedua")
    # 21 days of 10 tons a week were promised, 15 tons came.
    balance = page.get_by_text("Dijanjikan 30.000 kg sampai hari ini, terkirim 15.000 kg: kurang 15.000 kg.")
    balance.first.wait_for(timeout=PATIENCE_MS)
    assert page.get_by_text("berakhir dalam 8 minggu").count() >= 1
    charts(page, 1)
    # The food's page says how long it runs and how it stands.
    page.goto(page.url.split("/kerja_sama")[0] + "/pangan?kota=2171&pangan=Cabe%20merah")
    page.get_by_text("kurang 15.000 kg").first.wait_for(timeout=PATIENCE_MS)
    assert clean(page)
