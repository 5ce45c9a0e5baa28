"""False alarms per 1,000 words from remarks judged by hand."""

import tomllib

import pytest

from detector import Analyzer, Text
from training.evaluation import agency

VERDICTS = tomllib.loads(agency.JUDGED.read_text(encoding="utf-8"))["verdicts"]
TEXT = "The shameless board met. It set the budget. It will meet again on Monday. " * 20


def test_each_remark_was_judged_once():
    assert len({tuple(row[:3]) for row in VERDICTS}) == len(VERDICTS) == 361


def test_unknown_remarks_are_counted_and_not_judged():
    findings = tuple(finding for finding in Analyzer(model=None).analyze(Text(TEXT)).findings if finding.scored)
    told = agency.figures([agency.Told("unheard-of", 1000, findings)])
    assert told["rules"]["per_1000"] == pytest.approx(len(findings))
    assert told["rules"]["judged"] == 0
    assert told["model"]["per_1000"] == 0
