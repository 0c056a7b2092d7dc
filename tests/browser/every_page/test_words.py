"""What Streamlit writes by itself, opened surface by surface: nothing of it is left in English."""

from __future__ import annotations

import re

import pytest
from driving import wait_idle

ENGLISH = re.compile(
    r"\b(the|and|that|page|file|files|upload|download|search|select|choose|options?|available|results?|"
    r"copy|columns?|sort|hide|format|settings|rerun|print|close|open|heading|fullscreen|theme|light|"
    r"system|browse|limit|remove|clear|add|delete|press|not|must|smaller|previous|next|type to)\b",
    re.IGNORECASE,
)
# Names of things, in any language.
NAMES = re.compile(r"Streamlit|APEKSI|publiccode|Command Center|Smart City|^(Format|Data|Mitra)$")
# Every word Streamlit draws outside the texts of ours: Markdown, own blocks, icons by their ligature.
DRAWN = """() => {
  const ours = 'script, style, noscript, svg, pre, .sk, .stage, .sk-tabel, .stHtml,' +
    '[data-testid=stMarkdownContainer], [data-testid=stIconMaterial],' +
    '[data-testid=stHeading], [data-testid=stCaptionContainer]';
  const found = new Set(), walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const owner = walker.currentNode.parentElement, said = walker.currentNode.textContent.trim();
    if (said && owner && !owner.closest(ours)) found.add(said);
  }
  for (const name of ['aria-label', 'title', 'placeholder'])
    for (const each of document.querySelectorAll(`[${name}]`))
      if (!each.closest('[role=listbox], [data-testid=stMultiSelectTagsContainer]'))
        found.add(each.getAttribute(name).trim());
  return [...found];
}"""


def english(page) -> list[str]:
    page.wait_for_timeout(500)  # the table of words answers what was just drawn
    return [said for said in page.evaluate(DRAWN) if ENGLISH.search(said) and not NAMES.search(said)]


def unknown_page(page) -> None:
    page.get_by_text("Halaman tidak ditemukan").wait_for()


def main_menu(page) -> None:
    page.locator("[data-testid=stMainMenu] button, [data-testid=stMainMenuButton]").first.click()
    page.get_by_text("Cetak", exact=True).wait_for()


def table_search(page) -> None:
    page.locator("[data-testid=stDataFrame]").first.hover()
    page.get_by_label("Cari", exact=True).first.click()
    page.wait_for_timeout(500)


def nothing_found(page) -> None:
    page.locator("[data-testid=stMultiSelect] input").first.fill("zzzz")
    page.get_by_text("Tidak ada yang cocok").first.wait_for()


def wrong_file(page) -> None:
    box = page.locator("input[type=file]").first
    box.set_input_files({"name": "salah.exe", "mimeType": "application/octet-stream", "buffer": b"MZ"})
    page.get_by_text("salah.exe").first.wait_for()


def large_file(page) -> None:
    box = page.locator("input[type=file]").first
    box.set_input_files({"name": "besar.csv", "mimeType": "text/csv", "buffer": b"a;b\n" * 2_000_000})
    page.get_by_text("Berkas paling besar 5 MB.").wait_for()


SURFACES = [
    ("tidak_ada", unknown_page),
    ("", main_menu),
    ("banding?banding=1275,1471", table_search),
    ("banding?banding=1275,1471", nothing_found),
    ("data?bagian=unggah", wrong_file),
    pytest.param("data?bagian=unggah", large_file, marks=pytest.mark.heavy, id="large_file"),
    pytest.param("dampak?kota=1271", lambda page: None, marks=pytest.mark.heavy),
    pytest.param("aplikasi?kota=1271", lambda page: None, marks=pytest.mark.heavy),
    ("peta?kota=1271", lambda page: None),
]


@pytest.mark.parametrize(("path", "open_it"), SURFACES, ids=lambda each: getattr(each, "__name__", each))
def test_nothing_of_streamlit_is_left_in_english(visit, path, open_it):
    page = visit(path)
    open_it(page)
    assert english(page) == []


def test_an_english_word_would_be_seen(visit):
    page = visit("dampak?kota=1271")
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<button title=\"Download all\">x</button>')"
    )
    assert english(page) == ["Download all"]


def test_in_english_streamlit_is_left_alone(visit):
    page = visit("dampak?kota=1271&lang=en")
    wait_idle(page)
    assert page.get_by_label("Main menu").count() == 1


def test_words_of_a_picture_are_of_the_data_and_stay_as_they_are(visit):
    page = visit("banding?banding=1275,1471")
    drawing = page.locator("svg.sk-diam").locator("visible=true").first
    # One that is in the page has another text; one that comes has it already; a button is put into our words.
    drawing.evaluate(
        """each => {
          each.querySelector('text').textContent = 'Search'
          each.after(each.cloneNode(true))
          each.insertAdjacentHTML('afterend', '<button class="uji">Search</button>')
        }"""
    )
    page.locator("button.uji", has_text="Cari").wait_for()
    said = drawing.locator("xpath=..").locator("svg.sk-diam > text:first-of-type").all_text_contents()
    assert said == ["Search", "Search"]
