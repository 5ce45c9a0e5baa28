"""`undertone batch`: whole archives from the command line."""

import os
import sys
from collections.abc import Callable, Mapping
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
from server.cli.exits import FAILED, Failure
from server.cli.inputs import complete_file, language_option, no_model
from server.terminal import clean, counted

if TYPE_CHECKING:
    from server.batch.plan import Plan
    from server.screen import Screen

INTERRUPTED = 130  # as shells count it: 128 and the number of SIGINT


def read_columns(context: click.Context, option: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """Where each field stands, from `FIELD=COLUMN`. Raises `click.BadParameter`."""
    wrong = [pair for pair in given if "=" not in pair or pair.partition("=")[0] not in FIELDS]
    if wrong:
        raise click.BadParameter(f"{wrong[0]!r} is not FIELD=COLUMN with a field of {', '.join(FIELDS)}.")
    return {**COLUMNS, **dict(pair.split("=", 1) for pair in given)}


@click.command()
@click.argument("inputs", metavar="IN...", nargs=-1, required=True, shell_complete=complete_file)
@click.option(
    "-o", "--output", "out", required=True, type=click.Path(path_type=Path), help="A .jsonl, .csv or .parquet file."
)
@click.option("--flat", is_flag=True, help="A table of scores and facts instead of full reports; .csv always is one.")
@click.option(
    "--format", "kind", type=click.Choice(input_files.FORMATS), help="What the inputs are, whatever their names."
)
@click.option("--column", "columns", multiple=True, metavar="FIELD=COLUMN", callback=read_columns,
              help=f"Where a field stands in your tables; fields are {', '.join(FIELDS)}.")  # fmt: skip
@click.option("--include", multiple=True, type=click.Choice(INCLUDABLE), help="More to put into full reports.")
@click.option("--order", type=click.Choice(("kept", "any")), default="kept", show_default=True,
              help="Rows as they came in, or as they get done; each has its id.")  # fmt: skip
@click.option("--dedupe", is_flag=True, help="Only the first row of each text; the others go to OUT.duplicates.jsonl.")
@click.option("--engine", type=click.Choice(("local", "ray")), default="local", show_default=True,
              help="Processes of this machine, or a Ray cluster (RAY_ADDRESS).")  # fmt: skip
@click.option("--workers", type=click.IntRange(1, 10_000), help="Processes or actors.  [default: one per core]")
@language_option
@no_model
@click.option("--json", "as_json", is_flag=True, help="At the end, tell as JSON how many rows went where.")
@click.option("--restart", is_flag=True, help="Forget what an earlier run left, and write the output anew.")
def batch(inputs: tuple[str, ...], out: Path, restart: bool, as_json: bool, **asked: Any) -> None:  # noqa: ANN401 - one for each option
    """Score an archive: JSON lines, CSV, Parquet, WARC, WACZ, HTML or text files, folders, patterns, - for stdin.

    Rows have the fields id, url, and html, or text (or body) with title (or headline). What cannot be analysed goes to
    OUT.bad.jsonl with its reason (then the exit code is 3). Interrupted or killed? The same command goes on where it
    was.

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
        raise Failure(str(error)) from error
    except OSError as error:
        raise Failure(
            f"{error.filename or out} cannot be used: {error.strerror}. What is done so far is kept."
        ) from error
    except KeyboardInterrupt:
        console.print("Stopped. The same command goes on from here.")
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
    console.print(clean(f"{counted(tally.written, 'row')} in {out}"), soft_wrap=True)
    if tally.duplicates:
        seen = f"{tally.duplicates:,} with a text seen before, in {beside(out, DUPLICATES)}"
        console.print(clean(seen), soft_wrap=True)
    if tally.bad:
        console.print(clean(f"{tally.bad:,} bad, with reasons in {beside(out, BAD)}"), soft_wrap=True)
