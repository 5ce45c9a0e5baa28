"""`undertone claims`: published fact-checks, imported from files and found again."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from server.cli.exits import Failure
from server.settings import DEFAULTS
from server.terminal import figure

if TYPE_CHECKING:
    from server.fact_checks.importing import Progress
    from server.fact_checks.reviews import Check

index_option = click.option(
    "--index",
    "path",
    type=click.Path(dir_okay=False, path_type=Path),
    default=DEFAULTS.fact_checks,
    help="The index.  [default: fact-checks.sqlite beside the pairings]",
)
model_option = click.option("--no-model", "with_model", flag_value=False, default=True, help="Match by words alone.")


@click.group()
def claims() -> None:
    """Import published fact-checks, and search them.

    \b
    undertone claims import factchecks.json
    undertone claims search "Skarvik dam 40 million"
    """


@claims.command("import")
@click.argument(
    "named", metavar="FILE|FOLDER...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path)
)
@index_option
@model_option
def import_(named: Sequence[Path], path: Path, with_model: bool) -> None:
    """Import fact-checks (ClaimReview) from files.

    Reads a DataFeed or other JSON-LD (.json, .jsonld), pages (.html, .warc), JSON lines (.jsonl) and tables (.csv,
    .tsv). What was imported before is not imported twice; an import that was stopped goes on where it was.
    """
    from server.fact_checks import importing, index
    from server.fact_checks.matching import embedder
    from server.workers.jobs import build

    files = list(_files(named))
    if not files:
        raise Failure(_("There is nothing to read."))
    embed = embedder(build(with_model=with_model).encoder)
    new = 0
    try:
        with closing(index.create(path)) as connection:
            for told in importing.bring_in(connection, files, _read, embed):
                click.echo(_("{file}: {rows} read, {new} new").format(**_told(told)), err=True)
            new = connection.execute("SELECT count(*) FROM checks").fetchone()[0]
    except sqlite3.Error as error:
        raise Failure(_("{file} cannot be used: {reason}.").format(file=path, reason=error)) from error
    except (OSError, ValueError) as error:
        raise Failure(_("The import stopped: {reason}.").format(reason=error)) from error
    click.echo(_("{count} fact-checks are in the index.").format(count=figure(new)))


def _told(progress: "Progress") -> dict[str, str]:
    return {"file": progress.file.name, "rows": figure(progress.rows), "new": figure(progress.new)}


def _files(named: Sequence[Path]) -> Iterator[Path]:
    """The files that are named, and those below the folders that can be read, in order."""
    from server.fact_checks.reviews import SUFFIXES

    for path in named:
        if path.is_dir():
            below = sorted(one for one in path.rglob("*") if one.is_file())
            yield from (one for one in below if one.suffix.lower() in SUFFIXES or _is_archive(one))
        else:
            yield path


def _is_archive(path: Path) -> bool:
    return path.name.lower().endswith((".warc", ".warc.gz"))


def _read(path: Path) -> "Iterator[Check]":
    """The fact-checks in a file: of an archive those that its pages declare. Raises a `ValueError` that
    names the file."""
    from server.fact_checks import reviews

    if _is_archive(path):
        for html in _pages(path):
            yield from reviews.in_page(html)
        return
    try:
        yield from reviews.read(path)
    except ValueError as error:
        message = _("{file} holds no fact-checks in a form that is known ({known}): {reason}")
        known = ", ".join(sorted(reviews.SUFFIXES))
        raise ValueError(message.format(file=path, known=known, reason=error)) from error


def _pages(path: Path) -> Iterator[str]:
    from detector import Page
    from server.batch.inputs.input_files import find_inputs
    from server.batch.inputs.readers import read_all
    from server.batch.inputs.rows import Place, Row

    for placed in read_all(find_inputs([str(path)]), Place(0, 0)):
        if isinstance(placed.item, Row) and isinstance(placed.item.input, Page):
            html = placed.item.input.html
            yield html if isinstance(html, str) else html.decode("utf-8", "replace")


@claims.command("search")
@click.argument("words")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@index_option
@model_option
def search_(words: str, as_json: bool, path: Path, with_model: bool) -> None:
    """Find fact-checks of claims like these words."""
    from detector.schema.encoding import encode
    from server.cli import console
    from server.fact_checks.matching import Matcher, embedder, opened, search
    from server.screen import Screen
    from server.workers.jobs import build

    try:
        held = opened(path)
        if held is None:
            raise Failure(_("There is no index at {file}; `undertone claims import` makes one.").format(file=path))
        answer = search(Matcher(held, embedder(build(with_model=with_model).encoder)), words)
    except sqlite3.Error as error:
        raise Failure(_("{file} cannot be used: {reason}.").format(file=path, reason=error)) from error
    if as_json:
        click.echo(encode(answer))
    elif not answer.fact_checks:
        click.echo(_("Nothing like it was found. That says nothing about whether it is true."))
    else:
        columns = (_("similarity"), _("publisher"), _("date"), _("rating"), _("claim"), _("address"))
        rows = [(one.similarity, one.publisher, one.date, one.rating, one.claim, one.url) for one in answer.fact_checks]
        console.print_table(Screen(), _("Fact-checks"), columns, rows, stack=3)
        click.echo(_("Shown in reports from a similarity of {least}.").format(least=answer.shown))
