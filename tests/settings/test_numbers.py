"""Thresholds, weights and limits stand in `settings.toml`; in code stand only measures of grammar and of formats."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from detector.settings import SETTINGS

DETECTOR = Path(__file__).parents[2] / "detector"
SERVER = DETECTOR.parent / "server"
OUTSIDE = {"languages", "settings"}  # the numbers of a language stand with its rules
MODULES = sorted(path for path in DETECTOR.rglob("*.py") if OUTSIDE.isdisjoint(path.relative_to(DETECTOR).parts[:1]))
# How far a rule looks is part of the rule: its comment begins with the unit it looks along.
GRAMMAR = re.compile(r"#\s*(?:tokens|words|quoted words|letters|units|names)\b")
# What is no threshold: the shape of something made elsewhere, or arithmetic.
SHAPES = {
    "attribution/extraction/rules/content_start.py": {"NONE"},  # a sign for "nowhere"
    "attribution/extraction/tagger/features.py": {"EDGE", "NEAR", "ENDING"},  # what the tagger was trained with
    "encoder/log_odds.py": {"LEAST"},  # keeps a logarithm finite
    "encoder/phrasing.py": {"LEAST"},
    "encoder/techniques.py": {"BEHIND", "HEADS"},  # what the heads were trained with
    "encoder/unigram.py": {"PENALTY"},  # SentencePiece's own
    "encoder/windows.py": {"WINDOW", "OVERLAP"},  # what the network was trained with
    "encoder/word_pieces.py": {"MAX_WORD", "CJK"},  # BERT's own
    "export/charts.py": {"WIDTH"},  # of a drawing
    "export/overview.py": {"HEIGHT"},
    "export/speakers.py": {"SIDES"},  # colours of the style sheet
    "export/speech.py": {"TINTS"},
    "page/dates.py": {"_MONTHS"},
    "page/pieces.py": {"BREAK"},  # a sign for "nowhere"
    "schema/inputs.py": {"MAX_ENTRIES", "MAX_ENTRY"},  # of the published schema, which knows no settings
    "text/language.py": {"_SEED"},
    "text/marks.py": {"_LOOKAHEAD"},  # how many marks a rule looks along
}
CALCULATED = {"export/charts.py", "export/overview.py", "export/panel.py"}  # drawings
NEUTRAL = {0.0, 1.0, 100.0}
# Numbers of an argument or a formula, by module: each is one of its definition.
FORMULAS = {
    "article/reading.py": {0.5},  # nobody has told the genre yet: as likely as not
    "dimensions/headline/headline_support.py": {0.1},  # a unit ten times smaller
    "dimensions/sourcing/point_allocation.py": {5e-5},  # what rounds to nothing at four digits
    "encoder/log_odds.py": {1e-6},
    "encoder/network.py": {1e-9},  # a vector of no length
    "encoder/phrasing.py": {1e-4},
    "encoder/unigram.py": {10.0},
    "text/genre/__init__.py": {0.5},
    "text/short.py": {0.5},  # Laplace's rule
}


# The server's limits stand in `server/settings.py`; what else has a name is somebody else's number, or a drawing.
SERVERS = {
    "batch/engines/batch_jobs.py": {"DIGEST"},  # characters of a SHA-256
    "batch/inputs/http_messages.py": {"MAX_DIGITS"},  # of Python's
    "batch/outputs/state.py": {"FORMAT"},
    "cli/batch.py": {"INTERRUPTED"},  # exit codes
    "cli/console.py": {"WIDE", "LONG_WORD"},  # a table's columns
    "cli/evaluating.py": {"SHOWN"},  # rows of a table
    "cli/exits.py": {"FOUND", "USAGE", "FAILED"},
    "cli/fetching.py": {"REDIRECTS"},  # of HTTP
    "cli/port_owner.py": {"MAX_COMMAND"},  # characters of a message
    "fact_checks/index.py": {"FORM"},  # the version of the file
    "forms.py": {"MAX_TITLE", "MAX_URL", "MAX_CODE", "MAX_NAME"},  # of the published schema
    "service/api/routes.py": {"API"},  # the version of the interface
    "service/http/json_body.py": {"GZIP"},  # zlib's number
    "service/observe/metrics.py": {"BUCKETS"},  # of a histogram
    "workers/confinement.py": {"NO_CORE"},  # the system's
    "workers/job_object.py": {"DIE_ON_UNHANDLED_EXCEPTION", "EXTENDED_LIMITS", "PROCESS_MEMORY"},  # of Windows
    "workers/jobs.py": {"OUT_OF_MEMORY"},
    "workers/malloc.py": {"M_TRIM_THRESHOLD", "M_MMAP_THRESHOLD", "M_ARENA_MAX", "LARGE"},  # glibc's
    "workers/worker.py": {"KILLED", "UNKNOWN"},
}


def name_of(path: Path) -> str:
    return path.relative_to(DETECTOR).as_posix()


def numbers(path: Path) -> Iterator[tuple[str, bool]]:
    """The names that a module gives to numbers, and whether each is a measure of grammar."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    for node in ast.parse(text).body:
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None or not is_number(node.value):
            continue
        comment = lines[node.lineno - 1].partition("#")
        whole = not any(isinstance(part, ast.Constant) and isinstance(part.value, float) for part in ast.walk(node))
        for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
            for name in ast.walk(target):
                if isinstance(name, ast.Name):
                    yield name.id, whole and bool(GRAMMAR.match("#" + comment[2]))


def is_number(value: ast.expr) -> bool:
    """Whether an expression is made of numbers alone: 3, -1, 2**14, (1, 2)."""
    parts = [part for part in ast.walk(value) if isinstance(part, ast.expr)]
    kinds = ast.Constant | ast.BinOp | ast.UnaryOp | ast.Tuple
    return all(isinstance(part, kinds) for part in parts) and all(
        type(part.value) in (int, float) for part in parts if isinstance(part, ast.Constant)
    )


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_number_with_a_name_is_grammar_or_the_shape_of_something(path: Path):
    shapes = SHAPES.get(name_of(path), set())
    assert [name for name, is_grammar in numbers(path) if not is_grammar and name not in shapes] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_fraction_stands_in_code(path: Path):
    """A share, a weight or a probability in the middle of a function is a threshold nobody finds."""
    if name_of(path) in CALCULATED:
        return
    known = NEUTRAL | FORMULAS.get(name_of(path), set())
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    values = [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, float)]
    assert [value for value in values if value not in known] == []


def test_the_limits_of_the_server_stand_in_one_place():
    named = {
        path.relative_to(SERVER).as_posix(): {name for name, _ in numbers(path)}
        for path in SERVER.rglob("*.py")
        if path != SERVER / "settings.py"
    }
    assert {module: names for module, names in named.items() if names} == SERVERS


def test_what_is_excepted_is_there():
    for module, names in SHAPES.items():
        assert names <= {name for name, _ in numbers(DETECTOR / module)}, module


def fields(table: msgspec.Struct) -> Iterator[str]:
    for name in table.__struct_fields__:
        value = getattr(table, name)
        yield name
        if isinstance(value, msgspec.Struct):
            yield from fields(value)


def test_every_setting_is_used():
    used = {
        node.attr
        for path in DETECTOR.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
    }
    signs = {*SETTINGS.parties.weights.__struct_fields__, *SETTINGS.short_text.__struct_fields__}
    by_name = signs | {"breadth", "grounding", "anonymity", "sides", "reply"}  # with `getattr`
    assert sorted(set(fields(SETTINGS)) - used - by_name) == []


def test_every_line_of_the_settings_says_what_it_does():
    """A comment on the line, or one of its table that holds for all lines."""
    table_says, silent = False, []  # weights are named by what they weigh
    for line in (DETECTOR / "settings.toml").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            table_says = "#" in line or line.endswith(".weights]")
        elif re.match(r'[\w"]', line) and "#" not in line and not table_says:
            silent.append(line)
    assert silent == []
