"""Pairing over HTTP: what a code is good for, what a token opens, for whom, and how the server proves who it is."""

import hashlib
import hmac
import json
import urllib.request

import pytest

from server.service.app import create_app
from server.service.auth.pairing_store import PairingStore
from server.settings import ServerSettings
from tests.server.conftest import CHROME, assert_problem
from tools.live import started

FIREFOX = "moz-extension://0f8fad5b-d9cb-469f-a165-70867728950e"
OTHER = "chrome-extension://" + "ponmlkjihgfedcba" * 2
OWN = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}


def ask(client, code, name="Chromium", **headers):
    return client.post("/pair", json={"code": code, "name": name}, headers=headers)


def bearer(token, origin=None):
    headers = {"Authorization": f"Bearer {token}", "X-Undertone": "1"}
    return headers | ({"Origin": origin} if origin else {})


@pytest.mark.parametrize("origin", [CHROME, FIREFOX, None])
def test_a_code_gives_a_token_that_opens_the_service(client, store, origin):
    headers = {"Origin": origin} if origin else {}
    answer = ask(client, store.new_code(), **headers)
    assert (answer.status_code, set(answer.json)) == (200, {"token", "id"})
    assert answer.headers.get("Access-Control-Allow-Origin") == origin
    assert answer.headers["Cache-Control"] == "no-store"
    shown = bearer(answer.json["token"], origin)
    assert client.post("/v1/analyze", json={"html": "x"}, headers=shown).status_code == 200
    (held,) = store.read().entries
    assert (held.id, held.name, held.origin) == (answer.json["id"], "Chromium", origin)


@pytest.mark.parametrize("spelling", [str.lower, lambda code: code.replace("-", ""), lambda code: f" {code} "])
def test_a_code_may_be_typed_in_any_way(client, store, spelling):
    assert ask(client, spelling(store.new_code())).status_code == 200


def test_a_code_works_once(client, store):
    code = store.new_code()
    assert ask(client, code).status_code == 200
    assert_problem(ask(client, code), 410, "code-expired")


def test_five_wrong_codes_make_the_right_one_void(client, store):
    code = store.new_code()
    for _ in range(5):
        assert_problem(ask(client, "AAAA-AAAA"), 403, "wrong-code")
    assert_problem(ask(client, code), 429, "too-many-tries")
    assert ask(client, store.new_code()).status_code == 200


@pytest.mark.parametrize("path", ["/v1/rules", "/v1/model-card", "/v1/analyze", "/v1/nothing"])
@pytest.mark.parametrize("shown", [{}, {"Authorization": "Bearer nonsense"}, {"Authorization": "Basic YTpi"}])
def test_an_extension_without_a_token_is_told_what_to_do(client, pool, path, shown):
    headers = {"Origin": CHROME, "X-Undertone": "1", **shown}
    answer = client.post(path, json={"html": "x"}, headers=headers)
    assert_problem(answer, 401, "not-paired")
    assert "undertone pairings new" in answer.json["detail"]
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert answer.headers["Access-Control-Allow-Origin"] == CHROME
    assert not pool.asked


def test_a_request_of_an_extension_that_hides_its_origin_needs_a_token_too(client, paired):
    fetched = {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "cors"}
    assert_problem(client.get("/v1/rules", headers=fetched), 401, "not-paired")
    told = fetched | {"Authorization": paired["Authorization"]}
    assert client.get("/v1/rules", headers=told).status_code == 200


def test_a_token_is_good_for_the_origin_that_paired_alone(client, paired):
    assert client.get("/v1/rules", headers=paired).status_code == 200
    assert_problem(client.get("/v1/rules", headers=paired | {"Origin": OTHER}), 401, "not-paired")


def test_a_revoked_token_is_worth_nothing_at_once(client, store, paired):
    assert client.get("/v1/rules", headers=paired).status_code == 200
    assert store.revoke(store.read().entries[0].id) == 1
    assert_problem(client.get("/v1/rules", headers=paired), 401, "not-paired")


@pytest.mark.parametrize("headers", [{"Origin": "https://news.example"}, {"Sec-Fetch-Site": "cross-site"}, OWN])
def test_no_web_page_may_pair(client, store, headers):
    code = store.new_code()
    assert_problem(ask(client, code, **headers), 403, "forbidden-origin")
    assert ask(client, code).status_code == 200


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "bad-field"),
        ({"code": "AAAA-AAAA"}, "bad-field"),
        ({"code": "A" * 41, "name": "x"}, "bad-field"),
        ({"code": 12345678, "name": "x"}, "bad-field"),
        ({"code": "AAAA-AAAA", "name": " "}, "bad-field"),
        ({"code": "AAAA-AAAA", "name": "x" * 81}, "bad-field"),
        ({"code": "AAAA-AAAA", "name": "\x1b[31m"}, "bad-field"),
        ({"code": "AAAA-AAAA", "name": "x", "token": "y"}, "unknown-field"),
    ],
)
def test_a_malformed_request_to_pair_costs_no_try(client, store, body, code):
    right = store.new_code()
    for _ in range(6):
        assert_problem(client.post("/pair", json=body), 400, code)
    assert ask(client, right).status_code == 200


def test_pairing_takes_json_alone(client):
    assert_problem(client.post("/pair", data={"code": "AAAA-AAAA", "name": "x"}), 415, "unsupported-media-type")
    assert_problem(client.get("/pair"), 405, "method-not-allowed")


def test_a_browser_must_send_the_header_that_no_form_can(client, paired, pool):
    bare = {name: paired[name] for name in ("Origin", "Authorization")}
    assert_problem(client.post("/v1/analyze", json={"html": "x"}, headers=bare), 400, "missing-header")
    assert_problem(client.post("/v1/analyze", json={"html": "x"}, headers=OWN), 400, "missing-header")
    assert not pool.asked
    assert client.post("/v1/analyze", json={"html": "x"}, headers=OWN | {"X-Undertone": "1"}).status_code == 200


@pytest.fixture
def guarded(pool, store):
    """A service that can be asked from elsewhere."""
    settings = ServerSettings(state=store.folder, names=("undertone.example",))
    return create_app(pool, settings).test_client()


@pytest.mark.parametrize("headers", [{}, OWN | {"X-Undertone": "1"}, {"Host": "undertone.example"}])
def test_off_loopback_everybody_needs_a_token(guarded, store, pool, headers):
    answer = guarded.post("/v1/analyze", json={"html": "x"}, headers=headers)
    assert_problem(answer, 401, "not-paired")
    assert "/pair" in answer.json["detail"]
    assert not pool.asked
    token = store.pair(store.new_code(), "Desk", None).token
    shown = headers | {"Authorization": f"Bearer {token}"}
    assert guarded.post("/v1/analyze", json={"html": "x"}, headers=shown).status_code == 200
    assert guarded.get("/readyz", headers=headers).status_code == 200


def test_pairings_that_cannot_be_read_are_a_clear_problem(client, store, paired, caplog):
    store.file.write_text("{")
    assert_problem(client.get("/v1/rules", headers=paired), 503, "pairings-unavailable")
    assert_problem(ask(client, "AAAA-AAAA"), 503, "pairings-unavailable")
    assert "is damaged" in caplog.text
    assert client.get("/v1/rules").status_code == 200


NONCE = "0123456789abcdef" * 4


def proof_for(token, port, nonce=NONCE):
    """What a browser expects of the server that gave it the token, by RFC 2104."""
    key = hashlib.sha256(token.encode()).digest()
    return hmac.new(key, f"undertone:{port}:{nonce}".encode(), hashlib.sha256).hexdigest()


def test_the_server_proves_that_it_holds_a_pairing(client, store):
    assert client.get(f"/pair/proof/{NONCE}").json == {"proofs": []}
    tokens = [store.pair(store.new_code(), name, CHROME).token for name in ("Laptop", "Desk")]
    fetched = {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "cors"}  # as Chromium's extensions do
    answer = client.get(f"/pair/proof/{NONCE}", headers=fetched)
    assert answer.json == {"proofs": [proof_for(token, 80) for token in tokens]}
    assert answer.headers["Cache-Control"] == "no-store"
    assert (
        client.get(f"/pair/proof/{NONCE}", headers={"Origin": CHROME}).headers["Access-Control-Allow-Origin"] == CHROME
    )
    store.revoke(None)
    assert client.get(f"/pair/proof/{NONCE}").json == {"proofs": []}


def test_a_proof_is_for_the_port_that_the_server_has_and_not_for_what_it_is_called(tmp_path):
    token = (store := PairingStore(tmp_path)).pair(store.new_code(), "Laptop", None).token
    with started(tmp_path, "--no-model") as address:
        port = address.rpartition(":")[2]
        request = urllib.request.Request(f"{address}/pair/proof/{NONCE}", headers={"Host": "127.0.0.1:8765"})
        with urllib.request.urlopen(request, timeout=10) as answer:
            assert json.load(answer) == {"proofs": [proof_for(token, port)]}


@pytest.mark.parametrize("nonce", ["", "0", NONCE[1:], NONCE + "0", NONCE.upper(), "g" * 64, f"{NONCE}%0a"])
def test_a_nonce_has_one_form(client, nonce):
    assert_problem(client.get(f"/pair/proof/{nonce}"), 404, "not-found")


def test_no_web_page_is_given_a_proof(client):
    answer = client.get(f"/pair/proof/{NONCE}", headers={"Origin": "https://news.example"})
    assert_problem(answer, 403, "forbidden-origin")


def test_pairings_that_cannot_be_read_prove_nothing(client, store, paired):
    store.file.write_text("{")
    assert_problem(client.get(f"/pair/proof/{NONCE}"), 503, "pairings-unavailable")
