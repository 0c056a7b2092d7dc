"""Three cities and their tables, small enough to rank by hand."""

import numpy as np
import pandas as pd

from analysis.goods import Vocabulary
from analysis.partners import Evidence
from tests.analysis.helpers import OUTPUT

FISH = ("ikan_laut_segar", "good")


def products(
    rows=(("P1", "x", "Ikan tangkap", "A"), ("P2", "y", "Kopi bubuk", "C"), ("P3", "z", "Batik", "C")),
):
    table = pd.DataFrame(rows, columns=["product_id", "region_code", "product", "sector"])
    return table.assign(role="produk", inputs=[None, "biji kopi", "kain"][: len(table)])


def evidence(**changed):
    tables = {
        "output": OUTPUT,
        "supply": pd.Series({"x": 10.0, "y": 20.0, "z": 80.0}),
        # On the equator a degree is 111.195 km: x and y are 1 apart, x and z 4.
        "regions": pd.DataFrame(
            {
                "short_name": ["Xa", "Ye", "Zo"],
                "province_code": ["11", "11", "12"],
                "latitude": 0.0,
                "longitude": [0.0, 1.0, 4.0],
            },
            index=["x", "y", "z"],
        ),
        "population": pd.Series({"x": 1000.0, "y": 2000.0, "z": 4000.0}),
        "spending": pd.DataFrame(
            {
                "region_code": ["x", "y", "z"] * 2,
                "commodity_group": "ikan",
                "commodity": ["Tuna"] * 3 + ["TOTAL"] * 3,
                "rupiah_per_capita_per_week": [100.0, 200.0, 300.0, 1000.0, 2000.0, 5000.0],
            }
        ),
        "products": products(),
        "product_commodities": pd.DataFrame(
            {"product_id": ["P1"], "relation": "output", "commodity_group": "ikan", "commodity": "Tuna"}
        ),
        "needs": pd.DataFrame({"buyer_code": ["y", "x"], "commodity": ["ikan laut, kopi", "beras"]}),
        "supply_links": pd.DataFrame(
            {
                "supplier_city_code": ["x"],
                "buyer_city_code": "z",
                "commodity": "ikan",
                "certainty": "kota",
                "source_id": "S1",
            }
        ),
        "apps": pd.DataFrame(
            {
                "app_id": ["A1", "A2", "A3"],
                "region_code": ["x", "y", "y"],
                "app": ["Lapor", "Antre", "Pajak"],
                "status": ["berjalan", "berjalan", "rencana"],
                "service_domain": ["pengaduan", "kesehatan", "pajak_retribusi"],
            }
        ),
        "cooperation": pd.DataFrame(
            {
                "party_a": ["Kota Xa", "Kota Xa"],
                "party_a_code": ["x", "x"],
                "party_b": ["Kota Zo", "Kota Ye"],
                "party_b_code": ["z", None],
                "date": ["2010-01-01", "2026-01-01"],
                "instrument": ["MoU", "lainnya"],
            }
        ),
        "vocabulary": Vocabulary({("ikan", "laut"): FISH, ("ikan", "tangkap"): FISH, ("ikan", "tuna"): FISH}),
        "source_dates": {"S1": "2015-05", "S2": "2026-01-01"},
    }
    return Evidence(**tables | changed)


def without_output(city):
    output = OUTPUT.copy()
    output.loc[city] = np.nan
    return output
