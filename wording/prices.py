"""Prices in sentences: what a food costs here and beside the neighbours, when it is dear, how it rises."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis import deals as rules
from i18n import _
from wording import formats
from wording.names import city_name, place_name, word
from wording.phrases import lower_first, upper_first
from wording.sources import source_text

MOST_NAMED = 2
MOST_PASSED = 5
LEAST_SEASON = 0.03  # a dearest month nearer to the mean than this is no season to plan by


def money(value: float | None) -> str:
    """A price in whole rupiah: ``Rp 44.775``."""
    return formats.MISSING if formats.is_missing(value) else f"Rp {formats.number(value)}"


def per(unit: str) -> str:
    """The unit of a price without its currency: ``rupiah/kg`` -> ``kg``."""
    return unit.removeprefix("rupiah/")


def level(market: str) -> str:
    """Name of a market level: ``Harga konsumen``, ``Pasar tradisional``."""
    return word("market", market)


def now(city: str, food: str, unit: str, line: pd.DataFrame, year: Sequence[str] = ()) -> str:
    """Say what a food costs in the city, when that was, its mean of a year, and how the neighbours stand.

    The newest month and the mean of a year are two questions: suppliers are compared by the mean, so both
    stand in one sentence, each with its time.

    Parameters
    ----------
    line
        From :func:`findings.food.prices.line`.
    year
        The months of the mean, as of :func:`findings.price_series.newest_year`; too few with a price: none.
    """
    known = line["price"].dropna()
    if known.empty:
        return _("Harga {food} di {city} belum terdata.").format(food=lower_first(food), city=city_name(city))
    month, price = known.index[-1], known.iloc[-1]
    said = _("{food} di {city} {price} per {unit} ({month}).").format(
        food=food, city=city_name(city), price=money(price), unit=per(unit), month=formats.period(month)
    )
    in_year = known.reindex(list(year)).dropna()
    if len(in_year) >= rules.COMMON_MONTHS:
        mean = _("Rata-rata {first} sampai {last}: {price}.")
        said += " " + mean.format(
            first=formats.period(year[0]), last=formats.period(year[-1]), price=money(in_year.mean())
        )
    row = line.loc[month]
    if row["count"] == 0:
        return said + " " + _("Harga daerah terdekat bulan itu belum terdata.")
    pattern = _("Di {count} daerah terdekat pada {month} {low} sampai {high}.")
    if row["low"] == row["high"]:
        pattern = _("Di {count} daerah terdekat pada {month} {low}.")
    beside = pattern.format(
        count=int(row["count"]), low=money(row["low"]), high=money(row["high"]), month=formats.period(month)
    )
    return f"{said} {beside}"


def of_year(said: str, table: pd.DataFrame, year: Sequence[str]) -> str:
    """A headline on the prices of `table` with the years of their mean; as it is where none are compared."""
    if table["gap"].isna().all() or not len(year):
        return said
    first, last = year[0][:4], year[-1][:4]
    return _("{said} (rata-rata {years})").format(
        said=said, years=first if first == last else f"{first}–{last}"
    )


def headline(city: str, food: str, table: pd.DataFrame, *, near: bool = False) -> str:
    """Say whether a food is dearer here than at its possible suppliers: before freight, or on arrival.

    A difference below 5% is none: retail prices of two markets differ by as much on one day.

    Parameters
    ----------
    table
        From :func:`findings.food.prices.offers`, or :func:`findings.food.prices.landed` with the rates.
    near
        Whether the places are only the nearest, and no supplier is known.
    """
    after = "cheaper" in table and table["cheaper"].notna().any()
    table = table.dropna(subset=["cheaper" if after else "gap"])
    if table.empty:
        return _("Harga {food} di {city} dan di calon pemasok belum dapat disandingkan").format(
            food=lower_first(food), city=city_name(city)
        )
    gaps = table["cheaper" if after else "gap"]
    verdict = [rules.price_verdict(here - gap, here) for here, gap in zip(table["here"], gaps, strict=True)]
    cheaper = gaps[[each == rules.YES for each in verdict]]
    same = [each == rules.UNKNOWN for each in verdict]
    if len(cheaper) == len(gaps) or len(cheaper) > 1:
        pattern = (
            _("{food} sampai di {city} masih lebih murah {bounds} dari {who}")
            if after
            else _("{food} di {city} lebih mahal {bounds} daripada di {who}, sebelum ongkos")
        )
    elif len(cheaper):
        pattern = (
            _("{food} sampai di {city} masih lebih murah {bounds} hanya dari {who}")
            if after
            else _(
                "Dari {all}, hanya di {who} {food} lebih murah {bounds} daripada di {city}, sebelum ongkos"
            )
        )
    elif all(same):
        pattern = (
            _("{food} sampai di {city} kira-kira seharga di sini, dari mana pun: bedanya di bawah 5%")
            if after
            else _("Harga {food} di {city} setara dengan di {who}: bedanya di bawah 5%")
        )
    else:
        pattern = (
            _("Sesudah ongkos dan susut, tidak ada calon pemasok yang lebih murah bagi {city}")
            if after
            else _("{food} di {city} lebih murah daripada di {who}, atau bedanya di bawah 5%")
            if any(same)
            else _("{food} di {city} lebih murah daripada di {who}")
        )
    unit = per(table["unit"].iloc[0]) or "kg"
    said = pattern.format(
        food=lower_first(food), city=city_name(city), bounds=_bounds(cheaper, unit),
        who=_who(list(cheaper.index if len(cheaper) else gaps.index), near), all=_count(len(gaps), near),
    )  # fmt: skip
    return upper_first(said)


def _bounds(gaps: pd.Series, unit: str) -> str:
    if gaps.empty:
        return ""
    low, high = gaps.min(), gaps.max()
    said = money(high)
    if len(gaps) > 1:
        said = _("{low} sampai {high}").format(low=money(low), high=money(high))
    return _("{amount} per {unit}").format(amount=said, unit=unit)


def _who(codes: list[str], near: bool) -> str:
    """The places by name, up to two; more of them are counted."""
    if len(codes) <= MOST_NAMED:
        return formats.listing([place_name(code) for code in codes])
    return _count(len(codes), near)


def _count(places: int, near: bool) -> str:
    pattern = _("{count} daerah terdekat") if near else _("{count} calon pemasok")
    return pattern.format(count=places)


def season(table: pd.DataFrame) -> str:
    """Say which months are usually dear and which cheap; that it is not known with too few years.

    Parameters
    ----------
    table
        From :func:`findings.food.prices.season`.
    """
    years = int(table["years"].iloc[0])
    if table["index"].isna().all():
        return _("Musim harga belum dapat dibaca: kurang dari dua tahun lengkap tercatat.")
    dear, cheap = int(table["index"].idxmax()), int(table["index"].idxmin())
    above = table.at[dear, "index"] - 1
    if above < LEAST_SEASON:
        pattern = _(
            "Hampir tanpa musim: rata-rata {years} tahun, bulan termahal ({dear}) hanya {high} di atas "
            "rata-rata setahun."
        )
    elif table.at[dear, "low"] < 1:
        # Where each year has its own dear months, the mean of the years is no season.
        pattern = _(
            "Musimnya tidak tetap: rata-rata {years} tahun paling mahal {dear} ({high} di atas rata-rata "
            "setahun) dan paling murah {cheap}, tetapi {dear} juga pernah lebih murah dari rata-rata."
        )
    else:
        pattern = _(
            "Rata-rata {years} tahun: paling mahal {dear} ({high} di atas rata-rata setahun), "
            "paling murah {cheap}."
        )
    return pattern.format(
        years=years, dear=month_name(dear), cheap=month_name(cheap), high=formats.percent(above, 0)
    )


def month_name(number: int) -> str:
    """Name of a calendar month, 1..12."""
    return formats.month(number)


def months_that_pay(place: str, short: tuple[str, ...], months: int) -> str:
    """Say in how many of the `months` a supplier's price pays for the way, and in which it does not."""
    name = place_name(place)
    if not short:
        return _("{place}: semua {months} bulan").format(place=name, months=months)
    if len(short) == months:
        return _("{place}: tidak satu pun dari {months} bulan").format(place=name, months=months)
    return _("{place}: {count} dari {months} bulan; tidak pada {list}").format(
        place=name,
        count=months - len(short),
        months=months,
        list=formats.listing([formats.period(each) for each in short]),
    )


def share(value: float) -> str:
    """A share with at most one decimal: ``10%``, ``2,5%``."""
    return f"{formats.number(100 * value, 1)}%"


def rise(row, unit: str) -> str:
    """Say how a price rose in a month; `row` of :func:`findings.food.prices.rises`, `unit` of its food."""
    return _("{food} {price} per {unit}, naik {change} dalam sebulan ({month})").format(
        food=word("price_commodity", row.commodity), price=money(row.price), unit=per(unit),
        change=formats.percent(row.change, 0), month=formats.period(row.period),
    )  # fmt: skip


def beside_threshold(change: float, limit: float, month: str) -> str:
    """Say how the newest change of a price stands to the threshold; both shares."""
    if change > limit:
        pattern = _("Terlampaui: naik {change} pada {month}.")
    elif change >= 0:
        pattern = _("Belum terlampaui: naik {change} pada {month}.")
    else:
        pattern = _("Belum terlampaui: turun {change} pada {month}.")
    return pattern.format(change=share(abs(change)), month=formats.period(month))


def passed(table: pd.DataFrame) -> str:
    """Say which cities' thresholds are passed by the prices just published; empty when none is.

    Parameters
    ----------
    table
        From :func:`findings.food.price_alerts.passed`.
    """
    if table.empty:
        return ""
    named = [
        _("{city}: {food} naik {change}").format(
            city=city_name(row.region_code),
            food=lower_first(word("price_commodity", row.commodity)),
            change=formats.percent(row.change, 0),
        )
        for row in table.head(MOST_PASSED).itertuples()
    ]
    said = _("Ambang kenaikan harga terlampaui dan tampil di Beranda: {list}.").format(list="; ".join(named))
    left = len(table) - len(named)
    return said + (" " + _("{count} lainnya juga.").format(count=left) if left else "")


def beside(table: pd.DataFrame) -> str:
    """Say that sources or market levels differ on one food in one city; empty with a single one.

    Parameters
    ----------
    table
        From :func:`findings.price_series.beside`.
    """
    if len(table) < 2:
        return ""
    gaps = table["gap"].dropna()
    if gaps.empty:
        return _("{count} sumber mencatat harga di sini, tetapi tidak pada bulan yang sama.").format(
            count=len(table)
        )
    widest = gaps.loc[gaps.abs().idxmax()]
    pattern = (
        _("{count} sumber harga di sini, terjauh {gap} di atas garis pada bulan yang sama.")
        if widest >= 0
        else _("{count} sumber harga di sini, terjauh {gap} di bawah garis pada bulan yang sama.")
    )
    return pattern.format(count=len(table), gap=share(abs(widest)))


def beside_table(table: pd.DataFrame) -> pd.DataFrame:
    """The sources side by side, in words; the one that makes the line first."""
    return pd.DataFrame({
        _("Sumber"): [source_text(each) for each in table["source_id"]],
        _("Tingkat pasar"): [word("market", each) for each in table["market"]],
        _("Harga terakhir"): [money(each) for each in table["price"]],
        _("Bulan"): [formats.period(each) for each in table["period"]],
        _("Bulan tercatat"): table["months"],
        _("Selisih pada bulan yang sama"): [
            _("garis pada grafik") if place == 0
            else formats.MISSING if formats.is_missing(gap)
            else _("{gap} ({count} bulan)").format(
                gap=("+" if gap >= 0 else "−") + share(abs(gap)), count=common
            )
            for place, (gap, common) in enumerate(zip(table["gap"], table["common"], strict=True))
        ],
    })  # fmt: skip


def gaps(city: str, food: str, table: pd.DataFrame) -> str:
    """Say in how many places a food is cheaper, alike or dearer than in the city.

    Parameters
    ----------
    table
        From :func:`findings.food.prices.gaps`.
    """
    count = table["verdict"].value_counts()
    return _(
        "{food} lebih murah daripada di {city} di {cheaper} dari {all} daerah, setara di {same}, lebih mahal "
        "di {dearer}"
    ).format(
        food=upper_first(food), city=city_name(city), all=len(table), cheaper=count.get(rules.YES, 0),
        same=count.get(rules.UNKNOWN, 0), dearer=count.get(rules.NO, 0),
    )  # fmt: skip


def gaps_table(table: pd.DataFrame) -> pd.DataFrame:
    """The gaps behind the map, in rupiah per unit."""
    return pd.DataFrame({
        _("Daerah"): [place_name(code) for code in table.index],
        _("Harga di sana"): table["price"].round().to_numpy(),
        _("Harga di sini"): table["here"].round().to_numpy(),
        _("Selisih"): table["gap"].round().to_numpy(),
        _("Bulan yang sama-sama tercatat"): table["months"].to_numpy(),
        _("Jarak, km garis lurus"): table["km"].round().to_numpy(),
    })  # fmt: skip
