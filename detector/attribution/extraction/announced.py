"""How far the words go that a line with a colon announces, where no marks tell: what speaks of the announced speaker is
the author's again, and where a post was lost with its markup, all that follows.

Positions are token indices; spans are offsets into the article's text.
"""

from collections.abc import Sequence
from itertools import takewhile

from detector.article import Span, Utterance
from detector.attribution.entities.context import Context
from detector.attribution.tokens.token_table import TokenTable
from detector.settings import SETTINGS

INTRODUCED = 4  # tokens before a name within which "I am" stands


def own_words(context: Context, announced: Utterance, speaker: Span, cue: Sequence[Span]) -> tuple[Span, ...]:
    """The paragraphs of what is announced that are the words of `speaker`; none where it was lost."""
    words = context.words
    if any(_is_posting(words, span) for span in cue) and _is_lost(words, announced.content[0]):
        return ()
    surname = _surname(context, speaker)
    if surname is None:
        return announced.content
    return tuple(takewhile(lambda span: not _speaks_of(words, span, surname), announced.content))


def _is_posting(words: TokenTable, cue: Span) -> bool:
    return not words.grammar.speech_acts.posting.isdisjoint(words.low[slice(*words.tokens_within(cue))])


def _is_lost(words: TokenTable, span: Span) -> bool:
    """Whether a paragraph is longer than any post, and nobody speaks of himself in it."""
    first, last = words.tokens_within(span)
    quoted = any(words.quoted[first:last])
    first_person = not words.grammar.noun_phrases.first_person.isdisjoint(words.low[first:last])
    return len(span) > SETTINGS.structure.post and not quoted and not first_person


def _surname(context: Context, speaker: Span) -> str | None:
    """The last name of a speaker who is a person by his name; bodies speak of themselves by theirs."""
    first, last = context.words.tokens_within(speaker)
    names = context.names_in(first, last)
    if not names or names[-1].kind == "organisation" or names[-1].core[1] != last:
        return None  # Roe's lawyer speaks of Roe
    surname = context.names.surname(names[-1].words)
    full = len(names[-1].words) > 1 and not context.words.is_determiner(first)
    people = (name for name in context.names.mentions if name.kind == "person" or name.titles)
    return surname if full or any(context.names.surname(name.words) == surname for name in people) else None


def _speaks_of(words: TokenTable, span: Span, surname: str) -> bool:
    """Whether a paragraph names the speaker outside quotation marks, not as a label, nor as who says "I am"."""
    first, last = words.tokens_within(span)
    return any(
        words.low[index] == surname
        and not words.quoted[index]
        and words.raw[index + 1 : index + 2] != (":",)
        and not _is_introduced(words, max(first, index - INTRODUCED), index)
        for index in range(first, last)
    )


def _is_introduced(words: TokenTable, first: int, last: int) -> bool:
    grammar, before = words.grammar.noun_phrases, words.low[first:last]
    return not grammar.first_person.isdisjoint(before) and not grammar.be.isdisjoint(before)
