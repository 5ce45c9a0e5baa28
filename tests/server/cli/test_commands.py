"""`annotate` and `compare` from the command line."""

import json

import pytest
from click.testing import CliRunner

from server.cli import comparing, main
from tests.export.stories import PAGE


def run(*arguments, given=None):
    return CliRunner().invoke(main, list(map(str, arguments)), input=given, catch_exceptions=False)


@pytest.fixture
def page(tmp_path):
    file = tmp_path / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    return file


def test_a_copy_is_written_and_told(page, tmp_path):
    out = tmp_path / "out.html"
    told = run("annotate", page, "-o", out)
    assert told.exit_code == 0 and "remarks marked" in told.stderr
    assert out.read_text(encoding="utf-8").count("<mark") >= 4


def test_a_copy_goes_to_standard_output(page):
    told = run("annotate", "-", given=page.read_text(encoding="utf-8"))
    assert told.stdout == run("annotate", page).stdout
    assert told.stdout.startswith("<!doctype html>") and "<mark" in told.stdout


def test_what_was_marked_is_told_as_json(page, tmp_path):
    told = json.loads(run("annotate", "--json", page, "-o", tmp_path / "out.html").stdout)
    assert told["marked"] and told["lost"] == []


def test_plain_text_and_reports_are_written(page, tmp_path):
    assert (
        "<mark"
        in run("annotate", "--text", "--title", "A brazen plan", "-", given="It was a brazen plan. " * 40).stdout
    )
    assert "svg" in run("annotate", "--report", page).stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("annotate", "--html", "-", "--title", "T"), 2, "--text"),
        (("annotate", "-", "--json"), 2, "standard output"),
        (("annotate", "-", "-o", "no/such/folder/out.html"), 3, "cannot be written"),
        (("compare", "-"), 2, "two pages"),
        (("compare", "no-such.html", "-"), 2, "does not exist"),
    ],
)
def test_what_is_wrong_is_said(arguments, code, words):
    told = run(*arguments, given=PAGE)
    assert (told.exit_code, words in told.stderr) == (code, True)


@pytest.mark.parametrize("command", [("score",), ("annotate",), ("annotate", "--report")])
def test_what_is_made_without_the_model_says_so(page, command):
    assert "without the model" in run(*command, "--no-model", page).stdout
    assert "without the model" not in run(*command, page).stdout


def test_reports_of_different_engines_are_not_to_be_compared(page, tmp_path):
    stored = tmp_path / "stored.json"
    stored.write_text(run("score", "--json", "--no-model", page).stdout, encoding="utf-8")
    mixed = json.loads(run("compare", "--json", page, stored).stdout)
    assert [notice["code"] for notice in mixed["notices"]] == ["engines-differ"]
    alike = json.loads(run("compare", "--json", "--no-model", page, stored).stdout)
    assert [notice["code"] for notice in alike["notices"]] == ["no-model"]
    assert [held["engine"]["model"] for held in alike["pages"]] == [None, None]


@pytest.mark.parametrize("line", ["score pa", "annotate pa", "compare one.html pa", "batch pa"])
def test_the_shell_completes_the_names_of_files(line):
    variables = {"_UNDERTONE_COMPLETE": "bash_complete", "COMP_WORDS": f"undertone {line}"}
    variables["COMP_CWORD"] = str(len(line.split()))
    told = CliRunner().invoke(main, env=variables, prog_name="undertone")
    assert told.stdout.split() == ["file,pa"]


def test_pages_and_stored_reports_are_compared(page, tmp_path):
    stored = tmp_path / "stored.json"
    stored.write_text(run("score", "--json", page).stdout, encoding="utf-8")
    told = json.loads(run("compare", "--json", page, stored).stdout)
    first, second = told["pages"]
    assert {**first, "label": ""} == {**second, "label": ""}
    assert [row["shares"][0] for row in told["sources"]] == [row["shares"][1] for row in told["sources"]]
    assert first["label"] == str(page)  # both come from the same site


def test_a_comparison_is_a_table_and_a_page(page, tmp_path):
    out = tmp_path / "both.html"
    table = run("compare", page, page)
    assert "Side by side" in table.stdout and "Mara Belling" in table.stdout
    assert run("compare", "--html", out, page, page).exit_code == 0
    assert "Mara Belling" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("content", ["{", '{"schema": "other/1"}', '{"schema": "undertone/analysis/1"}'])
def test_json_that_is_no_report_is_refused(page, tmp_path, content):
    stored = tmp_path / "stored.json"
    stored.write_text(content, encoding="utf-8")
    told = run("compare", page, stored)
    assert told.exit_code == 3 and "report" in told.stderr and "Traceback" not in told.output


def without(held, *path):
    """A report whose value at a path is not there."""
    *above, last = path
    inner = held
    for name in above:
        inner = inner[name]
    del inner[last]
    return held


DAMAGES = {
    "a list for scores": lambda held: held | {"scores": []},
    "no document": lambda held: held | {"document": None},
    "no scores": lambda held: held | {"scores": {}},
    "no score of wording": lambda held: without(held, "scores", "wording"),
    "a word for a source": lambda held: held | {"sources": ["Ada Berg"]},
    "no share of a source": lambda held: without(held, "sources", 0, "share"),
    "a share above 1": lambda held: held | {"framing": [{"frame": "morality", "probability": 7, "sentences": []}]},
    "no facts": lambda held: without(held, "scores", "sourcing", "facts"),
    "a word for a count": lambda held: held | {"document": held["document"] | {"words": "many"}},
    "a word for a value": lambda held: held | {"scores": held["scores"] | {"headline": {"value": "high"}}},
    "no frames": lambda held: held | {"framing": None},
    "not a number": lambda held: held | {"summary": float("nan")},
    "half a surrogate pair": lambda held: held | {"document": held["document"] | {"title": "\ud800"}},
    "another form": lambda held: held | {"schema": "undertone/analysis/2"},
}
DEEP = {"deep": '{"a":' + "[" * 100_000, "deep facts": '{"scores":{"sourcing":{"facts":{"x":' + "[" * 100_000}


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    file = tmp_path_factory.mktemp("stored") / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    return run("score", "--json", "--no-model", file).stdout


@pytest.mark.parametrize("form", ["--json", "--html"])
@pytest.mark.parametrize("damage", [*DAMAGES, *DEEP, "cut off", "no UTF-8", "a long number"])
def test_a_stored_report_that_is_damaged_is_refused_in_one_sentence(report, tmp_path, damage, form):
    stored, good = tmp_path / "stored.json", tmp_path / "good.json"
    good.write_text(report, encoding="utf-8")
    if damage in DAMAGES:
        stored.write_text(json.dumps(DAMAGES[damage](json.loads(report))))
    elif damage in DEEP:
        stored.write_text(DEEP[damage])
    else:
        cut, odd = report[:-50].encode(), report.encode().replace(b'"title":"', b'"title":"\xff', 1)
        long = report.encode().replace(b'"words":', b'"words":' + b"9" * 5_000 + b',"w":', 1)
        stored.write_bytes({"cut off": cut, "no UTF-8": odd, "a long number": long}[damage])
    told = run("compare", "--no-model", form, *([tmp_path / "out.html"] if form == "--html" else []), good, stored)
    assert told.exit_code == 3
    assert told.stderr.startswith(f"Error: {stored}: ") and "report" in told.stderr and told.stderr.count("\n") == 1


def test_a_stored_report_may_say_more_than_a_comparison_reads(report, tmp_path):
    stored, good = tmp_path / "stored.json", tmp_path / "good.json"
    good.write_text(report, encoding="utf-8")
    later = json.loads(report) | {"parties": [{"about": "a later version"}], "quotes": "kept in another way"}
    later["scores"]["sourcing"]["facts"] |= {"new": {}}
    stored.write_text(json.dumps(later))
    told = json.loads(run("compare", "--json", good, stored).stdout)
    first, second = told["pages"]
    assert first | {"label": ""} == second | {"label": ""}


def test_a_stored_report_is_bounded(page, tmp_path, monkeypatch):
    monkeypatch.setattr(comparing, "MAX_BYTES", 1_000)
    stored = tmp_path / "stored.json"
    stored.write_text('{"a":' + " " * 2_000 + "1}")
    told = run("compare", "--no-model", page, stored)
    assert told.exit_code == 3 and "larger than 1,000 bytes" in told.stderr


def test_the_other_formats_come_from_the_command_line(page):
    assert json.loads(run("score", "--annotations", page).stdout)["type"] == "AnnotationPage"
    assert run("score", "--markdown", page).stdout.startswith("# How it is written: ")
    log = json.loads(run("score", "--sarif", "--fail-on", "strong", page).stdout)
    assert log["version"] == "2.1.0" and log["runs"][0]["results"]


@pytest.mark.parametrize("report", [(), ("--report",)])
def test_a_terminal_is_not_flooded_with_a_copy(page, monkeypatch, report):
    monkeypatch.setattr("server.cli.annotating.is_terminal", lambda: True)
    told = run("annotate", *report, str(page))
    assert (told.exit_code, told.stdout) == (2, "")
    assert f"annotate {page} -o annotated.html" in told.stderr.replace("\n", " ")
    assert run("annotate", *report, str(page), "-o", "-").stdout.startswith("<!doctype html>")


def test_a_comparison_has_no_two_rows_of_one_name(page):
    told = run("compare", page, page).stdout
    names = [line.split("  ")[0] for line in told.splitlines() if line]
    assert names.count("headline") == names.count("title") == 1
