import threading

import pytest

from data.store import Conflict, open_store


def test_revisions_of_a_document(store):
    first = store.documents.save("set_presentasi", "rapat", {"halaman": ["profil"]}, "ana", 0)
    second = store.documents.save("set_presentasi", "rapat", {"halaman": ["peta"]}, "budi", 1)
    assert (first.revision, second.revision) == (1, 2)
    assert store.documents.get("set_presentasi", "rapat").payload == {"halaman": ["peta"]}
    assert [each.author for each in store.documents.history("set_presentasi", "rapat")] == ["budi", "ana"]
    assert store.documents.get("usulan", "rapat") is None


@pytest.mark.parametrize("expected", [0, 1, 3])
def test_a_document_changed_meanwhile_is_not_overwritten(store, expected):
    store.documents.save("usulan", "a", {"n": 1}, "ana", 0)
    store.documents.save("usulan", "a", {"n": 2}, "budi", 1)
    with pytest.raises(Conflict) as conflict:
        store.documents.save("usulan", "a", {"n": 3}, "ana", expected)
    assert conflict.value.current == 2
    assert store.documents.get("usulan", "a").payload == {"n": 2}


def test_a_removed_document_keeps_its_history(store):
    store.documents.save("usulan", "a", [1], "ana", 0)
    store.documents.save("usulan", "b", [2], "ana", 0)
    store.documents.remove("usulan", "a", "ana", 1)
    assert store.documents.get("usulan", "a") is None
    assert [each.key for each in store.documents.of_collection("usulan")] == ["b"]
    assert [each.revision for each in store.documents.history("usulan", "a")] == [2, 1]
    assert store.documents.save("usulan", "a", [3], "ana", 2).revision == 3


def test_of_many_saving_at_once_one_wins(store_url):
    outcomes = []
    start = threading.Barrier(6)

    def save(number):
        with open_store(store_url) as mine:
            start.wait()
            try:
                outcomes.append(mine.documents.save("usulan", "a", number, f"u{number}", 0).revision)
            except Conflict:
                outcomes.append("conflict")

    threads = [threading.Thread(target=save, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, outcomes)) == ["1", *["conflict"] * 5]


def test_too_large_a_document_is_refused(store):
    with pytest.raises(ValueError, match="1 MB"):
        store.documents.save("usulan", "a", "x" * 1_000_001, "ana", 0)


def test_roles_last_word_counts(store):
    store.roles.grant("Ana@Kota.go.id ", "analyst", "budi", ["1275", "1171"])
    assert store.roles.of("ana@kota.go.id").cities == ("1171", "1275")
    store.roles.grant("ana@kota.go.id", "editor", "budi")
    assert (store.roles.of("ANA@kota.go.id").role, store.roles.of("ana@kota.go.id").cities) == ("editor", ())
    store.roles.grant("eka@kota.go.id", "admin", "budi")
    assert store.roles.everyone()["email"].tolist() == ["ana@kota.go.id", "eka@kota.go.id"]
    store.roles.revoke("ana@kota.go.id", "budi")
    assert store.roles.of("ana@kota.go.id") is None
    assert store.roles.everyone()["email"].tolist() == ["eka@kota.go.id"]
    assert store.audit.entries(action="role")["actor"].tolist() == ["budi"] * 4


@pytest.mark.parametrize(("role", "cities"), [("raja", ()), ("analyst", ())])
def test_roles_there_are_not_are_refused(store, role, cities):
    with pytest.raises(ValueError, match=r"role|city"):
        store.roles.grant("a@b", role, "budi", cities)
