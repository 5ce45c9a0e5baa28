"""Undertone: shows how a news page is written. `Analyzer().analyze(html)` gives a `Report`."""

from detector.analysis import Analyzer, Options, Report, Request
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
