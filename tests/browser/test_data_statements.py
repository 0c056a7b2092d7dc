"""A city states a featured application in a real browser, and finds it marked where they are shown."""

from __future__ import annotations

import pytest
from driving import PATIENCE_MS, Watch, open_door, running, wait_idle

from data.store import open_store
from findings.statements import TABLE


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """An application with a store of its own: its address and the store."""
    url = f"sqlite:///{tmp_path_factory.mktemp('desk') / 'store.db'}"
    with open_store(url) as store, running(env={"DATABASE_URL": url}) as address:
        yield address, store


@pytest.mark.heavy
def test_a_city_states_an_application_and_sees_it_marked(chromium, desk):
    address, store = desk
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="id-ID")
    open_door(context, address)
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    watch = Watch(page, address)

    page.goto(f"{address}/data?bagian=pernyataan&kota=1275&jenis=aplikasi")
    page.get_by_text("0 dari 24 kota sudah membuat pernyataan").wait_for()
    page.get_by_label("Nama Anda, untuk riwayat").fill("Tim Data Medan")
    page.get_by_label("Nama", exact=True).fill("Sibisa")
    page.get_by_label("Uraian: apa itu").fill("Warga mengurus dokumen kependudukan dari rumah.")
    page.get_by_label("Perangkat daerah yang menyatakan").fill("Dinas Kominfo Kota Medan")
    # Forgotten: the service domain. Nothing typed is lost.
    page.get_by_role("button", name="Terbitkan pernyataan Medan").click()
    page.get_by_text("isian Anda masih ada").wait_for()
    wait_idle(page)
    assert page.get_by_label("Nama", exact=True).input_value() == "Sibisa"
    assert store.read(TABLE).empty
    page.get_by_test_id("stForm").get_by_role("combobox").click()
    page.get_by_role("option", name="Kependudukan").click()
    page.get_by_role("button", name="Terbitkan pernyataan Medan").click()
    page.get_by_text("terbit sebagai edisi").wait_for()
    page.get_by_text("1 dari 24 kota sudah membuat pernyataan").wait_for()
    assert store.read(TABLE)["name"].tolist() == ["Sibisa"]
    assert store.history(TABLE).iloc[0]["author"].startswith("Tim Data Medan")

    page.goto(f"{address}/aplikasi?cari=Sibisa&pemilik=1275")
    page.get_by_text("dinyatakan kota,").wait_for()
    page.goto(f"{address}/profil?kota=1275&bagian=aplikasi")
    page.get_by_text("Medan menyatakan sendiri 1 aplikasi unggulan").wait_for()
    wait_idle(page)
    assert watch.errors == []
    assert watch.outside == []
    context.close()
