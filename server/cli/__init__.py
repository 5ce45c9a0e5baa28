"""The command line, `undertone`: the group that every command of `server/cli/` is registered with.

Exit codes: 0 done, 1 findings at or above `--fail-on`, 2 wrong usage, 3 an input (or this installation) failed.
"""

import click

from server.cli.group import Command, Commands, failing_in_words

COMMANDS = {
    "annotate": Command(
        "server.cli.annotating:annotate",
        "Write an annotated copy of a page.",
    ),
    "batch": Command(
        "server.cli.batch:batch",
        "Score an archive of pages or texts.",
    ),
    "claims": Command(
        "server.cli.claims:claims",
        "Import published fact-checks, and search them.",
    ),
    "compare": Command(
        "server.cli.comparing:compare",
        "Compare pages about the same event.",
    ),
    "completion": Command(
        "server.cli.about:completion",
        "Print a completion script for your shell.",
    ),
    "doctor": Command("server.cli.about:doctor", "Check the installation."),
    "evaluate": Command(
        "server.cli.evaluating:evaluate",
        "Measure how well scores agree with people's labels.",
    ),
    "install": Command(
        "server.cli.installing:install",
        "Let the extension start the server.",
    ),
    "pairings": Command(
        "server.cli.pairing:pairings",
        "List, add or end pairings.",
    ),
    "rules": Command(
        "server.cli.about:rules",
        "List the rules, or show one.",
    ),
    "score": Command("server.cli.scoring:score", "Score one page or text."),
    "serve": Command(
        "server.cli.serving:serve",
        "Run the server on this computer.",
    ),
    "uninstall": Command(
        "server.cli.installing:uninstall",
        "Undo `undertone install`, and remove all pairings.",
    ),
}


def print_version(context: click.Context, option: click.Parameter, wanted: bool) -> None:
    """Print the version and the hashes of the rules and the model, and stop."""
    if not wanted or context.resilient_parsing:
        return
    with failing_in_words():
        from detector import Analyzer
        from detector.encoder import MULTILINGUAL, files

        engine, others = Analyzer().engine, files.check(MULTILINGUAL)
    model = f"{engine.model.name} {engine.model.sha256}" if engine.model else "none"
    told = f"undertone {engine.version}, rules {engine.rules_sha256}, model {model}"
    click.echo(f"{told}, for other languages {others.name} {others.sha256}")
    context.exit()


@click.group(cls=Commands, places=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=print_version,
    help="Show the version, with the hashes of the rules and the model.",
)
def main() -> None:
    """Undertone shows how a news page is written: how loaded its headline and wording are, and who gets to speak. It
    does not judge whether a story is true.

    \b
    undertone serve                           run the server, for the browser extension
    undertone score page.html                 score a page and print the result
    undertone annotate page.html -o out.html  write a copy with the remarks marked
    undertone compare a.html b.html           compare two pages about the same event
    """
