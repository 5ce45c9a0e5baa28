"""Text to word pieces as BERT's uncased models take them: the ids and offsets that Hugging Face's `tokenizers` gives,
without its 35 MB of packages (a test holds the two equal). Devlin et al. 2019; Wu et al. 2016 for the pieces.
"""

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from detector.settings import SETTINGS

MAX_WORD = 100  # characters of a word that is looked up; longer ones are unknown
UNKNOWN, FIRST, LAST = "[UNK]", "[CLS]", "[SEP]"
UNSEEN = ("Cc", "Cf", "Co", "Cs")
WORD = re.compile("[^ ]+")
SYMBOLS = "$+<=>^`|~"  # of ASCII, which BERT takes for punctuation too
CJK = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
       (0x2B920, 0x2CEAF), (0x2F800, 0x2FA1F))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pieces:
    """The ids of the pieces of a text, and the offsets of each: code points of the text."""

    ids: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]


class _Normal(dict[str, str]):
    """What becomes of a character: small letters without accents, spaces around what is a word by itself."""

    def __missing__(self, letter: str) -> str:
        normal = self[letter] = _normalise(letter)
        return normal


def _normalise(letter: str) -> str:
    if letter in "\t\n\r":
        return " "
    if letter in "\0\ufffd" or unicodedata.category(letter) in UNSEEN:
        return ""
    if letter.isspace():
        return " "
    parts = unicodedata.normalize("NFD", letter)
    plain = "".join(part.lower() for part in parts if unicodedata.category(part) != "Mn")
    alone = any(first <= ord(letter) <= last for first, last in CJK) or _is_punctuation(plain)
    return f" {plain} " if alone else plain


def _is_punctuation(plain: str) -> bool:
    return len(plain) == 1 and (plain in SYMBOLS or unicodedata.category(plain)[0] == "P")


class WordPieces:
    """The vocabulary of a model, from its `tokenizer.json`; `split` may be called from several threads at once."""

    def __init__(self, file: Path) -> None:
        table = json.loads(file.read_text(encoding="utf-8"))
        self._vocabulary: dict[str, int] = table["model"]["vocab"]
        self._special = {token["content"]: token["id"] for token in table["added_tokens"]}
        self._specials = re.compile("|".join(map(re.escape, self._special)))
        self._normal = _Normal()
        self._pieces = lru_cache(SETTINGS.encoder.known_words)(self._cut)
        self.first, self.last = self._special[FIRST], self._special[LAST]

    def split(self, text: str) -> Pieces:
        """The pieces of a text, without those that stand around a whole one."""
        ids: list[int] = []
        offsets: list[tuple[int, int]] = []
        start = 0
        for special in self._specials.finditer(text):
            self._add(text, start, special.start(), ids, offsets)
            ids.append(self._special[special[0]])
            offsets.append(special.span())
            start = special.end()
        self._add(text, start, len(text), ids, offsets)
        return Pieces(tuple(ids), tuple(offsets))

    def _add(self, text: str, start: int, end: int, ids: list[int], offsets: list[tuple[int, int]]) -> None:
        """Add the pieces of `text[start:end]`."""
        parts = [self._normal[letter] for letter in text[start:end]]
        origins = [at for at, part in enumerate(parts, start) for _ in part]
        for word in WORD.finditer("".join(parts)):
            at = word.start()
            for piece, length in self._pieces(word[0]):
                ids.append(piece)
                offsets.append((origins[at], origins[at + length - 1] + 1))
                at += length

    def _cut(self, word: str) -> tuple[tuple[int, int], ...]:
        """The longest pieces from left to right, each with its length; a word that cannot be cut is one unknown."""
        unknown = ((self._special[UNKNOWN], len(word)),)
        if len(word) > MAX_WORD:
            return unknown
        found: list[tuple[int, int]] = []
        start = 0
        while start < len(word):
            lead = "##" if start else ""
            ends = range(len(word), start, -1)
            end = next((end for end in ends if lead + word[start:end] in self._vocabulary), None)
            if end is None:
                return unknown
            found.append((self._vocabulary[lead + word[start:end]], end - start))
            start = end
        return tuple(found)
