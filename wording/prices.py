"""Prices in sentences: what a food costs here, beside the neighbours, and where it comes cheaper."""

from __future__ import annotations

import pandas as pd

from i18n import _
from wording import formats
from wording.names import city_name
from wording.phrases import lower_first


def money(value: float | None) -> str:
    """A price in whole rupiah: ``Rp 44.775``."""
    return formats.MISSING if formats.is_missing(value) else f"Rp {formats.number(value)}"


def per(unit: str) -> str:
    """The unit of a price without its currency: ``rupiah/kg`` -> ``kg``."""
    return unit.removeprefix("rupiah/")


def now(city: str, food: str, unit: str, line: pd.DataFrame) -> str:
    """Say what a food costs in the city, when that was, and how the neighbours stand.

    Parameters
    ----------
    line
        From :func:`findings.prices.line`.
    """
    known = line["price"].dropna()
    if known.empty:
        return _("Harga {food} di {city} belum terdata.").format(food=lower_first(food), city=city_name(city))
    month, price = known.index[-1], known.iloc[-1]
    said = _("{food} di {city} {price} per {unit} ({month}).").format(
        food=food, city=city_name(city), price=money(price), unit=per(unit), month=formats.period(month)
    )
    row = line.loc[month]
    if row["count"] == 0:
        return said + " " + _("Harga daerah terdekat bulan itu belum terdata.")
    pattern = _("Di {count} daerah terdekat {low} sampai {high}.")
    if row["low"] == row["high"]:
        pattern = _("Di {count} daerah terdekat {low}.")
    beside = pattern.format(count=int(row["count"]), low=money(row["low"]), high=money(row["high"]))
    return f"{said} {beside}"


def headline(city: str, food: str, table: pd.DataFrame) -> str:
    """Say between which bounds a food is dearer here than at its possible suppliers, before any freight.

    Parameters
    ----------
    table
        From :func:`findings.prices.offers`, or :func:`findings.prices.landed` with the user's rates.
    """
    place = city_name(city)
    after = "cheaper" in table and table["cheaper"].notna().any()
    gaps = (table["cheaper"] if after else table["gap"]).dropna()
    if gaps.empty:
        return _("Harga {food} di {city} dan di calon pemasok belum dapat disandingkan").format(
            food=lower_first(food), city=place
        )
    dearer = gaps[gaps > 0]
    if dearer.empty:
        pattern = (
            _("Sesudah ongkos dan susut, tidak ada calon pemasok yang lebih murah bagi {city}")
            if after
            else _("{food} di {city} tidak lebih mahal daripada di calon pemasok yang tercatat")
        )
        return pattern.format(food=food, city=place)
    low, high = dearer.min(), dearer.max()
    bounds = (
        money(high) if len(dearer) == 1 else _("{low} sampai {high}").format(low=money(low), high=money(high))
    )
    pattern = (
        _("{food} sampai di {city} masih lebih murah {bounds} dari {count} calon pemasok")
        if after
        else _("{food} di {city} lebih mahal {bounds} daripada di {count} calon pemasok, sebelum ongkos")
    )
    return pattern.format(food=food, city=place, bounds=bounds, count=len(dearer))


def season(table: pd.DataFrame) -> str:
    """Say which months are usually dear and which cheap; that it is not known with too few years.

    Parameters
    ----------
    table
        From :func:`findings.prices.season`.
    """
    years = int(table["years"].iloc[0])
    if table["index"].isna().all():
        return _("Musim harga belum dapat dibaca: kurang dari dua tahun lengkap tercatat.")
    dear, cheap = int(table["index"].idxmax()), int(table["index"].idxmin())
    said = _(
        "Rata-rata {years} tahun: paling mahal {dear} ({high} di atas rata-rata setahun), "
        "paling murah {cheap}."
    )
    said = said.format(
        years=years, dear=month_name(dear), cheap=month_name(cheap),
        high=formats.percent(table.at[dear, "index"] - 1, 0),
    )  # fmt: skip
    # Where each year has its own dear months, the mean of the years is no season.
    if table.at[dear, "low"] < 1:
        said += " " + _("Tidak setiap tahun begitu: bulan itu juga pernah lebih murah dari rata-rata.")
    return said


def month_name(number: int) -> str:
    """Name of a calendar month, 1..12."""
    return formats.month(number)


def rise(row) -> str:
    """Say how a price rose in a month; `row` of :func:`findings.prices.rises`."""
    return _("{food} {price}, naik {change} dalam sebulan ({month})").format(
        food=row.commodity, price=money(row.price), change=formats.percent(row.change, 0),
        month=formats.period(row.period),
    )  # fmt: skip
