"""What a command is given: a file, standard input or an address, as bytes and where they came from."""

from dataclasses import dataclass
from gettext import gettext as _

import click
from click.shell_completion import CompletionItem

from detector import Options, Page, Report, Text
from detector.errors import InputError
from detector.settings import SETTINGS
from server import plain_text
from server.cli.exits import Failure, in_words
from server.terminal import clean
from server.words import of_environment

MAX_BYTES = SETTINGS.page.max_characters * 4  # of UTF-8
no_model = click.option(
    "--no-model",
    "with_model",
    flag_value=False,
    default=True,
    help="Use the rules only: several times faster, but without frames and the model's share of scores.",
)


def check_language(context: click.Context, parameter: click.Parameter, code: str | None) -> str:
    """The code of a language that reports are written in. Raises `click.BadParameter`; looked up only when given, for
    packs take half a second to load."""
    if code is None:
        return of_environment()
    from detector import languages

    if code not in languages.spoken():
        message = _("{code!r} is not one of {choices}.").format(code=code, choices=", ".join(languages.spoken()))
        raise click.BadParameter(message, context, parameter)
    return code


text_option = click.option(
    "--text/--html",
    "is_text",
    default=None,
    help="Read the input as plain text (UTF-8) or as HTML.  [default: detected]",
)
language_option = click.option(
    "--language",
    metavar="CODE",
    callback=check_language,
    help="Language of the output, such as en or fr.  [default: from LANG]",
)


@dataclass(frozen=True, slots=True)
class RawInput:
    """What was read: `name` as the user wrote it, its `content` (text where a server declared the encoding)."""

    name: str
    content: str | bytes
    url: str | None = None

    def as_text(self) -> str:
        """The content as UTF-8 text. Raises `Failure` where it is none."""
        if isinstance(self.content, str):
            return self.content
        try:
            return self.content.decode()
        except UnicodeDecodeError as error:
            message = _("{name}: byte {number} is not UTF-8; convert the text to UTF-8.")
            raise Failure(message.format(name=self.name, number=error.start)) from error

    def to_input(self, *, is_text: bool | None = None, title: str | None = None) -> Page | Text:
        """What the detector takes: a page, or a plain text with its headline; where nobody says which, what holds no
        markup is text, and says so. Raises `Failure` where it is not UTF-8, `click.UsageError` for a title of a page.
        """
        if is_text or (is_text is None and plain_text.is_plain(self.content)):
            text = self.as_text()
            if is_text or title is not None:
                return Text(text, title, self.url)
            title, text = plain_text.part(text)
            found = _("{name}: read as plain text; its first line is the headline.")
            none = _("{name}: read as plain text; no headline found (give one with --title).")
            click.echo(clean((found if title else none).format(name=self.name)), err=True)
            return Text(text, title, self.url)
        if title is not None:
            raise click.UsageError(_("--title goes with --text; an HTML page has its own."))
        return Page(self.content, self.url)


def read_input(name: str, url: str | None = None) -> RawInput:
    """Read a file, `-` for standard input, or fetch an http(s) address.

    No more than just over what the detector takes. Raises `click.UsageError` where there is no such file, `Failure`
    where an address gives nothing.
    """
    if name.lower().startswith(("http://", "https://")):
        from server.cli.fetching import fetch
        from server.cli.requesting import FetchError

        try:
            page = fetch(name, max_bytes=MAX_BYTES)
        except FetchError as error:
            raise Failure(f"{name}: {error}") from error
        return RawInput(name, page.content, url or page.url)
    try:
        with click.open_file(name, "rb") as stream:
            return RawInput(name, stream.read(MAX_BYTES + 1), url)
    except FileNotFoundError as error:
        raise click.UsageError(clean(_("{file} does not exist.").format(file=name))) from error
    except OSError as error:
        message = _("{file} cannot be read: {reason}.").format(file=name, reason=error.strerror)
        raise click.UsageError(clean(message)) from error


def complete_file(context: click.Context, argument: click.Parameter, typed: str) -> list[CompletionItem]:
    """Leave it to the shell to complete the name of a file; it is what most people give."""
    return [CompletionItem(typed, type="file")]


def report_on(name: str, page: Page | Text, *, with_model: bool, language: str) -> Report:
    """The report of what was read, in a `language`. Raises `Failure`, with the reason, where there can be none."""
    from server.workers.jobs import build

    try:
        return build(with_model=with_model).analyze(page, Options(language=language))
    except InputError as error:
        raise Failure(f"{name}: {in_words(error)} ({error.code})") from error
