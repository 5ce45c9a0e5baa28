"""Nothing that we run asks for an address or writes files elsewhere: not our code, not a library in any language."""

import re
import subprocess
import sys
from pathlib import Path

import certifi
import pytest

from tests.alone import watch

SECONDS = 15  # from its start to its first question onnxruntime needs 9, as the test of the watch would notice
TELEMETRY = """
import ctypes, pathlib
system = ctypes.CDLL(None)  # as a library does that is not written in Python
system.gethostbyname(b"events.example.microsoft.com")
system.creat(bytes(pathlib.Path.home() / "deviceid"), 0o600)"""
TALK = """
import contextlib, pathlib, socket
pathlib.Path.home().joinpath("note").write_text("here")
for reach in (lambda: socket.getaddrinfo("host.example", 443), lambda: socket.create_connection(("10.1.2.3", 443)),
              lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).sendto(b"x", ("2001:db8::7", 53))):
    with contextlib.suppress(OSError):
        reach()"""
AT_LOADING = """
import importlib, os, sys
off = dict(ORT_DISABLE_TELEMETRY="1", RAY_USAGE_STATS_ENABLED="0", HF_HUB_DISABLE_TELEMETRY="1", DO_NOT_TRACK="1")
found = []
def hear(event, told):
    if event == "import" and told[0] == "onnxruntime":
        found.append(off.items() <= os.environ.items())
sys.addaudithook(hear)
importlib.import_module(sys.argv[1])
importlib.import_module("detector.encoder").load()  # the first that needs it
sys.exit(found[:1] != [True])"""
DOORS = [
    "detector.encoder",
    "server.cli.scoring",
    "server.workers.warm",
    "server.batch.engines.cluster",
    "training.tagger.heads",
]
PROBE = re.compile(r"temporary/[a-z0-9_]{8}")  # Python's tempfile tries whether the folder can be written to


def foreign(folder: Path, written: set[Path]) -> set[str]:
    """What is none of ours: neither our state, nor what tells a browser of our program, nor where the user had a batch
    written, nor gone again at once."""
    manifests = folder / "home/.config/chromium/NativeMessagingHosts"
    ours = (folder / "home/.local/state/undertone", manifests, folder / "work")
    held = {file for file in written - {Path("/dev/null")} if not any(map(file.is_relative_to, ours))}
    names = {str(file).removeprefix(f"{folder}/"): file for file in held}
    return {name for name, file in names.items() if file.exists() or not PROBE.fullmatch(name)}


def test_no_door_asks_for_anything_or_writes_elsewhere(tmp_path_factory):
    tmp_path = tmp_path_factory.mktemp("doors")  # short, for the sockets that are made in it
    seen = watch(tmp_path, "python", "-m", "tests.doors", str(SECONDS), ORT_DISABLE_TELEMETRY="0")
    assert seen.code == 0, seen.printed
    assert (seen.names, seen.addresses, foreign(tmp_path, seen.written)) == (set(), set(), set())


def test_the_watch_sees_what_a_library_in_another_language_does(tmp_path):
    seen = watch(tmp_path, "python", "-c", TELEMETRY, SSL_CERT_FILE=certifi.where())
    assert seen.code == 0, seen.printed
    assert any(name.endswith(".microsoft.com") for name in seen.names)
    assert any("deviceid" in name for name in foreign(tmp_path, seen.written))


def test_the_watch_sees_names_addresses_and_files(tmp_path):
    seen = watch(tmp_path, "python", "-c", TALK)
    assert seen.code == 0, seen.printed
    assert seen.names == {"host.example"}
    assert seen.addresses == {"10.1.2.3", "2001:db8::7"}
    assert foreign(tmp_path, seen.written) == {"home/note"}


def test_where_nothing_can_be_watched_it_says_why(tmp_path, monkeypatch):
    stub = tmp_path / "unshare"
    stub.write_text("#!/bin/sh\necho unshare failed: Operation not permitted\nexit 1\n")
    stub.chmod(0o755)
    monkeypatch.setattr("tests.alone.BIN", tmp_path)
    with pytest.raises(AssertionError, match=r"namespaces of its own[^$]*unshare failed: Operation not permitted"):
        watch(tmp_path / "run", "true")


@pytest.mark.parametrize("door", DOORS)
def test_libraries_are_told_to_be_silent_before_they_are_loaded_whatever_was_set(door):
    environment = {"PYTHONPATH": str(Path(__file__).parents[3]), "ORT_DISABLE_TELEMETRY": "0", "DO_NOT_TRACK": "0"}
    assert subprocess.run([sys.executable, "-c", AT_LOADING, door], env=environment, check=False).returncode == 0


def test_the_service_does_not_know_what_fetches():
    fetch = "{'server.cli.fetching', 'server.cli.requesting'}"
    source = (
        f"import sys, server.service.app, server.service.http.listener; sys.exit(not {fetch}.isdisjoint(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", source], check=False).returncode == 0
