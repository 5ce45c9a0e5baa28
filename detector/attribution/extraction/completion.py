"""What the tagger broke off too early, as the rules have it: said that | , among others, it was old; said they believe
the acid | , which is old, is safe.

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


def _completed(words: TokenTable, tagged: RawQuotation, ruled: RawQuotation | None) -> RawQuotation:
    if ruled is None or len(tagged.content) != 1 or tagged.style == "direct":
        return tagged
    (short,), (whole,) = tagged.content, ruled.content
    if short.start != whole.start or short.end >= whole.end or not _is_broken_off(words, tagged, ruled):
        return tagged
    return replace(tagged, content=ruled.content, style=ruled.style)


def _is_broken_off(words: TokenTable, tagged: RawQuotation, ruled: RawQuotation) -> bool:
    """Whether what is tagged is no clause yet, or ends before a relative clause that its verb comes behind."""
    (first, end), (_, last) = words.tokens_within(tagged.content[0]), words.tokens_within(ruled.content[0])
    if end >= last or words.raw[end] != ",":
        return False
    if end - first == 1 and words.low[first] in words.grammar.noun_phrases.complementizers:
        return True
    if end + 1 >= last or words.low[end + 1] not in words.grammar.clauses.resuming:
        return False
    closing = next((at for at in range(end + 2, last) if words.raw[at] == ","), last)
    return closing + 1 < last and _is_verb(words, closing + 1)


def _is_verb(words: TokenTable, index: int) -> bool:
    return words.is_finite(index) or noun_phrases.is_auxiliary(words, index)
