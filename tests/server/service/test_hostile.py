"""Every hostile page through the real pool: a result or a clear refusal, and the next request is served."""

import json
from contextlib import closing
from functools import partial

import pytest

from server.service.app import create_app
from server.settings import DEFAULTS
from server.workers.jobs import analysis
from server.workers.pool import WorkerPool
from tools.adversarial import ENCODED, cases, page
from tools.stub_jobs import PRELOAD, InProcess

NAMES = [name for name, _ in cases()]


@pytest.fixture(scope="module")
def client():
    with closing(WorkerPool(1, partial(analysis, with_model=True), DEFAULTS.limits, PRELOAD)) as pool:
        yield create_app(pool).test_client()


@pytest.fixture(scope="module")
def pages():
    """The hostile pages in order, one at a time in memory."""
    return cases()


@pytest.fixture(scope="module")
def plain(client):
    """The answer to an ordinary page."""
    return client.post("/v1/analyze", json={"html": page("")}).data


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_page_is_answered_or_refused_and_the_next_one_served(client, pages, plain, name):
    made, hostile = next(pages)
    assert made == name
    html = hostile if isinstance(hostile, str) else hostile.decode("utf-8", "replace")
    answer = client.post("/v1/analyze", json={"html": html})
    assert answer.status_code in (200, 400, 413, 415), answer.text
    assert "schema" in answer.json or len(answer.json["detail"]) > 10
    assert client.post("/v1/analyze", json={"html": page("")}).data == plain


def test_half_a_surrogate_pair_is_refused_by_name(client):
    answer = client.post("/v1/analyze", json={"html": ENCODED["lone surrogates"]()})
    assert (answer.status_code, answer.json["code"]) == (400, "bad-text")


def test_the_same_page_gives_the_same_bytes_from_any_process(client, plain):
    assert client.post("/v1/analyze", json={"html": page("")}).data == plain
    assert create_app(InProcess()).test_client().post("/v1/analyze", json={"html": page("")}).data == plain
    assert json.loads(plain)["schema"] == "undertone/analysis/1"
