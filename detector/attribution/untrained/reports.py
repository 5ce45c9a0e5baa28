"""What is reported where, line by line: by verbs, by phrases ("laut Polizei"), by the mood of a sentence, or by
quotation marks alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from detector.article import Part, Span, Style
from detector.attribution.untrained import contents, descriptions, frames, phrases, subjects, verbs
from detector.attribution.untrained.lines import Line
from detector.attribution.untrained.phrases import Phrase

CONTINUES = 1  # paragraphs within which speech goes on without a verb of reporting


@dataclass(frozen=True, slots=True)
class Report:
    """Words given to somebody: token ranges of `line`. `source` names the speaker; where it is `None` and `again`,
    whoever spoke last does; where it is not, nobody is given the words. `joined` is a pronoun joined to the verb."""

    line: Line
    content: tuple[Phrase, ...]
    cue: tuple[Phrase, ...] = ()
    source: Phrase | None = None
    again: bool = False
    thought: bool = False
    joined: str = ""


def find_reports(lines: Iterable[Line], set_off: Sequence[Span]) -> Iterator[Report]:
    """The reports of an article, in the order of the text, but those inside what is `set_off` by markup or layout."""
    last: Report | None = None
    before: Line | None = None
    for line in lines:
        whole = line.span(0, len(line.tokens))
        if any(whole.overlaps(piece) for piece in set_off):
            continue
        found = list(_of_line(line))
        near = last is not None and last.line.part is line.part and line.block - last.line.block <= CONTINUES
        if not found and near and last is not None and line.part is Part.BODY:
            further = before is last.line
            if _goes_on(line, further=further):
                found = [Report(line, contents.joined(line, line.segments), again=True)]
        yield from found
        spoken = [report for report in found if report.source or report.again or report.joined]
        last, before = (spoken[-1] if spoken else last), line


def _of_line(line: Line) -> Iterator[Report]:
    """The reports of one line that its own words show."""
    if line.part not in (Part.BODY, Part.HEADLINE):
        return
    cues = list(verbs.find_cues(line))
    found = list(_by_verbs(line, cues))
    found += [report for report in _by_frames(line, cues) if not _is_within(report, found)]
    found += list(_by_marks(line, found))
    yield from sorted(found, key=lambda report: report.content)


def _by_verbs(line: Line, cues: Sequence[verbs.Cue]) -> Iterator[Report]:
    for cue in cues:
        source = subjects.subject(line, cue)
        if source is not None and line.low[source[0]] in line.grammar.words.first_person:
            continue
        if source is not None and not _may_speak(line, cue, source):
            continue
        others = [other for other in cues if other is not cue]
        said = contents.content(line, cue, source, others)
        nobody = source is None and not cue.joined
        inside = any(first <= cue.verb < last for first, last in said)
        if said and not inside and not (nobody and cue.is_thought):
            marks = tuple((at, at + 1) for at in sorted({cue.finite, cue.verb, *cue.needed}))
            dropped = nobody and line.grammar.pro_drop and not cue.passive
            yield Report(line, said, marks, source, dropped, cue.is_thought, cue.joined)


def _may_speak(line: Line, cue: verbs.Cue, source: Phrase) -> bool:
    """Whether the subject can say what the verb says: of verbs that things are the subjects of too, only people, bodies
    and documents; the sitting | showed it."""
    if cue.lemma not in line.grammar.words.showing or phrases.is_pronoun(line, source[0]):
        return True
    named = descriptions.find_name(line, source, frozenset()) is not None
    return named or any(phrases.is_speaker(line, at) for at in range(*source))


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
            source = phrases.noun_phrase(line, start, line.segments[number - 1].last)
        alone = all(each.quoted for each in line.segments)
        yield Report(line, ((segment.first, segment.last),), (), source, again=source is None and alone)


def _goes_on(line: Line, *, further: bool) -> bool:
    """Whether the mood of a sentence shows that it is still reported; `further`: the sentence before was."""
    words = line.grammar.words
    if (
        any(line.tokens[index].quoted and line.tokens[index].is_word for index in range(len(line.tokens)))
        and not further
    ):
        return False
    moods = words.reported | (words.reported_further if further else frozenset())
    found = [index for index, low in enumerate(line.low) if low in moods and not line.capital(index)]
    unreal = any(line.low[at : at + len(phrase)] == phrase for phrase in words.unreal for at in range(len(line.low)))
    return bool(found) and not unreal


def style_of(report: Report) -> Style:
    """`direct` where all words stand in quotation marks, `indirect` where none does, else `mixed`."""
    quoted = {
        line_token.quoted
        for first, last in report.content
        for line_token in report.line.tokens[first:last]
        if line_token.is_word
    }
    return "mixed" if len(quoted) > 1 else "direct" if quoted == {True} else "indirect"
