"""Verbs of reporting in their clause.

Positions are indices into the tokens of a line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detector.attribution.untrained import attributes
from detector.attribution.untrained.lines import Line, Segment
from detector.languages.reporting import Frame, ReportingForm, VerbForm

NEAR = 4  # words before a participle among which its auxiliary stands, where the verb does not come second


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of reporting in segment `segment` (its number): `verb` is its token, `finite` that of its auxiliary or
    the verb itself, `needed` the tokens of what belongs to it; `passive` where its subject is spoken of; `joined` the
    pronoun that is joined to it; `hanging` where it has no subject of its own: a cédé, | affirmant | que …"""

    segment: int
    verb: int
    finite: int
    lemma: str
    frames: frozenset[Frame]
    passive: bool
    needed: tuple[int, ...] = ()
    joined: str = ""
    hanging: bool = False

    @property
    def end(self) -> int:
        """Behind the verb and all that belongs to it: fait | valoir |; where the verb does not come second."""
        last = max(self.verb, self.finite)
        while last + 1 in self.needed:
            last += 1
        return last + 1

    @property
    def is_thought(self) -> bool:
        """Whether it reports a thought."""
        return self.frames <= {"thought"}


def find_cues(line: Line) -> Iterator[Cue]:
    """The verbs of reporting of a line, at most one in each segment."""
    for number, segment in enumerate(line.segments):
        if segment.quoted:
            continue
        found = [cue for index in range(segment.first, segment.last) if (cue := _cue(line, number, index))]
        if found:
            yield min(found, key=lambda cue: (cue.is_thought, cue.frames <= {"quote"}, -len(cue.needed), cue.verb))


def _cue(line: Line, number: int, index: int) -> Cue | None:
    """The verb of reporting at a token, if one stands there with all that it needs."""
    if line.tokens[index].quoted or (line.capital(index) and (index > 0 or line.grammar.verb_second)):
        return None
    if attributes.is_attribute(line, index):
        return None
    verb, joined = line.grammar.unjoin(line.low[index])
    for form in line.grammar.forms.get(verb, ()):
        if form.form == "finite" and _is_noun(line, index):
            continue
        needed = _needed(line, number, index, form)
        cue = _in_form(line, number, index, form) if needed is not None else None
        if cue is not None and needed is not None and not _is_impersonal(line, cue, form):
            return replace(cue, needed=needed, joined=cue.joined or joined)
    return None


def _is_noun(line: Line, index: int) -> bool:
    """Whether a form that may be a verb follows what only nouns do: la | denuncia, en | alerta."""
    words, before = line.grammar.words, line.low[index - 1] if index else ""
    if index > 1 and line.low[index - 2] in words.comparatives:
        return False  # comme | l'écrit la presse
    if index > 1 and before in words.definite and line.tokens[min(index + 1, len(line.tokens) - 1)].text == ":":
        return not (line.capital(index - 2) or line.low[index - 2] in words.persons)  # Luc Roe l'| assure : …
    linked = before in words.articles or before in words.prepositions or before in words.genitives
    return not line.grammar.capital_nouns and linked


def _is_impersonal(line: Line, cue: Cue, form: ReportingForm) -> bool:
    """Whether a verb whose subject may be left out says that something is said by nobody: se | dijo."""
    before = line.low[cue.finite - 1] if cue.finite else ""
    if before in line.grammar.words.reflexive and not form.needs and cue.lemma in line.grammar.words.unreflexive:
        return True  # le port | se révèle
    own = line.segments[cue.segment] if line.grammar.verb_second and not form.needs else None
    if own is not None and cue.lemma in line.grammar.words.unreflexive:
        return not line.grammar.words.reflexive.isdisjoint(line.low[own.first : own.last])  # das Haus befindet | sich
    return line.grammar.pro_drop and not form.needs and before in line.grammar.words.impersonal


def _needed(line: Line, number: int, index: int, form: ReportingForm) -> tuple[int, ...] | None:
    """Where the words stand that a form needs, in its segment or at the end of a later one; `None` where one lacks."""
    segment, places = line.segments[number], list[int]()
    for need in form.needs:
        near = need in line.grammar.words.reflexive and not line.grammar.verb_second
        inside = range(max(segment.first, index - NEAR) if near else segment.first, index if near else segment.last)
        here = next((at for at in inside if line.low[at] == need and at != index), None)
        if here is None:
            here = _at_end(line, line.segments[number + 1 :], need, form.needs)
        if here is None or (need == form.needs[-1] and "|" in form.lemma and not _closes(line, segment, here, index)):
            return None
        places.append(here)
    return tuple(places)


def _at_end(line: Line, later: Sequence[Segment], need: str, needs: Sequence[str]) -> int | None:
    """Where a later segment ends with a word, or is nothing else, or ends with all that is needed: ging Rohm, die …, |
    davon aus |, dass …"""
    for segment in later:
        last = next((at for at in range(segment.last - 1, segment.first - 1, -1) if line.tokens[at].is_word), None)
        if last is None or segment.quoted:
            continue
        if line.low[last] == need:
            return last
        if line.low[last] in needs and not line.has_verb(segment) and need in line.low[segment.first : last]:
            return line.low.index(need, segment.first, last)
    return None


def _closes(line: Line, segment: Segment, place: int, verb: int) -> bool:
    """Whether a prefix that is split off stands where it must: behind its verb, at the end of the clause."""
    if place < verb:
        return False
    after = place + 1
    return after >= len(line.tokens) or not line.tokens[after].is_word or after >= segment.last


def _in_form(line: Line, number: int, index: int, form: ReportingForm) -> Cue | None:
    """The verb as a cue in the form it has, where the auxiliary that this form needs stands in its clause."""
    words, segment = line.grammar.words, line.segments[number]
    nearest = segment.first if line.grammar.verb_second else max(segment.first, index - NEAR)
    ends = segment.last if line.grammar.verb_second else index
    here = [at for at in range(nearest, ends) if at != index]
    if form.form == "gerund":
        hangs = index == segment.first or line.low[index - 1] in words.locating
        hangs = hangs or (bool(words.infinitive_endings) and line.tokens[index - 1].pos in ("NOUN", "PROPN", "ADJ"))
        return Cue(number, index, index, form.lemma, form.frames, passive=False, hanging=True) if hangs else None
    if form.form == "infinitive":
        return _infinitive(line, number, index, form, here)
    if form.form == "participle":
        return _participle(line, number, index, form, here)
    active = any(line.grammar.unjoin(line.low[at])[0] in words.active for at in here)
    passive = any(line.low[at] in words.passive for at in here)
    if active or (passive and _is(line, index, "participle")):
        return None  # the participle is tried by its own form
    if _is(line, index, "infinitive") and _is_infinitive(line, index, here):
        return None
    return Cue(number, index, index, form.lemma, form.frames, passive=False)


def _infinitive(line: Line, number: int, index: int, form: ReportingForm, here: Sequence[int]) -> Cue | None:
    words, segment = line.grammar.words, line.segments[number]
    if _is_narrated(line, segment, index):
        alone = index == segment.first + 2
        return Cue(number, index, index, form.lemma, form.frames, passive=False, hanging=alone)
    unreal = any(line.low[max(0, index - len(each)) : index] == each for each in words.unreal)  # il y a fort à parier
    done = None if unreal else next((at for at in here if line.low[at] in words.realised), None)
    return Cue(number, index, done, form.lemma, form.frames, passive=False) if done is not None else None


def _is_narrated(line: Line, segment: Segment, index: int) -> bool:
    """Whether an infinitive tells what somebody then said: Et la maire d’| ajouter : « … »"""
    words = line.grammar.words
    opened = line.low[segment.first] in words.introducers | words.subordinators and segment is line.segments[0]
    marked = index > segment.first + 1 and line.low[index - 1] in words.infinitive & words.genitives
    return bool(words.infinitive_endings) and opened and marked


def _participle(line: Line, number: int, index: int, form: ReportingForm, here: Sequence[int]) -> Cue | None:
    words = line.grammar.words
    nearest = here if line.grammar.verb_second else here[::-1]  # c'est ce qu'| a | dit la maire
    active = next((at for at in nearest if line.grammar.unjoin(line.low[at])[0] in words.active), None)
    modal = next((at for at in here if line.low[at] in words.hearsay), None)
    passive = next((at for at in here if line.low[at] in words.passive), None)
    undergone = active is not None and not line.grammar.verb_second and _undergoes(line, active, passive)
    if active is not None and not undergone:  # not: a | été | critiquée
        joined = line.grammar.unjoin(line.low[active])[1]
        finite = active if modal is None else modal
        return Cue(number, index, finite, form.lemma, form.frames, passive=False, joined=joined)
    asked = form.frames <= {"quote"} and not line.grammar.verb_second  # interrogée par …
    if passive is None or asked:
        return None
    return Cue(number, index, passive, form.lemma, form.frames, passive=True)


def _undergoes(line: Line, active: int, passive: int | None) -> bool:
    """Whether the auxiliary is that of a passive verb: a | été | critiquée, est | accusé; not: s'est dite prête."""
    words = line.grammar.words
    alone = line.low[active] in words.passive and line.low[active - 1] not in words.reflexive
    return alone or (passive is not None and passive > active)


def _is(line: Line, index: int, kind: VerbForm) -> bool:
    """Whether a word can be a form of this kind."""
    return any(form.form == kind for form in line.grammar.forms.get(line.low[index], ()))


def _is_infinitive(line: Line, index: int, here: Sequence[int]) -> bool:
    """Whether a word that is both is an infinitive: behind its mark, or in a clause with an auxiliary."""
    marked = index > 0 and line.low[index - 1] in line.grammar.words.infinitive
    return marked or any(line.tokens[at].pos == "AUX" for at in here)
