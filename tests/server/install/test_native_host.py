"""The door that a browser opens for our extension: what passes it, and that nothing else does."""

import json
import os
import socket
import struct
import subprocess
from dataclasses import replace
from io import BytesIO

import pytest

from server.install import browsers, setup, waking
from server.install.native_host import RefusedCall, answer, receive
from server.service.auth.pairing_store import PairingStore
from server.settings import DEFAULTS

CHROMIUM = (f"{browsers.ORIGINS[0]}/",)
FIREFOX = ("/home/a/.mozilla/native-messaging-hosts/org.undertone.host.json", browsers.FIREFOX_IDS[0])
UUID = "moz-extension://12345678-90ab-cdef-1234-567890abcdef"
WAKE = {"type": "wake", "pair": True}


def packed(message: object) -> bytes:
    content = message if isinstance(message, bytes) else json.dumps(message).encode()
    return struct.pack("=I", len(content)) + content


@pytest.fixture
def settings(tmp_path, monkeypatch):
    monkeypatch.setattr(waking, "wake", lambda settings: True)
    return replace(DEFAULTS, state=tmp_path / "state")


@pytest.mark.parametrize(
    ("arguments", "message", "origin"),
    [
        (CHROMIUM, WAKE, browsers.ORIGINS[0]),
        ((*CHROMIUM, "--parent-window=0"), WAKE, browsers.ORIGINS[0]),
        (CHROMIUM, WAKE | {"origin": UUID}, browsers.ORIGINS[0]),  # what the browser says counts
        (FIREFOX, WAKE | {"origin": UUID}, UUID),
    ],
)
def test_our_extension_gets_a_token_that_is_good_for_its_origin_alone(settings, arguments, message, origin):
    told = answer(message, arguments, settings)
    assert (told["server"], set(told)) == ("http://127.0.0.1:8765", {"server", "version", "token"})
    store = PairingStore(settings.state)
    assert store.find_pairing(told["token"], origin)
    assert store.find_pairing(told["token"], "chrome-extension://another") is None


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), WAKE),
        (("chrome-extension://abcdefghijklmnopabcdefghijklmnop/",), WAKE),
        ((f"{browsers.ORIGINS[0]}.evil.example/",), WAKE),
        ((FIREFOX[0], "another@addon"), WAKE | {"origin": UUID}),
        (FIREFOX, WAKE),
        (FIREFOX, WAKE | {"origin": "https://news.example"}),
        (FIREFOX, WAKE | {"origin": UUID + "\n"}),
        (FIREFOX, WAKE | {"origin": ["a"]}),
    ],
)
def test_nobody_else_is_answered_and_nothing_is_started(settings, monkeypatch, arguments, message):
    monkeypatch.setattr(waking, "wake", lambda settings: pytest.fail("it was started"))
    with pytest.raises(RefusedCall, match="not-ours"):
        answer(message, arguments, settings)
    assert not settings.state.exists()


def test_a_token_is_given_only_where_it_is_asked_for(settings):
    assert "token" not in answer({"type": "wake"}, CHROMIUM, settings)
    assert "token" not in answer({"type": "wake", "pair": 1}, CHROMIUM, settings)
    assert not PairingStore(settings.state).read().entries


def test_many_calls_leave_few_pairings_and_no_other_one_is_lost(settings):
    store = PairingStore(settings.state)
    other = store.pair(store.new_code(), "Other", "chrome-extension://other")
    code = store.new_code()
    tokens = [answer(WAKE, CHROMIUM, settings)["token"] for _ in range(12)]
    held = store.read().entries
    assert (len(held), held[0].id) == (9, other.id)
    assert store.find_pairing(tokens[-1], browsers.ORIGINS[0])
    assert store.pair(code, "Third", None)  # a code that waits still waits


@pytest.mark.parametrize(
    "given",
    [
        b"",
        b"\x01\x00",
        struct.pack("=I", 5_000) + b" " * 5_000,
        struct.pack("=I", 2**32 - 1),
        packed(b"not json"),
        packed(b"\xff\xfe"),
        packed(b"[" * 4_000),
        packed([]),
        packed("wake"),
        packed({"type": "run"}),
        packed(WAKE | {"command": "rm"}),
        packed({}),
    ],
)
def test_what_is_no_message_of_ours_is_refused(given):
    with pytest.raises(RefusedCall, match="bad-message"):
        receive(BytesIO(given))


def test_a_server_that_does_not_start_is_said(settings, monkeypatch):
    monkeypatch.setattr(waking, "wake", lambda settings: False)
    with pytest.raises(RefusedCall, match="does-not-start"):
        answer(WAKE, CHROMIUM, settings)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def test_the_program_that_browsers_start_speaks_the_protocol_and_nothing_else(tmp_path):
    """The launcher itself, as a browser starts it, with a server that runs already."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        settings = replace(DEFAULTS, port=server.getsockname()[1], state=tmp_path / "state")
        assert list(setup.install(tmp_path, settings)) == []
        started = subprocess.run(
            [setup.program(settings.state), *CHROMIUM],
            input=packed(WAKE), capture_output=True, check=True, cwd=tmp_path, timeout=120,
        )  # fmt: skip
    (length,) = struct.unpack("=I", started.stdout[:4])
    told = json.loads(started.stdout[4:])
    assert (length, started.stderr) == (len(started.stdout) - 4, b"")
    assert (told["server"], "token" in told) == (f"http://127.0.0.1:{settings.port}", True)


def test_no_module_of_the_folder_where_the_browser_runs_is_loaded(tmp_path):
    (tmp_path / "json.py").write_text("raise SystemExit('loaded')")
    state = tmp_path / "state"
    list(setup.install(tmp_path, replace(DEFAULTS, port=free_port(), state=state)))
    started = subprocess.run(
        [setup.program(state)], input=packed({}), capture_output=True, check=True, cwd=tmp_path, timeout=120
    )
    assert json.loads(started.stdout[4:]) == {"error": "bad-message"}


def test_a_server_is_woken_once_and_apart_from_the_browser(tmp_path, monkeypatch):
    settings = replace(DEFAULTS, port=free_port(), state=tmp_path / "state")
    monkeypatch.setattr(waking, "WAKING", replace(waking.WAKING, start_seconds=120.0))
    begun = []
    start = waking._start

    def note(line):
        begun.append(start(line))
        return begun[-1]

    monkeypatch.setattr(waking, "_start", note)
    monkeypatch.setattr(waking, "WAKING", replace(waking.WAKING, end_minutes=0))  # never by itself: this test ends it
    assert waking.wake(settings)
    assert waking.wake(settings)
    assert len(begun) == 1
    assert os.getsid(begun[0].pid) != os.getsid(0)  # the browser that ends takes nothing with it
    begun[0].terminate()
    assert begun[0].wait(60) in (0, -15)  # the second where it listens, and has not yet said how it ends
