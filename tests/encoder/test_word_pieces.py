"""Our pieces are those of `tokenizers`, which the model was trained with."""

import random
import unicodedata

import pytest
from tokenizers import Tokenizer

from detector.encoder.files import HOME, TOKENIZER
from detector.encoder.word_pieces import WordPieces
from tests.encoder.pieces import both

LETTERS = [chr(code) for code in range(0x3000) if unicodedata.category(chr(code)) != "Cs"]
YOUNG = 1_000  # characters at most that Unicode has known for less long than `tokenizers`
TEXTS = (
    "",
    " ",
    "The council voted on Monday.",
    "“We’ve waited,” said Ada Berg — the mayor (62); it’s a £9,000-a-year job.",
    "Café Ångström İstanbul ΣΊΣΥΦΟΣ straße ﬁne e\u0301 a\u0308\u0304b",
    "日本の news 漢字mixed 한국어",
    "supercalifragilisticexpialidocious unbelievablenesses",
    "x" * 100 + " " + "x" * 101,
    "[CLS] a [MASK][SEP] [mask] [UNK",
    "tab\tline\nreturn\rnothing\x00\x07soft\u00adhyphen zero\u200bwidth\ufeff\ufffd no\u00a0break\u2028\x0b\x85",
    "#tag @name $5 a+b=c <b> `x` ^~| 100% 🙂👍🏽",
)


@pytest.fixture(scope="module")
def pair():
    return WordPieces(HOME / TOKENIZER), Tokenizer.from_file(str(HOME / TOKENIZER))


@pytest.mark.parametrize("text", TEXTS)
def test_ids_and_offsets_are_theirs(pair, text):
    ours, theirs = both(pair, text)
    assert ours == theirs


def test_so_are_those_of_any_mixture(pair):
    draw = random.Random(7)  # noqa: S311 - the same each time
    for _ in range(2_000):
        words = ["".join(draw.choices(LETTERS[:0x250], k=draw.randint(1, 9))) for _ in range(draw.randint(1, 6))]
        ours, theirs = both(pair, " ".join(words))
        assert ours == theirs, words


def test_every_character_is_taken_as_they_take_it_but_for_young_ones(pair):
    others = [
        letter
        for code in range(0x20000)
        if not 0xD800 <= code < 0xE000
        for letter in [chr(code)]
        if len(set(both(pair, f"a{letter}b"))) > 1
    ]
    assert len(others) < YOUNG
    assert all(letter >= "\u0600" for letter in others)


def test_what_stands_around_a_text_is_theirs(pair):
    assert [pair[0].first, pair[0].last] == pair[1].encode("").ids
