import json
from dataclasses import replace

import pytest

from server.batch import faults, plan
from server.batch.faults import Broken, Refused
from server.batch.inputs.input_files import find_inputs
from server.batch.inputs.rows import COLUMNS
from server.batch.outputs import ledger
from server.batch.outputs.ledger import BAD, DUPLICATES, STATE, beside
from server.batch.outputs.state import Tally
from server.batch.plan import Plan, run
from tests.server.batch.makers import echo_engine, write_jsonl

ROWS = [{"id": f"r{at}", "text": text} for at, text in enumerate(["first", "x", "refuse", "first", "y", "second", 5])]


class Killed(BaseException):
    """Stands for SIGKILL: nothing catches it."""


def ignore(outcome, tally):
    """No progress to show."""


def kill_after(rows):
    """A progress that ends everything after so many rows."""
    seen = []

    def advance(outcome, tally):
        seen.append(outcome)
        if len(seen) == rows:
            raise Killed

    return advance


@pytest.fixture
def asked(tmp_path, monkeypatch):
    monkeypatch.setattr(ledger, "BATCH", replace(ledger.BATCH, checkpoint_rows=2))
    inputs = find_inputs(
        map(str, [write_jsonl(tmp_path / "a.jsonl", ROWS[:4]), write_jsonl(tmp_path / "b.jsonl", ROWS[4:])])
    )
    (tmp_path / "out").mkdir()
    return Plan(inputs, tmp_path / "out" / "out.jsonl", dedupe=True)


def held(asked):
    return {file.name: file.read_bytes() for file in asked.out.parent.iterdir()}


def test_rows_come_out_in_order_and_bad_ones_and_duplicates_aside(asked):
    assert run(asked, ignore, engine=echo_engine) == Tally(written=4, bad=2, duplicates=1)
    assert [json.loads(line)["id"] for line in asked.out.read_text().splitlines()] == ["r0", "r1", "r4", "r5"]
    bad = [json.loads(line) for line in beside(asked.out, BAD).read_text().splitlines()]
    assert [(flaw["id"], flaw["source"], flaw["row"], flaw["code"]) for flaw in bad] == [
        ("r2", 0, 2, "empty-input"),
        ("r6", 1, 2, "bad-field"),
    ]
    assert beside(asked.out, DUPLICATES).read_text() == '{"id":"r3","same_text_as":"r0"}\n'
    assert len(held(asked)) == 3


@pytest.mark.parametrize("rows", range(1, len(ROWS) + 1))
def test_killed_after_any_row_and_resumed_the_output_is_that_of_an_undisturbed_run(asked, rows):
    run(asked, ignore, engine=echo_engine)
    expected = held(asked)
    ledger.clear(asked.out)
    with pytest.raises(Killed):
        run(asked, kill_after(rows), engine=echo_engine)
    assert not asked.out.exists()
    tally = run(asked, ignore, engine=echo_engine)
    assert held(asked) == expected
    assert tally == Tally(written=4, bad=2, duplicates=1)


@pytest.mark.parametrize("step", ["convert", "finish"])
@pytest.mark.parametrize("suffix", [".jsonl", ".parquet"])
def test_killed_while_finishing_and_resumed_it_is_finished(asked, monkeypatch, suffix, step):
    asked = replace(asked, out=asked.out.with_suffix(suffix))
    monkeypatch.setattr("server.batch.outputs.parquet._rows", lambda stream, is_flat: ({"id": "r"} for _ in stream))
    run(asked, ignore, engine=echo_engine)
    expected = held(asked)
    ledger.clear(asked.out)
    with monkeypatch.context() as context, pytest.raises(Killed):
        kept = beside(asked.out, STATE)
        real = type(asked.out).unlink
        context.setattr(type(asked.out), "unlink", lambda file, missing_ok=False: die(file, kept, real, step))
        run(asked, ignore, engine=echo_engine)
    run(asked, ignore, engine=None)
    assert held(asked) == expected


def die(file, kept, real, step):
    """Remove a file, but die before the state goes (`finish`), or before anything does (`convert`)."""
    if step == "convert" or file == kept:
        raise Killed
    real(file, missing_ok=True)


def test_other_inputs_do_not_go_on_with_an_output(asked, tmp_path):
    with pytest.raises(Killed):
        run(asked, kill_after(3), engine=echo_engine)
    write_jsonl(tmp_path / "b.jsonl", ROWS)
    changed = replace(asked, inputs=find_inputs([str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl")]))
    with pytest.raises(Refused, match="other inputs"):
        run(changed, ignore, engine=echo_engine)
    assert run(changed, ignore, restart=True, engine=echo_engine).rows == 11


def test_a_finished_output_is_not_overwritten_unless_told(asked):
    run(asked, ignore, engine=echo_engine)
    with pytest.raises(Refused, match="there already"):
        run(asked, ignore, engine=echo_engine)
    assert run(asked, ignore, restart=True, engine=echo_engine).rows == len(ROWS)


@pytest.mark.parametrize(
    "other",
    [
        {"flat": True},
        {"include": ("text",)},
        {"dedupe": False},
        {"columns": {**COLUMNS, "text": "body"}},
        {"with_model": False},
    ],
)
def test_the_plan_s_hash_tells_what_shapes_the_output(asked, other):
    assert replace(asked, **other).digest() != asked.digest()


@pytest.mark.parametrize("other", [{"engine": "ray"}, {"workers": 7}])
def test_and_not_what_does_not(asked, other):
    assert replace(asked, **other).digest() == asked.digest()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"flat": True, "include": ("text",)}, "--include"),
        ({"keep_order": False}, "--order any"),
        ({"engine": "ray", "inputs": find_inputs(["-"])}, "standard input"),
    ],
)
def test_what_contradicts_itself_is_refused(asked, change, words):
    with pytest.raises(Refused, match=words):
        run(replace(asked, **change), ignore, engine=echo_engine)


@pytest.mark.parametrize("name", ["out.txt", "none/out.jsonl"])
def test_an_output_that_cannot_be_is_refused(asked, name):
    with pytest.raises(Refused):
        run(replace(asked, out=asked.out.parent / name), ignore, engine=echo_engine)


def test_a_missing_package_is_named_with_what_installs_it(asked, monkeypatch):
    def refuse(name):
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(faults, "import_module", refuse)
    with pytest.raises(Broken, match=r"-m pip install 'undertone-news\[batch\]'"):
        run(replace(asked, out=asked.out.with_suffix(".parquet")), ignore)
    assert held(asked) == {}


def test_every_engine_has_its_function():
    assert set(plan.ENGINES) == {"local", "ray"}
