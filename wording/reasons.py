"""Why a partner: the records of the ranking as sentences, seen from the city that looks for one."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.validation import CERTAIN
from findings import partners as findings
from i18n import N_, _
from wording import formats
from wording.names import city_name, food_label, word
from wording.phrases import inside, lower_first

MOST_NAMES = 4
SPELLING = {"cpo": "CPO", "minyakbumi": "minyak bumi", "lng": "LNG"}
SUBJECT_NAMES = {
    "supply": N_("Besar pasokan dan gerbangnya"),
    "demand": N_("Besar kota pembeli"),
    "nearness": N_("Kedekatan"),
    "needs": N_("Kebutuhan yang terjawab"),
    "applications": N_("Aplikasi yang dapat dibagikan"),
    "agreements": N_("Perjanjian yang sudah ada"),
}


def subject(name: str) -> str:
    """What a weight is called."""
    return _(SUBJECT_NAMES[name])


def food_of(params: dict) -> str:
    """The food a record of a market names, inside a sentence."""
    whole = params["commodity"] == "TOTAL"
    return lower_first(food_label(params["commodity_group"] if whole else params["commodity"], short=True))


def _some(names: Iterable[str]) -> str:
    named = list(dict.fromkeys(names))
    if len(named) > MOST_NAMES:
        return _("{names}, dan {count} lainnya").format(
            names=", ".join(named[: MOST_NAMES - 1]), count=len(named) - MOST_NAMES + 1
        )
    return formats.listing(named)


def goods_offered(found: dict[str, list[dict]], *, ours: bool) -> list[str]:
    """Name the goods one side offers: those recorded or asked for, else its foods.

    Card, slide, brief and workbook name the same.
    """
    food = "market_food" if ours else "source_food"
    named = recorded_goods(found, ours=ours)
    named = named or list(dict.fromkeys(food_of(each) for each in found.get(food, [])))
    # "telur" says nothing more beside "telur ayam".
    return [name for name in named if not any(name != other and name in other for other in named)]


def recorded_goods(found: dict[str, list[dict]], *, ours: bool) -> list[str]:
    """Name the goods one side is reported to supply, then the other's needs that its products answer."""
    flow, need = ("flow_out", "need_out") if ours else ("flow_in", "need_in")
    flows = [each["commodity"] for each in found.get(flow, []) if each["certainty"] == CERTAIN]
    return list(dict.fromkeys([*flows, *(need_name(each["need"]) for each in found.get(need, []))]))


def need_name(name: str) -> str:
    """A need as it is written: the matching of names works in lower case and single words."""
    return SPELLING.get(name, name)


def headline(found: dict[str, list[dict]], city: str, partner: str) -> str:
    """The advice on one partner in a sentence: two goods of each side."""
    names = {"city": city_name(city), "partner": city_name(partner)}
    ours, theirs = goods_offered(found, ours=True), goods_offered(found, ours=False)
    give = formats.listing([each for each in ours if each not in theirs][:2])
    take = formats.listing([each for each in theirs if each not in ours][:2])
    if not give and not take:
        if {"app_out", "app_in"} <= set(found):
            return _("{city} dan {partner} dapat saling berbagi aplikasi pemerintahan").format(**names)
        apps = _("aplikasi pemerintahan")
        give, take = (apps if code in found else "" for code in ("app_out", "app_in"))
    if give and take:
        return _("{city} dapat menawarkan {give}; {partner} menawarkan {take}").format(
            give=give, take=take, **names
        )
    if give:
        return _("{city} dapat menawarkan {give}; balasan dari {partner} belum tampak pada data").format(
            give=give, **names
        )
    if take:
        return _("{partner} menawarkan {take}; yang dapat ditawarkan {city} belum tampak pada data").format(
            take=take, **names
        )
    return _("Data belum menunjukkan apa yang dapat dipertukarkan {city} dan {partner}").format(**names)


def offers(found: dict[str, list[dict]], buyer: str, *, ours: bool) -> list[str]:
    """What can be offered to `buyer`, a sentence each; `ours`: by the city that looks."""
    food, need, app = ("market_food", "need_out", "app_out") if ours else ("source_food", "need_in", "app_in")
    customer = city_name(buyer)
    products = findings.product_names()
    said = []
    answered: dict[str, list[str]] = {}
    for each in found.get(need, []):
        answered.setdefault(each["product_id"], []).append(need_name(each["need"]))
    for product, needs in list(answered.items())[:2]:
        said.append(
            _("{product} menjawab kebutuhan {buyer}: {needs}").format(
                product=products.get(product, product), buyer=customer, needs=_some(needs)
            )
        )
    for each in found.get(food, [])[:2]:
        said.append(
            _("{product}: warga {buyer} membelanjakan {amount} setahun untuk {food}").format(
                product=products.get(each["product_id"], each["product_id"]),
                buyer=customer,
                amount=formats.rupiah(each["rupiah_per_year"]),
                food=food_of(each),
            )
        )
    for each in found.get(app, []):
        domains = [inside("service_domain", code) for code in each["service_domains"]]
        said.append(
            _("Aplikasi untuk layanan yang belum terdata di {buyer}: {domains}").format(
                buyer=customer, domains=_some(domains)
            )
        )
    return said


def existing(found: dict[str, list[dict]], city: str, partner: str) -> list[str]:
    """What there is between the two already: agreements, meetings, flows in the news."""
    said = []
    for code in ("agreement", "meeting"):
        for each in found.get(code, []):
            kind = word("instrument", each["instrument"])
            when = formats.day(each["date"]) if each["date"] else _("tanpa tanggal")
            said.append(f"{kind}, {when}: {each['subject']}")
    for code, supplier, buyer in (("flow_out", city, partner), ("flow_in", partner, city)):
        goods: dict[str, dict] = {}
        for each in found.get(code, []):
            goods.setdefault(each["commodity"], each)
        if goods:
            said.append(
                _("Menurut berita, {supplier} memasok {buyer}: {goods}").format(
                    supplier=city_name(supplier),
                    buyer=city_name(buyer),
                    goods=_some(_reported(each) for each in goods.values()),
                )
            )
    return said


def _reported(flow: dict) -> str:
    plain = flow["certainty"] == CERTAIN
    remark = [] if plain else [inside("certainty", flow["certainty"])]
    remark = [*([flow["date"][:4]] if flow["date"] else []), *remark]
    return f"{flow['commodity']} ({', '.join(remark)})" if remark else flow["commodity"]


def cautions(found: dict[str, list[dict]], city: str, partner: str) -> list[str]:
    """What speaks against the partner or makes the advice less sure.

    A wide range of ranks (``wide_range``) is left to the line on how sure the rank is.
    """
    names = {"city": city_name(city), "partner": city_name(partner)}
    said = []
    for each in found.get("far", []):
        said.append(
            _("Jauh: {km} km garis lurus; ongkos angkut perlu dihitung dulu").format(
                km=formats.number(each["km"])
            )
        )
    for each in found.get("small_market", []):
        said.append(
            _("Pasar pangan {partner} kecil: {amount} setahun untuk {people} jiwa").format(
                amount=formats.rupiah(each["rupiah_per_year"]),
                people=formats.number(each["population"]),
                **names,
            )
        )
    for each in found.get("similar_structure", []):
        said.append(
            _("Susunan ekonomi keduanya mirip ({similarity} dari 1): banyak kekuatan yang sama").format(
                similarity=formats.fixed(each["similarity"], 2)
            )
        )
    if "no_food_product" in found:
        said.append(
            _(
                "Belum ada produk {city} yang tercatat dijual sebagai pangan: pasar pangannya tidak terhitung"
            ).format(**names)
        )
    old = sorted({each["date"][:4] for each in found.get("old_data", [])})
    if old:
        said.append(
            _("Sebagian berita berasal dari {years}: perlu ditanyakan lagi").format(
                years=formats.listing(old)
            )
        )
    lacking = [subject(each["component"]) for each in found.get("unknown", [])]
    if lacking:
        said.append(
            _("Belum terdata: {parts}; nilai dihitung dari yang lain").format(
                parts=formats.listing([lower_first(each) for each in lacking])
            )
        )
    return said
