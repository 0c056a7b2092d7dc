"""Workbooks that attack: nothing they do reaches the server; what is parsed is what was measured."""

from __future__ import annotations

import io
import resource
import threading
import time
import zipfile

import pytest
from odd_files import SHEET, STRINGS, part, repacked
from upload_files import INDICATORS, TOTALS, codes, indicator, xlsx_file

from data.reading import apart
from data.reading.limits import Deadline, Unreadable
from data.validation import check

GOOD = xlsx_file([INDICATORS, indicator()])
RELATIONS = "xl/_rels/workbook.xml.rels"
TYPES = "[Content_Types].xml"
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def own_memory() -> int:
    """Most memory this process has held, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def moved(name: bytes, content: bytes) -> bytes:
    """A workbook whose shared strings stand in a part of another name, reached by its relationship."""
    types = part(TYPES).replace(b"/xl/sharedStrings.xml", b"/xl/" + name)
    relations = part(RELATIONS).replace(b"sharedStrings.xml", name)
    return repacked({STRINGS: None, TYPES: types, RELATIONS: relations}, {f"xl/{name.decode()}": content})


def strings(count: int, text: bytes) -> bytes:
    head = b'<?xml version="1.0"?><sst xmlns="' + MAIN + b'">'
    return (
        head + b"<si><t>" + text + b"</t></si>" * 1 + (b"<si><t>" + text + b"</t></si>") * count + b"</sst>"
    )


@pytest.mark.parametrize(
    ("name", "count", "text", "code"),
    [
        (b"strings.dat", 3_000_000, b"x", "too_many_cells"),
        (b"strings.dat", 40_000, b"x" * 2_000, "expands"),
        (b"theme.bin", 2_000_000, b"", "too_many_cells"),
        (b"a%20b.txt", 40_000, b"x" * 2_000, "expands"),
    ],
)
def test_parts_are_measured_whatever_they_are_called(name, count, text, code):
    content = moved(name, strings(count, text))
    assert len(content) < 1_000_000
    before, started = own_memory(), time.monotonic()
    report = check(content, "bom.xlsx", "indicators")
    assert codes(report) == [code]
    assert time.monotonic() - started < 20
    assert own_memory() - before < 100_000_000


def test_a_part_of_another_name_is_read_like_any():
    content = moved(b"teks.dat", part(STRINGS))
    report = check(content, "x.xlsx", "indicators")
    assert report.ok, report.problems
    assert report.frame["value"].tolist() == [4.1]


@pytest.mark.parametrize("number", [b"2000000000", b"1048577", b"99999999999999999999"])
def test_row_numbers_beyond_excel_are_refused_at_once(number):
    for sheet in (
        part(SHEET).replace(b'<row r="2"', b'<row r="' + number + b'"'),
        part(SHEET).replace(b'r="A2"', b'r="A' + number + b'"'),
    ):
        started = time.monotonic()
        assert codes(check(repacked({SHEET: sheet}), "x.xlsx", "indicators"))[0] in ("line_number", "damaged")
        assert time.monotonic() - started < 5


def test_the_last_line_excel_has_is_read():
    sheet = part(SHEET).replace(b'<row r="2"', b'<row r="1048576"')
    for letter in b"ABCDEFG":
        sheet = sheet.replace(b'r="%c2"' % letter, b'r="%c1048576"' % letter)
    report = check(repacked({SHEET: sheet}), "x.xlsx", "indicators")
    assert report.lines == [1_048_576]


def test_a_workbook_that_grows_beyond_the_bound_ends_its_process_only(monkeypatch):
    rows = [TOTALS, *(["1275", str(year), "ADHB", year / 7, f"S{year:04d}"] for year in range(60_000))]
    content = xlsx_file(rows)
    monkeypatch.setattr(apart, "MEMORY", 20_000_000)
    apart.close()
    assert codes(check(content, "x.xlsx", "grdp_totals")) == ["too_much"]
    monkeypatch.undo()
    apart.close()
    assert check(GOOD, "x.xlsx", "indicators").ok


def test_a_workbook_that_takes_too_long_is_refused():
    rows = [TOTALS, *(["1275", str(year), "ADHB", year / 7, "S0021"] for year in range(60_000))]
    content = xlsx_file(rows)
    started = time.monotonic()
    assert codes(check(content, "x.xlsx", "grdp_totals", seconds=0.2)) == ["too_slow"]
    assert time.monotonic() - started < 10


def test_a_process_that_hangs_is_ended_by_the_clock(monkeypatch):
    worker = apart._Worker()
    worker.process.stdin.write(b'{"size": 100, "sheet": null, "seconds": 1}\n')  # and never the file
    monkeypatch.setattr(worker.process.stdin, "write", lambda _content: None, raising=False)
    started = time.monotonic()
    with pytest.raises(Unreadable) as refused:
        worker.ask(b"x", None, 1.0, 0.5)
    assert refused.value.code == "too_slow"
    assert time.monotonic() - started < 5
    assert not worker.alive


def test_a_process_that_dies_is_replaced():
    apart.read_apart(GOOD, Deadline())
    worker = apart._idle.queue[-1]
    worker.process.kill()
    worker.process.wait()
    assert [sheet.name for sheet in apart.read_apart(GOOD, Deadline())] == ["Data"]


def test_no_more_files_are_read_at_once_than_allowed():
    running, most, lock = 0, 0, threading.Lock()
    ask = apart._Worker.ask

    def counted(self, *asked):
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        try:
            return ask(self, *asked)
        finally:
            with lock:
                running -= 1

    apart._Worker.ask = counted
    try:
        reports = []
        threads = [
            threading.Thread(target=lambda: reports.append(check(GOOD, "x.xlsx", "indicators")))
            for _ in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        apart._Worker.ask = ask
    assert [report.ok for report in reports] == [True] * 8
    assert most <= apart.AT_ONCE


def test_who_waits_too_long_is_told(monkeypatch):
    monkeypatch.setattr(apart, "WAIT_FOR_TURN", 0.05)
    held = [apart._turns.acquire() for _ in range(apart.AT_ONCE)]
    try:
        assert codes(check(GOOD, "x.xlsx", "indicators")) == ["busy"]
    finally:
        for _turn in held:
            apart._turns.release()


def test_entities_and_external_targets_reach_nothing():
    doctype = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
    for name in (SHEET, STRINGS, RELATIONS, "xl/workbook.xml", "xl/styles.xml"):
        content = repacked({name: part(name).replace(b"?>", b"?>" + doctype, 1)})
        assert codes(check(content, "x.xlsx", "indicators")) == ["entities"]
    outside = part(RELATIONS).replace(
        b'Target="worksheets/sheet1.xml"', b'Target="http://x/" TargetMode="External"'
    )
    assert codes(check(repacked({RELATIONS: outside}), "x.xlsx", "indicators")) == ["no_sheet"]
    upward = part(RELATIONS).replace(b"worksheets/sheet1.xml", b"../../../../etc/passwd")
    assert codes(check(repacked({RELATIONS: upward}), "x.xlsx", "indicators")) == ["damaged"]


@pytest.mark.parametrize("style", [b"<xf/>" * 300_000, b"<numFmt/>" * 250_000])
def test_styles_are_counted(style):
    content = part("xl/styles.xml").replace(b"<cellXfs", style + b"<cellXfs", 1)
    assert codes(check(repacked({"xl/styles.xml": content}), "x.xlsx", "indicators")) == ["too_many_cells"]


def test_the_worker_answers_every_kind_of_cell():
    import datetime

    rows = [
        ["a"],
        [1],
        [1.5],
        ["x"],
        [True],
        [datetime.datetime(2024, 5, 1, 12)],
        [datetime.date(2024, 5, 1)],
    ]
    rows += [["=1+1"], [0.25]]
    content = xlsx_file(rows, formats={(8, 0): "0%", (5, 0): "yyyy-mm-dd hh:mm"})
    (sheet,) = apart.read_apart(content, Deadline())
    found = [cells[0] for _line, cells in sheet.rows]
    assert found[:5] == ["a", 1, 1.5, "x", True]
    assert found[5] == datetime.datetime(2024, 5, 1, 12)
    assert found[6] == datetime.datetime(2024, 5, 1)
    assert type(found[7]).__name__ == "EmptyFormula"
    assert found[8] == type(found[8])(0.25)
    assert zipfile.is_zipfile(io.BytesIO(content))


def test_checks_wait_for_their_turn_and_are_told_when_it_does_not_come(monkeypatch):
    from data import validation

    monkeypatch.setattr(validation, "WAIT_FOR_TURN", 0.05)
    for _turn in range(validation.CHECKS_AT_ONCE):
        validation._turns.acquire()
    try:
        assert codes(check(b"region_code\n1275\n", "x.csv", "indicators")) == ["busy"]
    finally:
        for _turn in range(validation.CHECKS_AT_ONCE):
            validation._turns.release()
    assert "busy" not in codes(check(b"region_code\n1275\n", "x.csv", "indicators"))
