"""A service with a stub for its workers, and a client that asks it."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.app import create_app
from tests.server.stub_jobs import StubPool


@pytest.fixture
def pool() -> StubPool:
    return StubPool(engine={"version": "0", "rules": "0", "model": None})


@pytest.fixture
def app(pool: StubPool) -> Flask:
    return create_app(pool)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
