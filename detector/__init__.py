"""Undertone: shows how a news page is written. `Analyzer().analyze(Page(html))` gives a `Report`."""

import os
from importlib import import_module
from typing import TYPE_CHECKING

# Some libraries report to their makers unless told not to, and look whether they are when they are loaded. Whoever
# imports any part of this package comes past here first, and the processes started later inherit what is set. It
# overrides what the caller chose: that nothing leaves the machine is promised to the reader.
os.environ |= {
    "ORT_DISABLE_TELEMETRY": "1",  # onnxruntime, from 1.29 on
    "RAY_USAGE_STATS_ENABLED": "0",  # ray
    "HF_HUB_DISABLE_TELEMETRY": "1",  # huggingface_hub, which transformers and tokenizers bring along
    "DO_NOT_TRACK": "1",  # whatever heeds the switch that is meant for all
}

from detector import errors
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
    from detector.analysis import Analyzer
    from detector.schema import Options, Page, Report, Text

__all__ = [
    "Analyzer",
    "BadOptions",
    "DataError",
    "EmptyInput",
    "InputError",
    "NotHtml",
    "Options",
    "Page",
    "PageTooComplex",
    "PageTooLarge",
    "Report",
    "Text",
    "UndertoneError",
    "errors",
]


def __getattr__(name: str) -> object:
    """What is loaded when it is first asked for, so that the errors are known before a damaged file raises one."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("detector.analysis" if name == "Analyzer" else "detector.schema"), name)
