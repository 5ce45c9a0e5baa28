"""The file of the pairings: what stands in it, who may read it, and what happens when it cannot be kept."""

import errno
import json
import threading
from pathlib import Path

import pytest

from server.problems import Problem
from server.service.auth.pairing import ALPHABET
from server.service.auth.pairing_store import PairingStore, StoreError
from server.settings import PAIRING, state_folder
from tests.server.conftest import CHROME

NOON = 1_700_000_000.0


class Clock:
    """A clock that stands where it is set."""

    now = NOON

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path, clock):
    return PairingStore(tmp_path / "deep" / "state", clock)


def fault_of(store, code):
    try:
        store.pair(code, "x", None)
    except Problem as problem:
        return problem.code
    return None


def test_a_code_is_eight_letters_that_cannot_be_confused(store):
    codes = {store.new_code() for _ in range(20)}
    assert len(codes) == 20
    assert all(len(code) == 9 and code[4] == "-" and set(code) - {"-"} <= set(ALPHABET) for code in codes)
    assert not set(ALPHABET) & set("01OILU")


def test_codes_and_tokens_stand_in_the_file_as_hashes_only(store):
    first = store.new_code()
    granted = store.pair(first, "Chromium", CHROME)
    second = store.new_code()
    kept = store.file.read_text()
    for secret in (first, first.replace("-", ""), granted.token, second, second.replace("-", "")):
        assert secret not in kept
    assert len(granted.token) == 43
    assert store.file.stat().st_mode & 0o777 == 0o600
    assert store.folder.stat().st_mode & 0o777 == 0o700
    assert sorted(path.name for path in store.folder.iterdir()) == ["pairings.json", "pairings.lock"]


@pytest.mark.parametrize(
    ("passed", "fault"),
    [
        (0, None),
        (PAIRING.code_seconds, None),
        (PAIRING.code_seconds + 1, "code-expired"),
        (-PAIRING.skew_seconds, None),
        (-PAIRING.skew_seconds - 1, "code-expired"),
        (-(10**9), "code-expired"),
    ],
)
def test_a_code_lives_ten_minutes_and_a_clock_set_back_does_not_lengthen_it(store, clock, passed, fault):
    code = store.new_code()
    clock.now += passed
    assert fault_of(store, code) == fault


def test_a_new_code_makes_the_old_one_void(store):
    first, second = store.new_code(), store.new_code()
    assert fault_of(store, first) == "wrong-code"
    assert fault_of(store, second) is None


def test_the_day_of_last_use_is_kept_and_never_goes_back(store, clock):
    token = store.pair(store.new_code(), "x", None).token
    days = []
    for step in (0, 86_400, -86_400 * 400):
        clock.now = NOON + step
        assert store.find_pairing(token, None)
        days.append(store.read().entries[0].used)
    assert days == ["2023-11-14", "2023-11-15", "2023-11-15"]


def test_a_token_is_known_to_another_process_of_the_same_folder(store, clock):
    token = store.pair(store.new_code(), "x", CHROME).token
    other = PairingStore(store.folder, clock)
    assert other.find_pairing(token, CHROME)
    assert store.revoke(None) == 1
    assert not other.find_pairing(token, CHROME)


def test_two_who_type_the_same_code_at_once_get_one_token(store):
    code, outcomes = store.new_code(), []
    threads = [threading.Thread(target=lambda: outcomes.append(fault_of(store, code))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, outcomes)) == ["None", *["code-expired"] * 5]
    assert len(store.read().entries) == 1


@pytest.mark.parametrize("right", [True, False])
def test_every_token_is_compared_in_constant_time(store, monkeypatch, right):
    tokens = [store.pair(store.new_code(), "x", None).token for _ in range(3)]
    compared = []

    def compare(held, shown):
        compared.append(held)
        return held == shown

    monkeypatch.setattr("server.service.auth.pairing.hmac.compare_digest", compare)
    assert (store.find_pairing(tokens[0] if right else "another", None) is not None) == right
    assert compared == [held.sha256 for held in store.read().entries]


@pytest.fixture
def full_disk(monkeypatch):
    def fail(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("server.service.auth.pairing_store.os.fsync", fail)


def test_a_full_disk_grants_nothing_and_leaves_what_was(store, clock, request):
    token = store.pair(store.new_code(), "x", None).token
    code = store.new_code()
    kept = store.file.read_bytes()
    request.getfixturevalue("full_disk")
    with pytest.raises(StoreError, match="No space left"):
        store.pair(code, "y", None)
    with pytest.raises(StoreError, match="No space left"):
        store.pair("AAAA-AAAA", "y", None)
    clock.now += 86_400
    assert store.find_pairing(token, None), "that the day cannot be noted refuses nobody"
    assert store.file.read_bytes() == kept
    assert sorted(path.name for path in store.folder.iterdir()) == ["pairings.json", "pairings.lock"]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "null",
        "{}",
        '{"schema": "undertone/pairings/2", "code": null, "pairings": []}',
        '{"schema": "undertone/pairings/1", "code": null, "pairings": [{}]}',
        '{"schema": "undertone/pairings/1", "pairings": [], "code": {"salt": "x", "digest": "", "made": 0}}',
        '{"schema": "undertone/pairings/1", "pairings": [], "code": {"salt": "", "digest": "", "made": 0}}',
        '{"schema": "undertone/pairings/1", "code": 7, "pairings": []}',
        "[" * 100_000,
    ],
)
def test_a_damaged_file_is_named(store, content):
    store.new_code()
    store.file.write_text(content)
    with pytest.raises(StoreError, match=r"pairings\.json is damaged"):
        store.read()


KEPT = {
    "schema": "undertone/pairings/1",
    "code": {"salt": "0" * 32, "digest": "0" * 64, "made": NOON, "tries": 0},
    "pairings": [{"id": "x", "name": "n", "origin": None, "made": "2023-11-14", "used": None, "sha256": "0" * 64}],
}


@pytest.mark.parametrize(
    ("where", "value"),
    [
        ("code", {"salt": "0"}),
        ("code", {"salt": "z" * 32}),
        ("code", {"digest": "é" * 64}),
        ("code", {"digest": None}),
        ("code", {"made": "now"}),
        ("code", {"made": float("nan")}),
        ("code", {"made": float("inf")}),
        ("code", {"tries": float("inf")}),
        ("code", {"tries": -1}),
        ("code", {"tries": 0.5}),
        ("pairings", {"sha256": "é" * 64}),
        ("pairings", {"sha256": ""}),
        ("pairings", {"used": 5}),
        ("pairings", {"made": "long ago"}),
        ("pairings", {"origin": [CHROME]}),
        ("pairings", {"id": 1}),
    ],
)
def test_a_value_that_was_never_written_is_damage_too(client, store, paired, where, value):
    document = json.loads(json.dumps(KEPT))
    store.file.write_text(json.dumps(document))
    assert store.read().entries[0].id == "x"
    (document["pairings"][0] if where == "pairings" else document["code"]).update(value)
    store.file.write_text(json.dumps(document))
    with pytest.raises(StoreError, match=r"pairings\.json is damaged"):
        store.read()
    assert client.get("/v1/rules", headers=paired).status_code == 503
    assert client.post("/pair", json={"code": "AAAA-AAAA", "name": "x"}).status_code == 503


def test_bytes_that_are_no_text_are_damage_too(store):
    store.new_code()
    store.file.write_bytes(json.dumps(KEPT).encode().replace(b'"x"', b'"\xff"'))
    with pytest.raises(StoreError, match=r"pairings\.json is damaged"):
        store.read()


def test_a_folder_that_cannot_be_used_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="--state"):
        PairingStore(tmp_path / "file" / "state").new_code()
    (tmp_path / "pairings.json").mkdir()
    with pytest.raises(StoreError, match=r"pairings\.json cannot be read"):
        PairingStore(tmp_path).read()


def test_the_folder_is_the_desktop_s_own(monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", "/somewhere")
    assert state_folder() == Path("/somewhere/undertone")
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setenv("HOME", "/home/ada")
    assert state_folder() == Path("/home/ada/.local/state/undertone")
