"""What attribution must know of a language, as values: words of its grammar, cues, names, people and places.

Each part is a frozen dataclass that `detector.languages.lexicons.fill` makes out of a TOML table with the same keys.
All words are in lower case with straight apostrophes but where a comment says otherwise. A set that a language has no
words for is empty. The comments give English examples.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import Literal

from detector.languages.cues import Cues
from detector.languages.places import Gazetteer

Gender = Literal["male", "female"]
WordSet = frozenset[str]
PhraseSet = frozenset[tuple[str, ...]]
Listed = tuple[str, ...]  # texts or endings as they are written


@dataclass(frozen=True, slots=True)
class NounPhrases:
    """Function words that bound noun phrases and verb groups, and the closed classes beside them."""

    pronouns: WordSet  # subjects by themselves: he, who
    first_person: WordSet  # I, we; "you" too
    relative: WordSet  # who, that, whom
    complementizers: WordSet  # she said | that
    be: WordSet  # contracted forms too
    have: WordSet
    modal: WordSet  # would, did, to
    modal_names: WordSet  # modal verbs that are names too: Will, May
    negation: WordSet
    prepositions: WordSet  # those that attach to a noun
    introducers: WordSet  # what may open a clause before its subject: but, meanwhile
    complex_prepositions: WordSet  # in | light | of
    genitive: WordSet  # of
    agent: WordSet  # before the agent of a passive: by
    perceivers: WordSet  # before those who saw something: seen by, shown to
    linking: WordSet  # what a noun phrase goes on with: of, for, and
    inside: WordSet  # in
    coordinators: WordSet  # and, or
    additive: WordSet  # and
    infinitive: WordSet  # to
    particles: WordSet  # of verbs: handed | out
    days: WordSet
    months: WordSet
    modal_months: WordSet  # a month that is a modal verb, and in no other list: May
    quantifiers: WordSet  # heads by themselves: many, several
    adverbials: WordSet  # inside a verb group: has | recently | said
    articles: WordSet
    definite: WordSet  # the
    indefinite: WordSet  # a, an
    perceived: WordSet  # a letter | seen | by
    authored: WordSet  # a report | published | by
    released: WordSet  # those of them that are cues too
    simple_pasts: WordSet  # never participles: went
    attributive_participles: WordSet  # of an office: the | acting | director
    possessive_endings: WordSet  # 's and '
    possessive_letters: WordSet  # 's alone


@dataclass(frozen=True, slots=True)
class Clauses:
    """What tells where the content of a reporting clause begins and ends, and who is its subject."""

    refusals: PhraseSet  # declined | to comment
    transitive: WordSet  # cues that take an object where they report nothing: added three seats
    asserted: WordSet  # nouns that are said by themselves: maintained her | innocence
    periods: WordSet  # last | week
    period_modifiers: WordSet  # last, this
    passing: WordSet  # said | again
    day_prepositions: WordSet  # said | on | Monday
    dangling: WordSet  # nothing said begins with them
    circumstances: WordSet  # what opens a circumstance: said | during a visit
    tails: WordSet  # what opens a circumstance that ends a sentence
    conjunctions: WordSet  # before a further reporting clause
    fronted: WordSet  # what opens a phrase before the main clause: despite
    dependent: WordSet  # what opens a clause that depends on the main clause: when, after
    attendant: WordSet  # what opens a clause beside the main clause: with Roe saying it rained, | most left
    empty: WordSet  # content that says nothing: said | so
    resuming: WordSet  # what goes on after a reporting clause as a relative clause: , | whose
    comparative: WordSet  # praised by Roe | as
    coordinating: WordSet  # and, but
    subjects: WordSet  # relative pronouns that are subjects: who, which
    subordinators: WordSet
    joining: WordSet  # before a participle: by | saying
    chaining: WordSet  # between verbs of one subject: and, then
    governors: WordSet  # before a cue in the infinitive: went on | to say
    governor_particles: WordSet  # went | on
    postnominal: WordSet  # adjectives that only tell more: a person | familiar | with
    person_endings: Listed
    thing_endings: Listed
    labels: WordSet  # nouns that may stand before a colon in a headline: Report:
    possessives: WordSet  # its, his, her, their
    interrupting: WordSet  # the mayor, | however, | claimed
    verbal: WordSet  # what ends a source's noun phrase: a neighbour | who left
    non_speakers: WordSet  # the writer and the reader: I, please
    undergone: WordSet  # of somebody else's words, after "was": accused
    seeming: WordSet  # to the writer
    motives: WordSet  # for | fear that


@dataclass(frozen=True, slots=True)
class SpeechActs:
    """What tells a statement from a deed, from a thought, and from what nobody has said."""

    deeds: WordSet  # lemmas of cues that are deeds where no words are given: proposed | a bill
    findings: WordSet  # lemmas that documents, bodies and experts say: the poll | shows
    unspoken: WordSet  # lemmas of cues that are said only beside quotation marks: thought, “…”
    answered: WordSet  # nouns for what has been said: rejected the | claim
    summoning: WordSet  # lemmas of cues that are acts where somebody is to do something: called | you to go
    reflexive: WordSet  # a group calling | itself
    topical: WordSet  # before what is only the topic: writes | about
    nobody: WordSet  # at the beginning of a subject: no | one
    unrealised: WordSet  # before a cue that is not said, or not yet: will | say
    realised: WordSet  # after which it is: would | later | say
    governors: WordSet  # before an infinitive that is not said: asked | to say
    obliging: WordSet  # right before such an infinitive only: has | to say
    abstaining: WordSet  # before a gerund that is not said: avoided | saying
    conditions: WordSet  # before a subject: if | he says
    occasions: WordSet  # where words are given: in a | statement
    locating: WordSet  # before an occasion: in, on
    announcing: WordSet  # before a message whose words come next: the | following | message
    messages: WordSet  # nouns for what is then given word for word
    giving: WordSet  # verbs of those who give it: left the following message
    posting: WordSet  # verbs of those who give no more than a short post has room for: tweeted


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words around and inside proper names."""

    honorifics: WordSet  # after which a title is a last name: Mr King
    title_surnames: WordSet  # titles that are last names too
    human: WordSet  # pronouns of people
    possessives: WordSet  # what ends the search for an organisation's possessive; a comma too
    thing_possessives: WordSet  # its
    person_relatives: WordSet  # who, whose
    corporate_links: WordSet  # inside an organisation's name: of, for, on
    located: WordSet  # before an organisation: at
    dating: WordSet  # before a month: in May
    purpose: WordSet  # for
    topic: WordSet  # on
    assigned: WordSet  # bodies with a task: Commission on X
    tasks: WordSet  # Committee to | Protect
    owners: WordSet  # as written: People's Daily
    lone_particles: WordSet  # particles of names that join no name by themselves
    closed_offices: PhraseSet  # offices whose last word begins no name: secretary of state
    courtesy: WordSet  # Mr, former
    ranks: WordSet  # senior | vice president
    ruling: PhraseSet  # offices that tell who it is: prime minister
    role_tails: WordSet  # chief | justice
    role_matters: WordSet  # secretary of | state
    chambers: WordSet  # before an office of a parliament: | Senate majority | leader
    other_office: WordSet  # what makes an office another one: the | vice | president
    over: WordSet  # what says that an office is over: the | former | president
    past: WordSet  # what says when somebody held an office: former
    outlets: WordSet  # last words of newspapers' names that are nouns for people too: the Tarn | Leader
    country_prefixes: WordSet  # left out of the short name of a body
    alias_links: WordSet  # without which a long name is not cut at its "and"
    small: WordSet  # say nothing of an affiliation: of, the
    lowered: WordSet  # words that always have a capital and are no names: I
    conjunction: str  # between the names of two who speak as one
    genitive: str  # between a role and what it is of: minister of state
    article: str  # left out of labels
    indefinite_openings: Listed  # of labels that are no names: a, an


@dataclass(frozen=True, slots=True)
class Coreference:
    """Pronouns and other words that take up somebody named before, and those that name nobody."""

    singular: Mapping[str, Gender]  # he, she
    plural: WordSet  # they
    oblique: WordSet  # whom
    governing: WordSet  # prepositions, of a comparison too: like | Roe
    person_relative: WordSet  # who
    residence: WordSet  # Roe, 59, | of | Dayton
    possessives: WordSet  # of things and groups: its, their
    owners: WordSet  # of people: Roe and | her | team
    owned_by: Mapping[str, str]  # possessives with their pronouns: his, he
    messages: WordSet  # documents that are nothing but somebody's words: statement
    made_by: WordSet  # a statement | from | Roe
    outlets: WordSet  # nouns that take up a publisher that has just reported: the magazine
    surveys: WordSet  # documents that tell what people answered: poll
    shares: WordSet  # of those asked: a | majority
    same_document: Mapping[str, str]  # nouns for one document: survey, poll
    same_office: Mapping[str, str]  # how an office is written too, without a dot: gov, governor
    own: WordSet  # the writer's or the reader's: my
    nobody: WordSet  # all, someone
    pairs: PhraseSet  # the two
    both: WordSet
    distributive: WordSet  # Roe and Hale | both
    pair_nouns: WordSet  # the two | women
    office_verbs: WordSet  # who | chairs
    office_auxiliaries: WordSet  # who | has | chaired
    kin: WordSet  # of whomsoever
    spouses: WordSet  # of whoever holds an office: the first | lady
    demonstratives: WordSet  # the, this, that
    plural_nouns: WordSet  # plural without an ending: police
    age_endings: Listed  # the 59 | -year-old
    nameless: WordSet  # nouns for somebody without a name: source
    officials: WordSet  # plural nouns for those who speak for a body
    passive_past: WordSet  # was, were


@dataclass(frozen=True, slots=True)
class PartyWords:
    """Words by which a text accuses somebody, and words for who answers for whom. Verbs stand in all their forms."""

    accusing: WordSet  # somebody is their object: accused Roe of
    undergone: WordSet  # participles: Roe was | sacked
    wrongs: WordSet  # somebody is their subject: Roe | refused to
    wrong_nouns: WordSet  # Roe's | refusal
    charges: WordSet  # a | lawsuit | against Roe
    aimed: WordSet  # after these nouns: against
    source: WordSet  # of a wrong: attacks | from | Roe
    challenging: WordSet  # asked a court to | block | the ban
    measures: WordSet  # the ban that Roe | ordered
    wrongly: WordSet  # Roe | illegally | sold
    executive: WordSet  # what answers for the head of a government: a ministry
    pleas: WordSet  # the answers of the accused: Roe | pleaded
    heads: WordSet  # of governments, as titles: President
    small: WordSet  # say nothing in an organisation's name: of, the
    struck: WordSet  # after a noun, before whom a blow hits: an attack | on | Roe
    placed: WordSet  # before where somebody is accused: ridicule | across | Roe
    unreal: WordSet  # of what has not happened: if Roe refuses
    killed: WordSet  # Roe was | killed
    deaths: WordSet  # the | killing | of Roe; Roe's | widow
    late: WordSet  # the | late | Roe
    died: WordSet
    opposing: WordSet  # those who speak against somebody: critics
    supporting: WordSet  # those who speak for somebody: allies
    outside: WordSet  # those who speak for neither: an economist
    studies: WordSet  # documents that speak for neither: a survey
    scenes: WordSet  # prepositions after which a name is merely where something happens: on, in


@dataclass(frozen=True, slots=True)
class People:
    """Titles, first names, roles, and the nouns of organisations."""

    titles: WordSet
    modifiers: WordSet
    portfolios: WordSet
    unions: WordSet
    male_titles: WordSet
    female_titles: WordSet
    male_words: WordSet
    female_words: WordSet
    particles: WordSet
    suffixes: WordSet
    male: WordSet
    female: WordSet
    organisation: WordSet
    prominent: WordSet
    household: WordSet
    bodies: WordSet
    companies: WordSet
    resumptive: WordSet
    press: WordSet
    offices: WordSet
    things: WordSet
    adjectives: WordSet


@dataclass(frozen=True, slots=True)
class Tagger:
    """A trained tagger: the folder of its model and manifest, what errors call that folder, and `neutral`, which gives
    the word that both sexes share for a word of either (in lower case) and its form."""

    folder: Traversable
    name: str
    neutral: Callable[[str, str], str]


@dataclass(frozen=True, slots=True, eq=False)
class AttributionGrammar:
    """All that attribution needs of one language. `singular` gives a noun without its plural ending; `twins` are words
    of women with those of men. A language without a `tagger` is read by rules alone. Two values are the same only where
    they are one object, so that what is worked out for one can be kept by it."""

    cues: Cues
    noun_phrases: NounPhrases
    clauses: Clauses
    speech_acts: SpeechActs
    names: NameWords
    coreference: Coreference
    people: People
    parties: PartyWords
    gazetteer: Gazetteer
    singular: Callable[[str], str]
    tagger: Tagger | None = None
    twins: Mapping[str, str] = field(default_factory=dict)
