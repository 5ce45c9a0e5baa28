"""`undertone evaluate`: how well the scores agree with people, on your own labelled rows."""

from gettext import ngettext
from pathlib import Path

import click

from server.cli.exits import Failure
from server.cli.inputs import no_model
from server.terminal import figure
from server.words import of_environment

SHOWN = 5
HELP = """Measure how well scores agree with people's labels.

DATA is a file of JSON lines, or a folder of such files. Each line holds "text" (and "title") or "html", and people's
labels: "labels", 1 if a high score is right and 0 if a low one is, for {dimensions}; "marks", a list of
the loaded words in the text.

\b
undertone evaluate labelled.jsonl
undertone evaluate --json labelled/ > figures.json
"""


class _Command(click.Command):
    """Its help names the dimensions, and asks for them only where it is shown."""

    _help: str | None = None

    @property
    def help(self) -> str | None:
        """The help text."""
        from detector.schema.by_dimension import ByDimension

        names = ", ".join(f'"{name}"' for name in ByDimension.__struct_fields__)
        return self._help and self._help.replace("{dimensions}", names)

    @help.setter  # noqa: A003 - as click names it
    def help(self, text: str | None) -> None:
        self._help = text


@click.command(cls=_Command, help=HELP)
@click.argument("data", metavar="DATA", type=click.Path(exists=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@no_model
def evaluate(data: Path, as_json: bool, with_model: bool) -> None:
    """Measure how well scores agree with people's labels."""
    from detector.export.texts import ReportTexts
    from server.cli import console as output
    from server.cli import evaluation
    from server.screen import Screen, progress_bar
    from server.wire import dump
    from server.workers.jobs import build

    console = Screen(stderr=True)
    with progress_bar(console, transient=True) as progress:
        task = progress.add_task("rows", total=None)
        rows = evaluation.read_rows(data)
        tally = evaluation.measure(rows, build(with_model=with_model), lambda: progress.advance(task))
    figures = evaluation.summarise(tally)
    if as_json:
        click.echo(dump(figures))
    else:
        output.print_evaluation(Screen(), figures, ReportTexts(of_environment()))
    if tally.failed:
        for place in tally.failed[:SHOWN]:
            output.print_line(console, place)
        count = len(tally.failed)
        words = ngettext(
            "{count} row could not be used; see above.", "{count} rows could not be used; see above.", count
        )
        raise Failure(words.format(count=figure(len(tally.failed))))
