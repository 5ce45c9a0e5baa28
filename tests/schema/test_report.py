"""The wire form holds exactly what the contract names, with values that JSON can carry."""

import json

import msgspec
import pytest

from detector import Analyzer, BadOptions, Page, Report, Text
from detector.report import limitations
from detector.schema import INCLUDABLE, ScorePart
from tools.golden import pages

PAGE = """<!doctype html><html lang="en"><head><title>Quay works start in May</title></head><body><article>
<h1>SHAMEFUL DEAL: Quay works start in May</h1>{paragraphs}</article></body></html>"""
SENTENCES = (
    "Mayor Ann Sorel said on Tuesday that the works would begin in May and last for two summers. "
    "“We looked at every quay,” said Piet Kros, who chairs the harbour union. "
    "The town has set aside nine million euros for the sluice, the quay wall and the road behind it. "
)


@pytest.fixture(scope="module")
def report():
    quays = ("northern", "southern", "eastern", "western", "inner")  # a paragraph that repeats counts once
    paragraphs = "".join(f"<p>The {quay} quay comes next. {SENTENCES.replace('nine', quay)}</p>" for quay in quays)
    return Analyzer().analyze(Page(PAGE.format(paragraphs=paragraphs), "https://paper.example/2026/quay-works"))


# what the contract shows of each object, in its order
FORM = {
    "": "schema engine document summary scores sentences sources parties quotes claims links framing findings "
    "limitations",
    "engine": "version rules_sha256 model",
    "document": "title kicker standfirst url site byline published section language article genre words text_sha256 "
    "text notices",
    "document.language": "code confidence support",
    "document.article": "is_article confidence text_found",
    "document.genre": "label confidence why",
    "summary": "sentence levels",
    "summary.levels": "headline sourcing wording",
    "scores": "headline sourcing wording",
    "scores.headline": "value level percentile interval reason parts facts",
    "scores.headline.parts.0": "kind id points text",
    "sentences.0": "start end voice loaded subjective check_worthy",
    "sentences.0.voice": "kind source",
    "sources.0": "id name role affiliation kind named identified side camp origin words share mentions links",
    "quotes.0": "id source kind style content cue source_span",
    "framing.0": "frame probability sentences",
    "findings.0": "id dimension rule technique unit severity confidence voice scored points start end exact message "
    "reason suggestion evidence docs target",
    "findings.0.voice": "kind source",
    "findings.0.target": "selector",
    "findings.0.target.selector.0": "type start end",
    "findings.0.target.selector.1": "type exact prefix suffix",
}


@pytest.mark.parametrize("place", FORM)
def test_the_answer_has_the_contract_keys_in_its_order(report, place):
    held = report.to_dict(include=("text", "sentences"))
    for step in filter(None, place.split(".")):
        held = held[int(step) if step.isdigit() else step]
    assert list(held) == FORM[place].split()


def test_text_and_sentences_are_null_unless_asked_for(report):
    full = report.to_dict(include=("text", "sentences"))
    assert full["document"]["text"] == report.document.text
    assert len(full["sentences"]) == len(report.sentences)
    bare = report.to_dict()
    assert bare["sentences"] is None and bare["document"]["text"] is None
    assert full == bare | {"document": full["document"], "sentences": full["sentences"]}


def test_an_unknown_include_is_refused(report):
    with pytest.raises(BadOptions, match="'words'"):
        report.to_dict(include=("words",))


def test_every_finding_of_a_page_has_a_target(report):
    assert report.findings
    for finding in report.findings:
        assert finding.target.selector[1].exact


def test_plain_text_has_no_targets():
    report = Analyzer().analyze(Text(SENTENCES * 5, "SHAMEFUL: Quay works slammed by all"))
    assert report.findings
    assert all(finding.target is None for finding in report.findings)


def test_the_parts_of_a_score_name_what_gives_their_points(report):
    names = {finding.id for finding in report.findings}
    for score in report.scores.values():
        for part in score.parts:
            assert (part.id in names, part.text is None) == ((part.kind == "finding"),) * 2
    assert report.scores.sourcing.parts[0] == ScorePart("start", "full-marks", 100.0, "where every score starts")


def test_the_articles_that_a_percentile_speaks_of_are_facts(report):
    for score in report.scores.values():
        assert score.facts["reference"]["articles"] > 1_000
        assert sum(score.facts["reference"]["crowd"]) == pytest.approx(1, abs=0.01)


def test_a_party_names_the_sources_that_speak_for_it():
    page = pages()["sample"].read_bytes()
    report = Analyzer().analyze(page)
    parties = {party.name: party for party in report.parties}
    names = {source.id: source.name for source in report.sources}
    assert parties["Sweden"].heard == "none" and parties["Sweden"].by == ()
    assert parties["Norway"].kind == "country" and parties["Norway"].in_headline
    assert all(party.by and set(party.by) <= set(names) for party in report.parties if party.heard == "direct")


def test_links_are_told_with_their_site_as_facts_and_at_the_source_that_carries_them():
    linked = SENTENCES.replace("Ann Sorel", '<a href="https://sorel.example.org/">Ann Sorel</a>').replace(
        "nine million", '<a href="https://www.harwick.gov.uk/budget">nine million</a>'
    )
    paragraphs = f"<p>{linked}</p>" + "".join(f"<p>The {at} quay. {SENTENCES}</p>" for at in ("northern", "western"))
    told = (
        Analyzer(model=None)
        .analyze(Page(PAGE.format(paragraphs=paragraphs), "https://paper.example/a"))
        .to_dict(["text"])
    )
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
    other = Analyzer().analyze(Page(PAGE.format(paragraphs=body), "https://paper.example/2026/quay-works"))
    assert len(other.links) == 5
    assert [score.value for score in other.scores.values()] == [score.value for score in report.scores.values()]


def test_the_bytes_are_those_of_the_values(report):
    answer = report.to_dict(include=("text", "sentences"))
    assert json.loads(report.to_json(("text", "sentences"))) == answer
    assert report.to_json(("text", "sentences")) == msgspec.json.encode(report)
    assert json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode() == report.to_json(include=INCLUDABLE)
    assert msgspec.json.decode(report.to_json(), type=Report) == report.only()
    assert report.limitations == limitations("en")


def test_half_a_surrogate_pair_costs_one_character_and_no_answer(report):
    odd = Analyzer(model=None).analyze(Text("One. Two.", url="https://paper.example/\ud8e9"))
    assert b'"url":"https://paper.example/?"' in odd.to_json()
    assert odd.to_dict() | {"document": None} == json.loads(odd.to_json()) | {"document": None}
