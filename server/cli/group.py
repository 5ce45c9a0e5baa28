"""A group of commands that are imported when they are asked for; what is wrong with the installation is a sentence."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click

from detector.errors import UndertoneError
from server.cli.exits import Failure
from server.terminal import guard


class Commands(click.Group):
    """`places` names where each command stands, as `module:name`.

    A command ends with `Failure` where it meets an `UndertoneError`, also while it is imported: then a file of the
    package is damaged.
    """

    def __init__(self, *, places: Mapping[str, str], **how: Any) -> None:  # noqa: ANN401 - as click has them
        super().__init__(**how)
        self.places = places

    def main(self, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - as click has them
        """Run the command line. What commands, and click itself, print of others' words cannot steer a terminal."""
        guard()
        return super().main(*arguments, **options)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted(self.places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, `None` where there is none."""
        if cmd_name not in self.places:
            return None
        module, _, name = self.places[cmd_name].partition(":")
        with in_words():
            command: click.Command = getattr(import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Run the command that was chosen."""
        with in_words():
            return super().invoke(ctx)


@contextmanager
def in_words() -> Iterator[None]:
    """Raise `Failure` in place of an `UndertoneError`."""
    try:
        yield
    except UndertoneError as error:
        raise Failure(str(error)) from error
