"""What is reported where, line by line: by verbs, by phrases ("laut Polizei"), by the mood of a sentence, or by
quotation marks alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from detector.article import Part, Span, Style
from detector.attribution.untrained import (
    called,
    clauses,
    contents,
    dialogues,
    frame_contents,
    frames,
    moods,
    names,
    objects,
    openings,
    phrases,
    relatives,
    speakers,
    subjects,
    verbs,
)
from detector.attribution.untrained.lines import Line
from detector.attribution.untrained.phrases import Phrase
from detector.attribution.untrained.report import Report


def find_reports(lines: Iterable[Line], set_off: Sequence[Span]) -> Iterator[Report]:
    """The reports of an article, in the order of the text, but those inside what is `set_off` by markup or layout."""
    last: Report | None = None
    before: Line | None = None
    silent = False  # nobody spoke in the line before
    topic: openings.Topic | None = None
    dialogue: Line | None = None
    for line in lines:
        whole = line.span(0, len(line.tokens))
        if any(whole.overlaps(piece) for piece in set_off):
            continue
        found = list(_of_line(line, before, silent))
        if not any(report.cue or report.source for report in found):
            found = list(moods.continued(line, before, last)) or found
        if topic is not None and _is_near(line, topic[0], last):
            found = [replace(report, topic=topic) if report.again else report for report in found]
        elif not found and dialogues.is_within(line, dialogue):
            found = [Report(line, objects.joined(line, line.segments), again=True)]
        yield from found
        dialogue = line if dialogues.goes_on(line, dialogue, any(report.cue for report in found)) else None
        spoken = [report for report in found if report.source or report.again or report.joined]
        last, before, silent = (spoken[-1] if spoken else last), line, not found
        topic = None if spoken else openings.speaker(line) or topic


def _is_near(line: Line, about: Line, last: Report | None) -> bool:
    """Whether a line may go on about whom the line `about` is: in its paragraph, or in the next where nobody spoke."""
    return about.block == line.block or (last is None and line.block - about.block == 1)


def _of_line(line: Line, before: Line | None, silent: bool) -> Iterator[Report]:
    """The reports of one line that its own words show; `silent`: the line before holds none."""
    if line.part not in (Part.BODY, Part.HEADLINE):
        return
    cues = list(verbs.find_cues(line))
    found, framed = list(_by_verbs(line, cues, before)), list(_by_frames(line))
    closing = [report for report in framed if line.low[report.cue[0][0]] in line.grammar.words.pointing]
    found = [report for report in found if not any(_is_within(each, [report]) for each in closing)]
    found = [report for report in found if report.source or not any(_holds_cue(each, report) for each in framed)]
    found += [report for report in framed if not _is_within(report, found) and not _is_beside(line, report, found)]
    found += [report for report in called.find(line) if not _overlap(report, found)]
    near = before if silent and before is not None and before.block == line.block else None
    found += list(_by_marks(line, found, near))
    found = found or list(_by_colon(line))
    yield from sorted(found, key=lambda report: report.content)


def _by_verbs(line: Line, cues: Sequence[verbs.Cue], before: Line | None) -> Iterator[Report]:
    spoke = False
    for cue in cues:
        if cue.hanging:
            narrated = line.low[cue.verb].endswith(line.grammar.words.infinitive_endings or ("\0",))
            found = _hanging(line, cue, cues, again=spoke or narrated)  # « … » Et d’| ajouter : « … »
            yield from found
            continue
        anyone = clauses.is_anyone(line, cue)
        source = None if anyone else subjects.subject(line, cue)
        if clauses.is_denied(line, cue) or (source is not None and not _may_speak(line, cue, source)):
            continue
        marks = tuple((at, at + 1) for at in sorted({cue.finite, cue.verb, *cue.needed}))
        if before is not None and clauses.takes_up(line, cue) and source is not None and before.block == line.block:
            yield Report(line, objects.joined(before, before.segments), marks, source, before=before)
            continue
        others = [other for other in cues if other is not cue]
        said = contents.content(line, cue, source, others)
        nobody = source is None and not cue.joined
        inside = any(first <= cue.verb < last for first, last in said)
        known = cue.joined or (source is not None and speakers.is_named(line, source))
        doubtful = not known and not _is_shown(line, cue, said)
        if not said and known and source is not None and _announces(line) and cue.segment + 1 == len(line.segments):
            yield Report(line, (), marks, source)
        if said and not inside and not doubtful and not (nobody and cue.is_thought):
            hidden = line.grammar.pro_drop and not cue.passive and not anyone
            spoke, dropped = True, nobody and (hidden or _is_written_on(line, cue))
            yield Report(line, said, marks, source, dropped, cue.is_thought, cue.joined)


def _hanging(line: Line, cue: verbs.Cue, cues: Sequence[verbs.Cue], *, again: bool) -> Iterator[Report]:
    """What a verb reports that has no subject of its own, a clause alone: of whoever spoke in the line (`again`), else
    of its subject."""
    said = contents.content(line, cue, None, [other for other in cues if other is not cue])
    detached = line.low[line.segments[0].first] in line.grammar.words.detached and len(line.segments) > 1
    own = _own_of_hanging(line, cue)
    if own is not None or not (cue.verb == line.segments[cue.segment].first or again or _is_governed(line, cue)):
        if said and own is not None and not clauses.is_denied(line, cue):
            yield Report(line, said, ((cue.verb, cue.verb + 1),), own, thought=cue.is_thought)
        return
    source = None if again else openings.opening(line, int(detached))  # Invitée à Norport, | Anne Roe …, affirmant …
    if said and (again or source is not None) and not clauses.is_denied(line, cue):
        yield Report(line, said, ((cue.verb, cue.verb + 1),), source, again, cue.is_thought)


def _is_governed(line: Line, cue: verbs.Cue) -> bool:
    return line.low[cue.verb - 1] in line.grammar.words.locating  # en | affirmant


def _own_of_hanging(line: Line, cue: verbs.Cue) -> Phrase | None:
    """The document that a verb without a subject tells more of: une note | affirmant que …; or whom the relative clause
    before is about: Luc Roe, | qui a écrit au maire, affirmant que …"""
    words, segment = line.grammar.words, line.segments[cue.segment]
    if line.grammar.verb_second or line.low[cue.verb].endswith(words.infinitive_endings or ("\0",)):
        return None
    if cue.verb > segment.first:
        near = None if _is_governed(line, cue) else relatives.nearest(line, segment, cue.verb)
        return near if near is not None and any(names.is_document(line, at) for at in range(*near)) else None
    before = line.segments[cue.segment - 1] if cue.segment > 1 else None
    if before is None or before.quoted or line.low[before.first] not in words.subject_relatives:
        return None
    found = relatives.antecedent(line, cue.segment - 1)
    return found if found is not None and names.find_name(line, found, frozenset()) is not None else None


def _announces(line: Line) -> bool:
    """Whether a line ends with a colon, so that the next one holds what is said."""
    return line.tokens[-1].text == ":" and not line.tokens[-1].quoted


def _by_colon(line: Line) -> Iterator[Report]:
    """Whom a line without a verb names before what he says: Eine Sprecherin der Werft zum „Kurier“: …"""
    if not _announces(line) or len(line.segments) > 1 or line.has_verb(line.segments[0]):
        return
    source = openings.opening(line)
    if source is not None and speakers.is_likely(line, source):
        yield Report(line, (), (), source)


def _may_speak(line: Line, cue: verbs.Cue, source: Phrase) -> bool:
    """Whether the subject can say what the verb says: of verbs that things are the subjects of too, only people, bodies
    and documents; the sitting | showed it."""
    if speakers.is_writer(line, source):
        return False
    if cue.lemma not in line.grammar.words.showing or phrases.is_pronoun(line, source[0]):
        return line.low[source[0]] not in line.grammar.words.asking
    named = names.find_name(line, source, frozenset()) is not None
    owned = (at for at in range(source[0] + 1, source[1]) if line.low[at] in line.grammar.words.genitives)
    last = next(owned if line.grammar.capital_nouns else iter(()), source[1])  # die Zahl | der Berichte
    return named or any(phrases.is_speaker(line, at) for at in range(source[0], last))


def _is_written_on(line: Line, cue: verbs.Cue) -> bool:
    """Whether a verb with no subject says that a text goes on: …, heißt es | weiter."""
    words, segment = line.grammar.words, line.segments[cue.segment]
    own = line.low[segment.first : segment.last]
    return line.grammar.verb_second and not words.impersonal.isdisjoint(own) and not words.further.isdisjoint(own)


def _is_shown(line: Line, cue: verbs.Cue, said: Sequence[Phrase]) -> bool:
    """Whether what is reported shows that it is, whoever its subject may be: by quotation marks, by the clause that it
    is, or by its mood."""
    words = line.grammar.words
    said_words = [at for first, last in said for at in range(first, last)]
    clause = any(line.low[first] in words.complementizers for first, _ in said)
    moods = words.reported | words.reported_further
    marked = any(line.tokens[at].quoted or line.low[at] in moods for at in said_words)
    return clause or marked or "object" not in cue.frames


def _by_frames(line: Line) -> Iterator[Report]:
    for frame in frames.find_frames(line):
        said = frame_contents.content(line, frame)
        if said:
            yield Report(line, said, frame.cue, frame.source, again=frame.again)


def _is_within(report: Report, others: Sequence[Report]) -> bool:
    """Whether the phrase that gives the words stands in what another report holds already."""
    first = report.cue[0][0]
    return any(start <= first < last for other in others for start, last in other.content)


def _holds_cue(frame: Report, report: Report) -> bool:
    """Whether a phrase holds a word that a verb of reporting needs: Nach | Ansicht | des Rates | ist | das falsch."""
    first, last = frame.cue[0]
    return any(first <= start < last for start, _ in report.cue)


def _overlap(report: Report, others: Sequence[Report]) -> bool:
    return any(
        start < last and first < end
        for other in others
        for start, end in other.content
        for first, last in report.content
    )


def _is_beside(line: Line, report: Report, others: Sequence[Report]) -> bool:
    """Whether a phrase of several words stands in the clause of a verb of reporting, which says who speaks: Der
    „Herold“ schreibt | unter Berufung auf das Amt |, …"""
    first, last = report.cue[0]
    own = next(each for each in line.segments if each.first <= first < each.last)
    return last - first > 1 and any(own.first <= each.cue[0][0] < own.last for each in others if each.cue)


def _by_marks(line: Line, found: Sequence[Report], near: Line | None) -> Iterator[Report]:
    """Statements in quotation marks that no report holds: behind a colon whoever the clause before speaks of; where
    they are the whole line, whoever the line `near` before it, in which nobody speaks, is about, or who spoke last."""
    taken = [piece for report in found for piece in report.content]
    for number, segment in enumerate(line.segments):
        if not segment.quoted or any(first < segment.last and segment.first < last for first, last in taken):
            continue
        source = openings.before_colon(line, number) if segment.mark == ":" and number else None
        source = source or openings.behind_colon(line, number)
        if source is None and segment.mark == ":" and found and not line.grammar.verb_second:
            source = found[-1].source  # « … », lance Luc Roe, avant d’ajouter : « … »
        alone = all(each.quoted for each in line.segments)
        topic = openings.opening(near) if alone and near is not None else None
        if near is not None and topic is not None:
            yield Report(near, ((segment.first, segment.last),), (), topic, before=line)
        else:
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
