"""Drafts of agreements: filled, honest about blanks, safe with any text, and openable in LibreOffice."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from docx import Document

import i18n
from data import stages
from data.proposals import Delivery, Proposal, Terms
from data.versioning import versions
from findings.cooperation import proposal_evidence
from reports import drafts
from reports.drafts import reading, tables

PAIR = ("1271", "1471")
TODAY = date(2026, 11, 24)
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
NO_OFFICE = "no LibreOffice on this machine: install Debian's package `libreoffice-writer` to open the drafts"


@pytest.fixture(scope="module")
def proposal() -> Proposal:
    evidence = tuple(proposal_evidence.freeze(kind, PAIR, TODAY) for kind in proposal_evidence.KINDS)
    return Proposal(
        "Pasokan ikan dan replikasi aplikasi",
        PAIR,
        "keduanya",
        "Sibolga memasok ikan; Pekanbaru membutuhkannya.",
        apps=("A025",),
        evidence=evidence,
        contact="Bagian Kerja Sama Setda Kota Sibolga",
        key="KS-007",
        revision=4,
        created="2026-11-01",
    )


def words_of(content: bytes) -> str:
    paper = Document(io.BytesIO(content))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in paper.paragraphs), *cells])


@pytest.mark.parametrize("kind", drafts.KINDS)
def test_a_draft_is_filled_from_the_proposal(kind, proposal):
    words = words_of(drafts.draft(kind, proposal))
    for said in ("KS-007 revisi 4", "Kota Sibolga", "Kota Pekanbaru", "bukan nasihat hukum"):
        assert said in words, said
    frozen = (
        "Sibolga Command Center",
        "Indeks saling melengkapi",
        "Triwulan I 2026",
        f"Edisi data {versions.current_edition()}",
        "Badan Pusat Statistik",
    )
    # The sheet of the inflation team stands on one page: its own figures, no annex.
    for said in frozen if kind != "tpid" else ():
        assert said in words, said
    assert "Potensi" not in words  # no rupiah of sales out of the structure of two economies
    assert "{{" not in words
    assert "[[" not in words


@pytest.mark.parametrize("kind", drafts.KINDS)
def test_what_only_people_decide_stays_a_yellow_blank(kind, proposal):
    paper = Document(io.BytesIO(drafts.draft(kind, replace(proposal, contact=""))))
    yellow = [
        run.text
        for paragraph in paper.paragraphs
        for run in paragraph.runs
        if run.font.highlight_color is not None
    ]
    assert len(yellow) >= 7
    assert all(text.startswith("………") for text in yellow)
    assert not any("Rico" in text or "202" in text for text in yellow)


def test_every_source_of_the_tables_is_listed_once(proposal):
    words = words_of(drafts.draft("kak", proposal))
    numbers = tables.numbered_sources(proposal.evidence)
    assert len(numbers) > 10
    for number, text in numbers.values():
        assert words.count(f"[{number}]\t{text}") == 1


def test_the_chart_is_native_with_its_numbers(proposal):
    archive = zipfile.ZipFile(io.BytesIO(drafts.draft("kak", proposal)))
    names = archive.namelist()
    assert "word/charts/chart1.xml" in names
    assert "word/embeddings/lembar1.xlsx" in names
    chart = archive.read("word/charts/chart1.xml").decode()
    values = [
        float(value)
        for value in re.findall(r"<c:val>.*?</c:val>", chart, re.S)[0].split("<c:v>")[1:]
        for value in [value.split("<")[0]]
    ]
    item = next(each for each in proposal.evidence if each["kind"] == "sektor")
    share = item["columns"].index("contribution")
    assert sorted(values) == pytest.approx(sorted(row[share] for row in item["rows"]))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"burdens": "ya"}, "memerlukan persetujuan DPRD karena"),
        ({"burdens": "tidak", "unbudgeted": "tidak"}, "tidak memerlukan persetujuan DPRD"),
        ({}, "belum ditentukan"),
    ],
)
def test_the_council_stands_there_as_the_answers_say(changes, said, proposal):
    assert said in words_of(drafts.draft("kak", replace(proposal, **changes)))


def test_drafts_are_indonesian_whatever_the_screen_speaks(proposal):
    with i18n.using("en"):
        words = words_of(drafts.draft("penawaran", proposal))
    assert "Dengan hormat" in words
    assert "Pemasok" in words
    assert "Supplier" not in words


@pytest.mark.parametrize(
    "evil",
    [
        "{{sumber}} [[x]] {{tidak_ada}}",
        "<w:p/> & ]]> <script>alert(1)</script>",
        "مرحبا بالعالم שלום \u202e",
        "a\x00b\x0bc\ud800d\uffff",
        "baris\n\nbaris\ttab",
        "x" * 5_000,
        "=cmd|' /C calc'!A0",
    ],
)
@pytest.mark.parametrize("kind", drafts.KINDS)
def test_no_text_breaks_a_draft(kind, evil, proposal):
    odd = replace(proposal, title=evil[:200], subject=evil, contact=evil, other_parties=evil, evidence=())
    words = words_of(drafts.draft(kind, odd))
    if "{{" in evil:
        assert "{{tidak_ada}}" in words  # written as it was typed, never filled in


def test_a_proposal_without_anything_still_makes_an_honest_draft():
    bare = Proposal("Judul", ("1275",), "produk", other_parties="Johor Bahru")
    for kind in drafts.KINDS:
        words = words_of(drafts.draft(kind, bare))
        blank = "kebutuhan sebulan, harga sekarang" if kind == "tpid" else "data pendukung belum dipilih"
        assert blank in words
        assert "belum memuat bukti" in words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# Judul tanpa apa-apa", "tidak memuat isian bukti, nomor_usulan, sumber, versi_data"),
        ("{{rahasia}}", "“rahasia” yang tidak dikenal"),
        ("{{__class__}}", "tidak dikenal"),
        ("Lihat {{bukti}} ini", "harus berdiri sendiri"),
        ("= {{sumber}}", "harus berdiri sendiri"),
    ],
)
def test_a_template_that_cannot_be_used_is_answered_with_a_sentence(text, words, tmp_path, proposal):
    (tmp_path / "draf_kak.txt").write_text(text, encoding="utf-8")
    with pytest.raises(drafts.TemplateError, match=words):
        drafts.draft("kak", proposal, folder=tmp_path)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00\xd8"])
def test_a_template_that_is_not_there_or_no_text(content, tmp_path, proposal):
    if content is not None:
        (tmp_path / "draf_kak.txt").write_bytes(content)
    with pytest.raises(drafts.TemplateError, match="tidak ada atau tidak terbaca"):
        drafts.draft("kak", proposal, folder=tmp_path)


@pytest.mark.parametrize("kind", ["", "../../etc/passwd", "kak/../kak", "surat"])
def test_an_unknown_kind_reads_no_file(kind):
    with pytest.raises(drafts.TemplateError, match="Tidak ada draf"):
        reading.read(kind)


def test_file_names_are_plain(proposal):
    assert drafts.file_name("kak", proposal) == "KS-007_kak_rev4.docx"
    assert drafts.file_name("kak", replace(proposal, key="../x")) == "x_kak_rev4.docx"


def printed(folder: Path, files: list[Path]) -> None:
    """Let LibreOffice print drafts as PDF into the same folder."""
    command = [OFFICE, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, files)], check=True, timeout=240, capture_output=True
    )


@pytest.fixture(scope="module")
def as_pdf(proposal, tmp_path_factory) -> dict[str, str]:
    """Texts of all drafts after LibreOffice opened them and printed them."""
    reader = shutil.which("pdftotext")
    if OFFICE is None or reader is None:
        if os.environ.get("REQUIRE_OFFICE"):
            pytest.fail(NO_OFFICE)
        pytest.skip(NO_OFFICE)
    folder: Path = tmp_path_factory.mktemp("drafts")
    for kind in drafts.KINDS:
        (folder / f"{kind}.docx").write_bytes(drafts.draft(kind, proposal))
    printed(folder, [folder / f"{kind}.docx" for kind in drafts.KINDS])
    texts = {}
    for kind in drafts.KINDS:
        read = subprocess.run(
            [reader, "-layout", folder / f"{kind}.pdf", "-"], check=True, capture_output=True
        )
        texts[kind] = read.stdout.decode()
    return texts


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("kak", "KERANGKA ACUAN KERJA"),
        ("penawaran", "WALI KOTA SIBOLGA"),
        ("kesepakatan", "KESEPAKATAN BERSAMA"),
        ("pks", "PERJANJIAN KERJA SAMA"),
    ],
)
def test_libreoffice_opens_it_and_prints_all_of_it(as_pdf, kind, said):
    text = as_pdf[kind]
    assert said in text
    assert "Indeks saling melengkapi" in text
    assert "Transportasi" in text
    assert "………" in text
    assert "halaman 2" in re.sub(r"\s+", " ", text)
    # The chart is drawn: its axis and legend are on the page.
    assert re.search(r"Sibolga\s*→\s*Pekanbaru", text)


TERMS = Terms(
    good="Cabai merah", volume=5.0, unit="ton", period="minggu", rule="bagi", price=35_000.0, share=25.0,
    market_source="harga harian Pasar Tos 3000", quality="segar, tangkai utuh", loss=5.0, place="gudang BUMD",
    rhythm="setiap Selasa dan Jumat", seller="Koperasi Tani Maju", buyer="PT Pangan Kota", start="2026-01-05",
    end="2028-01-04",
)  # fmt: skip


def test_a_food_agreement_carries_every_term(proposal):
    words = words_of(drafts.draft("pks_pangan", replace(proposal, terms=TERMS)))
    for said in (
        "5 ton per minggu",
        "Harga pokok Rp 35.000 per ton",
        "25 persen dari selisihnya",
        "acuan Rp 52.500, dibayar Rp 39.375",
        "harga harian Pasar Tos 3000",
        "5 persen dari berat",
        "5 Januari 2026",
        "4 Januari 2028",
        "PEMASOK\nKoperasi Tani Maju",
        "PT PANGAN KOTA",
        "Mengetahui,\nWali Kota Sibolga",
    ):
        assert said in words, said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"rule": "tetap"}, "tetap selama masa perjanjian"),
        (
            {"rule": "batas", "floor": 20_000.0, "cap": 45_000.0},
            "paling rendah Rp 20.000 dan paling tinggi Rp 45.000 per ton",
        ),
        ({"rule": "batas", "floor": None, "cap": 45_000.0}, "acuan, paling tinggi Rp 45.000"),
        ({"rule": ""}, "……… (aturan harga)"),
    ],
)
def test_each_price_rule_is_a_clause(changes, said, proposal):
    assert said in words_of(drafts.draft("pks_pangan", replace(proposal, terms=replace(TERMS, **changes))))


def test_the_sheet_of_the_inflation_team_tells_what_was_delivered(proposal):
    one = Delivery("2026-01-12", 900.0, "kg")
    words = words_of(drafts.draft("tpid", replace(proposal, terms=TERMS, deliveries=(one,))))
    assert "0,9 ton dalam 1 pengiriman, terakhir 12 Januari 2026" in words
    assert "dijanjikan sampai hari itu 5,7 ton" in words


def test_only_fitting_drafts_are_offered(proposal):
    assert "pks_pangan" not in drafts.fitting(proposal)
    assert "permintaan_aplikasi" in drafts.fitting(proposal)
    assert "tpid" in drafts.fitting(replace(proposal, terms=TERMS))
    assert "permintaan_aplikasi" not in drafts.fitting(replace(proposal, apps=()))


def test_the_terms_of_reference_tell_the_impact_once_the_terms_are_known(proposal):
    terms = Terms(good="ikan laut", volume=2, unit="ton", period="minggu", price=30_000_000)
    told = words_of(drafts.draft("kak", replace(proposal, terms=terms)))
    # Two tons a week are 104 a year, at Rp 30,000 a kg.
    assert "pembelian senilai Rp 3,12 miliar setahun dari Sibolga menggerakkan kegiatan" in told
    assert "lapangan kerja tidak dihitung" in told
    assert "menggerakkan kegiatan" not in words_of(drafts.draft("kak", proposal))


def test_a_table_too_wide_for_the_sheet_stands_upright_three_rows_side_by_side():
    from reports.drafts import layout

    frame = pd.DataFrame(
        [[f"Kabupaten {row}", *(f"keterangan{column}" for column in range(13))] for row in range(5)],
        columns=["Pemasok", *(f"Kolom panjang {column}" for column in range(13))],
    )
    frame["Kolom panjang 3"] = "–"
    paper = layout.new_paper("Uji", "uji")
    layout.table(paper, frame)
    assert [len(grid.columns) for grid in paper.tables] == [4, 3]
    words = [[cell.text for cell in row.cells] for row in paper.tables[0].rows]
    assert words[0] == ["Pemasok", "Kabupaten 0", "Kabupaten 1", "Kabupaten 2"]
    # Nothing but dashes needs no line.
    assert "Kolom panjang 3" not in {row[0] for row in words}
    assert len(words) == 13


def test_the_letter_says_who_asks_whom_for_what_and_what_is_to_be_agreed():
    words = words_of(drafts.asking.request("A014", "1274", TODAY))
    for said in (
        "Yth. Wali Kota Banda Aceh",
        "Pemerintah Kota Tebing Tinggi memohon kepada Pemerintah Kota Banda Aceh",
        "Permohonan replikasi aplikasi e-Kinerja",
        "aplikasi e-Kinerja (Kota Banda Aceh)",
        "Langsa (2016)",
        "Kode sumber:", "Izin pemakaian:", "Dukungan:", "tanpa data pribadi",
        "usulan yang belum disimpan",
        "Bukti pemakaian",
        "anterokini",
        "Wali Kota Tebing Tinggi",
    ):  # fmt: skip
        assert said in words, said
    # What only people can say is a blank; what nobody recorded is asked for and never made up.
    for blank in ("nomor surat", "lisensi atau surat izin", "jabatan", "cara kerja sekarang"):
        assert f"({blank}" in words, blank
    assert "alamat aplikasi" in words and "kematangan aplikasi" in words
    assert "None" not in words and "nan" not in words.split()


def test_the_letter_tells_a_known_gap_and_never_makes_one_of_silence():
    known = words_of(drafts.asking.request("A120", "1275", TODAY))  # Medan plans a super app
    assert "tercatat merencanakan" in known
    unknown = words_of(drafts.asking.request("A014", "1274", TODAY))
    assert "tercatat merencanakan" not in unknown
    assert "hendak kami perbaiki" in unknown


def test_nobody_asks_itself():
    with pytest.raises(ValueError, match="A014"):
        drafts.asking.request("A014", "1171", TODAY)
    with pytest.raises(KeyError):
        drafts.asking.request("A999", "1171", TODAY)


@pytest.mark.parametrize(
    "city", ["1275", *(pytest.param(each, marks=pytest.mark.heavy) for each in ("1171", "1572", "1871"))]
)
def test_a_letter_can_be_written_for_every_suggestion(city):
    from findings import applications

    for app in applications.adoptions(city).drop_duplicates("service_domain")["app_id"]:
        words = words_of(drafts.asking.request(app, city, TODAY))
        assert "{{" not in words and "[[" not in words
        assert "None" not in words.split()


def food_proposal(buyer: str, maker: str, good: str, /, **terms) -> Proposal:
    evidence = (proposal_evidence.freeze("peluang", (buyer, maker), TODAY),)
    return Proposal(
        "Pangan", (buyer, maker), "produk", terms=replace(TERMS, **terms), origin=(maker, buyer, good),
        evidence=tuple(each for each in evidence if each["rows"]), key="KS-008", revision=2,
        created="2026-11-01",
    )  # fmt: skip


def test_the_sheet_knows_need_prices_and_supplier_with_their_periods_and_sources():
    words = words_of(drafts.draft("tpid", food_proposal("2171", "1209", "cabai_merah")))
    for said in (
        "LEMBAR TPID: CABAI MERAH",
        "344 ton sebulan, 4.131 ton setahun",
        "15 ton sehari (Januari 2023)",
        "Rp 44.775 per kg, naik 9,2% dari bulan sebelumnya",
        "Agustus 2025",
        "neraca belum dapat dihitung",
        "592 km garis lurus, menyeberang laut",
        "harga pokok Rp 35.000 per ton ditambah 25 persen dari kenaikan harga acuan",
        "……… (harga, pasar, tanggal)",
        f"edisi data {versions.current_edition()}",
    ):
        assert said in words, said
    assert "Badan Pangan Nasional" in words
    assert "http" not in words


def test_what_stalled_before_is_told_to_who_signs_next():
    words = words_of(drafts.draft("pks_pangan", food_proposal("1275", "1210", "cabai_merah")))
    assert "pernah terhenti (Kab. Dairi" in words
    assert "minta tambahan 25% dari kenaikan" in words
    assert "454 ton sebulan" in words and "22 ton sehari" in words  # two officials, both told


def test_the_rule_stands_beside_its_clause_and_none_is_called_checked():
    paper = Document(io.BytesIO(drafts.draft("pks_pangan", food_proposal("2171", "1209", "cabai_merah"))))
    lines = [each.text for each in paper.paragraphs]
    for heading, law in (
        ("BARANG, VOLUME, DAN MUTU", "PP 28/2018 Pasal 5 ayat (1)"),
        ("PENGIRIMAN DAN SUSUT", "PP 28/2018 Pasal 2 dan Pasal 6"),
        ("PENCATATAN DAN EVALUASI", "Permendagri 22/2020, nomor pasal belum diketahui"),
    ):
        note = lines[lines.index(heading) + 1]
        assert note.startswith(law)
        assert note.endswith("Belum diperiksa pada naskah resmi.")
    told = "\n".join(lines)
    marks = set(re.findall(r"\[H(\d+)\]", told))
    assert marks == {str(number) for clause in stages.CLAUSES.values() for number in clause.sources}
    assert "scribd" not in told.lower()


def test_the_good_of_the_terms_is_the_object():
    words = words_of(drafts.draft("kak", food_proposal("2171", "1209", "cabai_merah", unit="kg", volume=900)))
    assert "penyediaan cabai merah, 900 kg per minggu" in words
    assert "produk dan/atau aplikasi" not in words


SHEETS = (
    ("1275", "1210", "cabai_merah"),
    ("2171", "1375", "telur_ayam_ras"),
    ("1471", "1305", "bawang_merah"),
    ("1277", "1271", "ikan_laut"),
)


@pytest.mark.skipif(
    OFFICE is None and not os.environ.get("REQUIRE_OFFICE"), reason="the paper is laid out by LibreOffice"
)
def test_the_sheet_of_the_inflation_team_is_one_page(tmp_path):
    files = []
    for number, places in enumerate(SHEETS):
        one = food_proposal(*places, seller="Koperasi Produsen Serba Usaha " * 3, quality="x" * 200)
        files.append(tmp_path / f"lembar{number}.docx")
        files[-1].write_bytes(
            drafts.draft("tpid", replace(one, deliveries=(Delivery("2026-01-12", 900.0, "kg"),)))
        )
    printed(tmp_path, files)
    for file in files:
        pages = subprocess.run(
            ["pdfinfo", file.with_suffix(".pdf")], check=True, capture_output=True
        ).stdout.decode()
        assert re.search(r"Pages:\s+1\n", pages), file.name
