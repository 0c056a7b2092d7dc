"""Several servers on one PostgreSQL behind nginx with the configuration of `deploy/`, all on loopback."""

from __future__ import annotations

import datetime
import ipaddress
import os
import pwd
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from driving import ROOT, free_port
from walking import Walker

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
NO_NGINX = "no nginx here: install Debian's package `nginx-light`"
CONFIGURATION = ROOT / "deploy" / "nginx"
SITE = "sinergi.uji"  # a name that is none of this machine's own
PROXY_ADDRESS = "127.0.0.2"  # nginx asks from here: tells its word from everybody's on 127.0.0.1
COOKIE = "sinergi_server"


def make_certificate(folder: Path) -> None:
    """Write a certificate for the site, signed by itself, and its key where nginx looks for them."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, SITE)])
    now = datetime.datetime.now(datetime.UTC)
    names = [x509.DNSName(SITE), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(key, hashes.SHA256())
    )
    folder.mkdir()
    (folder / "fullchain.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    (folder / "privkey.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    )


class Replica:
    """One server of the application; can be killed and started again."""

    def __init__(self, name: str, home: Path, environment: dict[str, str]):
        self.name, self.port, self.home = name, free_port(), home
        self.address = f"http://127.0.0.1:{self.port}"
        self.environment = environment
        self.start()

    def start(self) -> None:
        options = ["--server.port", str(self.port), "--server.address", "127.0.0.1"]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", *options],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=(self.home / f"log-{self.name}").open("ab"),
            env={
                **os.environ,
                "HOME": str(self.home),
                "SINERGI_SERVER": self.name,
                "SINERGI_KUNCI": str(self.home / f"kunci-{self.name}"),
                "FORWARDED_ALLOW_IPS": PROXY_ADDRESS,
                "STREAMLIT_SERVER_COOKIE_SECRET": "satu rahasia untuk semua server",
                **self.environment,
            },
        )

    def wait(self) -> None:
        """Wait until it answers and has shown a page once."""
        until = time.monotonic() + 120
        while True:
            try:
                if httpx.get(f"{self.address}/health", timeout=5).status_code == httpx.codes.OK:
                    break
            except httpx.TransportError:
                assert self.process.poll() is None, (self.home / f"log-{self.name}").read_text()
                assert time.monotonic() < until
                time.sleep(0.2)
        walker = Walker(self.address, 120)
        assert not walker.open("data").broken
        walker.close()

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=20)


class Proxy:
    """nginx with the real configuration; only where it listens and whom it asks are of this test."""

    def __init__(self, replicas: list[Replica], secure_port: int):
        self.folder = Path(tempfile.mkdtemp(prefix="sinergi-nginx-"))
        self.port, self.plain_port = secure_port, free_port()
        self.address = f"https://{SITE}:{self.port}"
        shutil.copy(CONFIGURATION / "nginx.conf", self.folder)
        make_certificate(self.folder / "tls")
        (self.folder / "listen.conf").write_text(_listening(self.port, self.plain_port))
        (self.folder / "replicas.conf").write_text(_upstreams(replicas))
        who = _ordinary_user()
        if who:
            for each in (self.folder, *self.folder.rglob("*")):
                shutil.chown(each, **who)
        options = ["-e", "stderr", "-p", f"{self.folder}/", "-c", self.folder / "nginx.conf"]
        checked = subprocess.run([NGINX, "-t", *options], check=False, capture_output=True, text=True, **who)
        assert checked.returncode == 0, checked.stderr
        self.process = subprocess.Popen(
            [NGINX, *options, "-g", "daemon off;"],
            stderr=(self.folder / "log").open("ab"),
            **who,
        )
        self.trust = ssl.create_default_context(cafile=self.folder / "tls" / "fullchain.pem")

    def get(self, path: str, server: str = "", source: str = "127.0.0.1", **more) -> httpx.Response:
        """Ask for `path` as a browser whose session is at `server` and whose address is `source`."""
        transport = httpx.HTTPTransport(verify=self.trust, local_address=source)
        headers = {"Host": f"{SITE}:{self.port}", **more.pop("headers", {})}
        if server:
            headers["Cookie"] = f"{COOKIE}={server}"
        with httpx.Client(transport=transport, timeout=30) as client:
            return client.get(f"https://127.0.0.1:{self.port}{path}", headers=headers, **more)

    def walker(self, cookies: str = "", patience_s: float = 60.0) -> Walker:
        """A session through nginx."""
        return Walker(
            self.address,
            patience_s,
            sock=socket.create_connection(("127.0.0.1", self.port)),
            ssl=self.trust,
            additional_headers={"Cookie": cookies} if cookies else {},
        )

    def wait(self) -> None:
        until = time.monotonic() + 30
        while True:
            try:
                self.get("/health")
                return
            except httpx.TransportError:
                assert self.process.poll() is None and time.monotonic() < until
                time.sleep(0.1)

    def close(self) -> None:
        self.process.send_signal(signal.SIGQUIT)
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:  # it lets open sockets end by themselves
            self.process.terminate()
            self.process.wait(timeout=10)
        shutil.rmtree(self.folder, ignore_errors=True)


def _ordinary_user() -> dict:
    """As in the container nginx is no administrator."""
    if os.geteuid() != 0:
        return {}
    return {"user": "nobody", "group": pwd.getpwnam("nobody").pw_gid}


def _listening(secure: int, plain: int) -> str:
    """Return `deploy/nginx/listen.conf` with this test's ports and the address nginx asks from."""
    shipped = (CONFIGURATION / "listen.conf").read_text()
    there = shipped.replace("listen 8443 ", f"listen 127.0.0.1:{secure} ")
    there = there.replace("listen 8080;", f"listen 127.0.0.1:{plain};\nproxy_bind {PROXY_ADDRESS};")
    assert there.count("127.0.0.1") == 2
    return there


def _upstreams(replicas: list[Replica]) -> str:
    """Return `deploy/nginx/replicas.conf` with the addresses of this test's servers."""
    shipped = (CONFIGURATION / "replicas.conf").read_text()
    for number, replica in enumerate(replicas):
        written = f"172.30.15.{11 + number}:8501"
        assert shipped.count(written) == 2
        shipped = shipped.replace(written, f"127.0.0.1:{replica.port}")
    return shipped
