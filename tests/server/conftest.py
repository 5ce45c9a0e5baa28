"""A service with a stub for its workers, and a client that asks it."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.service.app import create_app
from server.service.auth.pairing_store import PairingStore
from server.settings import ServerSettings
from tools.contract import CheckedClient
from tools.stub_jobs import StubPool

CHROME = "chrome-extension://" + "abcdefghijklmnop" * 2


@pytest.fixture
def pool() -> StubPool:
    return StubPool(engine={"version": "0", "rules_sha256": "0" * 64, "model": None})


@pytest.fixture
def store(tmp_path: Path) -> PairingStore:
    """The pairings of the service under test, nobody paired yet."""
    return PairingStore(tmp_path / "state")


@pytest.fixture
def app(pool: StubPool, store: PairingStore) -> Flask:
    return create_app(pool, ServerSettings(state=store.folder))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A client whose every answer is held against the OpenAPI document."""
    app.test_client_class = CheckedClient
    return app.test_client()


@pytest.fixture
def paired(store: PairingStore) -> dict[str, str]:
    """The headers of an extension that is paired."""
    token = store.pair(store.new_code(), "Chromium", CHROME).token
    return {"Origin": CHROME, "Authorization": f"Bearer {token}", "X-Undertone": "1"}


def assert_problem(answer, status, code):
    assert (answer.status_code, answer.json["code"], answer.json["status"]) == (status, code, status)
    assert answer.content_type == "application/problem+json"
    assert answer.json["request_id"] == answer.headers["X-Request-ID"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert set(answer.json) == {"type", "title", "status", "detail", "instance", "code", "request_id"}
