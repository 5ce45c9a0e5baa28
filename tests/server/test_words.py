"""Everything that the server says is said in every language that it has a catalogue for."""

import os
import re
import string

import pytest
from click.testing import CliRunner

from server import words
from server.cli import COMMANDS, main
from tools import make_catalogue

LANGUAGES = words.languages()[1:]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_catalogue_holds_what_is_said_now_and_lacks_nothing(code):
    made = make_catalogue.catalogue(code)
    content = make_catalogue.source(code).read_bytes()
    assert make_catalogue.missing(made) == []
    assert content == make_catalogue.written(made), "run: python -m tools.make_catalogue"
    assert make_catalogue.source(code).with_suffix(".mo").read_bytes() == make_catalogue.compiled(content)


def fields(text):
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_translation_has_the_fields_of_its_sentence(code):
    for message in make_catalogue.catalogue(code):
        ids = [message.id] if isinstance(message.id, str) else message.id
        for text in [message.string] if isinstance(message.string, str) else message.string:
            if ids[0] and "{" in ids[0]:
                assert fields(text) in [fields(each) for each in ids], message.id


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_AT", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "de:en"}, "de"),
        ({"LANG": "de_DE", "LANGUAGE": "en_US:de"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fi_FI.UTF-8"}, "en"),
        ({"LANGUAGE": "fi:de"}, "de"),
        ({"LANG": "deutsch"}, "en"),
    ],
)
def test_the_environment_names_the_language(environment, code):
    assert words.of_environment(environment) == code


ENGLISH = re.compile(r"\b(?:the|and|with|of|your|show|print|write|without)\b", re.IGNORECASE)


@pytest.mark.parametrize(("code", "opening"), [("de", "Aufruf:"), ("fr", "Usage :")])
@pytest.mark.parametrize("command", [(), *((name,) for name in sorted(COMMANDS)), ("pairings", "new")])
def test_no_english_is_left_in_help(command, code, opening):
    told = CliRunner().invoke(main, [*command, "--help"], env={"LANGUAGE": code})
    assert told.exit_code == 0 and told.output.startswith(opening)
    prose = "\n".join(line for line in told.output.splitlines() if "undertone " not in line)
    assert not ENGLISH.search(prose), ENGLISH.findall(prose)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["score", "/nothing"], "gibt es nicht"),
        (["scor"], "Den Befehl 'scor' gibt es nicht"),
        (["serve", "--port", "99999"], "liegt nicht im Bereich"),
        (["rules", "nothing"], "Die Regel 'nothing' gibt es nicht"),
        (["compare", "one.html"], "mindestens zwei Seiten"),
        (["score", "--language", "de", "--nothing", "x"], "gibt es nicht"),
    ],
)
def test_errors_are_in_german(arguments, told):
    env = {} if "--language" in arguments else {"LANGUAGE": "de"}
    answer = CliRunner().invoke(main, arguments, env=env)
    assert answer.exit_code == 2 and told in answer.output and "Error" not in answer.output


def test_reports_are_in_the_language_of_the_environment(tmp_path):
    page = tmp_path / "page.html"
    page.write_bytes(b"%PDF-1.7 \x00")
    answer = CliRunner().invoke(main, ["score", "--html", str(page)], env={"LANG": "de_DE.UTF-8", "LANGUAGE": None})
    assert (answer.exit_code, answer.stderr) == (3, f"Fehler: {page}: Die Eingabe ist kein HTML. (not-html)\n")
    assert "LANGUAGE" not in os.environ or os.environ["LANGUAGE"] != "de"
