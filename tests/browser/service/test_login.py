"""Who may publish, in a real browser: a real OpenID provider on loopback, and the machine itself."""

from __future__ import annotations

import socket
import threading
from contextlib import ExitStack, contextmanager

import driving
import pytest
from driving import running, wait_idle

from data.store import open_store

oidc = pytest.importorskip("oidc_provider_mock", reason="requirements-dev.txt is not installed")

APP = """
import streamlit as st
from starlette.middleware import Middleware
from ui.frame.connection import ConnectionPeer, served_over_https
from ui.frame.guard import Guard
from ui.frame.owner_door import PATH, kept_open
from ui.frame.routes import routes
app = st.App(
    "desk.py",
    routes=routes(),
    middleware=[Middleware(Guard, secure=served_over_https), Middleware(ConnectionPeer, known_at=(PATH,))],
    lifespan=kept_open,
)
"""
DESK = """
import streamlit as st
import data
from data import store as stores
from data.permissions import publish_checked
from data.store import StoreError
from ui.frame import connection

store, who = stores.start(), connection.identity()
st.write(f"siapa: {who.actor}")
if who.login_required and not who.email and st.button("Masuk"):
    st.login()
for city in ("1275", "1171"):
    if st.button(f"Terbitkan {city}"):
        frame = data.load("awards")
        row = frame.index[frame["region_code"] == city][0]
        frame.loc[row, "note"] = f"dari {who.actor}"
        parent = store.current("awards")
        try:
            version = publish_checked(store, who, "awards", frame, note="uji", parent=parent)
            st.write(f"hasil: terbit {int(version)}")
        except StoreError as refusal:
            st.write(f"hasil: ditolak. {refusal}")
"""
# Servers of its own: an application behind a proxy, a provider of accounts.
pytestmark = pytest.mark.heavy
PEOPLE = [
    oidc.User(sub="medan", claims={"email": "medan@kota.go.id", "email_verified": True}),
    oidc.User(sub="belum", claims={"email": "medan@kota.go.id", "email_verified": False}),
    oidc.User(sub="asing", claims={"email": "asing@lain.id", "email_verified": True}),
    # As Microsoft Entra does: not a word about whether the address was verified.
    oidc.User(sub="diam", claims={"email": "medan@kota.go.id"}),
    oidc.User(sub="kelvin", claims={"email": "medan@\u212aota.go.id", "email_verified": True}),
]
QUIET = {"STREAMLIT_SERVER_HEADLESS": "true", "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false"}


@contextmanager
def desk(folder, secrets="", port=None, env=None):
    """Run the small desk above with its own store; yield its address and the store."""
    (folder / "app.py").write_text(APP)
    (folder / "desk.py").write_text(DESK)
    if secrets:
        (folder / ".streamlit").mkdir()
        (folder / ".streamlit" / "secrets.toml").write_text(secrets)
    url = f"sqlite:///{folder / 'store.db'}"
    with open_store(url) as store, ExitStack() as stack:
        store.admit()  # the desk lets the releases arrive at its first visit: editions are counted after it
        with pytest.MonkeyPatch.context() as patch:
            if port:
                patch.setattr(driving, "free_port", lambda: port)
            address = stack.enter_context(
                running(folder=folder, env={**QUIET, "DATABASE_URL": url, **(env or {})})
            )
        yield address, store


@contextmanager
def login_desk(folder, trusting: bool = False):
    """Run the desk with a provider of its own; `trusting` switches the trust in a silent one on."""
    port = driving.free_port()
    with oidc.run_server_in_thread(user_claims=PEOPLE) as provider:
        issuer = f"http://localhost:{provider.server_port}"
        secrets = f"""
[auth]
redirect_uri = "http://localhost:{port}/oauth2callback"
cookie_secret = "rahasia uji yang cukup panjang"
client_id = "sinergi"
client_secret = "uji"
server_metadata_url = "http://localhost:{provider.server_port}/.well-known/openid-configuration"
"""
        env = {"SINERGI_PENERBIT_TEPERCAYA": issuer if trusting else ""}
        with desk(folder, secrets, port, env) as (address, store):
            store.roles.grant("medan@kota.go.id", "analyst", "uji", ["1275"])
            yield address, store


@pytest.fixture(scope="module")
def with_login(tmp_path_factory):
    with login_desk(tmp_path_factory.mktemp("login")) as running_desk:
        yield running_desk


@pytest.fixture
def page(lend):
    return lend()


def visit(page, address):
    page.goto(address)
    wait_idle(page)


def log_in(page, address, person):
    visit(page, address)
    page.get_by_role("button", name="Masuk").click()
    page.get_by_role("button", name=person, exact=True).click()
    page.get_by_text("siapa:").wait_for()
    wait_idle(page)


def publish(page, city):
    page.get_by_role("button", name=f"Terbitkan {city}").click()
    result = page.get_by_text("hasil:")
    result.wait_for()
    wait_idle(page)
    return result.inner_text()


def test_an_analyst_logs_in_and_publishes_rows_of_their_city(page, with_login):
    address, store = with_login
    before = store.current("awards")
    log_in(page, address, "medan")
    assert "medan@kota.go.id" in page.get_by_text("siapa:").inner_text()
    assert publish(page, "1275") == f"hasil: terbit {before + 1}"
    assert store.current("awards").author == "medan@kota.go.id"
    visit(page, address)
    assert "Banda Aceh" in publish(page, "1171")
    assert store.current("awards") == before + 1
    assert store.audit.entries().loc[0, "action"] == "refused"


@pytest.mark.parametrize(
    ("person", "says"),
    [("belum", "diverifikasi"), ("asing", "peran"), ("diam", "diverifikasi"), ("kelvin", "alamat surel")],
)
def test_a_login_that_is_not_enough(page, with_login, person, says):
    address, store = with_login
    before = store.edition()
    log_in(page, address, person)
    assert says in publish(page, "1275")
    assert store.edition() == before


def test_a_provider_that_says_nothing_is_trusted_by_name_only(page, tmp_path):
    with login_desk(tmp_path, trusting=True) as (address, store):
        log_in(page, address, "diam")
        assert publish(page, "1275") == "hasil: terbit 2"
        assert store.current("awards").author == "medan@kota.go.id"
        page.context.clear_cookies()
        # What the provider does say still counts: this one says no.
        log_in(page, address, "belum")
        assert "diverifikasi" in publish(page, "1275")
        assert store.current("awards") == 2


def test_without_logging_in_nothing_is_published_though_it_is_the_machine_itself(page, with_login):
    address, store = with_login
    before = store.edition()
    visit(page, address)
    assert "Masuklah" in publish(page, "1275")
    assert store.edition() == before


@pytest.fixture(scope="module")
def without_login(tmp_path_factory):
    with desk(tmp_path_factory.mktemp("local")) as running_desk:
        yield running_desk


def test_the_machine_itself_needs_its_owners_key(page, without_login):
    address, store = without_login
    before = store.current("awards")
    visit(page, address)
    assert "/kunci" in publish(page, "1275")
    assert store.current("awards") == before
    page.goto(f"{address}/kunci")
    page.get_by_label("Kunci").fill("bukan-kuncinya")
    page.get_by_role("button", name="Buka penerbitan").click()
    page.get_by_role("alert").wait_for()
    used = driving.KEYS[address].read_text().strip()
    page.get_by_label("Kunci").fill(used)
    page.get_by_role("button", name="Buka penerbitan").click()
    page.wait_for_url("**/data**")
    assert driving.KEYS[address].read_text().strip() != used
    visit(page, address)
    assert publish(page, "1275") == f"hasil: terbit {before + 1}"
    assert store.current("awards").author == "mesin ini"


def test_another_listening_address_opens_nothing(page, without_login):
    address, store = without_login
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing; tells the address of the way out
            own = probe.getsockname()[0]
        except OSError:
            own = "127.0.0.1"
    if own.startswith("127."):
        pytest.skip("this machine has no address but its own")
    before = store.edition()
    visit(page, address.replace("localhost", own))
    assert "hanya dapat dari komputer" in publish(page, "1275")
    assert store.edition() == before
    assert store.audit.entries().loc[0, "detail"]["peer"].removeprefix("::ffff:") == own


@pytest.mark.parametrize("header", [b"X-Forwarded-For: 127.0.0.1", b"X-Real-IP: 127.0.0.1"])
def test_a_proxy_on_the_machine_opens_nothing(page, without_login, header):
    address, store = without_login
    before = store.edition()
    with proxy(int(address.rpartition(":")[2]), header) as port:
        visit(page, f"http://localhost:{port}")
        assert "hanya dapat dari komputer" in publish(page, "1275")
    assert store.edition() == before


@pytest.mark.parametrize("rewritten", [False, True])
def test_a_proxy_that_hides_itself_opens_nothing_without_the_key(page, without_login, rewritten):
    """It runs under the application's own user, adds no header and may write the machine's own name."""
    address, store = without_login
    before = store.edition()
    target = int(address.rpartition(":")[2])
    host = f"localhost:{target}".encode() if rewritten else None
    with proxy(target, host=host) as port:
        page.goto(f"http://localhost:{port}")
        if rewritten:
            # The page's origin is another port than its host: Streamlit itself turns the socket away.
            page.wait_for_timeout(3000)
            assert page.get_by_role("button", name="Terbitkan 1275").count() == 0
        else:
            wait_idle(page)
            assert "/kunci" in publish(page, "1275")
    assert store.edition() == before


def test_a_page_of_another_port_does_not_reach_the_owners_session(page, without_login):
    """Another site on the machine, with the owner's session in the browser: cookies know no ports."""
    address, _store = without_login
    driving.open_door(page.context, address)
    with proxy(int(address.rpartition(":")[2])) as port:
        page.goto(f"http://localhost:{port}/health")
        reached = page.evaluate(
            f"""async () => new Promise(done => {{
                const socket = new WebSocket("{address.replace("http", "ws")}/_stcore/stream", ["streamlit"]);
                socket.onopen = () => done("open");
                socket.onclose = () => done("closed");
            }})"""
        )
    assert reached == "closed"


@contextmanager
def proxy(target: int, header: bytes | None = None, host: bytes | None = None):
    """A reverse proxy that adds `header` and writes `host` into every request, one request a connection."""
    server = socket.create_server(("127.0.0.1", 0))

    def pump(source, sink):
        try:
            while piece := source.recv(65536):
                sink.sendall(piece)
        except OSError:
            pass
        finally:
            for end in (source, sink):
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass

    def serve(near):
        far = socket.create_connection(("127.0.0.1", target))
        asked = b""
        while b"\r\n\r\n" not in asked:
            piece = near.recv(65536)
            if not piece:
                far.close()
                return
            asked += piece
        head, _, body = asked.partition(b"\r\n\r\n")
        lines = head.split(b"\r\n")
        if b"upgrade: websocket" not in head.lower():
            lines = [line for line in lines if not line.lower().startswith(b"connection:")]
            lines.append(b"Connection: close")
        if host is not None:
            lines = [b"Host: " + host if line.lower().startswith(b"host:") else line for line in lines]
        lines += [header] if header else []
        far.sendall(b"\r\n".join(lines) + b"\r\n\r\n" + body)
        threading.Thread(target=pump, args=(near, far), daemon=True).start()
        pump(far, near)

    def accept():
        while True:
            try:
                near, _ = server.accept()
            except OSError:
                return
            threading.Thread(target=serve, args=(near,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield server.getsockname()[1]
    finally:
        server.close()
