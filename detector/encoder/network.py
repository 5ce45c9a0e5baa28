"""One forward pass: text to word pieces, word pieces to logits and vectors (onnxruntime)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detector.encoder.files import ModelFiles
from detector.encoder.unigram import UnigramPieces
from detector.encoder.values import Floats
from detector.encoder.windows import cut, join_tokens, join_whole
from detector.encoder.word_pieces import WordPieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession


@dataclass(frozen=True, slots=True)
class Pass:
    """What one pass gives: probabilities by sentence head, probabilities by word piece and token head, character
    offsets of the word pieces into the text, and the mean vector of unit length."""

    sentence: Floats
    token: Floats
    offsets: tuple[tuple[int, int], ...]
    vector: Floats


def _sigmoid(logits: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-logits)), np.float32)


def _session(files: ModelFiles) -> "InferenceSession":
    import onnxruntime  # noqa: PLC0415 - whoever judges by rules alone, or asks for help, does not wait for it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(files.network), options, providers=["CPUExecutionProvider"])


class Network:
    """The loaded network; `read` may be called from several threads at once."""

    def __init__(self, files: ModelFiles) -> None:
        self._session = _session(files)
        self._words = (UnigramPieces if files.unigram else WordPieces)(files.tokenizer)

    def read(self, text: str) -> Pass:
        """One text through the network by itself, so that its result never hangs on its neighbours; long texts in
        windows. Offsets are code points of `text`; a text without any word piece gives an empty run of them."""
        pieces = self._words.split(text)
        windows = cut(len(pieces.ids))
        parts = [self._window(pieces.ids[start:end]) for start, end in windows]
        sentence = join_whole(windows, [part[0] for part in parts]) if pieces.ids else parts[0][0]
        vector = join_whole(windows, [part[2] for part in parts]) if pieces.ids else parts[0][2]
        token = join_tokens(windows, [part[1] for part in parts])
        length = float(np.linalg.norm(vector))
        return Pass(_sigmoid(sentence), _sigmoid(token), pieces.offsets, vector / max(length, 1e-9))

    def _window(self, pieces: tuple[int, ...]) -> tuple[Floats, Floats, Floats]:
        ids = np.array([[self._words.first, *pieces, self._words.last]], np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
        sentence, token, vector = self._session.run(["sentence", "token", "vector"], feed)
        return np.asarray(sentence[0]), np.asarray(token[0, 1:-1]), np.asarray(vector[0])
