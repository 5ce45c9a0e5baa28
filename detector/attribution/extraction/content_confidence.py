"""How much of a paraphrase surely is its speaker's. Where the tagger doubts it, the words stay the author's: what an
article is found guilty of must not hide behind a source, and a source must not be given what it never said.

Positions are token indices.
"""

from collections.abc import Sequence
from dataclasses import replace

from detector.article import Span
from detector.attribution.extraction import asides
from detector.attribution.tokens.token_table import TokenTable
from detector.attribution.tokens.types import RawQuotation
from detector.settings import SETTINGS

REPORTING = frozenset({"clause", "hearer"})


def judge_content(words: TokenTable, raws: Sequence[RawQuotation], said: Sequence[float]) -> tuple[RawQuotation, ...]:
    """The same quotations with what of them is `spoken`; `said` is how probable it is of each token that somebody
    says it."""
    return tuple(replace(raw, spoken=_spoken(words, raw, said)) for raw in raws)


def _spoken(words: TokenTable, raw: RawQuotation, said: Sequence[float]) -> tuple[Span, ...]:
    tokens = [words.tokens_within(piece) for piece in raw.content]
    count = sum(last - first for first, last in tokens)
    settings = SETTINGS.attribution
    likely = sum(sum(said[first:last]) for first, last in tokens) >= settings.spoken * count
    if not likely and not _is_plain(words, raw):
        return ()
    found: list[Span] = []
    for first, last in tokens:
        start, end = first, last
        while start < end and said[start] < settings.edge and not words.quoted[start]:
            start += 1
        while end > start and said[end - 1] < settings.edge and not words.quoted[end - 1]:
            end -= 1
        found += [words.span(*piece) for piece in asides.without_asides(words, start, end)]
    return tuple(found)


def _is_plain(words: TokenTable, raw: RawQuotation) -> bool:
    """Whether a verb or a noun of saying gives away a clause with a complementizer, or a noun an infinitive, which
    nobody can mistake: Roe said that …, advice from Roe not to …"""
    first = words.tokens_within(raw.content[0])[0]
    grammar, cues = words.grammar.noun_phrases, words.grammar.cues
    if raw.kind != "speech":
        return False
    cue = [words.low[index] for span in raw.cue for index in range(*words.tokens_within(span))]
    named = not cues.words.speech_nouns.isdisjoint(cue)
    if words.low[first] in grammar.complementizers:
        return named or any(low in cues.verbs and not REPORTING.isdisjoint(cues.verbs[low].frames) for low in cue)
    return named and words.low[first + (words.low[first] in grammar.negation)] in grammar.infinitive
