"""Names and codes of regions: which region a name or a code of either scheme means."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

import pandas as pd

from data.loading import load
from data.versioning.cache import by_version
from data.versioning.versions import SHIPPED_VERSION

KINDS = (
    (re.compile(r"^(kota administrasi|kota adm|kotamadya|kota|kodya)\s+"), "kota"),
    (re.compile(r"^(kabupaten administrasi|kabupaten adm|kabupaten|kab)\s+"), "kabupaten"),
    (re.compile(r"^(provinsi|propinsi|prov)\s+"), "provinsi"),
)
# A city or a regency, and the province above it: "Kota Medan, Sumatera Utara".
BEHIND = re.compile(r"\s*[,(].*$")


@dataclass(frozen=True, slots=True)
class Places:
    """Every region by code and by name.

    Attributes
    ----------
    names, levels, short
        BPS code -> full name, level, name without its kind.
    from_home_affairs
        Code of the Ministry of Home Affairs, with and without its dot -> BPS code.
    by_name
        Name without kind, blanks and marks -> BPS codes.
    """

    names: dict[str, str] = field(default_factory=dict)
    levels: dict[str, str] = field(default_factory=dict)
    short: dict[str, str] = field(default_factory=dict)
    from_home_affairs: dict[str, str] = field(default_factory=dict)
    by_name: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def called(self, name: str) -> tuple[str, ...]:
        """Return the codes of the regions a name may mean; several when the kind is not said."""
        kind, bare = split_name(name)
        found = self.by_name.get(bare, ())
        return tuple(code for code in found if not kind or self.levels[code] == kind)

    def is_called(self, code: str, name: str) -> bool:
        """Whether the region of `code` may be called `name`."""
        return code in self.called(name)

    def namesake(self, code: str) -> str:
        """Return the city called like the regency `code`; empty when there is none."""
        if self.levels.get(code) != "kabupaten":
            return ""
        same = self.by_name[split_name(self.names[code])[1]]
        return next((each for each in same if self.levels[each] == "kota"), "")


@lru_cache(maxsize=4096)
def split_name(name: str) -> tuple[str, str]:
    """Return the kind a name says (empty: none) and the rest without blanks and marks.

    ``Kab. Solok`` is (kabupaten, solok); ``Pematang Siantar`` and ``Pematangsiantar`` are the same.
    """
    text = re.sub(r"\s+", " ", BEHIND.sub("", name.lower()).replace(".", " ")).strip()
    for form, kind in KINDS:
        if form.match(text):
            return kind, re.sub(r"[^a-z0-9]", "", form.sub("", text))
    return "", re.sub(r"[^a-z0-9]", "", text)


@by_version("regions")
def places() -> Places:
    """Return the regions in force; a region renamed by a release is still known by its former name."""
    return places_of(load("regions"), load("regions", SHIPPED_VERSION))


def places_of(regions: pd.DataFrame, former: pd.DataFrame) -> Places:
    """Return the regions of a table ``regions``, and the names they had in the table as it first came."""
    answer = Places()
    names: dict[str, list[str]] = {}
    for row in regions.itertuples():
        code = row.region_code
        answer.names[code], answer.levels[code], answer.short[code] = row.name, row.level, row.short_name
        names.setdefault(split_name(row.name)[1], []).append(code)
        if isinstance(row.kemendagri_code, str):
            answer.from_home_affairs[row.kemendagri_code] = code
            answer.from_home_affairs[row.kemendagri_code.replace(".", "")] = code
    for row in former.itertuples():
        bare = split_name(row.name)[1]
        if row.region_code in answer.names and bare not in names:
            names[bare] = [row.region_code]
    answer.by_name.update({name: tuple(codes) for name, codes in names.items()})
    return answer
