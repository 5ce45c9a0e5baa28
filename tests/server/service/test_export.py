"""`POST /v1/export/{format}`: the report as a file, made by a worker under its limits, for whoever may ask."""

import pytest

from detector import Analyzer, Page
from detector.export import FORMATS, Analysed
from server.problems import Problem
from server.service.app import create_app
from server.settings import ServerSettings
from tests.export.stories import HOSTILE, PAGE
from tests.server.conftest import CHROME
from tools.contract import CheckedClient
from tools.stub_jobs import InProcess, StubPool

ENGINE = {"version": "0", "rules": "0" * 64, "model": None}
ADDRESS = "https://tide.example/river"


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    """A client of a service that analyses in this process, its every answer checked."""
    app = create_app(InProcess(engine=ENGINE), ServerSettings(state=tmp_path_factory.mktemp("state")))
    app.test_client_class = CheckedClient
    return app.test_client()


@pytest.mark.parametrize("name", FORMATS)
def test_a_page_comes_back_as_a_file(real, name):
    answer = real.post(f"/v1/export/{name}", json={"html": PAGE, "url": ADDRESS})
    form = FORMATS[name]
    assert (answer.status_code, answer.mimetype) == (200, form.media_type)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="undertone-{name}{form.ending}"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.data == form.render(
        Analysed(Analyzer().analyze(Page(PAGE, ADDRESS)), Page(PAGE, ADDRESS), name=ADDRESS)
    )


@pytest.mark.parametrize("name", FORMATS)
def test_text_and_hostile_pages_come_back_as_files(real, name):
    text = {"title": "A brazen plan", "text": "The plan was a brazen mistake, a spokesman said. " * 8}
    for asked in (text, {"html": HOSTILE}):
        answer = real.post(f"/v1/export/{name}", json=asked)
        assert answer.status_code == 200
        assert "evil.example" not in answer.text


def test_the_report_as_a_file_is_the_answer_of_an_analysis(real):
    asked = {"html": PAGE, "include": ["text", "sentences"], "options": {"min_severity": "strong"}}
    assert real.post("/v1/export/json", json=asked).data == real.post("/v1/analyze", json=asked).data


def test_what_the_reader_left_out_is_not_exported(real):
    asked = {"html": PAGE, "options": {"ignore": ["disastrous"], "disable": ["wording.loaded-adverb"]}}
    notes = real.post("/v1/export/markdown", json=asked).text
    assert "**disastrous**" not in notes and "**bitterly**" not in notes
    assert "**disastrous**" in real.post("/v1/export/markdown", json={"html": PAGE}).text


@pytest.mark.parametrize("name", ["pdf", "JSON", "annotated.html", "%00"])
def test_a_format_that_is_none_is_refused_with_those_that_are(client, pool, name):
    answer = client.post(f"/v1/export/{name}", json={"html": PAGE})
    assert (answer.status_code, answer.json["code"]) == (404, "unknown-format")
    assert "annotated, report, markdown" in answer.json["detail"]
    assert pool.asked == []


def test_the_worker_is_asked_for_the_format(client, pool):
    client.post("/v1/export/sarif", json={"text": "One.", "title": "T"})
    assert [asked.form for asked in pool.asked] == ["sarif"]


@pytest.mark.parametrize(
    ("body", "code"), [({}, "missing-input"), ({"html": "a", "text": "b"}, "two-inputs"), ({"html": 1}, "bad-field")]
)
def test_a_wrong_request_is_refused_as_that_of_an_analysis(client, body, code):
    assert client.post("/v1/export/report", json=body).json["code"] == code


def test_a_full_queue_is_said(store):
    failure = Problem("busy", "Ask again.", {"Retry-After": "2"})
    app = create_app(StubPool(failure=failure), ServerSettings(state=store.folder))
    answer = app.test_client().post("/v1/export/markdown", json={"html": PAGE})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")


def test_an_extension_needs_its_token_and_may_read_the_name(client, paired):
    asked = {"json": {"html": PAGE}}
    stranger = client.post("/v1/export/json", headers={"Origin": CHROME, "X-Undertone": "1"}, **asked)
    assert stranger.status_code == 401
    known = client.post("/v1/export/json", headers=paired, **asked)
    assert known.status_code == 200
    assert "Content-Disposition" in known.headers["Access-Control-Expose-Headers"]


def test_a_web_page_may_not_ask(client):
    answer = client.post("/v1/export/json", headers={"Origin": "https://evil.example"}, json={"html": PAGE})
    assert answer.json["code"] == "forbidden-origin"
