import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import data
from data.changes.differences import difference, key_of, merge_update, row_cities
from data.versioning.versions import table_names


@pytest.mark.parametrize("table", table_names())
def test_a_table_does_not_differ_from_itself(table):
    frame = data.load(table)
    found = difference(frame, frame.sample(frac=1, random_state=1), table)
    assert found.empty
    assert found.changed.empty
    assert found.by_city().empty


def test_rows_and_cells_that_differ():
    old = data.load("awards")
    new = old.drop(index=3).copy()
    new.loc[0, "index_value"] = 99.5
    new.loc[1, ["note", "index_value"]] = ["baru", np.nan]
    extra = old.iloc[[5]].assign(award="Penghargaan Baru")
    new = pd.concat([new, extra], ignore_index=True)
    found = difference(old, new, "awards")
    assert found.removed["award"].tolist() == [old.loc[3, "award"]]
    assert found.added["award"].tolist() == ["Penghargaan Baru"]
    assert len(found.before) == len(found.after) == 2
    cells = found.changed.set_index(["region_code", "column"])
    assert cells.loc[(old.loc[0, "region_code"], "index_value"), "new"] == 99.5
    by_city = found.by_city().set_index("region_code")
    assert by_city.loc[old.loc[5, "region_code"], "added"] == 1
    assert by_city["changed_cells"].sum() == len(found.changed)
    assert by_city["removed"].sum() == 1


def test_a_missing_key_equals_a_missing_key():
    old = data.load("cooperation")
    assert old["date"].isna().any()
    new = old.copy()
    row = old.index[old["date"].isna()][0]
    new.loc[row, "description"] = "lain"
    found = difference(old, new, "cooperation")
    assert (len(found.added), len(found.removed)) == (0, 0)
    assert found.changed[["column", "new"]].values.tolist() == [["description", "lain"]]


def test_whose_a_row_is():
    links = data.load("supply_links")
    first = links.iloc[0]
    assert set(row_cities("supply_links", links)[0]) == {
        first["supplier_city_code"],
        first["buyer_city_code"],
    }
    assert row_cities("sources", data.load("sources").head(2)).tolist() == [(), ()]
    commodities = data.load("product_commodities")
    homes = row_cities("product_commodities", commodities)
    assert homes.map(len).eq(1).all()
    assert row_cities("regions", data.load("regions").tail(1)).map(len).tolist() == [1]


def test_an_update_replaces_rows_of_the_same_key_and_appends_new_ones():
    current = data.load("awards")
    known = current.iloc[[2]].assign(note="diperbarui")
    fresh = current.iloc[[4]].assign(award="Baru")
    merged = merge_update(current, pd.concat([known, fresh]), key_of("awards"))
    assert len(merged) == len(current) + 1
    assert merged.loc[2, "note"] == "diperbarui"
    assert merged.iloc[-1]["award"] == "Baru"
    assert merged.dtypes.equals(current.dtypes)
    untouched = merged.drop(index=[2, len(current)])
    pd.testing.assert_frame_equal(untouched, current.drop(index=2), check_index_type=False)


def test_an_update_of_some_columns_keeps_the_others():
    current = data.load("regions")
    given = pd.DataFrame({"region_code": ["1275"], "area_km2": [265.1]})
    merged = merge_update(current, given, key_of("regions"))
    found = difference(current, merged, "regions")
    assert found.changed[["region_code", "column", "new"]].values.tolist() == [["1275", "area_km2", 265.1]]


def test_an_update_that_gives_a_row_twice_is_refused():
    current = data.load("awards")
    with pytest.raises(ValueError, match="share"):
        merge_update(current, pd.concat([current.head(1), current.head(1)]), key_of("awards"))


@settings(deadline=None, max_examples=40)
@given(
    drop=st.sets(st.integers(0, 49), max_size=10),
    change=st.dictionaries(st.integers(0, 49), st.floats(0, 1e6), max_size=10),
)
def test_the_difference_leads_from_the_old_to_the_new(drop, change):
    old = data.load("grdp_totals").head(50)
    new = old.copy()
    for row, value in change.items():
        new.loc[row, "value_billion_rupiah"] = value
    new = new.drop(index=list(drop))
    found = difference(old, new, "grdp_totals")
    assert len(found.removed) == len(drop)
    rebuilt = merge_update(old, pd.concat([found.added, found.after]), key_of("grdp_totals"))
    gone = pd.MultiIndex.from_frame(found.removed[list(found.key)])
    rebuilt = rebuilt[~pd.MultiIndex.from_frame(rebuilt[list(found.key)]).isin(gone)]
    pd.testing.assert_frame_equal(rebuilt.reset_index(drop=True), new.reset_index(drop=True))
