"""Fact-checks at every door: the command line, the service, and the report of a page."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from detector import Text
from server.cli import main, serving
from server.service.app import create_app
from server.settings import DEFAULTS, ServerSettings
from server.wire import AnalyzeRequest
from server.workers.jobs import Checked, analysis

SAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "fact-checks.json"
STORY = (
    "Dredging the harbour channel has killed half of the fish of the Harwick coast. The council met on Monday. "
    + "The boats stayed in the harbour for a week, and nobody went out to the reed beds to count. " * 3
)


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    path = tmp_path_factory.mktemp("index") / "fact-checks.sqlite"
    done = CliRunner().invoke(main, ["claims", "import", str(SAMPLE), "--index", str(path), "--no-model"])
    assert done.exit_code == 0, done.output
    assert "5 fact-checks are in the index." in done.output
    return path


def run(*words):
    return CliRunner().invoke(main, ["claims", *words])


def test_importing_again_adds_nothing(index):
    assert "5 fact-checks" in run("import", str(SAMPLE.parent), "--index", str(index), "--no-model").output


def test_a_search_shows_ratings_word_for_word(index):
    said = run("search", "Dredging killed half the fish of the Harwick coast", "--index", str(index), "--no-model")
    assert "Half true" in said.output and "False: nobody has counted them" in said.output
    told = run("search", "Dredging killed half the fish", "--index", str(index), "--no-model", "--json")
    assert json.loads(told.output)["schema"] == "undertone/fact-checks/1"
    none = run("search", "zebras", "--index", str(index), "--no-model")
    assert "says nothing about whether it is true" in none.output


def test_a_missing_or_damaged_index_is_a_sentence(tmp_path):
    assert "There is no index" in run("search", "x", "--index", str(tmp_path / "none")).output
    (tmp_path / "bad").write_text("no database at all" * 100)
    assert "cannot be used" in run("search", "x", "--index", str(tmp_path / "bad")).output


def test_a_file_of_another_kind_is_named(tmp_path):
    (tmp_path / "story.txt").write_text("A story, and no list.")
    told = run("import", str(tmp_path / "story.txt"), "--index", str(tmp_path / "index"), "--no-model")
    assert told.exit_code != 0 and "story.txt holds no fact-checks in a form that is known (.csv," in told.output


def test_a_report_holds_the_checks_of_its_claims(index):
    job = Checked(analysis(with_model=False), index)
    report = json.loads(job(AnalyzeRequest(Text(STORY, "Fish of Harwick"))))
    (claim,) = [one for one in report["claims"] if one["fact_checks"]]
    assert {check["publisher"] for check in claim["fact_checks"]} == {"Tide Check", "Coast Desk"}
    assert {check["rating"] for check in claim["fact_checks"]} == {"Half true", "False: nobody has counted them"}


class Pool:
    """A pool of one job in this process."""

    engine = None

    def __init__(self, job):
        self.submit = job


def test_the_service_answers_a_search(index, tmp_path):
    job = Checked(analysis(with_model=False), index)
    client = create_app(Pool(job), ServerSettings(state=tmp_path)).test_client()
    told = client.get("/v1/fact-checks", query_string={"q": "Dredging killed half of the fish on the Harwick coast"})
    assert [check["publisher"] for check in told.json["fact_checks"]]
    assert client.get("/v1/fact-checks").json["code"] == "bad-request"
    assert client.get("/v1/fact-checks?q=" + "x" * 3000).status_code == 400


def test_a_report_of_the_service_shows_matches(index, tmp_path):
    job = Checked(analysis(with_model=False), index)
    client = create_app(Pool(job), ServerSettings(state=tmp_path)).test_client()
    report = client.post("/v1/analyze", json={"text": STORY, "title": "Fish of Harwick"}).json
    shown = [check for claim in report["claims"] for check in claim["fact_checks"]]
    assert {check["publisher"] for check in shown} == {"Tide Check", "Coast Desk"}


def test_the_server_takes_the_index_that_is_named(index, tmp_path, monkeypatch):
    used = []
    monkeypatch.setattr(serving, "_run", lambda settings, json_logs: used.append(settings.fact_checks))
    assert CliRunner().invoke(main, ["serve", "--fact-checks", str(index)]).exit_code == 0
    assert CliRunner().invoke(main, ["serve"]).exit_code == 0
    assert used == [index, DEFAULTS.fact_checks]
    wrong = CliRunner().invoke(main, ["serve", "--fact-checks", str(tmp_path / "none")])
    assert wrong.exit_code == 2
    assert "does not exist" in wrong.output


def test_without_an_index_nothing_is_found(tmp_path):
    job = Checked(analysis(with_model=False), tmp_path / "none.sqlite")
    assert json.loads(job(AnalyzeRequest(Text("x"), form="fact-checks")))["fact_checks"] == []
