"""What can go wrong with a request. Each error has a stable `code` and says what to do next.

UndertoneError
├── InputError              the request cannot be analysed as it is
│   ├── EmptyInput          nothing to read
│   ├── NotHtml             bytes that are no text (an image, a PDF, an archive)
│   ├── PageTooLarge        more characters than the limit
│   ├── PageTooComplex      nesting, tags or attributes beyond what a parser takes in linear time
│   └── BadOptions          an option that does not exist or has a wrong value
└── DataError               a file of the package is missing or damaged (a rule pack, a table, the model)
"""

from collections.abc import Iterator
from contextlib import contextmanager


class UndertoneError(Exception):
    """Any error that Undertone raises on purpose."""

    code = "error"


class InputError(UndertoneError):
    """The request cannot be analysed as it is; the message says what to change."""

    code = "bad-input"


class EmptyInput(InputError):  # noqa: N818 - named for what it says, as in the tree above
    """Nothing to read."""

    code = "empty-input"


class NotHtml(InputError):  # noqa: N818
    """The bytes are no text."""

    code = "not-html"


class PageTooLarge(InputError):  # noqa: N818
    """The page has more characters than `settings.page.max_characters`."""

    code = "page-too-large"


class PageTooComplex(InputError):  # noqa: N818
    """The page would take a parser more than linear time."""

    code = "page-too-complex"


class BadOptions(InputError):  # noqa: N818
    """An option does not exist or has a wrong value."""

    code = "bad-options"


class DataError(UndertoneError):
    """A file of the package is missing or damaged."""

    code = "data-error"


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Read a file of the package within the block. Raises `DataError`, which names it, where it is missing or does not
    hold what it should."""
    try:
        yield
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        reason = f"{type(error).__name__}: {error}"
        raise DataError(f"{name} cannot be read ({reason}): reinstall Undertone.") from error
