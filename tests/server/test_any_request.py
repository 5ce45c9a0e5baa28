"""Whatever a request holds, it is read or refused."""

import contextlib
import json
import pickle
from dataclasses import replace
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from detector import Text
from server import wire
from server.problems import PROBLEMS, Problem
from server.settings import DEFAULTS
from server.wire import FIELDS, OPTION_FIELDS, count_structure, parse

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(alphabet='a"\\\\\n/é'),
    lambda held: st.lists(held, max_size=4) | st.dictionaries(st.text(alphabet='b"\\\\', max_size=4), held, max_size=4),
)


def bare(value):
    """The value with nothing in its strings, as JSON; keys may then stand twice, so pairs are written by hand."""
    if isinstance(value, dict):
        return "{" + ", ".join(f'"": {bare(held)}' for held in value.values()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(bare, value)) + "]"
    return '""' if isinstance(value, str) else json.dumps(value)


@settings(deadline=None)
@given(JSON, st.integers(1, 9), st.booleans())
def test_bytes_outside_strings_are_counted_wherever_the_pieces_end(value, piece, escaped):
    body = json.dumps(value, ensure_ascii=escaped).encode()
    with patch.object(wire, "HTTP", replace(wire.HTTP, piece_bytes=piece)):
        assert count_structure(body, len(body)) == len(bare(value))


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_are_read_or_refused(body):
    with contextlib.suppress(Problem):
        assert parse(body, DEFAULTS.max_structure).input.url is None


NAMES = st.sampled_from([*FIELDS, *OPTION_FIELDS, "other"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text() | st.sampled_from(["text", "off", "strong"]),
    lambda held: st.lists(held, max_size=3) | st.dictionaries(NAMES | st.text(), held, max_size=3),
)


@settings(deadline=None)
@given(st.dictionaries(NAMES, VALUES, max_size=4))
def test_any_object_is_read_or_refused_with_a_reason(fields):
    try:
        asked = parse(json.dumps(fields).encode(), DEFAULTS.max_structure)
    except Problem as problem:
        assert problem.status == 400
        assert problem.code in PROBLEMS
        assert json.loads(problem.to_json("0" * 32))["detail"] == problem.detail
    else:
        assert fields.keys() <= set(FIELDS)
        assert isinstance(asked.input, Text) == ("text" in fields)
        assert asked == pickle.loads(pickle.dumps(asked))  # noqa: S301 - our own bytes: it can travel to a worker
