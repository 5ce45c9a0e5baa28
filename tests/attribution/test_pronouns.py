"""The measuring of pronouns on cases judged by hand."""

import json
from pathlib import Path

import pytest

from training.evaluation import pronouns

TEXT = "Dam debate goes on\n\nMona Archer met Tom Bell. He said it was old. She said it was safe."
QUOTES = (("He", "it was old"), ("She", "it was safe"))


def article() -> dict[str, object]:
    def span(words: str) -> list[list[int]]:
        return [[TEXT.index(words), TEXT.index(words) + len(words)]]

    marks = [
        {"type": "indirect", "content_spans": span(content), "cue_spans": span("said"), "source_spans": span(source)}
        for source, content in QUOTES
    ]
    return {"id": "dam", "text": TEXT, "quotes": marks}


def case(pronoun: str, answer: str) -> pronouns.Case:
    start = TEXT.index(answer)
    return "dam", TEXT.index(pronoun), (start, start + len(answer))


def test_whom_a_pronoun_stands_for_is_counted():
    assert pronouns.right(article(), [case("He", "Tom Bell"), case("She", "Archer")]) == 2
    assert pronouns.right(article(), [case("He", "Mona Archer")]) == 0


def test_the_cases_are_a_hundred_and_hold_no_text():
    told = pronouns.cases()
    assert len({(name, offset) for name, offset, _ in told}) == 100
    assert all(0 <= first < last for _, _, (first, last) in told)


def test_the_command_prints_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "dev.jsonl").write_text(json.dumps(article()) + "\n", encoding="utf-8")
    monkeypatch.setattr(pronouns, "cases", lambda: [case("He", "Tom Bell")])
    monkeypatch.setattr("sys.argv", ["pronouns", str(tmp_path)])
    pronouns.main()
    assert capsys.readouterr().out == "1 of 1 pronouns resolved right\n"
