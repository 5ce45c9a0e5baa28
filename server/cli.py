"""The command line: `undertone serve`, `score`, `rules`, `doctor`.

Exit codes: 0 done, 1 findings at or above `--fail-on`, 2 wrong usage, 3 an input (or this installation) failed.
"""

import errno
import json
import sys
from contextlib import closing
from dataclasses import replace
from importlib.metadata import version

import click
from rich.console import Console

from detector import Request
from detector import rules as rulebook
from detector.errors import InputError, UndertoneError
from detector.model import SEVERITIES
from detector.report.json import INCLUDABLE
from detector.settings import SETTINGS
from server import doctor as checks
from server import tables
from server.app import create_app, open_pool
from server.jobs import analysis
from server.routes import describe
from server.security import check_bind
from server.service import bind, listen, stop_on_sigterm
from server.settings import DEFAULTS, ServerSettings
from server.wire import AnalyzeRequest

FOUND, USAGE, FAILED = 1, 2, 3
BYTES_PER_CHARACTER = 4


class Failure(click.ClickException):
    """Ends the program with a message and exit code 3."""

    exit_code = FAILED


class PortFailure(Failure):
    """Ends the program with a message and exit code 2."""

    exit_code = USAGE


def print_version(context: click.Context, option: click.Parameter, wanted: bool) -> None:
    """Print the version and the hash of the rules, and stop."""
    if wanted and not context.resilient_parsing:
        click.echo(f"undertone {version('undertone')}, rules {_load_rules().digest}, model none")
        context.exit()


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=print_version, help="What this is."
)
def main() -> None:
    """Shows how a news page is written: its headline, who speaks, which words do the arguing. Never whether it is true.

    \b
    undertone serve                      the service, for the browser extension
    undertone score page.html            one saved page, as tables
    undertone score --json page.html     the same as JSON
    """


@main.command()
@click.option("--host", default=DEFAULTS.host, show_default=True, help="Address to listen on; loopback only.")
@click.option("--port", default=DEFAULTS.port, show_default=True, type=click.IntRange(0, 65535), help="0 takes any.")
@click.option("--workers", default=DEFAULTS.workers, show_default=True, type=click.IntRange(1, 64), help="Processes.")
def serve(host: str, port: int, workers: int) -> None:
    """Run the service on this computer, until Ctrl-C.

    \b
    undertone serve
    undertone serve --port 9000 --workers 4
    """
    try:
        check_bind(host)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    settings = replace(DEFAULTS, host=DEFAULTS.host if host == "localhost" else host, port=port, workers=workers)
    stop_on_sigterm()
    try:
        bound = bind(settings)
    except OSError as error:
        raise PortFailure(_explain(error, settings)) from error
    with bound, closing(open_pool(settings)) as pool:
        try:
            app = create_app(pool, settings)
        except UndertoneError as error:
            raise Failure(str(error)) from error
        with listen(app, bound, settings) as server:
            name = f"[{settings.host}]" if ":" in settings.host else settings.host
            address = f"http://{name}:{bound.getsockname()[1]}/"
            click.echo(f"Undertone listens on {address} (Ctrl-C ends it).")
            click.echo(f"Try the sample: {address}")
            server.run()


def _explain(error: OSError, settings: ServerSettings) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {settings.port} is taken, perhaps by Undertone itself: open http://{settings.host}:{settings.port}/ "
            f"to see, or choose another port: undertone serve --port {settings.port + 1}"
        )
    return f"Cannot listen on {settings.host}, port {settings.port}: {error.strerror}. Choose another with --port."


@main.command()
@click.argument("file", metavar="FILE|-")
@click.option("--json", "form", flag_value="json", help="The JSON that the service would answer.")
@click.option("--table", "form", flag_value="table", default="table", help="Tables to read (the default).")
@click.option("--text", "is_text", is_flag=True, help="The input is plain text in UTF-8, not HTML.")
@click.option("--title", help="The headline that belongs to --text.")
@click.option("--url", help="Where the page comes from; nothing is fetched.")
@click.option("--include", multiple=True, type=click.Choice(INCLUDABLE), help="More to put into the JSON.")
@click.option("--fail-on", type=click.Choice(SEVERITIES), help="Exit with 1 for a remark at least that severe.")
def score(  # noqa: PLR0917 - click passes them by name
    file: str,
    form: str,
    is_text: bool,
    title: str | None,
    url: str | None,
    include: tuple[str, ...],
    fail_on: str | None,
) -> None:
    """Score one saved page (or - for standard input).

    \b
    undertone score page.html
    curl -sL https://news.example/story | undertone score --json -
    undertone score --text --title "Bridge to be repaired" body.txt
    undertone score --fail-on strong page.html
    """
    if title is not None and not is_text:
        raise click.UsageError("--title goes with --text; an HTML page brings its own.")
    held = _read(file)
    try:
        page = Request(text=held.decode(), title=title, url=url) if is_text else Request(html=held, url=url)
        answer = analysis()(AnalyzeRequest(page, tuple(sorted(set(include)))))
    except UnicodeDecodeError as error:
        raise Failure(f"{file}: byte {error.start} is not UTF-8; convert the text to UTF-8.") from error
    except InputError as error:
        raise Failure(f"{file}: {error} ({error.code})") from error
    except UndertoneError as error:
        raise Failure(str(error)) from error
    report = json.loads(answer)
    if form == "json":
        click.echo(answer)
    else:
        tables.print_report(Console(highlight=False), report)
    if fail_on and any(_reaches(finding["severity"], fail_on) for finding in report["findings"] if finding["counts"]):
        sys.exit(FOUND)


def _reaches(severity: str, wanted: str) -> bool:
    names: tuple[str, ...] = SEVERITIES
    return names.index(severity) >= names.index(wanted)


def _read(file: str) -> bytes:
    """The bytes of a file, or just more than the detector takes. Raises `click.UsageError` where it cannot be read."""
    if file.lower().startswith(("http://", "https://")):
        raise click.UsageError(f"Undertone fetches nothing yet. Save the page, or: curl -sL {file} | undertone score -")
    try:
        with click.open_file(file, "rb") as stream:
            held: bytes = stream.read(SETTINGS.page.max_characters * BYTES_PER_CHARACTER + 1)
            return held
    except OSError as error:
        raise click.UsageError(f"{file} cannot be read: {error.strerror}.") from error


def _load_rules() -> rulebook.RuleBook:
    try:
        return rulebook.load()
    except UndertoneError as error:
        raise Failure(str(error)) from error


@main.command()
@click.argument("rule", metavar="[ID]", required=False)
def rules(rule: str | None) -> None:
    """List the rules, or show one with its reason, source and examples.

    \b
    undertone rules
    undertone rules headline.loaded-kicker
    """
    book, console = _load_rules(), Console(highlight=False)
    if rule is None:
        tables.print_rules(console, [describe(book.rules[name]) for name in sorted(book.rules)])
    elif rule in book.rules:
        tables.print_rule(console, describe(book.rules[rule]))
    else:
        raise click.UsageError(f"There is no rule {rule!r}; `undertone rules` lists them.")


@main.command()
def doctor() -> None:
    """Say what is installed, what is wrong and how to mend it."""
    console, found = Console(highlight=False), list(checks.examine())
    rows = [(check.name, check.state, check.found, check.mend) for check in found]
    tables.print_table(console, "", ("what", "state", "found", "how to mend it"), rows)
    if any(check.state == "wrong" for check in found):
        raise Failure("Something Undertone needs is missing; see above.")
