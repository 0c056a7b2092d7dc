"""Cards in words: nothing missing is shown as a number, nothing orders, each line can be traced."""

import re

import pytest

import data
import i18n
from analysis.deals import AGREED, price_verdict
from findings import deals as found
from findings.deals.records import DEAL, EMPTY, HUB, WITH_PARTNER, surest
from findings.goods import SEA_FISH, trade_goods
from reports.telling import deals as of_deals
from reports.telling import proposals as of_proposals
from ui.cards.deal import first as first_part
from ui.partners import words as partner_words
from wording import deals as words
from wording import periods
from wording.deals import headlines
from wording.goods import GOODS, amount, daily
from wording.names import place_name
from wording.phrases import upper_first

CITIES = list(data.cities("I").index)
ORDERS = re.compile(r"\b(?:mulailah|segera|belilah|juallah|harus|wajib|tingkatkan|perluas)\b", re.IGNORECASE)
HOLLOW = re.compile(r"\bnan\b|\bNone\b|\{|\}|\bS\d{4}\b|  |\.\.|–\s*(?:ton|km|butir)")


def texts(card) -> list[str]:
    return [
        words.title(card),
        words.brief(card),
        words.next_step(card),
        *(line.text for line in words.lines(card)),
    ]


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("city", CITIES)
def test_every_sentence_is_whole(city, language):
    with i18n.using(language):
        said = [text for card in found.cards(city).all for text in texts(card)] + [words.headline(city)]
    assert not [text for text in said if HOLLOW.search(text) or not text.strip()]
    assert not [text for text in said if ORDERS.search(text)]


@pytest.mark.parametrize("city", CITIES)
def test_every_line_on_a_figure_names_its_source(city):
    table = set(data.load("sources")["source_id"])
    for card in found.cards(city).all:
        assert set(words.sources(card)) <= table
        for line in words.lines(card):
            if (
                line.kind in ("price", "buyers", "official", "projection", "fact", "past", "outside")
                and line.kind != "price"
            ):
                assert line.source_ids, line
        if card.form in (DEAL, HUB):
            assert len(words.chips(card)) == 6


def test_no_sentence_offers_a_sector():
    sectors = {row.name_id.casefold() for row in data.load("sectors").itertuples() if hasattr(row, "name_id")}
    for city in CITIES:
        for card in found.cards(city).all:
            assert not any(name in words.title(card).casefold() for name in sectors)


def test_rupiah_stand_only_beside_the_need_and_the_price():
    for city in CITIES:
        for card in found.cards(city).all:
            for line in words.lines(card):
                if "Rp" in line.text and line.kind not in ("need", "price", "note", "against", "fact"):
                    pytest.fail(line.text)


def test_rice_by_a_national_figure_is_never_printed():
    card = next(card for card in found.cards("1174").buying if card.good.code == "beras")
    said = " ".join(texts(card))
    assert "Susenas yang ada tidak memuat beras" in said
    assert "kali kebutuhan" not in said and "tersisa" not in said


def test_amounts():
    assert amount(3118.9) == "3.119 ton"
    assert amount(float("nan"), 192_150_000.0) == "192,2 juta butir"
    assert amount(float("nan")) == "–"
    assert daily(3652.5) == "10 ton sehari"


def test_every_good_has_a_name():
    assert set(GOODS) == set(trade_goods())


def test_places_are_told_apart():
    assert place_name("1372") == "Kota Solok" and place_name("1303") == "Kab. Solok"
    assert place_name("1275") == "Medan" and place_name("1211") == "Kab. Karo"


def test_sibolgas_landing_says_where_it_lies():
    card = next(card for card in found.cards("1271").selling if card.good.code == "ikan_laut_segar")
    said = next(line for line in words.lines(card) if line.kind == "supply")
    assert "PPN Sibolga" in said.text and "Kab. Tapanuli Tengah" in said.text and "menurun" in said.text
    assert set(said.source_ids) == {"S0858", "S0774"}
    assert "Tidak mungkin untuk semua" in " ".join(texts(card))


def test_an_empty_card_gives_the_local_reason():
    (card,) = found.cards("1175").selling
    assert card.form == EMPTY
    said = " ".join(texts(card))
    assert "sawit" in said and "dinas mendata" in said


def test_a_surplus_is_called_measured_only_where_it_is():
    for city in data.cities("I").index:
        for card in found.cards(city).all:
            if card.deal is not None and not card.deal.surplus > 0:
                assert "sisa terukur" not in words.brief(card)


def test_a_hub_says_to_whom_it_sells_and_is_not_sent_to_look_for_suppliers():
    hubs = [card for city in CITIES for card in found.cards(city).selling if card.form == HUB]
    assert "1375" in {card.city for card in hubs}
    for card in hubs:
        assert words.title(card).endswith(f"disalurkan ke {place_name(card.deal.buyer)}")
        assert "mencari pemasok" not in words.next_step(card)


def test_evidence_does_not_call_unknown_what_a_line_beside_it_dates():
    """An old report and a plan are no "yes", yet the card prints them."""
    old, planned = 0, 0
    for card in (card for city in CITIES for card in found.cards(city).all if words.chips(card)):
        (word,) = {said for label, said, state, _ids in words.chips(card) if label == "Diberitakan"}
        if card.deal.evidence["reported"] == "unknown" and card.deal.old:
            old += 1
            assert word == "hanya berita lama"
        elif card.deal.evidence["reported"] == "unknown" and card.deal.stage == "dijajaki":
            planned += 1
            assert word == "baru dijajaki"
        else:
            assert word in ("ya", "tidak", "belum diketahui")
    assert old and planned


def test_harvests_around_a_hub_are_not_said_to_be_where_its_goods_come_from():
    hubs = [card for city in CITIES for card in found.cards(city).all if card.form == HUB and card.origins]
    bases = set()
    for card in hubs:
        said = next(line.text for line in words.lines(card) if line.kind == "supply")
        reported = {each.basis for each in card.origins} != {"tabel"}
        bases.add(reported)
        assert ("barangnya dari" in said) == reported
        assert ("belum terdata" in said) != reported
    assert bases == {True, False}


@pytest.mark.parametrize("city", CITIES)
def test_every_line_ends_with_one_stop(city):
    """A paragraph joins the lines: one without a stop runs into the next."""
    said = [line.text for card in found.cards(city).all for line in words.lines(card)]
    assert not [text for text in said if not text.rstrip(')"”’').endswith((".", "!", "?", "…"))]


@pytest.mark.parametrize("city", CITIES)
def test_what_is_not_recorded_is_not_said_to_be_absent(city):
    said = [line.text for card in found.cards(city).all for line in words.lines(card)]
    assert not [text for text in said if "belum punya" in text]


def test_a_price_names_its_year_and_which_of_several_foods_it_is_of():
    priced = [card for city in CITIES for card in found.cards(city).all if card.deal and card.deal.prices]
    fish = [card for card in priced if card.good.code == SEA_FISH]
    assert fish
    for card in priced:
        first = card.deal.prices[0]
        said = words.price_of(first, card.deal)
        assert re.search(r"\b20\d\d\b", said)
        several = len(card.deal.good.susenas) > 1 and bool(first.food)
        assert (words.priced_food(first, card.deal) in said) == several or not several
        assert bool(words.priced_food(first, card.deal)) == several
    assert all(words.priced_food(card.deal.prices[0], card.deal) for card in fish)
    assert words.years(["2025-08", "2024-09", "2025"]) == "2024–2025"
    assert words.years(["2025"]) == "2025"


@pytest.mark.parametrize("city", CITIES)
def test_one_deal_is_named_wherever_all_cards_of_a_city_are(city):
    """A line of small goods has no partner: no slide leads with it, so no page does."""
    cards = found.cards(city).all
    partners = [card for card in cards if card.form in WITH_PARTNER]
    assert headlines.best(cards, city) == headlines.best(partners or cards, city)


def test_what_runs_is_not_called_something_to_explore():
    running = 0
    for city in CITIES:
        first = next((c for c in surest(found.cards(city).all) if c.form in WITH_PARTNER and c.light), None)
        if first is not None and first.deal.stage == "berjalan" and first.light != "kuat":
            running += 1
            assert "menjajaki" not in headlines.best(found.cards(city).all, city)
    assert running


def test_the_rule_of_the_lights_calls_them_what_the_cards_do():
    for language in i18n.LANGUAGES:
        with i18n.using(language):
            rule = partner_words.light_rule()
            assert all(f"{i18n._(words.LIGHTS[light]).capitalize()}:" in rule for light in ("kuat", "sedang"))


def test_eggs_are_not_eggs_of_eggs():
    with i18n.using("en"):
        said = [line.text for card in found.cards("2171").all for line in words.lines(card)]
    eggs = next(text for text in said if "million eggs" in text)
    assert "eggs of" not in eggs


def test_the_price_shown_is_one_the_verdict_beside_it_holds_for():
    """Tongkol 1% cheaper stood under "cheaper at the supplier: yes" from Sibolga to Pematangsiantar."""
    several = 0
    for card in (card for city in CITIES for card in found.cards(city).all if card.deal is not None):
        for each in card.deal.prices:
            several += each.foods > 1
            if each.verdict != "unknown":
                assert price_verdict(each.supplier, each.buyer) == each.verdict, (card.city, card.good)
    assert several


def test_the_years_of_a_landing_stand_beside_it():
    card = next(card for card in found.cards("1273").buying if card.good.code == SEA_FISH)
    said = next(line.text for line in words.lines(card) if line.kind == "supply")
    assert re.search(r"menurut berita\), setelah [\d.]+ \(2020\).*: menurun; letaknya di", said)


NO_MARGIN = "tidak memberi selisih"


@pytest.mark.parametrize("city", list(data.cities().index))
def test_a_price_that_leaves_no_margin_says_so_beside_every_pair(city):
    """On the card, in the table of slide and brief, and where the deal is proposed; and nowhere else."""
    proposed = [card for card in found.cards(city).all if card.form in WITH_PARTNER]
    for card in proposed:
        pair = card.deal.prices[:1]
        dearer = any(each.supplier > each.buyer for each in pair)
        assert (NO_MARGIN in words.no_margin(card.deal)) == dearer, words.title(card)
        (cell,) = [row[3] for row in of_deals._table([card]).rows]
        assert ("lebih mahal di pemasok" in cell) == dearer, cell
        assert (NO_MARGIN in of_deals._price(card.deal)) == dearer
        said = [line.text for line in words.lines(card)]
        assert (NO_MARGIN in " ".join(said)) == dearer
        shown = [each for each in card.deal.prices if each.foods == 1 and each.supplier > each.buyer]
        dear = re.compile(r"(?<!jenis )lebih mahal di pemasok")  # of a good of several foods it counts kinds
        assert sum(bool(dear.search(text)) for text in said if NO_MARGIN not in text) == len(shown)
    told = " ".join(point.text for point in of_proposals._cards(proposed))
    first = surest(proposed)[: of_proposals.MOST_DEALS]
    assert told.count(NO_MARGIN) == sum(bool(words.no_margin(card.deal)) for card in first)


def test_chili_of_tapanuli_utara_is_said_to_be_no_cheaper_than_in_padangsidimpuan():
    (card,) = [each for each in found.cards("1277").buying if each.good.code == "cabai_merah"]
    assert card.deal.prices[0].supplier > card.deal.prices[0].buyer
    with i18n.using("en"):
        assert "leave no margin: slightly dearer at the supplier" in words.no_margin(card.deal)
    assert "di tingkat produsen" in words.no_margin(card.deal)


def test_a_signed_agreement_without_a_year_is_looked_up_before_a_new_one_is_sought():
    """Aceh Besar's with Banda Aceh: the card said "signed" and the step sent to agree."""
    undated = 0
    for city in data.cities().index:
        for card in found.cards(city).all:
            if card.form != DEAL or card.deal.agreed:
                continue
            signed = [each for each in card.deal.reports if each.stage in AGREED]
            undated += bool(signed)
            assert ("tahun dan masa berlaku" in words.next_step(card)) == bool(signed), words.title(card)
            assert not (signed and "menjajaki kesepakatan" in words.next_step(card))
    assert undated


def test_what_is_caught_is_not_said_to_have_makers():
    card = next(each for each in found.cards("1272").selling if "udang rebon" in words.title(each).lower())
    assert "pembuat" not in words.next_step(card)


@pytest.mark.parametrize("city", list(data.cities().index))
def test_a_need_names_its_survey_on_card_and_slide(city):
    """Surplus and price carried their year on slides, the need beside them did not."""
    survey, cards = periods.spending(), found.cards(city).all
    lines = [line for card in cards for line in words.lines(card)]
    for line in lines:
        if re.search(r"memakai sekitar|\(.*kebutuhan [\d.,]+ (?:juta |ton)", line.text):
            assert survey in line.text, line.text
        assert line.kind not in ("claim", "enough") or "memakai" not in line.text or "(20" in line.text
    for row in of_deals._table(cards).rows:
        for cell in row[1:3]:
            assert cell == "–" or re.search(r"\(20\d\d\)$", cell), row
    for said in (words.brief(card) for card in cards if card.form in WITH_PARTNER):
        assert "memakai" not in said or re.search(r"memakai [\d.,]+ [a-z ]+\(20\d\d\) setahun", said), said


@pytest.mark.parametrize("city", list(data.cities().index))
def test_a_weaker_word_beside_a_larger_count_says_why(city):
    """ "Kuat, 4 dari 6" stood beside "sedang, 5 dari 6" and nothing said what made the first strong."""
    for card in found.cards(city).all:
        why = words.short_of_strong(card)
        assert bool(why) == (card.form == DEAL and card.light != "kuat"), words.title(card)
        if card.form == DEAL:
            # The slide's table has no room for it: it is told to who speaks.
            assert of_deals._why_not_strong(card) == ((f"{upper_first(why)}.",) if why else ())
            if why.endswith("terukur dalam ton"):
                assert card.deal.evidence["supply_measured"] != "yes"


def test_what_another_source_denies_stands_after_what_none_does():
    """Padang began with chili of Kab. Solok, of which a source says that it is sold elsewhere."""
    first, second = [card for card in surest(found.cards("1371").buying) if card.light][:2]
    assert (first.denied, second.denied) == (False, True)
    assert words.title(first).startswith("Bawang merah") and words.title(second).startswith("Cabai merah")
    (said,) = [line.text for line in words.lines(second) if "menyatakan" in line.text]
    assert said.startswith("Sumber lain menyatakan bukan dari Bukittinggi (2019)")


@pytest.mark.parametrize("city", list(data.cities().index))
def test_short_and_long_forms_of_a_sentence_do_not_contradict_themselves(city):
    """Beranda said "not possible for all: that surplus is 5.9 times the need", its reason cut off."""
    for line in (line for card in found.cards(city).all for line in words.lines(card)):
        if line.text.startswith("Tidak mungkin untuk semua"):
            assert re.match(r"Tidak mungkin untuk semua: \d+ daerah lain .* memakai", first_part(line.text))
        assert not re.search(r"\b0 lebih (?:mahal|murah)|(\d+) dari \1 jenis", line.text), line.text


def test_what_a_newspaper_says_is_told_as_such_with_its_year():
    """Batam's chili: "own production 20 per cent" stood as ours beside the 0.05 tons a day of an official."""
    cards = [card for city in CITIES for card in found.cards(city).all if card.form in WITH_PARTNER]
    notes = [line.text for card in cards for line in words.lines(card) if line.kind == "note"]
    assert notes and all(re.match(r"Berita 20\d\d: |Menurut berita: ", text) for text in notes)
    assert any("produksi sendiri hanya sekitar 20 persen" in text for text in notes)


def test_cheaper_eggs_name_their_months_and_their_source():
    seen = 0
    for card in (card for city in CITIES for card in found.cards(city).all if card.cheaper):
        (line,) = [line for line in words.lines(card) if line.kind == "price"]
        seen += 1
        assert re.search(r"telur \w+ 20\d\d sampai \w+ 20\d\d", line.text) and line.source_ids
        assert set(line.source_ids) <= set(card.source_ids)
    assert seen
