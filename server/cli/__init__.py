"""The command line, `undertone`: the group that every command of `server/cli/` is registered with.

Exit codes: 0 done, 1 findings at or above `--fail-on`, 2 wrong usage, 3 an input (or this installation) failed.
"""

import click

from server.cli.group import Commands, in_words

PLACES = {
    "annotate": "server.cli.annotating:annotate",
    "batch": "server.cli.batch:batch",
    "compare": "server.cli.comparing:compare",
    "completion": "server.cli.about:completion",
    "doctor": "server.cli.about:doctor",
    "evaluate": "server.cli.evaluating:evaluate",
    "install": "server.cli.installing:install",
    "pairings": "server.cli.pairing:pairings",
    "rules": "server.cli.about:rules",
    "score": "server.cli.scoring:score",
    "serve": "server.cli.serving:serve",
    "uninstall": "server.cli.installing:uninstall",
}


def print_version(context: click.Context, option: click.Parameter, wanted: bool) -> None:
    """Print the version and the hashes of the rules and the model, and stop."""
    if not wanted or context.resilient_parsing:
        return
    with in_words():
        from detector import Analyzer  # noqa: PLC0415 - a damaged file is met here, not when the program starts

        engine = Analyzer().engine
    model = f"{engine.model.name} {engine.model.sha256}" if engine.model else "none"
    click.echo(f"undertone {engine.version}, rules {engine.rules_sha256}, model {model}")
    context.exit()


@click.group(cls=Commands, places=PLACES, context_settings={"help_option_names": ["-h", "--help"]})
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
