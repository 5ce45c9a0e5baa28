"""Help and completion are there at once, because what only a running command needs is not imported for them."""

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from detector import rules
from server.cli import COMMANDS, about, main
from server.cli.evaluation import meaning
from server.cli.exits import FAILED

SCRIPT = """
import json, sys
from server.cli import main
try:
    main(sys.argv[1:], prog_name="undertone")
finally:
    print(json.dumps(sorted(sys.modules)))
"""
BEGUN = """
import json, sys
from server.cli import main
from server.workers import starting
starting.begin = lambda modules: sys.exit(print(json.dumps(sorted(sys.modules))))
main(["serve", "--port", "0"], prog_name="undertone")
"""
ENGINES = {
    *("bs4", "flask", "lxml", "nltk", "numpy", "onnxruntime", "selectolax", "textblob", "tokenizers", "htmldate"),
    *("werkzeug", "detector.analysis", "detector.page", "detector.attribution", "server.workers", "server.service"),
}
LISTED_WITHOUT = {*ENGINES, "msgspec", "rich", "detector.languages", "detector.schema", "detector.settings"}


def imported(*arguments: str, **environment: str) -> set[str]:
    """The modules, and the packages that hold them, that a start with these arguments imports."""
    command = [sys.executable, "-c", SCRIPT, *arguments]
    done = subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_list_of_commands_imports_none_of_them():
    modules = imported("--help")
    assert "server.cli" in modules
    assert not modules & (LISTED_WITHOUT | {command.place.partition(":")[0] for command in COMMANDS.values()})


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_the_help_of_a_command_imports_no_engine(command):
    modules = imported(command, "--help")
    assert COMMANDS[command].place.partition(":")[0] in modules
    assert not modules & ENGINES


def test_workers_begin_to_load_before_the_server_itself():
    done = subprocess.run([sys.executable, "-c", BEGUN], capture_output=True, text=True, check=True)
    assert not set(json.loads(done.stdout)) & (ENGINES - {"server.workers"})


@pytest.mark.parametrize(
    ("words", "without"),
    [
        ("undertone ", LISTED_WITHOUT),
        ("undertone score --", ENGINES),
        ("undertone rules ", {*ENGINES, "rich", "detector.languages.en", "detector.rules"}),
    ],
)
def test_completion_imports_no_more(words, without):
    asked = {"COMP_WORDS": words, "COMP_CWORD": str(len(words.split(" ")) - 1)}
    modules = imported(_UNDERTONE_COMPLETE="bash_complete", **asked)
    assert "click.shell_completion" in modules
    assert not modules & without


def test_the_ids_that_are_completed_are_those_of_the_rules():
    told = about.complete_rule(None, None, "")
    assert {item.value: item.help for item in told} == {
        rule.id: rule.message for rule in rules.load("en").rules.values()
    }


def test_the_help_of_evaluate_names_all_dimensions():
    told = " ".join(CliRunner().invoke(main, ["evaluate", "--help"], catch_exceptions=False).stdout.split())
    assert ", ".join(f'"{name}"' for name in meaning()) in told


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_what_the_list_says_is_how_the_help_of_a_command_begins(name):
    command = main.get_command(None, name)
    assert " ".join(command.help.split()).startswith(COMMANDS[name].summary)


def test_a_folder_for_temporary_files_that_takes_no_socket_is_named(tmp_path):
    deep = tmp_path / ("x" * 100)  # characters; a socket's address has fewer
    deep.mkdir()
    command = [sys.executable, "-c", "from server.cli import main; main()", "serve", "--port", "0"]
    done = subprocess.run(command, env=os.environ | {"TMPDIR": str(deep)}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (FAILED, 1)
    assert "Set TMPDIR to another" in done.stderr
