"""Token heads on the shared encoder, which `training.tagger.figures` compares with the field of `detector.attribution`.

The encoder of the package stays frozen; the hidden states of three of its layers are read over paragraphs (in its
windows), averaged over the pieces of each token, and weighed by one linear layer with a softmax over the field's own
labels, fitted by Adam (Kingma and Ba 2015). The best path follows how often labels follow one another in the training
articles. What comes out goes through the same linking, filter and merge as the field's labels.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from detector.article import Prose
from detector.attribution.extraction import content_confidence, merge
from detector.attribution.extraction.rules import extractor
from detector.attribution.extraction.tagger import features, linking, postfilter, tagger
from detector.attribution.tokens import token_table as columns
from detector.attribution.tokens.token_table import TokenTable
from detector.attribution.tokens.types import RawQuotation
from detector.encoder.files import HOME, check
from detector.encoder.windows import cut, join_tokens
from detector.languages.en import GRAMMAR, PACK
from detector.text import prose
from training.evaluation.attributions import Extractor
from training.evaluation.marks import article_of
from training.tagger.data import label

Floats = NDArray[np.float32]
LAYERS = ("1", "3", "5")
STATES = tuple(f"/net/bert/encoder/layer.{layer}/output/LayerNorm/LayerNormalization_output_0" for layer in LAYERS)
LABELS = ("O", *(f"{edge}-{sort}" for sort in "SULRN" for edge in "BI"))
GRAPH, OUTPUT, NAME = 7, 12, 1  # fields of ONNX's ModelProto, GraphProto and ValueInfoProto
BATCH, EPOCHS, RATE = 1024, 6, 0.003
NEVER = -20.0


def _field(number: int, data: bytes) -> bytes:
    """A length-delimited field as protocol buffers write it."""
    length, head = len(data), bytes([number << 3 | 2])
    while length > 127:
        head, length = head + bytes([length & 127 | 128]), length >> 7
    return head + bytes([length]) + data


class States:
    """The frozen encoder with its hidden states as outputs: two protocol buffers end to end are read as one."""

    def __init__(self) -> None:
        held = check(HOME)
        outputs = b"".join(_field(OUTPUT, _field(NAME, name.encode())) for name in STATES)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        network = held.network.read_bytes() + _field(GRAPH, outputs)
        self._session = onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(held.tokenizer))
        self._ends = self._tokenizer.encode("").ids

    def read(self, words: TokenTable) -> Floats:
        """A row for each token: the mean of its pieces, paragraph by paragraph."""
        rows = np.zeros((len(words.raw), 384 * len(STATES)), np.float32)
        starts = np.array(words.start)
        for first, last in words.blocks():
            begin = words.start[first]
            coded = self._tokenizer.encode(words.text[begin : words.end[last - 1]], add_special_tokens=False)
            if coded.ids:
                places = np.searchsorted(starts[first:last], [at + begin for at, _ in coded.offsets], "right") - 1
                np.add.at(rows[first:last], places, self._pieces(coded.ids))
                rows[first:last] /= np.maximum(1, np.bincount(places, minlength=last - first))[:, None]
        return rows

    def _pieces(self, ids: list[int]) -> Floats:
        windows = cut(len(ids))
        return join_tokens(windows, [self._window(ids[start:end]) for start, end in windows])

    def _window(self, ids: list[int]) -> Floats:
        fed = np.array([[self._ends[0], *ids, self._ends[1]]], np.int64)
        told = self._session.run(list(STATES), {"input_ids": fed, "attention_mask": np.ones_like(fed)})
        return np.concatenate([np.asarray(each)[0, 1:-1] for each in told], axis=1)


@dataclass(frozen=True, slots=True, eq=False)
class Heads:
    """Weights of each label by state, its bias, and what it is worth that one label (row) is followed by another."""

    weights: Floats
    bias: Floats
    following: Floats

    def label(self, states: Floats, blocks: Sequence[tuple[int, int]]) -> tuple[list[str], list[float]]:
        """The best labels of the tokens, block by block, and how probable the head alone finds each."""
        likely = _softmax(states @ self.weights + self.bias)
        path = [place for first, last in blocks for place in self._path(np.log(likely[first:last] + 1e-9))]
        return [LABELS[place] for place in path], [float(row[place]) for row, place in zip(likely, path, strict=True)]

    def _path(self, scores: Floats) -> list[int]:
        """The best path (Viterbi 1967)."""
        best, back = scores[0], []
        for row in scores[1:]:
            reached = best[:, None] + self.following
            back.append(reached.argmax(0))
            best = reached.max(0) + row
        path = [int(best.argmax())]
        for before in reversed(back):
            path.append(int(before[path[-1]]))
        return path[::-1]


def _softmax(scores: Floats) -> Floats:
    likely = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(likely / likely.sum(1, keepdims=True), np.float32)


def fit(states: NDArray[np.float16], gold: NDArray[np.int64]) -> Heads:
    """Heads fitted on the states and labels of all articles, one after the other."""
    some = states[:50_000].astype(np.float32)
    mean, spread = some.mean(0), some.std(0) + 1e-3
    held = np.zeros((states.shape[1] + 1, len(LABELS)), np.float32)  # the last row is the bias
    first, second = np.zeros_like(held), np.zeros_like(held)
    order, steps = np.random.default_rng(1), EPOCHS * (len(gold) // BATCH)
    for step in range(steps):
        chosen = np.sort(order.choice(len(gold), BATCH))
        rows = np.column_stack(((states[chosen].astype(np.float32) - mean) / spread, np.ones(BATCH, np.float32)))
        missed = _softmax(rows @ held)
        missed[np.arange(BATCH), gold[chosen]] -= 1
        slope = rows.T @ missed / BATCH + 1e-5 * held
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        size = RATE * (1 - step / steps) / (1 - 0.9 ** (step + 1))
        held = held - size * first / (np.sqrt(second / (1 - 0.999 ** (step + 1))) + 1e-8)
    weights = held[:-1] / spread[:, None]
    return Heads(weights, held[-1] - mean @ weights, _following(gold))


def _following(gold: NDArray[np.int64]) -> Floats:
    """How much likelier a label is after another than anywhere, as a logarithm; inside without a beginning is ruled
    out."""
    counts = np.full((len(LABELS), len(LABELS)), 0.5)
    np.add.at(counts, (gold[:-1], gold[1:]), 1)
    found = np.log(counts / counts.sum(1, keepdims=True)) - np.log(np.bincount(gold, minlength=len(LABELS)) / len(gold))
    for row, before in enumerate(LABELS):
        for column, label_ in enumerate(LABELS):
            same = before[2:] == label_[2:] or {before[2:], label_[2:]} <= linking.CONTENT
            if label_[0] == "I" and not same:
                found[row, column] = NEVER
    return np.asarray(found, np.float32)


def learn(corpus: Path, encoder: States) -> Heads:
    """Heads fitted on the articles of a file."""
    states: list[NDArray[np.float16]] = []
    gold: list[int] = []
    with corpus.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            words = columns.tabulate(prose.read_prose(article_of(row["text"]), PACK), GRAMMAR)
            states.append(encoder.read(words).astype(np.float16))
            gold += map(LABELS.index, label(words, row))
    return fit(np.concatenate(states), np.array(gold))


def ways(heads: Heads, encoder: States) -> tuple[Extractor, Extractor]:
    """The heads by themselves, and united with the rules."""

    def found(read: Prose, *, united: bool) -> Sequence[RawQuotation]:
        words = columns.tabulate(read, GRAMMAR)
        ruled, blocks = extractor.extract(words), tuple(words.blocks())
        labels, sure = heads.label(encoder.read(words), blocks)
        if not united:
            return extractor.to_quotations(words, linking.link(words, labels, blocks))
        tagged = extractor.to_quotations(
            words, postfilter.drop_implausible(words, linking.link(words, labels, blocks), ruled, sure)
        )
        said = (each if name[2:] in linking.CONTENT else 1 - each for name, each in zip(labels, sure, strict=True))
        return content_confidence.judge_content(words, merge.merge_quotations(tagged, ruled), tuple(said))

    return partial(found, united=False), partial(found, united=True)


def cost(rows: Sequence[Mapping[str, Any]], heads: Heads, encoder: States) -> tuple[float, float]:
    """Milliseconds of processor time for the labels of an article, by the heads and by the field."""
    model, by_heads, by_field = tagger.load(GRAMMAR), 0.0, 0.0
    for row in rows:
        words = columns.tabulate(prose.read_prose(article_of(row["text"]), PACK), GRAMMAR)
        ruled, start = extractor.extract(words), process_time()
        heads.label(encoder.read(words), tuple(words.blocks()))
        middle = process_time()
        model.label(features.lay_out(words, ruled))
        by_heads += middle - start
        by_field += process_time() - middle
    return 1000 * by_heads / len(rows), 1000 * by_field / len(rows)
