import json
import logging

import pytest

from detector import encoder
from detector.distribution import release
from server.service.app import create_app
from server.settings import ServerSettings
from tests.server.conftest import CHROME, assert_problem
from tools.stub_jobs import MARKER, StubPool, busy

JSON = "application/json"


def test_a_page_is_analysed(client, pool):
    answer = client.post("/v1/analyze", json={"html": "<p>One.</p>", "include": ["text"]})
    assert (answer.status_code, answer.content_type) == (200, JSON)
    assert answer.data == b'{"schema":"undertone/analysis/1"}'
    assert answer.headers["Cache-Control"] == "no-store"
    assert [(asked.input.html, asked.include) for asked in pool.asked] == [("<p>One.</p>", ("text",))]


def test_the_rules_are_listed_and_each_has_its_page(client):
    listed = client.get("/v1/rules").json
    assert listed["schema"] == "undertone/rules/1"
    assert len(listed["rules_sha256"]) == 64
    names = [rule["id"] for rule in listed["rules"]]
    assert names == sorted(names)
    for rule in listed["rules"]:
        assert client.get(f"/v1/rules/{rule['id']}").json == rule
        assert rule["bad"] and rule["good"] and rule["reason"] and rule["source"]


def test_the_model_card_says_what_stands_behind_an_answer(client):
    card = client.get("/v1/model-card").json
    assert card["model"]["sha256"] == encoder.load().sha256
    assert 0 < card["model"]["figures"]["loaded sentences (BABE)"]["macro_f1"] < 1
    assert card["rules"]["count"] == len(client.get("/v1/rules").json["rules"])
    assert card["rules"]["rules_sha256"] == client.get("/v1/rules").json["rules_sha256"]
    assert set(card["reference"]) == {"articles", "made"}
    assert "not whether it is true" in card["limitations"][0]


def test_health_needs_no_worker(app):
    assert create_app(StubPool()).test_client().get("/healthz").json == {"status": "ok"}


def test_readiness_waits_for_a_worker(client):
    assert_problem(create_app(StubPool()).test_client().get("/readyz"), 503, "not-ready")
    ready = client.get("/readyz")
    assert (ready.status_code, set(ready.json["engine"])) == (200, {"version", "rules_sha256", "model"})
    told = {name: ready.json[name] for name in ("status", "version", "api")}
    assert told == {"status": "ready", "version": release(), "api": 1}


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nothing", 404, "not-found"),
        ("GET", "/v1/analyse", 404, "not-found"),
        ("GET", "/v1/rules/", 404, "not-found"),
        ("GET", "/v1/rules/no.such-rule", 404, "unknown-rule"),
        ("GET", "/static/nothing.js", 404, "not-found"),
        ("GET", "/static/../app.py", 404, "not-found"),
        ("GET", "/v1/analyze", 405, "method-not-allowed"),
        ("PUT", "/v1/analyze", 405, "method-not-allowed"),
        ("DELETE", "/v1/analyze", 405, "method-not-allowed"),
        ("OPTIONS", "/v1/analyze", 405, "method-not-allowed"),
        ("TRACE", "/v1/analyze", 405, "method-not-allowed"),
        ("POST", "/v1/rules", 405, "method-not-allowed"),
        ("POST", "/healthz", 405, "method-not-allowed"),
        ("POST", "/readyz", 405, "method-not-allowed"),
        ("POST", "/", 405, "method-not-allowed"),
    ],
)
def test_an_address_or_method_that_is_not_there_is_a_problem(client, method, path, status, code):
    answer = client.open(path, method=method)
    assert_problem(answer, status, code)
    assert ("Allow" in answer.headers) == (status == 405)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Content-Type": ""},
        {"Content-Type": "text/plain"},
        {"Content-Type": "text/html"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "multipart/form-data; boundary=x"},
        {"Content-Type": "application/json+x"},
        {"Content-Type": "application/jsonlines"},
        {"Content-Type": "text/json"},
        {"Content-Type": "application/json; charset=latin-1"},
        {"Content-Type": "application/json; charset=utf-16"},
        {"Content-Type": JSON, "Content-Encoding": "br"},
    ],
)
def test_only_json_in_utf_8_is_read(client, pool, headers):
    assert_problem(client.post("/v1/analyze", data=b'{"html": "x"}', headers=headers), 415, "unsupported-media-type")
    assert not pool.asked


@pytest.mark.parametrize(
    "kind", [JSON, "Application/JSON", "application/json; charset=UTF-8", 'application/json;charset="utf-8"']
)
def test_json_may_name_its_charset(client, kind):
    assert client.post("/v1/analyze", data=b'{"html": "x"}', content_type=kind).status_code == 200


def test_a_body_may_have_the_size_of_the_limit_and_no_more(pool):
    settings = ServerSettings(max_body=100)
    client = create_app(pool, settings).test_client()
    body = json.dumps({"html": "x"}).encode().ljust(100)
    assert client.post("/v1/analyze", data=body, content_type=JSON).status_code == 200
    assert_problem(client.post("/v1/analyze", data=body + b" ", content_type=JSON), 413, "body-too-large")


def test_a_malformed_body_is_a_problem(client, pool):
    assert_problem(client.post("/v1/analyze", data=b"{", content_type=JSON), 400, "bad-json")
    assert_problem(client.post("/v1/analyze", json={}), 400, "missing-input")
    assert not pool.asked


def test_a_full_pool_says_when_to_ask_again():
    answer = create_app(StubPool(failure=busy())).test_client().post("/v1/analyze", json={"html": "x"})
    assert_problem(answer, 503, "busy")
    assert answer.headers["Retry-After"] == "2"


def test_an_unexpected_failure_is_logged_by_its_place_alone(caplog):
    caplog.set_level(logging.DEBUG)
    client = create_app(StubPool(failure=ValueError(MARKER))).test_client()
    answer = client.post("/v1/analyze", json={"html": MARKER})
    assert_problem(answer, 500, "internal-error")
    assert MARKER not in answer.text
    assert MARKER not in caplog.text
    assert answer.json["request_id"] in caplog.text
    assert "ValueError at stub_jobs.py" in caplog.text


@pytest.mark.parametrize(
    "path", ["/", "/healthz", "/readyz", "/v1/rules", "/v1/analyze", "/static/page.css", "/nothing"]
)
def test_every_address_is_closed_to_other_names_and_web_pages(client, path):
    assert_problem(client.get(path, headers={"Host": "evil.example"}), 403, "forbidden-host")
    assert_problem(client.get(path, headers={"Origin": "https://news.example"}), 403, "forbidden-origin")
    assert_problem(client.get(path, headers={"Sec-Fetch-Site": "cross-site"}), 403, "forbidden-origin")


VISIT = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}


def test_a_link_may_open_the_page_but_no_answer_of_the_service(client):
    assert client.get("/healthz", headers=VISIT).status_code == 200
    assert_problem(client.get("/v1/rules", headers=VISIT), 403, "forbidden-origin")
    assert_problem(client.post("/healthz", headers=VISIT), 403, "forbidden-origin")
    assert_problem(client.get("/healthz", headers=VISIT | {"Sec-Fetch-Dest": "iframe"}), 403, "forbidden-origin")


def test_a_paired_extension_may_ask_and_read(client, paired):
    answer = client.post("/v1/analyze", json={"html": "x"}, headers=paired)
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == CHROME
    assert "Origin" in answer.headers["Vary"]
    refused = client.post("/v1/analyze", json={}, headers=paired)
    assert (refused.status_code, refused.headers["Access-Control-Allow-Origin"]) == (400, CHROME)


def test_only_an_extension_may_read(client):
    for headers in ({}, {"Origin": "http://localhost"}, {"Origin": "https://news.example"}):
        assert "Access-Control-Allow-Origin" not in client.get("/v1/rules", headers=headers).headers


def test_an_extension_may_ask_if_it_may_ask(client):
    wish = {"Origin": CHROME, "Access-Control-Request-Method": "POST", "Access-Control-Request-Private-Network": "true"}
    answer = client.options("/v1/analyze", headers=wish)
    assert (answer.status_code, answer.data) == (204, b"")
    assert answer.headers["Access-Control-Allow-Origin"] == CHROME
    assert answer.headers["Access-Control-Allow-Headers"] == "Authorization, Content-Type, X-Undertone"
    assert answer.headers["Access-Control-Allow-Private-Network"] == "true"
    assert_problem(client.options("/v1/analyze", headers=wish | {"Origin": "null"}), 403, "forbidden-origin")


@pytest.mark.parametrize("path", ["/healthz", "/v1/rules", "/nothing"])
def test_every_answer_carries_strict_headers_and_its_own_id(client, path):
    first, second = client.get(path), client.get(path)
    assert "script-src 'self'" in first.headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in first.headers["Content-Security-Policy"]
    assert first.headers["X-Content-Type-Options"] == "nosniff"
    assert first.headers["Referrer-Policy"] == "no-referrer"
    assert first.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert first.headers["X-Request-ID"] != second.headers["X-Request-ID"]
