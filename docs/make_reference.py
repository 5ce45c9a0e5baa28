"""Writes `docs/reference/cli.md` and `docs/reference/rules.md` from the code: `python docs/make_reference.py`.

A test holds that they are up to date.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import click

from detector import rules
from detector.rules import Example, Rule
from server.cli import main as undertone

FOLDER = Path(__file__).parent / "reference"
FIELD = re.compile(r"\{\w+\}")
WRITTEN = "<!-- Written by docs/make_reference.py; change the code, then run it. -->"


def cli() -> str:
    """The page of the command line."""
    parts = ["# The command line", WRITTEN, *_paragraphs(undertone.help or ""), *_ends()]
    context = click.Context(undertone, info_name="undertone")
    for name in sorted(undertone.commands):
        command = undertone.commands[name]
        own = click.Context(command, context, name)
        parts += [f"## undertone {name}", *_command(command, own)]
        for inner, below in sorted(getattr(command, "commands", {}).items()):
            parts += [f"### undertone {name} {inner}", *_command(below, click.Context(below, own, inner))]
    return _page(parts)


def _ends() -> Iterator[str]:
    yield "Every command explains itself with `--help`. What a program is to read comes with `--json`."
    yield "Exit codes: 0 done · 1 remarks at or above `--fail-on` · 2 wrong usage · 3 an input failed."


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    yield f"`{' '.join([context.command_path, *command.collect_usage_pieces(context)])}`"
    yield from _paragraphs(command.help or "")
    options = [held.get_help_record(context) for held in command.params if isinstance(held, click.Option)]
    rows = [f"| `{_cell(names)}` | {_cell(told)} |" for names, told in filter(None, options)]
    if rows:
        yield "\n".join(["| option | what it does |", "|---|---|", *rows])


def _paragraphs(text: str) -> Iterator[str]:
    """A help text; what click leaves as it is (after a `\\b`) is code."""
    for part in _clean(text).split("\n\n"):
        lines = part.strip().split("\n")
        yield "\n".join(["```sh", *lines[1:], "```"]) if lines[0] == "\b" else " ".join(lines)


def _clean(text: str) -> str:
    return "\n".join(line.strip() for line in text.partition("\f")[0].strip().split("\n"))


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def rule_list() -> str:
    """The page of the rules."""
    book = rules.load()
    held = [book.rules[name] for name in sorted(book.rules)]
    parts = [
        "# Rules",
        WRITTEN,
        f"Undertone has {len(held)} rules. Each says what it flags and why, names where that stands in the literature, "
        "and is tested on the examples given here. Words in quotation marks, and words given to a source, are flagged "
        "as the source's and count for nothing.",
    ]
    for dimension in dict.fromkeys(rule.dimension for rule in held):
        parts.append(f"## {dimension.value.capitalize()}")
        for rule in held:
            if rule.dimension is dimension:
                parts += _rule(rule)
    return _page(parts)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"### `{rule.id}`"
    yield f"*{rule.severity}* · {_prose(FIELD.sub('…', rule.message))}"
    yield _prose(rule.reason)
    yield "\n".join(
        [
            *(f"- flags: {_example(given)}" for given in rule.bad[:2]),
            *(f"- passes: {_example(given)}" for given in rule.good[:2]),
        ]
    )
    yield f"Source: {_prose(rule.source)}"


def _example(given: Example) -> str:
    return " — ".join(_prose(part) for part in given if part)


def _prose(text: str) -> str:
    """Words as Markdown shows them, whatever they hold."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]<>#|" else letter for letter in " ".join(text.split()))


def _page(parts: list[str]) -> str:
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"


PAGES = {"cli.md": cli, "rules.md": rule_list}


def main() -> None:
    """Write both pages."""
    FOLDER.mkdir(exist_ok=True)
    for name, make in PAGES.items():
        (FOLDER / name).write_text(make(), encoding="utf-8")


if __name__ == "__main__":
    main()
