"""No word, tag or file of a language stands in the engines: all of it comes with the pack."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from detector.languages.en import GRAMMAR

ENGINES = Path(__file__).parents[2] / "detector" / "attribution"
MODULES = sorted(ENGINES.rglob("*.py"))
PENN = frozenset(
    "CC CD DT EX FW IN JJ JJR JJS LS MD NN NNS NNP NNPS PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ"
    " WDT WP WP$ WRB PO".split()
)
PARTS: tuple[Any, ...] = (
    GRAMMAR.noun_phrases,
    GRAMMAR.clauses,
    GRAMMAR.speech_acts,
    GRAMMAR.names,
    GRAMMAR.coreference,
    GRAMMAR.cues.words,
    GRAMMAR.parties,
)
# What stands in lists of the pack too, and is a value in code: kinds, sorts, forms, orders, columns, keys.
VALUES = frozenset(
    "speech press person document documents country thought third leads none declined e body block for against"
    " outside organisation relative quote".split()
)


def words_of(part: Any) -> Iterator[str]:
    """Every word of a part of the grammar, however it is listed."""
    for field in fields(part):
        value = getattr(part, field.name)
        for entry in (value,) if isinstance(value, str) else value:
            yield from " ".join((entry,) if isinstance(entry, str) else entry).split()


ENGLISH = frozenset(
    word for part in PARTS for word in words_of(part) if any(map(str.isalpha, word)) and word not in VALUES
)


def literals(module: Path) -> Iterator[str]:
    """The literal strings of a module that are neither docstrings nor messages of errors."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    left_out: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise | ast.Expr):
            left_out.update(ast.walk(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in left_out:
            yield node.value


def english(texts: Iterable[str]) -> list[str]:
    """The words among `texts` that are English or tags of Penn; words in capitals are labels and universal tags."""
    words = (word for text in texts for word in text.split())
    return [word for word in words if word in PENN or (word.lower() in ENGLISH and not word.isupper())]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ENGINES)))
def test_attribution_holds_no_word_and_no_tag_of_english(module: Path):
    assert english(literals(module)) == []


def test_what_stood_in_attribution_would_be_found():
    assert english(["NNP", "VBD said", "that", "monday", "according", "spokesmen", "speech", "clause"]) == [
        "NNP",
        "VBD",
        "said",
        "that",
        "monday",
        "according",
        "spokesmen",
    ]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ENGINES)))
def test_attribution_imports_no_language(module: Path):
    assert re.findall(r"detector\.languages\.[a-z]{2}\b", module.read_text(encoding="utf-8")) == []
