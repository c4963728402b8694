"""With the network cut everything works: nothing is fetched when it runs. And the command answers at once."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# in every process, workers included: a socket that wants to reach somebody ends it
NO_NETWORK = """
import os, sys
def refuse(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind", "socket.sendto"):
        os.write(2, f"reached for the network: {event} {args!r}\\n".encode())
        os._exit(99)
sys.addaudithook(refuse)
"""


@pytest.fixture
def offline(tmp_path: Path) -> dict[str, str]:
    """An environment in which Python processes cannot use the network, and have nothing kept at home."""
    (tmp_path / "cut").mkdir()
    (tmp_path / "cut" / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    path = [
        str(tmp_path / "cut"),
        *(os.path.abspath(p) for p in os.environ.get("PYTHONPATH", "").split(os.pathsep) if p),
    ]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path), "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}


def run(env: dict[str, str], *args: str, prefix: tuple[str, ...] = (), cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [*prefix, sys.executable, "-m", "dragoman", *args]
    return subprocess.run(command, env=env, cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=300)


def test_the_cut_is_one(offline: dict[str, str], tmp_path: Path) -> None:
    reach = "import socket; socket.create_connection(('127.0.0.1', 9))"
    done = subprocess.run([sys.executable, "-c", reach], env=offline, cwd=tmp_path, capture_output=True)
    assert done.returncode == 99


def test_demo(offline: dict[str, str], tmp_path: Path) -> None:
    done = run(offline, "demo", "--format", "json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(records) == 5
    assert all(r["report"]["outlet"] and r["report"]["published"] for r in records)
    assert sum(len(r["meetings"]) for r in records) >= 3


def test_demo_where_the_machine_has_no_network_at_all(offline: dict[str, str], tmp_path: Path) -> None:
    prefix = ("unshare", "--net", "--map-root-user")
    if not shutil.which("unshare") or subprocess.run([*prefix, "true"], capture_output=True).returncode:
        pytest.skip("no network namespaces on this machine")
    done = run(offline, "demo", prefix=prefix, cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_keep_show_and_view(offline: dict[str, str], tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(
        "date 2024-03-13 The foreign ministers of Peru and Chile met in Geneva on Monday.", encoding="utf-8"
    )
    for args in (
        ("add", str(report), "--record", "r.duckdb", "--workers", "2"),
        ("show", "--record", "r.duckdb"),
        ("view", str(report), "--html", "r.html"),
    ):
        done = run(offline, *args, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    assert "http-equiv" in (tmp_path / "r.html").read_text(encoding="utf-8")
