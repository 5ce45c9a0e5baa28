"""Where what is reported ends and the author goes on in the same sentence, in languages whose verb comes second.

Positions are indices into the tokens of a line.
"""

from collections.abc import Sequence

from detector.attribution.untrained import relatives
from detector.attribution.untrained.lines import Line, Segment
from detector.attribution.untrained.verbs import Cue

DASHES = frozenset({"–", "—", "--"})
SECOND = 3  # tokens among which the verb of a main clause comes second


def reported(line: Line, cue: Cue, later: Sequence[Segment]) -> list[Segment]:
    """Of the segments behind a clause of reporting those that may be what it reports."""
    if not line.grammar.verb_second:
        return list(later)
    if later and _is_opening(line, cue, later[0]):
        return []
    for number, segment in enumerate(later):
        if number and (_is_comment(line, segment, later[number:]) or _is_authors(line, later[0], segment)):
            return list(later[:number])
    return list(later)


def _is_opening(line: Line, cue: Cue, following: Segment) -> bool:
    """Whether a dependent clause only opens the sentence: Während die Stadt Verluste meldet, | steigen | die Preise."""
    words, segment = line.grammar.words, line.segments[cue.segment]
    opened = cue.segment == 0 and line.low[segment.first] in words.subordinators - words.comparatives
    goes_on = any(line.low[at] in words.coordinators for at in range(cue.verb, segment.last))  # lobte und | half
    closes = relatives.is_final(line, cue) or goes_on
    return opened and closes and line.is_verb(following.first) and not following.quoted


def _is_comment(line: Line, segment: Segment, rest: Sequence[Segment]) -> bool:
    """Whether a dash opens what the author adds: sie sagt, dass es gut sei | – ein Wort, das viel verrät."""
    alone = segment.mark in DASHES and not any(each.mark in DASHES for each in rest[1:])
    return (
        alone
        and not segment.quoted
        and line.low[segment.first] in line.grammar.words.articles
        and not line.has_verb(segment)
    )


def _is_authors(line: Line, first: Segment, segment: Segment) -> bool:
    """Whether a main clause follows without the mood that the first one has: er sagt, es gehe gut, | die Zahlen sinken
    aber."""
    words = line.grammar.words
    moods = words.reported | words.reported_further
    moody = any(line.low[at] in words.reported for at in range(first.first, first.last))
    if not moody or first.quoted or segment.quoted or segment.mark != ",":
        return False
    inside = range(segment.first, segment.last)
    if any(line.low[at] in moods or line.tokens[at].quoted for at in inside):
        return False
    opens = line.low[segment.first]
    small = words.subordinators | words.relatives | words.complementizers | words.coordinators | words.prepositions
    second = any(line.is_verb(at) for at in range(segment.first + 1, min(segment.last, segment.first + SECOND)))
    return opens not in small and opens not in words.asking and second and not line.is_verb(segment.last - 1)


def next_verb(line: Line, start: int, last: int) -> int | None:
    """Where a further verb follows that reports nothing: spricht von Gründen | und verweigert eine Antwort."""
    places = (at for at in range(start + 1, last - 1) if line.low[at] in line.grammar.words.coordinators)
    return next((at for at in places if line.is_verb(at + 1) and line.low[at + 1] not in line.grammar.forms), None)
