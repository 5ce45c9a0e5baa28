"""The measuring of attribution on marked articles."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from detector.article import Prose
from detector.attribution import RawQuotation
from detector.attribution.extraction.rules import extractor
from detector.attribution.tokens import token_table as columns
from detector.languages.en import GRAMMAR
from training.evaluation import attributions

TEXT = "Dam debate goes on\n\nMona Archer said the dam was safe. “It is old and cracked,” said Tom Bell."


def row(*quotes: tuple[str, str, str, str]) -> dict[str, object]:
    def span(words: str) -> list[list[int]]:
        start = TEXT.index(words)
        return [[start, start + len(words)]]

    marks = [
        {"type": style, "content_spans": span(content), "cue_spans": span(cue), "source_spans": span(source)}
        for style, source, cue, content in quotes
    ]
    return {"text": TEXT, "quotes": marks}


BOTH = row(
    ("indirect", "Mona Archer", "said", "the dam was safe"), ("direct", "Tom Bell", "said", "It is old and cracked")
)


def ruled(read: Prose) -> Sequence[RawQuotation]:
    return extractor.extract(columns.tabulate(read, GRAMMAR))


def test_what_is_found_wholly_measures_one():
    figures = attributions.total([BOTH], ruled)
    assert figures["word F"] == figures["span F"] == figures["direct F"] == figures["source right"] == 1
    assert figures["sources off"] == figures["author given"] == figures["quoted lost"] == 0


def test_what_nobody_marked_lowers_precision():
    figures = attributions.total([row(("indirect", "Mona Archer", "said", "the dam was safe"))], ruled)
    assert figures["span P"] == 0.5
    assert figures["span R"] == 1


def test_the_command_prints_a_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "dev.jsonl").write_text(json.dumps(BOTH) + "\n", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["attributions", str(tmp_path)])
    attributions.main()
    assert "span F             1.000" in capsys.readouterr().out
