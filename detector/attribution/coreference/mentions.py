"""Where an article names somebody, in the order of the text: what the resolver goes through.

Positions are token indices.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from detector.article import Part
from detector.attribution.coreference.descriptions import is_posted
from detector.attribution.entities.context import Context
from detector.attribution.entities.names import Name
from detector.attribution.syntax import noun_phrases
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import TokenTable
from detector.attribution.tokens.types import RawQuotation

CLOSED = ((",",), (".",), (";",))  # what follows an apposition
QUOTED = frozenset({"”", '"', "’", "'"})  # before whoever said what stands there: …,” | the secretary, Jane Roe said


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Somebody is named at token `position`; `number` is that of the quotation whose source it is, else -1. `phrase`
    is read in the place of `span` where that is in a headline, whose names the body tells. `signed`: it is a name as
    it stands."""

    position: int
    order: int
    phrase: Phrase
    number: int
    span: Phrase
    signed: bool = False


def collect(context: Context, raws: Sequence[RawQuotation]) -> list[Mention]:
    """All mentions of an article, sources before what else is named at the same place."""
    sources = list(_sources(context, raws))
    starting = {mention.position for mention in sources}
    others = (*_bodies(context), *_subjects(context))
    return sorted([*sources, *_names(context), *(each for each in others if each.position not in starting)])


def _names(context: Context) -> Iterator[Mention]:
    """Where the body names somebody; a person's full name is read with title and apposition the first two times."""
    read: defaultdict[str, int] = defaultdict(int)
    for name in context.names.mentions:
        last = context.names.surname(name.words)
        alone = name.kind == "unknown" and len(name.words) == 1
        if name.core[0] in context.places or (name.kind == "unknown" and not (alone and last in context.names.full)):
            continue
        first = name.first
        if name.kind == "person" and len(name.words) > 1 and (read[last] < 2 or is_posted(context, name)):
            read[last] += 1
            first = _start(context, name)
        phrase = first, name.core[1]
        yield Mention(first, 1, phrase, -1, phrase)


def _bodies(context: Context) -> Iterator[Mention]:
    """Where the body names a political party or an institution: the Democrats · the White House; not: a Democratic
    senator."""
    words = context.words
    for first, place in context.places.items():
        last = place.last
        whole = place.place.sort in ("political", "institution", "body") and words.is_word(last - 1)
        described = last < len(words.low) and (words.is_noun(last) or words.pos[last] == "ADJ")
        if whole and not described and words.unit_at(first).part is Part.BODY and len(words.raw[first]) > 1:
            start = first - (first > 0 and words.low[first - 1] in words.grammar.noun_phrases.definite)
            yield Mention(start, 1, (start, last), -1, (start, last))


def _subjects(context: Context) -> Iterator[Mention]:
    """The pronouns and the people without a name that act in the body: he signed · experts doubted it."""
    words, grammar = context.words, context.grammar
    pronouns, lists = grammar.coreference.singular.keys() | grammar.coreference.plural, grammar.cues.words
    for unit in words.units:
        if unit.part is not Part.BODY:
            continue
        for index in range(unit.first, unit.last):
            low = words.low[index]
            if words.quoted[index]:
                continue
            if low in pronouns:
                yield Mention(index, 1, (index, index + 1), -1, (index, index + 1))
            elif low in lists.persons or low in lists.collectives:
                acts = _acts(words, index + 1)
                phrase = noun_phrases.before(words, index + 1, unit.first) if acts or low in lists.persons else None
                nobody = phrase == (index, index + 1) and low in grammar.coreference.nobody
                if phrase is None or nobody or index in context.names.by_token:
                    continue
                if acts or _is_asked(words, phrase) or _is_introduced(words, phrase):
                    yield Mention(phrase[0], 1, phrase, -1, phrase)


def _is_introduced(words: TokenTable, phrase: Phrase) -> bool:
    """Whether one person without a name comes in, of whom more is told: | a nurse | who left; | a judge | in Tarn."""
    (first, last), grammar = phrase, words.grammar
    if words.low[first] not in grammar.noun_phrases.indefinite and words.pos[first] != "NUM":
        return False
    if (
        last >= len(words.low)
        or words.form[last - 1] == "plural"
        or words.low[last - 1] not in grammar.cues.words.persons
    ):
        return False
    opens = first == words.unit_at(first).first and words.is_preposition(last)
    return opens or words.low[last] in grammar.coreference.person_relative


def _is_asked(words: TokenTable, phrase: Phrase) -> bool:
    """Whether somebody without a name is asked something, who may answer in the next sentence: I asked | the chief."""
    cue = words.grammar.cues.verbs.get(words.low[phrase[0] - 1]) if phrase[0] > 0 else None
    return cue is not None and cue.lemma in words.grammar.speech_acts.inquiring and "hearer" in cue.frames


def _acts(words: TokenTable, index: int) -> bool:
    """Whether a verb stands at `index`, behind adverbs perhaps: experts | immediately | dismissed it."""
    while index < len(words.low) and words.is_adverb(index):
        index += 1
    if index >= len(words.low) or words.low[index] in words.grammar.noun_phrases.infinitive:
        return False  # the ambassador to Tarnia
    return words.is_finite(index) or noun_phrases.is_auxiliary(words, index)


def _start(context: Context, name: Name) -> int:
    """Where the phrase begins that introduces somebody: the port's director Jane Roe · the mayor, Tom Hale,."""
    words, first = context.words, name.first
    unit = words.unit_at(first)
    if first == unit.first:
        return first
    if is_posted(context, name):
        office = noun_phrases.before(words, first - 1, unit.first)
        return office[0] if office is not None else first
    if words.raw[first - 1] == ",":
        ahead = noun_phrases.before(words, first - 1, unit.first)
        behind = name.core[1] < unit.last and words.low[name.core[1]] in words.grammar.cues.verbs
        tail = ahead is not None and behind and ahead[0] > 0 and words.raw[ahead[0] - 1] in QUOTED
        if words.raw[name.core[1] : name.core[1] + 1] not in CLOSED and not tail:
            return _whole(words, name, unit.first)
        known = ahead is not None and words.low[first - 2] in words.grammar.cues.words.persons
        return ahead[0] if ahead is not None and known and not words.capital(first - 2) else first
    return _whole(words, name, unit.first)


def _whole(words: TokenTable, name: Name, low: int) -> int:
    """Where the noun phrase begins, at `low` or later, that a name closes: the port's director | Jane Roe."""
    whole = noun_phrases.before(words, name.core[1], low)
    governed = words.low[name.first - 1] in words.grammar.noun_phrases.prepositions
    return min(name.first, whole[0]) if whole and not governed else name.first


def _sources(context: Context, raws: Sequence[RawQuotation]) -> Iterator[Mention]:
    words, body = context.words, _Body(context)
    for number, raw in enumerate(raws):
        if raw.source is not None:
            first, last = words.tokens_within(raw.source)
            span = first, max(last, first + 1)
            headline = words.unit_at(first).part is Part.HEADLINE
            phrase = body.name_of(span) if headline else span
            if phrase is not None:
                yield Mention(first, 0, phrase, number, span, raw.signed)


class _Body:
    """The names of the body, each where it stands first, for the sources of headlines to be looked up among."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._found: dict[tuple[str, ...], Name | None] = {}

    @cached_property
    def _by_word(self) -> Mapping[str, Sequence[tuple[int, Name]]]:
        """The names with their number, by their surname and by each of their words, in lower case."""
        found: defaultdict[str, list[tuple[int, Name]]] = defaultdict(list)
        first = {(name.kind, name.words): name for name in reversed(self._context.names.mentions)}
        for number, name in enumerate(sorted(first.values(), key=attrgetter("core"))):
            for word in {self._context.names.surname(name.words), *map(str.lower, name.words)}:
                found[word].append((number, name))
        return found

    def name_of(self, phrase: Phrase) -> Phrase | None:
        """The name in the body that a headline's source stands for; the phrase itself where it holds a noun for those
        who speak; `None` where it is neither, as in most headlines in Title Case."""
        words, lists = self._context.words, self._context.grammar.cues.words
        low = words.low[slice(*phrase)]
        if low not in self._found:
            self._found[low] = self._named(low)
        name = self._found[low]
        if name is not None:
            return name.first, name.core[1]
        speaking = any(low[-1] in each for each in (lists.persons, lists.collectives, lists.documents))
        places = any(index in self._context.places for index in range(*phrase))
        return phrase if places or speaking or low[0] in self._context.grammar.noun_phrases.pronouns else None

    def _officer(self, low: tuple[str, ...]) -> Name | None:
        """The only person to whose name the body puts the title that closes a headline's source: Tarn | Mayor."""
        titled = (name for name in self._context.names.mentions if name.kind == "person" and low[-1] in name.titles)
        known = {self._context.names.surname(name.words): name for name in titled}
        return next(iter(known.values())) if len(known) == 1 else None

    def _named(self, low: tuple[str, ...]) -> Name | None:
        near = dict(pair for word in low for pair in self._by_word.get(word, ()))
        for _, name in sorted(near.items()):
            named = tuple(word.lower() for word in name.words)
            officer = low[-1] in self._context.grammar.cues.words.persons and named[-1] != low[-1]
            if officer and name.kind != "person":
                continue  # Acme Chief: We Will Win
            if name.kind == "person" and self._context.names.surname(name.words) in low:
                return name
            if _holds(low, named) or _holds(named, low):
                return name
        return self._officer(low)


def _holds(low: Sequence[str], name: Sequence[str]) -> bool:
    return any(tuple(low[start : start + len(name)]) == tuple(name) for start in range(len(low) - len(name) + 1))
