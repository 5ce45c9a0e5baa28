"""`undertone annotate`: a page with its remarks, or a report about it, as one file that opens anywhere."""

import sys
from pathlib import Path

import click

from server.cli.exits import Failure
from server.cli.inputs import complete_file, language_option, no_model, read, report_on
from server.terminal import clean


@click.command()
@click.argument("file", metavar="FILE|URL|-", shell_complete=complete_file)
@click.option("-o", "--out", default="-", metavar="FILE", help="Where to write the copy; - for standard output.")
@click.option("--report", "wants_report", is_flag=True, help="A report page with charts instead of the copy.")
@click.option("--text", "is_text", is_flag=True, help="The input is plain text in UTF-8, not HTML.")
@click.option("--title", help="The headline that belongs to --text.")
@click.option("--url", help="Where a saved page comes from; it is not fetched.")
@click.option("--json", "as_json", is_flag=True, help="Tell as JSON which remarks were marked and which have no place.")
@language_option
@no_model
def annotate(  # noqa: PLR0917 - click passes them by name
    file: str,
    out: str,
    wants_report: bool,
    is_text: bool,
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

    if title is not None and not is_text:
        raise click.UsageError("--title goes with --text; an HTML page brings its own.")
    if as_json and out == "-":
        raise click.UsageError("--json and the copy cannot both go to standard output; name a file with -o.")
    given = read(file, url)
    report = report_on(given, with_model=with_model, is_text=is_text, title=title, language=language)
    page = given.to_input(is_text=is_text, title=title)
    analysed = Analysed(report, page, given.name, reader=language)
    if wants_report:
        _write(out, FORMATS["report"].render(analysed))
        return
    copy = annotated_copy(analysed)
    _write(out, copy.html.encode("utf-8", "replace"))
    if as_json:
        click.echo(dump({"out": out, "marked": list(copy.marked), "lost": list(copy.lost)}))
    elif out != "-":
        lost = f"; {len(copy.lost)} have no place on the page and are listed" if copy.lost else ""
        click.echo(clean(f"{out}: {len(copy.marked)} remarks marked{lost}."), err=True)


def _write(out: str, content: bytes) -> None:
    if out == "-":
        sys.stdout.buffer.write(content)
        return
    try:
        Path(out).write_bytes(content)
    except OSError as error:
        raise Failure(f"{out} cannot be written: {error.strerror}.") from error
