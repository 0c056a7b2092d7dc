"""What regions, code lists and foods are called, in the language in force."""

from __future__ import annotations

import data
from data.schema import label
from data.territory import HOME
from data.texts import readable
from i18n import _, language
from wording import formats
from wording.cutting import short

# A name that is about the rest, or the treated form, loses its sense when cut.
LONGEST_NAME = 60
UNCUT = ("diawetkan", "lainnya", "olahan", "preserved", "other", "processed")


def city_name(code: str) -> str:
    """Short name of a region: ``Medan``; the code itself when there is no such region."""
    return _short_names().get(code, code)


def place_name(code: str) -> str:
    """A kabupaten or kota as it stands in a sentence: ``Kab. Karo``, ``Medan``, ``Kota Solok``.

    A kota says so where a kabupaten bears its name.
    """
    return _place_names().get(code, code)


@data.by_version("regions")
def _place_names() -> dict[str, str]:
    regions = data.regencies()
    twice = regions["short_name"].duplicated(keep=False)
    rows = zip(regions.index, map(city_name, regions.index), regions["level"], twice, strict=True)
    return {
        code: f"Kab. {name}" if level != "kota" else f"Kota {name}" if shared else name
        for code, name, level, shared in rows
    }


@data.by_version("regions")
def _short_names() -> dict[str, str]:
    regions = data.load("regions")
    names = (short(readable(name), LONGEST_NAME) for name in regions["short_name"])
    return dict(zip(regions["region_code"], names, strict=True))


def city_names() -> dict[str, str]:
    """Short name of every member city by its code, for charts and lists."""
    return {code: city_name(code) for code in data.cities().index}


def full_name(code: str) -> str:
    """Name of a region with its kind: ``Kota Medan``; the code itself when there is no such region."""
    return _full_names().get(code, code)


def party_name(code: str) -> str:
    """A government as a party: a member city by its short name, any other region with its kind."""
    return city_name(code) if code in data.cities().index else full_name(code)


@data.by_version("regions")
def _full_names() -> dict[str, str]:
    regions = data.load("regions")
    names = (short(readable(name), LONGEST_NAME) for name in regions["name"])
    return dict(zip(regions["region_code"], names, strict=True))


@data.by_language("regions")
def scope(code: str) -> str:
    """A set of member cities with how many they are: ``24 kota Komwil I``, ``34 kota Komwil I dan II``."""
    own = code in (data.HOME_KOMWIL, "komwil_1")
    count = len(data.cities(data.HOME_KOMWIL if own else None))
    named = data.KOMWILS[:1] if own else sorted(data.KOMWILS)
    return _("{count} kota Komwil {named}").format(count=count, named=formats.listing(list(named)))


def home_komwil() -> str:
    """Name of the Komwil whose dashboard this is: ``Komwil I``."""
    return label("komwil", data.HOME_KOMWIL)


def island() -> str:
    """Name of the island the home Komwil lies on: ``Sumatera``."""
    return _(HOME.island)


@data.by_language("regions")
def reference_label(code: str) -> str:
    """A reference economy with what it is the sum of: ``Komwil I (jumlah 24 kota)``."""
    if code == "komwil_1":
        return _("{home} (jumlah {count} kota)").format(
            home=home_komwil(), count=len(data.cities(data.HOME_KOMWIL))
        )
    if code == "indonesia":
        return _("Indonesia (jumlah {count} kabupaten/kota)").format(count=len(data.regencies()))
    if code == "sumatra":
        regions = data.regencies()["province_code"].isin(HOME.provinces)
        return _("{island} (jumlah {count} kabupaten/kota)").format(island=island(), count=int(regions.sum()))
    return label("reference", code)


def word(kind: str, code: str) -> str:
    """What a code list calls `code` in the language in force: sector, category, status and so on."""
    return label(kind, code, language())


def food_label(food: str, *, short: bool = False) -> str:
    """Name of a food or of a whole group in the language in force, without the examples in brackets.

    `short`: the first of several names only, for sentences and charts (``Kembung`` for
    ``Kembung, lema/tatare, banyar/banyara``).
    """
    group = label("commodity_group", food)
    name = (label("commodity", food) if group == food else group).split(" (")[0]
    if short and group == food and not any(part in name.lower() for part in UNCUT):
        return name.split(",")[0].split("/")[0]
    return name
