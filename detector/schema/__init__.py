"""The report, once: msgspec Structs that are its Python values, its wire form and its published schema.

All offsets are Unicode code points of `document.text`, half-open. Every field is always present, `null` where there is
nothing; kinds are told apart by `kind`.
"""

from detector.schema.by_dimension import ByDimension
from detector.schema.document import Document, Engine, Genre, Language, Model, Notice, PageKind
from detector.schema.findings import Finding, Position, Quotation, Target
from detector.schema.inputs import INCLUDABLE, Options, Page, Text
from detector.schema.report import SCHEMA, Report
from detector.schema.scores import Levels, Score, ScorePart, Scores, Summary
from detector.schema.units import SEVERITIES, Severity
from detector.schema.voices import Claim, FactCheck, Frame, Link, Party, Quote, Sentence, Source, Voice

__all__ = [
    "INCLUDABLE",
    "SCHEMA",
    "SEVERITIES",
    "ByDimension",
    "Claim",
    "Document",
    "Engine",
    "FactCheck",
    "Finding",
    "Frame",
    "Genre",
    "Language",
    "Levels",
    "Link",
    "Model",
    "Notice",
    "Options",
    "Page",
    "PageKind",
    "Party",
    "Position",
    "Quotation",
    "Quote",
    "Report",
    "Score",
    "ScorePart",
    "Scores",
    "Sentence",
    "Severity",
    "Source",
    "Summary",
    "Target",
    "Text",
    "Voice",
]
