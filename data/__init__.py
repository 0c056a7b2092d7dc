"""The data set: tables, geometry, schema, loading, validation, versions."""

from data.errors import (
    DataError,
    UnknownCity,
    UnknownPeriod,
    UnknownReference,
    UnknownTable,
    UnknownVersion,
)
from data.loading import corrections, load, ports_airports
from data.periods import (
    base_year,
    final_year,
    latest_quarter,
    latest_year,
    registered_population,
    unsettled_years,
    year_status,
)
from data.quality.caveats import caveats_for
from data.quality.completeness import city_summary
from data.quality.gaps import missing
from data.regions import (
    HOME_KOMWIL,
    KOMWILS,
    REFERENCES,
    cities,
    reference,
    regencies,
    sectors_matrix,
)
from data.sourcing.provenance import Origin, computed, origin, origins
from data.versioning.cache import by_language, by_version
from data.versioning.versions import current_version, table_names

__all__ = [
    "HOME_KOMWIL",
    "KOMWILS",
    "REFERENCES",
    "DataError",
    "Origin",
    "UnknownCity",
    "UnknownPeriod",
    "UnknownReference",
    "UnknownTable",
    "UnknownVersion",
    "base_year",
    "by_language",
    "by_version",
    "caveats_for",
    "cities",
    "city_summary",
    "computed",
    "corrections",
    "current_version",
    "final_year",
    "latest_quarter",
    "latest_year",
    "load",
    "missing",
    "origin",
    "origins",
    "ports_airports",
    "reference",
    "regencies",
    "registered_population",
    "sectors_matrix",
    "table_names",
    "unsettled_years",
    "year_status",
]
