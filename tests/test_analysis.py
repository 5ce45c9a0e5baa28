"""The way through as a caller sees it: options, plain text, and pages that cannot be scored."""

import pytest

from detector import Analyzer, BadOptions, EmptyInput, Options, Page, Text

LOADED = (
    "The disgraceful scheme will cost the town dearly. Mayor Ann Sorel said the works would begin in May. "
    "“It is a disgraceful bargain,” said Piet Kros, who chairs the harbour union. "
    "The council will meet again on Tuesday to settle the remaining sums for the quay and the sluice. "
)
TEXT = "\n\n".join([LOADED] * 4)
TITLE = "SHAMEFUL DEAL: Council waves through harbour works"


@pytest.fixture(scope="module")
def analyzer():
    return Analyzer()


@pytest.fixture(scope="module")
def report(analyzer):
    return analyzer.analyze(Text(TEXT, TITLE))


def rules_of(report):
    return [finding.rule for finding in report.findings]


def test_a_text_with_a_title_gets_three_scores(report):
    assert [score.value is not None for score in report.scores.values()] == [True, True, True]


def test_a_rule_that_is_off_finds_nothing_and_costs_nothing(analyzer, report):
    rule = next(finding.rule for finding in report.findings if finding.dimension == "headline")
    without = analyzer.analyze(Text(TEXT, TITLE), Options(disable=frozenset({rule})))
    assert rule not in rules_of(without)
    assert without.scores.headline.value < report.scores.headline.value


def test_an_unknown_rule_is_refused_with_the_place_to_look(analyzer):
    with pytest.raises(BadOptions, match=r"no rule 'no\.such'.*/v1/rules"):
        analyzer.analyze(Text(TEXT, TITLE), Options(disable=frozenset({"no.such"})))


def test_an_ignored_word_is_left_out_whatever_its_case(analyzer, report):
    assert "disgraceful" in {finding.exact for finding in report.findings}
    without = analyzer.analyze(Text(TEXT, TITLE), Options(ignore=frozenset({"disgraceful"})))
    assert "disgraceful" not in {finding.exact.casefold() for finding in without.findings}


def test_min_severity_drops_what_is_milder(analyzer):
    strong = analyzer.analyze(Text(TEXT, TITLE), Options(min_severity="strong"))
    assert {finding.severity for finding in strong.findings} == {"strong"}


def test_the_same_word_counts_for_the_author_and_not_for_a_source(report):
    found = [finding for finding in report.findings if "disgraceful" in finding.exact]
    assert {(finding.voice.kind, finding.scored) for finding in found} == {("author", True), ("source", False)}


def test_each_sentence_has_a_voice(report):
    voices = {sentence.voice.kind for sentence in report.sentences}
    assert "author" in voices
    assert "mixed" in voices


def test_a_short_body_still_gets_its_headline_judged(analyzer):
    report = analyzer.analyze(Text("The council met on Tuesday. It will meet again in May. " * 5, TITLE))
    assert report.scores.headline.value is not None
    assert report.scores.wording.value is None
    assert "words of body text" in report.scores.wording.reason
    assert "too-short" in {notice.code for notice in report.document.notices}


def test_another_language_gets_no_findings_and_says_why(analyzer):
    text = "A câmara municipal aprovou na terça-feira as obras do porto, depois de um debate muito longo. " * 12
    report = analyzer.analyze(Text(text, "A assembleia aprova as obras do porto"))
    assert report.findings == ()
    assert {score.value for score in report.scores.values()} == {None}
    assert "Portuguese" in report.summary.sentence
    assert [notice.code for notice in report.document.notices] == ["unsupported-language"]


def test_a_front_page_is_no_article(analyzer):
    teasers = "".join(
        f'<li><a href="/story/{number}">Council meets for round {number}</a></li>' for number in range(60)
    )
    report = analyzer.analyze(Page(f"<html><body><ul>{teasers}</ul></body></html>", "https://paper.example/"))
    assert "not-an-article" in {notice.code for notice in report.document.notices}
    assert {score.level for score in report.scores.values()} == {None}


def test_many_requests_come_back_in_order(analyzer):
    requests = [Text(TEXT, f"Harbour works, part {number}") for number in range(3)]
    titles = [report.document.title for report in analyzer.analyze_many(requests)]
    assert titles == [request.title for request in requests]


def test_many_requests_give_the_same_bytes_as_one_by_one(analyzer):
    pages = [(TEXT, "Harbour works"), ("Short. " * 30, "SHOCK: Harbour"), (TEXT * 3, None)]
    many = [report.to_dict() for report in analyzer.analyze_many(Text(text, title) for text, title in pages)]
    assert many == [analyzer.analyze(Text(text, title)).to_dict() for text, title in pages]


def test_without_the_model_the_report_says_so(report):
    alone = Analyzer(model=None).analyze(Text(TEXT, TITLE))
    assert "no-model" in {notice.code for notice in alone.document.notices}
    assert "no-model" not in {notice.code for notice in report.document.notices}
    assert all(score.value is not None for score in alone.scores.values())
    told, complete = alone.to_dict()["limitations"], report.to_dict()["limitations"]
    assert len(told) == len(complete) - 1 and not any("A small model" in line for line in told)


def test_nothing_to_read_is_an_error(analyzer):
    with pytest.raises(EmptyInput):
        analyzer.analyze(Text("  ", ""))
