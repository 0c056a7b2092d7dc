"""nginx with the configuration of `deploy/` and no server behind it: what it decides by itself."""

from __future__ import annotations

import json
import os
import re
import subprocess
from types import SimpleNamespace

import httpx
import pytest
from driving import free_port
from replicas import NGINX, NO_NGINX, SITE, Proxy
from test_deploy_files import values


@pytest.fixture
def proxy():
    if not NGINX:
        pytest.fail(NO_NGINX) if os.environ.get("REQUIRE_NGINX") else pytest.skip(NO_NGINX)
    away = [SimpleNamespace(port=free_port()) for _each in range(2)]
    begun = Proxy(away, free_port())
    try:
        begun.wait()
        yield begun
    finally:
        begun.close()


def healthy(proxy: Proxy) -> bool:
    """Run the health check of the container file word for word, but for this test's port."""
    command = json.loads(re.sub(r"^.*?CMD ", "", values("proxy", "HEALTHCHECK")[-1]))
    assert command[-1].count("/8080 ") == 1
    command[-1] = command[-1].replace("/8080 ", f"/{proxy.plain_port} ")
    return subprocess.run(command, check=False, capture_output=True, timeout=5).returncode == 0


def test_the_health_check_wants_an_answer(proxy):
    assert healthy(proxy)
    proxy.process.terminate()
    proxy.process.wait(timeout=10)
    assert not healthy(proxy)


@pytest.mark.parametrize(
    ("origin", "let_in"),
    [
        (None, True),
        ("https://{site}:{port}", True),
        ("https://{site}.jahat.example:{port}", False),
        ("https://{site}", False),
        ("http://{site}:{port}", False),
        ("https://jahat.example", False),
        ("null", False),
    ],
)
def test_a_session_is_opened_by_a_page_of_this_site_only(proxy, origin, let_in):
    told = {"Connection": "Upgrade", "Upgrade": "websocket"}
    if origin:
        told["Origin"] = origin.format(site=SITE, port=proxy.port)
    status = proxy.get("/_stcore/stream", headers=told).status_code
    # Let in, it is passed on: nobody is there.
    assert status == (httpx.codes.BAD_GATEWAY if let_in else httpx.codes.FORBIDDEN)
