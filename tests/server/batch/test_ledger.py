import fcntl
from contextlib import closing
from dataclasses import replace

import pytest

from server.batch.faults import Refused
from server.batch.inputs.rows import Flaw, Place
from server.batch.outcome import Outcome
from server.batch.outputs import ledger
from server.batch.outputs.ledger import BAD, DUPLICATES, PART, STATE, Ledger, beside, clear, finish, lock, stand
from server.batch.outputs.state import State, Tally


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out.jsonl"


def outcome(at, settled=None, digest="", flaw=None):
    place = Place(0, at)
    return Outcome(place, settled or place.following, 0, f"r{at}", b'{"row":%d}' % at, digest, flaw)


def opened(out, dedupe=False):
    return closing(Ledger(out, stand(out, "plan"), dedupe=dedupe))


def held(out, suffix=PART):
    return beside(out, suffix).read_bytes()


def test_what_was_written_after_the_last_checkpoint_is_cut_off(out):
    with opened(out) as book:
        book.write(outcome(0))
        book.checkpoint()
        book.write(outcome(1))
        book.write(outcome(2, flaw=Flaw("r2", "bad-json", "No.")))
    assert held(out) == b'{"row":0}\n{"row":1}\n'
    with opened(out) as book:
        assert held(out) == b'{"row":0}\n'
        assert held(out, BAD) == b""
        assert book.tally == Tally(written=1)
        assert [book.has(Place(0, at)) for at in range(3)] == [True, False, False]


def test_rows_done_ahead_of_others_are_remembered(out):
    with opened(out) as book:
        book.write(outcome(3, settled=Place(0, 0)))
        book.write(outcome(0, settled=Place(0, 1)))
        book.checkpoint()
    with opened(out) as book:
        assert [book.has(Place(0, at)) for at in range(5)] == [True, False, False, True, False]
        assert book.state.settled == Place(0, 1)


@pytest.mark.parametrize("limit", ["checkpoint_bytes", "checkpoint_rows", "checkpoint_seconds"])
def test_checkpoints_come_by_themselves(out, limit, monkeypatch):
    monkeypatch.setattr(ledger, "BATCH", replace(ledger.BATCH, **{limit: 0}))
    with opened(out) as book:
        book.write(outcome(0))
    assert stand(out, "plan").tally == Tally(written=1)


def test_a_bad_row_goes_to_the_side_file(out):
    with opened(out) as book:
        book.write(outcome(0, flaw=Flaw("r0", "bad-json", "No.")))
    assert held(out, BAD) == b'{"id":"r0","source":0,"row":0,"code":"bad-json","reason":"No."}\n'
    assert held(out) == b""


def test_the_second_row_with_a_text_is_left_out_also_after_a_resume(out):
    with opened(out, dedupe=True) as book:
        book.write(outcome(0, digest="1" * 64))
        book.checkpoint()
        book.write(outcome(1, digest="2" * 64))
    with opened(out, dedupe=True) as book:
        book.write(outcome(1, digest="2" * 64))
        book.write(outcome(2, digest="1" * 64))
        assert book.tally == Tally(written=2, duplicates=1)
    assert held(out) == b'{"row":0}\n{"row":1}\n'
    assert held(out, DUPLICATES) == b'{"id":"r2","same_text_as":"r0"}\n'


def test_another_plan_s_output_is_refused(out):
    with opened(out) as book:
        book.checkpoint()
    with pytest.raises(Refused, match="other inputs or options"):
        stand(out, "another plan")


def test_a_finished_output_is_refused(out):
    out.write_text("finished")
    with pytest.raises(Refused, match="--restart"):
        stand(out, "plan")


def test_a_file_that_lost_lines_is_refused(out):
    with opened(out) as book:
        book.write(outcome(0))
        book.checkpoint()
    beside(out, PART).write_bytes(b"")
    with pytest.raises(Refused, match="--restart"):
        stand(out, "plan")


def test_finishing_leaves_the_output_and_side_files_that_hold_something(out):
    with opened(out, dedupe=True) as book:
        book.write(outcome(0, digest="1" * 64))
        book.write(outcome(1, flaw=Flaw("r1", "bad-json", "No.")))
        book.checkpoint(complete=True)
    finish(out, beside(out, PART))
    finish(out, beside(out, PART))
    assert sorted(file.name for file in out.parent.iterdir()) == ["out.jsonl", "out.jsonl.bad.jsonl"]
    assert out.read_bytes() == b'{"row":0}\n'


def test_the_state_goes_last(out, monkeypatch):
    with opened(out) as book:
        book.checkpoint(complete=True)
    removed = []
    monkeypatch.setattr(type(out), "unlink", lambda file, missing_ok=False: removed.append(file))
    finish(out, beside(out, PART))
    assert removed[-1] == beside(out, STATE)


def test_clearing_leaves_nothing(out):
    with opened(out, dedupe=True) as book:
        book.checkpoint()
    out.write_text("finished")
    clear(out)
    assert list(out.parent.iterdir()) == []
    assert stand(out, "any") == State("any")


def test_two_runs_cannot_write_one_output(out):
    with lock(out), pytest.raises(Refused, match="Another run"), lock(out):
        raise AssertionError("the second run got in")
    with lock(out):
        assert beside(out, ledger.LOCK).exists()
    assert list(out.parent.iterdir()) == []


def test_a_run_that_waited_with_the_lock_of_an_ended_one_takes_the_new_one(out, monkeypatch):
    """It opened the lock's file, and before it could lock it, the run that had it ended and took the file away."""
    flock, first = fcntl.flock, lock(out)
    first.__enter__()

    def late(held, how):
        monkeypatch.setattr(fcntl, "flock", flock)
        first.__exit__(None, None, None)
        flock(held, how)

    monkeypatch.setattr(fcntl, "flock", late)
    with lock(out), pytest.raises(Refused, match="Another run"), lock(out):
        raise AssertionError("two runs hold the lock")


@pytest.mark.parametrize("suffix", [PART, BAD, ledger.LOCK, f"{STATE}.new"])
def test_a_link_in_place_of_an_own_file_is_refused_and_its_target_kept(out, suffix):
    victim = out.with_name("precious.txt")
    victim.write_text("precious")
    beside(out, suffix).symlink_to(victim)
    with pytest.raises(Refused, match="is a link"), lock(out), opened(out) as book:
        book.checkpoint()
    assert victim.read_text() == "precious"


@pytest.mark.parametrize("links", [True, False], ids=["with hard links", "without"])
def test_a_file_that_appears_while_the_batch_runs_is_not_overwritten(out, links, monkeypatch):
    if not links:
        monkeypatch.setattr(type(out), "hardlink_to", refuse_links)
    with opened(out) as book:
        book.write(outcome(0))
        book.checkpoint(complete=True)
    out.write_text("precious")
    with pytest.raises(Refused, match="move it away"):
        finish(out, beside(out, PART))
    assert out.read_text() == "precious"
    out.unlink()
    finish(out, beside(out, PART))
    assert out.read_bytes() == b'{"row":0}\n'
    assert not beside(out, PART).exists()


def refuse_links(*_):
    raise PermissionError("Operation not permitted")


def test_a_finish_that_was_killed_between_link_and_unlink_can_be_repeated(out):
    with opened(out) as book:
        book.write(outcome(0))
        book.checkpoint(complete=True)
    out.hardlink_to(beside(out, PART))
    finish(out, beside(out, PART))
    assert [file.name for file in out.parent.iterdir()] == [out.name]
