"""What goods and amounts of them are called."""

from __future__ import annotations

import math

from analysis.market import DAYS
from findings.goods import Good
from i18n import N_, _
from wording import formats
from wording.names import food_label
from wording.phrases import lower_first

GOODS = {
    "ikan_laut_segar": N_("ikan dan hasil laut segar"),
    "bandeng": N_("bandeng"),
    "gabus": N_("ikan gabus"),
    "mujair": N_("mujair"),
    "ikan_mas": N_("ikan mas"),
    "nila": N_("nila"),
    "lele": N_("lele"),
    "gurame": N_("gurame"),
    "patin": N_("patin"),
    "ikan_kering": N_("ikan asin dan kering"),
    "daging_ayam_ras": N_("daging ayam ras"),
    "sapi": N_("daging sapi"),
    "telur_ayam_ras": N_("telur ayam ras"),
    "susu_murni": N_("susu murni"),
    "sayur_dataran_tinggi": N_("sayur dataran tinggi"),
    "kubis": N_("kubis"),
    "sawi_putih": N_("sawi putih"),
    "buncis": N_("buncis"),
    "tomat_sayur": N_("tomat"),
    "wortel": N_("wortel"),
    "daun_bawang": N_("daun bawang"),
    "kacang_panjang": N_("kacang panjang"),
    "mentimun": N_("mentimun"),
    "cabai_hijau": N_("cabai hijau"),
    "cabai_merah": N_("cabai merah"),
    "cabai_rawit": N_("cabai rawit"),
    "bawang_merah": N_("bawang merah"),
    "bawang_putih": N_("bawang putih"),
    "jeruk": N_("jeruk"),
    "rambutan": N_("rambutan"),
    "duku": N_("duku"),
    "salak": N_("salak"),
    "pisang": N_("pisang"),
    "alpukat": N_("alpukat"),
    "nanas": N_("nanas"),
    "jambu_air": N_("jambu air"),
    "beras": N_("beras"),
    "kentang": N_("kentang"),
    "ubi_kayu": N_("ubi kayu"),
    "gula_pasir": N_("gula pasir"),
    "minyak_goreng": N_("minyak goreng"),
}
MILLION = 1e6
FEW = 10


def good_name(code: str, as_told: str = "") -> str:
    """A good inside a sentence; what is no food of the list is called as its source calls it."""
    return _(GOODS[code]) if code in GOODS else as_told or code


def amount(ton: float, pieces: float = float("nan")) -> str:
    """Tons or pieces of a year: ``3.119 ton``, ``192,2 juta butir``."""
    if not math.isnan(pieces):
        if pieces >= MILLION:
            return _("{count} juta butir").format(count=formats.number(pieces / MILLION, 1))
        return _("{count} butir").format(count=formats.number(pieces))
    if math.isnan(ton):
        return formats.MISSING
    return _("{count} ton").format(count=formats.number(ton, 1 if 0 < ton < FEW else 0))


def daily(ton: float, pieces: float = float("nan")) -> str:
    """The same a day: ``8,5 ton sehari``."""
    if not math.isnan(pieces):
        return _("{count} butir sehari").format(count=formats.number(round(pieces / DAYS, -2)))
    return _("{count} ton sehari").format(count=formats.number(ton / DAYS, 1))


def survey_food(name: str, good: Good) -> str:
    """A food of the survey inside a sentence, or the good where it is only one."""
    return (
        lower_first(food_label(name, short=True)) if name and len(good.susenas) > 1 else good_name(good.code)
    )
