"""Text to word pieces as models with a unigram vocabulary (SentencePiece) take them: each word cut in the likeliest way
(Kudo 2018). The ids and offsets that Hugging Face's `tokenizers` gives, without its packages (a test holds the two
equal).
"""

import json
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from detector.encoder.word_pieces import Pieces
from detector.settings import SETTINGS

BLANK = "\u2581"  # stands for the blank before a word
FIRST, LAST = "<s>", "</s>"
PENALTY = 10.0  # how much less likely than the rarest piece an unknown letter is; SentencePiece's own
BLANKS = frozenset("\t\n\f\r \u1680\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u2581\ufeff\ufffd")
DROPPED = frozenset(map(chr, (*range(0x1, 0x9), 0xB, *range(0xE, 0x20), 0x7F, 0x8F, 0x9F)))
Letter = tuple[str, int, int]  # of the normalised text, with the code points `[start, end)` of the text that it is from
Cut = tuple[int, int]  # a piece, and how many letters it has


def _letters(text: str) -> Iterator[Letter]:
    """The letters of `text` in compatibility form, accents joined to what bears them; runs of blanks as one."""
    start, blank = 0, False
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        plain = "".join(" " if letter in BLANKS else letter for letter in text[start:end] if letter not in DROPPED)
        for letter in unicodedata.normalize("NFKC", plain):
            if letter != " " or not blank:
                yield (BLANK if letter == " " else letter), start, end
            blank = letter == " "
        start = end


class UnigramPieces:
    """The vocabulary of a model, from its `tokenizer.json`; `split` may be called from several threads at once."""

    def __init__(self, file: Path) -> None:
        table = json.loads(file.read_text(encoding="utf-8"))
        special = {token["content"]: int(token["id"]) for token in table["added_tokens"]}  # no text holds these
        known = {piece: (place, score) for place, (piece, score) in enumerate(table["model"]["vocab"])}
        self._least = min(score for _, score in known.values()) - PENALTY
        self._known = {piece: found for piece, found in known.items() if piece not in special}
        self._longest = max(map(len, self._known))
        self._unknown: int = table["model"]["unk_id"]
        self.first, self.last = special[FIRST], special[LAST]
        self._cut = lru_cache(SETTINGS.encoder.known_words)(self._likeliest)

    def split(self, text: str) -> Pieces:
        """The pieces of a text, without those that stand around a whole one."""
        letters = list(_letters(text))
        if letters and letters[0][0] != BLANK:
            letters.insert(0, (BLANK, *letters[0][1:]))
        ids: list[int] = []
        offsets: list[tuple[int, int]] = []
        start = 0
        for end in [*(at for at, letter in enumerate(letters) if letter[0] == BLANK and at), len(letters)]:
            word = letters[start:end]
            for piece, length in self._cut("".join(letter for letter, *_ in word)):
                ids.append(piece)
                offsets.append((letters[start][1], letters[start + length - 1][2]))
                start += length
        return Pieces(tuple(ids), tuple(offsets))

    def _likeliest(self, word: str) -> tuple[Cut, ...]:
        """The pieces of the likeliest cut (Viterbi), neighbouring unknown letters as one."""
        best: list[tuple[float, int, int]] = [(0.0, 0, 0)]  # up to each letter: weight, start and id of the last piece
        for end in range(1, len(word) + 1):
            choices = [(best[end - 1][0] + self._least, end - 1, self._unknown)]
            choices += [
                (best[start][0] + piece[1], start, piece[0])
                for start in range(max(0, end - self._longest), end)
                if (piece := self._known.get(word[start:end])) is not None
            ]
            best.append(max(choices, key=itemgetter(0)))
        return self._merged(_back(best))

    def _merged(self, cuts: Sequence[Cut]) -> tuple[Cut, ...]:
        runs = groupby(cuts, key=lambda cut: cut[0] == self._unknown)
        return tuple(cut for unknown, run in runs for cut in (_joined(list(run)) if unknown else run))


def _back(best: Sequence[tuple[float, int, int]]) -> list[Cut]:
    """The pieces, in order, that led to the end."""
    found: list[Cut] = []
    end = len(best) - 1
    while end:
        _, start, piece = best[end]
        found.append((piece, end - start))
        end = start
    return found[::-1]


def _joined(run: list[Cut]) -> list[Cut]:
    return [(run[0][0], sum(length for _, length in run))]
