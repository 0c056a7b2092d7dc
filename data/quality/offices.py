"""Keep private persons out of the directory of offices: their names, numbers and addresses are refused.

It can tell only what looks like a person: a name without any word for a body, a title before or behind a
name, a mobile number, a mailbox of the public, a number of sixteen or eighteen digits.
"""

from __future__ import annotations

import re

TABLE = "directory"
# A word for a body; a name without one is taken for a person's.
BODY = re.compile(
    r"\b(?:PT|CV|UD|PD|PUD|PP|Firma|Perum|Perumda|Perseroda|Perusahaan|BUMD|BUMDes|BUMDesa|BUMN|Koperasi|KUD|KSU"
    r"|Kopontren|Induk|Gapoktan|Kelompok|Poktan|KWT|Asosiasi|Perkumpulan|Paguyuban|Yayasan|Toko|Kios|Grosir"
    r"|Pasar|Gudang|Pusat|Terminal|Rumah Potong|Balai|TPID|TPIP|Tim|Sekretariat|Setda|Dinas|Badan|Bagian"
    r"|Bidang|Biro|Kantor|Bulog|Bapanas|Bank|Kadin|Kamar|Pemerintah|Pemko|Pemkab|Pemprov|UPT|UPTD|Unit|Distributor"
    r"|Agen|Usaha|Dewan|Lembaga)\b",
    re.IGNORECASE,
)
TITLED = re.compile(
    r"\b(?:Bapak|Bpk|Pak|Sdr|Sdri|Saudara|Saudari|Hj|Drs|Dra)\b\.?\s+[A-Z]"
    r"|\bIbu\s+(?!Kota\b)[A-Z]"
    r"|,\s*(?:S\.?\s?(?:E|H|P|T|Pt|Pi|Sos|Kom|Ag|IP|STP|Si)|M\.?\s?(?:M|Si|AP|H|P|T|Kom)|A\.?Md|MBA|Ph\.?D)\b"
)
MOBILE = re.compile(r"(?<!\d)(?:\+?62|0)8[1-9]\d{6,11}(?!\d)")
NUMBER = re.compile(r"(?<!\d)(?:\d{16}|\d{18})(?!\d)")
PUBLIC_HOSTS = frozenset(
    "gmail.com googlemail.com yahoo.com yahoo.co.id ymail.com rocketmail.com hotmail.com outlook.com "
    "outlook.co.id live.com msn.com icloud.com me.com mail.com aol.com "
    "proton.me protonmail.com gmx.com".split()
)
MAILBOX = re.compile(r"[^@\s;,<>]+@([^@\s;,<>]+\.[^@\s;,<>]+)")


def problems(column: str, text: str) -> list[tuple[str, dict[str, object]]]:
    """Return what in one cell looks like a person: (code of the message, its facts)."""
    found: list[tuple[str, dict[str, object]]] = []
    # Streets bear the names of persons.
    named = column in ("name", "note") and TITLED.search(text)
    if named or (column == "name" and not BODY.search(text)):
        found.append(("person_name", {}))
    digits = re.sub(r"(?<=[\d+])[\s().-]+(?=\d)", "", text)
    if NUMBER.search(digits):
        found.append(("person_number", {}))
    elif MOBILE.search(digits):
        found.append(("person_phone", {}))
    hosts = [host.casefold().rstrip(".") for host in MAILBOX.findall(text)]
    found += [("person_email", {"host": host}) for host in hosts if host in PUBLIC_HOSTS]
    return found
