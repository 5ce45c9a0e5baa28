"""Trims a tokenizer of many languages to the word pieces that the languages we read need."""

import copy
import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from training.data.corpora import rows

Table = dict[str, Any]
FIELDS = ("text", "title", "headline", "body")
SPECIAL = 4  # begin, padding, end, unknown: the first pieces
MARK = "\u2581"  # a blank before a word
LEAST = 2  # how often a piece must be seen
SCRIPTS = ("LATIN", "CYRILLIC")
MANY = 2000


def texts(folder: Path) -> Iterator[str]:
    """All texts and titles of the labelled sets in `folder`."""
    for path in sorted(folder.rglob("*.jsonl")):
        for row in rows(path):
            yield from (row[field] for field in FIELDS if isinstance(row.get(field), str))


def count(tokens: Tokenizer, lines: Iterable[str]) -> Counter[int]:
    """How often each piece is seen in `lines`."""
    seen: Counter[int] = Counter()
    walk = iter(lines)
    while some := list(islice(walk, MANY)):
        for encoding in tokens.encode_batch(some, add_special_tokens=False):
            seen.update(encoding.ids)
    return seen


def _read(letter: str) -> bool:
    """Whether a letter or sign may stand in a text of our languages: anything but the letters of other scripts."""
    if not letter.isalpha():
        return ord(letter) < 0x2E80
    return unicodedata.name(letter, "").split(" ")[0] in SCRIPTS


def choose(pieces: list[str], scores: list[float], seen: Counter[int], size: int) -> list[int]:
    """The places of the pieces kept, in their order: special ones, single letters and signs of our scripts, and of the
    others first what was seen twice, most often first, then the likeliest that could be."""
    bare = [piece.replace(MARK, "") for piece in pieces]
    kept = set(range(SPECIAL))
    kept |= {place for place, piece in enumerate(bare) if len(piece) <= 1 and all(map(_read, piece))}
    ours = (place for place, count in seen.most_common() if count >= LEAST and all(map(_read, bare[place])))
    kept.update(islice((place for place in ours if place not in kept), max(0, size - len(kept))))
    likely = sorted(range(len(pieces)), key=lambda place: -scores[place])
    rest = (place for place in likely if place not in kept and all(map(_read, bare[place])))
    kept.update(islice(rest, max(0, size - len(kept))))
    return sorted(kept)


def trimmed(table: Table, kept: list[int]) -> Table:
    """The tokenizer `table` (tokenizer.json of a unigram model) with the pieces at the places `kept` alone."""
    out = copy.deepcopy(table)
    out["model"]["vocab"] = [table["model"]["vocab"][place] for place in kept]
    out["model"]["unk_id"] = kept.index(table["model"]["unk_id"])
    places = {old: new for new, old in enumerate(kept)}
    out["added_tokens"] = [{**each, "id": places[each["id"]]} for each in table["added_tokens"] if each["id"] in places]
    return out


def trim(source: Path, folder: Path, size: int) -> tuple[Table, list[int]]:
    """The tokenizer in the file `source`, trimmed to `size` pieces by the texts in `folder`, and the places kept."""
    table = json.loads(source.read_text(encoding="utf-8"))
    pieces, scores = zip(*table["model"]["vocab"], strict=True)
    table["padding"] = table["truncation"] = None
    seen = count(Tokenizer.from_str(json.dumps(table)), texts(folder))
    kept = choose(list(pieces), list(scores), seen, size)
    return trimmed(table, kept), kept
