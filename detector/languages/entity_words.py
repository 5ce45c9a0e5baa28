"""What tells of a language who is who, as values: names, coreference, parties and people (see
`detector.languages.grammar`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from detector.languages.word_sets import Listed, PhraseSet, WordSet

Gender = Literal["male", "female"]


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
    domains: WordSet  # at the end of a name that is an address: Acme. | com
    legal: WordSet  # what a firm is by law, left out of its short name: Acme | Inc.
    owners: WordSet  # as written: People's Daily
    lone_particles: WordSet  # particles of names that join no name by themselves
    joined: PhraseSet  # what stands in the name of one body: ways and means
    closed_titles: PhraseSet  # offices with a preposition inside: editor in chief
    seats: PhraseSet  # a local government by its house: City Hall
    closed_offices: PhraseSet  # offices whose last word begins no name: secretary of state
    courtesy: WordSet  # Mr, former
    ranks: WordSet  # senior | vice president
    ruling: PhraseSet  # offices that tell who it is: prime minister
    offices: WordSet  # further nouns for what somebody is
    plain_roles: WordSet  # nouns for anybody: woman
    single: WordSet  # one | of Roe's lawyers
    role_tails: WordSet  # chief | justice
    role_matters: WordSet  # secretary of | state
    compound_titles: PhraseSet  # titles whose first word is none by itself: district attorney
    origins: WordSet  # say of what faith or people somebody is: Jewish
    origin_tails: WordSet  # say where somebody is from, behind a hyphen: Kuwaiti- | born
    chambers: WordSet  # before an office of a parliament: | Senate majority | leader
    other_office: WordSet  # what makes an office another one: the | vice | president
    over: WordSet  # what says that an office is over: the | former | president
    past: WordSet  # what says when somebody held an office: former
    outlets: WordSet  # last words of newspapers' names that are nouns for people too: the Tarn | Leader
    country_prefixes: WordSet  # left out of the short name of a body
    country_names: PhraseSet  # the same in two words: | United States | Conference of Bakers
    outlet_tails: WordSet  # the same behind the name: Acme | News
    alias_links: WordSet  # without which a long name is not cut at its "and"
    small: WordSet  # say nothing of an affiliation: of, the
    lowered: WordSet  # words that always have a capital and are no names: I
    conjunction: str  # between the names of two who speak as one
    genitive: str  # between a role and what it is of: minister of state
    former: str  # before an office that somebody held
    article: str  # left out of labels
    indefinite_openings: Listed  # of labels that are no names: a, an
    nicknames: Mapping[str, str]  # short first names that do not begin as the full ones do: Bill, William


@dataclass(frozen=True, slots=True)
class Coreference:
    """Pronouns and other words that take up somebody named before, and those that name nobody."""

    singular: Mapping[str, Gender]  # he, she
    plural: WordSet  # they
    oblique: WordSet  # whom
    governing: WordSet  # prepositions, of a comparison too: like | Roe
    person_relative: WordSet  # who
    versus: WordSet  # between the parties of a case, which says nothing itself: Roe | v. | Hale
    residence: WordSet  # Roe, 59, | of | Dayton
    possessives: WordSet  # of things and groups: its, their
    owners: WordSet  # of people: Roe and | her | team
    owned_by: Mapping[str, str]  # possessives with their pronouns: his, he
    messages: WordSet  # documents that are nothing but somebody's words: statement
    told: WordSet  # documents called by the name of whoever wrote them: the Roe report
    made_by: WordSet  # a statement | from | Roe
    news: str  # may open such a noun: the | news | organization
    outlets: WordSet  # nouns that take up a publisher that has just reported: the magazine
    further: WordSet  # tell another one from those before: the | second | person
    agencies: WordSet  # nouns that take up a public body: the agency
    public: WordSet  # such bodies, by the last word of their names: Milk | Board
    utterances: WordSet  # what somebody says, which is no document: Roe's | response
    associated: WordSet  # nouns that take up a body of members: the | group
    associations: WordSet  # such bodies, by the last word of their names: Harbour Workers | Alliance
    exhibits: WordSet  # what shows something and says nothing: a | photo
    videos: WordSet  # what says something, or only shows it: a | video
    showing: WordSet  # verbs for what a video shows
    scriptures: WordSet  # books that are called upon and say nothing to a reporter: the | Bible
    released: WordSet  # messages by the body before them: the Acme | statement
    release_nouns: WordSet  # … the Acme | news | release
    issuing: WordSet  # somebody's words stand in the message they | sent
    papers: WordSet  # nouns that take up any document: the document
    surveys: WordSet  # documents that tell what people answered: poll
    shares: WordSet  # of those asked: a | majority
    percentages: WordSet  # of these, shares that nobody can be but those asked: 40 | percent
    series: WordSet  # several documents by a noun before them: a | series | of polls
    copies: WordSet  # what holds a document: a | copy | of the letter
    measures: WordSet  # documents whose names end as no body's do: index
    made_of: WordSet  # documents by whoever stands after "of": the findings of | Roe
    authors: WordSet  # those who made a study: the | researchers
    results: WordSet  # nouns that take up a study by what it found: the findings
    pleadings: WordSet  # documents by which somebody goes to court: lawsuit
    same_document: Mapping[str, str]  # nouns for one document: survey, poll
    same_office: Mapping[str, str]  # how an office is written too, without a dot: gov, governor
    own: WordSet  # the writer's or the reader's: my
    counts: WordSet  # how many are said, of whom nobody speaks: the number of guests who
    nobody: WordSet  # all, someone
    generic: WordSet  # by itself, people of whom nothing is said: | people | say
    anybody: WordSet  # whoever it may be, of whom nobody speaks: everyone on the council
    pairs: PhraseSet  # the two
    both: WordSet
    distributive: WordSet  # Roe and Hale | both
    pair_nouns: WordSet  # the two | women
    office_verbs: WordSet  # who | chairs
    office_auxiliaries: WordSet  # who | has | chaired
    kin: WordSet  # of whomsoever
    intimates: WordSet  # of whomsoever, who is not their employer: Roe's | friends
    spouses: WordSet  # of whoever holds an office: the first | lady
    demonstratives: WordSet  # the, this, that
    plural_nouns: WordSet  # plural without an ending: police
    age_endings: Listed  # the 59 | -year-old
    time_endings: Listed  # the four | -time winner
    natives: WordSet  # whoever comes from a state: the | Texan
    aspirants: WordSet  # those who stand for an office: candidate
    elected: WordSet  # those whom a state or a party sends: senator
    younger: WordSet  # before a name that parent and child share: the | younger | Roe
    schools: WordSet  # left out of the short name of a body: Harwood | University
    broad: WordSet  # tell no body from another: the | state | agency
    nameless: WordSet  # nouns for somebody without a name: source
    anonymous: WordSet  # before somebody who is never named: the | unnamed | official
    officials: WordSet  # plural nouns for those who speak for a body
    passive_past: WordSet  # was, were


@dataclass(frozen=True, slots=True)
class PartyWords:
    """Words by which a text accuses somebody, and words for who answers for whom. Verbs stand in all their forms."""

    accusing: WordSet  # somebody is their object: accused Roe of
    undergone: WordSet  # participles: Roe was | sacked
    after_undergone: WordSet  # Roe sacked | over the quay
    punishing: WordSet  # somebody is their object: the league suspended | Roe
    earlier: WordSet  # before such a verb, which then tells of what went before: after
    naming: WordSet  # called | Roe a liar
    against: PhraseSet  # took aim at | Roe
    wrongs: WordSet  # somebody is their subject: Roe | refused to
    wrong_nouns: WordSet  # Roe's | refusal
    marring: WordSet  # Roe's | antics
    vices: WordSet  # Roe is | dishonest
    villains: WordSet  # Roe is a | liar
    tainted: WordSet  # Roe spread | false | claims; Roe's | botched | order
    committing: WordSet  # Roe | spread | false claims
    amends: WordSet  # Roe must | apologise
    owed: WordSet  # Roe | should | have answered
    failing: PhraseSet  # Roe | has yet to answer
    uncaring: WordSet  # Roe doesn't | care
    acts: WordSet  # criticised the Roe | plan: Roe himself
    suffered: WordSet  # of these, whoever stands after "of" is not the culprit: obstruction of | Roe
    genitive: WordSet  # … of
    meeting: WordSet  # Roe is | facing criticism
    trouble: WordSet  # … Roe came under | fire
    charges: WordSet  # a | lawsuit | against Roe
    aimed: WordSet  # after these nouns: against
    source: WordSet  # of a wrong: attacks | from | Roe
    challenging: WordSet  # asked a court to | block | the ban
    measures: WordSet  # the ban that Roe | ordered
    wrongly: WordSet  # Roe | illegally | sold
    executive: WordSet  # what answers for the head of a government: a ministry
    pleas: WordSet  # the answers of the accused: Roe | pleaded
    governing: WordSet  # what answers for it too, though it may be another's
    replies: PhraseSet  # … Roe | pushed back
    heads: WordSet  # of governments, as titles: President
    small: WordSet  # say nothing in an organisation's name: of, the
    struck: WordSet  # after a noun, before whom a blow hits: an attack | on | Roe
    placed: WordSet  # before where somebody is accused: ridicule | across | Roe
    telling: WordSet  # after such a verb, where no object follows: charged | that Roe
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
    generations: WordSet  # those that tell parent and child apart: Jr
    male: WordSet
    female: WordSet
    organisation: WordSet
    prominent: WordSet
    household: WordSet
    bodies: WordSet
    companies: WordSet
    resumptive: WordSet
    press: WordSet
    serving: WordSet  # a lawyer | for Roe
    offices: WordSet
    things: WordSet
    adjectives: WordSet
