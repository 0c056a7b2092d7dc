"""Every sentence the code writes has its English, once, with the same placeholders; none is left over."""

from __future__ import annotations

import ast
import io
import json
import re
import string
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

import i18n

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("analysis", "data", "findings", "pages", "reports", "ui", "wording")
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
FILES = sorted((ROOT / "locale" / "en" / "LC_MESSAGES").glob("*.po"))


@cache
def written() -> dict[str | tuple[str, str], str]:
    """Sentence (or pair of singular and plural) -> the place it is written at."""
    found = {}
    paths = [*ROOT.glob("*.py"), *(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))]
    for path in paths:
        for line, message, _, _ in extract_from_file("python", path, keywords=KEYWORDS):
            found.setdefault(message, f"{path.relative_to(ROOT)}:{line}")
        for line, message in within_f_strings(path.read_text(encoding="utf-8")):
            found.setdefault(message, f"{path.relative_to(ROOT)}:{line}")
    return found | dict.fromkeys(steps(), "data/facts/steps.json")


def within_f_strings(source: str) -> list[tuple[int, str]]:
    """Sentences asked for inside an f-string, which up to Python 3.11 is one token to Babel."""
    return [
        (call.lineno, call.args[0].value)
        for text in ast.walk(ast.parse(source))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in KEYWORDS
        and call.args
        and isinstance(call.args[0], ast.Constant)
    ]


def steps() -> set[str]:
    """Texts of the steps of cooperation, kept in a data file and translated like any sentence."""
    told = json.loads((ROOT / "data" / "facts" / "steps.json").read_text(encoding="utf-8"))
    words = ("title", "who", "documents", "todo", "unverified", "text")
    texts = (
        each.get(word, ()) for part in ("stages", "ends", "points") for each in told[part] for word in words
    )
    return {text for each in texts for text in ([each] if isinstance(each, str) else each)}


@cache
def translated() -> dict[str, str | tuple[str, ...]]:
    return {
        message.id[0] if isinstance(message.id, tuple) else message.id: message.string
        for message in i18n.read_catalogue("en")
        if message.id
    }


def first(message) -> str:
    return message[0] if isinstance(message, tuple) else message


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_nothing_is_untranslated():
    missing = {}
    for message, place in written().items():
        english = translated().get(first(message))
        if not english or (isinstance(english, tuple) and not all(english)):
            missing[first(message)] = place
    assert not missing, f"{len(missing)} without English, e.g. {list(missing.items())[:5]}"


def test_a_sentence_inside_an_f_string_is_found():
    source = """say = f'<p class="kecil">{plain(_("dua sumber"))}</p>'"""
    assert within_f_strings(source) == [(1, "dua sumber")]


def test_no_translation_is_left_over():
    known = {first(message) for message in written()}
    left = [message for message in translated() if message not in known]
    assert not left, f"{len(left)} entries nobody writes, e.g. {left[:5]}"


def test_placeholders_agree():
    wrong = []
    for message in written():
        english = translated().get(first(message), "")
        texts = english if isinstance(english, tuple) else (english,)
        originals = message if isinstance(message, tuple) else (message,)
        wanted = set().union(*(placeholders(text) for text in originals))
        wrong += [first(message) for text in texts if text and not placeholders(text) <= wanted]
        if not isinstance(message, tuple) and english and placeholders(english) != wanted:
            wrong.append(message)
    assert not wrong, wrong[:5]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_catalogue_file_is_whole(path: Path):
    with path.open("rb") as file:
        messages = [message for message in read_po(file, locale="en") if message.id]
    assert not [message.id for message in messages if message.fuzzy]


def test_same_sentence_is_translated_once():
    seen: dict[str, tuple[str, object]] = {}
    for path in FILES:
        with path.open("rb") as file:
            for message in read_po(io.BytesIO(file.read()), locale="en"):
                if message.id:
                    key = first(message.id)
                    assert key not in seen or seen[key][1] == message.string, (key, path.stem, seen[key][0])
                    seen[key] = (path.stem, message.string)


def test_no_sentence_is_an_f_string():
    marked = re.compile(r"\b(?:_|N_)\(\s*f[\"']")
    paths = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")]
    assert not [str(path) for path in paths if marked.search(path.read_text(encoding="utf-8"))]


def test_language_in_force():
    assert i18n.language() == "id"
    with i18n.using("en"):
        assert i18n._("Beranda") == "Home"
        with i18n.using("id"):
            assert i18n._("Beranda") == "Beranda"
    assert i18n._("") == ""
