import io
import json
import logging

import pytest

from server.service.app import create_app
from server.service.observe import logs
from server.settings import ServerSettings
from tools.stub_jobs import MARKER, StubPool, busy


@pytest.fixture
def lines(monkeypatch):
    """What is logged from now on, as JSON values."""
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    out = io.StringIO()
    logs.write_to(out)
    yield lambda: [json.loads(line) for line in out.getvalue().splitlines()]
    logs.ACCESS.setLevel(logging.NOTSET)


def test_every_answer_is_a_line_with_the_id_of_its_request(client, lines):
    answer = client.post("/v1/analyze", json={"text": MARKER})
    (told,) = lines()
    assert told["request_id"] == answer.headers["X-Request-ID"]
    assert (told["route"], told["method"], told["status"]) == ("/v1/analyze", "POST", 200)
    assert told["ms"] >= 0
    assert told["time"].endswith("Z")


@pytest.mark.parametrize("path", [f"/v1/rules/{MARKER}", f"/{MARKER}", f"/?q={MARKER}"])
def test_a_line_tells_the_route_and_not_the_address(client, lines, path):
    client.get(path)
    (told,) = lines()
    assert told["route"] in ("/v1/rules/<name>", "none", "/")
    assert MARKER not in json.dumps(told)


def test_an_odd_method_is_no_label(client, lines):
    client.open("/", method=MARKER.upper())
    assert lines()[-1]["method"] == "other"
    assert MARKER.upper() not in client.get("/metrics").text


def test_an_unexpected_error_is_told_by_its_place(app, pool, client, lines):
    pool.failure = ValueError(MARKER)
    answer = client.post("/v1/analyze", json={"text": "x"})
    failed, told = lines()
    assert answer.status_code == told["status"] == 500
    assert failed["level"] == "error"
    assert failed["request_id"] == told["request_id"] == answer.json["request_id"]
    assert MARKER not in json.dumps(failed)


def test_an_exception_that_is_logged_is_told_without_its_message(lines):
    try:
        raise ValueError(MARKER)
    except ValueError:
        logging.getLogger("anything").exception("it failed")
    (told,) = lines()
    assert told["error"].startswith("ValueError at test_logs.py:")
    assert MARKER not in json.dumps(told)


def test_the_meters_count_answers_and_time_their_stages(client):
    client.post("/v1/analyze", json={"text": "x"})
    client.get("/v1/rules/none")
    answer = client.get("/metrics")
    assert answer.content_type.startswith("text/plain; version=0.0.4")
    for line in (
        'undertone_requests_total{method="POST",route="/v1/analyze",status="200"} 1.0',
        'undertone_requests_total{method="GET",route="/v1/rules/<name>",status="404"} 1.0',
        'undertone_request_seconds_count{route="/v1/analyze"} 1.0',
        'undertone_stage_seconds_count{stage="read"} 1.0',
        "undertone_queue_length 0.0",
    ):
        assert line in answer.text
    assert "process_resident_memory_bytes" in answer.text


def test_a_full_queue_is_counted_too():
    client = create_app(StubPool(engine={}, failure=busy()), ServerSettings()).test_client()
    assert client.post("/v1/analyze", json={"text": "x"}).status_code == 503
    assert 'status="503"} 1.0' in client.get("/metrics").text
