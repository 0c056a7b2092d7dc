"""One application as publiccode.yml (version 0.4), and what a city still has to say for it to be valid.

Nothing is invented: a field no city supplied is left out and named in a comment at the head of the
file. The standard: https://yml.publiccode.tools
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from data.schema import TABLES, codes
from data.schema.descriptor import read_json, translated
from data.schema.model import Text
from data.territory import HOME
from i18n import N_

VERSION = "0.4"
LONGEST_SHORT = 150
SHORTEST_LONG = 150
LONGEST_LONG = 10_000
SEVERAL = ";"

DEVELOPMENT_STATUS = codes("development_status")
SOFTWARE_TYPE = codes("software_type")
MAINTENANCE = codes("maintenance_type")
YES, NO = ("ya", "yes", "true", "1"), ("tidak", "no", "false", "0")


@dataclass(frozen=True, slots=True)
class Field:
    """One optional column of ``apps`` and what it is called on the screen."""

    column: str
    label: str


# Columns a city can add to its upload of ``apps``; several values of one cell are separated by ``;``.
FIELDS = (
    Field("development_status", N_("Tahap pengembangan")),
    Field("software_type", N_("Jenis perangkat lunak")),
    Field("owner", N_("Pemilik")),
    Field("contact_name", N_("Narahubung")),
    Field("contact_email", N_("Surel narahubung")),
    Field("contact_phone", N_("Telepon narahubung")),
    Field("licence", N_("Lisensi")),
    Field("repository_url", N_("Alamat kode sumber")),
    Field("landing_url", N_("Alamat aplikasi")),
    Field("dependencies", N_("Bergantung pada")),
    Field("legal_basis", N_("Dasar hukum")),
    Field("hosting", N_("Tempat berjalan")),
    Field("maintenance_type", N_("Cara pemeliharaan")),
    Field("maintainer", N_("Pemelihara")),
    Field("maintained_until", N_("Dipelihara sampai")),
    Field("languages", N_("Bahasa aplikasi")),
    Field("localisation_ready", N_("Siap diterjemahkan")),
    Field("features", N_("Fitur")),
    Field("long_description", N_("Uraian panjang")),
)
COLUMNS = tuple(field.column for field in FIELDS)
PLATFORM = Field("platform", N_("Platform"))


@dataclass(frozen=True, slots=True)
class Guide:
    """One field in words of a city hall: what it is, why it is asked, who in the city knows it, an example.

    `key` is its name in publiccode.yml (a comment of the file where the standard has none), `required`
    whether the standard asks for it whatever the rest says, `asked` how a letter asks for it.
    """

    field: Field
    key: str
    required: bool
    what: Text
    why: Text
    who: Text
    asked: str
    example: str


def _guides() -> dict[str, Guide]:
    labels = {field.column: field for field in (*FIELDS, PLATFORM)}
    entries = read_json(HOME.file("facts", "publiccode_fields.json"))["fields"]
    return {
        each["column"]: Guide(
            labels[each["column"]], each["key"], each["required"], translated(each, "what"),
            translated(each, "why"), translated(each, "who"), each["asked"], each["example"],
        )
        for each in entries
    }  # fmt: skip


GUIDES: dict[str, Guide] = _guides()


@dataclass(frozen=True, slots=True)
class Export:
    """A publiccode.yml: its text, and the required keys nobody has supplied yet."""

    text: str
    missing: tuple[str, ...]

    @property
    def valid(self) -> bool:
        """Whether every key the standard requires is there."""
        return not self.missing


def export(app: Mapping[str, object], used_by: tuple[str, ...] = (), source: str = "") -> Export:
    """Return one row of ``apps`` as publiccode.yml.

    Parameters
    ----------
    app
        The row; columns of :data:`FIELDS` are read where they are there.
    used_by
        Cities that run a copy.
    source
        Where the row comes from, for the comment at the head.
    """
    tree = _tree(app, used_by)
    missing = tuple(key for key in _required(tree) if not _there(tree, key))
    comments = ["publiccode.yml – Sinergi Kota", *([f"Sumber: {source}"] if source else [])]
    if missing:
        comments += ["Belum sah menurut standar: kunci wajib ini belum diisi oleh pemerintah kota.", *missing]
    for column, words in (("legal_basis", "Dasar hukum"), ("hosting", "Tempat berjalan")):
        value = _text(app, column)  # known here, but the standard has no key for it
        if value:
            comments.append(f"{words}: {value}")
    head = "".join(f"# {_one_line(comment)}\n" for comment in comments)
    return Export(f"{head}\n{_yaml(tree)}", missing)


def lacking(app: Mapping[str, object]) -> tuple[Guide, ...]:
    """Return the fields a city still has to fill for this row's publiccode.yml to be valid, as it asks them.

    A contract asks for the supplier and its end in place of a contact; the standard's keys that this
    application writes by itself (version, name) are no question to anybody.
    """
    missing = set(export(app).missing)
    found = [guide for guide in GUIDES.values() if guide.key in missing and _asked_by(guide, app)]
    return tuple(found)


def _asked_by(guide: Guide, app: Mapping[str, object]) -> bool:
    """Of several columns that make one key, those that are empty and needed for it."""
    if guide.key == "maintenance/contractors":
        return _text(app, guide.field.column) is None
    return guide.required


def _tree(app: Mapping[str, object], used_by: tuple[str, ...]) -> dict:
    tree = {
        "publiccodeYmlVersion": VERSION,
        "name": _text(app, "app"),
        "url": _address(app, "repository_url"),
        "landingURL": _address(app, "landing_url"),
        "platforms": _platforms(app),
        "usedBy": list(used_by),
        "developmentStatus": _one_of(app, "development_status", DEVELOPMENT_STATUS),
        "softwareType": _one_of(app, "software_type", SOFTWARE_TYPE),
        "description": {"id": _description(app)},
        "legal": {"license": _licence(app), "repoOwner": _text(app, "owner")},
        "maintenance": _maintenance(app),
        "localisation": {
            "localisationReady": _yes_or_no(app, "localisation_ready"),
            "availableLanguages": _languages(app),
        },
        "dependsOn": {"open": [{"name": name} for name in _several(app, "dependencies")]},
    }
    return _without_gaps(tree)


def _description(app: Mapping[str, object]) -> dict:
    short = _one_line(_text(app, "description") or "")
    long = _text(app, "long_description") or _text(app, "description") or ""
    return {
        "shortDescription": _shortened(short, LONGEST_SHORT),
        "longDescription": long[:LONGEST_LONG] if len(long) >= SHORTEST_LONG else None,
        "features": _several(app, "features"),
        "awards": [text] if (text := _text(app, "recognition")) else [],
    }


def _maintenance(app: Mapping[str, object]) -> dict:
    kind = _one_of(app, "maintenance_type", MAINTENANCE)
    contact = {
        "name": _text(app, "contact_name"),
        "email": _text(app, "contact_email"),
        "phone": _text(app, "contact_phone"),
    }
    contractor = {"name": _text(app, "maintainer"), "until": _day(app, "maintained_until")}
    with_contract = kind == "contract" and all(contractor.values())
    return {
        "type": kind,
        "contractors": [contractor] if with_contract else [],
        "contacts": [contact] if contact["name"] else [],
    }


def _required(tree: dict) -> list[str]:
    keys = [
        "publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType",
        "description/id/shortDescription", "description/id/longDescription", "description/id/features",
        "legal/license", "maintenance/type", "localisation/localisationReady",
        "localisation/availableLanguages",
    ]  # fmt: skip
    kind = tree.get("maintenance", {}).get("type")
    if kind == "contract":
        keys.append("maintenance/contractors")
    elif kind != "none":
        keys.append("maintenance/contacts")
    return keys


def _there(tree: dict, key: str) -> bool:
    for part in key.split("/"):
        if not isinstance(tree, dict) or part not in tree:
            return False
        tree = tree[part]
    return True


def _text(app: Mapping[str, object], column: str) -> str | None:
    value = app.get(column)
    if value is None or (isinstance(value, float) and math.isnan(value)) or not isinstance(value, str):
        return None
    return value.strip() or None


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _shortened(text: str, longest: int) -> str | None:
    if len(text) <= longest:
        return text or None
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(",;:. ") + "…"


def _several(app: Mapping[str, object], column: str) -> list[str]:
    return [part.strip() for part in (_text(app, column) or "").split(SEVERAL) if part.strip()]


def _one_of(app: Mapping[str, object], column: str, allowed: tuple[str, ...]) -> str | None:
    value = _text(app, column)
    return value if value in allowed else None


def _address(app: Mapping[str, object], column: str) -> str | None:
    value = _text(app, column) or ""
    return value if re.fullmatch(TABLES["apps"]["landing_url"].pattern, value) else None


def _day(app: Mapping[str, object], column: str) -> str | None:
    value = _text(app, column) or ""
    return value if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value) else None


def _languages(app: Mapping[str, object]) -> list[str]:
    return [
        code for code in _several(app, "languages") if re.fullmatch(TABLES["apps"]["languages"].pattern, code)
    ]


def _licence(app: Mapping[str, object]) -> str | None:
    value = _text(app, "licence") or ""
    return value if re.fullmatch(r"[\w.+() -]+", value) and re.search(r"\d|MIT|ISC|Zlib", value) else None


def _platforms(app: Mapping[str, object]) -> list[str]:
    return [code for code in (_text(app, "platform") or "").split("|") if code and code != "unknown"]


def _yes_or_no(app: Mapping[str, object], column: str) -> bool | None:
    value = (_text(app, column) or "").casefold()
    return True if value in YES else False if value in NO else None


def _without_gaps(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {key: _without_gaps(part) for key, part in value.items()}
        return {key: part for key, part in kept.items() if part not in (None, "", [], {})}
    if isinstance(value, list):
        return [_without_gaps(part) for part in value]
    return value


def _yaml(value: dict | list, depth: int = 0) -> str:
    """Block style; every text as a JSON string, which YAML reads as a double-quoted one."""
    indent, lines = "  " * depth, []
    if isinstance(value, list):
        for part in value:
            body = _yaml(part, depth + 1) if isinstance(part, dict) else None
            lines.append(f"{indent}- {body.lstrip()}" if body else f"{indent}- {_scalar(part)}\n")
        return "".join(lines)
    for key, part in value.items():
        if isinstance(part, dict | list):
            lines.append(f"{indent}{key}:\n{_yaml(part, depth + 1)}")
        else:
            lines.append(f"{indent}{key}: {_scalar(part)}\n")
    return "".join(lines)


def _scalar(value: object) -> str:
    # JSON leaves U+007F..U+009F and the line separators bare, which YAML does not allow so.
    written = json.dumps(value, ensure_ascii=False)
    return re.sub(r"[\x7f-\x9f\u2028\u2029\ufeff]", lambda found: f"\\u{ord(found[0]):04x}", written)
