"""The container file, Compose file and nginx's configuration, as far as no container engine is needed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from ui.frame.replica import COOKIE, NAME

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
SERVICES = COMPOSE["services"]
APPS = {name: service for name, service in SERVICES.items() if name.startswith("app-")}
NO_TOOLS = "requirements-dev.txt is not installed"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


def tool(name: str) -> str:
    found = shutil.which(name, path=f"{ROOT / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}")
    return found or pytest.skip(NO_TOOLS)


def run(*command) -> subprocess.CompletedProcess:
    return subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)


def parsed(stage: str):
    """The instructions of one stage of the container file."""
    dockerfile_parse = pytest.importorskip("dockerfile_parse", reason=NO_TOOLS)
    text = (DEPLOY / "Containerfile").read_text()
    begin = re.search(rf"^FROM \S+ AS {stage}$", text, re.M).start()
    end = text.find("\nFROM ", begin + 1)
    parser = dockerfile_parse.DockerfileParser(fileobj=_in_memory(text[begin : None if end < 0 else end]))
    return parser.structure


def _in_memory(text: str):
    import io

    return io.BytesIO(text.encode())


def values(stage: str, instruction: str) -> list[str]:
    return [each["value"] for each in parsed(stage) if each["instruction"] == instruction]


def test_the_container_file_is_clean():
    done = run(tool("hadolint"), DEPLOY / "Containerfile")
    assert done.returncode == 0, done.stdout


def test_the_compose_file_is_one():
    done = run(tool("check-jsonschema"), "--builtin-schema", "vendor.compose-spec", DEPLOY / "compose.yaml")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("stage", ["app", "proxy"])
def test_an_image_is_not_root_and_says_how_it_is(stage):
    assert re.fullmatch(r"\d*[1-9]\d*:\d*[1-9]\d*", values(stage, "USER")[-1])
    assert len(values(stage, "HEALTHCHECK")) == 1


def test_all_that_runs_is_copied_and_nothing_else():
    copied = {
        source.rstrip("/").removeprefix("./")
        for stage in ("app", "proxy", "packages")
        for value in values(stage, "COPY")
        if not value.startswith("--from")
        for source in value.split()[:-1]
    }
    let_in = {
        line[1:]
        for line in (DEPLOY / "Containerfile.dockerignore").read_text().splitlines()
        if line.startswith("!")
    }
    assert let_in == copied
    kept = run("git", "ls-files", "*.py").stdout.split() or [
        str(path.relative_to(ROOT)) for path in ROOT.glob("*.py")
    ]
    rooms = {path.partition("/")[0] for path in kept} - {"tests", "benchmarks"}
    assert rooms <= copied
    assert not [each for each in copied if not (ROOT / each).exists()]


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_service_has_no_more_rights_than_it_needs(name):
    service = SERVICES[name]
    if name != "database":
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
    assert ("ports" in service) == (name == "proxy")


def test_all_servers_run_one_image_that_is_built_once():
    assert len({service["image"] for service in APPS.values()}) == 1
    builders = [name for name, service in APPS.items() if "build" in service]
    assert builders == ["app-1"]
    assert all(service["pull_policy"] == "never" for name, service in APPS.items() if name not in builders)


def test_servers_have_one_name_and_address_everywhere():
    nginx = (DEPLOY / "nginx" / "replicas.conf").read_text()
    everyone = re.search(r"upstream everyone \{(.*?)\}", nginx, re.S)[1]
    named = dict(re.findall(r'^\s*"(\S+)"\s+(\S+);', nginx, re.M))
    assert f"map $cookie_{COOKIE} $pool" in nginx
    assert len(named) == len(APPS) > 1
    for service in APPS.values():
        address = service["networks"]["inside"]["ipv4_address"]
        pool = named[service["environment"][NAME]]
        assert f"upstream {pool} {{ server {address}:8501; }}" in nginx
        assert f"server {address}:8501 " in everyone
        assert service["environment"]["FORWARDED_ALLOW_IPS"] == _address("proxy")
        assert f"@{_address('database')}:" in service["environment"]["DATABASE_URL"]


def _address(service: str) -> str:
    return SERVICES[service]["networks"]["inside"]["ipv4_address"]


def test_who_reads_a_secret_is_said_where_the_steps_are():
    """A bind-mounted file keeps the owner it has outside; nobody else may read it."""
    steps = (ROOT / "docs" / "operasi.md").read_text()
    (secret,) = COMPOSE["secrets"].values()
    file = (DEPLOY / secret["file"]).resolve().relative_to(ROOT)
    reader, proxy = (values(stage, "USER")[-1].partition(":")[0] for stage in ("app", "proxy"))
    assert re.search(rf"^chown {reader} {re.escape(str(file))} ", steps, re.M)
    assert re.search(rf"^chown -R {proxy} deploy/nginx/tls ", steps, re.M)


def test_no_secret_is_written_down():
    shipped = (DEPLOY / "contoh.env").read_text()
    asked = set(re.findall(r"\$\{(\w+)", (DEPLOY / "compose.yaml").read_text()))
    assert asked == set(re.findall(r"^(\w+)=$", shipped, re.M))
    assert "deploy/.env" in (ROOT / ".gitignore").read_text().splitlines()


def test_nginx_takes_the_shipped_configuration(tmp_path):
    if NGINX is None:
        lacking = "no nginx here: install Debian's package `nginx-light`"
        pytest.fail(lacking) if os.environ.get("REQUIRE_NGINX") else pytest.skip(lacking)
    folder = tmp_path / "nginx"
    shutil.copytree(DEPLOY / "nginx", folder, ignore=shutil.ignore_patterns("tls"))
    (folder / "tls").mkdir()
    made = run(
        *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"),
        *("-subj", "/CN=sinergi.uji", "-days", "2"),
        *("-keyout", folder / "tls" / "privkey.pem", "-out", folder / "tls" / "fullchain.pem"),
    )
    assert made.returncode == 0, made.stderr
    done = run(NGINX, "-t", "-e", "stderr", "-p", f"{tmp_path}/", "-c", folder / "nginx.conf")
    assert done.returncode == 0, done.stderr
    assert "[warn]" not in done.stderr.replace('the "user" directive', "")
