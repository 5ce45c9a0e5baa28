"""Whom the story is about: countries, bodies, groups and persons, whether they are heard and where accused."""

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from detector.article import Party, Quotation, Source, Span
from detector.attribution.coreference.entities import Entity
from detector.attribution.entities.context import Context
from detector.attribution.parties import answers, candidates, sides
from detector.attribution.parties.accusations import is_accused, is_governed
from detector.attribution.parties.candidates import PartyMentions
from detector.attribution.parties.standing import could_be_asked
from detector.attribution.tokens.token_table import TokenTable
from detector.settings import SETTINGS

KINDS: Mapping[str, Literal["person", "organisation", "country"]] = MappingProxyType(
    {"country": "country", "body": "organisation", "political": "organisation", "person": "person"}
)


def find_parties(
    context: Context, voiced: Sequence[tuple[Entity, Source]], quotations: Sequence[Quotation]
) -> tuple[Party, ...]:
    """The parties of the story, those of the headline first, then those the body accuses or names most.

    Whoever is not heard has no confidence yet (see `confidence`).
    """
    settings = SETTINGS.parties
    drafts = candidates.gather(context)
    abroad = len([draft for draft in drafts if draft.sort == "country" and len(draft.mentions) > 1]) > 1
    speakers = answers.speakers(context, voiced, quotations, abroad)
    foremost = [draft for draft in drafts if draft.headline][: settings.considered]
    rest = [draft for draft in drafts if not draft.headline]
    rest = sorted(rest, key=lambda draft: -len(draft.mentions))[: settings.candidates]
    parties = [(draft, _party(context, draft, speakers)) for draft in foremost + rest]
    heard = (party for draft, party in parties if party.heard != "none" or could_be_asked(context, draft))
    return tuple(party for party in heard if _is_party(party, speakers))


def _is_voiced(words: TokenTable, accused: Sequence[Span], speakers: answers.Speakers) -> bool:
    """Whether a source is given words in a sentence that accuses the party."""
    spoken = {
        words.unit_of[words.tokens_within(piece)[0]]
        for quotation in speakers.quotations
        if quotation.source and quotation.kind == "speech"
        for piece in (*quotation.cue, *quotation.content)
    }
    return any(words.unit_of[words.tokens_within(span)[0]] in spoken for span in accused)


def _party(context: Context, draft: PartyMentions, speakers: answers.Speakers) -> Party:
    own, words = answers.answering(draft, speakers), context.words
    accused = tuple(span for span in _own_mentions(words, draft) if is_accused(context, *words.tokens_within(span)))
    quoted = {quotation.source for quotation in speakers.quotations}
    return Party(
        name=draft.name or draft.mentions[0].of(words.text),
        side=draft.key if draft.sort == "country" else next((source.side for source in own if source.side), None),
        mentions=tuple(draft.mentions),
        headline=tuple(draft.headline),
        heard=answers.heard(draft, own, speakers),
        kind=KINDS[draft.sort],
        by=tuple(source.id for source in own if source.id in quoted),
        accused=accused,
        voiced=_is_voiced(words, accused, speakers),
        acts=sum(_is_acting(words, *words.tokens_within(span)) for span in draft.mentions),
    )


def _own_mentions(words: TokenTable, draft: PartyMentions) -> list[Span]:
    """The mentions of a person that are surely its own: where two share a last name, those by that alone and those by
    the first name that is written oftener."""
    if draft.sort != "person":
        return draft.mentions
    ranges = [(span, *words.tokens_within(span)) for span in draft.mentions]
    firsts = Counter(words.low[first] for _, first, last in ranges if last - first > 1).most_common(2)
    tied = len(firsts) > 1 and firsts[0][1] == firsts[1][1]
    own = None if tied or not firsts else firsts[0][0]
    return [span for span, first, last in ranges if last - first == 1 or words.low[first] == own]


def _is_acting(words: TokenTable, first: int, last: int) -> bool:
    """Whether the name at tokens `[first, last)` is the subject of a verb that follows it."""
    near = words.pos[last : min(last + 2, words.unit_at(first).last)]
    return not is_governed(words, first) and not {"VERB", "AUX"}.isdisjoint(near)


def _is_party(party: Party, speakers: answers.Speakers) -> bool:
    """Whether the story is about it: named in the headline, accused, or named often. A country that is heard divides
    nothing where the story is of no other country."""
    sure = party.kind != "country" or (speakers.home and party.headline)
    if party.heard == "none" and not sure and _is_unplaced(speakers):
        return False
    divides = party.kind != "country" or party.heard == "none" or speakers.abroad
    often = len(party.mentions) >= SETTINGS.parties.mentions[party.kind]
    return bool(party.headline or party.accused or (divides and often))


def _is_unplaced(speakers: answers.Speakers) -> bool:
    """Whether a country may seem unheard only because nobody says where the sources are from."""
    unplaced = sum(source.share for entity, source in speakers.voiced if sides.countries(entity) is None)
    return unplaced >= SETTINGS.parties.unplaced
