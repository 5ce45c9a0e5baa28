"""SARIF: the parts of its schema that we use, and regions that hold the very words in the file."""

import re
from html import unescape

import pytest

from detector import Analyzer, Text
from detector.export.sarif import Artifact, render
from detector.page.decoding import decode
from tests.export.stories import PAGE, STORY
from tools.golden import pages

# what SARIF 2.1.0 asks for and knows of each object that we write (sections 3.13 to 3.49)
SHAPES = {
    "log": ({"version", "runs"}, {"$schema"}),
    "run": ({"tool"}, {"columnKind", "artifacts", "results"}),
    "driver": ({"name"}, {"version", "fullName", "rules", "properties"}),
    "rule": ({"id"}, {"name", "shortDescription", "help", "defaultConfiguration"}),
    "result": ({"message"}, {"ruleId", "ruleIndex", "level", "locations", "partialFingerprints", "properties"}),
    "region": (set(), {"startLine", "startColumn", "endLine", "endColumn"}),
}
LEVELS = {"none", "note", "warning", "error"}


def log_of(content, name="page.html", is_html=True, title=None):
    analyzer = Analyzer()
    report = analyzer.analyze(content) if is_html else analyzer.analyze(Text(content, title))
    return render([Artifact(report.to_dict(("text",)), name, content, is_html)])


def check(kind, value):
    needed, known = SHAPES[kind]
    assert needed <= value.keys() <= needed | known, kind


def words_at(source, region):
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", source)
    starts = [sum(map(len, lines[:index])) for index in range(len(lines))]
    point = lambda side: starts[region[f"{side}Line"] - 1] + region[f"{side}Column"] - 1  # noqa: E731
    return source[point("start") : point("end")]


def test_the_log_has_the_shape_of_the_standard():
    log = log_of(PAGE)
    check("log", log)
    (run,) = log["runs"]
    check("run", run)
    check("driver", run["tool"]["driver"])
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        check("rule", rule)
        assert rule["defaultConfiguration"]["level"] in LEVELS
    assert run["results"]
    for result in run["results"]:
        check("result", result)
        assert result["level"] in LEVELS and result["message"]["text"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        (place,) = result["locations"]
        check("region", place["physicalLocation"].get("region", {}))


@pytest.mark.parametrize("slug", sorted(pages()))
def test_regions_of_golden_pages_hold_the_words(slug):
    content = pages()[slug].read_bytes()
    results = log_of(content)["runs"][0]["results"]
    for result in results:
        region = result["locations"][0]["physicalLocation"].get("region")
        if region is None:
            continue
        shown = re.sub(r"[\s\u00ad]", "", unescape(re.sub(r"<[^>]*>", "", words_at(decode(content), region))))
        assert shown == "".join(result["properties"]["exact"].replace("\u00ad", "").split())
    placed = [result for result in results if "region" in result["locations"][0]["physicalLocation"]]
    assert len(placed) >= 0.9 * len(results)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_editors_count_them(end):
    content = end.join(["A first line.", "", "The plan was a brazen, disastrous mistake &c.", "", "Third."])
    results = log_of(content, "body.txt", is_html=False)["runs"][0]["results"]
    lines = {result["properties"]["exact"]: result["locations"][0]["physicalLocation"]["region"] for result in results}
    assert lines["brazen"] == {"startLine": 3, "startColumn": 16, "endLine": 3, "endColumn": 22}


def test_a_reference_at_the_end_of_the_words_is_part_of_the_region():
    content = "<article><h1>Plan</h1>" + STORY.replace("disastrous", "disastrou&#115;") + "</article>"
    (result,) = (held for held in log_of(content)["runs"][0]["results"] if held["properties"]["exact"] == "disastrous")
    assert words_at(content, result["locations"][0]["physicalLocation"]["region"]) == "disastrou&#115;"


def test_a_source_s_words_are_notes():
    results = log_of(PAGE)["runs"][0]["results"]
    quoted = [result for result in results if not result["properties"]["scored"]]
    assert quoted and all(result["level"] == "note" for result in quoted)


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("-", "standard-input"),
        ("a b/page.html", "a%20b/page.html"),
        ("https://news.example/a?b=1", "https://news.example/a?b=1"),
        ("/news/x y.html", "file:///news/x%20y.html"),
    ],
)
def test_names_become_addresses(name, uri):
    assert log_of(PAGE, name)["runs"][0]["artifacts"] == [{"location": {"uri": uri}}]


def test_brackets_are_no_links():
    body = "Critics [of the plan] say it was a [disastrous](x) and brazen idea. " * 4
    texts = [held["message"]["text"] for held in log_of(body, is_html=False)["runs"][0]["results"]]
    assert texts and not any(re.search(r"(?<!\\)[\[\]]", text) for text in texts)


def test_nothing_to_tell_is_an_empty_log():
    assert log_of("The bridge is closed.", is_html=False)["runs"][0]["results"] == []
    assert render([])["runs"][0]["results"] == []
