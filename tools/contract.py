"""The service's own OpenAPI document as a judge: every answer must be one that it describes."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from functools import lru_cache
from typing import Any

from flask import Flask, Response, request
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from werkzeug.exceptions import HTTPException
from werkzeug.test import TestResponse
from werkzeug.wrappers import Response as AnyResponse

from detector import languages, rules
from server.service.api import openapi
from server.service.app import create_app
from tools.stub_jobs import ANSWER

OPEN = {"OpenApi"}  # what may hold more than is told
EVERYWHERE = {404: "not-found", 405: "method-not-allowed"}  # of addresses and methods that are not there
BARE = (204, 304)


class Contract:
    """Checks answers against the document of `app`, taken strictly: an answer may hold nothing that is not told."""

    def __init__(self, app: Flask) -> None:
        self.document = openapi.describe(app, rules.load(languages.DEFAULT).rules, guarded=False)
        self._urls = app.url_map.bind("localhost")
        self._schemas = closed(self.document["components"]["schemas"])

    def errors(self, schema: dict[str, Any], value: Any) -> list[str]:
        """What is wrong with a value."""
        whole = {"components": {"schemas": self._schemas}, **schema}
        return [f"{error.json_path}: {error.message[:200]}" for error in Draft202012Validator(whole).iter_errors(value)]

    def check(self, method: str, path: str, answer: AnyResponse) -> None:
        """Fail where the answer is not one that the document tells of this method and path."""
        assert "Set-Cookie" not in answer.headers
        told = self._told(method, path)
        if answer.status_code in BARE or (told is None and answer.status_code == 200):
            return
        text = answer.get_data(as_text=True)
        if text == ANSWER.decode() and answer.status_code == 200:
            return
        if told is None or (answer.status_code in EVERYWHERE and str(answer.status_code) not in told):
            assert_problem_form(self, answer)
            return
        assert str(answer.status_code) in told, f"{method} {path} tells nothing of {answer.status_code}"
        described = told[str(answer.status_code)]
        media = answer.mimetype
        schema = described["content"][media]["schema"]
        assert answer.content_type == (f"{media}; charset=utf-8" if media.startswith("text/") else media)
        values = text.splitlines() if media.endswith("ndjson") else [text]
        told_of = [value if media.startswith("text/") else json.loads(value) for value in values]
        faults = [fault for value in told_of for fault in self.errors(schema, value)]
        assert not faults, faults
        assert {*described.get("headers", ())} - {"Retry-After"} <= {*answer.headers.keys()}

    def _told(self, method: str, path: str) -> dict[str, Any] | None:
        try:
            rule, _ = self._urls.match(path.partition("?")[0], method, return_rule=True)
        except HTTPException:
            return None
        template = rule.rule.replace("<", "{").replace(">", "}")
        return self.document["paths"].get(template, {}).get(method.lower(), {}).get("responses")


def assert_problem_form(contract: Contract, answer: AnyResponse) -> None:
    """A refusal has the form of one, wherever it comes from; people get a page where there is nothing."""
    if (answer.status_code, answer.mimetype) == (404, "text/html"):
        return
    if answer.status_code >= 400:
        assert answer.content_type == "application/problem+json"
        assert contract.errors({"$ref": "#/components/schemas/Problem"}, answer.json) == []


def closed(schemas: dict[str, Any]) -> dict[str, Any]:
    """The schemas, their objects holding only what is named."""
    strict = deepcopy(schemas)
    for name, schema in strict.items():
        if name not in OPEN:
            schema["additionalProperties"] = False
    return strict


@lru_cache(maxsize=4)
def contract_of(app: Flask) -> Contract:
    """The contract of a service."""
    return Contract(app)


class CheckedClient(FlaskClient):
    """A client whose every answer is checked."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        answer = super().open(*args, **kwargs)
        request = answer.request
        contract_of(self.application).check(request.method, request.path, answer)
        return answer


@contextmanager
def held_to_contract() -> Iterator[Callable[..., Flask]]:
    """Makes services as `create_app` does; fails at the end where one gave an answer that it does not describe."""
    faults: list[str] = []

    def make(*parts: Any) -> Flask:
        app = create_app(*parts)

        def look(answer: Response) -> Response:
            try:
                contract_of(app).check(request.method, request.path, answer)
            except AssertionError as fault:
                faults.append(f"{request.method} {request.path}: {fault}")
            return answer

        app.after_request_funcs.setdefault(None, []).insert(0, look)  # the first is called last
        return app

    yield make
    assert not faults, faults
