"""One partner as a card that reads like advice, and the table of the others."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import data
from findings import partners as findings
from i18n import _
from ui import pages, widgets
from wording import formats, reasons
from wording.names import city_name


def card(row, city: str, sureness: str) -> None:
    """Draw one partner: what each can offer, what exists, how sure, what speaks against it.

    Parameters
    ----------
    row
        One row of :func:`findings.partners.ranking`, as a named tuple.
    city
        The city that looks for a partner.
    sureness
        ``firm``, ``fair`` or ``loose``.
    """
    partner = row.partner
    found = findings.reasons_by_code(row.reasons)
    name, own = city_name(partner), city_name(city)
    with st.container(border=True, key=f"mitra_{partner}"):
        st.markdown(f"### {row.rank}. {widgets.plain(name)}")
        st.markdown(f"**{widgets.plain(reasons.headline(found, city, partner))}.**")
        st.caption(facts(row))
        left, right = st.columns(2, gap="medium")
        with left:
            bullets(
                _("Yang dapat ditawarkan {city}").format(city=own),
                reasons.offers(found, partner, ours=True),
            )
        with right:
            bullets(
                _("Yang dapat ditawarkan {city}").format(city=name),
                reasons.offers(found, city, ours=False),
            )
        existing = reasons.existing(found, city, partner)
        left, right = st.columns(2, gap="medium")
        with left:
            bullets(_("Yang sudah ada"), existing or [_("Belum ada perjanjian atau arus yang terdata")])
        with right:
            bullets(_("Yang perlu diperhatikan"), reasons.cautions(found, city, partner))
        question = _("Seberapa yakin?")
        st.markdown(f"**{question}** {widgets.plain(sure(row, sureness))}")
        with st.container(horizontal=True):
            pages.link(
                "komplementaritas",
                _("Lihat pasangan {city} dan {partner}").format(city=own, partner=name),
                icon=":material/compare_arrows:",
                dari=city,
                ke=partner,
            )
            pages.link(
                "kerja_sama",
                _("Siapkan kerja sama dengan {partner}").format(partner=name),
                icon=":material/assignment:",
                pihak=f"{city},{partner}",
            )


def facts(row) -> str:
    """Province, distance and score of a partner in a line."""
    province = data.cities().at[row.partner, "province"]
    return _("{province}; {km} km garis lurus; nilai {score} dari 1").format(
        province=province, km=formats.number(row.km), score=formats.fixed(row.score, 2)
    )


def bullets(title: str, sentences: list[str]) -> None:
    """Draw a short list under a bold line; a dash when there is nothing to say."""
    st.markdown(f"**{widgets.plain(title)}**")
    said = sentences or [_("Belum tampak pada data")]
    st.markdown("\n".join(f"- {widgets.plain(each)}" for each in said))


def sure(row, sureness: str) -> str:
    """How firm a partner's rank is, and of which years the figures are."""
    how = {
        "firm": _("Kukuh: dengan bobot acak, peringkatnya tetap antara {low} dan {high}."),
        "fair": _("Cukup: dengan bobot acak, peringkatnya antara {low} dan {high}."),
        "loose": _("Longgar: dengan bobot acak, peringkatnya antara {low} dan {high}."),
    }[sureness]
    periods = findings.periods()
    years = _("PDRB {quarter}, belanja pangan {spending}, penduduk {population}.").format(
        quarter=formats.period(periods["output"]),
        spending=periods["spending"],
        population=periods["population"],
    )
    return how.format(low=row.rank_low, high=row.rank_high) + " " + years


def table(ranking: pd.DataFrame) -> pd.DataFrame:
    """The whole ranking in words, for the table and the download."""
    frame = pd.DataFrame(
        {
            _("Peringkat"): ranking["rank"].to_numpy(),
            _("Kota"): [city_name(code) for code in ranking["partner"]],
            _("Nilai"): ranking["score"].round(3).to_numpy(),
            _("Rentang peringkat"): [
                f"{low}–{high}" for low, high in zip(ranking["rank_low"], ranking["rank_high"], strict=True)
            ],
            _("Jarak, km garis lurus"): ranking["km"].round().to_numpy(),
        }
    )
    for name in reasons.SUBJECT_NAMES:
        frame[reasons.subject(name)] = ranking[name].round(3).to_numpy()
    return frame
