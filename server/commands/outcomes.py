"""How a command ends: exit codes, and failures that say what to do next."""

import click

FOUND, USAGE, FAILED = 1, 2, 3


class Failure(click.ClickException):
    """Ends the program with a message and exit code 3."""

    exit_code = FAILED


class UsageFailure(Failure):
    """Ends the program with a message and exit code 2."""

    exit_code = USAGE
