"""The command line, `undertone`: the group that every command of `server/commands/` is registered with.

Exit codes: 0 done, 1 findings at or above `--fail-on`, 2 wrong usage, 3 an input (or this installation) failed.
"""

from typing import Any

import click

from detector import Analyzer
from detector.errors import UndertoneError
from server.batch.command import batch
from server.commands import about, annotating, comparing, evaluating, pairing, scoring, serving
from server.commands.outcomes import Failure
from server.terminal import guard


def print_version(context: click.Context, option: click.Parameter, wanted: bool) -> None:
    """Print the version and the hashes of the rules and the model, and stop."""
    if not wanted or context.resilient_parsing:
        return
    try:
        engine = Analyzer().engine
    except UndertoneError as error:
        raise Failure(str(error)) from error
    model = "{name} {sha256}".format_map(engine.model) if engine.model else "none"
    click.echo(f"undertone {engine.version}, rules {engine.rules}, model {model}")
    context.exit()


class Guarded(click.Group):
    """A group whose commands, and click itself, print what others wrote without what could steer a terminal."""

    def main(self, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - as click has them
        """Run the command line."""
        guard()
        return super().main(*arguments, **options)


@click.group(cls=Guarded, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=print_version, help="What this is."
)
def main() -> None:
    """Shows how a news page is written: its headline, who speaks, which words do the arguing. Never whether it is true.

    \b
    undertone serve                          the service, for the browser extension
    undertone score page.html                one page, as tables
    undertone annotate page.html -o out.html a copy with the remarks at the right words
    undertone compare a.html b.html          the same event as two pages tell it
    """


main.add_command(serving.serve)
main.add_command(pairing.pairings)
main.add_command(scoring.score)
main.add_command(annotating.annotate)
main.add_command(comparing.compare)
main.add_command(evaluating.evaluate)
main.add_command(batch)
main.add_command(about.rules)
main.add_command(about.doctor)
main.add_command(about.completion)
