"""Ask the BPS WebAPI for a dynamic table and read its answer. Nothing here is called by a page view."""

from __future__ import annotations

import html
import json
import logging
import re
from dataclasses import dataclass
from itertools import product

import httpx
import pandas as pd
from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception_type,
    stop_after_attempt,
    wait_exponential_jitter,
)

from i18n import _

BASE_URL = "https://webapi.bps.go.id/v1/api"
NATION = "0000"
LARGEST_ANSWER = 60_000_000
LONGEST_WAIT_S = 120.0
FIRST_YEAR = 1900

# It writes the address of every request, and the address holds the key.
logging.getLogger("httpx").setLevel(logging.WARNING)
logging.getLogger("httpcore").setLevel(logging.WARNING)


class BpsError(RuntimeError):
    """BPS did not give what was asked for; says why, never with the key."""


class NotAvailable(BpsError):
    """BPS has no such table, or not for that year."""


class _Passing(BpsError):
    """A failure that may pass: worth another try, `wait_s` seconds later if the server named a time."""

    def __init__(self, message: str, wait_s: float | None = None):
        self.wait_s = wait_s
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Answer:
    """One table of one year.

    Attributes
    ----------
    variable, year
        Number of the variable and the year asked for.
    title, unit, updated
        As BPS writes them; `updated` is its time of last update, empty when it names none.
    rows
        One row a figure: region_code, region, item (label of the derived variable), year, part (label
        of the part of the year), value. Figures BPS leaves out are left out.
    unread
        Figures that are no numbers: the text of each, by its place.
    raw
        The answer as it came, without the key.
    """

    variable: int
    year: int
    title: str
    unit: str
    updated: str
    rows: pd.DataFrame
    unread: dict[str, str]
    raw: bytes


class Client:
    """Fetches tables with retries and backoff.

    Parameters
    ----------
    key
        The personal key of the WebAPI; goes into the address and nowhere else.
    tries, first_wait_s
        How often a failure that may pass is tried again, and how long the first wait is (doubling).
    timeout_s
        Longest silence of the server.
    """

    def __init__(
        self,
        key: str,
        *,
        base_url: str = BASE_URL,
        domain: str = NATION,
        tries: int = 5,
        first_wait_s: float = 1.0,
        timeout_s: float = 60.0,
    ):
        if not re.fullmatch(r"[0-9A-Za-z_-]{1,128}", key):
            raise BpsError(_("Kunci WebAPI BPS tidak ada atau salah bentuk; isi BPS_API_KEY."))
        if not re.fullmatch(r"\d{4}", domain):
            raise BpsError(_("Domain BPS terdiri atas empat angka, misalnya 0000 atau 1275."))
        self._key = key
        self._base = base_url.rstrip("/")
        self._domain = domain
        self._tries = tries
        self._grown = wait_exponential_jitter(
            multiplier=first_wait_s, max=LONGEST_WAIT_S, jitter=first_wait_s
        )
        self._http = httpx.Client(timeout=timeout_s, follow_redirects=True)

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_error: object) -> None:
        self._http.close()

    def years(self, variable: int) -> list[int]:
        """Return the years BPS has the variable for, oldest first. Raises BpsError."""
        answer, _raw = self._ask(f"model/th/lang/ind/domain/{self._domain}/var/{int(variable)}")
        try:
            return sorted(
                int(row["th"]) for row in answer["data"][1] if re.fullmatch(r"\d{4}", str(row["th"]))
            )
        except (KeyError, IndexError, TypeError) as error:
            raise BpsError(_("Daftar tahun variabel {var} tidak terbaca.").format(var=variable)) from error

    def fetch(self, variable: int, year: int) -> Answer:
        """Return the table of `variable` for `year`.

        Raises
        ------
        NotAvailable
            If BPS has none.
        BpsError
            If it refuses the key, does not answer after all tries or answers in another form.
        """
        path = f"model/data/lang/ind/domain/{self._domain}/var/{int(variable)}/th/{int(year) - FIRST_YEAR}"
        answer, raw = self._ask(path)
        try:
            return _read(int(variable), int(year), answer, raw)
        except (KeyError, IndexError, TypeError, AttributeError) as error:
            raise BpsError(
                _("Jawaban BPS untuk variabel {var} tahun {year} tidak berbentuk tabel dinamis.").format(
                    var=variable, year=year
                )
            ) from error

    def _ask(self, path: str) -> tuple[dict, bytes]:
        retrying = Retrying(
            retry=retry_if_exception_type(_Passing),
            stop=stop_after_attempt(self._tries),
            wait=self._wait,
            reraise=True,
        )
        return retrying(self._once, path)

    def _wait(self, state: RetryCallState) -> float:
        named = getattr(state.outcome and state.outcome.exception(), "wait_s", None)
        grown = self._grown(state)
        return min(named if named is not None else grown, LONGEST_WAIT_S)

    def _once(self, path: str) -> tuple[dict, bytes]:
        try:
            response = self._http.get(f"{self._base}/list/{path}/key/{self._key}/")
        except httpx.TimeoutException:
            raise _Passing(_("BPS tidak menjawab dalam waktu yang diberikan.")) from None
        except httpx.HTTPError as error:
            # Their text may hold the address, and with it the key.
            reason = type(error).__name__
            raise _Passing(_("Sambungan ke BPS gagal ({reason}).").format(reason=reason)) from None
        status = response.status_code
        if status == httpx.codes.TOO_MANY_REQUESTS or status >= httpx.codes.INTERNAL_SERVER_ERROR:
            wait_s = response.headers.get("retry-after", "")
            raise _Passing(
                _("BPS menjawab dengan galat {status}.").format(status=status),
                float(wait_s) if wait_s.isdigit() else None,
            )
        if status in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
            raise BpsError(_("BPS menolak kunci (galat {status}).").format(status=status))
        if status != httpx.codes.OK:
            raise BpsError(_("BPS menjawab dengan galat {status}.").format(status=status))
        raw = response.content.replace(self._key.encode(), b"***")
        if len(raw) > LARGEST_ANSWER:
            raise BpsError(_("Jawaban BPS terlalu besar."))
        try:
            answer = json.loads(raw)
        except ValueError:
            # A maintenance page: HTML under status 200.
            raise _Passing(_("BPS menjawab dengan halaman, bukan data; mungkin sedang dirawat.")) from None
        return self._accepted(answer), raw

    def _accepted(self, answer: object) -> dict:
        if not isinstance(answer, dict) or answer.get("status") != "OK":
            said = _clean(answer.get("message", "")) if isinstance(answer, dict) else ""
            raise BpsError(_("BPS menolak permintaan: {said}").format(said=said[:200] or "–"))
        if answer.get("data-availability") != "available":
            raise NotAvailable(_("BPS tidak memiliki tabel itu untuk tahun tersebut."))
        return answer


def _read(variable: int, year: int, answer: dict, raw: bytes) -> Answer:
    described = answer["var"][0]
    regions, items, years, parts = (
        _labels(answer.get(name)) for name in ("vervar", "turvar", "tahun", "turtahun")
    )
    content = dict(answer["datacontent"] or {})
    rows, unread = [], {}
    for (region, name), (item, item_name), (at, at_name), (part, part_name) in product(
        regions, items, years, parts
    ):
        key = f"{region}{variable}{item}{at}{part}"
        if key not in content:
            continue
        value = _number(content.pop(key))
        if isinstance(value, str):
            unread[f"{name}, {item_name}, {at_name} {part_name}".strip()] = value
        elif value is not None:
            rows.append((region, name, item_name, at_name, part_name, value))
    if content:
        raise BpsError(
            _("{count} angka dalam jawaban BPS tidak dapat ditempatkan; tabelnya tidak dipakai.").format(
                count=len(content)
            )
        )
    columns = ["region_code", "region", "item", "year", "part", "value"]
    return Answer(
        variable,
        year,
        _clean(described["label"]),
        _clean(described.get("unit", "")),
        str(answer.get("last_update") or ""),
        pd.DataFrame(rows, columns=columns),
        unread,
        raw,
    )


def _labels(dimension: list[dict] | None) -> list[tuple[str, str]]:
    return [(str(each["val"]), _clean(each["label"])) for each in dimension or [{"val": "", "label": ""}]]


def _clean(label: object) -> str:
    """Return a label without the markup BPS puts into some."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", str(label)))).strip()


def _number(value: object) -> float | str | None:
    """Return a figure; None for an absent one, the text itself when it is no number."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value)
    written = str(value).strip()
    if written in ("", "-", "--", "...", "…", "NA", "N/A"):
        return None
    # "1,5" or "1.234"? Not ours to guess.
    return float(written) if re.fullmatch(r"-?\d+(\.\d+)?", written) else written
