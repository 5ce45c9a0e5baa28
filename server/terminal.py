"""The one place where words lose what could steer a terminal, whoever wrote them: a page, a server, a file's name.

Everything written to standard output or standard error passes a `Guard`: what a command says, click's own errors, the
warnings of a library. Only a `server.screen.Screen`, which lays out and styles tables, writes past it, and cleans its
words itself.
"""

import json
import sys
from collections.abc import Iterable
from gettext import ngettext, pgettext
from typing import Any, BinaryIO, TextIO, cast

LAYOUT = "\n\t"


def clean(value: object) -> str:
    """A value as one line; what could steer a terminal is replaced by a space, `None` is a dash."""
    words = "–" if value is None else str(value)
    return "".join(letter if letter.isprintable() else " " for letter in words)


def harmless(text: str) -> str:
    """Text whose line ends and tabs are kept; any other character that cannot be shown is replaced by a space."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() or letter in LAYOUT else " " for letter in text)


class _Data:
    """The bytes of a terminal's stream. What cannot be shown is escaped as JSON does it: JSON keeps its meaning."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, data: bytes) -> int:
        """Write the bytes of whole UTF-8 characters; returns how many there were."""
        letters = data.decode("utf-8", "replace")
        shown = (it if it.isprintable() or it in LAYOUT else json.dumps(it)[1:-1] for it in letters)
        self._stream.write("".join(shown))
        return len(data)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever bytes streams have
        return getattr(self._stream.buffer, name)


class Guard:
    """A text stream that writes to `unguarded`, without what could steer a terminal.

    Its bytes (`buffer`) are guarded at a terminal alone: programs get data as it is.
    """

    def __init__(self, unguarded: TextIO) -> None:
        self.unguarded = unguarded

    def write(self, text: str) -> int:
        """Write text; returns how many characters there were."""
        return self.unguarded.write(harmless(text))

    def writelines(self, lines: Iterable[str]) -> None:
        """Write one text after another."""
        for line in lines:
            self.write(line)

    @property
    def buffer(self) -> BinaryIO:
        """The stream for bytes."""
        stream = self.unguarded
        return cast("BinaryIO", _Data(stream)) if stream.isatty() else stream.buffer

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever text streams have
        return getattr(self.unguarded, name)


def guard() -> None:
    """Guard standard output and standard error of this process from now on; a second call does nothing."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is not None and not isinstance(stream, Guard):
            setattr(sys, name, Guard(stream))


def rows(number: int) -> str:
    """A number of rows: `1 row`, `1,200 rows`."""
    return ngettext("{count} row", "{count} rows", number).format(count=figure(number))


def figure(number: int) -> str:
    """A number as the reader's language groups its digits: `1,200`."""
    return f"{number:,}".replace(",", pgettext("between thousands", ","))
