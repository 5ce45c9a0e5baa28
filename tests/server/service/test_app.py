import re
from contextlib import closing
from urllib.parse import urljoin

import pytest

from detector.errors import DataError
from server.service.api import routes
from server.service.app import create_app
from server.settings import ServerSettings
from tools.stub_jobs import StubPool


@pytest.mark.parametrize("with_model", [True, False])
def test_a_service_without_a_pool_starts_its_own(with_model):
    app = create_app(settings=ServerSettings(workers=1, with_model=with_model))
    with closing(app.extensions[routes.NAME].pool):
        client = app.test_client()
        answer = client.post("/v1/analyze", json={"text": "The council voted on Monday.", "title": "Bridge"})
        assert answer.json["document"]["title"] == "Bridge"
        ready = client.get("/readyz").json["engine"]
        assert bool(ready["model"]) == with_model
        assert ready == {name: answer.json["engine"][name] for name in ("version", "rules_sha256", "model")}


def test_two_services_know_nothing_of_each_other():
    first, second = (
        create_app(StubPool({"version": "1", "rules_sha256": "0" * 64, "model": None})),
        create_app(StubPool()),
    )
    assert first.test_client().get("/readyz").status_code == 200
    assert second.test_client().get("/readyz").status_code == 503


def test_the_page_at_the_root_loads_only_what_the_service_has(client):
    page = client.get("/")
    assert page.status_code == 200
    for line in page.text.splitlines():
        for mark in ('src="', 'href="/'):
            if mark in line:
                path = line.split(mark)[1].split('"')[0]
                path = path if path.startswith("/") else f"/{path}"
                assert client.get(path, buffered=True).status_code == 200, path
    asked, held = {"/static/paste.js"}, set()
    while missing := asked - held:
        path = missing.pop()
        script = client.get(path, buffered=True)
        assert script.status_code == 200, path
        held.add(path)
        asked |= {
            urljoin(path, name) for name in re.findall(r'^import [^"]* from "([^"]+)";', script.text, re.MULTILINE)
        }
    assert len(held) > 20


def test_damaged_rules_stop_the_service_before_it_starts(monkeypatch):
    def fail(*_):
        raise DataError("A pack is damaged.")

    monkeypatch.setattr("server.service.app.rules.load", fail)
    with pytest.raises(DataError, match="damaged"):
        create_app(StubPool())
