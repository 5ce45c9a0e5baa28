"""How plausible it is that an editor would call a source one, and a thought a statement, by what stands around it.

Grammar leaves doubtful ones: "the authors" beside the two who are named, "several articles" that question something,
"Roe believes that". Two logistic sums, fitted on annotated articles (`training.evaluation.sources`), take up thoughts
that an editor counts as statements and leave out sources that an editor would strike out. Neither knows a name, a
gender, a party or a country. Positions are token indices.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from math import exp, log2

from detector.article import SET_OFF, Part
from detector.attribution.coreference.entities import Entity
from detector.attribution.extraction import reports
from detector.attribution.extraction.reports import ReportedSpeech
from detector.attribution.syntax import animacy
from detector.attribution.tokens.token_table import TokenTable
from detector.attribution.tokens.types import RawQuotation
from detector.settings import SETTINGS

SPEECH, GERUND, PROPER = "speech", "gerund", "PROPN"
PER = 1000  # words of an article to which its statements are counted

Given = Sequence[tuple[RawQuotation, Entity | None]]


@dataclass(frozen=True, slots=True)
class StatementSigns:
    """What a quotation is like. Lengths as binary logarithms of words: of its content (`words`), its cue and its
    sentence; `quoted` is the share of its words in quotation marks, `said` how probable the tagger finds it (0..1),
    `density` how many statements the article has in a thousand words, as a logarithm. Yes or no, as 1 or 0: whether
    its cue is a `deed` of the lexicon, a `finding` or a `gerund`, whether it opens with a complementizer (`that`) and
    has a `finite` verb, whether it stands in the `headline`."""

    words: float
    quoted: float
    said: float
    density: float
    cue: float
    sentence: float
    deed: float
    finding: float
    gerund: float
    that: float
    finite: float
    headline: float


@dataclass(frozen=True, slots=True)
class SourceSigns:
    """What a source is like. Yes or no, as 1 or 0: whether it is `named`, a `person`, several of one kind (`plural`);
    whether a source that is given more words shares a word of its name (`repeated`); whether the head of its longest
    mention is `proper`; whether somebody speaks "according to" it (`cited`), all it says was taken for a `thought`, or
    stands in the `headline` (a share). Lengths as in `StatementSigns`: its longest statement (`words`) and mention,
    its shortest cue and sentence; `said` of the surest statement."""

    named: float
    person: float
    plural: float
    repeated: float
    proper: float
    cited: float
    thought: float
    headline: float
    words: float
    mention: float
    cue: float
    sentence: float
    said: float


def settle(words: TokenTable, raws: Sequence[RawQuotation], entities: Sequence[Entity | None]) -> list[RawQuotation]:
    """The same quotations; thoughts that an editor would call statements are speech, though their words stay the
    author's, and what is given to sources that an editor would not list is a thought. `entities` are whom each is
    given to."""
    taken = take_up(words, raws, entities)
    refused = {
        key
        for key, signs in source_signs(words, raws, taken, entities).items()
        if _probability(signs, SETTINGS.plausibility.sources) < SETTINGS.plausibility.source
    }
    return [
        replace(raw, kind="thought") if entity is not None and id(entity) in refused else raw
        for raw, entity in zip(taken, entities, strict=True)
    ]


def take_up(words: TokenTable, raws: Sequence[RawQuotation], entities: Sequence[Entity | None]) -> list[RawQuotation]:
    """The quotations, with the thoughts that an editor would call statements as speech."""
    density = density_of(words, raws, entities)
    settings = SETTINGS.plausibility
    return [
        replace(raw, kind="speech", spoken=())
        if is_candidate(raw, entity)
        and _probability(statement_signs(words, raw, density), settings.statements) >= settings.statement
        else raw
        for raw, entity in zip(raws, entities, strict=True)
    ]


def is_candidate(raw: RawQuotation, entity: Entity | None) -> bool:
    """Whether a quotation is a thought that somebody is given."""
    return raw.kind != SPEECH and raw.source is not None and entity is not None


def density_of(words: TokenTable, raws: Sequence[RawQuotation], entities: Sequence[Entity | None]) -> float:
    """How many statements of known sources there are in a thousand words, as a binary logarithm."""
    said = sum(raw.kind == SPEECH and entity is not None for raw, entity in zip(raws, entities, strict=True))
    return log2(1 + PER * said / max(PER, words.count(0, len(words.raw))))


def statement_signs(words: TokenTable, raw: RawQuotation, density: float) -> StatementSigns:
    """What a quotation is like, in an article of this `density`."""
    report = reports.lay_out(words, raw)
    cues, acts = words.grammar.cues.verbs, words.grammar.speech_acts
    lemmas = {cues[words.low[index]].lemma for index in report.cue if words.low[index] in cues}
    first = report.first[0]
    return StatementSigns(
        words=_length(report.count),
        quoted=report.quoted / max(1, report.count),
        said=raw.said,
        density=density,
        cue=_length(len(report.cue)),
        sentence=_sentence(words, report),
        deed=float(not acts.deeds.isdisjoint(lemmas)),
        finding=float(not acts.findings.isdisjoint(lemmas)),
        gerund=float(any(words.form[index] == GERUND for index in report.cue)),
        that=float(not words.grammar.noun_phrases.complementizers.isdisjoint(words.low[max(0, first - 1) : first + 1])),
        finite=float(any(map(words.is_finite, range(*report.first)))),
        headline=_headline(words, report),
    )


def source_signs(
    words: TokenTable, found: Sequence[RawQuotation], taken: Sequence[RawQuotation], entities: Sequence[Entity | None]
) -> Mapping[int, SourceSigns]:
    """What each source is like, by the identity of its entity, without those whom markup or layout lets speak; `found`
    are the quotations as grammar has them, `taken` those with thoughts taken up."""
    said: defaultdict[int, list[tuple[RawQuotation, bool]]] = defaultdict(list)
    known: dict[int, Entity] = {}
    for before, raw, entity in zip(found, taken, entities, strict=True):
        if entity is not None and raw.kind == SPEECH:
            known[id(entity)] = entity
            said[id(entity)].append((raw, before.kind != SPEECH))
    weights = {key: sum(words.count(*words.tokens_within(piece)) for raw, _ in each for piece in raw.content)
               for key, each in said.items()}  # fmt: skip
    most = _heaviest(words, known, weights)
    set_off = {key for key, each in said.items() if any(raw.style in SET_OFF or raw.signed for raw, _ in each)}
    return {
        key: _signs(words, known[key], each, any(most[word] > weights[key] for word in _name(words, known[key])))
        for key, each in said.items()
        if key not in set_off
    }


def _signs(words: TokenTable, entity: Entity, said: Sequence[tuple[RawQuotation, bool]], repeated: bool) -> SourceSigns:
    laid = [reports.lay_out(words, raw) for raw, _ in said]
    sources = [report.source for report in laid if report.source[0] < report.source[1]]
    attributing = words.grammar.cues.words.attributing_words
    description = entity.description
    return SourceSigns(
        named=float(bool(description.name)),
        person=float(description.kind == "person"),
        plural=float(description.kind == "collective" and description.plural),
        repeated=float(repeated),
        proper=float(any(words.pos[animacy.head_of(words, phrase)] == PROPER for phrase in sources)),
        cited=float(any(words.low[index] in attributing for report in laid for index in report.cue)),
        thought=float(all(thought for _, thought in said)),
        headline=sum(_headline(words, report) for report in laid) / len(laid),
        words=max(_length(report.count) for report in laid),
        mention=max((_length(last - first) for first, last in sources), default=0.0),
        cue=min(_length(len(report.cue)) for report in laid),
        sentence=min(_sentence(words, report) for report in laid),
        said=max(raw.said for raw, _ in said),
    )


def _heaviest(words: TokenTable, known: Mapping[int, Entity], weights: Mapping[int, int]) -> Mapping[str, int]:
    """The most words that a source of whose name it is part is given, by word."""
    most: defaultdict[str, int] = defaultdict(int)
    for key, entity in known.items():
        for word in _name(words, entity):
            most[word] = max(most[word], weights[key])
    return most


def _name(words: TokenTable, entity: Entity) -> set[str]:
    """The words of a source's name that tell something of it."""
    return set(entity.description.label.lower().split()) - words.grammar.names.small


def _length(count: int) -> float:
    return log2(1 + count)


def _sentence(words: TokenTable, report: ReportedSpeech) -> float:
    unit = words.unit_at(report.first[0])
    return _length(unit.last - unit.first)


def _headline(words: TokenTable, report: ReportedSpeech) -> float:
    return float(words.unit_at(report.first[0]).part is not Part.BODY)


def _probability(signs: StatementSigns | SourceSigns, weights: Mapping[str, float]) -> float:
    """Probability 0..1 by a logistic sum."""
    total = weights["base"] + sum(weights[name] * value for name, value in asdict(signs).items())
    return 1 / (1 + exp(-total))
