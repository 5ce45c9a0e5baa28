"""The whole way, with real worker processes."""

import csv
import json
import signal
import subprocess
import sys
import time

import pyarrow.parquet
import pytest
from click.testing import CliRunner

from server.batch import plan
from server.batch.engines.row_analysis import LIMITS
from server.batch.faults import Broken
from server.batch.outputs.ledger import BAD, STATE, beside, stand
from server.cli import main
from server.settings import DEFAULTS
from tests.server.batch.makers import BODY, Warc, html, packed, write_jsonl

ENTRY = (sys.executable, "-c", "from server.cli import main; main()", "batch")
PARTS = ["The council voted on Monday.", "“We have waited,” said Ada Berg, the mayor.", "Shop owners fear the worst."]


def run(*arguments: object, given: bytes | None = None):
    return CliRunner().invoke(main, ["batch", *map(str, arguments)], input=given, catch_exceptions=False)


def rows(number):
    return [{"id": f"r{at}", "title": f"Bridge {at}", "text": PARTS[at % 3] * (1 + at % 5)} for at in range(number)]


def lines(file):
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """A folder of all kinds of rows, and what a batch made of it."""
    top = tmp_path_factory.mktemp("archive")
    warc = Warc().add("https://news.example/zipped", packed(html("Zipped")), {"Content-Encoding": "gzip"})
    german = html("Die Brücke", "Der Rat beschloss am Montag, die alte Brücke über den Fluss zu sanieren. " * 4, "de")
    warc.add("https://news.example/german", german).add(
        "https://news.example/cut", html("C")[:-9], {"Content-Length": "999"}
    )
    warc.save(top / "in.warc.gz")
    write_jsonl(top / "in.jsonl", [*rows(5), {"id": "empty", "text": " "}, {"id": "deep", "html": "<div>" * 60_000}])
    (top / "page.html").write_bytes(html("Page"))
    out = top / "out" / "reports.jsonl"
    out.parent.mkdir()
    return top, out, run(top, "-o", out, "--workers", 2)


def test_every_row_comes_out_in_order_or_goes_aside(archive):
    _, out, told = archive
    reports = lines(out)
    assert told.exit_code == 3
    assert [report["id"] for report in reports] == [
        "page.html", *(f"r{at}" for at in range(5)), "urn:test:zipped", "urn:test:german",
    ]  # fmt: skip
    assert {report["schema"] for report in reports} == {"undertone/analysis/1"}
    assert reports[-2]["document"]["url"] == "https://news.example/zipped"
    assert reports[-1]["document"]["language"]["code"] == "de"
    assert reports[-1]["scores"]["wording"]["value"] is None
    assert [(flaw["id"], flaw["code"]) for flaw in lines(beside(out, BAD))] == [
        ("empty", "empty-input"), ("deep", "page-too-complex"), ("urn:test:cut", "truncated"),
    ]  # fmt: skip


def test_the_summary_says_where_the_rows_are(archive):
    _, out, told = archive
    assert told.stdout == ""
    assert f"8 rows in {out}" in told.stderr
    assert f"3 rows not usable, with reasons in {out}.bad.jsonl" in told.stderr


def test_a_report_is_the_one_that_score_gives(archive):
    top, out, _ = archive
    told = CliRunner().invoke(main, ["score", "--json", str(top / "page.html")], catch_exceptions=False)
    assert lines(out)[0] == {"id": "page.html", **json.loads(told.stdout)}


def test_where_the_rows_are_can_be_had_as_json(tmp_path):
    given = write_jsonl(tmp_path / "in.jsonl", [*rows(2), {**rows(1)[0], "id": "again"}, {"id": "empty"}])
    out = tmp_path / "out.jsonl"
    told = run(given, "-o", out, "--no-model", "--dedupe", "--json")
    assert told.exit_code == 3
    assert json.loads(told.stdout) == {
        "schema": "undertone/batch/1",
        "rows": 4,
        "written": {"rows": 2, "file": str(out)},
        "bad": {"rows": 1, "file": f"{out}.bad.jsonl"},
        "duplicates": {"rows": 1, "file": f"{out}.duplicates.jsonl"},
    }


def test_without_the_model_every_row_says_so(tmp_path):
    given = write_jsonl(tmp_path / "in.jsonl", rows(3))
    assert run(given, "-o", tmp_path / "full.jsonl", "--no-model").exit_code == 0
    assert run(given, "-o", tmp_path / "flat.jsonl", "--no-model", "--flat").exit_code == 0
    for report in lines(tmp_path / "full.jsonl"):
        assert report["engine"]["model"] is None
        assert "no-model" in [notice["code"] for notice in report["document"]["notices"]]
    assert all("no-model" in row["notices"].split(",") for row in lines(tmp_path / "flat.jsonl"))


def test_a_long_article_costs_a_batch_more_than_the_service_would_give_and_is_no_bad_row(tmp_path):
    assert LIMITS.cpu_seconds >= 6 * DEFAULTS.limits.cpu_seconds
    body = "\n\n".join(f"{number}. {PARTS[number % 3]} {BODY}" for number in range(2_000))
    given = write_jsonl(tmp_path / "in.jsonl", [{"id": "long", "title": "Bridge", "text": body[:299_000]}])
    assert run(given, "-o", tmp_path / "out.jsonl").exit_code == 0
    assert [report["id"] for report in lines(tmp_path / "out.jsonl")] == ["long"]


def test_nothing_is_left_beside_the_output(archive):
    assert sorted(file.name for file in archive[1].parent.iterdir()) == ["reports.jsonl", "reports.jsonl.bad.jsonl"]


def test_any_order_gives_the_same_lines(archive, tmp_path):
    top, out, _ = archive
    told = run(top / "page.html", top / "in.jsonl", top / "in.warc.gz", "-o", tmp_path / "any.jsonl", "--order", "any")
    assert told.exit_code == 3
    assert sorted((tmp_path / "any.jsonl").read_bytes().splitlines()) == sorted(out.read_bytes().splitlines())


def test_killed_in_the_middle_and_resumed_the_output_is_that_of_an_undisturbed_run(tmp_path):
    given = [json.dumps(row).encode() + b"\n" for row in rows(90)]
    given[7] = b"no row\n"
    whole, killed = tmp_path / "whole.jsonl", tmp_path / "killed.jsonl"
    assert run("-", "-o", whole, "--flat", given=b"".join(given)).exit_code == 3
    with subprocess.Popen(
        [*ENTRY, "-", "-o", killed, "--flat", "--workers", "2"], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as one:
        one.stdin.write(b"".join(given[:80]))  # and no end, so that it cannot finish
        one.stdin.flush()
        while not beside(killed, STATE).exists():
            time.sleep(0.02)
        one.send_signal(signal.SIGKILL)
        one.communicate()
    assert not killed.exists()
    done = json.loads(beside(killed, STATE).read_bytes())["settled"][1]
    assert 0 < done <= 80
    assert run("-", "-o", killed, "--flat", given=b"".join(given)).exit_code == 3
    assert killed.read_bytes() == whole.read_bytes()
    assert beside(killed, BAD).read_bytes() == beside(whole, BAD).read_bytes()
    assert len(lines(killed)) == 89


def test_a_table_goes_in_and_a_table_comes_out(tmp_path):
    (tmp_path / "in.csv").write_text(f'key,title,body\na,T,"{BODY}"\nb,T,"{BODY}"\nc,T,"{BODY}!"\n')
    out = tmp_path / "out.parquet"
    columns = ("--column", "id=key", "--column", "text=body")
    assert run(tmp_path / "in.csv", "-o", out, "--flat", "--dedupe", *columns).exit_code == 0
    assert pyarrow.parquet.read_table(out).column("id").to_pylist() == ["a", "c"]
    again = tmp_path / "again.jsonl"
    assert run(out, "-o", again).exit_code == 0
    assert [report["id"] for report in lines(again)] == ["a", "c"]


def test_a_spreadsheet_goes_in_and_a_spreadsheet_comes_out(tmp_path):
    (tmp_path / "in.csv").write_text(f'headline,body\nBridge,"{BODY}"\n')
    out = tmp_path / "out.csv"
    told = run(tmp_path / "in.csv", "-o", out, "--no-model")
    assert (told.exit_code, f"1 row in {out}" in told.stderr) == (0, True)
    with out.open(encoding="utf-8-sig", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert (row["id"], row["title"], int(row["words"])) == ("in.csv:1", "Bridge", len(BODY.split()))
    assert [file.name for file in tmp_path.iterdir() if "out" in file.name] == ["out.csv"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["none.jsonl", "-o", "out.jsonl"], "does not exist"),
        (["-", "-o", "out.txt"], "must end in"),
        (["-", "-o", "out.csv", "--include", "text"], "own columns"),
        (["-", "-o", "out.jsonl", "--column", "body"], "FIELD=COLUMN"),
        (["-", "-o", "out.jsonl", "--column", "lead=body"], "FIELD=COLUMN"),
        (["-"], "--output"),
    ],
)
def test_what_cannot_be_asked_is_a_wrong_usage(tmp_path, monkeypatch, arguments, words):
    monkeypatch.chdir(tmp_path)
    told = run(*arguments)
    assert (told.exit_code, told.stdout) == (2, "")
    assert words in told.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (Broken("The cluster failed."), 3, "The cluster failed."),
        (OSError(28, "No space left on device"), 3, "No space left on device. What is done so far is kept."),
        (KeyboardInterrupt(), 130, "Run the same command again to continue."),
    ],
)
def test_what_stops_a_batch_is_told_in_a_sentence(tmp_path, monkeypatch, error, code, words):
    def stop(asked, progress, restart):
        raise error

    monkeypatch.setattr(plan, "run", stop)
    told = run(write_jsonl(tmp_path / "a.jsonl", rows(1)), "-o", tmp_path / "out.jsonl")
    assert told.exit_code == code
    assert words in " ".join(told.stderr.split())


def test_an_output_in_the_folder_it_reads_is_no_input_when_it_goes_on(tmp_path):
    write_jsonl(tmp_path / "a.jsonl", [{"id": "a", "text": BODY}, {"id": "b"}])
    out = tmp_path / "out.jsonl"
    assert run(tmp_path, "-o", out).exit_code == 3
    first = out.read_bytes()
    assert run(tmp_path, "-o", out, "--restart").exit_code == 3
    assert out.read_bytes() == first
    assert not beside(out, STATE).exists()
    out.unlink()
    assert stand(out, "any").tally.rows == 0
