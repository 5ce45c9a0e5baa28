"""What attribution must know of a language, as values: the words of its grammar, and in other modules those of
cues, named entities and places.

Each part is a frozen dataclass that `detector.languages.lexicons.fill` makes out of a TOML table with the same keys.
All words are in lower case with straight apostrophes but where a comment says otherwise. A set that a language has no
words for is empty. The comments give English examples.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable

from detector.languages.cues import Cues
from detector.languages.entity_words import Coreference, NameWords, PartyWords, People
from detector.languages.places import Gazetteer
from detector.languages.word_sets import Listed, PhraseSet, WordSet


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
    summing: WordSet  # what sums up, before a relative clause of the author: , | something | that helps
    resuming: WordSet  # what goes on after a reporting clause as a relative clause: , | whose
    comparative: WordSet  # praised by Roe | as
    coordinating: WordSet  # and, but
    pointing: WordSet  # to what was said before: | so | says Roe
    subjects: WordSet  # relative pronouns that are subjects: who, which
    subordinators: WordSet
    joining: WordSet  # before a participle: by | saying
    chaining: WordSet  # between verbs of one subject: and, then
    succeeding: WordSet  # before the next thing that somebody does: explained it, | then | left
    governors: WordSet  # before a cue in the infinitive: went on | to say
    governor_particles: WordSet  # went | on
    making: WordSet  # Roe has | made | the claim that
    stages: WordSet  # before where somebody goes to say something: went | on | the radio, took | to | a blog
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
    finders: WordSet  # nouns for those who look into things: researcher Jane Roe | found
    committing: WordSet  # lemmas of cues that give one's word: promised | to go
    forecasting: WordSet  # lemmas of cues that tell what will be: projected sales | to grow
    feared: WordSet  # lemmas of thoughts that are said where they are told of …
    public: WordSet  # … those who speak in public: experts | fear
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
    composing: WordSet  # verbs that make a work or uphold a thing: | wrote | a column
    supposed: WordSet  # nouns for what may not be so: the | speculation | that Roe wrote it
    writers: WordSet  # pronouns of the writer, who is asked: readers asked | us
    occasions: WordSet  # where words are given: in a | statement
    locating: WordSet  # before an occasion: in, on
    announcing: WordSet  # before a message whose words come next: the | following | message
    messages: WordSet  # nouns for what is then given word for word
    issuing: WordSet  # between a message and who gives it: the announcement | from | the White House
    giving: WordSet  # verbs of those who give it: left the following message
    posting: WordSet  # verbs of those who give no more than a short post has room for: tweeted
    circumstances: WordSet  # what opens a clause that only tells when something was said: while, unless
    appraising: WordSet  # lemmas of cues that say what somebody is: compared Roe to a mule, branded it “a sham”
    discussing: WordSet  # lemmas of cues that tell a topic: spoke of | the dam
    installing: WordSet  # what a body that votes does to somebody: the Senate | confirmed | Roe
    likening: WordSet  # what somebody | compared | to something, which is said of it
    disowning: WordSet  # lemmas of deeds done in words where a gerund follows: denied | having seen it
    asking: WordSet  # lemmas of cues that put a question: a reporter | asked
    inquiring: WordSet  # lemmas of cues that ask …
    inquired: WordSet  # … | if, when
    counting: WordSet  # what ends what only tells how often: several | times


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
