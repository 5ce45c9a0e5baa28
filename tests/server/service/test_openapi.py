"""The OpenAPI document: valid, complete, and true of what the service answers."""

import json
from pathlib import Path

import pytest
from openapi_spec_validator import validate

from server.problems import PROBLEMS, Problem
from server.service.api import openapi
from server.service.app import create_app
from server.settings import ServerSettings
from tools.contract import CheckedClient, contract_of
from tools.stub_jobs import ANSWER, InProcess, StubPool

PAGES = {path.parent.name: path for path in sorted((Path(__file__).parents[2] / "pages").glob("*/page.html"))}
ENGINE = {"version": "0", "rules_sha256": "0" * 64, "model": None}
UNTOLD = {"not-found", "method-not-allowed"}  # of addresses and methods that are not there
PAGE = {"html": "<p>One.</p>"}


@pytest.fixture(scope="module")
def document():
    return create_app(StubPool()).test_client().get("/v1/openapi.json").json


@pytest.fixture(scope="module")
def real():
    """A client of a service that analyses in this process, its every answer checked."""
    app = create_app(InProcess(engine=ENGINE))
    app.test_client_class = CheckedClient
    return app.test_client()


def test_the_document_is_valid(document):
    validate(document)
    assert document["openapi"].startswith("3.1.")


def test_every_address_for_programs_is_described(app, document):
    served = {rule.rule.replace("<", "{").replace(">", "}") for rule in app.url_map.iter_rules()}
    for path in served:
        assert (path in document["paths"]) == path.startswith(("/v1/", "/healthz", "/readyz", "/pair")), path


def test_every_operation_is_named_and_told(document):
    operations = [told for methods in document["paths"].values() for told in methods.values()]
    assert len({told["operationId"] for told in operations}) == len(operations)
    assert all(told["summary"].endswith(".") for told in operations)
    assert all(schema["description"].endswith(".") for schema in document["components"]["schemas"].values())


def test_every_field_is_described(document):
    for name, schema in document["components"]["schemas"].items():
        for field, told in schema.get("properties", {}).items():
            assert told.get("description", "").endswith("."), f"{name}.{field}"


def test_every_problem_is_told_of_some_address(document):
    told = set()
    for methods in document["paths"].values():
        for operation in methods.values():
            for status, answer in operation["responses"].items():
                if status != "200":
                    ((_, content),) = answer["content"].items()
                    told |= set(content["schema"]["properties"]["code"]["enum"])
    assert told | UNTOLD == PROBLEMS.keys() | UNTOLD


@pytest.mark.parametrize("include", [[], ["text", "sentences"]])
@pytest.mark.parametrize("name", PAGES)
def test_the_answer_about_every_golden_page_is_as_told(real, name, include):
    asked = {"html": PAGES[name].read_text(encoding="utf-8"), "include": include}
    answer = real.post("/v1/analyze", json=asked)
    assert answer.status_code == 200
    assert (answer.json["sentences"] is not None) == bool(include)


@pytest.mark.parametrize("text", ["One.", "El consejo votó el lunes. " * 40, "“We wait,” said Ada Berg. " * 30])
def test_the_answer_about_a_text_is_as_told(real, text):
    assert real.post("/v1/analyze", json={"text": text, "title": "Bridge"}).json["document"]["title"] == "Bridge"


@pytest.mark.parametrize("path", ["/v1/rules", "/v1/rules/headline.loaded-kicker", "/v1/model-card", "/readyz"])
def test_the_other_answers_are_as_told(real, path):
    assert real.get(path).status_code == 200


def test_the_document_describes_itself(real):
    assert real.get("/v1/openapi.json").json["openapi"] == "3.1.0"


@pytest.mark.parametrize("path", ["/v1/analyze", "/v1/export/annotated"])
@pytest.mark.parametrize("code", sorted({*openapi.ANALYSING, *openapi.READING} - {"missing-header"}))
def test_every_refusal_of_an_analysis_is_as_told(code, path):
    app = create_app(StubPool(failure=Problem(code, "Do that.", {"Retry-After": "2"})))
    app.test_client_class = CheckedClient
    answer = app.test_client().post(path, json=PAGE)
    assert (answer.status_code, answer.json["code"]) == (PROBLEMS[code][0], code)


def test_the_judge_sees_a_false_answer(app):
    contract = contract_of(app)
    report = {"$ref": "#/components/schemas/Report"}
    whole = create_app(InProcess()).test_client().post("/v1/analyze", json=PAGE).json
    assert contract.errors(report, whole) == []
    assert contract.errors(report, json.loads(ANSWER))
    assert contract.errors(report, whole | {"more": 1})
    assert contract.errors(report, {name: value for name, value in whole.items() if name != "summary"})
    whole["findings"] = [{"id": 1}]
    assert contract.errors(report, whole)


def test_the_page_about_the_service_shows_every_address_and_form(client, document):
    page = client.get("/api")
    assert (page.status_code, page.mimetype) == (200, "text/html")
    assert "<script" not in page.text
    assert "style=" not in page.text
    for path, methods in document["paths"].items():
        for method in methods:
            assert f"<code>{method.upper()} {path}</code>" in page.text
    for name in document["components"]["schemas"]:
        assert f'id="{name}"' in page.text
    assert client.get("/static/pages.css", buffered=True).status_code == 200


def test_the_document_of_a_guarded_service_needs_a_token_and_says_so(pool, store, document):
    settings = ServerSettings(state=store.folder, require_token=True)
    client = create_app(pool, settings).test_client()
    assert client.get("/v1/openapi.json").status_code == 401
    token = store.pair(store.new_code(), "x", None).token
    guarded = client.get("/v1/openapi.json", headers={"Authorization": f"Bearer {token}"}).json
    assert guarded["paths"]["/v1/analyze"]["post"]["security"] == [{"token": []}]
    assert document["paths"]["/v1/analyze"]["post"]["security"] == [{}, {"token": []}]
