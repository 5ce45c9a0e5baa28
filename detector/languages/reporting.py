"""How a language without a trained tagger tells who says what, as values: its verbs of reporting with all their forms,
and the words beside them.

Read from `lexicon/reporting.toml` by `load`. Words stand in lower case with straight apostrophes but where a comment
says otherwise; what a language has no words for may be left out. The comments give examples.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal, get_type_hints

from detector.errors import DataError, reading
from detector.languages.entity_words import Gender
from detector.languages.parts import table
from detector.languages.word_sets import Listed, PhraseSet, WordSet

VerbForm = Literal["finite", "participle", "infinitive", "gerund"]
Frame = Literal["clause", "object", "quote", "thought"]
FRAMES: tuple[Frame, ...] = ("clause", "object", "quote", "thought")


@dataclass(frozen=True, slots=True)
class ReportingForm:
    """One form of a verb of reporting: `needs` are the words that must stand in the same clause, such as the prefix
    that is split off (teilte … | mit) or a fixed complement (ging | davon | aus); `frames` what the verb can do:
    report a clause, say something of its object, stand beside quotation marks only, or report a thought."""

    lemma: str
    form: VerbForm
    needs: tuple[str, ...]
    frames: frozenset[Frame]


Conjugate = Callable[[str], Iterable[tuple[str, VerbForm, tuple[str, ...]]]]  # text, what it is, what it needs
Unjoin = Callable[[str], tuple[str, str]]


def _words() -> WordSet:
    return frozenset()


def _phrases() -> PhraseSet:
    return frozenset()


def _listed() -> Listed:
    return ()


@dataclass(frozen=True, slots=True)
class ReportingWords:
    """The words around verbs of reporting, and those that tell who somebody is."""

    articles: WordSet = field(default_factory=_words)  # that open a noun phrase, possessives and numbers too
    one: WordSet = field(default_factory=_words)  # articles of one, never of several: ein, dem
    ambiguous: WordSet = field(default_factory=_words)  # articles of one woman or of several: die
    feminine: WordSet = field(default_factory=_words)  # before a noun for a woman, whatever its ending: | la | maire
    masculine: WordSet = field(default_factory=_words)
    definite: WordSet = field(default_factory=_words)  # der, la
    genitives: WordSet = field(default_factory=_words)  # go on with a noun phrase after its noun: Sprecher | des Rats
    links: WordSet = field(default_factory=_words)  # prepositions inside a noun phrase: der Minister | für Verkehr
    coordinators: WordSet = field(default_factory=_words)  # und, y
    prepositions: WordSet = field(default_factory=_words)
    adverbs: WordSet = field(default_factory=_words)  # around a verb: gestern, zudem; particles too
    adverb_endings: Listed = field(default_factory=_listed)  # of words that open a sentence and are no noun: -weise
    negations: WordSet = field(default_factory=_words)
    supposing: WordSet = field(default_factory=_words)  # open a clause of what may be: | wenn | der Rat zusagt
    introducers: WordSet = field(default_factory=_words)  # open a clause before its subject: aber, pero
    subordinators: WordSet = field(default_factory=_words)  # open a dependent clause: weil, aunque
    relatives: WordSet = field(default_factory=_words)
    subject_relatives: WordSet = field(default_factory=_words)  # those that are subjects: qui
    asking: WordSet = field(default_factory=_words)  # open questions and clauses about anybody: wer, was
    complementizers: WordSet = field(default_factory=_words)  # dass, que
    comparatives: WordSet = field(default_factory=_words)  # | wie | die Polizei mitteilte
    pointing: WordSet = field(default_factory=_words)  # …, | so | der Minister
    active: WordSet = field(default_factory=_words)  # auxiliaries of a participle: hat, ha
    passive: WordSet = field(default_factory=_words)  # wurde, fue
    realised: WordSet = field(default_factory=_words)  # before an infinitive that was said: musste | einräumen
    infinitive_endings: Listed = field(default_factory=_listed)  # where an infinitive can be what is said
    hearsay: WordSet = field(default_factory=_words)  # before what somebody is told to have said: | soll | gesagt haben
    infinitive: WordSet = field(default_factory=_words)  # before an infinitive: zu
    asides: PhraseSet = field(default_factory=_phrases)  # between a verb and its subject: juge | de son côté | la maire
    detached: WordSet = field(default_factory=_words)  # participles that open a sentence: | interrogé | par la presse
    own: WordSet = field(default_factory=_words)  # nach | eigenen | Angaben: of the subject of the clause
    taking_up: WordSet = field(default_factory=_words)  # the sentence before as what is said: | Das | teilte er mit
    cited: WordSet = field(default_factory=_words)  # lemmas whose passive subject speaks: er wird | zitiert
    locating: WordSet = field(default_factory=_words)  # heißt es | in | dem Bericht
    origins: WordSet = field(default_factory=_words)  # a body whose people are not named: heißt es | aus | dem Rathaus
    contracted: WordSet = field(default_factory=_words)  # of these, with an article in them: heißt es | im | Bericht
    attribute_endings: Listed = field(default_factory=_listed)  # of participles before a noun: der in Kiel leb|ende …
    oblique: WordSet = field(default_factory=_words)  # articles that open no subject: dem, einen
    agents: WordSet = field(default_factory=_words)  # von, par
    reflexive: WordSet = field(default_factory=_words)  # sich, se
    impersonal: WordSet = field(default_factory=_words)  # es, il: as subjects that are nobody
    first_person: WordSet = field(default_factory=_words)  # ich, man
    ours: WordSet = field(default_factory=_words)  # selon | nos | informations: the paper's own
    attributing: WordSet = field(default_factory=_words)  # before whoever says it: | laut | Polizei
    viewing: WordSet = field(default_factory=_words)  # | pour | lui, tout est clair
    made: WordSet = field(default_factory=_words)  # tell how a document came out: une étude | parue | lundi
    viewers: WordSet = field(default_factory=_words)  # who has views, of bodies and groups: pour l'| opposition |, …
    attributing_phrases: PhraseSet = field(default_factory=_phrases)  # de acuerdo con
    attributing_before: WordSet = field(default_factory=_words)  # before the nouns below: | nach | Angaben der Polizei
    attributing_nouns: WordSet = field(default_factory=_words)  # nach | Angaben | der Polizei
    attributing_after: WordSet = field(default_factory=_words)  # Angaben der Polizei | zufolge
    resuming: WordSet = field(default_factory=_words)  # demnach
    resuming_phrases: PhraseSet = field(default_factory=_phrases)  # a su juicio
    writers: PhraseSet = field(default_factory=_phrases)  # the writer or the paper itself: este diario
    speech_nouns: WordSet = field(default_factory=_words)  # der | Vorwurf, | dass
    telling: WordSet = field(default_factory=_words)  # before hearers: dit Luc Roe | à | la presse
    # ends of nouns for what says nothing: laut | Gesetz, so der Befund
    unspeaking: WordSet = field(default_factory=_words)
    hearers: WordSet = field(default_factory=_words)  # sagte der | Zeitung
    showing: WordSet = field(default_factory=_words)  # lemmas that things are the subjects of too: zeigen
    reported: WordSet = field(default_factory=_words)  # verb forms of reported speech: sei, habe
    reported_further: WordSet = field(default_factory=_words)  # only where speech goes on: wäre
    subjunctive: Listed = field(default_factory=_listed)  # ending of Konjunktiv I: er schütz|e
    unsubjunctive: Listed = field(default_factory=_listed)  # of forms that are none: er mach|te
    alone: WordSet = field(default_factory=_words)  # pronouns of one: | er | schütze
    further: WordSet = field(default_factory=_words)  # heißt es | weiter: in what was cited before
    accusative: WordSet = field(default_factory=_words)  # articles of an object before its verb: | den Plan lobte er
    gendered: WordSet = field(default_factory=_words)  # ends of nouns behind a mark: Forscher*|innen
    taking_up_phrases: PhraseSet = field(default_factory=_phrases)  # mit diesen worten
    unreal: PhraseSet = field(default_factory=_phrases)  # that report nothing: es sei denn, y a fort à | parier
    unreflexive: WordSet = field(default_factory=_words)  # lemmas that report nothing with "se": se révéler
    declined: Listed = field(default_factory=_listed)  # as written: wollte sich nicht äußern
    days: WordSet = field(default_factory=_words)  # days, months, and other nouns of time
    persons: WordSet = field(default_factory=_words)  # nouns for one person, titles and roles too: Sprecherin
    person_endings: Listed = field(default_factory=_listed)  # -minister
    collectives: WordSet = field(default_factory=_words)  # people who speak together: Experten
    collective_endings: Listed = field(default_factory=_listed)
    bodies: WordSet = field(default_factory=_words)  # common nouns for bodies: Polizei, Ministerium
    body_endings: Listed = field(default_factory=_listed)
    documents: WordSet = field(default_factory=_words)  # things that speak: Bericht
    outlets: WordSet = field(default_factory=_words)  # in which something can be read: journal
    document_endings: Listed = field(default_factory=_listed)
    abstract_endings: Listed = field(default_factory=_listed)  # of nouns that are no names: -ung
    organisations: WordSet = field(default_factory=_words)  # names of bodies, in lower case: greenpeace
    disciplines: WordSet = field(default_factory=_words)  # what somebody teaches: catedrático de | Derecho
    metonyms: WordSet = field(default_factory=_words)  # places that stand for who rules there: berlin
    titles: WordSet = field(default_factory=_words)  # courtesy, no role: Herr, Dr.
    general: WordSet = field(default_factory=_words)  # take up a person named already: der | Politiker
    general_bodies: WordSet = field(default_factory=_words)  # take up a body named already: le | journal
    ages: Listed = field(default_factory=_listed)  # ends of nouns that take up somebody by age: der 58|-Jährige
    offices: Listed = field(default_factory=_listed)  # of which one holds one, compounds too: der russische | Präsident
    particles: WordSet = field(default_factory=_words)  # inside a name: von, de la
    male: WordSet = field(default_factory=_words)  # first names
    female: WordSet = field(default_factory=_words)
    genitive_endings: Listed = field(default_factory=_listed)  # of nouns, the longest first: des Amt|es
    female_endings: Listed = field(default_factory=_listed)  # of nouns for women: -erin
    possessives: Mapping[str, str] = field(default_factory=dict)  # with their pronouns: seiner, er
    strong: Mapping[str, str] = field(default_factory=dict)  # behind prepositions, with their pronouns: lui, il
    singular: Mapping[str, Gender] = field(default_factory=dict)  # er, sie
    plural: WordSet = field(default_factory=_words)  # pronouns of several
    nobody: WordSet = field(default_factory=_words)  # niemand, es

    @property
    def pronouns(self) -> WordSet:
        """All pronouns that can be subjects, nobody's and the writer's among them."""
        return self.plural | self.first_person | self.impersonal | self.singular.keys()


@dataclass(frozen=True, slots=True, eq=False)
class Reporting:
    """All that attribution needs of a language without a trained tagger. `forms` are the verbs of reporting by each
    form; `verb_second`: one phrase stands before the verb of a main clause (German), so that the subject follows where
    another one stands there; `capital_nouns`: all nouns have a capital; `pro_drop`: a subject may be left out; `unjoin`
    takes a pronoun off a verb it is joined to (dit-il: dit, il), and gives an empty text where there is none."""

    forms: Mapping[str, tuple[ReportingForm, ...]]
    words: ReportingWords
    unjoin: Unjoin
    verb_second: bool = False
    capital_nouns: bool = False
    pro_drop: bool = False


def _whole(word: str) -> tuple[str, str]:
    """Every word as it is, with no pronoun joined to it."""
    return word, ""


def load(code: str, conjugate: Conjugate, unjoin: Unjoin = _whole) -> Reporting:
    """Read `lexicon/reporting.toml`; `conjugate` gives the forms of a verb as it is listed there. Raises `DataError`
    where the file is missing or damaged."""
    data = table(code, "lexicon", "reporting.toml")
    with reading("lexicon/reporting.toml"):
        flags = {name: data.pop(name, False) for name in ("verb_second", "capital_nouns", "pro_drop")}
        forms = _forms(data.pop("verbs"), conjugate)
        words = _filled(data)
        return Reporting(forms, words, unjoin, **flags)


def _forms(verbs: Mapping[str, Any], conjugate: Conjugate) -> Mapping[str, tuple[ReportingForm, ...]]:
    """The forms of all verbs, those that need the most words first, so that the fuller verb is tried first."""
    frames: dict[str, frozenset[Frame]] = {}
    for frame in FRAMES:
        for lemma in (*verbs.get(frame, "").split(), *verbs.get(f"{frame}_phrases", ())):
            frames[lemma] = frames.get(lemma, frozenset()) | {frame}
    found: dict[str, dict[tuple[VerbForm, tuple[str, ...]], ReportingForm]] = {}
    for lemma, can in frames.items():
        for text, form, needs in conjugate(lemma):
            found.setdefault(text, {}).setdefault((form, needs), ReportingForm(lemma, form, needs, can))
    return {
        text: tuple(sorted(forms.values(), key=lambda form: (-len(form.needs), form.needs, form.form)))
        for text, forms in found.items()
    }


def _filled(data: Mapping[str, Any]) -> ReportingWords:
    """The words of all tables of the file together, as the fields ask for them."""
    hints, known = get_type_hints(ReportingWords), {each.name for each in fields(ReportingWords)}
    given: dict[str, Any] = {}
    for part in data.values():
        for name, value in part.items():
            if name not in known:
                raise DataError(f"lexicon/reporting.toml has {name!r}, which nothing reads.")
            given[name] = _converted(value, hints[name])
    return ReportingWords(**given)


def _converted(value: Any, kind: Any) -> Any:  # noqa: ANN401 - as TOML and its field have it
    if kind == WordSet:
        return frozenset(value.split())
    if kind == PhraseSet:
        return frozenset(tuple(phrase.split()) for phrase in value)
    return tuple(value.split() if isinstance(value, str) else value) if kind == Listed else value
