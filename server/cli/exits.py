"""How a command ends: exit codes, and failures that say what to do next."""

import click

from server.terminal import clean

FOUND, USAGE, FAILED = 1, 2, 3


class Failure(click.ClickException):
    """Ends the program with a message of one line and exit code 3."""

    exit_code = FAILED

    def __init__(self, message: str) -> None:
        super().__init__(clean(message))


class UsageFailure(Failure):
    """Ends the program with a message and exit code 2."""

    exit_code = USAGE
