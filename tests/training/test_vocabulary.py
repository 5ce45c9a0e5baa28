"""Which pieces of a tokenizer stay, and that the trimmed one still reads every text."""

import json
from collections import Counter

import pytest
from tokenizers import Tokenizer

from training.encoder.vocabulary import MARK, choose, count, texts, trim, trimmed

SPECIAL = ["<s>", "<pad>", "</s>", "<unk>"]
PIECES = [*SPECIAL, MARK, "a", "б", "न", f"{MARK}the", f"{MARK}мир", "नम", f"{MARK}que", f"{MARK}rare", "…"]
SCORES = [0.0] * 4 + [-4.0, -5, -5, -5, -3, -6, -3, -7, -9, -5]
AT = {piece: place for place, piece in enumerate(PIECES)}


def table():
    return {
        "version": "1.0", "truncation": None, "padding": None, "normalizer": None, "decoder": None,
        "added_tokens": [
            {"id": place, "content": piece, "single_word": False, "lstrip": False, "rstrip": False,
             "normalized": False, "special": True}
            for place, piece in enumerate(SPECIAL)
        ],
        "pre_tokenizer": {"type": "Metaspace", "replacement": MARK, "prepend_scheme": "always", "split": True},
        "post_processor": None,
        "model": {"type": "Unigram", "unk_id": 3, "vocab": [list(pair) for pair in zip(PIECES, SCORES, strict=True)]},
    }  # fmt: skip


def test_letters_of_our_scripts_stay_and_what_is_seen_twice_comes_before_what_is_likely():
    seen = Counter({AT[f"{MARK}rare"]: 2, AT["नम"]: 9, AT[f"{MARK}que"]: 1})
    kept = [PIECES[place] for place in choose(PIECES, SCORES, seen, 10)]
    assert kept == [*SPECIAL, MARK, "a", "б", f"{MARK}the", f"{MARK}rare", "…"]
    assert "न" not in kept


def test_special_pieces_keep_their_places_in_the_trimmed_tokenizer():
    kept = [place for place, piece in enumerate(PIECES) if piece not in {"न", "नम"}]
    tokens = Tokenizer.from_str(json.dumps(trimmed(table(), kept)))
    assert tokens.get_vocab_size() == len(PIECES) - 2
    assert [tokens.token_to_id(piece) for piece in SPECIAL] == [0, 1, 2, 3]
    assert tokens.encode("the мир").tokens == [f"{MARK}the", f"{MARK}мир"]
    assert tokens.encode("न").ids[-1] == 3


def test_all_texts_and_titles_of_a_folder_are_counted(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "one.jsonl").write_text('{"text": "the the", "label": "que"}\n{"headline": "мир"}\n', encoding="utf-8")
    (tmp_path / "sub" / "two.jsonl").write_text('{"title": "the", "text": null}\n', encoding="utf-8")
    assert list(texts(tmp_path)) == ["the the", "мир", "the"]
    seen = count(Tokenizer.from_str(json.dumps(table())), texts(tmp_path))
    assert seen[AT[f"{MARK}the"]] == 3
    source = tmp_path / "tokenizer.json"
    source.write_text(json.dumps(table()), encoding="utf-8")
    small, kept = trim(source, tmp_path, 10)
    assert [piece for piece, _ in small["model"]["vocab"]] == [PIECES[place] for place in kept]
    assert f"{MARK}que" not in [PIECES[place] for place in kept]


@pytest.mark.parametrize("size", [4, 8, 14])
def test_pieces_are_in_their_order(size):
    kept = choose(PIECES, SCORES, Counter(), size)
    assert kept == sorted(set(kept))
