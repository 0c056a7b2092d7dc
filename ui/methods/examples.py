"""The live examples of the methods page as sentences."""

from __future__ import annotations

from collections.abc import Callable

import data
from findings import partners
from findings.methods import examples as findings
from i18n import _
from ui.comparison import charts as charts_comparison
from ui.comparison import words as comparison_words
from ui.methods import trade_examples
from wording import formats, periods, reasons
from wording.names import city_name, food_label, word
from wording.phrases import inside, lower_first


def sentence(code: str, city: str) -> str:
    """The example of method `code` for `city`, computed from the data in force."""
    return _SENTENCES[code](findings.example(code, city), city_name(city))


def _shares(v: dict, city: str) -> str:
    return _("{sector} {city} menghasilkan {rupiah} dari {total} dalam {period}: pangsanya {share}.").format(
        period=periods.quarter(),
        sector=word("sector", v["sector"]),
        city=city,
        rupiah=formats.rupiah(v["rupiah"]),
        total=formats.rupiah(v["total"]),
        share=formats.percent(v["share"]),
    )


def _lq(v: dict, city: str) -> str:
    return _("{city}, {sector}: {share} dibagi {reference} di Indonesia = {lq}.").format(
        city=city,
        sector=inside("sector", v["sector"]),
        share=formats.percent(v["share"]),
        reference=formats.percent(v["reference_share"]),
        lq=formats.fixed(v["lq"], 2),
    )


def _symmetric(v: dict, city: str) -> str:
    return _("{city}, {sector}: ({lq} − 1) / ({lq} + 1) = {symmetric}.").format(
        city=city,
        sector=inside("sector", v["sector"]),
        lq=formats.fixed(v["lq"], 2),
        symmetric=formats.fixed(v["symmetric"], 2),
    )


def _concentration(v: dict, city: str) -> str:
    return _("{city}: Krugman {krugman}, Hachman {hachman}, Herfindahl {herfindahl}.").format(
        city=city, **{name: formats.fixed(v[name], 2) for name in ("krugman", "hachman", "herfindahl")}
    )


def _similar(v: dict, city: str) -> str:
    return _(
        "Di antara kota di luar provinsinya, berapa pun penduduknya, {city} paling mirip dengan {other}: "
        "{value} dari 1."
    ).format(city=city, other=comparison_words.place(v["other"]), value=formats.fixed(v["similarity"], 2))


def _proximity(v: dict, _city: str) -> str:
    return _("Yang paling dekat dengan {sector} adalah {near}: {value}.").format(
        sector=inside("sector", v["sector"]),
        near=inside("sector", v["near"]),
        value=formats.fixed(v["proximity"], 2),
    )


def _density(v: dict, city: str) -> str:
    return _("Di {city}, sektor bukan kekhasan dengan keterkaitan tertinggi: {sector} ({value}).").format(
        city=city, sector=inside("sector", v["new"]), value=formats.fixed(v["density"], 2)
    )


def _gaps(v: dict, city: str) -> str:
    return _(
        "{city} berlebih paling banyak pada {more} ({surplus}) dan kurang paling banyak pada {less} "
        "({deficit}) dalam {period}."
    ).format(
        period=periods.quarter(),
        city=city,
        more=inside("sector", v["surplus_sector"]),
        surplus=formats.rupiah(v["surplus"]),
        less=inside("sector", v["deficit_sector"]),
        deficit=formats.rupiah(v["deficit"]),
    )


def _complementarity(v: dict, city: str) -> str:
    return _("Dari {city} ke {partner} {out}, sebaliknya {back}.").format(
        city=city,
        partner=city_name(v["partner"]),
        out=formats.fixed(v["out"], 2),
        back=formats.fixed(v["back"], 2),
    )


def _potential(v: dict, city: str) -> str:
    if formats.is_missing(v["sector"]):
        return _("Tidak ada sektor {city} yang kelebihannya berarti bagi {partner}.").format(
            city=city, partner=city_name(v["partner"])
        )
    return _("Dari {city} ke {partner}, sektor {sector}: {rupiah} dalam {period}.").format(
        period=periods.quarter(),
        city=city,
        partner=city_name(v["partner"]),
        sector=inside("sector", v["sector"]),
        rupiah=formats.rupiah(v["rupiah"]),
    )


def _market(v: dict, city: str) -> str:
    return _("{city}, {food}: {week} × {people} jiwa × 52,18 minggu = {rupiah} setahun.").format(
        city=city,
        food=lower_first(food_label(v["food"], short=True)),
        week=formats.rupiah(v["per_week"]),
        people=formats.number(v["people"]),
        rupiah=formats.rupiah(v["rupiah"]),
    )


def _access(v: dict, city: str) -> str:
    return _("Untuk {food}, {city} ada di urutan {place} dari {count} kota.").format(
        food=lower_first(food_label(v["food"], short=True)), city=city, place=v["place"], count=v["of"]
    )


def _prices(v: dict, city: str) -> str:
    return _(
        "{food} di {city}, rata-rata dua belas bulan terakhir: {base} per {unit}, tertinggi {top} ({month}). "
        "Lebih mahal daripada {dearer} dari {count} daerah yang harganya tercatat."
    ).format(
        food=v["commodity"], city=city, base=formats.rupiah(v["base"]), top=formats.rupiah(v["top"]),
        unit=v["unit"].removeprefix("rupiah/"), month=formats.period(v["month"]), dearer=v["dearer_than"],
        count=v["of"],
    )  # fmt: skip


def _price_rule(v: dict, city: str) -> str:
    return _(
        "Harga pokok {base}, bagian pemasok {share} dari kenaikan: ketika pasar di {city} mencapai {top}, "
        "dibayar {paid} per {unit}."
    ).format(
        base=formats.rupiah(v["base"]), share=formats.percent(v["share"], 0), city=city,
        top=formats.rupiah(v["top"]), paid=formats.rupiah(v["paid"]), unit=v["unit"].removeprefix("rupiah/"),
    )  # fmt: skip


def _distance(v: dict, city: str) -> str:
    return _("{city} ke {partner}: {km} km, kedekatan {value}.").format(
        city=city,
        partner=city_name(v["partner"]),
        km=formats.number(v["km"]),
        value=formats.fixed(v["nearness"], 2),
    )


def _growth(v: dict, city: str) -> str:
    return _(
        "{city} tumbuh {rate} pada {year}; indeksnya {index} ({base} = 100); rata-rata {start}–{end} "
        "{mean} setahun."
    ).format(
        city=city,
        rate=formats.percent(v["rate"]),
        year=v["year"],
        index=formats.number(v["index"]),
        start=v["from"],
        end=v["to"],
        mean=formats.percent(v["mean"]),
        base=data.base_year(),
    )


def _deflator(v: dict, city: str) -> str:
    return _("{city} {year}: {value}, artinya harga {times} kali harga {base}.").format(
        city=city,
        year=v["year"],
        value=formats.fixed(v["deflator"], 2),
        times=formats.fixed(v["deflator"], 1),
        base=data.base_year(),
    )


def _shift(v: dict, city: str) -> str:
    return _(
        "{city} {start}–{end}: perubahan {change} = pertumbuhan bersama {national} + susunan {mix} + "
        "daya saing {own}."
    ).format(
        city=city,
        start=v["from"],
        end=v["to"],
        change=formats.rupiah(v["change"]),
        national=formats.rupiah(v["national"]),
        mix=formats.rupiah(v["mix"]),
        own=formats.rupiah(v["competitive"]),
    )


def _sector_growth(v: dict, city: str) -> str:
    if v["sector"] is None:
        return _("PDRB riil {city} menurut lapangan usaha belum terdata.").format(city=city)
    return _(
        "{city} {start}–{end}: {sector} menyumbang paling banyak, {part} dari PDRB awal; {moved} ekonomi "
        "berpindah lapangan usaha."
    ).format(
        city=city,
        start=v["from"],
        end=v["to"],
        sector=inside("sector", v["sector"]),
        part=formats.percent(v["part"]),
        moved=formats.percent(v["moved"]),
    )


def _klassen(v: dict, city: str) -> str:
    quadrant = v["quadrant"]
    return _(
        "{city}: tumbuh {own} (semua kota anggota {all}), PDRB per kapita {head} (semuanya {heads}): "
        "{quadrant}."
    ).format(
        city=city,
        own=formats.percent(v["growth"]),
        all=formats.percent(v["reference_growth"]),
        head=formats.rupiah(v["per_head"]),
        heads=formats.rupiah(v["reference_per_head"]),
        quadrant=lower_first(_(charts_comparison.QUADRANTS[quadrant]))
        if isinstance(quadrant, str)
        else formats.MISSING,
    )


def _score(v: dict, city: str) -> str:
    return _(
        "Mitra pertama {city} adalah {partner} dengan skor {score}; sumbangan terbesar: {subject} ({part})."
    ).format(
        city=city,
        partner=city_name(v["partner"]),
        score=formats.fixed(v["score"], 2),
        subject=lower_first(reasons.subject(v["subject"])),
        part=formats.fixed(v["part"], 2),
    )


def _range(v: dict, city: str) -> str:
    return _("Bagi {city}, {partner} berperingkat {rank}; rentangnya {low}–{high} dari {count} kota.").format(
        city=city,
        partner=city_name(v["partner"]),
        rank=v["rank"],
        low=v["low"],
        high=v["high"],
        count=v["of"],
    )


def _needs(v: dict, city: str) -> str:
    if not v["count"]:
        return _("Belum ada produk {city} yang menjawab kebutuhan kota lain menurut namanya.").format(
            city=city
        )
    return _("“{product}” dari {city} menjawab kebutuhan {buyer} akan {need}; kekuatan {value}.").format(
        product=partners.product_names().get(v["product_id"], v["product_id"]),
        city=city,
        buyer=city_name(v["buyer"]),
        need=v["need"],
        value=formats.fixed(v["strength"], 2),
    )


def _deals(v: dict, city: str) -> str:
    counted = _(
        "{city}: {buying} barang beli dengan pemasok yang tercatat atau terukur, {strong} di antaranya kuat; "
        "{selling} barang jual dengan pembeli atau sisa yang diketahui."
    ).format(city=city, **v)
    compass = _(
        "Harga bukan kompas: pada {pairs} pasangan cabai merah yang diberitakan, pemasok lebih murah pada "
        "{share}."
    ).format(pairs=formats.number(v["pairs"]), share=formats.percent(v["cheaper"], 0))
    return f"{counted} {compass}"


def _applications(v: dict, city: str) -> str:
    return _(
        "{city} terdata menjalankan {has} dari {count} bidang layanan; kecocokan dengan {partner} {value}."
    ).format(
        city=city,
        has=v["has"],
        count=v["of"],
        partner=city_name(v["partner"]),
        value=formats.fixed(v["fit"], 2),
    )


def _agreements(v: dict, city: str) -> str:
    return _(
        "Daftar kerja sama memuat perjanjian {city} dengan {members} kota anggota dan {others} pihak lain."
    ).format(city=city, members=v["members"], others=v["others"])


def _validation(v: dict, _city: str) -> str:
    return _("Skor dengan bobot awal: {auc} (95%: {low}–{high}) atas {links} pasangan.").format(
        auc=formats.fixed(v["auc"], 2),
        low=formats.fixed(v["low"], 2),
        high=formats.fixed(v["high"], 2),
        links=v["links"],
    )


_SENTENCES: dict[str, Callable[[dict, str], str]] = trade_examples.SENTENCES | {
    "shares": _shares,
    "lq": _lq,
    "symmetric_lq": _symmetric,
    "concentration": _concentration,
    "similarity": _similar,
    "proximity": _proximity,
    "density": _density,
    "gaps": _gaps,
    "complementarity": _complementarity,
    "potential": _potential,
    "market_size": _market,
    "market_access": _access,
    "distance": _distance,
    "prices": _prices,
    "price_rule": _price_rule,
    "growth": _growth,
    "deflator": _deflator,
    "shift_share": _shift,
    "sector_growth": _sector_growth,
    "klassen": _klassen,
    "score": _score,
    "rank_range": _range,
    "needs": _needs,
    "deals": _deals,
    "applications": _applications,
    "agreements": _agreements,
    "validation": _validation,
}
