"""What the service says is in the language that its reader asks for."""

import pytest

from detector import languages
from server.service.app import create_app
from server.settings import DEFAULTS
from server.wire import dump
from tests.server.conftest import assert_problem

LINES = "application/x-ndjson"


@pytest.mark.parametrize(
    ("accepted", "options", "language"),
    [
        ("de-AT,de;q=0.9,en;q=0.8", {}, "de"),
        ("fi,en;q=0.5", {}, "en"),
        ("fi", {}, None),
        ("*", {}, "en"),
        ("fi,*;q=0.5", {}, "en"),
        ("de", {"language": "en"}, "en"),
        ("en", {"language": "xx"}, "xx"),
        ("de", {"language": None}, "de"),
    ],
)
def test_the_report_is_in_the_language_that_the_reader_asks_for(client, pool, accepted, options, language):
    asked = {"text": "One.", "options": options}
    assert client.post("/v1/analyze", json=asked, headers={"Accept-Language": accepted}).status_code == 200
    assert pool.asked[-1].options.language == language


@pytest.mark.parametrize("language", ["German", "DE", 1, ["de"]])
def test_a_language_is_a_code_of_two_letters(client, language):
    answer = client.post("/v1/analyze", json={"text": "One.", "options": {"language": language}})
    assert_problem(answer, 400, "bad-options")


@pytest.mark.parametrize("language", languages.spoken())
def test_rules_and_limits_are_told_in_the_language_of_the_request(client, language):
    asked, told = {"Accept-Language": f"xx,{language}"}, languages.messages_for(language)
    answer = client.get("/v1/rules", headers=asked)
    assert "Accept-Language" in answer.headers["Vary"]
    (first, *_) = answer.json["rules"]
    assert (first["message"], first["reason"]) == (
        told.rules[first["id"]]["message"],
        told.rules[first["id"]]["reason"],
    )
    assert client.get(f"/v1/rules/{first['id']}", headers=asked).json == first
    assert client.get("/v1/model-card", headers=asked).json["limitations"][0] == told.say("limitations", "truth")


def test_a_line_of_a_batch_is_answered_in_its_own_language_or_in_that_of_the_request(pool):
    client = create_app(pool, DEFAULTS).test_client()
    lines = [{"text": "One.", "options": {"language": "en"}}, {"text": "Two."}]
    for headers in ({"Accept-Language": "fi,de;q=0.9"}, {}):
        asked = b"\n".join(map(dump, lines))
        answer = client.post("/v1/analyze/batch", data=asked, content_type=LINES, headers=headers)
        assert answer.status_code == 200 and len(answer.data.splitlines()) == 2
    told = sorted((request.input.text, str(request.options.language)) for request in pool.asked)
    assert told == [("One.", "en"), ("One.", "en"), ("Two.", "None"), ("Two.", "de")]
