"""The index of fact-checks: one SQLite file with a full-text index over shortened words, and a vector for each claim.

Full text finds candidates; they are ranked by the words they share, by how rare these are, and by the cosine of the
encoder's vectors (8-bit, 384 bytes a row). That needs no package; figures stand in docs/explanation/claims.md.
"""

import math
import re
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from server.fact_checks.reviews import Check
from server.settings import FACT_CHECKS

Vector = NDArray[np.float32]
Embed = Callable[[str], Vector]
WORD: Final = re.compile(r"[^\W_]+(?:[.,]\d+)*")
FORM: Final = 1
SCHEMA: Final = """
CREATE TABLE checks (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, claim TEXT NOT NULL, publisher TEXT NOT NULL,
  rating TEXT NOT NULL, url TEXT NOT NULL, date TEXT NOT NULL, vector BLOB);
CREATE TABLE files (name TEXT PRIMARY KEY, stamp TEXT NOT NULL, rows INTEGER NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(stems, content='', detail=none, tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE terms USING fts5vocab(words, 'row');
"""


@dataclass(frozen=True, slots=True)
class Match:
    """A fact-check that was found, and how alike its claim is, 0..1."""

    check: Check
    similarity: float


def stems(text: str) -> list[str]:
    """The words of a text in small letters, cut to what their forms usually share; figures as they are."""
    return [word if word[0].isdigit() else word[: FACT_CHECKS.stem] for word in WORD.findall(text.lower())]


def create(path: Path) -> sqlite3.Connection:
    """The index at `path`, made where there is none. Raises `sqlite3.Error` for what is no index."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path)
    if not connection.execute("PRAGMA user_version").fetchone()[0]:
        connection.executescript(f"PRAGMA journal_mode=WAL; {SCHEMA} PRAGMA user_version={FORM};")
    return connection


def add(connection: sqlite3.Connection, checks: Sequence[Check], embed: Embed | None) -> int:
    """Add checks that are not there yet, without committing; returns how many were new."""
    new = 0
    for check in checks:
        parts = (check.url, check.claim, check.publisher, check.rating)
        key = blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=16).digest()
        row = (key, check.claim, check.publisher, check.rating, check.url, check.date)
        made = connection.execute(
            "INSERT OR IGNORE INTO checks (key, claim, publisher, rating, url, date) VALUES (?, ?, ?, ?, ?, ?)", row
        )
        if made.rowcount:
            new += 1
            words = " ".join(dict.fromkeys(stems(check.claim)))
            connection.execute("INSERT INTO words (rowid, stems) VALUES (?, ?)", (made.lastrowid, words))
            if embed:
                packed = _packed(embed(check.claim))
                connection.execute("UPDATE checks SET vector = ? WHERE id = ?", (packed, made.lastrowid))
    return new


def _packed(vector: Vector) -> bytes:
    """A vector in 8-bit numbers; its length does not matter to a cosine."""
    largest = float(np.abs(vector).max()) or 1.0
    return bytes(np.round(vector / largest * 127).astype(np.int8).tobytes())


class Index:
    """An index opened for reading alone; several processes may read one. Raises `sqlite3.Error` where it is none."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        self._rows_with = lru_cache(FACT_CHECKS.remembered)(self._count_rows)
        self.count: int = self._connection.execute("SELECT coalesce(max(id), 0) FROM checks").fetchone()[0]

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def search(self, text: str, embed: Embed | None = None, least: float = 0.0, most: int = 5) -> list[Match]:
        """The fact-checks whose claims are most like `text`, from the similarity `least` on, best first. `embed` gives
        the vector of a text; it is asked only where words have found candidates."""
        rarity = self._rarity(dict.fromkeys(stems(text)[: FACT_CHECKS.words]))
        rows = self._candidates(rarity)
        if not rows:
            return []
        vector, usual = embed(text) if embed else None, sum(rarity.values()) / len(rarity)
        found = [Match(Check(*row[:5]), round(_alike(rarity, usual, row[0], vector, row[5]), 3)) for row in rows]
        kept = [match for match in found if match.similarity >= least]
        return sorted(kept, key=lambda match: (-match.similarity, match.check.url))[:most]

    def _rarity(self, words: Iterable[str]) -> dict[str, float]:
        """How much each word tells: the logarithm of how rare it is in the index."""
        rarity = {}
        for word in words:
            rarity[word] = math.log((self.count + 1) / self._rows_with(word))
        return rarity

    def _count_rows(self, word: str) -> float:
        """How many rows have a word, half of one where none has. That takes as long as there are rows, so what was
        counted is remembered."""
        row = self._connection.execute("SELECT doc FROM terms WHERE term = ?", (word,)).fetchone()
        return float(row[0]) if row else 0.5

    def _candidates(self, rarity: dict[str, float]) -> list[tuple[str, str, str, str, str, bytes | None]]:
        """Rows that share rare words: as many of these are asked for as the index answers quickly."""
        asked: list[str] = []
        cost = 0.0
        for word in sorted(rarity, key=lambda word: -rarity[word]):
            rows = (self.count + 1) / math.exp(rarity[word])
            if rows < 1:
                continue  # stands nowhere
            if asked and cost + rows > FACT_CHECKS.scanned:
                break
            asked.append(word)
            cost += rows
        if not asked:
            return []
        query = " OR ".join(f'"{word}"' for word in asked)
        with closing(self._connection.cursor()) as cursor:
            return cursor.execute(
                "SELECT claim, publisher, rating, url, date, vector FROM checks WHERE id IN"
                " (SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?)",
                (query, FACT_CHECKS.candidates),
            ).fetchall()


def _alike(rarity: Mapping[str, float], usual: float, claim: str, vector: Vector | None, packed: bytes | None) -> float:
    """How alike two claims are, 0..1: the weight of the words they share, by how much each tells, and the cosine of
    their vectors. Words that only the other has weigh as much as `usual`: to look them up would cost most of the time.
    Claims whose figures differ are about different things."""
    own, other = rarity.keys(), frozenset(stems(claim))
    shared = sum(rarity[word] for word in own & other)
    whole = sum(rarity.values()) + shared + usual * len(other - own)
    alike = 2 * shared / whole if whole else 0.0
    if vector is not None and packed:
        held = np.frombuffer(packed, np.int8).astype(np.float32)
        cosine = float(vector @ held / (np.linalg.norm(vector) * np.linalg.norm(held) or 1.0))
        alike = (1 - FACT_CHECKS.vector) * alike + FACT_CHECKS.vector * max(0.0, cosine)
    return alike * FACT_CHECKS.other_figures if _figures_differ(own, other) else alike


def _figures_differ(own: Iterable[str], other: Iterable[str]) -> bool:
    """Whether both give figures, and one of them is missing in the other."""
    mine, theirs = ({word for word in words if word[0].isdigit()} for words in (own, other))
    return bool(mine and theirs) and not (mine <= theirs or theirs <= mine)
