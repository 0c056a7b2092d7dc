"""What the page on food says in a sentence."""

from __future__ import annotations

import pandas as pd
import pytest

from ui.market import words


def flows(certainties: list[str]) -> pd.DataFrame:
    rows = [
        {"supplier": f"12{number}", "buyer": "1271", "match": "named", "certainty": certainty}
        for number, certainty in enumerate(certainties)
    ]
    return pd.DataFrame(rows, columns=["supplier", "buyer", "match", "certainty"])


@pytest.mark.parametrize(
    ("certainties", "said"),
    [
        (
            ["kota", "hub"],
            "2 pasangan kota diberitakan memasok barang ini; 1 di antaranya jelas kota asalnya",
        ),
        (["kota", "kota"], "2 pasangan kota diberitakan memasok barang ini, semuanya jelas kota asalnya"),
        (["hub", "hub"], "2 pasangan kota diberitakan memasok barang ini; tidak satu pun jelas kota asalnya"),
        (["kota"], "1 pasangan kota diberitakan memasok barang ini, dengan kota asal yang jelas"),
        (["hub"], "1 pasangan kota diberitakan memasok barang ini; kota asalnya belum jelas"),
    ],
)
def test_one_number_is_not_said_twice(certainties, said):
    assert words.flows_headline(flows(certainties)) == said
