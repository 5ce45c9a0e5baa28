"""The attributions of an article, as annotators marked them and as they were found."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from detector.article import Article, Block, Part, Span
from detector.attribution import Attribution, RawQuotation
from detector.languages.en import GRAMMAR


@dataclass(frozen=True, slots=True)
class Mark:
    """One attribution, marked or found: the indices of its words, its style, its source's stretches of text, and
    whether it is speech."""

    words: frozenset[int]
    style: str
    source: tuple[Span, ...]
    speech: bool


def article_of(text: str) -> Article:
    """The article of a text whose first paragraph is the headline."""
    pieces = [Span(*match.span()) for match in re.finditer(r"[^\n]+", text) if match[0].strip()]
    parts = [Part.HEADLINE, *[Part.BODY] * len(pieces)]
    return Article(text, tuple(Block(part, span) for part, span in zip(parts, pieces, strict=False)))


def indices(words: Sequence[Span], pieces: Sequence[Span]) -> frozenset[int]:
    """The words that lie wholly in one of `pieces`."""
    return frozenset(k for k, word in enumerate(words) for piece in pieces if piece.contains(word))


def gold_marks(row: Mapping[str, Any], words: Sequence[Span]) -> list[Mark]:
    """The marks of one article, words that the annotators set aside left out."""
    aside = indices(words, [Span(*pair) for pair in row.get("discard", [])])
    marks = [
        Mark(
            indices(words, [Span(*pair) for pair in quote["content_spans"]]) - aside,
            quote["type"],
            tuple(Span(*pair) for pair in quote["source_spans"]),
            is_speech(quote, row["text"]),
        )
        for quote in row["quotes"]
    ]
    return [mark for mark in marks if mark.words]


def is_speech(quote: Mapping[str, Any], text: str) -> bool:
    """Whether a marked attribution is speech by its cue: a verb or a noun of saying, "according to"; or, without a cue,
    by its quotation marks."""
    cues = GRAMMAR.cues
    said = [Span(*pair).of(text).lower().replace("’", "'").split() for pair in quote["cue_spans"]]
    low = {word.strip(",.:;") for piece in said for word in piece}
    if not low:
        return bool(quote["type"] != "indirect")
    verbs = {cues.verbs[word].lemma for word in low if word in cues.verbs and cues.verbs[word].kind == "speech"}
    acts = GRAMMAR.speech_acts
    return bool(verbs - acts.deeds - acts.unspoken or low & (cues.words.speech_nouns | cues.words.attributing_links))


def found_marks(found: Attribution, words: Sequence[Span]) -> list[Mark]:
    """What attribution found, in the same form."""
    return [
        Mark(
            indices(words, quote.content),
            quote.style,
            (quote.source_span,) if quote.source_span else (),
            quote.kind == "speech",
        )
        for quote in found.quotations
    ]


def raw_marks(row: Mapping[str, Any]) -> list[RawQuotation]:
    """The marks of one article as an extractor would hand them to the resolver."""
    return [
        RawQuotation(
            content=tuple(Span(*pair) for pair in quote["content_spans"]),
            cue=tuple(Span(*pair) for pair in quote["cue_spans"]),
            source=Span(*quote["source_spans"][0]) if quote["source_spans"] else None,
            style=quote["type"],
            kind="speech" if is_speech(quote, row["text"]) else "thought",
        )
        for quote in row["quotes"]
    ]
