"""Find regions whose series an upload copied from another region's."""

from __future__ import annotations

import pandas as pd

from data.quality.audit import copied_series
from data.validation.context import Upload
from data.validation.keys import merged

# Amount, and what makes one series of it, of the tables whose regions never share one.
SERIES = {
    "grdp_sectors_2013_2020": ("value_billion_rupiah", ("period", "sector")),
    "grdp_sectors_2021_2025": ("value_billion_rupiah", ("period", "sector")),
    "grdp_totals_514_2010_2023": ("value_billion_rupiah", ("period", "price_basis")),
    "grdp_expenditure_514_2010_2023": ("value_billion_rupiah", ("period", "component")),
    "food_quantities": ("quantity_per_capita_per_week", ("year", "commodity_group", "commodity")),
}
MOST_NAMED = 6


def check_copies(upload: Upload, frame: pd.DataFrame) -> None:
    """Warn where two regions of the upload, or one of it and one in force, would have the same series."""
    if upload.table.name not in SERIES or frame.empty:
        return
    value, along = SERIES[upload.table.name]
    keys = list(upload.table.key)
    touched = frame.dropna(subset=[*keys, value]).drop_duplicates(keys)
    if touched.empty:
        return
    rows = touched.reset_index().drop_duplicates("region_code").set_index("region_code")["index"]
    there = upload.current()
    others = there[~there["region_code"].isin(rows.index)]
    whole = pd.concat([others, merged(upload, touched)]).dropna(subset=[value]).drop_duplicates(keys)
    for group in copied_series(whole, value, along=along):
        here = [region for region in group if region in rows.index]
        if here:
            named = ", ".join(group[:MOST_NAMED])
            upload.report("copied_series", int(rows[here[-1]]), "region_code", regions=named)
