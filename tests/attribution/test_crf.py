"""The conditional random field at work: the same as the library that fitted it."""

from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pycrfsuite
import pytest

from detector.attribution.extraction.rules import extractor
from detector.attribution.extraction.tagger import crf, features
from detector.attribution.extraction.tagger.crf import ConditionalRandomField
from detector.attribution.extraction.tagger.features import Layout
from detector.attribution.tokens import token_table as columns
from detector.languages.en import GRAMMAR, PACK
from detector.text import prose
from tests.attribution.passages import PASSAGES
from training.evaluation.plain_articles import article
from training.tagger.fit import pack

TOY = ConditionalRandomField(
    labels=("A", "B"),
    values={"w": {b"x": 1, b"y": 2}},
    weights={"w0": np.array([[0.0, 0.0], [1.0, 0.2], [0.1, 0.9]])},
    transitions=np.array([[0.5, -0.4], [0.3, 0.1]]),
)


def spread(*blocks: str) -> Layout:
    pads = [b"#"] * features.EDGE
    column, places, ranges, first = [], [], [], 0
    for block in blocks:
        places += range(len(column) + len(pads), len(column) + len(pads) + len(block))
        column += [*pads, *(letter.encode() for letter in block), *pads]
        ranges.append((first, first + len(block)))
        first += len(block)
    return Layout({"w": column}, places, ranges)


def enumerated(block: str) -> tuple[list[str], list[float]]:
    """The best path and the marginals of its labels, by adding up all paths."""
    weigh = {"x": TOY.weights["w0"][1], "y": TOY.weights["w0"][2]}
    scores = {}
    for path in product((0, 1), repeat=len(block)):
        score = sum(weigh.get(letter, np.zeros(2))[label] for letter, label in zip(block, path, strict=True))
        scores[path] = score + sum(TOY.transitions[one, other] for one, other in pairwise(path))
    total = sum(map(np.exp, scores.values()))
    best = max(scores, key=lambda path: scores[path])
    sure = [
        sum(np.exp(score) for path, score in scores.items() if path[place] == label) / total
        for place, label in enumerate(best)
    ]
    return [TOY.labels[label] for label in best], sure


@pytest.mark.parametrize("blocks", [("x",), ("xyyx",), ("xy", "yxyzy", "y"), ("yyx", "x" * 3 + "zz")])
def test_paths_and_probabilities_are_those_of_all_paths_added_up(blocks: tuple[str, ...]):
    told = [enumerated(block) for block in blocks]
    labels, sure = TOY.label(spread(*blocks))
    assert labels == [label for best, _ in told for label in best]
    assert sure == pytest.approx([each for _, probable in told for each in probable])


def test_a_block_does_not_know_its_neighbours():
    alone, beside = TOY.label(spread("xyyx")), TOY.label(spread("yyyyyy", "xyyx", "x"))
    assert beside[0][6:10] == alone[0]
    assert beside[1][6:10] == pytest.approx(alone[1])


def test_blocks_of_all_lengths_are_worked_through():
    labels, sure = TOY.label(spread("xy" * 300, "x", "yx" * 70, "yyxx" * 40))
    assert len(labels) == len(sure) == 901
    assert all(0 < each <= 1 for each in sure)


def test_an_article_without_words_has_no_labels():
    assert TOY.label(spread()) == ([], [])


def test_a_fitted_field_says_the_same_in_its_packed_form(tmp_path: Path):
    trainer, path = pycrfsuite.Trainer(verbose=False), str(tmp_path / "small.crf")
    layouts = []
    for passage in PASSAGES[:6]:
        words = columns.tabulate(prose.read_prose(article(passage.text), PACK), GRAMMAR)
        layout = features.lay_out(words, extractor.extract(words))
        layouts.append(layout)
        for block in layout.blocks:
            labels = ["B-S" if words.capital(index) else "O" for index in range(*block)]
            trainer.append(pycrfsuite.ItemSequence(layout.features(block)), labels)
    trainer.set_params({"max_iterations": 10, "feature.possible_transitions": True})
    trainer.train(path)
    packed, tagger = crf.parse(pack(path)), pycrfsuite.Tagger()
    tagger.open(path)
    for layout in layouts:
        labels, sure = packed.label(layout)
        expected = [tagger.tag(layout.features(block)) for block in layout.blocks]
        assert labels == [label for block in expected for label in block]
        tagger.tag(layout.features(layout.blocks[-1]))
        last = [tagger.marginal(label, place) for place, label in enumerate(expected[-1])]
        assert sure[-len(last) :] == pytest.approx(last, abs=1e-4)
