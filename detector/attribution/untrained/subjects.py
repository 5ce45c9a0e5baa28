"""Who is the subject of a verb of reporting.

Positions are indices into the tokens of a line.
"""

from dataclasses import replace

from detector.attribution.untrained import (
    appositions,
    circumstances,
    clauses,
    further_subjects,
    infinitives,
    names,
    openings,
    phrases,
    places,
    relatives,
    speakers,
)
from detector.attribution.untrained.lines import Line, Segment
from detector.attribution.untrained.phrases import Phrase
from detector.attribution.untrained.verbs import Cue

SKIPPED = 4  # words between a verb and the subject behind it


def subject(line: Line, cue: Cue) -> Phrase | None:
    """The noun phrase that is given the words; for a passive verb, its agent."""
    segment = line.segments[cue.segment]
    if cue.joined in line.grammar.words.first_person:
        return places.origin(line, segment)  # prévient-on | à la mairie
    start = appositions.past_introducers(line, segment.first, cue.finite)
    if not line.grammar.verb_second and start < cue.finite and line.low[start] in line.grammar.words.reflexive:
        start += 1  # la maire, Claire Roe, | s'est dite inquiète
    if cue.passive and cue.lemma not in line.grammar.words.cited:
        return places.agent(line, segment) or places.place(line, segment)
    if start < cue.finite and relatives.is_relative(line, cue, start):
        own = not line.grammar.pro_drop or line.low[start] in line.grammar.words.subject_relatives
        return relatives.antecedent(line, cue.segment) if own else openings.opening(line)
    relative = relatives.pronoun_before(line, cue, segment)
    if relative is not None and relative > segment.first:
        opens = openings.opening(line) if line.grammar.pro_drop else None
        return relatives.nearest(line, segment, relative) or opens
    inner = _inner(line, cue, start) or further_subjects.outlet(line, cue) or appositions.unclosed(line, cue, start)
    if inner is not None:
        return inner
    opened = _opened(line, cue, start)
    return _in_dependent(line, cue, start + opened) if opened else _in_main(line, cue, start)


def _opened(line: Line, cue: Cue, start: int) -> int:
    """How many words open a dependent clause before its subject: | weil | Weber …, | von dem | Weber …"""
    words = line.grammar.words
    if start < cue.finite and line.low[start] in words.subordinators | words.comparatives:
        return 1
    return 2 * relatives.is_governed(line, cue, start)


def _in_main(line: Line, cue: Cue, start: int) -> Phrase | None:
    """The subject of a main clause."""
    segment = line.segments[cue.segment]
    house = (
        places.origin(line, segment) if start < cue.finite and line.low[start] in line.grammar.words.origins else None
    )
    if house is not None and line.grammar.pro_drop and house[1] == cue.finite:
        return house  # desde | la asociación | piden …
    if cue.lemma in line.grammar.words.cited and not cue.passive and (cited := further_subjects.cited(line, cue)):
        return cited
    ahead, behind = _ahead(line, cue, start), _behind(line, cue, segment) or further_subjects.delayed(line, cue)
    if clauses.is_inserted(line, cue):
        return behind
    told = appositions.interrupted(line, cue, start) if ahead is None and not cue.joined else None
    if told is not None and _comes_before(line, cue, told, behind):
        behind = told
    likely = behind is not None and speakers.is_likely(line, behind)
    if line.grammar.verb_second and not likely and told is None and _is_joined(line, cue):
        return _first_named(line, cue) or ahead or behind or further_subjects.of_clause_before(line, cue, start)
    chosen = behind if _is_object(line, ahead, behind) else ahead or behind
    if cue.joined or (chosen and (chosen[0] <= cue.finite + 1 or speakers.is_named(line, chosen))):
        return chosen
    found = further_subjects.of_clause_before(line, cue, start) or chosen or places.place(line, segment)
    nobody = line.grammar.words.impersonal.intersection(line.low[max(0, cue.finite - 1) : cue.finite + 2])
    found = found or (places.origin(line, segment) if nobody else None)  # heißt es | aus dem Rathaus
    return found or places.place_before(line, cue) or further_subjects.noble(line, cue, start)


def _comes_before(line: Line, cue: Cue, told: Phrase, behind: Phrase | None) -> bool:
    """Whether a phrase that an aside parts from the verb is its subject rather than the one behind it: le rapport,
    long, | accuse la ville de …"""
    if behind is None or (line.grammar.verb_second and speakers.is_likely(line, told)):
        return True
    if "object" in cue.frames and names.is_document(
        line, behind[1] - 1 if behind[1] - behind[0] < 2 else behind[0] + 1
    ):
        return True  # sa maire, Anne Roe, | a dénoncé | un texte inutile
    named = speakers.is_likely(line, behind) if line.grammar.capital_nouns else speakers.is_named(line, behind)
    return not named or infinitives.find(line, cue, None) is not None


def _in_dependent(line: Line, cue: Cue, start: int) -> Phrase | None:
    """The subject of a dependent clause; where its verb comes second, the words before only open a main clause: Als
    Grund | nennt | die Ministerin …"""
    segment = line.segments[cue.segment]
    if clauses.is_called(line, cue, start):
        return None
    ahead, behind = _first_phrase(line, start, cue.finite), _behind(line, cue, segment)
    nominative = start < cue.finite and line.low[start] not in line.grammar.words.oblique
    if line.grammar.verb_second and ahead is None and nominative and relatives.is_final(line, cue):
        quoted = all(line.tokens[at].quoted for at in range(start, cue.finite))
        ahead = (start, cue.finite) if quoted else phrases.noun_phrase(line, start, cue.finite)  # Wie | „Herold“ | sagt
    if line.grammar.verb_second and not relatives.is_final(line, cue) and ahead is not None and behind is not None:
        return ahead if speakers.is_likely(line, ahead) and not speakers.is_likely(line, behind) else behind
    return ahead or behind or (places.place(line, segment) if line.grammar.verb_second else None)


def _is_object(line: Line, ahead: Phrase | None, behind: Phrase | None) -> bool:
    """Whether the phrase before a verb is what its subject behind speaks of, or whom he speaks to: Den Plan | nannte |
    Weber …"""
    if ahead is None or behind is None or (speakers.is_likely(line, ahead) and not phrases.is_hearer(line, ahead)):
        return False
    if not (line.grammar.verb_second or line.grammar.pro_drop) and speakers.is_named(line, ahead):
        return False  # Norvia | se moque des élus : « … »
    if speakers.is_likely(line, behind):
        return True
    named = names.find_name(line, behind, frozenset()) is not None
    heard = phrases.is_hearer(line, ahead) or not speakers.is_named(line, ahead)
    return line.grammar.verb_second and named and heard


def _inner(line: Line, cue: Cue, start: int) -> Phrase | None:
    """The subject of a dependent clause that opens inside the segment: La taxe baissa quand | la maire | promit …"""
    words = line.grammar.words
    opening = words.subordinators - words.prepositions | words.complementizers
    opened = [at for at in range(start + 1, cue.finite) if line.low[at] in opening]
    if not opened or line.grammar.verb_second:
        return None
    phrase = _first_phrase(line, opened[-1] + 1, cue.finite)
    return phrase if phrase is not None and speakers.is_named(line, phrase) else None


def _first_phrase(line: Line, start: int, stop: int) -> Phrase | None:
    """The first noun phrase between two positions that stands behind no preposition and is no one who listens."""
    words, index = line.grammar.words, start
    while index < stop:
        low = line.low[index]
        if low in words.prepositions:
            index = _past_lower(line, index + 1, stop)
            governed = phrases.noun_phrase(line, index, stop)
            index = governed[1] if governed is not None else index
            continue
        if line.grammar.verb_second and low in words.coordinators and index + 1 < stop and line.is_verb(index + 1):
            return None  # spricht von Erfolg | und | nennt | die Zahlen
        phrase = phrases.noun_phrase(line, index, stop)
        if phrase is not None and _can_be_subject(line, phrase):
            return phrase
        index = phrase[1] if phrase is not None else index + 1
    return None


def _past_lower(line: Line, index: int, stop: int) -> int:
    """Past a quotation mark and adjectives before a noun with a capital: von | „guten | Gründen“."""
    if not line.grammar.capital_nouns or phrases.opens(line, index) or line.low[index] in line.grammar.words.adverbs:
        return index
    nouns = (at for at in range(index, min(stop, index + speakers.NEAR)) if line.capital(at))
    return next(nouns, index)


def _can_be_subject(line: Line, phrase: Phrase) -> bool:
    words, low = line.grammar.words, line.low[phrase[0]]
    single = phrase[1] - phrase[0] == 1
    several = (
        line.grammar.verb_second and not single and line.low[phrase[0] + 1] in words.genitives
    )  # Einer | der Retter
    if low in words.reflexive or (low in words.oblique and not several) or (single and low in words.impersonal):
        return False
    if line.grammar.verb_second and single and low in words.speech_nouns - words.documents:
        return False  # hat | Vorwürfe | zurückgewiesen
    return not phrases.is_hearer(line, phrase)


def _ahead(line: Line, cue: Cue, start: int) -> Phrase | None:
    """The subject before its verb."""
    words, low = line.grammar.words, line.low[start]
    if start >= cue.finite or low in words.impersonal or (low in words.taking_up and cue.finite == start + 1):
        return None
    if line.grammar.verb_second:
        if low in words.prepositions or low in words.adverbs or clauses.is_fronted(line, start, cue):
            return None
        phrase = phrases.noun_phrase(line, start, cue.finite)
        can = phrase is not None and (phrases.is_hearer(line, phrase) or _can_be_subject(line, phrase))
        return phrase if can else None  # Der Sender | meldet; to be told from: Der Zeitung | sagte er
    opened = line.is_verb(start) and _is_joined(line, cue)  # …, | evitó dar cifras y recordó
    return None if opened else _first_phrase(line, start, cue.finite)


def _behind(line: Line, cue: Cue, segment: Segment) -> Phrase | None:
    """The subject behind its verb, adverbs and "sich" between perhaps."""
    words, index, skipped = line.grammar.words, cue.finite + 1, 0
    if not line.grammar.verb_second:
        return _shared(line, cue) if _is_joined(line, cue) else _anywhere_behind(line, cue, segment)
    while index < segment.last and skipped < SKIPPED and (steps := circumstances.skipped(line, index)):
        index += steps
        skipped += 1
    if index < segment.last and line.low[index] in words.prepositions:
        return _first_phrase(line, index, segment.last)
    phrase = phrases.noun_phrase(line, index, segment.last)
    if phrase is None or not _can_be_subject(line, phrase) or any(phrase[0] <= at < phrase[1] for at in cue.needed):
        return None  # und ist | der Ansicht, dass …
    return appositions.with_name(line, phrase, cue.segment) if phrase[1] >= segment.last else phrase


def _is_joined(line: Line, cue: Cue) -> bool:
    """Whether a verb goes on with a subject that stands before: la junta subió la tasa | y | prometió."""
    joined = cue.finite > 0 and line.low[cue.finite - 1] in line.grammar.words.coordinators
    either = line.grammar.pro_drop or line.grammar.verb_second
    return joined and (either or any(line.is_verb(at) for at in range(cue.finite - 1)))


def _first_named(line: Line, cue: Cue) -> Phrase | None:
    """The subject of the verb before, which goes on: Am Montag kam | Max Roth | und forderte Geld."""
    segment = line.segments[cue.segment]
    phrase = _first_phrase(line, segment.first, cue.finite - 1)
    return phrase if phrase is not None and speakers.is_likely(line, phrase) else None


def _shared(line: Line, cue: Cue) -> Phrase | None:
    """The subject that opens the line; where one may be left out, whoever spoke in it already goes on instead."""
    spoke = line.grammar.pro_drop and any(line.low[at] in line.grammar.forms for at in range(cue.finite - 1))
    first = line.segments[0]
    start = appositions.past_introducers(line, first.first, first.last)
    own = line.segments[cue.segment].first
    if not spoke and line.is_verb(own) and (told := appositions.interrupted(line, replace(cue, finite=own), own)):
        return told  # la maire, Anne Roe, | évite la presse et promet …
    phrase = None if spoke else _first_phrase(line, start, first.last)
    return phrase if phrase is not None and speakers.is_named(line, phrase) else None


def _anywhere_behind(line: Line, cue: Cue, segment: Segment) -> Phrase | None:
    """The subject behind its verb, whom else it speaks to and when perhaps between, before the clause that is said:
    dijo a la prensa el lunes | la alcaldesa de Vigo, Ana Ruiz, | que …"""
    start = cue.end
    opened = (at for at in range(start, segment.last) if line.low[at] in line.grammar.words.complementizers)
    stop = next(opened, segment.last)
    phrase = phrases.noun_phrase(line, circumstances.past_circumstances(line, start, stop), stop)
    if phrase is None or not _can_be_subject(line, phrase):
        return None
    if not any(phrases.is_speaker(line, at) or line.capital(at) for at in range(*phrase)):
        return phrase if phrases.is_pronoun(line, phrase[0]) else None
    return appositions.with_name(line, phrase, cue.segment) if phrase[1] >= segment.last else phrase
