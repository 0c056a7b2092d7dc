"""The balance of a food on the page, the suppliers of today, and what was agreed when."""

from __future__ import annotations

import streamlit as st

from data import by_language
from findings.food import balance as findings
from i18n import _
from ui import widgets
from ui.cards import parts
from wording import food_balance as words
from wording import formats
from wording.deals.sentences import official_lines
from wording.escaping.html import plain


def draw(city: str, good: str, numbers: parts.Numbers, month: str = "") -> None:
    """Draw need, own and surrounding production as bars of one scale; of a `month` its need too."""
    st.header(_("Neraca setahun"))
    st.html(parts.told(html, numbers, city, good, month))


def html(numbers: parts.Numbers, city: str, good: str, month: str = "") -> str:
    """Return the balance as HTML, every text escaped."""
    balance = findings.balance(city, good)
    need = balance.need
    if need is None:
        unknown = _(
            "Kebutuhan belum terdata: tabel Susenas per kota yang dipakai di sini tidak memuat pangan ini."
        )
        inner = [f"<p>{plain(unknown)}</p>"]
    else:
        inner = [
            f'<p style="font-size:32px;font-weight:700;line-height:1.1">{plain(words.amount(need))}</p>',
            f"<p>{plain(words.a_day(need))}{numbers.marks(need.source_ids)}</p>",
        ]
        if month:
            inner.append(f"<p><b>{plain(words.in_month(need, month))}</b></p>")
    inner += [
        f'<p class="kecil">{plain(line.text)}{numbers.marks(list(line.source_ids))}</p>'
        for line in official_lines(balance.official)
    ]
    inner += _bars(balance, numbers)
    inner.append(f'<p class="kecil">{plain(words.around(balance))}{_around_marks(balance, numbers)}</p>')
    return parts.block(*inner)


def _bars(balance: findings.Balance, numbers: parts.Numbers) -> list[str]:
    need, own = balance.need, balance.own
    made = words.made_here(balance)
    if need is None or formats.is_missing(need.ton):
        return [parts.bar(_("Hasil sendiri"), made, None, marks=numbers.marks(own.source_ids))]
    top = max([need.ton, *([own.ton] if own.measured else [])])
    share = own.ton / top if own.measured else None
    return [
        parts.bar(_("Kebutuhan"), words.surveyed(need), need.ton / top, need=True),
        parts.bar(_("Hasil sendiri"), made, share, marks=numbers.marks(own.source_ids)),
    ]


def _around_marks(balance: findings.Balance, numbers: parts.Numbers) -> str:
    return numbers.marks([source for _place, supply in balance.around[:4] for source in supply.source_ids])


def standing(city: str, good: str, numbers: parts.Numbers) -> None:
    """Draw on whom the city depends, and the timeline of what was reported."""
    said = _dependence(city, good)
    if said:
        st.markdown(said)
    timeline = parts.told(history, numbers, city, good)
    if not timeline:
        return
    st.header(_("Yang pernah diberitakan"))
    st.html(timeline)
    st.caption(
        _(
            "Berita menyebut penandatanganan dan pengiriman pertama; realisasi dalam ton hampir tidak "
            "pernah tercatat."
        )
    )


@by_language()
def _dependence(city: str, good: str) -> str:
    return widgets.plain(words.dependence(findings.dependence(city, good), city))


def history(numbers: parts.Numbers, city: str, good: str) -> str:
    """Return what was reported by year as HTML, every text escaped; empty where nothing was."""
    told = findings.history(city, good)
    if not told:
        return ""
    years: dict[str, list[str]] = {}
    for report in told:
        year = str(report.year) if report.year is not None else _("tahun tidak tercatat")
        years.setdefault(year, []).append(f"{plain(words.moment(report))}{numbers.marks([report.source_id])}")
    rows = "".join(
        f"<p><b>{plain(year)}</b> &nbsp; {'; '.join(points)}</p>" for year, points in years.items()
    )
    return parts.block(rows)
