"""Who answers for whom: a party's own words, those of its office, lawyer or department, and its refusal to comment."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from detector.article import Quotation, Source, Span
from detector.attribution.coreference.entities import Entity
from detector.attribution.entities import gazetteer
from detector.attribution.entities.aliases import acronyms
from detector.attribution.entities.context import Context
from detector.attribution.entities.names import surname
from detector.attribution.parties import sides
from detector.attribution.parties.accusations import is_governed
from detector.attribution.parties.candidates import PartyMentions
from detector.attribution.tokens.token_table import TokenTable
from detector.languages.grammar import AttributionGrammar

Heard = Literal["direct", "paraphrase", "declined", "none"]
CLOSING = frozenset({",", "”", '"', "''"})  # what stands before "said Roe"
PLEADING = 8  # tokens after a name among which its plea stands
SPEAKING = 4  # tokens after a name among which a verb of speech gives it words


@dataclass(frozen=True, slots=True)
class Speakers:
    """The sources with the entities behind them, what they are given, and where somebody refused to speak; `home` is
    the country of the dateline, `abroad` is true in a story of several countries."""

    context: Context
    voiced: Sequence[tuple[Entity, Source]]
    quotations: Sequence[Quotation]
    declined: Sequence[Span]
    home: str | None
    abroad: bool

    @property
    def grammar(self) -> AttributionGrammar:
        """The grammar of the language of the text."""
        return self.context.grammar


def speakers(
    context: Context, voiced: Sequence[tuple[Entity, Source]], quotations: Sequence[Quotation], abroad: bool
) -> Speakers:
    """Who speaks in an article, and where somebody would not."""
    home = gazetteer.dateline(context.words, context.places)
    return Speakers(context, voiced, quotations, sorted(_refusals(context)), home, abroad)


def _refusals(context: Context) -> Iterator[Span]:
    """Where somebody refused to comment or was not reached."""
    text = context.words.text
    for refusal in context.grammar.cues.words.declined:
        start = text.find(refusal)
        while start >= 0:
            yield Span(start, start + len(refusal))
            start = text.find(refusal, start + 1)


def answering(draft: PartyMentions, speakers: Speakers) -> list[Source]:
    """The sources that speak for the party."""
    return [source for entity, source in speakers.voiced if answers_for(entity, draft, speakers)]


def answers_for(entity: Entity, draft: PartyMentions, speakers: Speakers) -> bool:
    """Whether what the entity says is the party's own voice; in a story of one country everybody speaks from there."""
    if draft.sort == "country":
        country = sides.countries(entity)
        return country == draft.key or (country is None and not (speakers.abroad and draft.key != speakers.home))
    if draft.sort == "political":
        return sides.political(entity) == draft.key
    description, grammar = entity.description, speakers.grammar
    near = _words(f"{description.label} {description.affiliation or ''} {description.role or ''}", grammar)
    governing = description.government or any(place.sort == "institution" for place in description.places)
    governing = governing or not grammar.parties.governing.isdisjoint(description.label.split()[-1:])
    if draft.executive and (governing or not grammar.parties.executive.isdisjoint(near)):
        return True
    is_own = _is_person if draft.sort == "person" else _is_body
    return is_own(entity, draft, near, grammar)


def _is_person(entity: Entity, draft: PartyMentions, near: frozenset[str], grammar: AttributionGrammar) -> bool:
    """Whether the entity is the person, or is described by that name: a spokesman for Roe."""
    description = entity.description
    named = description.kind == "person" and bool(description.name)
    if named and surname(description.name, grammar) == draft.key:
        return True
    return draft.key in near and not (named and draft.key in _words(description.label, grammar))


def _is_body(entity: Entity, draft: PartyMentions, near: frozenset[str], grammar: AttributionGrammar) -> bool:
    """Whether the entity is the body, belongs to it or sits in it; a crowd there does not speak for it."""
    description = entity.description
    if description.plural and description.head not in grammar.coreference.officials:
        return False
    roles = grammar.gazetteer.members.get(draft.key, ())
    member = not _words(description.role or description.head or "", grammar).isdisjoint(roles)
    return member or _is_named(draft, near, grammar)


def _words(text: str, grammar: AttributionGrammar) -> frozenset[str]:
    """The words of a text in lower case, without possessive endings and full stops."""
    words = text.lower().replace("’", "'").replace(".", "").replace("-", " ").split()
    for letters in grammar.noun_phrases.possessive_letters:
        words = [word.removesuffix(letters) for word in words]
    return frozenset(words)


def _is_named(draft: PartyMentions, near: frozenset[str], grammar: AttributionGrammar) -> bool:
    """Whether words beside a source name the body by all that sets it apart: Homeland Security | Secretary."""
    names = [draft.key, *([draft.name] if draft.name else [])]
    if not near.isdisjoint(letters.lower() for name in names for letters in acronyms(name.split(), grammar.names)):
        return True
    plain = grammar.people.bodies | grammar.parties.small
    parts = [_words(name, grammar) for name in names]
    return any(each <= near or (each - plain and each - plain <= near) for each in parts)


def heard(draft: PartyMentions, own: Sequence[Source], speakers: Speakers) -> Heard:
    """The best voice that the party gets; `own` are the sources that speak for it."""
    ids = {source.id for source in own}
    spoken = [quotation for quotation in speakers.quotations if quotation.kind == "speech"]
    styles = {quotation.style for quotation in spoken if quotation.source in ids}
    if styles:
        return "paraphrase" if styles <= {"indirect"} else "direct"
    if _declines(draft, speakers):
        return "declined"
    return "paraphrase" if any(_speaks(speakers.context, span) for span in draft.mentions) else "none"


def _declines(draft: PartyMentions, speakers: Speakers) -> bool:
    """Whether a refusal stands in a sentence that names the party, or after words for whoever answers for it."""
    words, party = speakers.context.words, speakers.grammar.parties
    for refusal in speakers.declined:
        unit = words.unit_at(max(0, bisect_right(words.start, refusal.start) - 1))
        sentence = words.span(unit.first, unit.last)
        index = bisect_right(draft.mentions, Span(sentence.start, sentence.start))
        if index < len(draft.mentions) and sentence.contains(draft.mentions[index]):
            return True
        offices = party.executive & {*words.low[unit.first : unit.last]}
        offices |= party.governing & {*words.raw[unit.first : unit.last]}  # not: the Government Accountability Office
        if draft.executive and offices:
            return True
    return False


def _speaks(context: Context, span: Span) -> bool:
    """Whether words beside the name give it a say, whatever was made of them: Roe | has since denied, Roe pleaded."""
    words, attributing = context.words, context.grammar.cues.words.attributing_words
    first, last = words.tokens_within(span)
    start = words.unit_at(first).first
    if not attributing.isdisjoint(words.low[max(start, first - 3) : first]):
        return True
    return not is_governed(words, first) and (_is_told_after(context, start, first) or _says(context, last))


def _is_told_after(context: Context, start: int, first: int) -> bool:
    """Whether a verb of speech before the name has it as its subject: “…,” said | Roe."""
    words, index = context.words, first - 1
    opens = index == start or words.low[index - 1] in CLOSING
    return index >= start and _is_saying(context, index) and opens


def _says(context: Context, last: int) -> bool:
    """Whether a verb of speech or a plea follows the name that ends before token `last`."""
    words, unit = context.words, context.words.unit_at(last - 1)
    if not context.grammar.parties.pleas.isdisjoint(words.low[last : min(last + PLEADING, unit.last)]):
        return True
    ahead = range(last, min(last + SPEAKING, unit.last))
    if any(words.low[index : index + 2] in context.grammar.parties.replies for index in ahead):
        return True
    if any(_is_relayed(words, index) for index in ahead):
        return True
    for index in ahead:
        if words.pos[index] not in ("ADV", "AUX", "PART"):
            return _is_saying(context, index)
    return False


def _is_relayed(words: TokenTable, index: int) -> bool:
    """Whether the word at `index` is a reporting verb after a preposition: criticised Roe for | saying."""
    cue, before = words.grammar.cues.verbs.get(words.low[index]), words.low[index - 1]
    gerund = words.form[index] == "gerund" and cue is not None and cue.kind == "speech" and "clause" in cue.frames
    return gerund and before in words.grammar.names.purpose


def _is_saying(context: Context, index: int) -> bool:
    """Whether the word at `index` is a finite verb that reports: said, has denied."""
    words, cues = context.words, context.grammar.cues
    cue = cues.verbs.get(words.low[index])
    finite = words.pos[index] == "VERB" and words.form[index] in ("past", "third", "present", "participle")
    return finite and cue is not None and cue.kind == "speech" and "clause" in cue.frames and cue.bare
