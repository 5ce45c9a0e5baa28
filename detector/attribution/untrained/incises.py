"""Clauses of reporting that stand inside the quotation marks: « Le quai, | explique la maire |, ferme. »

French and Spanish news leave the marks open around them (Grevisse, Le Bon Usage § 132). Positions are indices into the
tokens of a line.
"""

from dataclasses import replace

from detector.attribution.untrained import clauses, phrases, speakers, subjects, verbs
from detector.attribution.untrained.lines import ENDS, Line, resegmented

MARKS = frozenset({",", "—", "–"})
LONGEST = 24  # tokens of the longest clause with all that it tells of who speaks


def opened(line: Line) -> Line:
    """The line with the clauses of reporting inside its quotations taken out of the quotation marks."""
    if line.grammar.verb_second:
        return line
    inserted, index = set[int](), 0
    while index < len(line.tokens) - 1:
        end = _end(line, index) if line.tokens[index].quoted and line.tokens[index].text in MARKS else None
        if end is not None:
            inserted.update(range(index, end))
        index = end - 1 if end is not None else index + 1
    if not inserted:
        return line
    tokens = [replace(each, quoted=False) if at in inserted else each for at, each in enumerate(line.tokens)]
    return resegmented(line, tuple(tokens))


def _end(line: Line, mark: int) -> int | None:
    """Behind the mark that closes a clause of reporting which the mark at a place opens; `None` where none does."""
    start, stop = mark + 1, _stop(line, mark + 1)
    if stop - start < 2 or not _begins(line, start):
        return None
    tokens = tuple(replace(each, quoted=False) for each in line.tokens[start:stop])
    clause = resegmented(replace(line, low=line.low[start:stop]), tokens)
    cue = next(iter(verbs.find_cues(clause)), None)
    if cue is None or cue.segment or cue.frames <= {"object"} or not clauses.is_inverted(clause, cue):
        return None
    last = start + clause.segments[0].last
    if cue.joined:
        return _past(line, last) if cue.joined not in line.grammar.words.first_person else None
    phrase = None if clauses.is_denied(clause, cue) else subjects.subject(clause, cue)
    if phrase is None or phrase[0] <= cue.finite or not _speaks(clause, phrase):
        return None
    return _past(line, max(last, start + phrase[1]))


def _stop(line: Line, start: int) -> int:
    """Where the quotation or its sentence ends, at most so far behind as a clause of reporting can."""
    ceiling = min(len(line.tokens), start + LONGEST)
    ends = (at for at in range(start, ceiling) if not line.tokens[at].quoted or line.tokens[at].text in ENDS)
    return next(ends, ceiling)


def _begins(line: Line, start: int) -> bool:
    """Whether a verb of reporting stands at a place, or an auxiliary, behind a reflexive pronoun perhaps."""
    words = line.grammar.words
    start += line.low[start] in words.reflexive
    verb = line.grammar.unjoin(line.low[min(start, len(line.low) - 1)])[0]
    return verb in line.grammar.forms or verb in words.active


def _speaks(clause: Line, phrase: tuple[int, int]) -> bool:
    words, low = clause.grammar.words, clause.low[phrase[0]]
    third = phrases.is_pronoun(clause, phrase[0]) and low not in words.first_person | words.impersonal
    return third or (low not in words.ours and speakers.is_named(clause, phrase))


def _past(line: Line, end: int) -> int:
    """Past the mark that closes a clause."""
    return end + (end < len(line.tokens) and line.tokens[end].text in MARKS | ENDS)
