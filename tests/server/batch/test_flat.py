import json

import pytest

from detector import Text
from detector.dimensions.registry import DIMENSIONS
from server.batch.engines.batch_jobs import FlatRows, Reports
from server.batch.outputs.flat import columns, flatten
from server.workers.jobs import analysis
from tools.stub_jobs import ask

TEXT = "\n\n".join(["The council voted to repair the bridge, said Ada Berg, the mayor. The plan is a disaster."] * 12)
KINDS = {name: kind for name, kind in columns() if name != "id"}


@pytest.fixture(scope="module")
def report():
    return analysis(with_model=True).analyzer.analyze(Text(TEXT, "Bridge to be repaired")).to_dict()


def test_every_column_has_its_value_in_order(report):
    row = flatten(report)
    assert list(row) == list(KINDS)
    assert row["headline"] == report["scores"]["headline"]["value"]
    assert row["wording_loaded_by_author"] == report["scores"]["wording"]["facts"]["loaded_by_author"]
    assert (row["sourcing_low"], row["sourcing_high"]) == tuple(report["scores"]["sourcing"]["interval"])
    assert row["notices"] == ",".join(notice["code"] for notice in report["document"]["notices"])


def test_every_value_is_of_its_column_s_type(report):
    whole = {name: value for name, value in flatten(report).items() if value is not None}
    assert {name for name, value in whole.items() if not isinstance(value, (KINDS[name], int))} == set()


def test_lists_and_tables_are_cells_of_json(report):
    cell = flatten(report)["sourcing_shares_by_side"]
    assert json.loads(cell) == report["scores"]["sourcing"]["facts"]["shares_by_side"]


def test_no_fact_of_a_report_lacks_a_column(report):
    assert {name: set(score["facts"]) - {"reference"} for name, score in report["scores"].items()} == {
        dimension.id: set(dimension.facts) for dimension in DIMENSIONS
    }


def test_a_page_without_scores_says_why():
    row = flatten(analysis(with_model=True).analyzer.analyze(Text("Zu kurz.")).to_dict())
    assert row["wording"] is None
    assert row["wording_reason"]
    assert list(row) == list(KINDS)


@pytest.mark.parametrize("job", [Reports, FlatRows])
def test_a_job_answers_with_the_text_s_digest_and_an_object(job):
    answer = job(analysis(with_model=True))(ask(TEXT, "Bridge to be repaired"))
    held = json.loads(answer[64:])
    assert (held.get("document") or held)["text_sha256"] == answer[:64].decode()
    assert job(analysis(with_model=True)).engine() == analysis(with_model=True).engine()
