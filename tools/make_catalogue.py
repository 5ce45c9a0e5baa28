"""Collects what the server says, brings the catalogues of `server/locale/` in line with it and compiles them.

Run `python -m tools.make_catalogue` after a change of words, fill in what it lists, and run it again.
"""

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from babel.messages import Catalog, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from server import words
from server.cli import COMMANDS
from server.cli import main as command_line
from server.cli.group import AS_IS, paragraphs
from server.problems import PROBLEMS
from server.service.api import openapi
from server.service.app import create_app
from tools.stub_jobs import InProcess

ROOT = Path(__file__).parents[1]
SERVER = ROOT / "server"
UNDATED = datetime(2026, 1, 1, tzinfo=UTC)  # the same sentences give the same file
KEYWORDS = {"_": None, "noted": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
PLURALS_OF_CLICK = (
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)
OWN_OF_CLICK = (  # what click says in our commands, of its own catalogue
    "Usage:",
    "Options",
    "Commands",
    "Show this message and exit.",
    "default: {default}",
    "required",
    "Error: {message}",
    "Try '{command} {option}' for help.",
    "No such command {name!r}.",
    "No such option {name!r}.",
    "Missing argument",
    "Missing option",
    "Missing parameter",
    "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    "Option {name!r} requires an argument.",
    "Aborted!",
    "Missing command.",
    "Option {name!r} does not take a value.",
    "{name} {filename!r} is a directory.",
    "{name} {filename!r} is not readable.",
    "Could not open file {filename!r}: {message}",
    "path",
    "file",
    "directory",
    "{name} {filename!r} does not exist.",
    "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
)


def sentences() -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """All that is said: a sentence, or its singular and plural, with its context."""
    for file in sorted(SERVER.rglob("*.py")):
        yield from _extracted("python", file)
    for file in sorted(SERVER.rglob("*.html")):
        yield from _extracted("jinja2.ext:babel_extract", file)
    yield from ((sentence, None) for sentence in (*_of_commands(), *_of_the_api(), *OWN_OF_CLICK, *PLURALS_OF_CLICK))


def _extracted(method: str, file: Path) -> Iterator[tuple[str | tuple[str, str], str | None]]:
    with file.open("rb") as stream:
        for _, message, _, context in extract.extract(method, stream, KEYWORDS):
            if message:
                yield message, context


def _of_commands() -> Iterator[str]:
    yield from (command.summary for command in COMMANDS.values())
    yield from (part.removeprefix(AS_IS) for part in paragraphs(command_line))
    context = click.Context(command_line)
    for name in COMMANDS:
        yield from _of_command(command_line.get_command(context, name))
    yield from (option.help for option in command_line.params if isinstance(option, click.Option) and option.help)


def _of_command(command: click.Command | None) -> Iterator[str]:
    assert command
    yield from (part for part in paragraphs(command) if not part.startswith(AS_IS))
    yield from (option.help for option in command.params if isinstance(option, click.Option) and option.help)
    for each in command.commands.values() if isinstance(command, click.Group) else ():
        yield from _of_command(each)


def _of_the_api() -> Iterator[str]:
    yield from (title for _, title in PROBLEMS.values())
    said: list[str] = []
    openapi.translate_document(openapi.describe(create_app(InProcess(engine={})), (), guarded=False), _noting(said))
    yield from said


def _noting(said: list[str]) -> Any:
    def note(sentence: str) -> str:
        said.append(sentence)
        return sentence

    return note


def catalogue(code: str) -> Catalog:
    """The catalogue of a language with exactly what is said now; what is new has no translation."""
    file = source(code)
    held = Catalog(code)
    if file.is_file():
        with file.open("rb") as stream:
            held = read_po(stream, locale=code)
    made = Catalog(code, project="Undertone", fuzzy=False)
    for sentence, context in sentences():
        before = held.get(sentence, context)
        fits = before is not None and isinstance(before.id, str) == isinstance(sentence, str)
        made.add(sentence, before.string if before and fits else None, context=context)
    return made


def source(code: str) -> Path:
    """The catalogue as translators write it."""
    return words.FOLDER / code / "LC_MESSAGES" / f"{words.DOMAIN}.po"


def written(made: Catalog) -> bytes:
    """The catalogue as its file: by sentence, without dates and places, which would change without need."""
    stream = io.BytesIO()
    write_po(stream, made, width=0, omit_header=True, no_location=True, sort_output=True)
    head = f'msgid ""\nmsgstr ""\n"Language: {made.locale}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    return f'{head}"Plural-Forms: {made.plural_forms}\\n"\n\n'.encode() + stream.getvalue()


def compiled(content: bytes) -> bytes:
    """What programs read of a catalogue's file."""
    stream = io.BytesIO()
    read = read_po(io.BytesIO(content))
    read.creation_date = read.revision_date = UNDATED
    write_mo(stream, read)
    return stream.getvalue()


def missing(made: Catalog) -> list[str]:
    """The sentences without a translation."""
    return [str(message.id) for message in made if message.id and not all([*_strings(message.string)])]


def _strings(string: str | tuple[str, ...]) -> Iterator[str]:
    yield from [string] if isinstance(string, str) else string or [""]


def main() -> None:
    """Write the catalogues, and list what lacks a translation."""
    lacking = []
    for code in words.languages()[1:]:
        made = catalogue(code)
        content = written(made)
        source(code).write_bytes(content)
        source(code).with_suffix(".mo").write_bytes(compiled(content))
        lacking += [f"{code}: {sentence!r}" for sentence in missing(made)]
    sys.stdout.write("\n".join(lacking) + "\n")
    sys.exit(bool(lacking))


if __name__ == "__main__":
    main()
