"""A group of commands that are imported when they are asked for; what is wrong with the installation is a sentence."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click
from click.shell_completion import CompletionItem

from detector.errors import UndertoneError
from server.cli.exits import Failure
from server.terminal import guard


@dataclass(frozen=True, slots=True)
class Command:
    """Where a command stands, as `module:name`, and the first sentence of its help: a list of commands imports none."""

    place: str
    summary: str


class Commands(click.Group):
    """A group whose commands stand elsewhere.

    A command ends with `Failure` where it meets an `UndertoneError`, also while it is imported: then a file of the
    package is damaged.
    """

    def __init__(self, *, places: Mapping[str, Command], **how: Any) -> None:  # noqa: ANN401 - as click has them
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
        module, _, name = self.places[cmd_name].place.partition(":")
        with in_words():
            command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands of the help text."""
        listed = click.Group(commands=[click.Command(name, help=it.summary) for name, it in self.places.items()])
        listed.format_commands(ctx, formatter)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands, or the group's own options, that begin as typed."""
        found = [
            CompletionItem(name, help=it.summary) for name, it in self.places.items() if name.startswith(incomplete)
        ]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]

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
