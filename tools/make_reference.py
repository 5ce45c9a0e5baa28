"""Writes the pages of `docs/reference/` that the code can tell (commands, rules, the Python API):
`python tools/make_reference.py`.

A test holds that they are up to date.
"""

import ast
import inspect
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar, cast

import click

import detector
from detector import export, languages, rules, schema
from detector.export import annotations, comparison, html, markdown, overview, sarif, side_by_side
from detector.rules import Example, Rule
from server.cli import main as undertone

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
Node = TypeVar("Node", bound=ast.stmt)
FIELD = re.compile(r"\{\w+\}")
WRITTEN = "<!-- Written by tools/make_reference.py; change the code, then run it. -->"


def cli() -> str:
    """The page of the command line."""
    parts = ["# The command line", WRITTEN, *_paragraphs(undertone.help or ""), *_ends()]
    context = click.Context(undertone, info_name="undertone")
    for name in undertone.list_commands(context):
        command = cast("click.Command", undertone.get_command(context, name))
        own = click.Context(command, context, name)
        parts += [f"## undertone {name}", *_command(command, own)]
        for inner, below in sorted(getattr(command, "commands", {}).items()):
            parts += [f"### undertone {name} {inner}", *_command(below, click.Context(below, own, inner))]
    return _page(parts)


def _ends() -> Iterator[str]:
    yield (
        "After `make serve` or `make install` a terminal in the project's folder finds the command with "
        "`. .venv/bin/activate`; without that it is typed `.venv/bin/undertone`."
    )
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
    book = rules.load(languages.DEFAULT)
    held = [book.rules[name] for name in sorted(book.rules)]
    parts = [
        "# Rules",
        WRITTEN,
        f"Undertone has {len(held)} rules. Each says what it flags and why, names where that stands in the literature, "
        "and is tested on the examples given here. Words in quotation marks, and words given to a source, are flagged "
        "as the source's and count for nothing.",
    ]
    for dimension in dict.fromkeys(rule.dimension for rule in held):
        parts.append(f"## {dimension.capitalize()}")
        for rule in held:
            if rule.dimension == dimension:
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


def python_face() -> str:
    """The page of what Python programs may use: the names of `detector`, its values, and other forms of a report."""
    faces = [held for name in detector.__all__ if inspect.isclass(held := getattr(detector, name))]
    values = [held for name in schema.__all__ if inspect.isclass(held := getattr(schema, name)) and held not in faces]
    parts = ["# Python API", WRITTEN, FACE, "## From `detector`"]
    parts += [part for face in faces for part in _class(face)]
    parts += [
        "## Values, from `detector.schema`",
        _paragraph(schema),
        *(part for value in values for part in _class(value)),
    ]
    parts += ["## Other forms of a report, from `detector.export`", FORMATS]
    parts += [part for face in (export.Analysed, export.Format) for part in _class(face)]
    parts += [part for make in FORMS for part in _function(make)]
    return _page(parts)


FACE = (
    "What programs may use; [how to](../how-to/python.md) shows it at work. Offsets count Unicode code points. From "
    "version to version only [the report's form](report.md) is promised."
)
FORMATS = (
    f"`FORMATS` holds every `Format` by its id: {', '.join(f'`{name}`' for name in export.FORMATS)}. Command line, "
    "service and extension offer them; `FORMATS[id].render(Analysed(report, content))` gives the bytes of a file."
)
FORMS: tuple[Callable[..., Any], ...] = (
    export.annotated_copy, html.annotate, overview.render, comparison.compare, side_by_side.render, annotations.render,
    sarif.render, markdown.render,
)  # fmt: skip


def _class(held: type) -> Iterator[str]:
    """A class: its bases where they say something, its docstring, its fields, its public methods."""
    tree = _tree(held, ast.ClassDef)
    bases = ", ".join(base for base in map(ast.unparse, tree.bases) if base != "Struct")
    yield f"### `{held.__name__}`" + (f"\n\nA kind of `{bases}`." if bases else "")
    yield _paragraph(held)
    fields = [node for node in tree.body if isinstance(node, (ast.AnnAssign, ast.Assign))]
    if fields:
        yield "\n".join(["```python", *(ast.unparse(field).replace("'", '"') for field in fields), "```"])
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and (node.name == "__init__" or not node.name.startswith("_")):
            name = held.__name__ if node.name == "__init__" else f"{held.__name__}.{node.name}"
            yield f"**`{_signature(name, node)}`**"
            yield " ".join((ast.get_docstring(node) or "").split())


def _function(held: Callable[..., Any]) -> Iterator[str]:
    tree = _tree(held, ast.FunctionDef)
    module = held.__module__.rpartition(".")[2]
    yield f"**`{_signature(f'{module}.{held.__name__}', tree)}`**"
    yield _paragraph(held)


def _tree(held: Callable[..., Any], kind: type[Node]) -> Node:
    """The definition of a class or function of a module, as it is written."""
    (tree,) = ast.parse(inspect.getsource(held)).body
    if not isinstance(tree, kind):
        raise TypeError(f"{held} is defined by a {type(tree).__name__}.")
    return tree


def _signature(name: str, tree: ast.FunctionDef) -> str:
    """A call as it is written, without `self`; `name` alone for a property."""
    if any(ast.unparse(mark) == "property" for mark in tree.decorator_list):
        return f"{name} -> {ast.unparse(tree.returns)}" if tree.returns else name
    given = ast.unparse(tree.args).removeprefix("self").removeprefix(", ")
    gives = "" if tree.returns is None or tree.name == "__init__" else f" -> {ast.unparse(tree.returns)}"
    return f"{name}({given}){gives}"


def _paragraph(held: object) -> str:
    return "\n\n".join(" ".join(part.split()) for part in (inspect.getdoc(held) or "").split("\n\n"))


PAGES = {"cli.md": cli, "rules.md": rule_list, "python.md": python_face}


def main() -> None:
    """Write the pages."""
    FOLDER.mkdir(exist_ok=True)
    for name, make in PAGES.items():
        (FOLDER / name).write_text(make(), encoding="utf-8")


if __name__ == "__main__":
    main()
