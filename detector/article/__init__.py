"""The values that travel through the detector: frozen, with no behaviour beyond reading themselves.

Offsets are Unicode code points of `Article.text` unless a docstring says otherwise. Text is never altered once an
`Article` is made, so `article.text[span.start:span.end]` is always the words meant.
"""

from detector.article.page import Article, Block, Kind, Link, Markup, Metadata, Part, Run, Span
from detector.article.prose import AUTHOR, Form, Pos, Prose, Sentence, Token
from detector.article.reading import (
    UNKNOWN,
    Claim,
    Frame,
    Genre,
    GenreKind,
    GenreLabel,
    Insight,
    Language,
    Mark,
    Party,
    Passage,
    Quotation,
    Reading,
    Source,
    Voice,
)
from detector.article.utterance import SET_OFF, Style, Utterance
from detector.article.verdict import Finding
from detector.schema.units import SEVERITIES, Severity

__all__ = [
    "AUTHOR",
    "SET_OFF",
    "SEVERITIES",
    "UNKNOWN",
    "Article",
    "Block",
    "Claim",
    "Finding",
    "Form",
    "Frame",
    "Genre",
    "GenreKind",
    "GenreLabel",
    "Insight",
    "Kind",
    "Language",
    "Link",
    "Mark",
    "Markup",
    "Metadata",
    "Part",
    "Party",
    "Passage",
    "Pos",
    "Prose",
    "Quotation",
    "Reading",
    "Run",
    "Sentence",
    "Severity",
    "Source",
    "Span",
    "Style",
    "Token",
    "Utterance",
    "Voice",
]
