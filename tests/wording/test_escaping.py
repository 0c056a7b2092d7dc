"""Text of the data is never taken for an instruction, in any medium."""

from __future__ import annotations

import html as standard
import io
import string

import docx
import pptx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.sourcing.addresses import web_address
from wording.cutting import short
from wording.escaping import chart, html, markdown, paper

HOSTILE = [
    "[klik](https://jahat.example)",
    "![x](https://jahat.example/x.png)",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "$x^2$ dan $$y$$",
    ":red[merah] :material/home: :smile:",
    "**tebal** _miring_ ~~coret~~ `kode`",
    "# judul",
    "1. daftar",
    "> kutipan",
    "Judul\n===",
    "    kode menjorok",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "https://jahat.example/a?b=c",
    "www.jahat.example",
    "orang@jahat.example",
    "&lt;b&gt; &copy;",
    "<-- a --> b",
    "[^1]: catatan",
    "%{customdata[0]} %{x}",
    "=HYPERLINK(1)",
    "\u202egnipplf\u202c",
    "nul\0 bel\x07",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_keeps_every_sign_as_it_is(text):
    escaped = markdown.plain(text)
    # What a reader sees: the text without its escapes and without the invisible joiner.
    seen = escaped.replace("\\\\", "\0").replace("\\", "").replace("\0", "\\").replace(markdown.JOINER, "")
    expected = "\n".join(line.strip() for line in text.split("\n"))
    assert seen == "".join(each for each in expected if each not in "\0\x07\u202e\u202c")
    for position, sign in enumerate(escaped):
        if sign in markdown.SIGNS - {"\\"}:
            assert escaped[position - 1] == "\\"


@given(st.text(string.punctuation + "abc 1\n"))
def test_no_sign_of_markdown_is_left_alone(text):
    rest = markdown.plain(text).replace("\\\\", "")
    alone = [
        sign for at, sign in enumerate(rest) if sign in markdown.SIGNS - {"\\"} and rest[at - 1 : at] != "\\"
    ]
    assert not alone


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://bps.go.id/a?b=1&c=2#d", "https://bps.go.id/a?b=1&c=2#d"),
        ("http://bps.go.id/a b", None),
        ("https://x.id/(a)[b]", "https://x.id/%28a%29%5Bb%5D"),
        ("https://x.id/é", "https://x.id/%C3%A9"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//x.id", None),
        ("https://", None),
        ("https://[", None),
        ("https://x.id:99999", None),
        ("https://bps.go.id@jahat.example", None),
        ("katalog 1101001", None),
        (None, None),
        (float("nan"), None),
    ],
)
def test_only_addresses_of_the_web_are_linked(address, safe):
    assert web_address(address) == safe
    if safe is None:
        assert markdown.link("a]b", address) == "a\\]b"
    else:
        assert markdown.link("a]b", address) == f"[a\\]b]({safe})"


@given(st.text())
def test_html_reads_back_as_written(text):
    escaped = html.plain(text)
    assert not set("<>\"'") & set(escaped)
    assert standard.unescape(escaped) == standard.unescape(html.plain(standard.unescape(escaped)))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_chart_reads_no_markup_and_no_template(text):
    escaped = chart.plain(text)
    assert not set("<>$\n") & set(escaped)
    assert "%{" not in escaped


@pytest.mark.parametrize("text", [*HOSTILE, "\ufffe\uffff", "a" * 5000, "\ud800"])
def test_paper_takes_anything(text):
    written = paper.plain(text)
    document, slides = docx.Document(), pptx.Presentation()
    document.add_paragraph(written)
    slides.slides.add_slide(slides.slide_layouts[5]).shapes.title.text = written
    for made, read in ((document, docx.Document), (slides, pptx.Presentation)):
        file = io.BytesIO()
        made.save(file)
        read(io.BytesIO(file.getvalue()))


@given(st.text(), st.integers(2, 80))
def test_cut_texts_are_short_enough_and_say_so(text, most):
    cut = short(text, most)
    assert len(cut) <= most
    whole = " ".join(text.split())
    assert whole.startswith(cut) or cut.endswith("…")


def test_cuts_at_a_word():
    assert short("Kota Padang Panjang Timur", 15) == "Kota Padang…"
    assert short("x" * 30, 10) == "x" * 9 + "…"
