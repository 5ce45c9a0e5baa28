"""Every score of the samples and of the golden pages is explained in the panel to the last point, in both languages."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from detector import Analyzer, Options, Page
from tools import golden

SUMS = Path(__file__).with_name("sums.mjs")
SAMPLES = sorted((Path(__file__).parents[2] / "docs" / "examples").glob("*.html"))
UNFIT = re.compile(r"\b(?:NaN|undefined|null|Infinity)\b|\$[A-Z_]+\$|\{\w+\}|page_\w+")


def pages() -> dict[str, bytes]:
    paths = golden.pages() | {path.name: path for path in SAMPLES}
    return {name: path.read_bytes() for name, path in paths.items()}


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer()


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_parts_that_are_shown_sum_to_the_number(language: str, analyzer: Analyzer, tmp_path: Path) -> None:
    given = pages()
    assert len(given) > 12
    lines = tmp_path / "reports.jsonl"
    with lines.open("w", encoding="utf-8") as out:
        for name, html in given.items():
            report = analyzer.analyze(Page(html), Options(language=language)).to_dict(include=("text",))
            out.write(json.dumps({"name": name, "language": language, "report": report}) + "\n")
    done = subprocess.run(["node", SUMS, lines], capture_output=True, text=True, check=True)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(told) == len(given)
    for page in told:
        for score in filter(None, page["scores"]):
            assert score["sum"] == score["number"], page["name"]
            assert score["blank"] == 0
        for text in page["text"]:
            assert not UNFIT.search(text), (page["name"], UNFIT.search(text))
    assert sum(score is not None for page in told for score in page["scores"]) > 20
