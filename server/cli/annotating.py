"""`undertone annotate`: a page with its remarks, or a report about it, as one file that opens anywhere."""

import sys
from pathlib import Path

import click

from server.cli.exits import Failure
from server.cli.inputs import complete_file, language_option, no_model, read, report_on, text_option
from server.installation import command
from server.terminal import clean, counted

OUT = "annotated.html"  # a name to begin with


@click.command()
@click.argument("file", metavar="FILE|URL|-", shell_complete=complete_file)
@click.option("-o", "--out", metavar="FILE", help="Where to write the copy; - for standard output.")
@click.option("--report", "wants_report", is_flag=True, help="A report page with charts instead of the copy.")
@text_option
@click.option("--title", help="The headline of a plain text.")
@click.option("--url", help="Where a saved page comes from; it is not fetched.")
@click.option("--json", "as_json", is_flag=True, help="Tell as JSON which remarks were marked and which have no place.")
@language_option
@no_model
def annotate(  # noqa: PLR0917 - click passes them by name
    file: str,
    out: str | None,
    wants_report: bool,
    is_text: bool | None,
    title: str | None,
    url: str | None,
    as_json: bool,
    language: str,
    with_model: bool,
) -> None:
    """Write a copy of a page with its remarks at the right words: one file, no scripts of the page, no requests.

    \b
    undertone annotate page.html -o annotated.html
    undertone annotate https://news.example/story -o annotated.html
    undertone annotate --report page.html -o report.html
    """
    from detector.export import FORMATS, Analysed, annotated_copy
    from server.wire import dump

    if out is None and is_terminal():
        raise click.UsageError(f"The copy is a whole page; name its file: {command('annotate', file, '-o', OUT)}")
    out = out or "-"
    if as_json and out == "-":
        raise click.UsageError("--json and the copy cannot both go to standard output; name a file with -o.")
    given = read(file, url)
    page = given.to_input(is_text=is_text, title=title)
    report = report_on(given.name, page, with_model=with_model, language=language)
    analysed = Analysed(report, page, given.name, reader=language)
    if wants_report:
        _write(out, FORMATS["report"].render(analysed))
        return
    copy = annotated_copy(analysed)
    _write(out, copy.html.encode("utf-8", "replace"))
    if as_json:
        click.echo(dump({"out": out, "marked": list(copy.marked), "lost": list(copy.lost)}))
    elif out != "-":
        lost = f"; {len(copy.lost)} without a place on the page, listed there" if copy.lost else ""
        click.echo(clean(f"{out}: {counted(len(copy.marked), 'remark')} marked{lost}."), err=True)


def is_terminal() -> bool:
    """Whether standard output is somebody's screen."""
    return sys.stdout.isatty()


def _write(out: str, content: bytes) -> None:
    if out == "-":
        sys.stdout.buffer.write(content)
        return
    try:
        Path(out).write_bytes(content)
    except OSError as error:
        raise Failure(f"{out} cannot be written: {error.strerror}.") from error
