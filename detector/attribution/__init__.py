"""Quotations, sources, parties and voices of an article.

Two layers with one joint: rules and a trained tagger give `RawQuotation` values, merged; the resolver makes out of them
who is who. All that is of one language comes with its pack.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detector.article import Article, Part, Party, Prose, Quotation, Source, Voice
from detector.attribution import untrained, voices
from detector.attribution.coreference import conjunctions, resolver
from detector.attribution.coreference.entities import Entity, is_intimate
from detector.attribution.entities import context, roles
from detector.attribution.entities.context import Context
from detector.attribution.extraction import (
    completion,
    content_bounds,
    content_confidence,
    headlines,
    merge,
    nested,
    set_off,
    speech_acts,
)
from detector.attribution.extraction.rules import extractor
from detector.attribution.extraction.tagger import tagger
from detector.attribution.parties import camps, parties, sides
from detector.attribution.tokens import token_table
from detector.attribution.tokens.token_table import TokenTable
from detector.attribution.tokens.types import RawQuotation
from detector.languages import Pack
from detector.languages.grammar import AttributionGrammar
from detector.languages.reporting import Reporting

__all__ = ["Attribution", "RawQuotation", "attribute", "resolve"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what in an article. Offsets are into `Article.text`; ids are `q1`, `s1`, `g1` in order of the text."""

    quotations: tuple[Quotation, ...]
    sources: tuple[Source, ...]
    parties: tuple[Party, ...]
    voices: tuple[Voice, ...]


def attribute(article: Article, prose: Prose, pack: Pack) -> Attribution:
    """Who says what in `article`; `prose` is its text as sentences and tokens, `pack` its language. A pack with a
    grammar of reporting alone is read by the rules of `untrained`; without either nobody is attributed, and only words
    in quotation marks are not the author's. Raises `ValueError` where
    article and prose are not of the same text, `DataError` where the tagger's model is missing, damaged or unfit."""
    if article.text != prose.text:
        raise ValueError("The prose is of another text than the article: read it with detector.text.prose.")
    grammar = pack.attribution
    if grammar is None and pack.reporting is not None:
        return _untrained(prose, pack.reporting)
    if grammar is None:
        return Attribution((), (), (), voices.lay_out_voices(prose.quoted, voices.unattributed(prose), {}))
    words = token_table.tabulate(prose, grammar)
    surroundings = context.build_context(words)
    quotations = set_off.find_quotations(surroundings, prose)
    ruled = headlines.without_doubtful(words, extractor.extract(words))
    if grammar.tagger is None:
        return _resolve(prose, surroundings, set_off.together(prose, quotations, _statements(words, ruled)))
    headline_end = max((block.span.end for block in article.parts(Part.KICKER, Part.HEADLINE)), default=0)
    # Headlines have a grammar of their own, which the tagger never saw: there the rules stand alone.
    tagging = tagger.label(tagger.load(grammar), words, ruled)
    tagged = [raw for raw in tagging.quotations if raw.content[0].start >= headline_end]
    completed = speech_acts.mark_sourced(words, completion.complete(words, tagged, ruled))
    joined = completion.join_speakers(words, tagging.quotations, ruled)
    merged = _statements(words, merge.merge_quotations(completed, joined))
    judged = content_confidence.judge_content(words, merged, tagging.said)
    found = set_off.together(prose, quotations, judged)
    inner = nested.find_nested(words, prose, found)
    return _resolve(prose, surroundings, sorted((*found, *inner), key=lambda raw: raw.content))


def _untrained(prose: Prose, grammar: Reporting) -> Attribution:
    """What rules alone find; all that a quotation holds is taken for its source's."""
    quotations, sources = untrained.attribute(prose, grammar)
    spoken = {quotation.id: quotation.content for quotation in quotations}
    return Attribution(quotations, sources, (), voices.lay_out_voices(prose.quoted, quotations, spoken))


def _statements(words: TokenTable, raws: Sequence[RawQuotation]) -> Sequence[RawQuotation]:
    return speech_acts.mark_statements(words, content_bounds.trim(words, raws))


def resolve(prose: Prose, raws: Sequence[RawQuotation], grammar: AttributionGrammar) -> Attribution:
    """Bring raw quotations, whoever found them, to their sources, and tell parties and voices from them."""
    return _resolve(prose, context.build_context(token_table.tabulate(prose, grammar)), raws)


def _resolve(prose: Prose, surroundings: Context, raws: Sequence[RawQuotation]) -> Attribution:
    words = surroundings.words
    raws, entities = conjunctions.spread(raws, resolver.resolve(surroundings, raws))
    voiced = _sources(words, raws, entities)
    numbers = {id(entity): source.id for entity, source in voiced}
    quoted = tuple(
        Quotation(f"q{number}", raw.content, raw.cue, raw.source, numbers.get(id(entity)), raw.style, raw.kind)
        for number, (raw, entity) in enumerate(zip(raws, entities, strict=True), 1)
    )
    spoken = {one.id: raw.content if raw.spoken is None else raw.spoken for one, raw in zip(quoted, raws, strict=True)}
    concerned = parties.find_parties(surroundings, voiced, quoted)
    return Attribution(
        quotations=quoted,
        sources=tuple(source for _, source in camps.assign(words, voiced, quoted, concerned)),
        parties=concerned,
        voices=voices.lay_out_voices(prose.quoted, quoted, spoken),
    )


def _sources(
    words: TokenTable, raws: Sequence[RawQuotation], entities: Sequence[Entity | None]
) -> list[tuple[Entity, Source]]:
    """The entities that are given a statement, as values, in the order in which they are first given one."""
    grammar = words.grammar
    counted: dict[int, int] = {}
    order: dict[int, Entity] = {}
    for raw, entity in zip(raws, entities, strict=True):
        if entity is not None and raw.kind == "speech":
            order.setdefault(id(entity), entity)
            counted[id(entity)] = counted.get(id(entity), 0) + _length(words, raw)
    total = sum(counted.values()) or 1
    kept = list(order.values())
    groups: dict[str, str] = {}
    voiced: list[tuple[Entity, Source]] = []
    for number, (entity, side) in enumerate(zip(kept, sides.assign(kept, grammar), strict=True), 1):
        count = counted[id(entity)]
        source = replace(
            _value(entity, grammar),
            id=f"s{number}",
            side=side,
            origin=groups.setdefault(_origin(entity, number, grammar), f"g{len(groups) + 1}"),
            words=count,
            share=round(count / total, 4),
            mentions=tuple(sorted({words.span(*span) for span in entity.spans})),
        )
        voiced.append((entity, source))
    return voiced


def _length(words: TokenTable, raw: RawQuotation) -> int:
    return sum(words.count(*words.tokens_within(piece)) for piece in raw.content)


def _origin(entity: Entity, number: int, grammar: AttributionGrammar) -> str:
    """What makes two sources one origin: their organisation, or their government where they are nameless."""
    description = entity.description
    if description.kind != "person" and description.government:
        return description.government.lower()
    affiliation = description.affiliation
    if affiliation and all(place.name != affiliation for place in description.places):
        return affiliation.lower().removeprefix(f"{grammar.names.article} ")
    anonymous = description.kind == "person" and not description.name
    return str(number) if anonymous else description.label.lower()


def _affiliation(entity: Entity, grammar: AttributionGrammar) -> str | None:
    """What a source belongs to; somebody's party tells more than the country or the state of both parties."""
    affiliation, party = entity.description.affiliation, sides.political(entity)
    own = affiliation in (entity.description.label, (entity.description.head or "").capitalize())
    affiliation = None if own or is_intimate(entity.description, grammar) else affiliation
    placed = affiliation in (entity.description.country, entity.description.home)
    return party or affiliation if placed else affiliation or party


def _value(entity: Entity, grammar: AttributionGrammar) -> Source:
    """The entity as a value, without what it takes the other sources to say."""
    description = entity.description
    named = bool(description.name)
    role = None if named and roles.is_plain(description.role, grammar) else description.role
    about = bool(role or description.affiliation or sides.political(entity))
    owned = bool(description.affiliation or description.places)
    body = description.kind == "collective" and not description.plural and (description.definite or description.places)
    return Source(
        id="",
        name=description.label,
        kind=description.kind,
        role=role,
        affiliation=_affiliation(entity, grammar),
        named=named,
        identified=named and (about or description.kind == "organisation"),
        in_office=not named
        and (bool(body) or (description.definite and roles.tells_who(description.role, owned, grammar))),
    )
