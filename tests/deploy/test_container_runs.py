"""What the container file does, done without a container engine.

The files it copies are put where it puts them; its command and its health check run word for word, as its
user, with everything read-only but /tmp. Where this machine lets nobody mount, the files lie in a plain
folder nobody may write to.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from driving import free_port
from test_deploy_files import ROOT, values
from walking import AWAY, Walker

pytestmark = [pytest.mark.heavy, pytest.mark.timeout(300)]

OWN_ROOT = ["unshare", "--mount", "--propagation", "private"]
# The same paths as in the image; /opt and /tmp begin empty, the rest cannot be written.
ENTER = """
mkdir -p "$1/venv" "$1/code"
mount --bind "$2" "$1/venv"
mount -t tmpfs tmpfs /opt
mkdir /opt/venv /opt/app
mount --bind "$1/venv" /opt/venv
mount --bind "$1/app" /opt/app
mount -o remount,bind,ro /opt/app
mount -o remount,bind,ro /opt/venv
mount -o remount,ro /opt
mount -o remount,bind,ro /
mount -t tmpfs -o mode=1777 tmpfs /tmp
shift 2
cd /opt/app
exec "$@"
"""
ORDINARY = [
    *("setpriv", "--reuid", "10001", "--regid", "10001", "--clear-groups"),
    *("--no-new-privs", "--bounding-set=-all"),
]


def environment() -> dict[str, str]:
    pairs = [shlex.split(value) for value in values("app", "ENV")]
    return dict(part.split("=", 1) for each in pairs for part in each)


def copied(folder: Path) -> Path:
    """Do the COPY lines of the image in `folder`."""
    app = folder / "app"
    app.mkdir(parents=True)
    for value in values("app", "COPY"):
        if value.startswith("--from"):
            continue
        *sources, target = value.split()
        for source in sources:
            there = app / target / (Path(source).name if target.endswith("./") else "")
            there.parent.mkdir(parents=True, exist_ok=True)
            kept = shutil.ignore_patterns("__pycache__")
            if (ROOT / source).is_dir():
                shutil.copytree(ROOT / source, there, ignore=kept)
            else:
                shutil.copy(ROOT / source, there)
    subprocess.run(["chmod", "-R", "a+rX,a-w", app], check=True)
    return app


def may_mount() -> bool:
    if os.geteuid() != 0 or not shutil.which("unshare"):
        return False
    tried = [*OWN_ROOT, "mount", "-t", "tmpfs", "tmpfs", "/opt"]
    return subprocess.run(tried, check=False, capture_output=True).returncode == 0


@pytest.fixture
def container(tmp_path):
    """Run the image's command; yield its port, process and the way to run another command beside it."""
    app, port = copied(tmp_path), free_port()
    store = "/tmp/sinergi.db" if may_mount() else str(tmp_path / "sinergi.db")
    told = {
        **environment(),
        "LANG": "C.UTF-8",
        "DATABASE_URL": f"sqlite:///{store}",
        "STREAMLIT_SERVER_PORT": str(port),
    }
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.geteuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o011)
    if may_mount():
        venv = Path(sys.prefix).resolve()
        before, where = [*OWN_ROOT, "sh", "-ec", ENTER, "sh", str(tmp_path), str(venv), *ORDINARY], None
    else:
        told |= {"PATH": f"{Path(sys.prefix) / 'bin'}:{told['PATH']}", "HOME": str(tmp_path)}
        before, where = ORDINARY if os.geteuid() == 0 else [], app
        tmp_path.chmod(0o777)
    command = json.loads(values("app", "CMD")[-1])
    with (tmp_path / "log").open("ab") as log:
        process = subprocess.Popen([*before, *command], cwd=where, env=told, stdout=log, stderr=log)
    try:
        yield port, process, told, tmp_path
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def test_the_image_runs_as_nobody_special_on_a_read_only_root(container):
    port, process, told, folder = container
    until = time.monotonic() + 120
    while True:
        try:
            walker = Walker(f"http://127.0.0.1:{port}", 90)
            break
        except AWAY:
            assert process.poll() is None, (folder / "log").read_text()
            assert time.monotonic() < until
            time.sleep(0.3)
    for page in ("", "data", "mitra", "presentasi"):
        view = walker.open(page)
        assert not view.broken
        assert "Maaf, halaman ini" not in view.text
    walker.close()
    check = re.sub(r"^.*?CMD ", "", values("app", "HEALTHCHECK")[-1])
    asked = json.loads(check)
    healthy = subprocess.run([sys.executable, *asked[1:]], env=told, check=False, capture_output=True)
    assert healthy.returncode == 0, healthy.stderr
    log = (folder / "log").read_text()
    assert "Traceback" not in log
    # No server on the internet is asked for an address: told or not, Streamlit would say so.
    assert "xternal" not in log
    # Publishing without an account is shut, so no key is written.
    assert "kunci" not in log
    assert not (folder / "app" / "var").exists()
    if os.geteuid() == 0:
        status = Path(f"/proc/{process.pid}/status").read_text()
        assert re.search(r"^Uid:\s+10001\s+10001\s+10001\s+10001$", status, re.M)
        assert re.search(r"^CapEff:\s+0+$", status, re.M)
    if may_mount():
        lines = Path(f"/proc/{process.pid}/mountinfo").read_text().splitlines()
        options = {line.split()[4]: line.split()[5] for line in lines}
        assert all(options[each].startswith("ro") for each in ("/", "/opt", "/opt/app", "/opt/venv"))
    stopped = {**told, "STREAMLIT_SERVER_PORT": "9"}
    assert subprocess.run(
        [sys.executable, *asked[1:]], env=stopped, check=False, capture_output=True
    ).returncode
