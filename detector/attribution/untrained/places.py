"""Who is named elsewhere than as a subject: the document in which something is said, and the agent of a passive verb.

Positions are indices into the tokens of a line.
"""

from collections.abc import Sequence

from detector.attribution.untrained import names, phrases, speakers
from detector.attribution.untrained.lines import Line, Segment
from detector.attribution.untrained.phrases import Phrase
from detector.attribution.untrained.verbs import Cue


def place(line: Line, segment: Segment) -> Phrase | None:
    """The document, or what is named in quotation marks, in which nobody says something: heißt es in | dem Bericht."""
    words = line.grammar.words
    for index in range(segment.first, segment.last):
        if line.low[index] in words.locating:
            phrase = phrases.noun_phrase(line, index + 1, segment.last)
            head = _near(index, phrase)
            if any(names.is_document(line, at) or names.is_outlet(line, at) or line.tokens[at].quoted for at in head):
                return phrase
    return None


def origin(line: Line, segment: Segment) -> Phrase | None:
    """The body that a preposition names where nobody says something: heißt es aus | dem Rathaus, desde | el
    Ayuntamiento aseguran."""
    words = line.grammar.words
    for index in range(segment.first, segment.last):
        if line.low[index] in words.origins:
            phrase = phrases.noun_phrase(line, index + 1, segment.last)
            near = _near(index, phrase)
            if any(line.low[at] in words.bodies or line.low[at].endswith(words.body_endings or ("\0",)) for at in near):
                return phrase
    return None


def place_before(line: Line, cue: Cue) -> Phrase | None:
    """The same, where a clause that tells more stands between: In dem Brief, der vorliegt, | heißt es"""
    first = line.segments[0]
    opened = cue.segment > 1 and not first.quoted and line.low[first.first] in line.grammar.words.locating
    return place(line, first) if opened and not line.has_verb(first) else None


def agent(line: Line, segment: Segment) -> Phrase | None:
    """Who does what a passive verb says: von | der Polizei."""
    for index in range(segment.first, segment.last):
        if line.low[index] in line.grammar.words.agents:
            phrase = phrases.noun_phrase(line, index + 1, segment.last)
            if phrase is not None:
                return phrase
    return None


def _near(index: int, phrase: Phrase | None) -> Sequence[int]:
    """The tokens behind a preposition at `index` among which its phrase has its noun; none without a phrase."""
    return range(index + 1, min(phrase[1], index + 1 + speakers.NEAR)) if phrase is not None else ()
