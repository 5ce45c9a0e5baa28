"""Every command that writes texts writes them in the language that it is asked for."""

import json

import pytest
from click.testing import CliRunner

from detector import languages, rules
from server.cli import COMMANDS, main

STORY = "The brazen minister slammed the harbour plan on Monday, said Ada Berg, the mayor of Marrow. " * 12
PAGE = f"""<!doctype html><html lang="en"><head><title>Harbour plan slammed</title>
<meta property="og:type" content="article"><meta property="article:published_time" content="2026-03-04"></head>
<body><article>
<h1>Harbour plan slammed</h1><p>{STORY}</p></article></body></html>"""
SPEAKING = ("annotate", "batch", "compare", "rules", "score")
GERMAN = languages.messages_for("de")


def run(*arguments):
    told = CliRunner().invoke(main, [*map(str, arguments)], catch_exceptions=False)
    assert told.exit_code == 0, told.output
    return told.stdout


@pytest.fixture
def page(tmp_path):
    file = tmp_path / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    return file


def test_the_tables_of_a_report_are_in_german(page):
    told = run("score", "--no-model", "--language", "de", page)
    for name in ("scores", "interval", "higher-than", "severity", "points"):
        assert GERMAN.say("tables", name) in told
    assert GERMAN.say("panel", "speakers") in told and GERMAN.say("panel", "remarks") in told
    assert "Schlagzeile" in told and "severity" not in told and "higher than" not in told


@pytest.mark.parametrize("extra", [(), ("--report",)])
def test_a_copy_and_a_report_page_are_in_german(page, extra):
    told = run("annotate", "--no-model", "--language", "de", *extra, page)
    assert '<html lang="de">' in told
    assert GERMAN.say("panel", "scope") in told and "How it is written" not in told
    assert "Show the words" not in told


def test_a_comparison_is_in_german(page, tmp_path):
    out = tmp_path / "both.html"
    told = run("compare", "--no-model", "--language", "de", page, page)
    assert GERMAN.say("comparison", "side-by-side") in told and "Side by side" not in told
    run("compare", "--no-model", "--language", "de", "--html", out, page, page)
    assert GERMAN.say("comparison", "title") in out.read_text(encoding="utf-8")


def test_rules_are_told_in_german():
    name = min(rules.load("en").rules)
    told = GERMAN.rules[name]["reason"]
    assert told.split()[0] in run("rules", "--language", "de", name)
    assert json.loads(run("rules", "--json", "--language", "de", name))["reason"] == told
    assert GERMAN.say("tables", "rule") in run("rules", "--language", "de").splitlines()[2]


def test_the_reports_of_a_batch_are_in_german(page, tmp_path):
    out = tmp_path / "reports.jsonl"
    run("batch", "--no-model", "--language", "de", "--workers", 1, "-o", out, page)
    report = json.loads(out.read_text(encoding="utf-8"))
    assert report["limitations"][0] == GERMAN.say("limitations", "truth")


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_commands_that_write_texts_take_a_language(command):
    assert ("--language" in run(command, "--help")) == (command in SPEAKING)
