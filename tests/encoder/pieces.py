"""The word pieces of a text by our reader and by `tokenizers`, side by side."""

from tokenizers import Tokenizer

from detector.encoder.unigram import UnigramPieces
from detector.encoder.word_pieces import WordPieces

Side = tuple[tuple[int, ...], tuple[tuple[int, int], ...]]
Pair = tuple[UnigramPieces | WordPieces, Tokenizer]


def both(pair: Pair, text: str) -> tuple[Side, Side]:
    """Ids and offsets of ours, and theirs."""
    ours, theirs = pair[0].split(text), pair[1].encode(text, add_special_tokens=False)
    return (ours.ids, ours.offsets), (tuple(theirs.ids), tuple(theirs.offsets))
