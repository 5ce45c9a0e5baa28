"""Who is never a source: pronouns that stand for nobody, everybody and nobody, the writer, things that cannot speak.

Positions are token indices.
"""

from detector.attribution.coreference import heads
from detector.attribution.entities.context import Context
from detector.attribution.syntax import animacy
from detector.attribution.syntax.noun_phrases import Phrase


def is_no_source(context: Context, phrase: Phrase) -> bool:
    """Whether the phrase at a token range names nobody who could be shown as a source."""
    words, grammar, (first, last) = context.words, context.grammar, phrase
    nobody, own = grammar.coreference.nobody, grammar.coreference.own
    named = last - 1 in context.names.by_token and words.low[first] not in own
    opening = last - first == 1 and (words.pos[first] == "ADP" or words.low[first] in grammar.clauses.dependent)
    opening |= last - first == 1 and words.low[first] in grammar.coreference.generic
    if opening or words.low[first] in grammar.coreference.anybody | grammar.noun_phrases.negation:
        return True  # After | criticising Roe; everyone on the council; not all members
    shown = _is_picture(context, phrase)
    if shown or named or words.low[last - 1].endswith(grammar.coreference.age_endings):
        return shown
    if words.low[first] in own and words.low[heads.head_index(words, first, last)] in grammar.parties.studies:
        return False  # our report, which says more than the writer does here
    bare = first + (words.low[first] in grammar.noun_phrases.definite and last - first > 1)
    if words.low[first] in own or all(low in nobody for low in words.low[bare:last]):
        return True
    governed = not grammar.noun_phrases.genitive.isdisjoint(words.low[first + 1 : first + 2])
    if words.low[first] in nobody and governed:
        return not animacy.can_speak(words, (first + 2, last)) if last > first + 2 else True
    return not animacy.can_speak(words, phrase)


def is_shown(context: Context, phrase: Phrase, cue: str | None) -> bool:
    """Whether it is a video that only shows something, by the verb `cue` or by none; one that says something is a
    document."""
    words, grammar = context.words, context.grammar.coreference
    shows = cue is None or not grammar.showing.isdisjoint(cue.lower().split())
    return shows and words.low[heads.head_index(words, *phrase)] in grammar.videos


def _is_picture(context: Context, phrase: Phrase) -> bool:
    """Whether it is what shows something, or a book of scripture: photos, the Bible."""
    words, grammar = context.words, context.grammar.coreference
    head = heads.head_index(words, *phrase)
    if words.low[head] in grammar.scriptures:
        return head - phrase[0] < 2
    named = words.capital(head) and head > words.unit_at(head).first  # Prime Video
    return words.low[head] in grammar.exhibits and not named
