"""What a card says beside its lines: title, light, evidence, next step, and the short forms of all of it."""

from __future__ import annotations

import math

from analysis import deals as rules
from findings import deals as findings
from findings.deals.records import BUY, DEAL, EMPTY, GAP, HUB, SELL, SMALL, UNKNOWN_BUYER, Card
from findings.deals.table import Deal
from findings.goods import SEA_FISH
from i18n import N_, _
from wording.deals.layout import as_told, distance, goods_of, lines, small_buyers, told_of
from wording.deals.sentences import needed, supplied
from wording.goods import amount, good_name
from wording.names import place_name
from wording.phrases import lower_first, upper_first

LIGHTS = {"kuat": N_("kuat"), "sedang": N_("sedang"), "lemah": N_("lemah")}
FORMS = {
    HUB: N_("simpul"),
    GAP: N_("celah"),
    UNKNOWN_BUYER: N_("pembeli belum terdata"),
    EMPTY: N_("belum ada"),
}
EVIDENCE = {
    "reported": N_("Diberitakan"),
    "supply_measured": N_("Pasokan terukur"),
    "need_measured": N_("Kebutuhan terukur"),
    "cheaper": N_("Lebih murah di pemasok"),
    "near": N_("Jarak wajar"),
    "not_both_producers": N_("Bukan sama-sama penghasil"),
}
STATES = {rules.YES: N_("ya"), rules.NO: N_("tidak"), rules.UNKNOWN: N_("belum diketahui")}


def light(card: Card) -> str:
    """The light of a card in a word; for a hub, a gap and an empty card what it is."""
    code = card.light
    return _(LIGHTS[code]) if code else _(FORMS.get(card.form, ""))


# What keeps a deal from being strong: the word follows the kind of evidence, not how many there are.
LACKS = {
    "reported": N_("belum kuat: belum diberitakan"),
    "dated": N_("belum kuat: tahun beritanya tidak tercatat"),
    "recent": N_("belum kuat: hanya berita lama"),
    "sure": N_("belum kuat: sumbernya belum pasti"),
    "supply_measured": N_("belum kuat: pasokannya belum terukur dalam ton"),
    "near": N_("belum kuat: jauh untuk barang ini"),
    "not_both_producers": N_("belum kuat: pembelinya juga menghasilkan"),
    "first_claim": N_("belum kuat: sisanya tidak cukup bagi semua"),
    "few": N_("belum kuat: kurang dari empat bukti"),
}


def short_of_strong(card: Card) -> str:
    """What keeps the deal of a card from being strong; empty for a strong one and a card without light."""
    deal = card.deal
    return _(LACKS[deal.lacks]) if card.light and deal is not None and deal.lacks else ""


TITLES = {
    (BUY, DEAL): N_("{good} dari {partner}"),
    (BUY, HUB): N_("{good} lewat {partner}, simpul dagang"),
    (BUY, GAP): N_("{good}: asal belum terdata"),
    (SELL, DEAL): N_("{good} untuk {partner}"),
    (SELL, HUB): N_("{good} disalurkan ke {partner}"),
    (SELL, UNKNOWN_BUYER): N_("{good}: pembeli belum terdata"),
    (SELL, SMALL): N_("{good} untuk {partner} (usaha kecil)"),
    (SELL, EMPTY): N_("Belum ada barang dengan pembeli tercatat"),
}


def title(card: Card) -> str:
    """What a card finds, in a line: a statement, never an order."""
    partner = place_name(card.partner) if card.partner else ""
    return _(TITLES[card.side, card.form]).format(
        good=upper_first(goods_of(card)), partner=small_buyers(card) if card.form == SMALL else partner
    )


def chips(card: Card) -> tuple[tuple[str, str, str, tuple[str, ...]], ...]:
    """Return the evidence of a card: label, state in a word, state (yes, no, unknown), sources."""
    deal = card.deal
    if deal is None or card.form == UNKNOWN_BUYER:
        return ()
    sources = {
        "reported": tuple(each.source_id for each in deal.reports),
        "supply_measured": deal.supply.source_ids,
        "need_measured": card.needs[0].source_ids if card.needs else (),
        "cheaper": tuple(source for each in deal.prices for source in each.source_ids),
        "near": (),
        "not_both_producers": deal.own.source_ids,
    }
    return tuple(
        (
            _(EVIDENCE[name]),
            _state(deal, name),
            deal.evidence[name],
            tuple(dict.fromkeys(sources[name])),
        )
        for name in rules.EVIDENCE
    )


def _state(deal: Deal, name: str) -> str:
    """State of one piece of evidence in a word; a report that is old or of plans only says so."""
    state = deal.evidence[name]
    if name == "reported" and state == rules.UNKNOWN:
        if deal.old:
            return _("hanya berita lama")
        if deal.stage in rules.EXPLORED:
            return _("baru dijajaki")
    return _(STATES[state])


STEPS = {
    GAP: N_("Langkah: petugas TPID mencatat asal dan volume di pasar induk selama sebulan."),
    EMPTY: N_("Langkah: dinas mendata pembuat, volume, harga, dan pembeli sekarang, baru menawarkan."),
    SMALL: N_("Langkah: mencatat volume dan harga sebulan; katalog bersama; tempat di pasar pembeli."),
    UNKNOWN_BUYER: N_("Langkah: bertanya kepada nelayan, pembudidaya, atau pedagang ke mana truknya pergi."),
    HUB: N_("Langkah: mencatat volume yang lewat, dan mencari pemasok langsung di daerah asalnya."),
    "passes": N_("Langkah: mencatat asal, volume, dan tujuan barang yang lewat selama sebulan."),
    "berjalan": N_("Langkah: mencatat volume yang datang tiap bulan dan menyiapkan pemasok kedua."),
    "disepakati": N_(
        "Langkah: memeriksa apakah kesepakatan terlaksana; bila belum, PKS antara BUMD dan kelompok tani "
        "dengan aturan harga."
    ),
    "measured": N_("Langkah: bertanya dulu ke pedagang pasar induk siapa pemasoknya kini, berapa sebulan."),
    "undated": N_(
        "Langkah: mencari tahun dan masa berlaku kesepakatan yang diberitakan itu, lalu memeriksa apakah "
        "masih terlaksana."
    ),
    "craft": N_("Langkah: mencatat volume dan harga sebulan, lalu mempertemukan pemasok dan pembelinya."),
    "reported": N_(
        "Langkah: mencatat volume dan harga di kedua ujung sebulan, lalu menjajaki kesepakatan antardaerah."
    ),
}


def next_step(card: Card) -> str:
    """What the inflation team could do next; no order, since none of it is certain."""
    return _(STEPS[_step(card)])


def _step(card: Card) -> str:
    deal = card.deal
    if card.form == HUB and card.side == SELL:
        return "passes"  # to look for suppliers at the origin is for its buyers
    if card.form != DEAL or deal is None:
        return card.form
    if deal.agreed:
        return "disepakati" if deal.stage == "disepakati" else "berjalan"
    if not deal.reported:
        return "measured"
    if deal.undated_stage:
        return "undated"  # nobody has to agree anew before that is looked up
    return "reported" if deal.good.food else "craft"


def brief(card: Card) -> str:
    """One line of proof for a list: need, supply, distance, what is told."""
    deal, parts = card.deal, []
    if card.form not in (DEAL, HUB) or deal is None:
        return lines(card)[0].text
    if not (math.isnan(deal.need_ton) and math.isnan(deal.need_pieces)):
        need = _("{buyer} memakai {amount} setahun").format(buyer=place_name(deal.buyer), amount=needed(deal))
        parts.append(need)
    else:
        parts.append(_("untuk {buyer}").format(buyer=place_name(deal.buyer)))
    supplier, made = place_name(deal.supplier), deal.supply
    if deal.surplus > 0 and not deal.hub:
        text = _("sisa {supplier} {amount} ({year})")
        parts.append(text.format(supplier=supplier, amount=amount(deal.surplus), year=made.year))
    elif made.measured and made.ton > 0 and not deal.hub:
        text = _("{supplier} menghasilkan {amount} ({year})")
        parts.append(text.format(supplier=supplier, amount=supplied(made), year=made.year))
    parts += [distance(deal), told_of(deal)]
    return upper_first("; ".join(parts)) + "."


LANDED = "landed"
HEADLINES = {
    "sells": N_("{city} menjual {good}"),
    UNKNOWN_BUYER: N_("{city} punya {good} lebih dari kebutuhannya; pembelinya belum terdata"),
    LANDED: N_("{city} mendaratkan {good}; pembelinya belum terdata"),
    SMALL: N_("{city} menjual {good}, barang usaha kecil"),
    "trades": N_("{city} simpul dagang {good}"),
    "makes": N_("{city} dikenal karena {good}; pembelinya belum terdata"),
    "buys": N_("{city} membeli {good}; barang jualnya belum terdata"),
    "unknown": N_("{city}: perdagangan barangnya belum terdata"),
}


def headline(city: str) -> str:
    """What a city is known for in trade: a good with buyers, a hub, a product, or what it buys."""
    kind, code, card = findings.headline(city)
    form = card.form if card is not None and kind == "sells" else ""
    if form == UNKNOWN_BUYER and code == SEA_FISH:
        form = LANDED
    if card is not None and card.good is not None:
        good = goods_of(card)
    else:
        told = as_told(card.small[0]) if card is not None and card.small else code
        good = good_name(code, told).split(" (")[0].removesuffix(f" {place_name(city)}")
    return _(HEADLINES.get(form, HEADLINES[kind])).format(city=place_name(city), good=lower_first(good))


def paragraph(card: Card) -> str:
    """The whole card as one paragraph for a document."""
    return " ".join([f"{title(card)}.", *(line.text for line in lines(card)), next_step(card)])


def sources(card: Card) -> tuple[str, ...]:
    """The sources of a card in the order its lines name them, each once."""
    found = [source for line in lines(card) for source in line.source_ids]
    return tuple(dict.fromkeys([*found, *card.source_ids]))


def sides(side: str) -> str:
    """What a side of the cards is called."""
    return _("Yang dapat dibeli") if side == BUY else _("Yang dapat dijual")
