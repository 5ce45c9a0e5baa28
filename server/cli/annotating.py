"""`undertone annotate`: a page with its remarks, or a report about it, as one file that opens anywhere."""

import sys
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click

from server.cli.exits import Failure
from server.cli.inputs import complete_file, language_option, no_model, read_input, report_on, text_option
from server.installation import command
from server.terminal import clean, figure

OUT = "annotated.html"  # a name to begin with


@click.command()
@click.argument("file", metavar="FILE|URL|-", shell_complete=complete_file)
@click.option("-o", "--out", metavar="FILE", help="File to write; - for standard output.")
@click.option("--report", "wants_report", is_flag=True, help="Write a report with charts instead of a copy.")
@text_option
@click.option("--title", help="Headline of a plain text.")
@click.option("--url", help="Address a saved page came from. It is not fetched.")
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print as JSON which remarks were marked and which were not found on the page.",
)
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
    """Write an annotated copy of a page.

    The copy is one file without the page's scripts, and it loads nothing from the network.

    \b
    undertone annotate page.html -o annotated.html
    undertone annotate https://news.example/story -o annotated.html
    undertone annotate --report page.html -o report.html
    """
    from detector.export import FORMATS, Analysed, annotated_copy
    from server.wire import dump

    out = _output(file, out, as_json=as_json)
    source = read_input(file, url)
    page = source.to_input(is_text=is_text, title=title)
    report = report_on(source.name, page, with_model=with_model, language=language)
    analysed = Analysed(report, page, source.name, reader=language)
    if wants_report:
        _write(out, FORMATS["report"].render(analysed))
        return
    copy = annotated_copy(analysed)
    _write(out, copy.html.encode("utf-8", "replace"))
    if as_json:
        click.echo(dump({"out": out, "marked": list(copy.marked), "lost": list(copy.lost)}))
    elif out != "-":
        click.echo(clean(f"{out}: {_marked(len(copy.marked), len(copy.lost))}"), err=True)


def _output(file: str, out: str | None, *, as_json: bool) -> str:
    """Where the copy goes. Raises `click.UsageError` where that must be a file and none is named."""
    if out is None and is_terminal():
        typed = command("annotate", file, "-o", OUT)
        raise click.UsageError(_("The copy is a whole page; name its file: {command}").format(command=typed))
    if as_json and out in (None, "-"):
        raise click.UsageError(_("--json and the copy cannot both go to standard output; name a file with -o."))
    return out or "-"


def _marked(marked: int, lost: int) -> str:
    """What became of the remarks, in a sentence."""
    sentence = ngettext("{count} remark marked", "{count} remarks marked", marked).format(count=figure(marked))
    if lost:
        sentence += _("; {count} not found on the page, listed in the panel").format(count=figure(lost))
    return f"{sentence}."


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
        raise Failure(_("{file} cannot be written: {reason}.").format(file=out, reason=error.strerror)) from error
