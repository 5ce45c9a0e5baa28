"""A program that uses the Python face; `test_typed.py` has mypy look whether it is typed through and through."""

from typing import Any, Literal, assert_type

from detector import Analyzer, Options, Page, Report, Text
from detector.schema import Engine, Finding, Score, Target, Voice


def tell(analyzer: Analyzer) -> str:
    report = analyzer.analyze(Page(b"<p>One.</p>", url=None), Options(min_severity="mild", disable=frozenset()))
    assert_type(report, Report)
    assert_type(analyzer.analyze(Text("One.", title=None)), Report)
    assert_type(report.engine, Engine)
    assert_type(report.scores.headline, Score)
    assert_type(report.scores.headline.value, int | None)
    assert_type(report.scores.headline.parts[0].kind, Literal["finding", "model", "feature", "start"])
    assert_type(report.summary.levels.headline, str | None)
    assert_type(list(report.scores.items()), list[tuple[str, Score]])
    assert_type(report.document.article.is_article, bool)
    assert_type(report.document.text, str | None)
    assert_type(report.to_dict(include=("text", "sentences")), dict[str, Any])
    for finding in report.findings:
        assert_type(finding, Finding)
        assert_type(finding.voice, Voice)
        assert_type(finding.voice.kind, Literal["author", "source", "mixed", "unknown-source"])
        assert_type(finding.target, Target | None)
        if finding.target:
            assert_type(finding.target.selector[0].start, int)
            assert_type(finding.target.selector[1].exact, str)
    return "".join(f"{party.name} {party.heard}" for party in report.parties)
