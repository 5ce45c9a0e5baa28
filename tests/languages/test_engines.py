"""The rooms that read, match and score know no English word: all of them come with the pack."""

import ast
import re
from pathlib import Path

import pytest

from detector import rules
from detector.languages.en import PACK

ROOMS = ("article", "dimensions", "encoder", "export", "page", "rules", "schema", "selectors", "settings", "text")
DETECTOR = Path(__file__).parents[2] / "detector"
MODULES = sorted([*DETECTOR.glob("*.py"), *(path for room in ROOMS for path in (DETECTOR / room).rglob("*.py"))])
ATTRIBUTION = sorted((DETECTOR / "attribution").rglob("*.py"))  # see also `test_seam.py`
PENN = frozenset("NN NNS NNP NNPS VB VBD VBG VBN VBP VBZ JJ PRP RB DT CD MD".split())
BOOK = rules.load("en")
SETS = (
    PACK.grammar.negations, PACK.grammar.determiners, PACK.grammar.name_heads, PACK.splitting.months,
    PACK.splitting.titles, PACK.splitting.zones, PACK.splitting.speech, PACK.splitting.starters, PACK.numbers.words,
    BOOK.contexts["question"], BOOK.contexts["plain_verbs"], PACK.page_terms.labels, PACK.page_terms.dates,
)  # fmt: skip
STOOD = frozenset(word for words in SETS for word in words if word.isalpha() and len(word) > 2)
# Values of the code that are spelt like words of the pack: kinds, severities, names of parts and of fields, formats.
VALUES = frozenset("none strong opinion satire article reporting date time update watch".split())


def literals(module):
    """The literal strings of a module that are neither docstrings nor messages of errors."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    left_out = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise | ast.Expr):
            left_out.update(ast.walk(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in left_out:
            yield node.value


def english(text):
    words = re.findall(r"[A-Za-z]+", text)
    return [word for word in words if word in PENN or (word.lower() in STOOD - VALUES and word.islower())]


def is_list(text):
    """Whether a literal is a tag of Penn, or three words and more of which nearly all are listed in the pack."""
    found, words = english(text), re.findall(r"[A-Za-z]+", text)
    return text in PENN or (len(found) > 2 and len(found) >= 0.75 * len(words))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: "/".join(path.parts[-2:]))
def test_an_engine_holds_no_list_of_english_words(module):
    assert [text for text in literals(module) if is_list(text)] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: "/".join(path.parts[-2:]))
def test_an_engine_names_no_language(module):
    assert "languages.en" not in module.read_text(encoding="utf-8")


# Whatever stands in a list or a pattern is acted on. Words too common to be anything else, and those that stood there;
# but names of elements, of their classes and relations, of camps, and of registries of addresses (or.jp).
MARKUP = frozenset("source author writer over all is for against other same th or".split())
ACTED_ON = (
    PACK.grammar.function_words | PACK.grammar.before_names | PACK.layout.suffixes | PACK.layout.asking
    | PACK.splitting.months | set(PACK.page_terms.ordinals) | PACK.numbers.words.keys()
) - MARKUP  # fmt: skip
PATTERN = re.compile(r"\(\?|\\b|\\s|\\w|\|")


def lists_and_patterns(tree):
    """Literals that are split into words, three and more words side by side, and regular expressions."""
    said = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
            if isinstance(node.func.value, ast.Constant):
                yield node.func.value.value
        elif isinstance(node, ast.Tuple | ast.Set | ast.List):
            words = [part.value for part in node.elts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
            if len(words) == len(node.elts) > 2 and all(map(str.isalpha, words)):
                yield " ".join(words)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in said:
            if not PATTERN.search(node.value):
                continue
            yield node.value


def acted_on(source):
    """The English words of a module's lists and patterns."""
    for text in lists_and_patterns(ast.parse(source)):
        if isinstance(text, str) and "<" not in text.partition("(?P<")[0]:
            plain = re.sub(r"\\.|\(\?P<\w+>", " ", text)
            yield from (word for word in re.findall(r"(?<![\w{.-])[a-z]{2,}(?![\w}:=-])", plain) if word in ACTED_ON)


@pytest.mark.parametrize("module", [*MODULES, *ATTRIBUTION], ids=lambda path: "/".join(path.parts[-2:]))
def test_an_engine_acts_on_no_english_word(module):
    assert list(acted_on(module.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "stood",
    [
        'WORDS = frozenset("""a about after again all""".split())',
        'TITLES = frozenset("mr mrs ms dr sir lord lady president".split())',
        'CREDIT = re.compile(r"^(?:(?:written|words|text)\\s+)?(?:by|von)\\b")',
        'DATE = rf"(\\d)(?:st|nd|rd|th)? ?(?:of )?(?:{months})"',
        'found = [word for word in words if word not in ("jr", "sr", "ii", "iii")]',
    ],
)
def test_what_engines_acted_on_would_be_found(stood):
    assert list(acted_on(stood)) != []


def test_what_stood_there_would_be_found():
    stood = (
        "not never no nor without neither hardly cannot nothing none",
        "who what when where which why how whose whom",
        "jan feb mar apr jun jul aug sept",
        "be is are was were are has have had do does did do say says said get go make take",
        "zero one two three four five six",
        "NNP",
    )
    assert [text for text in stood if not is_list(text)] == []
