import json
import socket

import pytest
from click.testing import CliRunner

from detector import languages, rules
from server.cli import COMMANDS, main
from server.service.app import create_app
from tools.stub_jobs import InProcess

PAGE = """<!doctype html><html lang="en"><head><title>Bridge to be repaired</title></head><body><article>
<h1>Bridge to be repaired</h1><p>The council voted on Monday to repair the old bridge over the river.</p>
<p>Work begins in spring, the mayor said. “We have waited long enough,” she said.</p></article></body></html>"""


def run(*arguments: str, given: str | bytes | None = None):
    return CliRunner().invoke(main, arguments, input=given, catch_exceptions=False)


@pytest.fixture
def page(tmp_path):
    file = tmp_path / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("include", [(), ("text",), ("sentences", "text")])
def test_json_is_the_service_s_answer_byte_for_byte(page, include):
    asked = {"html": PAGE, "url": "https://news.example/a", "include": include}
    answer = create_app(InProcess()).test_client().post("/v1/analyze", json=asked)
    options = [word for name in include for word in ("--include", name)]
    told = run("score", "--json", "--url", "https://news.example/a", *options, page)
    assert (told.exit_code, told.stdout_bytes) == (0, answer.data + b"\n")


def test_standard_input_is_read(page):
    assert run("score", "--json", "-", given=PAGE).stdout_bytes == run("score", "--json", page).stdout_bytes


def test_plain_text_is_read_with_its_title(tmp_path):
    file = tmp_path / "body.txt"
    file.write_text("Work begins in spring, the mayor said.")
    told = run("score", "--text", "--title", "Bridge to be repaired", "--json", "--include", "text", str(file))
    assert json.loads(told.stdout)["document"]["title"] == "Bridge to be repaired"


def test_plain_text_is_recognised_with_its_headline(tmp_path):
    file = tmp_path / "story.txt"
    file.write_text("Bridge to be repaired\n\nWork begins in spring, the mayor said.")
    told = run("score", "--json", "--include", "text", str(file))
    document = json.loads(told.stdout)["document"]
    assert document["title"] == "Bridge to be repaired"
    assert document["text"] == "Bridge to be repaired\n\nWork begins in spring, the mayor said."
    assert "read as plain text; its first line is the headline" in told.stderr
    named = run("score", "--json", "--title", "Other", str(file))
    assert (json.loads(named.stdout)["document"]["title"], named.stderr) == ("Other", "")
    assert (
        json.loads(run("score", "--html", "--json", str(file)).stdout)["document"]["title"] != "Bridge to be repaired"
    )


def test_tables_are_plain_text_without_a_terminal(page):
    told = run("score", page)
    assert told.exit_code == 0
    assert told.stdout.startswith("Bridge to be repaired\n")
    assert "headline" in told.stdout and "Says how the article is written" in told.stdout
    assert "\x1b" not in told.stdout


def test_a_page_cannot_steer_the_terminal():
    told = run("score", "--text", "--title", "Red \x1b[31m [bold]alert[/bold]", "-", given="One.")
    assert "\x1b" not in told.stdout
    assert "[bold]alert[/bold]" in told.stdout


@pytest.mark.parametrize(
    ("arguments", "given", "code", "words"),
    [
        (("score", "-"), b"", 3, "empty-input"),
        (("score", "-"), b"%PDF-1.7\x00\x01\x02", 3, "not-html"),
        (("score", "--text", "-"), b"\xff\xfe", 3, "UTF-8"),
        (("score", "no-such-file.html"), None, 2, "does not exist"),
        (("score", "."), None, 2, "cannot be read"),
        (("score", "https://user:word@news.example/a"), None, 3, "password"),
        (("completion", "tcsh"), None, 2, "tcsh"),
        (("score", "--title", "T", "-"), b"<p>x", 2, "--text"),
        (("score", "--fail-on", "loud", "-"), b"x", 2, "loud"),
        (("score", "--include", "html", "-"), b"x", 2, "html"),
        (("score", "--language", "xx", "-"), b"x", 2, "'xx' is not one of de, en"),
        (("score",), None, 2, "Missing argument"),
        (("rules", "no.such-rule"), None, 2, "There is no rule"),
        (("serve", "--host", "0.0.0.0"), None, 2, "--allow-host"),  # noqa: S104 - refused, not bound
        (("serve", "--port", "70000"), None, 2, "70000"),
        (("serve", "--workers", "0"), None, 2, "0"),
        (("serve", "--port", "0", "--rate", "often"), None, 2, "often"),
        (("nonsense",), None, 2, "nonsense"),
    ],
)
def test_what_is_wrong_is_said_with_its_exit_code(arguments, given, code, words):
    told = run(*arguments, given=given)
    assert told.exit_code == code
    assert words in told.stderr
    assert "Traceback" not in told.output


def test_a_port_that_is_taken_is_named_with_a_way_out():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        told = run("serve", "--port", str(port))
    assert told.exit_code == 2
    assert f"Port {port} is in use" in told.stderr and f"--port {port + 1}" in told.stderr


AUTHOR = "The brazen minister slammed the harbour plan on Monday. Critics say it was reckless. " * 12
QUOTED = "“The brazen minister slammed the plan,” said Ada Berg, who chairs the harbour union of the town. " * 12


@pytest.mark.parametrize("severity", ["mild", "notable", "strong"])
@pytest.mark.parametrize("story", [AUTHOR, QUOTED, "The bridge is closed."])
def test_fail_on_tells_by_the_exit_code_what_counts(story, severity):
    told = run("score", "--json", "--text", "--fail-on", severity, "-", given=story)
    order = ("mild", "notable", "strong")
    reached = {held["severity"] for held in json.loads(told.stdout)["findings"] if held["scored"]}
    assert told.exit_code == int(bool(reached & set(order[order.index(severity) :])))


def test_rules_are_listed_and_shown():
    book = rules.load(languages.DEFAULT)
    listed = run("rules").stdout
    assert all(name in listed for name in book.rules)
    held = next(iter(book.rules.values()))
    shown = run("rules", held.id).stdout
    assert held.id in shown and held.source.split()[0] in shown


def test_the_version_names_the_rules():
    told = run("--version")
    assert told.exit_code == 0
    assert rules.digest() in told.stdout


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_help_explains_each_command_with_an_example(command):
    told = run(command, "--help")
    assert told.exit_code == 0
    assert f"undertone {command}" in told.stdout.split("Options:")[0].split("\n", 1)[1]


@pytest.mark.parametrize("command", ["rules", "doctor"])
def test_what_is_told_in_tables_can_be_had_as_json(command):
    told = json.loads(run(command, "--json").stdout)
    assert told["schema"].startswith(f"undertone/{command}/")
    assert len(told["rules" if command == "rules" else "checks"]) > 5


def test_one_rule_can_be_had_as_json():
    assert json.loads(run("rules", "--json", "headline.loaded-kicker").stdout)["id"] == "headline.loaded-kicker"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_its_completion(shell):
    assert "_UNDERTONE_COMPLETE" in run("completion", shell).stdout


def test_rule_ids_are_completed():
    variables = {"_UNDERTONE_COMPLETE": "bash_complete", "COMP_WORDS": "undertone rules headline.l", "COMP_CWORD": "2"}
    told = CliRunner().invoke(main, env=variables, prog_name="undertone")
    assert "headline.loaded-kicker" in told.stdout
