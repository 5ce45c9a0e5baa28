"""How a command ends: exit codes, and failures that say what to do next."""

from gettext import gettext as _

import click

from detector.errors import DataError, InputError, UndertoneError
from server.terminal import clean
from server.words import DEFAULT, of_environment

FOUND, USAGE, FAILED = 1, 2, 3


class Failure(click.ClickException):
    """Ends the program with a message of one line and exit code 3."""

    exit_code = FAILED

    def __init__(self, message: str) -> None:
        super().__init__(clean(message))


def in_words(error: Exception) -> str:
    """What went wrong, in the language of the environment. The detector says it in English; in another language it is
    what the error's code stands for."""
    from server.problems import PROBLEMS

    message = str(error)
    if of_environment() == DEFAULT or not isinstance(error, UndertoneError):
        return message
    if isinstance(error, InputError):
        return f"{_(PROBLEMS.get(error.code, PROBLEMS['bad-input'])[1])}."
    if isinstance(error, DataError):
        return _("A file of Undertone is missing or damaged ({error}).").format(error=message.rstrip("."))
    return message


class UsageFailure(Failure):
    """Ends the program with a message and exit code 2."""

    exit_code = USAGE
