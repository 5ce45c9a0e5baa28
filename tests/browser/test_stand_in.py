"""The stand-in for the server says nothing that the product's published schema does not describe."""

from typing import Any

import pytest

from server.service.app import create_app
from tools.browser.answers import answer_to
from tools.browser.newsroom import CODE, PAGES, raw_words, stand_in
from tools.contract import Contract, contract_of
from tools.stub_jobs import StubPool

STORY = {"text": "Critics say the plan was bitterly opposed.", "title": "RIVER OF SHAME: Council caves"}
REQUESTS: list[dict[str, Any]] = [STORY, {**STORY, "title": None}, *({"html": page} for page in PAGES.values())]


@pytest.fixture(scope="module")
def contract() -> Contract:
    return contract_of(create_app(StubPool()))


def of_form(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


@pytest.mark.parametrize("asked", REQUESTS, ids=["text", "untitled", *PAGES])
def test_its_reports(contract: Contract, asked: dict[str, Any]) -> None:
    assert contract.errors(of_form("Report"), answer_to(asked)) == []


def test_its_reports_can_be_the_products_own() -> None:
    app = stand_in()
    app.config["REAL"] = True
    answer = app.test_client().post("/v1/analyze", json={"html": PAGES["story"]}).get_json()
    assert sorted(finding["exact"] for finding in answer["findings"]) == raw_words(PAGES["story"].encode())


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/readyz", "Ready"),
        ("/v1/model-card", "ModelCard"),
        ("/v1/rules", "Rules"),
        ("/v1/rules/wording.fear", "Rule"),
        ("/v1/rules/wording.nothing", "Problem"),
    ],
)
def test_its_other_answers(contract: Contract, path: str, form: str) -> None:
    assert contract.errors(of_form(form), stand_in().test_client().get(path).json) == []


@pytest.mark.parametrize(("code", "form"), [(CODE, "Grant"), ("WRNG-CDEF", "Problem")])
def test_its_pairing(contract: Contract, code: str, form: str) -> None:
    answer = stand_in().test_client().post("/pair", json={"code": code, "name": "x"})
    assert contract.errors(of_form(form), answer.json) == []


def test_its_refusals(contract: Contract) -> None:
    app = stand_in()
    app.config["PROBLEM"] = ("page-too-large", "Send a smaller page.", None)
    answer = app.test_client().post("/v1/analyze", json=STORY)
    assert answer.status_code == 413
    assert contract.errors(of_form("Problem"), answer.json) == []
