"""Undertone: shows how a news page is written. `Analyzer().analyze(html)` gives a `Report`."""

import os

# Some libraries report to their makers unless told not to, and look whether they are when they are loaded. Whoever
# imports any part of this package comes past here first, and the processes started later inherit what is set. It
# overrides what the caller chose: that nothing leaves the machine is promised to the reader.
os.environ |= {
    "ORT_DISABLE_TELEMETRY": "1",  # onnxruntime, from 1.29 on
    "RAY_USAGE_STATS_ENABLED": "0",  # ray
    "HF_HUB_DISABLE_TELEMETRY": "1",  # huggingface_hub, which transformers and tokenizers bring along
    "DO_NOT_TRACK": "1",  # whatever heeds the switch that is meant for all
}

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
