"""The wire form holds exactly what the contract names, with values that JSON can carry."""

import json

import pytest

from detector import Analyzer, BadOptions
from detector.schema.wire import limitations

PAGE = """<!doctype html><html lang="en"><head><title>Quay works start in May</title></head><body><article>
<h1>SHAMEFUL DEAL: Quay works start in May</h1>{paragraphs}</article></body></html>"""
SENTENCES = (
    "Mayor Ann Sorel said on Tuesday that the works would begin in May and last for two summers. "
    "“We looked at every quay,” said Piet Kros, who chairs the harbour union. "
    "The town has set aside nine million euros for the sluice, the quay wall and the road behind it. "
)
FINDING = {
    "id", "dimension", "rule", "technique", "severity", "confidence", "voice", "counts", "points", "start", "end",
    "exact", "message", "reason", "suggestion", "evidence", "docs", "target",
}  # fmt: skip


@pytest.fixture(scope="module")
def report():
    quays = ("northern", "southern", "eastern", "western", "inner")  # a paragraph that repeats counts once
    paragraphs = "".join(f"<p>The {quay} quay comes next. {SENTENCES.replace('nine', quay)}</p>" for quay in quays)
    return Analyzer().analyze(PAGE.format(paragraphs=paragraphs), "https://paper.example/2026/quay-works")


def test_the_answer_has_the_contract_keys_in_its_order(report):
    assert list(report.to_dict()) == [
        "schema", "engine", "document", "summary", "scores", "sources", "quotes", "links", "framing", "findings",
        "limitations",
    ]  # fmt: skip


def test_the_document_has_the_contract_keys(report):
    assert list(report.to_dict()["document"]) == [
        "title", "kicker", "url", "site", "byline", "published", "section", "language", "article", "genre", "words",
        "text_sha256", "notices",
    ]  # fmt: skip


def test_text_and_sentences_come_only_when_asked_for(report):
    full = report.to_dict(include=("text", "sentences"))
    assert full["document"]["text"] == report.article.text
    assert {"start", "end", "voice", "loaded", "subjective"} == set(full["sentences"][0])
    assert "sentences" not in report.to_dict()
    assert "text" not in report.to_dict()["document"]


def test_an_unknown_include_is_refused(report):
    with pytest.raises(BadOptions, match="'words'"):
        report.to_dict(include=("words",))


def test_every_finding_has_the_contract_keys_and_a_target(report):
    findings = report.to_dict()["findings"]
    assert {finding["dimension"] for finding in findings}
    for finding in findings:
        assert set(finding) == FINDING
        assert finding["target"]["selector"][1]["exact"]


def test_plain_text_has_no_targets():
    answer = Analyzer().analyze_text(SENTENCES * 5, "SHAMEFUL: Quay works slammed by all").to_dict()
    assert answer["findings"]
    assert all("target" not in finding for finding in answer["findings"])


def test_scores_name_their_parts(report):
    for score in report.to_dict()["scores"].values():
        assert set(score) - {"reason"} == {"value", "level", "percentile", "interval", "parts", "facts"}
        for part in score["parts"]:
            assert len(set(part) & {"finding", "model", "feature"}) == 1


def test_links_are_told_with_their_site_as_facts_and_at_the_source_that_carries_them():
    linked = SENTENCES.replace("Ann Sorel", '<a href="https://sorel.example.org/">Ann Sorel</a>').replace(
        "nine million", '<a href="https://www.harwick.gov.uk/budget">nine million</a>'
    )
    paragraphs = f"<p>{linked}</p>" + "".join(f"<p>The {at} quay. {SENTENCES}</p>" for at in ("northern", "western"))
    told = Analyzer(model=None).analyze(PAGE.format(paragraphs=paragraphs), "https://paper.example/a").to_dict(["text"])
    words = [(told["document"]["text"][held["start"] : held["end"]], held["site"]) for held in told["links"]]
    assert words == [("Ann Sorel", "example.org"), ("nine million", "harwick.gov.uk")]
    facts = told["scores"]["sourcing"]["facts"]
    assert (facts["links_out"], facts["linked_sites"]) == (2, ["example.org", "harwick.gov.uk"])
    assert {source["name"]: source["links"] for source in told["sources"]}["Ann Sorel"] == ["example.org"]
    assert sum(len(source["links"]) for source in told["sources"]) == 1


def test_links_change_no_score(report):
    quays = ("northern", "southern", "eastern", "western", "inner")
    linked = SENTENCES.replace("nine", '<a href="https://who.int/">nine</a>')
    body = "".join(f"<p>The {quay} quay comes next. {linked.replace('nine', quay)}</p>" for quay in quays)
    other = Analyzer().analyze(PAGE.format(paragraphs=body), "https://paper.example/2026/quay-works")
    assert len(other.article.links) == 5
    assert [score.value for score in other.scores.values()] == [score.value for score in report.scores.values()]


def test_the_answer_survives_json_unchanged(report):
    answer = report.to_dict(include=("text", "sentences"))
    assert json.loads(json.dumps(answer, allow_nan=False)) == answer
    assert answer["limitations"] == limitations("en")
