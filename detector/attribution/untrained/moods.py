"""Speech that goes on without a verb of reporting, told by the mood of its sentences: Konjunktiv I.

After Duden, Die Grammatik: a main clause in Konjunktiv I is reported; one in Konjunktiv II only where the sentence
before was. Positions are indices into the tokens of a line.
"""

from collections.abc import Iterator

from detector.article import Part
from detector.attribution.untrained import objects, phrases, speakers, subjunctives
from detector.attribution.untrained.lines import Line, Segment
from detector.attribution.untrained.phrases import Phrase
from detector.attribution.untrained.report import Report

CONTINUES = 2  # units, paragraphs here, within which speech goes on


def continued(line: Line, before: Line | None, last: Report | None) -> Iterator[Report]:
    """The line, or its clauses, as words of whom the line `before` speaks of or of the `last` who spoke, where their
    mood shows that they are reported."""
    if line.part is not Part.BODY:
        return
    further = before is not None and last is not None and last.line is before
    words = line.grammar.words
    moods = words.reported | (words.reported_further if further else frozenset())
    segments = [each for each in line.segments if not each.quoted and _is_reported(line, each, moods)]
    if not segments or _is_unreal(line):
        return
    main = any(not _is_dependent(line, each) for each in segments)
    content = objects.joined(line, line.segments if main else segments)
    near = last is not None and line.block - last.line.block <= CONTINUES
    source = None if further or before is None else _topic(before)
    if source is not None and before is not None and before.block == line.block:
        yield Report(before, content, (), source, before=line)
    elif near:
        yield Report(line, content, again=True)
    else:
        yield Report(line, content)


def _is_reported(line: Line, segment: Segment, moods: frozenset[str]) -> bool:
    return subjunctives.is_subjunctive(line, segment) or any(
        line.low[at] in moods and not line.tokens[at].quoted and not line.capital(at) and not _is_of_writer(line, at)
        for at in range(segment.first, segment.last)
    )


def _is_of_writer(line: Line, index: int) -> bool:
    """Whether a verb in Konjunktiv II says what the writer or anybody might do: man | könnte | meinen."""
    words, beside = line.grammar.words, line.low[max(0, index - 1) : index + 2]
    return line.low[index] not in words.reported and not words.first_person.isdisjoint(beside)


def _is_dependent(line: Line, segment: Segment) -> bool:
    words = line.grammar.words
    told = segment.first > 1 and line.low[segment.first - 2] in words.speech_nouns  # die Behauptung, | man könne …
    return told or (segment.first > 0 and line.low[segment.first] in words.subordinators | words.relatives)


def _is_unreal(line: Line) -> bool:
    unreal = line.grammar.words.unreal
    return any(line.low[at : at + len(phrase)] == phrase for phrase in unreal for at in range(len(line.low)))


def _topic(line: Line) -> Phrase | None:
    """Who a line speaks of: its first noun phrase, where that can speak."""
    phrase = phrases.noun_phrase(line, 0, line.segments[0].last) if line.segments else None
    if phrase is None or phrases.is_pronoun(line, phrase[0]):
        return None
    spoken = line.grammar.capital_nouns and any(
        line.low[at] in line.grammar.words.speech_nouns for at in range(phrase[0], min(phrase[1], phrase[0] + 2))
    )  # Die Begründung …
    return phrase if speakers.is_likely(line, phrase) and not spoken else None
