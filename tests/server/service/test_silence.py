"""No word of a page is logged, printed or written by the service, whatever happens to the request."""

import logging
from contextlib import closing
from dataclasses import replace
from functools import partial

import pytest

from server.service.app import create_app
from server.settings import DEFAULTS
from server.workers.jobs import analysis
from server.workers.pool import WorkerPool
from tools.stub_jobs import MARKER, PRELOAD, Stub

STORY = f"<p>The {MARKER} council voted on Monday, said the {MARKER} mayor.</p>" * 40
JSON = "application/json"
GOOD = [
    {"html": f"<title>{MARKER}</title><h1>{MARKER}</h1>{STORY}", "url": f"https://news.example/{MARKER}"},
    {"text": f"The {MARKER} council voted on Monday. " * 40, "title": MARKER, "include": ["text", "sentences"]},
]
BAD = [
    b'{"html": "' + MARKER.encode(),
    b'{"html": ["' + MARKER.encode() + b'"]}',
    b'{"' + MARKER.encode() + b'": 1}',
    b'{"html": "x", "include": ["' + MARKER.encode() + b'"]}',
    b'{"html": "x", "options": {"disable": ["' + MARKER.encode() + b'"]}}',
    b'{"html": "%PDF-1.7 ' + MARKER.encode() + b'"}',
    b"\xff" + MARKER.encode(),
]


@pytest.fixture
def silent(client, caplog, capfd, tmp_path, monkeypatch):
    """Ask for anything within the test, once workers run; afterwards nothing must have come out."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    caplog.set_level(logging.DEBUG)
    yield caplog
    assert MARKER not in caplog.text + "".join(capfd.readouterr())
    assert not list((tmp_path / "temporary").rglob("*"))


@pytest.fixture(scope="module")
def client():
    with closing(WorkerPool(1, partial(analysis, with_model=True), DEFAULTS.limits, PRELOAD)) as pool:
        yield create_app(pool).test_client()


@pytest.mark.parametrize("asked", GOOD)
def test_a_page_that_is_analysed_leaves_no_word(silent, client, asked):
    assert client.post("/v1/analyze", json=asked).status_code == 200


@pytest.mark.parametrize("body", BAD)
def test_a_request_that_is_refused_leaves_no_word(silent, client, body):
    assert client.post("/v1/analyze", data=body, content_type=JSON).status_code in (400, 415)


@pytest.mark.parametrize("path", [f"/{MARKER}", f"/v1/rules/{MARKER}", f"/extension/page/{MARKER}.js", f"/?q={MARKER}"])
def test_an_address_leaves_no_word(silent, client, path):
    assert client.get(path).status_code in (200, 404)


@pytest.mark.parametrize("act", ["fail", "fall", "burn", "devour", "shout", "refuse"])
def test_a_worker_that_fails_leaves_no_word(silent, act):
    limits = replace(DEFAULTS.limits, cpu_seconds=0.2, memory_bytes=2**29)
    with closing(WorkerPool(1, Stub, limits, PRELOAD)) as pool:
        answer = create_app(pool).test_client().post("/v1/analyze", json={"text": act, "title": MARKER})
    assert answer.status_code in (200, 413, 500)
    if answer.status_code == 500:
        assert f"request {answer.json['request_id']} failed: " in silent.text
