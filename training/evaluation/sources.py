"""Fits which thoughts an editor would call statements and which sources an editor would list
(`detector.attribution.plausibility`), and tells how the list of sources agrees with editors' before and after.

Usage: `python -m training.evaluation.sources DATA`, the folder with `articles.jsonl`; `training/data/sourced.jsonl` has
what the editors listed. Prints the two tables of weights as they stand in `settings.toml`, and precision and recall by
cross-validation over articles: each eighth is judged by what the others teach.
"""

import argparse
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from detector import attribution, page
from detector.analysis import read_text
from detector.article import Span
from detector.attribution import RawQuotation, plausibility
from detector.attribution.coreference.entities import Entity
from detector.languages.en import GRAMMAR
from detector.settings import SETTINGS
from training.data.annotated import Place
from training.data.sourced import EditorsSource, Sourced, sourced
from training.encoder.wording import regress

FOLDS = 8
STRENGTH = 10.0  # of the pull towards 0, in examples, on inputs of unit spread
TITLE = re.compile(r"^(?:the|a|an|mr|mrs|ms|dr|sen|rep|president)\.? ")
SHORT = 3  # letters of a form up to which it must be the whole name

Row = tuple[int, tuple[float, ...], bool]


@dataclass(frozen=True, slots=True)
class Read:
    """An annotated article as the product reads it, with where each source's statements stand in its text."""

    story: Sourced
    text: str
    found: attribution.Found
    said: Sequence[Sequence[Place]]


def read(story: Sourced) -> Read:
    """Read an annotated article."""
    reading = read_text(page.read_text(story.text, story.title))
    found = attribution.find(reading.article, reading.prose, GRAMMAR)
    return Read(story, reading.article.text, found, [each.said_in(reading.article.text) for each in story.sources])


def plain(name: str) -> str:
    """A name in lower case without punctuation, article and title."""
    return TITLE.sub("", re.sub(r"[^\w ]+", " ", name.lower()).strip()).strip()


def same(name: str, forms: Sequence[str]) -> bool:
    """Whether a name is one of the forms, or one of the two holds the other as whole words."""
    one = plain(name)
    return bool(one) and any(one == other or _holds(one, other) or _holds(other, one) for other in map(plain, forms))


def _holds(longer: str, shorter: str) -> bool:
    return len(shorter) > SHORT and re.search(rf"\b{re.escape(shorter)}\b", longer) is not None


def covers(pieces: Sequence[Span], place: Place) -> bool:
    """Whether half of the place is within the pieces."""
    common = sum(max(0, min(piece.end, place[1]) - max(piece.start, place[0])) for piece in pieces)
    return 2 * common >= place[1] - place[0]


def listed(article: Read, raws: Sequence[RawQuotation]) -> dict[int, int | None]:
    """Which of the editor's sources each source of `raws` is, by the identity of its entity, each once, those who are
    given most words first."""
    given: dict[int, list[RawQuotation]] = {}
    who: dict[int, Entity] = {}
    for raw, entity in zip(raws, article.found.entities, strict=True):
        if entity is not None and raw.kind == plausibility.SPEECH:
            who[id(entity)] = entity
            given.setdefault(id(entity), []).append(raw)
    free, partner = dict(enumerate(article.story.sources)), dict[int, int | None]()
    for key in sorted(given, key=lambda key: -sum(len(piece) for raw in given[key] for piece in raw.content)):
        hit = next(
            (number for number, source in free.items() if _is(article, who[key], given[key], number, source)), None
        )
        partner[key] = hit
        if hit is not None:
            free.pop(hit)
    return partner


def _is(article: Read, entity: Entity, raws: Sequence[RawQuotation], number: int, source: EditorsSource) -> bool:
    words, description = article.found.context.words, entity.description
    written = {plain(words.span(*phrase).of(article.text)) for phrase in entity.spans}
    if same(description.label, source.forms) or written & {
        form for form in map(plain, source.forms) if len(form) > SHORT
    }:
        return True
    nameless = not description.name and not source.named
    return nameless and any(covers(raw.content, place) for raw in raws for place in article.said[number])


def thoughts(articles: Sequence[Read]) -> list[Row]:
    """The signs of each thought that somebody is given, and whether an editor has a statement there."""
    rows = list[Row]()
    for number, article in enumerate(articles):
        words, raws, entities = article.found.context.words, article.found.raws, article.found.entities
        density = plausibility.density_of(words, raws, entities)
        for raw, entity in zip(raws, entities, strict=True):
            if plausibility.is_candidate(raw, entity):
                signs = tuple(asdict(plausibility.statement_signs(words, raw, density)).values())
                held = any(covers(raw.content, place) for places in article.said for place in places)
                rows.append((number, signs, held))
    return rows


def take_up(articles: Sequence[Read], likely: NDArray[np.float64]) -> list[list[RawQuotation]]:
    """The quotations of each article, with the thoughts as speech that are `likely` enough, in the order of
    `thoughts`."""
    judged = iter(likely)
    return [
        [
            replace(raw, kind="speech")
            if plausibility.is_candidate(raw, entity) and next(judged) >= SETTINGS.plausibility.statement
            else raw
            for raw, entity in zip(article.found.raws, article.found.entities, strict=True)
        ]
        for article in articles
    ]


def sources(articles: Sequence[Read], taken: Sequence[Sequence[RawQuotation]]) -> list[Row]:
    """The signs of each source, and whether an editor lists it."""
    rows = list[Row]()
    for number, (article, raws) in enumerate(zip(articles, taken, strict=True)):
        found, partner = article.found, listed(article, raws)
        signs = plausibility.source_signs(found.context.words, found.raws, raws, found.entities)
        rows += [(number, tuple(asdict(each).values()), partner[key] is not None) for key, each in signs.items()]
    return rows


def judge(rows: Sequence[Row]) -> NDArray[np.float64]:
    """How likely each row is to be an editor's, by what the articles of the other folds teach."""
    inputs, targets = np.array([row[1] for row in rows]), np.array([row[2] for row in rows])
    fold = np.array([row[0] % FOLDS for row in rows])
    likely = np.zeros(len(rows))
    for held in range(FOLDS):
        weights, bias = regress(inputs[fold != held], targets[fold != held], STRENGTH)
        likely[fold == held] = 1 / (1 + np.exp(-(inputs[fold == held] @ weights + bias)))
    return likely


def table(name: str, rows: Sequence[Row], signs: Mapping[str, object]) -> str:
    """The weights that all rows teach, as a table of settings."""
    weights, bias = regress(np.array([row[1] for row in rows]), np.array([row[2] for row in rows]), STRENGTH)
    numbers = {"base": bias, **dict(zip(signs, weights.tolist(), strict=True))}
    return "\n".join([f"[plausibility.{name}]", *(f"{key} = {value:.2f}" for key, value in numbers.items())])


def agreement(rows: Sequence[Row], kept: NDArray[np.bool_], exempt: tuple[int, int], known: int) -> str:
    """Precision and recall of the rows that are kept, and of `exempt` (right ones, all), by `known` sources of
    editors."""
    right = sum(row[2] for row, keep in zip(rows, kept, strict=True) if keep) + exempt[0]
    count = int(kept.sum()) + exempt[1]
    return (
        f"precision {right / count:.3f}  recall {right / known:.3f}  ({right} of {count} sources, {known} of editors)"
    )


def main() -> None:
    """Print weights and agreement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    articles = [read(story) for story in sourced(parser.parse_args().data)]
    known = sum(len(article.story.sources) for article in articles)
    candidates = thoughts(articles)
    taken = take_up(articles, judge(candidates))
    for name, raws in (("before", [article.found.raws for article in articles]), ("after", taken)):
        rows = sources(articles, raws)
        whole = [hit for article, each in zip(articles, raws, strict=True) for hit in listed(article, each).values()]
        exempt = sum(hit is not None for hit in whole) - sum(row[2] for row in rows), len(whole) - len(rows)
        kept = judge(rows) >= (SETTINGS.plausibility.source if name == "after" else 0.0)
        print(f"{name}: {agreement(rows, kept, exempt, known)}")
    print(table("statements", candidates, plausibility.StatementSigns.__annotations__))
    print(table("sources", rows, plausibility.SourceSigns.__annotations__))


if __name__ == "__main__":
    main()
