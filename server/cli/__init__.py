"""The command line, `undertone`: the group that every command of `server/cli/` is registered with.

Exit codes: 0 done, 1 findings at or above `--fail-on`, 2 wrong usage, 3 an input (or this installation) failed.
"""

import click

from server.cli.group import Command, Commands, in_words

COMMANDS = {
    "annotate": Command(
        "server.cli.annotating:annotate",
        "Write a copy of a page with its remarks at the right words: one file, no scripts of the page, no requests.",
    ),
    "batch": Command(
        "server.cli.batch:batch",
        "Score an archive: JSON lines, CSV, Parquet, WARC, WACZ, HTML or text files, folders, patterns, - for stdin.",
    ),
    "compare": Command(
        "server.cli.comparing:compare",
        "Lay several pages about one event side by side: headlines, levels, sources, who is heard, frames.",
    ),
    "completion": Command(
        "server.cli.about:completion",
        "Print the script that completes commands, options and rule ids in your shell.",
    ),
    "doctor": Command("server.cli.about:doctor", "Say what is installed, what is wrong and how to mend it."),
    "evaluate": Command(
        "server.cli.evaluating:evaluate",
        "Measure how well the scores agree with people: a file of JSON lines, or a folder of such files.",
    ),
    "install": Command(
        "server.cli.installing:install",
        "Let the extension start the server when it is needed, and pair without a code; for this account alone.",
    ),
    "pairings": Command(
        "server.cli.pairing:pairings",
        "List the browsers and programs that may ask the service with a token, pair one more, or forget one.",
    ),
    "rules": Command(
        "server.cli.about:rules",
        "List the rules, or show one with its reason, source and examples.",
    ),
    "score": Command("server.cli.scoring:score", "Score one page: a saved file, an address, or - for standard input."),
    "serve": Command(
        "server.cli.serving:serve",
        "Run the service on this computer, until Ctrl-C. It shows the code that pairs a browser with it.",
    ),
    "uninstall": Command(
        "server.cli.installing:uninstall",
        "Remove what `undertone install` and the server wrote for this account: every pairing too.",
    ),
}


def print_version(context: click.Context, option: click.Parameter, wanted: bool) -> None:
    """Print the version and the hashes of the rules and the model, and stop."""
    if not wanted or context.resilient_parsing:
        return
    with in_words():
        from detector import Analyzer

        engine = Analyzer().engine
    model = f"{engine.model.name} {engine.model.sha256}" if engine.model else "none"
    click.echo(f"undertone {engine.version}, rules {engine.rules_sha256}, model {model}")
    context.exit()


@click.group(cls=Commands, places=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
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
