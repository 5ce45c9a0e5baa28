"""What a verb of reporting gives to its subject: a statement in quotation marks, a clause before or behind it, or what
its object says.

Positions are indices into the tokens of a line.
"""

from collections.abc import Sequence
from itertools import takewhile

from detector.attribution.untrained import circumstances, clauses, endings, infinitives, objects
from detector.attribution.untrained.lines import Line, Segment
from detector.attribution.untrained.objects import joined
from detector.attribution.untrained.phrases import Phrase
from detector.attribution.untrained.verbs import Cue

ASIDE = 8  # tokens of what stands between commas before the clause that is said


def content(line: Line, cue: Cue, subject: Phrase | None, others: Sequence[Cue]) -> tuple[Phrase, ...]:
    """The token ranges of what is said, in order; `others` are the further verbs of reporting of the line. Empty where
    nothing is."""
    segment = line.segments[cue.segment]
    if line.low[segment.first] in line.grammar.words.comparatives and not _is_whole(line, segment):
        return _around(line, cue)
    inside = infinitives.behind(line, subject[1], segment.last) if cue.passive and subject is not None else None
    if (cue.passive or subject is None) and not cue.joined and not line.grammar.pro_drop:
        of_agent = () if inside is None else joined(line, (Segment(inside, segment.last, segment.mark, quoted=False),))
        return of_agent or _of_nobody(line, cue, others)
    ahead = subject is not None and subject[1] <= segment.first
    before = () if ahead else _before(line, cue, others)
    delayed = subject is not None and subject[0] >= segment.last  # …, a dit, ce lundi, | la maire, Anne Roe
    behind = _behind(line, cue, subject, others) or (() if delayed else _resumed(line, cue, before))
    if before and behind and not line.grammar.verb_second and line.low[behind[0][0]] in line.grammar.words.relatives:
        behind = ()  # “…”, dijo Ruiz, | que llegó tarde
    if before and behind and clauses.is_circumstance(line, before, behind):
        before = ()  # Als der Zug anhielt, | sagte er, | dass …
    if before or behind:
        return (*before, *behind)
    quoted = _quoted(line, segment, subject)
    if "object" in cue.frames and not cue.passive:
        return objects.behind(line, cue, subject, others) or quoted or objects.fronted(line, cue, subject)
    return quoted


def _resumed(line: Line, cue: Cue, before: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """What goes on behind a clause that stands inside what is said, so that no verb stands before it: El plan, dice la
    alcaldesa, | cuesta mucho."""
    open_ = before and not any(line.is_verb(at) or line.tokens[at].quoted for at in range(*before[-1]))
    later = line.segments[cue.segment + 1 :]
    if before and clauses.is_inserted(line, cue):
        return joined(line, later)
    if later and line.segments[cue.segment].mark == "—" != later[0].mark:
        return ()  # —No iré —dice, | aún cansada, | Ana Ruiz—.
    goes_on = open_ and later and not line.grammar.verb_second and line.has_verb(later[0])
    return joined(line, later) if goes_on and line.low[later[0].first] not in line.grammar.words.relatives else ()


def _of_nobody(line: Line, cue: Cue, others: Sequence[Cue]) -> tuple[Phrase, ...]:
    """What a verb without a subject reports: a clause that a complementizer or its mood shows, or a quotation."""
    words = line.grammar.words
    before = () if cue.hanging else _before(line, cue, others)
    found = (*before, *_behind(line, cue, None, others))
    direct = line.grammar.verb_second or not cue.passive  # not: elle est | nuancée : « … »
    shown = any(
        line.low[first] in words.complementizers
        or (last - first > 1 and line.low[last - 2] in words.infinitive)
        or any((line.tokens[at].quoted and direct) or line.low[at] in words.reported for at in range(first, last))
        for first, last in found
    )
    return found if shown else ()


def _is_whole(line: Line, segment: Segment) -> bool:
    return len(line.segments) == 1


def _around(line: Line, cue: Cue) -> tuple[Phrase, ...]:
    """All of the line but the clause itself: Wie die Polizei mitteilte, | war die Straße gesperrt."""
    number, segments = cue.segment, line.segments
    later = [each for each in segments[number + 1 :] if not _is_of(line, each, cue)]
    return joined(line, (*segments[:number], *later))


def _is_of(line: Line, segment: Segment, cue: Cue) -> bool:
    return any(segment.first <= at < segment.last and segment.last - segment.first == 1 for at in cue.needed)


def _before(line: Line, cue: Cue, others: Sequence[Cue]) -> tuple[Phrase, ...]:
    """What stands before an inverted clause: Die Wahl sei verloren, | sagte Müller."""
    number = cue.segment
    if number == 0 or cue.frames <= {"object"}:
        return ()
    near = line.segments[number - 1]
    inserted = clauses.is_inserted(line, cue) or line.segments[number].mark == "—"
    told = near.quoted or line.has_verb(near) or any(other.segment == number - 1 for other in others)
    inverted = clauses.is_inverted(line, cue) and (told or number > 1 or inserted)
    pointed = line.low[line.segments[number].first] in line.grammar.words.pointing
    if not (inverted or pointed or (near.quoted and line.segments[number].mark in (",", ""))):
        return ()
    if "thought" in cue.frames and near.quoted is False and not inverted:
        return ()
    closing = inverted and not near.quoted and not line.grammar.verb_second  # X dit que …, | écrit le journal
    inner = [other for other in others if other.segment < number]
    inner = [other for other in inner if not closing or clauses.is_inverted(line, other)]
    floor = max((other.segment + 1 for other in inner), default=0)
    if line.grammar.verb_second and inverted and floor == number and not any(each.joined for each in inner):
        floor = 0  # Der Rat fordert mehr Geld, | sagte die Wirtin
    if clauses.is_setting(line, line.segments[floor:number]):
        return ()
    chosen = list(line.segments[floor:number])
    if not inverted and not pointed:
        chosen = [near]
    elif near.quoted and not line.grammar.verb_second:  # M. Roe est inquiet : | « … », | dit-il
        chosen = list(takewhile(lambda each: each.quoted, reversed(chosen)))[::-1]
    return joined(line, chosen)


def _behind(line: Line, cue: Cue, subject: Phrase | None, others: Sequence[Cue]) -> tuple[Phrase, ...]:
    """What stands behind the clause, and a clause inside it that a complementizer opens."""
    number, words = cue.segment, line.grammar.words
    own, later = line.segments[number], list(line.segments[number + 1 :])
    ceiling = min(
        (other.segment for other in others if other.segment > number and _takes_over(line, other)), default=None
    )
    if ceiling is not None:
        later = list(line.segments[number + 1 : ceiling])
    past = subject[1] if subject is not None and subject[0] >= own.first else 0
    later = endings.reported(line, cue, [each for each in later if not _is_of(line, each, cue) and each.first >= past])
    behind = max((cue.verb, cue.finite, *(subject[1:] if subject else ())))
    inside = next((at for at in range(cue.verb + 1, own.last) if line.low[at] in words.complementizers), None)
    if inside is not None and _is_clausal(cue) and _opens_content(line, cue, subject, inside):
        return joined(line, (Segment(inside, own.last, own.mark, quoted=False), *later))
    inside = infinitives.find(line, cue, subject)
    if inside is not None and _is_clausal(cue):
        return joined(line, (Segment(inside, own.last, own.mark, quoted=False), *later))
    later = _past_name(line, _past_circumstances(line, later))
    if not later or clauses.is_refused(line, cue, later[0]):
        return ()
    first = later[0]
    if first.mark == ":" or first.quoted:
        return joined(line, later)
    if cue.frames <= {"quote"} or not clauses.is_content(line, cue, first, later, behind):
        return ()
    return joined(line, later)


def _is_clausal(cue: Cue) -> bool:
    """Whether a clause can be what a verb reports, not only words in quotation marks."""
    return "quote" not in cue.frames or "clause" in cue.frames


def _past_name(line: Line, later: list[Segment]) -> list[Segment]:
    """Past what only tells more of who speaks, before a colon: Lo dice Ana Ruiz, | maestra jubilada |: «…»"""
    aside = len(later) > 1 and later[1].mark == ":" and later[1].quoted and later[0].mark == ","
    return later[1:] if aside and not line.has_verb(later[0]) else later


def _opens_content(line: Line, cue: Cue, subject: Phrase | None, place: int) -> bool:
    """Whether the complementizer at `place` opens what is said: behind the verb, its subject and circumstances; not
    where it tells more of a noun: prometió una comisión | que …"""
    if line.grammar.verb_second:
        return True
    start = cue.end
    if subject is not None and start <= subject[0] < place:
        start = subject[1] if circumstances.past_circumstances(line, start, subject[0]) == subject[0] else start
    return circumstances.past_circumstances(line, start, line.segments[cue.segment].last) == place


def _past_circumstances(line: Line, later: list[Segment]) -> list[Segment]:
    """The later segments without what stands before the clause that is said: expliquait, ce lundi, | que …"""
    words = line.grammar.words
    for number, segment in enumerate(later):
        if line.low[segment.first] in words.complementizers:
            return later[number:]
        if segment.quoted or segment.mark != "," or line.has_verb(segment) or segment.last - segment.first > ASIDE:
            break
    return later


def _takes_over(line: Line, cue: Cue) -> bool:
    """Whether a later verb of reporting opens a clause of its own: …, und der Minister | erklärte, …"""
    segment = line.segments[cue.segment]
    reported = line.low[cue.finite] in line.grammar.words.reported | line.grammar.words.reported_further
    opened = line.low[segment.first] in line.grammar.words.introducers
    return (clauses.is_inverted(line, cue) or opened) and not reported and not cue.is_thought


def _quoted(line: Line, segment: Segment, subject: Phrase | None) -> tuple[Phrase, ...]:
    """The words in quotation marks inside the clause of the verb, but for those that name its subject."""
    first, last = subject or (0, 0)
    found: list[Phrase] = []
    for index in range(segment.first, segment.last):
        if line.tokens[index].quoted and not first <= index < last:
            if found and found[-1][1] == index:
                found[-1] = (found[-1][0], index + 1)
            else:
                found.append((index, index + 1))
    return tuple(found)
