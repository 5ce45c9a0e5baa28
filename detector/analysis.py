"""The one way through: a page or a text goes in, a report comes out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from pathlib import Path

from msgspec import structs

from detector import article as model
from detector import attribution, encoder, languages, page, report, rules
from detector.article import Article, Finding, Language, Part, Reading
from detector.attribution.parties.confidence import weigh_parties
from detector.dimensions import notices, registry, scoring, summary
from detector.dimensions.dimension import Dimension
from detector.distribution import release
from detector.encoder import Encoder, multilingual
from detector.encoder.insight import apply_model, apply_multilingual
from detector.encoder.multilingual import Multilingual
from detector.errors import BadOptions
from detector.page import Input
from detector.rules import RuleBook, overlap
from detector.schema import SEVERITIES, Engine, Model, Options, Report, Score
from detector.text import genre, language, prose

ALL = Options()  # nothing is left out


@dataclass(frozen=True, slots=True)
class Analysis:
    """A report with the reading that it rests on, for who measures the detector."""

    report: Report
    reading: Reading


@cache
def _checked(code: str) -> RuleBook:
    """The rules of a language, with its reference corpus, once they are known to fit the dimensions."""
    book = rules.load(code)
    scoring.reference(code)
    registry.check(book)
    return book


class Analyzer:
    """Reads pages and texts. Loads the model, and the rules of a language, once.

    It holds no other state, so threads may share it.
    `model` is the folder of a model, by default the package's own; `None` works by rules alone. `others` is that of the
    network for other languages than English, which is loaded when the first page in one of them comes.
    """

    def __init__(self, model: Path | None = encoder.HOME, others: Path = encoder.MULTILINGUAL) -> None:
        self.encoder = encoder.load(model) if model else None
        self.others = others if model else None
        made = _named(self.encoder) if self.encoder else None
        self.engine = Engine(release(), rules.digest(), made)
        self.book(languages.DEFAULT)

    def book(self, code: str) -> RuleBook:
        """The rules of a language, which are loaded when its first page comes. Raises `DataError` where a file of it is
        missing or damaged."""
        return _checked(code)

    def network(self, code: str) -> Encoder | Multilingual | None:
        """The network that reads a language, loaded when its first page comes; `None` where none does. Raises
        `DataError` where a file of it is missing or damaged."""
        if languages.pack_for(code).modelled:
            return self.encoder
        return multilingual.load(self.others) if self.others and code in encoder.codes(self.others) else None

    def analyze(self, request: Input, options: Options = ALL) -> Report:
        """The report of a `Page` or a `Text`; a bare str or bytes is taken for a page.

        Raises `detector.errors.InputError` for what cannot be read, `BadOptions` for an unknown rule.
        """
        return self.examine(request, options).report

    def analyze_many(self, requests: Iterable[Input], options: Options = ALL) -> Iterator[Report]:
        """The reports of many pages and texts, in order: the same bytes as one by one.

        The model reads one text at a time, because 8-bit activations are scaled by the largest number of a batch:
        neighbours would change each other's scores. To use more processors, run one `Analyzer` in each process.
        """
        for request in requests:
            yield self.analyze(request, options)

    def examine(self, request: Input, options: Options = ALL) -> Analysis:
        """The same as `analyze`, with the reading."""
        unknown = sorted(options.disable - self.book(languages.DEFAULT).rules.keys())  # those of all languages
        if unknown:
            raise BadOptions(f"There is no rule {', '.join(map(repr, unknown))}. GET /v1/rules lists them.")
        article = page.open_article(request)
        reading = replace(read_text(article), reader=options.language or languages.DEFAULT)
        reason = notices.unscorable_reason(reading)
        # A page that gets no score is not worth the reading of its voices.
        reading = reading if reason else attribute(reading)
        network = None if reason else self.network(reading.language.code)
        reading = _rated(reading, network)
        reading = judge_parties(replace(reading, genre=genre.tell(reading)))
        reading = reading if reason else self._list(reading)
        findings = () if reason else self._find(reading, options)
        for dimension in registry.DIMENSIONS:
            reading = dimension.rate(reading, _of(dimension, findings))
        scores: dict[str, Score] = {}
        unscored = {listing.id for listing in registry.LISTINGS}
        scored = [replace(finding, scored=False) for finding in findings if finding.dimension in unscored]
        for dimension in registry.DIMENSIONS:
            own = _of(dimension, findings)
            why = reason or self._lack(reading, dimension)
            score, own = (scoring.no_score(why, {}), own) if why else dimension.score(reading, own)
            scores[dimension.id] = score
            scored.extend(own)
        engine = structs.replace(self.engine, model=_named(network)) if network else self.engine
        return Analysis(self._report(reading, scored, scores, reason, engine), reading)

    def _report(
        self,
        reading: Reading,
        findings: Iterable[Finding],
        scores: dict[str, Score],
        reason: str | None,
        engine: Engine,
    ) -> Report:
        return report.build(
            reading,
            sorted(findings, key=lambda finding: (finding.span, finding.rule)),
            engine=engine,
            scores=scores,
            summary=summary.write(reading, scores, reason),
            notices=notices.collect(reading, with_model=self.encoder is not None),
        )

    def _lack(self, reading: Reading, dimension: Dimension) -> str | None:
        """Why the language of the page has no score of this dimension, or `None`."""
        missing = dimension.is_ruled and dimension.id not in self.book(reading.language.code).dimensions
        return notices.say(reading, "reasons", "no-rules") if missing else None

    def _list(self, reading: Reading) -> Reading:
        """The same with what is listed without a score."""
        book = self.book(reading.language.code)
        for listing in registry.LISTINGS:
            reading = listing.choose(reading, book) if listing.id in book.dimensions else reading
        return reading

    def _find(self, reading: Reading, options: Options) -> tuple[Finding, ...]:
        book = self.book(reading.language.code)
        asked = [each.find for each in registry.DIMENSIONS if not each.is_ruled or each.id in book.dimensions]
        asked += [each.find for each in registry.LISTINGS if each.id in book.dimensions]
        found = chain.from_iterable(find(reading, book) for find in asked)
        rivals = [dimension.id for dimension in registry.DIMENSIONS if dimension.on_words]
        listed = [listing.id for listing in registry.LISTINGS]
        return overlap.resolve_overlaps([finding for finding in found if keeps(options, finding)], rivals, listed)


def _named(network: Encoder | Multilingual) -> Model:
    return Model(network.name, network.sha256)


def _rated(reading: Reading, network: Encoder | Multilingual | None) -> Reading:
    """The same with what `network` says of it."""
    if network is None:
        return reading
    if isinstance(network, Multilingual):
        rated, insight = apply_multilingual(network, reading.article, reading.prose, reading.language.code)
    else:
        rated, insight = apply_model(network, reading.article, reading.prose)
    return replace(reading, prose=rated, insight=insight)


def keeps(options: Options, finding: Finding) -> bool:
    """Whether the options leave this finding in."""
    severe = SEVERITIES.index(finding.severity) >= SEVERITIES.index(options.min_severity)
    return severe and finding.rule not in options.disable and finding.exact.casefold() not in options.ignore


def _of(dimension: Dimension, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of one dimension."""
    return tuple(finding for finding in findings if finding.dimension == dimension.id)


def read_article(article: Article, tongue: Language | None = None) -> Reading:
    """Read an article: its language, prose, who speaks and in whose voice each sentence stands; `tongue` is its
    language where that is known."""
    return attribute(read_text(article, tongue))


def read_text(article: Article, tongue: Language | None = None) -> Reading:
    """Read an article's language, unless `tongue` gives it, and prose, which tell whether anything can be scored."""
    body = "\n".join(block.span.of(article.text) for block in article.parts(Part.BODY))
    tongue = tongue or language.detect(body or article.text)
    return Reading(article, tongue, prose.read_prose(article, languages.pack_for(tongue.code)))


def attribute(reading: Reading) -> Reading:
    """The same with who speaks, and in whose voice each sentence stands."""
    found = attribution.attribute(reading.article, reading.prose, languages.pack_for(reading.language.code))
    reading = replace(
        reading, quotations=found.quotations, sources=found.sources, parties=found.parties, voices=found.voices
    )
    spoken = tuple(replace(line, voice=_voice(reading, line)) for line in reading.prose.sentences)
    return replace(reading, prose=replace(reading.prose, sentences=spoken))


def judge_parties(reading: Reading) -> Reading:
    """The same with how surely each party is missed, which the genre and the model's ratings help to tell."""
    argues = reading.genre.argues
    return replace(reading, parties=weigh_parties(reading.parties, reading.prose, argues))


def _voice(reading: Reading, sentence: model.Sentence) -> str:
    """Whose sentence it is: a source's where all its words are, the author's where none is, else mixed."""
    if not reading.is_voiced(sentence.span):
        return model.AUTHOR
    speakers = {reading.voice_at(token.span) for token in reading.prose.tokens_of(sentence) if token.is_word}
    return speakers.pop() if len(speakers) == 1 else "mixed" if speakers else model.AUTHOR
