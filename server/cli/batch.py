"""`undertone batch`: whole archives from the command line."""

import os
import sys
from collections.abc import Callable, Mapping
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from detector.errors import UndertoneError
from detector.schema import INCLUDABLE
from server.batch.faults import Refused
from server.batch.inputs import input_files
from server.batch.inputs.rows import COLUMNS, FIELDS
from server.batch.outputs.ledger import BAD, DUPLICATES, beside
from server.batch.outputs.state import Tally
from server.cli.exits import FAILED, Failure, in_words
from server.cli.inputs import complete_file, language_option, no_model
from server.terminal import clean, rows

if TYPE_CHECKING:
    from server.batch.plan import Plan
    from server.screen import Screen

INTERRUPTED = 130  # as shells count it: 128 and the number of SIGINT


def read_columns(context: click.Context, option: click.Parameter, pairs: tuple[str, ...]) -> dict[str, str]:
    """Where each field stands, from `FIELD=COLUMN`. Raises `click.BadParameter`."""
    wrong = [pair for pair in pairs if "=" not in pair or pair.partition("=")[0] not in FIELDS]
    if wrong:
        message = _("{given!r} is not FIELD=COLUMN with a field of {fields}.")
        raise click.BadParameter(message.format(given=wrong[0], fields=", ".join(FIELDS)))
    return {**COLUMNS, **dict(pair.split("=", 1) for pair in pairs)}


@click.command()
@click.argument("inputs", metavar="IN...", nargs=-1, required=True, shell_complete=complete_file)
@click.option(
    "-o",
    "--output",
    "out",
    required=True,
    type=click.Path(path_type=Path),
    help="File to write: .jsonl, .csv or .parquet.",
)
@click.option(
    "--flat", is_flag=True, help="Write a table of scores and facts instead of full reports (always so for .csv)."
)
@click.option(
    "--format", "kind", type=click.Choice(input_files.FORMATS), help="Format of the inputs, whatever their names."
)
@click.option("--column", "columns", multiple=True, metavar="FIELD=COLUMN", callback=read_columns,
              help=f"Column of your table that holds a field; the fields are {', '.join(FIELDS)}.")  # fmt: skip
@click.option("--include", multiple=True, type=click.Choice(INCLUDABLE), help="Add this to full reports.")
@click.option("--order", type=click.Choice(("kept", "any")), default="kept", show_default=True,
              help="Write rows in input order, or as they finish; each has its id.")  # fmt: skip
@click.option("--dedupe", is_flag=True, help="Score each text once; list its other rows in OUT.duplicates.jsonl.")
@click.option("--engine", type=click.Choice(("local", "ray")), default="local", show_default=True,
              help="Use processes on this machine, or a Ray cluster (RAY_ADDRESS).")  # fmt: skip
@click.option(
    "--workers", type=click.IntRange(1, 10_000), help="Number of processes or actors.  [default: one per core]"
)
@language_option
@no_model
@click.option("--json", "as_json", is_flag=True, help="Finally print as JSON how many rows were written where.")
@click.option("--restart", is_flag=True, help="Discard what an earlier run left, and start over.")
def batch(inputs: tuple[str, ...], out: Path, restart: bool, as_json: bool, **asked: Any) -> None:  # noqa: ANN401 - one for each option
    """Score an archive of pages or texts.

    Inputs are JSON lines, CSV, TSV, Parquet, WARC, WACZ, HTML or text files, folders, patterns, or - for standard
    input. A row has the fields id and url, and either html, or text (or body) with title (or headline). Rows that
    cannot be analysed go to OUT.bad.jsonl with the reason, and the exit code is 3. If a run is interrupted, run the
    same command again to continue.

    \b
    undertone batch articles.jsonl -o reports.jsonl
    undertone batch stories.csv -o scores.csv
    undertone batch 'crawl/*.warc.gz' --flat -o scores.parquet
    undertone batch table.csv --column text=copy --dedupe -o reports.jsonl
    zcat articles.jsonl.gz | undertone batch - -o reports.jsonl
    """
    from server.screen import Screen
    from server.wire import dump

    console = Screen(stderr=True)
    tally = _run(console, out, lambda: _plan(inputs, out, asked), restart=restart)
    if as_json:
        click.echo(dump(_summarise(out, tally)))
    else:
        _tell(console, out, tally)
    if tally.bad:
        sys.exit(FAILED)


def _run(console: "Screen", out: Path, plan: Callable[[], "Plan"], *, restart: bool) -> Tally:
    """Do what is planned, with a meter on the console; how many rows went where. Ends the command where it cannot."""
    from server.batch import plan as plans
    from server.batch.outputs.progress import Meter

    try:
        asked = plan()
        with Meter(console, asked.inputs) as meter:
            return plans.run(asked, meter.advance, restart=restart)
    except Refused as error:
        raise click.UsageError(clean(error)) from error
    except UndertoneError as error:
        raise Failure(in_words(error)) from error
    except OSError as error:
        message = _("{file} cannot be used: {reason}. What is done so far is kept.")
        raise Failure(message.format(file=error.filename or out, reason=error.strerror)) from error
    except KeyboardInterrupt:
        console.print(_("Stopped. Run the same command again to continue."))
        sys.exit(INTERRUPTED)


def _plan(inputs: tuple[str, ...], out: Path, asked: Mapping[str, Any]) -> "Plan":
    from server.batch.plan import Plan

    own = (out, *(beside(out, suffix) for suffix in (BAD, DUPLICATES)))
    return Plan(
        inputs=input_files.find_inputs(inputs, asked["kind"], leave=own),
        out=out,
        columns=asked["columns"],
        include=tuple(sorted(set(asked["include"]))),
        flat=asked["flat"],
        with_model=asked["with_model"],
        language=asked["language"],
        keep_order=asked["order"] == "kept",
        dedupe=asked["dedupe"],
        engine=asked["engine"],
        workers=asked["workers"] or _cores(),
    )


def _cores() -> int:
    """The processor cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _summarise(out: Path, tally: Tally) -> dict[str, object]:
    """Where the rows are, as JSON values (`undertone/batch/1`); a file that was not needed is `None`."""
    return {
        "schema": "undertone/batch/1",
        "rows": tally.rows,
        "written": {"rows": tally.written, "file": str(out)},
        "bad": {"rows": tally.bad, "file": str(beside(out, BAD)) if tally.bad else None},
        "duplicates": {"rows": tally.duplicates, "file": str(beside(out, DUPLICATES)) if tally.duplicates else None},
    }


def _tell(console: "Screen", out: Path, tally: Tally) -> None:
    console.print(clean(_("{rows} in {file}").format(rows=rows(tally.written), file=out)), soft_wrap=True)
    if tally.duplicates:
        seen = _("{rows} with a text seen before, in {file}")
        message = seen.format(rows=rows(tally.duplicates), file=beside(out, DUPLICATES))
        console.print(clean(message), soft_wrap=True)
    if tally.bad:
        bad = _("{rows} not usable, with reasons in {file}").format(rows=rows(tally.bad), file=beside(out, BAD))
        console.print(clean(bad), soft_wrap=True)
