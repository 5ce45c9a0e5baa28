"""The one way through: a page or a text goes in, a report comes out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from detector import article as model
from detector import dimensions, encoder, page, report, rules
from detector.article import Article, Dimension, Finding, Part, Reading
from detector.attribution import attribute
from detector.dimensions import notices, scoring, summary
from detector.dimensions.wording import rule_model_fusion
from detector.distribution import release
from detector.encoder.insight import consult
from detector.errors import BadOptions
from detector.page import Given
from detector.rules import overlap
from detector.schema import SEVERITIES, Engine, Model, Options, Report, Score
from detector.text import language, prose

ALL = Options()  # nothing is left out


@dataclass(frozen=True, slots=True)
class Analysis:
    """A report with the reading that it rests on, for who measures the detector."""

    report: Report
    reading: Reading


class Analyzer:
    """Reads pages and texts. Loads the rule packs and the model once; holds no other state, so threads may share it.

    `model` is the folder of a model, by default the package's own; `None` works by rules alone.
    """

    def __init__(self, model: Path | None = encoder.HOME) -> None:
        self.book = rules.load()
        self.encoder = encoder.load(model) if model else None
        made = Model(self.encoder.name, self.encoder.sha256) if self.encoder else None
        self.engine = Engine(release(), self.book.digest, made)
        scoring.reference()

    def analyze(self, given: Given, options: Options = ALL) -> Report:
        """The report of a `Page` or a `Text`; a bare str or bytes is taken for a page.

        Raises `detector.errors.InputError` for what cannot be read, `BadOptions` for an unknown rule.
        """
        return self.examine(given, options).report

    def analyze_many(self, given: Iterable[Given], options: Options = ALL) -> Iterator[Report]:
        """The reports of many pages and texts, in order: the same bytes as one by one.

        The model reads one text at a time, because 8-bit activations are scaled by the largest number of a batch:
        neighbours would change each other's scores. To use more processors, run one `Analyzer` in each process.
        """
        for each in given:
            yield self.analyze(each, options)

    def examine(self, given: Given, options: Options = ALL) -> Analysis:
        """The same as `analyze`, with the reading."""
        unknown = sorted(options.disable - self.book.rules.keys())
        if unknown:
            raise BadOptions(f"There is no rule {', '.join(map(repr, unknown))}. GET /v1/rules lists them.")
        article = page.open_article(given)
        reading = survey(article)
        reason = notices.obstacle(reading)
        # A page that gets no score is not worth the reading of its voices.
        reading = reading if reason else hear(reading)
        if self.encoder and not reason:
            told, insight = consult(self.encoder, article, reading.prose)
            reading = replace(reading, prose=told, insight=insight)
        findings = () if reason else self._find(reading, options)
        reading = rule_model_fusion.rate(reading, findings)
        scores: dict[Dimension, Score] = {}
        scored: list[Finding] = []
        for signal in dimensions.SIGNALS:
            own = tuple(finding for finding in findings if finding.dimension is signal.dimension)
            score, own = (scoring.withhold(reason, {}), own) if reason else signal.score(reading, own)
            scores[signal.dimension] = score
            scored.extend(own)
        return Analysis(self._report(reading, scored, scores, reason), reading)

    def _report(
        self, reading: Reading, findings: Iterable[Finding], scores: dict[Dimension, Score], reason: str | None
    ) -> Report:
        return report.build(
            reading,
            sorted(findings, key=lambda finding: (finding.span, finding.rule)),
            engine=self.engine,
            scores=scores,
            summary=summary.write(scores, reason),
            notices=notices.collect(reading, with_model=self.encoder is not None),
        )

    def _find(self, reading: Reading, options: Options) -> tuple[Finding, ...]:
        found = chain.from_iterable(signal.find(reading, self.book) for signal in dimensions.SIGNALS)
        return overlap.settle([finding for finding in found if keeps(options, finding)])


def keeps(options: Options, finding: Finding) -> bool:
    """Whether the options leave this finding in."""
    severe = SEVERITIES.index(finding.severity) >= SEVERITIES.index(options.min_severity)
    return severe and finding.rule not in options.disable and finding.exact.casefold() not in options.ignore


def read(article: Article) -> Reading:
    """Read an article: its language, prose, who speaks and in whose voice each sentence stands."""
    return hear(survey(article))


def survey(article: Article) -> Reading:
    """Read an article's language and prose, which tell whether anything can be scored."""
    body = "\n".join(block.span.of(article.text) for block in article.parts(Part.BODY))
    tongue = language.detect(body or article.text)
    return Reading(article, tongue, prose.read(article))


def hear(reading: Reading) -> Reading:
    """The same with who speaks, and in whose voice each sentence stands."""
    found = attribute(reading.article, reading.prose)
    reading = replace(
        reading, quotations=found.quotations, sources=found.sources, parties=found.parties, voices=found.voices
    )
    spoken = tuple(replace(line, voice=_voice(reading, line)) for line in reading.prose.sentences)
    return replace(reading, prose=replace(reading.prose, sentences=spoken))


def _voice(reading: Reading, sentence: model.Sentence) -> str:
    """Whose sentence it is: a source's where all its words are, the author's where none is, else mixed."""
    speakers = {reading.voice_at(token.span) for token in reading.prose.tokens_of(sentence) if token.is_word}
    return speakers.pop() if len(speakers) == 1 else "mixed" if speakers else model.AUTHOR
