"""Where countries, bodies and persons are named in the headline and in the body: what parties are made of.

Only words that the text itself shows to be names count, so that a headline In Title Case names nobody by its capitals.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from detector.article import Part, Span
from detector.attribution.entities import aliases, gazetteer
from detector.attribution.entities.context import Context
from detector.attribution.entities.name_runs import LONGEST
from detector.attribution.parties.accusations import is_accused
from detector.attribution.tokens.token_table import TokenTable
from detector.languages.grammar import AttributionGrammar

HEADLINES = frozenset({Part.HEADLINE, Part.KICKER})


@dataclass(slots=True)
class PartyMentions:
    """A party while its mentions are gathered; `sort` is country, body, political or person. `executive` is true where
    it heads a government, for which its ministries answer, `suspect` where nothing but an accusation shows it to be a
    person."""

    key: str
    sort: str
    mentions: list[Span] = field(default_factory=list)
    headline: list[Span] = field(default_factory=list)
    name: str | None = None
    executive: bool = False
    suspect: bool = False

    def add(self, span: Span, text: str, in_headline: bool, noun: bool) -> None:
        """Count one more mention; the first that is a noun gives the party its name."""
        self.mentions.append(span)
        if in_headline:
            self.headline.append(span)
        if self.name is None and noun:
            self.name = span.of(text)


def gather(context: Context) -> list[PartyMentions]:
    """Everybody named, in the order of the text."""
    drafts: dict[str, PartyMentions] = {}
    suspects = _suspects(context)
    for span, key, sort, in_headline, noun in sorted(_mentions(context, suspects)):
        draft = drafts.setdefault(key, PartyMentions(key, sort, suspect=sort == "person" and key in suspects))
        draft.add(span, context.words.text, in_headline, noun)
        draft.executive = draft.executive or (sort != "country" and _is_executive(context.words, span))
    _keep_one_executive(drafts.values())
    return [draft for draft in drafts.values() if not _is_author(context.words, draft)]


def _keep_one_executive(drafts: Iterable[PartyMentions]) -> None:
    """Leave one head of a government, whom the text names most: its ministries answer for no other."""
    heads = [draft for draft in drafts if draft.executive]
    for draft in sorted(heads, key=lambda draft: -len(draft.mentions))[1:]:
        draft.executive = False


def _is_executive(words: TokenTable, span: Span) -> bool:
    """Whether a name heads a government: President | Roe, the Roe | administration; not: former President | Roe."""
    first, last = words.tokens_within(span)
    unit, party = words.unit_at(first), words.grammar.parties
    before, after = words.low[max(unit.first, first - 3) : first], words.low[last : min(last + 1, unit.last)]
    names = words.grammar.names
    past = not names.courtesy.isdisjoint(before) or not names.ranks.isdisjoint(before)
    return (not past and not party.heads.isdisjoint(before)) or not party.executive.isdisjoint(after)


def _is_author(words: TokenTable, draft: PartyMentions) -> bool:
    """Whether the byline names the person."""
    bylines = (unit for unit in words.units if unit.part is Part.BYLINE)
    return draft.sort == "person" and any(draft.key in words.low[unit.first : unit.last] for unit in bylines)


Found = tuple[Span, str, str, bool, bool]


def _mentions(context: Context, suspects: frozenset[str]) -> Iterator[Found]:
    words = context.words
    for found in context.places.values():
        part, place = words.unit_at(found.first).part, found.place
        group = place.sort == "political" and _is_plural(words, found.last - 1)
        if part is Part.BYLINE or gazetteer.is_location(words, found):
            continue
        if place.sort == "region" or (place.sort == "political" and not group):
            continue
        span = words.span(found.first, found.last)
        noun = group or place.sort in ("country", "body", "institution")
        body = place.sort in ("body", "institution")  # the White House can be asked for itself
        called = span.of(words.text) if place.sort == "institution" else place.name
        yield span, called, place.sort if group else "body" if body else "country", part in HEADLINES, noun
    known = _known_names(context)
    known |= {last: "person" for last in suspects if last not in known}
    initials = _initials(known, context.grammar) | _shortened(known, context.grammar)
    known |= {short: "body" for short in initials if " " not in short and short not in known}
    for name in context.names.mentions:
        key = _key(context, name.words, known)
        if key is not None and name.core[0] not in context.places:
            yield words.span(*name.core), initials.get(key, key), known[key], False, True
    for span, key, sort, in_headline, noun in _headline_names(context, known):
        yield span, initials.get(key, key), sort, in_headline, noun


def _is_plural(words: TokenTable, index: int) -> bool:
    """Whether the last word of a party's name stands for its people: Democrats, Dems, which is tagged as a name."""
    return words.form[index] == "plural" or words.grammar.singular(words.low[index]) != words.low[index]


def _shortened(known: Mapping[str, str], grammar: AttributionGrammar) -> dict[str, str]:
    """Organisations by their names without the noun that says what they are: Bilder | Group."""
    bodies = ((key.rpartition(" "), key) for key, sort in known.items() if sort == "body")
    return {short: key for (short, _, noun), key in bodies if short and noun.lower() in grammar.people.organisation}


def _key(context: Context, parts: tuple[str, ...], known: Mapping[str, str]) -> str | None:
    whole, last = " ".join(parts), context.names.surname(parts)
    return whole if whole in known else last if last in known else None


def _known_names(context: Context) -> dict[str, str]:
    """Names that the body shows to be names: persons by last name, organisations by their whole name."""
    known: dict[str, str] = {}
    for name in context.names.mentions:
        last = context.names.surname(name.words)
        first_name = len(name.words) == 1 and name.words[0] in context.names.first_names
        if name.kind == "person" or last in context.names.full:
            known.update({} if first_name and last not in context.names.full else {last: "person"})
        elif name.kind == "organisation" and not any(map(str.isdigit, "".join(name.words))):
            known.setdefault(" ".join(name.words), "body")
    alone = {name.words[0].lower() for name in context.names.mentions if len(name.words) == 1}
    for last in sorted(alone & context.names.surnames):  # Mauro Petti … Petti
        known.setdefault(last, "person")
    return known


def _suspects(context: Context) -> frozenset[str]:
    """Last names of two words that nothing but an accusation shows to be a person's: the people of a place, a thing or
    an event have an article or an owner before them."""
    words, names = context.words, context.names
    syntax = context.grammar.noun_phrases
    found = set[str]()
    for name in names.mentions:
        first, last = name.core
        owned = words.low[first - 1] in syntax.possessive_endings | syntax.articles if first else False
        alone = name.kind == "unknown" and len(name.words) == 2 and name.words not in names.corporate
        if alone and not owned and first not in context.places and is_accused(context, first, last):
            found.add(names.surname(name.words))
    return frozenset(found)


def _initials(known: Mapping[str, str], grammar: AttributionGrammar) -> dict[str, str]:
    """Acronyms of the organisations known: CBO for Congressional Budget Office."""
    bodies = [key for key, sort in known.items() if sort == "body"]
    return {letters: key for key in bodies for letters in aliases.acronyms(key.split(), grammar.names)}


def _headline_names(context: Context, known: Mapping[str, str]) -> Iterator[Found]:
    words = context.words
    longest = max((key.count(" ") + 1 for key in known), default=1)
    lowered, endings = {key.lower(): key for key in known}, _Endings(context)
    for unit in words.units:
        if unit.part not in HEADLINES:
            continue
        index = unit.first
        while index < unit.last:
            size, key = _match(words.low, lowered, index, min(longest, unit.last - index))
            if key is not None and words.capital(index) and index not in context.places:
                first = _start(words, index, endings.of(key)) if known[key] == "person" else index
                yield words.span(first, index + size), key, known[key], True, True
            index += max(size, 1)


class _Endings:
    """How the body ends the full names of a last name, worked out once for each: Berg, Ada Berg, M. Ada Berg."""

    def __init__(self, context: Context) -> None:
        self._full = context.names.full
        self._known: dict[str, frozenset[tuple[str, ...]]] = {}

    def of(self, key: str) -> frozenset[tuple[str, ...]]:
        """The ends of all lengths, in lower case."""
        if key not in self._known:
            lowered = (tuple(map(str.lower, full)) for full in self._full.get(key, ()))
            self._known[key] = frozenset(full[start:] for full in lowered for start in range(len(full)))
        return self._known[key]


def _start(words: TokenTable, index: int, endings: frozenset[tuple[str, ...]]) -> int:
    """Where a headline begins a person's name whose last word stands at `index`: James Van Der | Beek."""
    for start in range(max(words.unit_at(index).first, index - LONGEST + 1), index):
        if tuple(map(str.lower, words.raw[start : index + 1])) in endings:
            return start
    return index


def _match(low: Sequence[str], lowered: Mapping[str, str], index: int, longest: int) -> tuple[int, str | None]:
    for size in range(min(longest, 8), 0, -1):
        key = lowered.get(" ".join(low[index : index + size]))
        if key is not None:
            return size, key
    return 0, None
