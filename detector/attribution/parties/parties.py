"""Whom the story is about: countries, bodies and persons of headline and body, and whether they are heard."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from detector.article import Party, Quotation, Source, Span
from detector.attribution.coreference.entities import Entity
from detector.attribution.entities import gazetteer
from detector.attribution.entities.context import Context
from detector.attribution.entities.names import surname
from detector.attribution.parties import camps, candidates
from detector.attribution.parties.candidates import Draft
from detector.languages.grammar import AttributionGrammar
from detector.settings import SETTINGS

NEAR = 4  # tokens beside a name within which its bearer's death is told
Heard = Literal["direct", "paraphrase", "declined", "none"]
KINDS: Mapping[str, Literal["person", "organisation", "country"]] = MappingProxyType(
    {"country": "country", "body": "organisation", "person": "person"}
)


@dataclass(frozen=True, slots=True)
class Speakers:
    """The sources with the entities behind them, what they are given, and where somebody refused to speak."""

    grammar: AttributionGrammar
    voiced: Sequence[tuple[Entity, Source]]
    quotations: Sequence[Quotation]
    declined: Sequence[Span]


def find_parties(
    context: Context, voiced: Sequence[tuple[Entity, Source]], quotations: Sequence[Quotation]
) -> tuple[Party, ...]:
    """The parties of the story, those of the headline first, then those the body names most."""
    settings = SETTINGS.parties
    drafts, home = candidates.gather(context), gazetteer.dateline(context.words, context.places)
    speakers = Speakers(context.grammar, voiced, quotations, _declined(context))
    abroad = len([draft for draft in drafts if draft.sort == "country" and len(draft.mentions) > 1]) > 1
    foremost = [draft for draft in drafts if draft.headline][: settings.considered]
    chosen = [draft for draft in foremost if _is_sure(draft, speakers) and not _is_dead(context, draft)]
    rest = [draft for draft in drafts if not draft.headline and len(draft.mentions) >= settings.mentions[draft.sort]]
    chambers = context.grammar.gazetteer.members
    rest = [draft for draft in rest if (abroad or draft.sort != "country") and draft.key not in chambers]
    rest = [draft for draft in rest if not _is_dead(context, draft)]
    rest = sorted(rest, key=lambda draft: -len(draft.mentions))[: settings.considered]
    chosen += [draft for draft in rest if _is_sure(draft, speakers)][: max(0, settings.most - len(chosen))]
    parties = [(draft, _party(context, draft, speakers, abroad and draft.key != home)) for draft in chosen]
    sure = frozenset(draft.key for draft in chosen if draft.sort != "country" or (home and draft.headline))
    return tuple(party for draft, party in parties if draft.key in sure or not _is_doubtful(party, voiced))


def _is_doubtful(party: Party, voiced: Sequence[tuple[Entity, Source]]) -> bool:
    """Whether a country seems unheard only because nobody says where the sources are from."""
    unplaced = sum(source.share for entity, source in voiced if camps.countries(entity) is None)
    return party.heard == "none" and unplaced >= SETTINGS.parties.unplaced


def _is_sure(draft: Draft, speakers: Speakers) -> bool:
    """Whether a capitalised name is surely an organisation and not an event or a thing: New Year, Great Plan."""
    parts, grammar = draft.key.split(), speakers.grammar
    known = not grammar.people.organisation.isdisjoint((parts[0].lower(), parts[-1].lower()))
    if len(parts) == 1 and draft.sort == "body" and known and draft.key not in grammar.gazetteer.bodies:
        return False
    if draft.sort != "body" or any(_belongs(grammar, entity, draft, abroad=True) for entity, _ in speakers.voiced):
        return True
    if draft.key in grammar.gazetteer.regions:
        return False
    if len(parts) == 1 and parts[0].isupper():
        return parts[0] in grammar.gazetteer.bodies
    return known or len(parts) == 1 or any(part.isupper() and len(part) > 1 for part in parts)


def _is_dead(context: Context, draft: Draft) -> bool:
    """Whether the text tells of the person's death, so that nobody could have asked: the killing of Jane Roe."""
    words, grammar = context.words, context.grammar.coreference
    endings = context.grammar.noun_phrases.possessive_letters
    for span in draft.mentions if draft.sort == "person" else ():
        first, last = words.tokens_within(span)
        unit = words.unit_at(first)
        before = words.low[max(unit.first, first - NEAR) : first]
        after = words.low[last : min(last + NEAR, unit.last)]
        if not (grammar.deaths | grammar.late).isdisjoint(before[-2:]) or not grammar.died.isdisjoint(after[:1]):
            return True
        if not endings.isdisjoint(after[:1]) and not grammar.deaths.isdisjoint(after[1:2]):
            return True
        if not grammar.passive_past.isdisjoint(after[:1]) and not grammar.killed.isdisjoint(after[1:]):
            return True
    return False


def _declined(context: Context) -> list[Span]:
    """Where somebody refused to comment or was not reached."""
    text, found = context.words.text, list[Span]()
    for refusal in context.grammar.cues.words.declined:
        start = text.find(refusal)
        while start >= 0:
            found.append(Span(start, start + len(refusal)))
            start = text.find(refusal, start + 1)
    return sorted(found)


def _party(context: Context, draft: Draft, speakers: Speakers, abroad: bool) -> Party:
    own = [(entity, source) for entity, source in speakers.voiced if _belongs(speakers.grammar, entity, draft, abroad)]
    side = next((source.side for _, source in own if source.side), None)
    quoted = {quotation.source for quotation in speakers.quotations}
    return Party(
        name=draft.name or draft.mentions[0].of(context.words.text),
        side=draft.key if draft.sort == "country" else side,
        mentions=tuple(draft.mentions),
        headline=tuple(draft.headline),
        heard=_heard(context, draft, {source.id for _, source in own}, speakers),
        kind=KINDS[draft.sort],
        by=tuple(source.id for _, source in own if source.id in quoted),
    )


def _belongs(grammar: AttributionGrammar, entity: Entity, draft: Draft, abroad: bool) -> bool:
    """Whether what the entity says is the party's own voice; in a story of one country everybody speaks from there."""
    description = entity.description
    if draft.sort == "country":
        country = camps.countries(entity)
        return country == draft.key or (country is None and not abroad)
    if draft.sort == "person":
        own = (
            description.kind == "person" and bool(description.name) and surname(description.name, grammar) == draft.key
        )
        return own or draft.key in (description.affiliation or "").lower().split()
    if description.plural and description.head not in grammar.coreference.officials:
        return False
    near = f"{description.label} {description.affiliation or ''}".lower()
    roles = grammar.gazetteer.members.get(draft.key, ())
    member = not set((description.role or description.head or "").lower().replace(".", "").split()).isdisjoint(roles)
    return member or _named_in(draft, near)


def _named_in(draft: Draft, near: str) -> bool:
    padded = f" {near} "
    return f" {draft.key.lower()} " in padded or (draft.name is not None and f" {draft.name.lower()} " in padded)


def _heard(context: Context, draft: Draft, own: set[str], speakers: Speakers) -> Heard:
    styles = {quotation.style for quotation in speakers.quotations if quotation.source in own}
    if styles:
        return "direct" if styles - {"indirect"} else "paraphrase"
    words = context.words
    for refusal in speakers.declined:
        index = bisect_right(words.start, refusal.start) - 1
        unit = words.unit_at(index)
        sentence = Span(words.start[unit.first], refusal.start)
        nearest = bisect_right(draft.mentions, Span(refusal.start, refusal.start)) - 1
        if nearest >= 0 and sentence.contains(draft.mentions[nearest]):
            return "declined"
    return "none"
