"""What the tagger broke off too early, as the rules have it: said that | , among others, it was old; said they believe
the acid | , which is old, is safe; said that while it was old | , it was safe. And the first of two who speak together,
whom the tagger alone may have: | the council and | the board said.

Positions are token indices.
"""

from collections.abc import Sequence
from dataclasses import replace

from detector.attribution.syntax import noun_phrases
from detector.attribution.tokens.token_table import TokenTable
from detector.attribution.tokens.types import RawQuotation


def complete(
    words: TokenTable, tagged: Sequence[RawQuotation], ruled: Sequence[RawQuotation]
) -> tuple[RawQuotation, ...]:
    """The quotations `tagged`, those broken off with the content that the rules (`ruled`) give to the same cue."""
    by_cue = {each.cue[0].end: each for each in ruled if each.cue and len(each.content) == 1}
    return tuple(_completed(words, each, by_cue.get(each.cue[0].end)) if each.cue else each for each in tagged)


def join_speakers(
    words: TokenTable, tagged: Sequence[RawQuotation], ruled: Sequence[RawQuotation]
) -> tuple[RawQuotation, ...]:
    """The quotations `ruled`, with whoever the tagger (`tagged`) has before "and" as the source of the same cue too."""
    by_cue = {each.cue[0].end: each for each in tagged if each.cue and each.source}
    return tuple(_joined(words, each, by_cue.get(each.cue[0].end)) if each.cue else each for each in ruled)


def _joined(words: TokenTable, ruled: RawQuotation, tagged: RawQuotation | None) -> RawQuotation:
    if tagged is None or tagged.source is None or ruled.source is None:
        return ruled
    whole, last = words.tokens_within(tagged.source), words.tokens_within(ruled.source)
    link = last[0] - 1
    joined = whole[0] < link and words.low[link] in words.grammar.noun_phrases.additive
    lexicon, opens, noun = words.grammar.coreference, words.low[last[0]], words.low[last[1] - 1]
    others = opens in lexicon.further and words.grammar.singular(noun) != noun
    if whole[1] != last[1] or not joined or others or opens in lexicon.owners:
        return ruled  # and | his wife |, Ida Pell, said; and | other workers | said
    first = noun_phrases.before(words, link, words.unit_at(link).first)
    return ruled if first is None or first[0] != whole[0] else replace(ruled, source=tagged.source)


def _completed(words: TokenTable, tagged: RawQuotation, ruled: RawQuotation | None) -> RawQuotation:
    if ruled is None or len(tagged.content) != 1 or tagged.style == "direct":
        return tagged
    (short,), (whole,) = tagged.content, ruled.content
    if short.start != whole.start or short.end >= whole.end or not _is_broken_off(words, tagged, ruled):
        return tagged
    return replace(tagged, content=ruled.content, style=ruled.style)


def _is_broken_off(words: TokenTable, tagged: RawQuotation, ruled: RawQuotation) -> bool:
    """Whether what is tagged is no clause yet, no more than a dependent one, or ends before a relative clause that its
    verb comes behind."""
    (first, end), (_, last) = words.tokens_within(tagged.content[0]), words.tokens_within(ruled.content[0])
    if end >= last or words.raw[end] != ",":
        return False
    opens = first + (words.low[first] in words.grammar.noun_phrases.complementizers)
    if opens == end:
        return True
    if words.low[opens] in words.grammar.clauses.dependent and "," not in words.raw[opens:end]:
        return any(_is_verb(words, index) for index in range(end + 1, last))
    phrase = noun_phrases.after(words, opens, end)
    if (end + 1 >= last or words.low[end + 1] not in words.grammar.clauses.resuming) and phrase != (opens, end):
        return False
    closing = next((at for at in range(end + 2, last) if words.raw[at] == ","), last)
    return closing + 1 < last and _is_verb(words, closing + 1)


def _is_verb(words: TokenTable, index: int) -> bool:
    return words.is_finite(index) or noun_phrases.is_auxiliary(words, index)
