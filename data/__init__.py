"""The data set: tables, geometry, schema, loading, validation, versions."""

from data.cache import by_version
from data.errors import (
    DataError,
    UnknownCity,
    UnknownPeriod,
    UnknownReference,
    UnknownTable,
    UnknownVersion,
)
from data.loading import load, ports_airports
from data.regions import (
    DEFAULT_PERIOD,
    KOMWILS,
    REFERENCES,
    cities,
    reference,
    regencies,
    sectors_matrix,
)
from data.versions import current_version, table_names

__all__ = [
    "DEFAULT_PERIOD",
    "KOMWILS",
    "REFERENCES",
    "DataError",
    "UnknownCity",
    "UnknownPeriod",
    "UnknownReference",
    "UnknownTable",
    "UnknownVersion",
    "by_version",
    "cities",
    "current_version",
    "load",
    "ports_airports",
    "reference",
    "regencies",
    "sectors_matrix",
    "table_names",
]
