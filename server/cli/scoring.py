"""`undertone score`: one page as tables, or in a format that other programs take."""

import sys
from collections.abc import Callable

import click

from detector.export import FORMATS, Analysed
from detector.schema import INCLUDABLE, SEVERITIES, Finding
from server.cli.exits import FOUND
from server.cli.inputs import complete_file, language_option, no_model, read_input, report_on, text_option

TABLE = "table"
PRINTED = [form for form in FORMATS.values() if form.media_type != "text/html"]  # pages are written by `annotate`


def form_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command one option for each format that can be printed."""
    for form in reversed(PRINTED):
        command = click.option(f"--{form.id}", "form", flag_value=form.id, help=form.summary)(command)
    return command


@click.command()
@click.argument("file", metavar="FILE|URL|-", shell_complete=complete_file)
@click.option("--table", "form", flag_value=TABLE, default=TABLE, help="Print tables (the default).")
@form_options
@text_option
@click.option("--title", help="Headline of a plain text.")
@click.option("--url", help="Address a saved page came from. It is not fetched.")
@click.option("--include", multiple=True, type=click.Choice(INCLUDABLE), help="Add this to the JSON.")
@language_option
@click.option("--fail-on", type=click.Choice(SEVERITIES), help="Exit with code 1 if a remark is at least this severe.")
@no_model
def score(  # noqa: PLR0917 - click passes them by name
    file: str,
    form: str,
    is_text: bool | None,
    title: str | None,
    url: str | None,
    include: tuple[str, ...],
    language: str,
    fail_on: str | None,
    with_model: bool,
) -> None:
    """Score one page or text.

    The input is a saved file, an address, or - for standard input. An address is fetched once, by this command itself,
    and only if the site's robots.txt allows it.

    \b
    undertone score page.html
    undertone score https://news.example/story
    undertone score story.txt
    undertone score --title "Bridge to be repaired" body.txt
    undertone score --sarif --fail-on strong page.html > page.sarif
    """
    source = read_input(file, url)
    page = source.to_input(is_text=is_text, title=title)
    report = report_on(source.name, page, with_model=with_model, language=language)
    analysed = Analysed(report, page, source.name, tuple(sorted(include)), language)
    if form == TABLE:
        from server.cli import console
        from server.screen import Screen

        console.print_report(Screen(), analysed.to_dict("text"), analysed.texts)
    else:
        content = FORMATS[form].render(analysed)
        click.echo(content, nl=not content.endswith(b"\n"))
    if fail_on and any(_reaches(finding, fail_on) for finding in report.findings if finding.scored):
        sys.exit(FOUND)


def _reaches(finding: Finding, wanted: str) -> bool:
    names: tuple[str, ...] = SEVERITIES
    return names.index(finding.severity) >= names.index(wanted)
