"""Tables and bars for people, laid out by rich, past the guard of `server.terminal` but as clean."""

import sys
from collections.abc import Iterator
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.progress import Progress, ProgressColumn
from rich.segment import Segment

from server.terminal import harmless


class Screen(Console):
    """A rich console for words of others: it reads no markup in them, and prints no control characters of theirs."""

    def __init__(self, *, stderr: bool = False, **options: Any) -> None:  # noqa: ANN401 - as rich has them
        stream = sys.stderr if stderr else sys.stdout
        options = {"file": getattr(stream, "unguarded", stream)} | options
        super().__init__(markup=False, emoji=False, highlight=False, **options)

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterator[Segment]:
        """The pieces that rich lays out; only its own control codes (of a progress bar) stay as they are."""
        for piece in super().render(renderable, options):
            yield piece if piece.control else piece._replace(text=harmless(piece.text))


def progress_bar(console: Console, *columns: ProgressColumn, transient: bool = False) -> Progress:
    """A bar of `columns` that is shown at a terminal alone.

    Left to itself, rich would take what is written meanwhile and repeat its escape sequences; here it passes the guard.
    """
    return Progress(
        *columns,
        console=console,
        transient=transient,
        disable=not console.is_terminal,
        redirect_stdout=False,
        redirect_stderr=False,
    )
