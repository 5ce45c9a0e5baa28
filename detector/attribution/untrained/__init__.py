"""Attribution for a language without a trained tagger: rules over quotation marks, verbs of reporting, phrases such as
"laut", and the mood of reported speech; people by lists of first names, roles and bodies.

After the frames of Krestel et al. 2008 (reporting clauses before, inside and after what is said) and the kinds of
speech that Brunner 2013 and Petersen-Frey and Biemann 2024 annotate in German.
"""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from detector.article import SET_OFF, Prose, Quotation, Source, Span
from detector.attribution.untrained import incises, openings, reports, sources, surnames
from detector.attribution.untrained.lines import Line, lines_of
from detector.attribution.untrained.report import Report
from detector.attribution.untrained.resolver import Entity, Resolver
from detector.attribution.untrained.sources import Given
from detector.languages.reporting import Reporting


def attribute(prose: Prose, grammar: Reporting) -> tuple[tuple[Quotation, ...], tuple[Source, ...]]:
    """The quotations of an article and their sources, numbered in the order of the text."""
    lines = surnames.known(tuple(map(incises.opened, lines_of(prose, grammar))))
    resolver = Resolver(lines)
    set_off = [piece for each in prose.utterances if each.kind in SET_OFF for piece in each.content]
    found = [_given(report, resolver) for report in reports.find_reports(lines, set_off)]
    said = [each for each in found if each.content]
    given = sorted((*said, *_set_off(prose, lines, found, resolver)), key=attrgetter("content"))
    voiced, numbers = sources.values(given, prose)
    return tuple(
        Quotation(
            f"q{number}", each.content, each.cue, each.source, numbers.get(id(each.entity)), each.style, each.kind
        )
        for number, each in enumerate(given, 1)
    ), voiced


def _given(report: Report, resolver: Resolver) -> Given:
    line = report.line
    return Given(
        content=tuple(report.said.span(*piece) for piece in report.content),
        cue=tuple(line.span(*piece) for piece in report.cue),
        source=line.span(*report.source) if report.source is not None else None,
        entity=resolver.of_report(report),
        style=reports.style_of(report),
        kind="thought" if report.thought else "speech",
    )


def _set_off(prose: Prose, lines: Sequence[Line], found: Sequence[Given], resolver: Resolver) -> Iterator[Given]:
    """What markup and layout give to speakers: by label or credit, else to whoever the lead-in says speaks."""
    for each in prose.utterances:
        if each.kind not in ("block", "embed", "turn") or not each.content:
            continue
        source, entity = each.speaker, None
        if each.speaker is not None:
            entity = resolver.of_label(_phrase_at(lines, each.speaker))
        elif each.lead is not None:
            lead = [one for one in found if one.entity is not None and _overlaps(one, each.lead)]
            source, entity = (lead[-1].source, lead[-1].entity) if lead else _topic_of(lines, each.lead, resolver)
        if each.sure or entity is not None:
            yield Given(each.content, (), source, entity, each.kind, "speech")


def _topic_of(lines: Sequence[Line], lead: Span, resolver: Resolver) -> tuple[Span | None, Entity | None]:
    """Whom a lead-in in which nobody speaks is about: Samedi, le journal a donné des détails :"""
    line = next((line for line in lines if line.span(0, len(line.tokens)).overlaps(lead)), None)
    topic = openings.topic(line) if line is not None else None
    if line is None or topic is None:
        return None, None
    return line.span(*topic), resolver.of_label((line, topic))


def _overlaps(given: Given, span: Span) -> bool:
    named = (given.source,) if given.source is not None else ()
    return any(piece.overlaps(span) for piece in (*given.content, *given.cue, *named))


def _phrase_at(lines: Sequence[Line], span: Span) -> tuple[Line, tuple[int, int]] | None:
    """The tokens of a span, with their line."""
    for line in lines:
        inside = [index for index, token in enumerate(line.tokens) if span.contains(token.span)]
        if inside:
            return line, (inside[0], inside[-1] + 1)
    return None
