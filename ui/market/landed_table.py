"""The table of landed prices: a bar in each row, the price here as a line through all of them."""

from __future__ import annotations

import pandas as pd

from i18n import _
from wording import formats
from wording import prices as words
from wording.escaping.html import plain
from wording.names import city_name, place_name

YEAR = 12
STYLE = """<style>
.harga-sampai{border-collapse:collapse;width:100%;font-size:16px;font-variant-numeric:tabular-nums}
.harga-sampai th{font-weight:400;opacity:.8;text-align:left;padding:2px 8px}
.harga-sampai td{padding:3px 8px;border-top:1px solid rgba(128,140,138,.35)}
.harga-sampai .angka{text-align:right;white-space:nowrap}
.harga-sampai td:first-child{white-space:nowrap}
.harga-sampai .bilah{position:relative;height:14px;min-width:120px}
.harga-sampai .bilah i{position:absolute;top:0;bottom:0;left:0;background:#0B6E69}
.harga-sampai .bilah u{position:absolute;top:0;bottom:0;
background:repeating-linear-gradient(45deg,#0B6E69 0 3px,rgba(11,110,105,.25) 3px 7px)}
.harga-sampai .bilah b{position:absolute;top:-4px;bottom:-4px;width:2px;background:currentColor}
.gulung{overflow-x:auto}
</style>"""


def html(city: str, table: pd.DataFrame, exists: dict[str, str], *, of_months: int = YEAR) -> str:
    """Return the table as HTML, every text escaped; the cheapest on arrival first, then by price there.

    Parameters
    ----------
    table
        From :func:`findings.food.prices.landed`, with ``made``: what the supplier is known to make, in words.
    exists
        Supplier -> what exists between the two, in words.
    of_months
        Months a whole mean is made of; a mean of fewer says so.
    """
    rows = table.sort_values(["landed", "price"], na_position="last")
    top = pd.concat([rows["landed"], rows["price"], rows["here"]]).max()
    top = 1.0 if pd.isna(top) or top == 0 else float(top)
    heads = (
        (_("Pemasok"), ""), (_("Harga di sana"), "angka"), (_("harga | ongkos, susut | garis: di sini"), ""),
        (_("Sampai di {city}").format(city=city_name(city)), "angka"), (_("Lebih murah"), "angka"),
        (_("Jarak"), "angka"), (_("Hasil"), ""), (_("Kerja sama"), ""),
    )  # fmt: skip
    head = "".join(f'<th class="{kind}">{plain(text)}</th>' for text, kind in heads)
    body = "".join(_row(code, row, top, exists[code], of_months) for code, row in rows.iterrows())
    return (
        f'{STYLE}<div class="gulung" tabindex="0"><table class="harga-sampai"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _row(code: str, row: pd.Series, top: float, exists: str, of_months: int) -> str:
    missing = _("belum terdata")
    price = plain(missing if pd.isna(row["price"]) else words.money(row["price"]))
    if not pd.isna(row["price"]) and row["months"] < of_months:
        price += f"<br><small>{plain(_('{count} bulan').format(count=row['months']))}</small>"
    landed = _("isi ongkos") if pd.isna(row["landed"]) else words.money(row["landed"])
    if pd.isna(row["price"]):
        landed = formats.MISSING
    way = formats.MISSING if pd.isna(row["km"]) else f"{formats.number(row['km'])} km"
    if row["ring"]:
        way = _("mengelilingi kota")
    elif row["sea"]:
        way += _(", laut")
    cells = (
        ("", f"<b>{plain(place_name(code))}</b>"),
        ("angka", price),
        ("", _bar(row, top)),
        ("angka", f"<b>{plain(landed)}</b>"),
        ("angka", plain(_cheaper(row))),
        ("angka", plain(way)),
        ("", plain(row["made"])),
        ("", plain(exists)),
    )
    return "<tr>" + "".join(f'<td class="{kind}">{text}</td>' for kind, text in cells) + "</tr>"


def _cheaper(row: pd.Series) -> str:
    value = row["gap"] if pd.isna(row["landed"]) else row["cheaper"]
    if pd.isna(value):
        return formats.MISSING
    if value < 0:
        return _("lebih mahal {amount}").format(amount=words.money(-value))
    return words.money(value)


def _bar(row: pd.Series, top: float) -> str:
    if pd.isna(row["price"]):
        return ""
    there, here = 100 * row["price"] / top, 100 * row["here"] / top
    extra = 0.0 if pd.isna(row["landed"]) else 100 * (row["landed"] - row["price"]) / top
    parts = (
        f'<i style="width:{there:.1f}%"></i>',
        f'<u style="left:{there:.1f}%;width:{extra:.1f}%"></u>',
        f'<b style="left:{min(here, 99.5):.1f}%"></b>',
    )
    return f'<div class="bilah" aria-hidden="true">{"".join(parts)}</div>'
