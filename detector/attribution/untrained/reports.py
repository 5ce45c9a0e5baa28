"""What is reported where, line by line: by verbs, by phrases ("laut Polizei"), by the mood of a sentence, or by
quotation marks alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from detector.article import Part, Span, Style
from detector.attribution.untrained import (
    contents,
    dialogues,
    frames,
    moods,
    names,
    phrases,
    speakers,
    subjects,
    topics,
    verbs,
)
from detector.attribution.untrained.lines import Line
from detector.attribution.untrained.phrases import Phrase
from detector.attribution.untrained.report import Report


def find_reports(lines: Iterable[Line], set_off: Sequence[Span]) -> Iterator[Report]:
    """The reports of an article, in the order of the text, but those inside what is `set_off` by markup or layout."""
    last: Report | None = None
    before: Line | None = None
    topic: topics.Topic | None = None
    dialogue: Line | None = None
    for line in lines:
        whole = line.span(0, len(line.tokens))
        if any(whole.overlaps(piece) for piece in set_off):
            continue
        found = list(_of_line(line, before)) or list(moods.continued(line, before, last))
        if topic is not None and _is_near(line, topic[0], last):
            found = [replace(report, topic=topic) if report.again else report for report in found]
        elif not found and dialogues.is_within(line, dialogue):
            found = [Report(line, contents.joined(line, line.segments), again=True)]
        yield from found
        dialogue = line if dialogues.goes_on(line, dialogue, any(report.cue for report in found)) else None
        spoken = [report for report in found if report.source or report.again or report.joined]
        last, before = (spoken[-1] if spoken else last), line
        topic = None if spoken else topics.topic(line) or topic


def _is_near(line: Line, about: Line, last: Report | None) -> bool:
    """Whether a line may go on about whom the line `about` is: in its paragraph, or in the next where nobody spoke."""
    return about.block == line.block or (last is None and line.block - about.block == 1)


def _of_line(line: Line, before: Line | None) -> Iterator[Report]:
    """The reports of one line that its own words show."""
    if line.part not in (Part.BODY, Part.HEADLINE):
        return
    cues = list(verbs.find_cues(line))
    found = list(_by_verbs(line, cues, before))
    found += [report for report in _by_frames(line, cues) if not _is_within(report, found)]
    found += list(_by_marks(line, found))
    yield from sorted(found, key=lambda report: report.content)


def _by_verbs(line: Line, cues: Sequence[verbs.Cue], before: Line | None) -> Iterator[Report]:
    for cue in cues:
        anyone = subjects.is_anyone(line, cue)
        source = None if anyone else subjects.subject(line, cue)
        if subjects.is_denied(line, cue) or (source is not None and not _may_speak(line, cue, source)):
            continue
        marks = tuple((at, at + 1) for at in sorted({cue.finite, cue.verb, *cue.needed}))
        if before is not None and subjects.takes_up(line, cue) and source is not None and before.block == line.block:
            yield Report(line, contents.joined(before, before.segments), marks, source, before=before)
            continue
        others = [other for other in cues if other is not cue]
        said = contents.content(line, cue, source, others)
        nobody = source is None and not cue.joined
        inside = any(first <= cue.verb < last for first, last in said)
        known = cue.joined or (source is not None and speakers.is_named(line, source))
        doubtful = not known and not _is_shown(line, cue, said)
        if said and not inside and not doubtful and not (nobody and cue.is_thought):
            dropped = nobody and line.grammar.pro_drop and not cue.passive and not anyone
            yield Report(line, said, marks, source, dropped, cue.is_thought, cue.joined)


def _may_speak(line: Line, cue: verbs.Cue, source: Phrase) -> bool:
    """Whether the subject can say what the verb says: of verbs that things are the subjects of too, only people, bodies
    and documents; the sitting | showed it."""
    if speakers.is_writer(line, source):
        return False
    if cue.lemma not in line.grammar.words.showing or phrases.is_pronoun(line, source[0]):
        return line.low[source[0]] not in line.grammar.words.asking
    named = names.find_name(line, source, frozenset()) is not None
    return named or any(phrases.is_speaker(line, at) for at in range(*source))


def _is_shown(line: Line, cue: verbs.Cue, said: Sequence[Phrase]) -> bool:
    """Whether what is reported shows that it is, whoever its subject may be: by quotation marks, by the clause that it
    is, or by its mood."""
    words = line.grammar.words
    said_words = [at for first, last in said for at in range(first, last)]
    clause = any(line.low[first] in words.complementizers for first, _ in said)
    moods = words.reported | words.reported_further
    marked = any(line.tokens[at].quoted or line.low[at] in moods for at in said_words)
    return clause or marked or "object" not in cue.frames


def _by_frames(line: Line, cues: Sequence[verbs.Cue]) -> Iterator[Report]:
    for frame in frames.find_frames(line):
        said = frames.content(line, frame)
        if said:
            yield Report(line, said, frame.cue, frame.source, again=frame.source is None)


def _is_within(report: Report, others: Sequence[Report]) -> bool:
    """Whether the phrase that gives the words stands in what another report holds already."""
    first = report.cue[0][0]
    return any(start <= first < last for other in others for start, last in other.content)


def _by_marks(line: Line, found: Sequence[Report]) -> Iterator[Report]:
    """Statements in quotation marks that no report holds: behind a colon whoever the clause before speaks of; where
    they are the whole line, whoever spoke last."""
    taken = [piece for report in found for piece in report.content]
    for number, segment in enumerate(line.segments):
        if not segment.quoted or any(first < segment.last and segment.first < last for first, last in taken):
            continue
        source = None
        if segment.mark == ":" and number:
            start = line.segments[number - 1].first
            while start < line.segments[number - 1].last and line.low[start] in line.grammar.words.adverbs:
                start += 1  # Dazu | Anna Weber: „…“
            source = phrases.noun_phrase(line, start, line.segments[number - 1].last)
            source = source if source is not None and speakers.is_named(line, source) else None
        alone = all(each.quoted for each in line.segments)
        yield Report(line, ((segment.first, segment.last),), (), source, again=source is None and alone)


def style_of(report: Report) -> Style:
    """`direct` where all words stand in quotation marks, `indirect` where none does, else `mixed`."""
    quoted = {
        line_token.quoted
        for first, last in report.content
        for line_token in report.said.tokens[first:last]
        if line_token.is_word
    }
    return "mixed" if len(quoted) > 1 else "direct" if quoted == {True} else "indirect"
