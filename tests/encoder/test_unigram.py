"""Our unigram pieces are those of `tokenizers`, which the model was trained with."""

import random

import pytest
from tokenizers import Tokenizer

from detector.encoder.files import MULTILINGUAL, TOKENIZER
from detector.encoder.unigram import UnigramPieces
from tests.encoder.pieces import both

ALPHABET = "aàäbcçdeéèêfghiïjklłmnñoóöœpqrsśßtuüvwxyzżABDEŁÜ абвгдежзийклщыя.,-–…’'„“«»½ﬁ²0179"
TEXTS = (
    "",
    " ",
    "Der Rat hat am Montag über die Müllgebühren beraten.",
    "« L’été dernier, dit-elle, rien n’allait », a reconnu la mairesse.",
    "¿Qué pasó después? ¡Nadie lo sabe!",
    "Zażółć gęślą jaźń – Совет утвердил бюджет.",
    "a\u0308rger e\u0301t\u00e9 ﬁnden ½ m²",
    "日本の news 🙂👍🏽",
    "tab\tline\nreturn\x00\x07soft\u00adhyphen no\u00a0break",
    "Donaudampfschifffahrtsgesellschaftskapitänspatent",
)


@pytest.fixture(scope="module")
def pair():
    return UnigramPieces(MULTILINGUAL / TOKENIZER), Tokenizer.from_file(str(MULTILINGUAL / TOKENIZER))


@pytest.mark.parametrize("text", TEXTS)
def test_ids_and_offsets_are_theirs(pair, text):
    ours, theirs = both(pair, text)
    assert ours == theirs


def test_so_are_those_of_any_mixture(pair):
    draw = random.Random(7)  # noqa: S311 - the same each time
    for _ in range(1_000):
        words = ["".join(draw.choices(ALPHABET, k=draw.randint(1, 12))).split() for _ in range(draw.randint(1, 6))]
        text = " ".join(word for parts in words for word in parts)
        ours, theirs = both(pair, text)
        assert ours == theirs, text


def test_offsets_cover_the_letters_that_a_piece_is_from(pair):
    text = "Die  Größe:\u00a0klein"
    read = pair[0].split(text)
    covered = {place for start, end in read.offsets for place in range(start, end)}
    assert {place for place, letter in enumerate(text) if not letter.isspace()} <= covered


def test_a_page_cannot_write_the_pieces_that_stand_around_a_text(pair):
    first, last = pair[0].first, pair[0].last
    assert {first, last}.isdisjoint(pair[0].split("<s> x </s> <pad> <unk> <mask>").ids)
    assert [first, last] == pair[1].encode("").ids
