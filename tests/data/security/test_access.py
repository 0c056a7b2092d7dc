import pandas as pd
import pytest

import data
from data.access import main
from data.changes.differences import row_cities
from data.permissions import (
    Identity,
    KeyNeeded,
    NothingChanged,
    Refused,
    change_role,
    permission,
    publish_checked,
    roll_back_checked,
)
from data.security.identity import identity_from
from data.security.limits import Rate
from data.security.machine import is_this_machine
from data.store import Conflict, open_store

LOCAL = Identity(login_required=False, this_machine=True, peer="127.0.0.1")
FAR = Identity(login_required=False, this_machine=False, peer="10.0.0.7")


def person(email, verified=True, **more):
    return identity_from(
        {"email": email, "email_verified": verified, **more}, login_required=True, peer="::1"
    )


@pytest.fixture
def desk(tmp_path):
    with open_store(tmp_path / "s.db") as store:
        store.roles.grant("kelola@apeksi.id", "admin", "uji")
        store.roles.grant("edit@apeksi.id", "editor", "uji")
        store.roles.grant("medan@kota.go.id", "analyst", "uji", ["1275"])
        yield store


def awards(city="1275", note="baru"):
    frame = data.load("awards", 1)
    row = frame.index[frame["region_code"] == city][0]
    frame.loc[row, "note"] = note
    return frame


def publish(store, who, table="awards", frame=None, parent=1, **more):
    return publish_checked(
        store, who, table, awards() if frame is None else frame, note="uji", parent=parent, **more
    )


def refusals(store):
    return store.audit.entries(action="refused")


@pytest.mark.parametrize(
    ("host", "headers", "own"),
    [
        ("127.0.0.1", [("host", "localhost:8501"), ("origin", "http://localhost:8501")], True),
        ("127.0.0.1", [("Host", "127.0.0.1:8501")], True),
        ("::1", [("host", "[::1]:8501"), ("origin", "http://[::1]:8501")], True),
        ("::ffff:127.0.0.1", [("host", "localhost")], True),
        ("127.0.0.1", [], True),
        ("10.0.0.7", [("host", "localhost:8501")], False),
        ("192.168.1.5", [], False),
        ("::ffff:10.0.0.7", [], False),
        (None, [], False),
        ("", [], False),
        ("testclient", [], False),
        ("10.0.0.7", [("x-forwarded-for", "127.0.0.1")], False),
        ("127.0.0.1", [("x-forwarded-for", "127.0.0.1")], False),
        ("127.0.0.1", [("X-Forwarded-Proto", "https")], False),
        ("127.0.0.1", [("Forwarded", "for=127.0.0.1")], False),
        ("127.0.0.1", [("x-real-ip", "127.0.0.1")], False),
        ("127.0.0.1", [("via", "1.1 caddy")], False),
        ("127.0.0.1", [("cf-connecting-ip", "127.0.0.1")], False),
        ("127.0.0.1", [("host", "sinergi.example.go.id")], False),
        ("127.0.0.1", [("host", "localhost.evil.example")], False),
        ("127.0.0.1", [("host", "localhost"), ("origin", "https://sinergi.example.go.id")], False),
        ("127.0.0.1", [("host", "localhost"), ("origin", "null")], False),
        ("127.0.0.1", [("host", "192.168.1.5:8501")], False),
        ("127.0.0.1", [("host", "localhost:8501"), ("origin", "http://localhost:9999")], False),
        ("127.0.0.1", [("host", "localhost:8501"), ("origin", "http://localhost")], False),
        ("127.0.0.1", [("host", "localhost:8501"), ("origin", "http://127.0.0.1:8501")], False),
        ("127.0.0.1", [("host", "localhost"), ("origin", "http://localhost:80")], True),
        ("127.0.0.1", [("host", "localhost:443"), ("origin", "https://localhost")], True),
        ("127.0.0.1", [("origin", "http://localhost:8501")], False),
        ("127.0.0.1", [("host", "localhost:8501"), ("host", "jahat.example")], False),
        ("127.0.0.1", [("host", "localhost"), ("origin", "http://[")], False),
        ("127.0.0.1", [("host", "[")], False),
        ("127.0.0.1", [("host", "localhost"), ("origin", "chrome-extension://localhost")], False),
        ("127.0.0.1", [("host", "LOCALHOST:8501"), ("origin", "http://localhost:8501")], True),
    ],
)
def test_what_counts_as_this_machine(host, headers, own):
    assert is_this_machine(host, headers) is own


def test_without_a_login_only_the_machine_itself_publishes(desk):
    with pytest.raises(Refused, match="komputer"):
        publish(desk, FAR)
    assert desk.current("awards") == 1
    entry = refusals(desk).iloc[0]
    assert (entry["subject"], entry["detail"]["peer"]) == ("awards", "10.0.0.7")
    assert publish(desk, LOCAL).author == "mesin ini"


def test_a_far_person_claiming_an_email_is_still_far(desk):
    forged = identity_from(
        {"email": "kelola@apeksi.id", "email_verified": True}, login_required=False, peer="10.0.0.7"
    )
    with pytest.raises(Refused):
        publish(desk, forged)
    assert refusals(desk).loc[0, "actor"] == "anonim (10.0.0.7)"


def test_with_a_login_the_machine_itself_opens_nothing(desk):
    for who in (
        Identity(login_required=True, this_machine=True),
        identity_from({}, login_required=True, this_machine=True),
    ):
        with pytest.raises(Refused, match="Masuk"):
            publish(desk, who)
    assert desk.current("awards") == 1


@pytest.mark.parametrize("verified", [False, None, "false", "", 1, "yes"])
def test_an_email_the_provider_does_not_vouch_for_is_refused(desk, verified):
    with pytest.raises(Refused, match="diverifikasi"):
        publish(desk, person("kelola@apeksi.id", verified))
    assert desk.current("awards") == 1


def test_a_token_without_the_claim_is_not_verified(desk):
    with pytest.raises(Refused):
        publish(desk, identity_from({"email": "kelola@apeksi.id"}, login_required=True))


def test_without_a_role_nothing_is_published(desk):
    with pytest.raises(Refused, match="peran"):
        publish(desk, person("orang@lain.id"))
    desk.roles.revoke("edit@apeksi.id", "uji")
    with pytest.raises(Refused, match="peran"):
        publish(desk, person("edit@apeksi.id"))
    assert len(refusals(desk)) == 2


@pytest.mark.parametrize("email", ["kelola@apeksi.id", "edit@apeksi.id", "EDIT@Apeksi.id"])
def test_an_editor_publishes_any_row(desk, email):
    version = publish(desk, person(email), frame=awards("1171"))
    assert version.author == email.lower()


def test_an_analyst_changes_rows_of_their_city_only(desk):
    analyst = person("medan@kota.go.id")
    assert publish(desk, analyst).author == "medan@kota.go.id"
    with pytest.raises(Refused, match="Banda Aceh"):
        publish(desk, analyst, frame=awards("1171"), parent=2)
    assert desk.current("awards") == 2
    assert "Medan" in refusals(desk).loc[0, "detail"]["reason"]


def foreign_removed():
    frame = awards()
    return frame.drop(index=frame.index[frame["region_code"] == "1171"][0])


def foreign_taken_over():
    frame = data.load("products", 1)
    frame.loc[frame.index[frame["region_code"] == "1171"][0], "region_code"] = "1275"
    return frame


def own_given_away():
    frame = data.load("products", 1)
    frame.loc[frame.index[frame["region_code"] == "1275"][0], "region_code"] = "1171"
    return frame


def added_to_another():
    frame = data.load("awards", 1)
    extra = frame.iloc[[0]].assign(region_code="1171", award="x")
    return pd.concat([frame, extra], ignore_index=True)


@pytest.mark.parametrize(
    ("table", "make"),
    [
        ("awards", foreign_removed),
        ("products", foreign_taken_over),
        ("products", own_given_away),
        ("awards", added_to_another),
        ("sectors", lambda: data.load("sectors", 1).assign(tradable=1)),
        ("sources", lambda: data.load("sources", 1).iloc[1:]),
        ("sources", lambda: data.load("sources", 1).assign(title="x")),
        ("regions", lambda: data.load("regions", 1).assign(area_km2=1.0)),
    ],
)
def test_ways_around_an_analysts_limits(desk, table, make):
    with pytest.raises(Refused):
        publish(desk, person("medan@kota.go.id"), table, make())
    assert desk.current(table) == 1
    assert len(refusals(desk)) == 1


def test_an_analyst_may_name_a_new_source(desk):
    sources = data.load("sources", 1)
    extra = sources.iloc[[0]].assign(source_id="S9999", title="Laporan Kota Medan")
    assert publish(desk, person("medan@kota.go.id"), "sources", extra, mode="update") == 2


def test_a_row_of_two_cities_belongs_to_both(desk):
    links = data.load("supply_links", 1)
    mine = row_cities("supply_links", links).map(lambda codes: "1275" in codes)
    ours = links.copy()
    ours.loc[links.index[mine][0], "supplier_text"] = "diperbarui"
    assert publish(desk, person("medan@kota.go.id"), "supply_links", ours) == 2
    theirs = ours.copy()
    theirs.loc[links.index[~mine][0], "supplier_text"] = "diperbarui"
    with pytest.raises(Refused):
        publish(desk, person("medan@kota.go.id"), "supply_links", theirs, parent=2)


def test_an_update_gives_rows_only(desk):
    row = awards().query("region_code == '1275'").head(1)
    version = publish(desk, person("medan@kota.go.id"), frame=row, mode="update", upload=b"x")
    assert (version.kind, version.rows) == ("update", len(data.load("awards", 1)))


def test_rolling_back_passes_the_same_gate(desk):
    publish(desk, LOCAL, frame=awards("1171"))
    with pytest.raises(Refused):
        roll_back_checked(desk, person("medan@kota.go.id"), "awards", 1, note="", parent=2)
    with pytest.raises(Refused):
        roll_back_checked(desk, FAR, "awards", 1, note="", parent=2)
    assert roll_back_checked(desk, person("edit@apeksi.id"), "awards", 1, note="", parent=2) == 3


def test_nothing_new_is_not_published(desk):
    with pytest.raises(NothingChanged):
        publish(desk, LOCAL, frame=data.load("awards", 1))
    assert desk.current("awards") == 1


def test_a_conflict_is_recorded(desk):
    publish(desk, LOCAL)
    with pytest.raises(Conflict):
        publish(desk, LOCAL, frame=awards(note="lain"))
    assert desk.audit.entries(action="conflict").loc[0, "detail"] == {"parent": 1, "current": 2}


@pytest.mark.parametrize(
    "email",
    [
        "\u212aelola@apeksi.id",  # KELVIN SIGN, which folds to k
        "kelola@apek\u017fi.id",  # long s, which folds to s
        "kelola@apeksi.\uff49d",
        "kelola@ape\u200bksi.id",
        "kelola@apeksi.id\0",
        "kelola@@apeksi.id",
        "@apeksi.id",
        "kelola@",
        "kelola",
        "ke lola@apeksi.id",
        "a" * 250 + "@x.id",
    ],
)
def test_an_address_that_could_be_taken_for_another_is_refused(desk, email):
    with pytest.raises(Refused, match="alamat surel"):
        publish(desk, person(email))
    with pytest.raises(Refused, match="alamat surel"):
        change_role(desk, person("kelola@apeksi.id"), email, "editor")
    assert desk.current("awards") == 1
    assert len(desk.roles.everyone()) == 3


def test_sharp_s_and_double_s_are_two_people(desk):
    desk.roles.grant("strasse@kota.go.id", "editor", "uji")
    with pytest.raises(Refused, match="peran"):
        publish(desk, person("stra\u00dfe@kota.go.id"))
    assert publish(desk, person("STRASSE@kota.go.id")) == 2


def test_an_address_kept_under_looser_rules_can_be_taken_away(desk):
    with pytest.MonkeyPatch.context() as loose:
        loose.setattr("data.store.roles.tidy_email", str.casefold)
        desk.roles.grant("tanpa-tanda", "editor", "uji")
    change_role(desk, person("kelola@apeksi.id"), "tanpa-tanda", None)
    assert len(desk.roles.everyone()) == 3


def test_at_the_machine_without_the_owners_key_nothing_is_published(desk):
    near = Identity(login_required=False, near=True, peer="127.0.0.1")
    with pytest.raises(KeyNeeded, match="kunci"):
        publish(desk, near)
    assert desk.current("awards") == 1
    assert refusals(desk).loc[0, "actor"] == "anonim (127.0.0.1)"


ISSUER = "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0"
SILENT = {"email": "edit@apeksi.id", "iss": ISSUER}


@pytest.mark.parametrize(
    ("claims", "trusted", "verified"),
    [
        (SILENT, "", False),
        (SILENT, ISSUER, True),
        (SILENT, ISSUER.replace("1111", "9999"), False),
        ({**SILENT, "email_verified": False}, ISSUER, False),
        ({**SILENT, "email_verified": "false"}, ISSUER, False),
        ({**SILENT, "xms_edov": False}, ISSUER, False),
        ({**SILENT, "xms_edov": "1"}, ISSUER, True),
        ({"email": "edit@apeksi.id"}, ISSUER, False),
        *(
            (
                {**SILENT, "iss": f"https://login.microsoftonline.com/{shared}/v2.0"},
                f"https://login.microsoftonline.com/{shared}/v2.0",
                False,
            )
            for shared in ("common", "organizations", "consumers")
        ),
        ({**SILENT, "iss": "http://idp"}, "http://idp", False),
    ],
)
def test_a_silent_provider_is_trusted_only_by_name(claims, trusted, verified):
    who = identity_from(claims, login_required=True, trusted_issuer=trusted)
    assert who.email_verified is verified


@pytest.mark.parametrize("column", ["name", "short_name", "komwil", "province"])
def test_an_analyst_does_not_rename_a_city(desk, column):
    regions = data.load("regions", 1)
    row = regions.index[regions["region_code"] == "1275"][0]
    regions.loc[row, column] = "[Medan](https://jahat.example)"
    with pytest.raises(Refused, match="Nama kota"):
        publish(desk, person("medan@kota.go.id"), "regions", regions)
    assert desk.current("regions") == 1
    assert publish(desk, person("edit@apeksi.id"), "regions", regions) == 2


def test_an_analyst_still_corrects_the_facts_of_their_city(desk):
    regions = data.load("regions", 1)
    regions.loc[regions["region_code"] == "1275", "area_km2"] = 281.99
    assert publish(desk, person("medan@kota.go.id"), "regions", regions) == 2


def test_changes_are_limited_a_person(desk, monkeypatch):
    monkeypatch.setattr("data.permissions._changes", Rate(2, 600))
    publish(desk, LOCAL, frame=awards(note="a"))
    publish(desk, LOCAL, frame=awards(note="b"), parent=2)
    with pytest.raises(Refused, match="Terlalu banyak"):
        publish(desk, LOCAL, frame=awards(note="c"), parent=3)
    assert publish(desk, person("edit@apeksi.id"), frame=awards(note="d"), parent=3) == 4


def test_only_an_admin_changes_roles(desk):
    change_role(desk, person("kelola@apeksi.id"), "baru@kota.go.id", "analyst", ["1171"])
    assert permission(desk, person("baru@kota.go.id")).cities == ("1171",)
    for who in (person("edit@apeksi.id"), person("medan@kota.go.id"), FAR, person("kelola@apeksi.id", False)):
        with pytest.raises(Refused):
            change_role(desk, who, "edit@apeksi.id", "admin")
    assert desk.roles.of("edit@apeksi.id").role == "editor"
    assert len(refusals(desk)) == 4


@pytest.mark.parametrize(
    ("email", "role", "cities"),
    [
        ("bukan-surel", "editor", ()),
        ("a@b.id", "raja", ()),
        ("a@b.id", "analyst", ()),
        ("a@b.id", "analyst", ("12.75",)),
        ("kelola@apeksi.id", None, ()),
        ("kelola@apeksi.id", "editor", ()),
    ],
)
def test_roles_that_make_no_sense(desk, email, role, cities):
    with pytest.raises(Refused):
        change_role(desk, person("kelola@apeksi.id"), email, role, cities)
    assert desk.roles.of("kelola@apeksi.id").role == "admin"


def test_the_command_line_gives_the_first_role(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 's.db'}")
    assert main(["beri", "Kelola@apeksi.id", "admin"]) == 0
    assert main(["beri", "ana@kota.go.id", "analyst", "--kota", "1275"]) == 0
    assert main(["beri", "ana@kota.go.id", "analyst"]) == 1
    assert main(["cabut", "kelola@apeksi.id"]) == 1
    assert main(["daftar"]) == 0
    assert main(["jejak"]) == 0
    out = capsys.readouterr().out
    assert "ana@kota.go.id\tanalyst\t1275" in out
    assert "baris perintah" in out
