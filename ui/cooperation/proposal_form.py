"""The fields of a proposal, for a new one and for a change."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import streamlit as st

import data
from data.permissions import Refused
from data.proposals import ANSWERS, LONGEST, OPEN, SUBJECTS, Proposal, Proposals, Terms
from data.proposals.terms import PERIODS, UNITS
from data.versioning import versions
from findings.cooperation import proposal_evidence
from findings.deals.reports import Report
from findings.deals.summary import between
from findings.goods import trade_goods
from i18n import _
from ui import choices, tables, widgets
from ui.cooperation import differences
from ui.cooperation import proposal_actions as actions
from ui.cooperation import proposal_words as words
from ui.cooperation import terms as terms_form
from ui.frame import way_in
from wording import formats
from wording.agreements import unit_word
from wording.deals.layout import as_told
from wording.deals.sentences import price_lines, way_line, year_word
from wording.goods import good_name
from wording.names import party_name, place_name
from wording.phrases import upper_first

NEW = "baru"
PICKED_AT_FIRST = (proposal_evidence.DEAL, proposal_evidence.FLOWS, proposal_evidence.NEEDS)
_VOLUME = re.compile(r"(?P<amount>\d+(?:\.\d+)?) (?P<unit>\w+)/(?P<period>\w+)")
DEAL = "peluang"  # in the address: the good of the deal a proposal starts from


def may_write(desk: Proposals, parties: tuple[str, ...] | None = None) -> bool:
    """Whether this session may write; says why not, and asks for a name where nobody logs in."""
    try:
        desk.may_write(actions.identity(), parties)
    except Refused as refusal:
        st.info(widgets.plain(str(refusal)), icon=":material/lock:")
        way_in.draw("masuk_usulan")
        return False
    if not actions.identity().login_required:
        st.text_input(
            _("Nama Anda, untuk riwayat"), key=actions.NAME, max_chars=60, placeholder=_("nama dan jabatan")
        )
    return True


def new(desk: Proposals, titles: Callable[[dict], str]) -> None:
    """Draw the form of a new proposal.

    Parameters
    ----------
    titles
        Says what a piece of evidence (``{"kind": …}``) is called.
    """
    st.header(_("Usulan kerja sama baru"))
    parties = tuple(
        choices.choose_many(
            "pihak",
            _any_party(),
            _("Para pihak, pengusul disebut pertama"),
            show=party_name,
            placeholder=_("Pilih daerah"),
        )
    )
    members = set(data.cities().index)
    strangers = [party_name(code) for code in parties if code not in members]
    if strangers:
        st.caption(_("Di luar kota anggota: {names}.").format(names=formats.listing(strangers)))
    if not may_write(desk, parties or None):
        return
    # Named in the address by a page that proposes something.
    goods = choices.choose_many(
        "barang",
        _of_parties("products", "product_id", parties),
        _("Produk"),
        show=words.product,
        placeholder=_("Produk para pihak"),
    )
    apps = choices.choose_many(
        "aplikasi",
        _of_parties("apps", "app_id", parties),
        _("Aplikasi"),
        show=words.application,
        placeholder=_("Aplikasi para pihak"),
    )
    st.session_state[f"{NEW}_products"], st.session_state[f"{NEW}_apps"] = goods, apps
    likely = SUBJECTS[2] if goods and apps else SUBJECTS[1] if apps else SUBJECTS[0]
    started = from_deal(parties)
    _texts(NEW, started or Proposal("", parties, likely))
    terms_form.fields_of(
        NEW, started.terms if started else Terms(), open_at_first=started is not None, places=parties
    )
    _evidence_choice(parties, titles)
    st.button(
        _("Simpan usulan"),
        type="primary",
        icon=":material/save:",
        on_click=actions.create,
        args=(desk, NEW, parties, versions.current_edition(), started.origin if started else ()),
        key="simpan_baru",
    )


def from_deal(parties: tuple[str, ...]) -> Proposal | None:
    """Return what a proposal inherits from the deal the address names: title, words, good, its parties.

    The volume is the one last reported between the two; without a report it stays empty: a need is no offer,
    and what is left at the supplier is promised to nobody.
    """
    code = st.query_params.get(DEAL, "")
    found = [
        deal
        for one, other in permutations(parties[:2], 2)
        for deal in between(one, other)
        if deal.good.code == code
    ]
    if not found:
        return _from_food(parties, code)
    deal = found[0]
    good = good_name(code, as_told(deal))
    title = _("{good} dari {supplier} untuk {buyer}").format(
        good=upper_first(good), supplier=place_name(deal.supplier), buyer=place_name(deal.buyer)
    )
    subject = " ".join([*(line.text for line in price_lines(deal)), way_line(deal).text])
    terms, told = Terms(good=good, unit="" if deal.good.pieces else "ton"), reported_volume(deal.reports)
    if told is not None:
        volume, unit, period, year = told
        terms = replace(terms, volume=volume, unit=unit, period=period)
        subject += " " + _("Volume menurut berita {year}: {amount} {unit} per {period}; sesuaikan.").format(
            year=year_word(year),
            amount=formats.number(volume, 2),
            unit=unit_word(unit),
            period=unit_word(period),
        )
    origin = (deal.supplier, deal.buyer, code)
    return Proposal(title, parties, SUBJECTS[0], subject, terms=terms, origin=origin)


def reported_volume(reports: tuple[Report, ...]) -> tuple[float, str, str, int | None] | None:
    """Return amount, unit, period and year last reported as agreed or asked for; None where none was."""
    for report in sorted(reports, key=lambda each: -(each.year or 0)):
        found = _VOLUME.fullmatch(report.amount)
        if found and found["unit"] in UNITS and found["period"] in PERIODS and not report.failed:
            return float(found["amount"]), found["unit"], found["period"], report.year
    return None


def _from_food(parties: tuple[str, ...], code: str) -> Proposal | None:
    """Return a beginning for a good nobody is reported to bring yet: the first buys, the second sells."""
    members = set(data.cities().index)
    if len(parties) < 2 or parties[0] not in members or code not in trade_goods():
        return None
    buyer, supplier = parties[:2]
    good = good_name(code)
    title = _("{good} dari {supplier} untuk {buyer}").format(
        good=upper_first(good), supplier=place_name(supplier), buyer=place_name(buyer)
    )
    terms = Terms(good=good, unit="" if trade_goods()[code].pieces else "ton")
    return Proposal(title, parties, SUBJECTS[0], terms=terms, origin=(supplier, buyer, code))


def _evidence_choice(parties: tuple[str, ...], titles: Callable[[dict], str]) -> None:
    st.markdown(_("**Bukti dari dasbor, dibekukan saat disimpan**"))
    offered = proposal_evidence.offered(parties)
    if not offered:
        st.caption(_("Bukti tersedia bila sedikitnya satu pihak adalah kota anggota."))
    columns = st.columns(2)
    for position, (kind, rows) in enumerate(offered.items()):
        with columns[position % 2]:
            st.checkbox(
                _("{title} ({count} baris)").format(title=titles({"kind": kind}), count=formats.number(rows)),
                value=kind in PICKED_AT_FIRST,
                key=f"{NEW}_bukti_{kind}",
            )


def change(desk: Proposals, proposal: Proposal, titles: Callable[[dict], str]) -> None:
    """Draw the form that changes `proposal`; what is saved is measured against the revision seen here."""
    form = f"ubah_{proposal.key}_{proposal.revision}"
    key, kept = st.session_state.get(actions.KEPT, (None, {}))
    values = kept if key == proposal.key else {}
    if values:
        _differences(proposal, values)
    with st.form(form, border=True):
        parties = list(values.get("parties", proposal.parties))
        st.multiselect(
            _("Para pihak, pengusul disebut pertama"),
            _any_party(),
            default=[code for code in parties if code in _any_party()],
            format_func=party_name,
            key=f"{form}_parties",
            placeholder=_("Pilih daerah"),
            help=_("Bila pihak berubah, bukti diambil ulang."),
        )
        for field, column, show, hint in (
            ("products", "product_id", words.product, _("Produk para pihak")),
            ("apps", "app_id", words.application, _("Aplikasi para pihak")),
        ):
            options = _of_parties(field, column, tuple(parties))
            picked = [code for code in values.get(field, getattr(proposal, field)) if code in options]
            st.multiselect(
                _(words.FIELDS[field]),
                options,
                default=picked,
                format_func=show,
                key=f"{form}_{field}",
                placeholder=hint,
            )
        _texts(form, proposal, values)
        terms_form.fields_of(form, values.get("terms", proposal.terms), places=tuple(parties))
        there = [item["kind"] for item in proposal.evidence]
        offered = list(dict.fromkeys([*there, *proposal_evidence.offered(proposal.parties)]))
        st.multiselect(
            _("Bukti"),
            offered,
            default=there,
            format_func=lambda kind: titles({"kind": kind}),
            key=f"{form}_kinds",
            placeholder=_("Pilih bukti"),
        )
        st.checkbox(_("Ambil ulang semua bukti dari data yang sekarang berlaku"), key=f"{form}_anew")
        st.form_submit_button(
            _("Simpan perubahan"),
            type="primary",
            on_click=actions.update,
            args=(desk, proposal, form, versions.current_edition()),
        )


def _differences(proposal: Proposal, values: dict) -> None:
    """Draw what was typed beside what is saved now; the form below holds what was typed."""
    table = differences.table(proposal, values)
    if len(table):
        st.markdown(_("**Yang berbeda dari isi tersimpan (revisi {revision}, oleh {author})**").format(
            revision=proposal.revision, author=widgets.plain(proposal.author)))  # fmt: skip
        tables.draw(table)


def _texts(form: str, proposal: Proposal, values: dict | None = None) -> None:
    values = values or {}

    def start(name: str) -> str:
        return str(values.get(name, getattr(proposal, name)))

    st.text_input(_("Judul"), start("title"), key=f"{form}_title", max_chars=LONGEST["title"])
    st.segmented_control(
        _("Pokok kerja sama"),
        list(SUBJECTS),
        default=start("subject_kind"),
        format_func=lambda code: _(words.SUBJECTS[code]),
        key=f"{form}_subject_kind",
        required=True,
    )
    st.text_area(
        _("Uraian: apa yang ditawarkan dan dibutuhkan"),
        start("subject"),
        key=f"{form}_subject",
        max_chars=LONGEST["subject"],
    )
    st.text_input(
        _("Pihak lain yang tidak ada dalam daftar"),
        start("other_parties"),
        key=f"{form}_other_parties",
        max_chars=LONGEST["other_parties"],
    )
    st.text_input(
        _("Narahubung (perangkat daerah, jabatan)"),
        start("contact"),
        key=f"{form}_contact",
        max_chars=LONGEST["contact"],
        help=_("Terlihat oleh semua pembaca: tulis alamat kantor, bukan nomor pribadi."),
    )
    st.text_area(_("Catatan"), start("notes"), key=f"{form}_notes", max_chars=LONGEST["notes"])
    questions = {
        "burdens": _("Apakah rencana membebani masyarakat dan daerah? [1][7]"),
        "unbudgeted": _("Apakah dananya belum dianggarkan dalam APBD tahun berjalan? [1][7]"),
    }
    for (name, question), column in zip(questions.items(), st.columns(2), strict=True):
        with column:
            st.segmented_control(
                question,
                list(ANSWERS),
                default=start(name) if start(name) in ANSWERS else OPEN,
                format_func=lambda code: _(words.ANSWERS[code]),
                key=f"{form}_{name}",
                required=True,
            )


@data.by_version("regions")
def _any_party() -> list[str]:
    """Return codes of all regions, the 34 first."""
    members = list(data.cities().index)
    others = data.regencies().index.difference(members, sort=False)
    return [*members, "31", *others]


def _of_parties(table: str, column: str, parties: tuple[str, ...]) -> list[str]:
    rows = data.load(table)
    return list(rows.loc[rows["region_code"].isin(parties), column])
