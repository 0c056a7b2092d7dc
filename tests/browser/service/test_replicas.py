"""Two servers, nginx with the configuration of `deploy/`, one PostgreSQL, TLS and a login, as in service."""

from __future__ import annotations

import os
import threading
import time
from types import SimpleNamespace

import httpx
import pytest
from driving import CHROMIUM, FLAGS, free_port, menu, wait_idle
from postgres_cluster import BINARIES, NO_POSTGRES, Cluster, new_database
from replicas import COOKIE, NGINX, NO_NGINX, SITE, Proxy, Replica
from walking import AWAY, Walker

import data
from data import templates
from data.store import StoreError, open_store

oidc = pytest.importorskip("oidc_provider_mock", reason="requirements-dev.txt is not installed")

pytestmark = [pytest.mark.heavy, pytest.mark.timeout(600)]

EDITOR = "penyunting@kota.go.id"
FRESH_S = 2.0
VISITORS = 6
AWARDS = "bagian=unduh&tabel=awards"
SECRETS = """
[auth]
redirect_uri = "https://{site}:{port}/oauth2callback"
cookie_secret = "rahasia uji yang cukup panjang"
client_id = "sinergi"
client_secret = "uji"
server_metadata_url = "http://localhost:{provider}/.well-known/openid-configuration"
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    """The whole: database, account provider, two servers, nginx."""
    if not (BINARIES and NGINX):
        lacking = NO_NGINX if BINARIES else NO_POSTGRES
        needed = os.environ.get("REQUIRE_POSTGRES" if NGINX else "REQUIRE_NGINX")
        pytest.fail(lacking) if needed else pytest.skip(lacking)
    home = tmp_path_factory.mktemp("layanan")
    (home / ".streamlit").mkdir()
    port = free_port()
    person = oidc.User(sub="penyunting", claims={"email": EDITOR, "email_verified": True})
    cluster, replicas, proxy = Cluster(), [], None
    try:
        with oidc.run_server_in_thread(user_claims=[person]) as provider:
            secrets = SECRETS.format(site=SITE, port=port, provider=provider.server_port)
            (home / ".streamlit" / "secrets.toml").write_text(secrets)
            database = new_database(cluster)
            with open_store(database) as store:
                store.roles.grant(EDITOR, "editor", "uji", [])
                replicas += [Replica(name, home, {"DATABASE_URL": database}) for name in ("1", "2")]
                proxy = Proxy(replicas, port)
                for each in (*replicas, proxy):
                    each.wait()
                yield SimpleNamespace(
                    cluster=cluster,
                    database=database,
                    store=store,
                    replicas=replicas,
                    proxy=proxy,
                    address=proxy.address,
                    home=home,
                )
    finally:
        for each in replicas:
            each.kill()
        if proxy is not None:
            proxy.close()
        cluster.close()
    for name in ("1", "2"):
        assert "Traceback" not in (home / f"log-{name}").read_text()


@pytest.fixture(scope="module")
def browser(chromium):
    """A Chromium that finds the test's site on this machine."""
    mapped = f"--host-resolver-rules=MAP {SITE} 127.0.0.1"
    own = chromium.browser_type.launch(executable_path=CHROMIUM, args=[*FLAGS, mapped])
    yield own
    own.close()


@pytest.fixture
def page(browser, service):
    """A browser that was last served by server 1."""
    context = browser.new_context(locale="id-ID", ignore_https_errors=True)
    context.add_cookies([{"name": COOKIE, "value": "1", "domain": SITE, "path": "/", "secure": True}])
    page = context.new_page()
    page.set_default_timeout(40_000)
    yield page
    context.close()


def log_in(page, service) -> None:
    page.goto(f"{service.address}/data?bagian=akses")
    wait_idle(page)
    page.get_by_role("button", name="Masuk").last.click()
    page.get_by_role("button", name="penyunting", exact=True).click()
    page.wait_for_url(f"{service.address}/**")
    wait_idle(page)
    page.goto(f"{service.address}/data?bagian=akses")
    page.get_by_text(f"{EDITOR}: Penyunting").wait_for()


def server_of(page) -> str:
    """The server that holds the page's session."""
    return next(each["value"] for each in page.context.cookies() if each["name"] == COOKIE)


def test_nginx_brings_every_browser_to_its_server_and_tells_the_truth_about_it(service):
    proxy = service.proxy
    first = proxy.get("/", headers={"Accept-Encoding": "br"})
    assert first.status_code == httpx.codes.OK
    cookie = first.headers["set-cookie"]
    assert cookie.startswith(f"{COOKIE}=") and "HttpOnly" in cookie and "Secure" in cookie
    assert first.headers["strict-transport-security"]
    assert first.headers["content-security-policy"]
    assert "server" not in first.headers or first.headers["server"] == "nginx"
    # The named server answers and has nothing to add; an invented one is none.
    for name in ("1", "2"):
        assert f"{COOKIE}=" not in proxy.get("/_stcore/health", name).headers.get("set-cookie", "")
        assert f"{COOKIE}=" in proxy.get("/_stcore/health", f"{name}x").headers["set-cookie"]
    packed = proxy.get("/api/v1/tables/apps.csv", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    plain = httpx.get(f"http://127.0.0.1:{proxy.plain_port}/peta?kategori=kuliner", headers={"Host": SITE})
    assert (plain.status_code, plain.headers["location"]) == (301, f"https://{SITE}/peta?kategori=kuliner")
    for closed in ("/kunci", "/_stcore/metrics"):
        assert proxy.get(closed).status_code == httpx.codes.NOT_FOUND
    with httpx.Client(verify=proxy.trust) as client:
        large = client.put(
            f"https://127.0.0.1:{proxy.port}/_stcore/upload_file/a/b", content=b"0" * 7_000_000
        )
    assert large.status_code == httpx.codes.REQUEST_ENTITY_TOO_LARGE


def test_only_nginx_is_believed_about_a_visitors_address(service):
    """Logins are limited per address: a forged one must not open a new account of tries."""
    path = "/oauth2callback?error=access_denied"
    direct, tired = service.replicas[0].address, "127.0.0.7"
    # Not the address of the browsers of this file: who has no try left could not log in below.
    with httpx.Client(transport=httpx.HTTPTransport(local_address=tired)) as client:
        tried = [
            client.get(f"{direct}{path}", headers={"X-Forwarded-For": f"203.0.113.{each}"}).status_code
            for each in range(70)
        ]
    assert tried[-1] == httpx.codes.TOO_MANY_REQUESTS
    # Through nginx the same visitor has tried too often already, another one has not, whatever each claims.
    claim = {"X-Forwarded-For": "203.0.113.99", "Forwarded": "for=203.0.113.99"}
    again = service.proxy.get(path, "1", source=tired, headers=claim)
    assert again.status_code == httpx.codes.TOO_MANY_REQUESTS
    other = service.proxy.get(path, "1", source="127.0.0.9", headers=claim)
    assert other.status_code < httpx.codes.BAD_REQUEST


def test_what_one_server_publishes_the_other_shows_within_two_seconds(service, page):
    store, table = service.store, "awards"
    log_in(page, service)
    assert server_of(page) == "1"
    reader = service.proxy.walker(f"{COOKIE}=2")
    edition, version = store.edition(), int(store.current(table))
    assert reader.open("data").edition == edition
    page.goto(f"{service.address}/data?bagian=unggah&tabel={table}")
    wait_idle(page)
    frame = data.load(table).head(5).assign(note="dari server 1")
    page.set_input_files(
        'input[type="file"]',
        files=[
            {
                "name": "penghargaan.csv",
                "mimeType": "text/csv",
                "buffer": templates.to_csv(templates.with_names(table, frame)),
            }
        ],
    )
    page.get_by_label("Catatan: apa yang berubah").fill("Uji dua server")
    publish = page.get_by_role("button", name=f"Terbitkan versi {version + 1}")
    publish.wait_for()
    wait_idle(page, 1500)
    publish.click()
    until = time.monotonic() + 60
    while store.edition() == edition:
        assert time.monotonic() < until
        time.sleep(0.02)
    published = time.monotonic()
    while True:
        asked = time.monotonic()
        if reader.open("data", f"bagian=unduh&tabel={table}").edition == edition + 1:
            break
        assert asked - published < FRESH_S
    assert asked - published <= FRESH_S
    assert "dari server 1" in service.proxy.get(f"/api/v1/tables/{table}.csv", "2").text
    reader.close()
    page.get_by_text(f"versi {version + 1} terbit sebagai edisi {edition + 1}").wait_for()
    assert store.current(table).author == EDITOR


def test_who_was_on_a_killed_server_goes_on_with_choices_and_login(service, page):
    first, _second = service.replicas
    log_in(page, service)
    page.goto(f"{service.address}/profil?kota=1271&bagian=pangan")
    wait_idle(page)
    assert server_of(page) == "1"
    page.evaluate("window.belumDimuatUlang = true")
    first.kill()
    try:
        page.wait_for_function("() => true")
        until = time.monotonic() + 60
        while server_of(page) != "2":
            assert time.monotonic() < until
            page.wait_for_timeout(200)
        wait_idle(page)
        assert "kota=1271" in page.url and "bagian=pangan" in page.url
        assert page.evaluate("window.belumDimuatUlang") is True
        page.get_by_role("heading", name="Sibolga").first.wait_for()
        menu(page, "Mitra")
        page.wait_for_url("**/mitra?**")
        assert "kota=1271" in page.url
        # The login is a signed cookie; the other server knows the secret.
        page.goto(f"{service.address}/data?bagian=akses")
        page.get_by_text(f"{EDITOR}: Penyunting").wait_for()
    finally:
        first.start()
        first.wait()
    # Their old server is back; the session stays where it lives, and so do its uploads.
    menu(page, "Data")
    page.goto(f"{service.address}/data?bagian=unggah&tabel=awards")
    wait_idle(page)
    assert server_of(page) == "2"
    content = templates.to_csv(templates.with_names("awards", data.load("awards").head(3)))
    page.set_input_files(
        'input[type="file"]', files=[{"name": "kembali.csv", "mimeType": "text/csv", "buffer": content}]
    )
    page.get_by_text("1. Yang dikenali dari berkas").wait_for()


def test_the_owners_key_opens_nothing_through_nginx(service):
    """Without accounts the machine's owner publishes with a key; an address near by is never enough."""
    home = service.home / "tanpa-akun"
    home.mkdir()
    store = f"sqlite:///{home / 'sinergi.db'}"
    alone = Replica("9", home, {"DATABASE_URL": store, "FORWARDED_ALLOW_IPS": "127.0.0.1,127.0.0.2"})
    proxy = None
    try:
        proxy = Proxy([alone, alone], free_port())
        alone.wait()
        proxy.wait()
        with httpx.Client(base_url=alone.address) as client:
            answer = client.post(
                "/kunci",
                data={"kunci": (home / "kunci-9").read_text().strip()},
                headers={"Origin": alone.address},
            )
        session = answer.headers["set-cookie"].partition(";")[0]
        opened = "Anda dapat menerbitkan semua tabel"
        near = _with_cookie(alone.address, session)
        assert opened in near.text
        through = proxy.walker(session).open("data", "bagian=akses")
        assert opened not in through.text
        assert "hanya dapat dari komputer" in through.text
        assert proxy.get("/kunci").status_code == httpx.codes.NOT_FOUND
    finally:
        alone.kill()
        if proxy is not None:
            proxy.close()


def _with_cookie(address: str, cookie: str):
    walker = Walker(address, additional_headers={"Cookie": cookie})
    try:
        return walker.open("data", "bagian=akses")
    finally:
        walker.close()


class Load:
    """Visitors on both servers and somebody who publishes, until it is over."""

    def __init__(self, service):
        self.service, self.over = service, threading.Event()
        self.views, self.published, self.refused = [], [], []
        self.whole = data.load("awards", 1)
        threads = [threading.Thread(target=self._walk, args=(each,), daemon=True) for each in range(VISITORS)]
        self.threads = [*threads, threading.Thread(target=self._publish, daemon=True)]
        for each in self.threads:
            each.start()

    def _walk(self, number: int) -> None:
        name = str(1 + number % 2)
        while not self.over.is_set():
            try:
                walker = self.service.proxy.walker(f"{COOKIE}={name}", 90)
                while not self.over.is_set():
                    for stop in ("data", "profil", "mitra"):
                        asked = AWARDS if stop == "data" else ""
                        self.views.append((name, walker.open(stop, asked)))
                        self.over.wait(0.5)
                walker.close()
            except AWAY:
                self.over.wait(0.3)

    def _publish(self) -> None:
        with open_store(self.service.database) as store:
            while not self.over.is_set():
                rows = 5 + len(self.published) % (len(self.whole) - 5)
                try:
                    parent = store.current("awards")
                    version = store.publish("awards", self.whole.head(rows), "petugas", "uji", parent)
                    self.published.append((int(version), version.edition, rows))
                except StoreError as error:
                    self.refused.append(error)
                self.over.wait(0.4)

    def end(self) -> None:
        self.over.set()
        for each in self.threads:
            each.join(timeout=100)


def test_postgresql_restarted_under_load_loses_nothing(service):
    load = Load(service)
    try:
        _until(lambda: len(load.published) > 5 and len(load.views) > 2 * VISITORS)
        service.cluster.stop_at_once()
        _until(lambda: load.refused)
        seen = len(load.views)
        _until(lambda: len(load.views) > seen + VISITORS)  # the pages go on without a database
        service.cluster.start()
        kept = len(load.published)
        _until(lambda: len(load.published) > kept + 5)
    finally:
        load.end()
    history = service.store.history("awards").set_index("number")
    for version, edition, rows in load.published:
        assert tuple(history.loc[version, ["edition", "rows"]]) == (edition, rows)
    assert not [view.text[:300] for _name, view in load.views if view.broken]
    assert not [view for _name, view in load.views if "Maaf, halaman ini" in view.text]
    by_edition = history.sort_values("edition")
    for _name, view in load.views:
        if view.page == "data":
            rows = by_edition[by_edition["edition"] <= view.edition]["rows"].iloc[-1]
            assert f": {rows} baris, edisi data {view.edition}" in view.text
    assert {name for name, _view in load.views} == {"1", "2"}
    latest = service.store.edition()
    for name in ("1", "2"):
        reader = service.proxy.walker(f"{COOKIE}={name}")
        _until(lambda reader=reader: reader.open("data").edition == latest, 30)
        reader.close()


def _until(true, seconds: float = 90) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until
        time.sleep(0.1)
