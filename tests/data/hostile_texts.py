"""Hostile text in every text column of every table, as an analyst or an editor could publish it."""

from __future__ import annotations

import pandas as pd

import data
from data.schema import TABLES
from data.store import Store

SITE = "jahat.example"
BOLD, CODE, COLOUR, MATHS = "JAHATB", "JAHATC", "JAHATM", "JAHATX"
MARKUP = (
    f"[k](https://{SITE}/1) ![g](https://{SITE}/g.png) <img src=x onerror='window.jahat=1'> <b>{BOLD}</b> "
    f"**{BOLD}** `{CODE}` :red[{COLOUR}] $\\mathrm{{{MATHS}}}$ https://{SITE}/2 www.{SITE} a@{SITE} "
    f"<a href='https://{SITE}/3'>l</a> <https://{SITE}/4> %{{x}} \"'>"
)
# Names of regions are cut on every page: the most dangerous first.
SHORT = f"[k](//{SITE}) <b>{BOLD}</b> **{BOLD}** www.{SITE}"
NAMES = {"regions": ("name", "short_name", "province")}


def hostile(table: str) -> pd.DataFrame | None:
    """Return the shipped content of `table`, every text followed by markup; None where it has no text."""
    frame = data.load(table, 1)
    texts = [
        column.name
        for column in TABLES[table].columns
        if column.kind == "text" and not column.pattern and frame[column.name].notna().any()
    ]
    for name in texts:
        added = SHORT if name in NAMES.get(table, ()) else MARKUP
        frame[name] = frame[name].where(frame[name].isna(), frame[name] + " " + added)
    return frame if texts else None


def publish(store: Store, *, names: bool = False) -> list[str]:
    """Publish all of it; with `names` the names of the regions too. Return the tables published."""
    done = []
    for table in TABLES:
        frame = hostile(table) if table != "regions" or names else None
        if frame is not None:
            store.publish(table, frame, f"penyunting {MARKUP}"[:300], MARKUP, store.current(table))
            done.append(table)
    return done
