import json

import pytest

from server.batch.faults import Refused
from server.batch.inputs.rows import Place
from server.batch.outputs.state import State, Tally, read_state, write


def test_a_state_comes_back_as_it_was(tmp_path):
    file = tmp_path / "out.state"
    ahead = frozenset({Place(2, 9), Place(3, 0)})
    state = State("plan", Place(2, 7), ahead, {".part": 12}, Tally(5, 1, 2), complete=True)
    write(file, State("plan"))
    write(file, state)
    assert read_state(file) == state
    assert [held.name for held in tmp_path.iterdir()] == ["out.state"]


def test_without_a_file_there_is_no_state(tmp_path):
    assert read_state(tmp_path / "out.state") is None


@pytest.mark.parametrize("held", ["", "[]", "{}", "5", "null", "[" * 100_000, '{"format": 2, "plan": "p"}'])
def test_a_file_that_is_no_state_is_refused(tmp_path, held):
    file = tmp_path / "out.state"
    file.write_text(held)
    with pytest.raises(Refused, match="--restart"):
        read_state(file)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("plan", "another"),
        ("settled", [0, 9]),
        ("settled", ["0", 9]),
        ("ahead", [[5, 5]]),
        ("sizes", {".part": 3}),
        ("sizes", None),
        ("tally", {"written": 9}),
        ("complete", True),
    ],
)
def test_a_state_that_was_altered_is_refused(tmp_path, name, value):
    file = tmp_path / "out.state"
    write(file, State("plan", Place(0, 4), sizes={".part": 12}, tally=Tally(4)))
    file.write_text(json.dumps({**json.loads(file.read_bytes()), name: value}))
    with pytest.raises(Refused, match="--restart"):
        read_state(file)


def test_a_tally_counts_all_rows():
    assert Tally(5, 1, 2).rows == 8
