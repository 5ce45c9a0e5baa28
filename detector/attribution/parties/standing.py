"""Who could have been asked: no place, no platform that things merely stand on, no event, nobody who is dead."""

from detector.article import Span
from detector.attribution.entities.context import Context
from detector.attribution.parties.candidates import PartyMentions
from detector.attribution.tokens.token_table import TokenTable
from detector.settings import SETTINGS

NEAR = 4  # tokens beside a name within which its bearer's death is told


def could_be_asked(context: Context, draft: PartyMentions) -> bool:
    """Whether somebody of this name could have been called for a comment."""
    if _is_word(context.words, draft):
        return False
    if draft.sort == "person":
        return (draft.suspect or _is_shown(context, draft.key)) and not _is_dead(context, draft)
    if draft.sort == "body":
        return _is_body(context, draft) and not _is_scene(context, draft)
    return True


def _is_word(words: TokenTable, draft: PartyMentions) -> bool:
    """Whether the text writes the name in small letters as often as with a capital, so that headline style made a name
    of a word: Boehner Blasts Lawmaker | For."""
    key = draft.key.lower()
    if " " in key or draft.sort not in ("person", "body"):
        return False
    small = words.raw.count(key)
    return small > 0 and small >= words.low.count(key) / 2


def _is_shown(context: Context, key: str) -> bool:
    """Whether the text shows a last name to be a person's, by a full name, a title or a pronoun: not a law's name."""
    names = context.names
    if key in names.full or key in names.titled or key in context.grammar.people.prominent:
        return True
    return any(names.surname(words) == key for words in names.human)


def _is_body(context: Context, draft: PartyMentions) -> bool:
    """Whether a capitalised name is surely an organisation and not an event, a thing or a part of the world."""
    parts, grammar = draft.key.split(), context.grammar
    if draft.key in grammar.gazetteer.regions:
        return False
    if draft.key in grammar.gazetteer.bodies:
        return True
    known = not grammar.people.organisation.isdisjoint((parts[0].lower(), parts[-1].lower()))
    if len(parts) == 1:
        return parts[0].lower() in grammar.people.household or (not known and not parts[0].isupper())
    return known or any(part.isupper() and len(part) > 1 for part in parts)


def _is_scene(context: Context, draft: PartyMentions) -> bool:
    """Whether the name is mostly where something happens: in Iowa, on Twitter."""
    words, scenes = context.words, context.grammar.parties.scenes
    placed = sum(_before(words, span) in scenes for span in draft.mentions)
    return placed >= SETTINGS.parties.scene * len(draft.mentions)


def _before(words: TokenTable, span: Span) -> str:
    """The word before a name and its article."""
    first, _ = words.tokens_within(span)
    start = words.unit_at(first).first
    index = first - 1 - (first - 1 > start and words.low[first - 1] in words.grammar.noun_phrases.definite)
    return words.low[index] if index >= start else ""


def _is_dead(context: Context, draft: PartyMentions) -> bool:
    """Whether the text tells of the person's death, so that nobody could have asked: the killing of Jane Roe."""
    words, party = context.words, context.grammar.parties
    endings, passive = context.grammar.noun_phrases.possessive_endings, context.grammar.coreference.passive_past
    for span in draft.mentions:
        first, last = words.tokens_within(span)
        unit = words.unit_at(first)
        before = words.low[max(unit.first, first - NEAR) : first]
        after = words.low[last : min(last + NEAR, unit.last)]
        if not party.late.isdisjoint(before) or not (party.deaths.isdisjoint(before[-2:])):
            return True
        if not party.died.isdisjoint(after):
            return True
        if not endings.isdisjoint(after[:1]) and not party.deaths.isdisjoint(after[1:3]):
            return True
        if not passive.isdisjoint(after) and not party.killed.isdisjoint(after[1:]):
            return True
    return False
