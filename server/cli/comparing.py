"""`undertone compare`: the same event as several pages tell it."""

from collections.abc import Mapping, Sequence
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from server.cli.exits import Failure
from server.cli.inputs import MAX_BYTES, RawInput, complete_file, language_option, no_model, read_input, report_on
from server.installation import command
from server.terminal import figure


@click.command()
@click.argument("files", metavar="FILE|URL…", nargs=-1, required=True, shell_complete=complete_file)
@click.option("--json", "as_json", is_flag=True, help="Print the comparison as JSON.")
@click.option("--html", "page", metavar="FILE", help="Write the comparison as a web page.")
@language_option
@no_model
def compare(files: Sequence[str], as_json: bool, page: str | None, language: str, with_model: bool) -> None:
    """Compare pages about the same event.

    The comparison shows headlines, levels, sources, who is heard, and frames. Each file is a page, or a report saved
    with `undertone score --json`.

    \b
    undertone compare courier.html herald.html
    undertone compare --html both.html https://a.example/story https://b.example/story
    undertone compare --json courier.json herald.json
    """
    from detector.export import side_by_side
    from detector.export.comparison import compare as lay_side_by_side
    from detector.export.texts import ReportTexts
    from server.cli import console
    from server.screen import Screen
    from server.wire import dump

    if len(files) < 2:
        raise click.UsageError(_("A comparison needs at least two pages."))
    reports = [_report(read_input(name), language, with_model=with_model) for name in files]
    comparison = lay_side_by_side(reports, _labels(reports, files), language)
    if page is not None:
        try:
            Path(page).write_text(side_by_side.render(comparison, language), encoding="utf-8", errors="replace")
        except OSError as error:
            raise Failure(_("{file} cannot be written: {reason}.").format(file=page, reason=error.strerror)) from error
    if as_json:
        click.echo(dump(comparison))
    elif page is None:
        console.print_comparison(Screen(), comparison, ReportTexts(language))


def _report(source: RawInput, language: str, *, with_model: bool) -> Mapping[str, Any]:
    """The report of a page, or what was stored of one. Raises `Failure` where it is damaged or no report of ours."""
    from msgspec import ValidationError, to_builtins
    from msgspec.json import decode

    from detector.dimensions import registry
    from detector.export.comparable import ComparableReport
    from detector.schema import SCHEMA

    start = source.content[:4096].lstrip()
    if (b"{" if isinstance(start, bytes) else "{") != start[:1]:
        return report_on(source.name, source.to_input(), with_model=with_model, language=language).to_dict(("text",))
    if len(source.content) > MAX_BYTES:
        message = _("{name}: larger than {bytes} bytes, so not one of our reports.")
        raise Failure(message.format(name=source.name, bytes=figure(MAX_BYTES)))
    try:
        stored: dict[str, Any] = to_builtins(decode(source.content, type=ComparableReport))
        if missing := [each.id for each in registry.DIMENSIONS if each.id not in stored["scores"]]:
            raise ValidationError(f"there is no score of {missing[0]}")
    except ValidationError as error:
        message = _("{name}: not a report of the form {schema} ({error}); make one with {command}.")
        typed = command("score", "--json")
        raise Failure(message.format(name=source.name, schema=SCHEMA, error=error, command=typed)) from error
    except RecursionError as error:
        raise Failure(_("{name}: nested too deeply to be a report.").format(name=source.name)) from error
    except ValueError as error:  # no JSON, or no UTF-8
        message = _("{name}: neither a page nor a report in JSON ({error}).")
        raise Failure(message.format(name=source.name, error=error)) from error
    return stored


def _labels(reports: Sequence[Mapping[str, Any]], files: Sequence[str]) -> list[str]:
    """What each page is called: its site where all sites are known and differ, else the file."""
    sites = [str(report["document"]["site"] or "") for report in reports]
    if all(sites) and len(set(sites)) == len(sites):
        return sites
    return list(files)
