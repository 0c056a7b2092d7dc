"""The ranking of cities by size and nearness on the page on partners: choices, chart, table."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.partners import ROLES
from data import by_language
from findings import partners as findings
from i18n import _
from ui import choices, still, tables, widgets
from ui.partners import cards as partner_cards
from ui.partners import charts as charts_partners
from ui.partners import words as partner_words
from wording import reasons
from wording.names import city_name
from wording.names import scope as scope_name

CHARTED = 12
WIDTHS = (800, 350)  # pixels of a page beside the menu, and of a phone


def ask(city: str) -> findings.Choices:
    """Ask what the reader wants the ranking made of."""
    start = findings.default_choices(city)
    first, second = st.columns(2)
    with first:
        role = choices.choose("peran", ROLES, _("Mitra sebagai"), show=partner_words.role, kind="segmented")
    with second:
        scope = choices.choose(
            "cakupan",
            findings.SCOPES,
            _("Pilih mitra dari"),
            default=start.scope,
            show=scope_name,
            kind="segmented",
        )
    with st.expander(_("Bobot dan perjanjian"), icon=":material/tune:"):
        st.write(partner_words.weights_note())
        columns = st.columns(3)
        weights = []
        for position, (name, default) in enumerate(findings.DEFAULTS.items()):
            with columns[position % 3]:
                weights.append(
                    choices.weight(
                        f"bobot_{name}",
                        reasons.subject(name),
                        default=default,
                        help=partner_words.subject_help(name),
                    )
                )
        agreements = choices.choose(
            "perjanjian",
            list(findings.AGREEMENT_MODES),
            _("Perjanjian yang sudah ada"),
            show=partner_words.agreement_mode,
            kind="segmented",
            help=partner_words.agreements_help(),
        )
        same_province = choices.flag("seprovinsi", _("Sertakan kota seprovinsi"), default=True)
    return findings.Choices(tuple(weights), agreements, role, scope, same_province)


@by_language()
def _told(city: str, asked: findings.Choices) -> tuple[str, str, still.Pictures, pd.DataFrame]:
    """Headline, what the chart shows, the chart as pictures, the whole ranking in words."""
    ranked = findings.ranking(city, asked).dropna(subset=["score"])
    shown = ranked.head(CHARTED)
    names = {code: city_name(code) for code in ranked["partner"]}
    parts = findings.contributions(shown, asked)
    chart = still.row_pictures(charts_partners.score_parts, parts, shown, names, widths=WIDTHS)
    alt = partner_words.chart_alt(shown, city)
    return partner_words.headline(ranked, city), alt, chart, partner_cards.table(ranked)


def whole(city: str, asked: findings.Choices) -> None:
    """Draw what the order is made of, and the ranking to its end."""
    headline, alt, chart, ranked = _told(city, asked)
    st.markdown(f"**{headline}**")
    st.caption(partner_words.basis(len(ranked)))
    widgets.chart(
        chart,
        key="mitra_skor",
        alt=alt,
        table=ranked,
        reading=partner_words.chart_reading(),
        source_ids=findings.source_ids(),
        note=partner_words.chart_note(len(ranked)),
    )
    with st.expander(_("Semua kota menurut urutan ({count})").format(count=len(ranked))):
        tables.draw(ranked)
