"""Deliveries on the page: what was promised and what came, the form that books one, what needs a look."""

from __future__ import annotations

from datetime import date

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from data.proposals import Proposal, Proposals
from data.proposals.terms import COUNTED, MASS
from findings.cooperation import deliveries as findings
from i18n import N_, _, ngettext
from ui import charts, tables, widgets
from ui.cooperation import proposal_actions as actions
from ui.cooperation import terms as terms_form
from wording import agreements, formats, theme
from wording.phrases import upper_first

WHOLE = 100
STANDINGS = {
    "undated": N_("tanggal mulai dan akhir belum diisi"),
    "ahead": N_("belum mulai"),
    "never_started": N_("belum pernah ada pengiriman"),
    "running": N_("berjalan"),
    "ending": N_("berakhir dalam {days} hari atau kurang"),
    "ended": N_("sudah berakhir"),
}


def standing(code: str) -> str:
    """Say how an agreement stands."""
    return _(STANDINGS[code]).format(days=findings.WARN_DAYS)


def needs_a_look(proposals: list[Proposal], today: date) -> None:
    """Draw what ends within 90 days, what never started and what is over; nothing when all is well."""
    table = findings.summary([each for each in proposals if not each.ended], today)
    if table.empty:
        return
    late = table[table["standing"].isin(findings.ATTENTION)]
    for row in late.itertuples():
        said = standing(row.standing)
        if not pd.isna(row.days_left):
            said = _("{standing}; {left}").format(
                standing=said, left=agreements.time_left(int(row.days_left))
            )
        text = _("{key} {title}: {standing}.").format(key=row.key, title=row.title, standing=said)
        st.warning(widgets.plain(f"{text} {balance(row)}"), icon=":material/local_shipping:")
    with st.expander(
        _("Janji dan realisasi semua usulan ({count})").format(count=formats.number(len(table)))
    ):
        tables.draw(register(table))


def register(table: pd.DataFrame) -> pd.DataFrame:
    """Return :func:`findings.cooperation.deliveries.summary` in words."""
    return pd.DataFrame({
        _("Usulan"): table["key"],
        _("Barang"): table["good"].where(table["good"] != "", formats.MISSING),
        _("Dijanjikan"): [_amount(row.promised, row.unit) for row in table.itertuples()],
        _("Terkirim"): [_amount(row.delivered, row.unit) for row in table.itertuples()],
        _("Selisih"): [_amount(row.balance, row.unit) for row in table.itertuples()],
        _("Pengiriman terakhir"): [formats.day(day or None) for day in table["last"]],
        _("Berakhir"): [formats.day(day or None) for day in table["end"]],
        _("Sisa waktu"): [
            formats.MISSING if pd.isna(days) else agreements.time_left(int(days))
            for days in table["days_left"]
        ],
        _("Keadaan"): [standing(code) for code in table["standing"]],
    })  # fmt: skip


def _amount(value: float, unit: str) -> str:
    if formats.is_missing(value):
        return formats.MISSING
    # A hundred and more is told in whole units: nobody delivers a tenth of an egg.
    return f"{formats.number(value, 0 if abs(value) >= WHOLE else 1)} {agreements.unit_word(unit)}"


def balance(row) -> str:
    """Say in a sentence what was promised and what came."""
    if formats.is_missing(row.promised):
        return _("Terkirim {delivered}; janji sampai hari ini belum dapat dihitung.").format(
            delivered=_amount(row.delivered, row.unit)
        )
    pattern = (
        _("Dijanjikan {promised} sampai hari ini, terkirim {delivered}: kurang {gap}.")
        if row.balance < 0
        else _("Dijanjikan {promised} sampai hari ini, terkirim {delivered}: lebih {gap}.")
    )
    return pattern.format(
        promised=_amount(row.promised, row.unit),
        delivered=_amount(row.delivered, row.unit),
        gap=_amount(abs(row.balance), row.unit),
    )


def draw(desk: Proposals, proposal: Proposal, today: date, *, may_write: bool) -> None:
    """Draw terms, balance and deliveries of one proposal, and the form that books the next."""
    st.header(_("Syarat dan pengiriman"))
    terms = terms_form.say(proposal.terms)
    if not terms:
        st.caption(_("Belum ada syarat pengiriman; isi pada “Ubah isi usulan”."))
        return
    st.markdown("\n".join(f"- {widgets.plain(name)}: **{widgets.plain(words)}**" for name, words in terms))
    table = findings.summary([proposal], today)
    if not table.empty:
        row = next(table.itertuples())
        said = standing(row.standing)
        if not pd.isna(row.days_left):
            said = _("{standing}; {left}").format(
                standing=said, left=agreements.time_left(int(row.days_left))
            )
        st.markdown(f"**{widgets.plain(balance(row))}** {widgets.plain(upper_first(said))}.")
        _chart(proposal, today)
    if proposal.deliveries:
        tables.draw(_booked(proposal), key=f"pengiriman_{proposal.key}")
    if may_write and proposal.terms.volume is not None and proposal.terms.unit:
        _form(desk, proposal, today)


def _booked(proposal: Proposal) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                _("Tanggal"): formats.day(each.on),
                _("Jumlah"): f"{formats.number(each.amount, 2)} {agreements.unit_word(each.unit)}",
                _("Harga per satuan"): formats.rupiah(each.price),
                _("Catatan"): each.note,
                _("Dicatat oleh"): each.author,
            }
            for each in proposal.deliveries
        ]
    )


def _form(desk: Proposals, proposal: Proposal, today: date) -> None:
    form = f"kirim_{proposal.key}_{proposal.revision}"
    kept = st.session_state.get(actions.KEPT_DELIVERY, {})
    values = kept.get(proposal.key, {})
    units = list(MASS) if proposal.terms.unit in MASS else [proposal.terms.unit or COUNTED[0]]
    with st.form(form, border=True):
        st.markdown(f"**{_('Catat pengiriman')}**")
        columns = st.columns(4)
        columns[0].date_input(
            _("Tanggal diterima"),
            values.get("on", today),
            max_value=today,
            format="DD/MM/YYYY",
            key=f"{form}_on",
        )
        columns[1].number_input(
            _("Jumlah"), value=values.get("amount"), min_value=0.0, key=f"{form}_amount", format="%g"
        )
        columns[2].selectbox(
            _("Satuan"),
            units,
            index=units.index(values.get("unit", proposal.terms.unit)),
            key=f"{form}_unit",
            format_func=agreements.unit_word,
        )
        columns[3].number_input(
            _("Harga per satuan, rupiah"),
            value=values.get("price"),
            min_value=0.0,
            key=f"{form}_price",
            format="%g",
        )
        st.text_input(_("Catatan"), values.get("note", ""), key=f"{form}_note")
        st.form_submit_button(_("Catat pengiriman"), on_click=actions.book, args=(desk, proposal, form))


def _chart(proposal: Proposal, today: date) -> None:
    months = findings.months(proposal, today)
    if months.empty:
        return
    count = len(months)
    widgets.chart(
        figure(months, proposal.terms.unit),
        key=f"realisasi_{proposal.key}",
        alt=ngettext(
            "Janji dan realisasi selama {count} bulan.", "Janji dan realisasi selama {count} bulan.", count
        ).format(count=count),
        table=months,
        reading=_(
            "Batang: yang diterima pada bulan itu. Garis: yang dijanjikan untuk bulan itu menurut volume "
            "pada syarat, dihitung per hari."
        ),
    )


def figure(months: pd.DataFrame, unit: str) -> go.Figure:
    """Return delivered as bars and promised as a line, by month."""
    chart = charts.base(height=260)
    chart.add_bar(x=months["month"], y=months["delivered"], name=_("Terkirim"), marker_color=theme.ACCENT)
    chart.add_scatter(
        x=months["month"],
        y=months["promised"],
        name=_("Dijanjikan"),
        mode="lines+markers",
        line={"color": theme.INK, "dash": "dot"},
    )
    chart.update_yaxes(title_text=agreements.unit_word(unit), rangemode="tozero")
    chart.update_xaxes(tickformat="%m/%Y", dtick="M1")
    return chart
