"""The one way through: a page or a text goes in, a report comes out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from pathlib import Path

from detector import article as model
from detector import attribution, encoder, languages, page, report, rules
from detector.article import Article, Finding, Language, Part, Reading
from detector.attribution.parties.confidence import weigh_parties
from detector.dimensions import notices, registry, scoring, summary
from detector.dimensions.dimension import Dimension
from detector.distribution import release
from detector.encoder.insight import apply_model
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
    `model` is the folder of a model, by default the package's own; `None` works by rules alone.
    """

    def __init__(self, model: Path | None = encoder.HOME) -> None:
        self.encoder = encoder.load(model) if model else None
        made = Model(self.encoder.name, self.encoder.sha256) if self.encoder else None
        self.engine = Engine(release(), rules.digest(), made)
        self.book(languages.DEFAULT)

    def book(self, code: str) -> RuleBook:
        """The rules of a language, which are loaded when its first page comes. Raises `DataError` where a file of it is
        missing or damaged."""
        return _checked(code)

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
        pack = languages.pack_for(reading.language.code)
        if self.encoder and pack.modelled and not reason:
            rated, insight = apply_model(self.encoder, article, reading.prose)
            reading = replace(reading, prose=rated, insight=insight)
        reading = judge_parties(replace(reading, genre=genre.tell(reading)))
        findings = () if reason else self._find(reading, options)
        for dimension in registry.DIMENSIONS:
            reading = dimension.rate(reading, _of(dimension, findings))
        scores: dict[str, Score] = {}
        scored: list[Finding] = []
        for dimension in registry.DIMENSIONS:
            own = _of(dimension, findings)
            why = reason or self._lack(reading, dimension)
            score, own = (scoring.no_score(why, {}), own) if why else dimension.score(reading, own)
            scores[dimension.id] = score
            scored.extend(own)
        return Analysis(self._report(reading, scored, scores, reason), reading)

    def _report(
        self, reading: Reading, findings: Iterable[Finding], scores: dict[str, Score], reason: str | None
    ) -> Report:
        return report.build(
            reading,
            sorted(findings, key=lambda finding: (finding.span, finding.rule)),
            engine=self.engine,
            scores=scores,
            summary=summary.write(reading, scores, reason),
            notices=notices.collect(reading, with_model=self.encoder is not None),
        )

    def _lack(self, reading: Reading, dimension: Dimension) -> str | None:
        """Why the language of the page has no score of this dimension, or `None`."""
        missing = dimension.is_ruled and dimension.id not in self.book(reading.language.code).dimensions
        return notices.say(reading, "reasons", "no-rules") if missing else None

    def _find(self, reading: Reading, options: Options) -> tuple[Finding, ...]:
        book = self.book(reading.language.code)
        asked = [each for each in registry.DIMENSIONS if not each.is_ruled or each.id in book.dimensions]
        found = chain.from_iterable(dimension.find(reading, book) for dimension in asked)
        rivals = [dimension.id for dimension in registry.DIMENSIONS if dimension.on_words]
        return overlap.resolve_overlaps([finding for finding in found if keeps(options, finding)], rivals)


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
