"""Whom the story is about: countries, bodies and persons of the headline and of the body, and whether they are heard.

Only words that the text itself shows to be names count, so that a headline In Title Case names nobody by its capitals.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from detector.attribution import names as naming
from detector.attribution import places as gazetteer
from detector.attribution import sides
from detector.attribution.context import Context
from detector.attribution.cues import load
from detector.attribution.entities import Entity
from detector.attribution.lexicons import table, word_lists
from detector.model import Part, Party, Quotation, Source, Span

HEADLINES = frozenset({Part.HEADLINE, Part.KICKER})
LEAST = {"country": 3, "body": 3, "person": 5}  # mentions in the body that make somebody a party
UNPLACED = 0.4  # share of the words of sources of no known country from which no country can be called unheard
OFFICIAL = frozenset(
    "officials executives bosses leaders lawyers attorneys representatives spokespeople spokesmen ministers aides"
    " advisers advisors directors managers chiefs".split()
)
CONSIDERED = 12  # candidates looked at, from the headline and from the body
MOST = 5  # parties that come from the body alone
Heard = Literal["direct", "paraphrase", "declined", "none"]


@dataclass(slots=True)
class Draft:
    """A party while its mentions are gathered; `sort` is country, body or person."""

    key: str
    sort: str
    mentions: list[Span] = field(default_factory=list)
    headline: list[Span] = field(default_factory=list)
    name: str | None = None

    def add(self, span: Span, text: str, in_headline: bool, noun: bool) -> None:
        """Count one more mention; the first that is a noun gives the party its name."""
        self.mentions.append(span)
        if in_headline:
            self.headline.append(span)
        if self.name is None and noun:
            self.name = span.of(text)


@dataclass(frozen=True, slots=True)
class Speakers:
    """The sources with the entities behind them, what they are given, and where somebody refused to speak."""

    told: Sequence[tuple[Entity, Source]]
    quotations: Sequence[Quotation]
    declined: Sequence[Span]


def find(context: Context, told: Sequence[tuple[Entity, Source]], quotations: Sequence[Quotation]) -> tuple[Party, ...]:
    """The parties of the story, those of the headline first, then those the body names most."""
    drafts, home = _gather(context), gazetteer.dateline(context.words, context.places)
    abroad = len([draft for draft in drafts if draft.sort == "country" and len(draft.mentions) > 1]) > 1
    foremost = [draft for draft in drafts if draft.headline][:CONSIDERED]
    chosen = [draft for draft in foremost if _is_sure(draft, told)]
    rest = [draft for draft in drafts if not draft.headline and len(draft.mentions) >= LEAST[draft.sort]]
    chambers = table("places")["members"]
    rest = [draft for draft in rest if (abroad or draft.sort != "country") and draft.key not in chambers]
    rest = sorted(rest, key=lambda draft: -len(draft.mentions))[:CONSIDERED]
    chosen += [draft for draft in rest if _is_sure(draft, told)][: max(0, MOST - len(chosen))]
    speakers = Speakers(told, quotations, _declined(context))
    parties = [(draft, _party(context, draft, speakers, abroad and draft.key != home)) for draft in chosen]
    sure = frozenset(draft.key for draft in chosen if draft.sort != "country" or (home and draft.headline))
    return tuple(party for draft, party in parties if draft.key in sure or not _is_doubtful(party, told))


def _is_doubtful(party: Party, told: Sequence[tuple[Entity, Source]]) -> bool:
    """Whether a country seems unheard only because nobody says where the sources are from."""
    unplaced = sum(source.share for entity, source in told if sides.countries(entity) is None)
    return party.heard == "none" and unplaced >= UNPLACED


def _is_sure(draft: Draft, told: Sequence[tuple[Entity, Source]]) -> bool:
    """Whether a capitalised name is surely an organisation and not an event or a thing: New Year, Great Plan."""
    parts = draft.key.split()
    known = not word_lists("people")["organisation"].isdisjoint((parts[0].lower(), parts[-1].lower()))
    if len(parts) == 1 and draft.sort == "body" and known and draft.key not in table("places")["bodies"]:
        return False
    short = len(parts) == 1 or any(part.isupper() and len(part) > 1 for part in parts)
    return draft.sort != "body" or known or short or any(_belongs(entity, draft, abroad=True) for entity, _ in told)


def _gather(context: Context) -> list[Draft]:
    drafts: dict[str, Draft] = {}
    for span, key, sort, in_headline, noun in sorted(_mentions(context)):
        draft = drafts.setdefault(key, Draft(key, sort))
        draft.add(span, context.words.text, in_headline, noun)
    return list(drafts.values())


Found = tuple[Span, str, str, bool, bool]


def _mentions(context: Context) -> Iterator[Found]:
    words = context.words
    for found in context.places.values():
        part, place = words.unit_at(found.first).part, found.place
        if place.sort == "political" or part is Part.BYLINE or gazetteer.is_location(words, found):
            continue
        noun = place.sort in ("country", "body", "institution")
        sort = "country" if place.country else "body"
        yield words.span(found.first, found.last), place.name, sort, part in HEADLINES, noun
    known = _known_names(context)
    initials = _initials(known)
    for name in context.names.mentions:
        key = _key(name.words, known)
        if key is not None and name.core[0] not in context.places:
            yield words.span(*name.core), initials.get(key, key), known[key], False, True
    yield from _headline_names(context, known)


def _key(parts: tuple[str, ...], known: Mapping[str, str]) -> str | None:
    whole, last = " ".join(parts), naming.surname(parts)
    return whole if whole in known else last if last in known else None


def _known_names(context: Context) -> dict[str, str]:
    """Names that the body shows to be names: persons by last name, organisations by their whole name."""
    known: dict[str, str] = {}
    for name in context.names.mentions:
        last = naming.surname(name.words)
        given = len(name.words) == 1 and name.words[0] in context.names.given
        if name.kind == "person" or last in context.names.full:
            known.update({} if given and last not in context.names.full else {last: "person"})
        elif name.kind == "organisation" and not any(map(str.isdigit, "".join(name.words))):
            known.setdefault(" ".join(name.words), "body")
    return known


def _initials(known: Mapping[str, str]) -> dict[str, str]:
    """Acronyms of the organisations known: CBO for Congressional Budget Office."""
    spelled = [key for key, sort in known.items() if sort == "body" and key.count(" ") > 1]
    return {"".join(word[0] for word in key.split() if word[0].isupper()): key for key in spelled}


def _headline_names(context: Context, known: Mapping[str, str]) -> Iterator[Found]:
    words = context.words
    longest = max((key.count(" ") + 1 for key in known), default=1)
    lowered = {key.lower(): key for key in known}
    for unit in words.units:
        if unit.part not in HEADLINES:
            continue
        index = unit.first
        while index < unit.last:
            size, key = _match(words.low, lowered, index, min(longest, unit.last - index))
            if key is not None and words.capital(index) and index not in context.places:
                yield words.span(index, index + size), key, known[key], True, True
            index += max(size, 1)


def _match(low: Sequence[str], lowered: Mapping[str, str], index: int, longest: int) -> tuple[int, str | None]:
    for size in range(min(longest, 8), 0, -1):
        key = lowered.get(" ".join(low[index : index + size]))
        if key is not None:
            return size, key
    return 0, None


def _declined(context: Context) -> list[Span]:
    """Where somebody refused to comment or was not reached."""
    text, found = context.words.text, list[Span]()
    for refusal in load().lists["declined"]:
        start = text.find(refusal)
        while start >= 0:
            found.append(Span(start, start + len(refusal)))
            start = text.find(refusal, start + 1)
    return sorted(found)


def _party(context: Context, draft: Draft, speakers: Speakers, abroad: bool) -> Party:
    own = [(entity, source) for entity, source in speakers.told if _belongs(entity, draft, abroad)]
    side = next((source.side for _, source in own if source.side), None)
    return Party(
        name=draft.name or draft.mentions[0].of(context.words.text),
        side=draft.key if draft.sort == "country" else side,
        mentions=tuple(draft.mentions),
        headline=tuple(draft.headline),
        heard=_heard(context, draft, {source.id for _, source in own}, speakers),
    )


def _belongs(entity: Entity, draft: Draft, abroad: bool) -> bool:
    """Whether what the entity says is the party's own voice; in a story of one country everybody speaks from there."""
    description = entity.description
    if draft.sort == "country":
        country = sides.countries(entity)
        return country == draft.key or (country is None and not abroad)
    if draft.sort == "person":
        own = description.kind == "person" and bool(description.name) and naming.surname(description.name) == draft.key
        return own or draft.key in (description.affiliation or "").lower().split()
    if description.plural and description.head not in OFFICIAL:
        return False
    near = f"{description.label} {description.affiliation or ''}".lower()
    roles = table("places")["members"].get(draft.key, ())
    member = not set((description.role or description.head or "").lower().replace(".", "").split()).isdisjoint(roles)
    return member or _named_in(draft, near)


def _named_in(draft: Draft, near: str) -> bool:
    padded = f" {near} "
    return f" {draft.key.lower()} " in padded or (draft.name is not None and f" {draft.name.lower()} " in padded)


def _heard(context: Context, draft: Draft, own: set[str], speakers: Speakers) -> Heard:
    styles = {quotation.style for quotation in speakers.quotations if quotation.source in own}
    if styles:
        return "direct" if styles & {"direct", "mixed"} else "paraphrase"
    words = context.words
    for refusal in speakers.declined:
        index = bisect_right(words.start, refusal.start) - 1
        unit = words.unit_at(index)
        sentence = Span(words.start[unit.first], refusal.start)
        nearest = bisect_right(draft.mentions, Span(refusal.start, refusal.start)) - 1
        if nearest >= 0 and sentence.contains(draft.mentions[nearest]):
            return "declined"
    return "none"
