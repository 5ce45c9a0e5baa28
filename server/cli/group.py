"""A group of commands that are imported when they are asked for; what is wrong with the installation is a sentence."""

import inspect
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from gettext import gettext as _
from importlib import import_module
from itertools import pairwise
from typing import Any

import click
from click.shell_completion import CompletionItem

from detector.errors import UndertoneError
from server.cli.exits import Failure, in_words
from server.terminal import guard
from server.words import languages, of_environment, speaking

AS_IS = "\b\n"  # how click knows a paragraph whose lines it leaves as they are


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

    def main(self, args: Sequence[str] | None = None, *rest: Any, **options: Any) -> Any:  # noqa: ANN401
        """Run the command line. What commands, and click itself, print of others' words cannot steer a terminal."""
        guard()
        with speaking(_asked(sys.argv[1:] if args is None else args)):
            return super().main(args, *rest, **options)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted(self.places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, `None` where there is none."""
        if cmd_name not in self.places:
            return None
        module, _, name = self.places[cmd_name].place.partition(":")
        with failing_in_words():
            command: click.Command = getattr(import_module(module), name)
        return translated(command)

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """The group's own options, in the language of the environment."""
        return [_translated_option(each) for each in super().get_params(ctx)]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the group's own help, in the language of the environment."""
        click.Command.format_help_text(translated(click.Command(self.name, help=self.help)), ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands of the help text."""
        listed = click.Group(commands=[click.Command(name, help=_(it.summary)) for name, it in self.places.items()])
        listed.format_commands(ctx, formatter)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands, or the group's own options, that begin as typed."""
        found = [
            CompletionItem(name, help=_(it.summary)) for name, it in self.places.items() if name.startswith(incomplete)
        ]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Run the command that was chosen."""
        with failing_in_words():
            return super().invoke(ctx)


def _asked(arguments: Sequence[str]) -> str:
    """The language that the arguments name, before they are parsed, else the environment's."""
    named = [after for option, after in pairwise([*arguments, ""]) if option == "--language"]
    named += [option.partition("=")[2] for option in arguments if option.startswith("--language=")]
    return named[-1] if named and named[-1] in languages() else of_environment()


def translated(command: click.Command) -> click.Command:
    """The command with its help in the language of the environment, paragraph by paragraph: examples stay."""
    localised = copy(command)
    localised.help = "\n\n".join(map(_translated_paragraph, paragraphs(command))) or None
    localised.params = [_translated_option(each) for each in command.params]
    if isinstance(localised, click.Group):
        localised.commands = {name: translated(each) for name, each in localised.commands.items()}
    return localised


def _translated_paragraph(part: str) -> str:
    return AS_IS + _(part.removeprefix(AS_IS)) if part.startswith(AS_IS) else _(part)


def paragraphs(command: click.Command) -> list[str]:
    """The help of a command in its paragraphs, lines joined where they are prose."""
    parts = inspect.cleandoc(command.help or "").split("\n\n")
    return [part if part.startswith(AS_IS) else " ".join(part.split()) for part in parts if part]


def _translated_option(option: click.Parameter) -> click.Parameter:
    if not isinstance(option, click.Option) or not option.help:
        return option
    localised = copy(option)
    localised.help = _(option.help)
    return localised


@contextmanager
def failing_in_words() -> Iterator[None]:
    """Raise `Failure` in place of an `UndertoneError`."""
    try:
        yield
    except UndertoneError as error:
        raise Failure(in_words(error)) from error
