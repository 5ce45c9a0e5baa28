"""Undertone: shows how a news page is written. `Analyzer().analyze(html)` gives a `Report`."""

from importlib import import_module
from typing import TYPE_CHECKING

from detector.errors import (
    BadOptions,
    DataError,
    EmptyInput,
    InputError,
    NotHtml,
    PageTooComplex,
    PageTooLarge,
    UndertoneError,
)

if TYPE_CHECKING:
    from detector.analysis import Analyzer, Options, Report, Request

__all__ = [
    "Analyzer",
    "BadOptions",
    "DataError",
    "EmptyInput",
    "InputError",
    "NotHtml",
    "Options",
    "PageTooComplex",
    "PageTooLarge",
    "Report",
    "Request",
    "UndertoneError",
]


def __getattr__(name: str) -> object:
    """What is loaded when it is first asked for, so that the errors are known before a damaged file raises one."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("detector.analysis"), name)
