"""The output of a batch while it grows: lines appended, checkpoints, and after a kill exactly where the last one was.

`OUT.part` holds the lines, `OUT.bad.jsonl` the rows that could not be analysed, `OUT.duplicates.jsonl` those left out.
A checkpoint puts them on the disk, then notes their sizes in `OUT.state`; a resumed run cuts them to those sizes.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from gettext import gettext as _
from pathlib import Path
from typing import IO

from server.batch.faults import Refused
from server.batch.inputs.rows import Place
from server.batch.outcome import Outcome
from server.batch.outputs import state as states
from server.batch.outputs.files import open_own, refusal
from server.batch.outputs.seen_texts import Texts
from server.batch.outputs.state import State
from server.settings import BATCH
from server.wire import dump

PART, BAD, DUPLICATES = ".part", ".bad.jsonl", ".duplicates.jsonl"
STATE, TEXTS, LOCK, FRESH = ".state", ".texts", ".lock", ".new"
LEFTOVERS = (PART, FRESH, STATE, TEXTS, f"{TEXTS}-journal")


def beside(out: Path, suffix: str) -> Path:
    """The file that belongs to an output."""
    return out.with_name(out.name + suffix)


@contextmanager
def lock(out: Path) -> Iterator[None]:
    """Keep the output to ourselves. Raises `Refused` where another run has it, or it cannot be written."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - help does not wait for it

    file = beside(out, LOCK)
    file_lock = FileLock(file, timeout=BATCH.lock_seconds)
    try:
        file_lock.acquire()
    except Timeout as error:
        raise Refused(_("Another run is writing {file}.").format(file=out)) from error
    except OSError as error:
        raise refusal(file, error) or error from error
    try:
        yield
    finally:
        if sys.platform != "win32":  # nobody may lock it between the two; Windows removes no file that is open
            file.unlink()
        file_lock.release()
        if sys.platform == "win32":
            with suppress(OSError):  # another run has it by now
                file.unlink()


def clear(out: Path) -> None:
    """Remove the output, finished or not, and all that belongs to it."""
    for file in (out, *(beside(out, suffix) for suffix in (BAD, DUPLICATES, *LEFTOVERS))):
        file.unlink(missing_ok=True)


def stand(out: Path, plan: str) -> State:
    """Where the output stands; at its beginning where there is none.

    Raises `Refused` where it is finished, is another plan's, or lost what it held.
    """
    found = states.read_state(beside(out, STATE))
    if found is None and out.exists():
        raise Refused(_("{file} already exists; --restart overwrites it.").format(file=out))
    if found and found.plan != plan:
        message = _("{file} was begun with other inputs or options. Give the same, or start over with --restart.")
        raise Refused(message.format(file=out))
    for suffix, size in (found.sizes if found and not found.complete else {}).items():
        file = beside(out, suffix)
        if not file.exists() or file.stat().st_size < size:
            raise Refused(f"{file} holds less than it did; begin anew with --restart.")
    return found or State(plan)


class Ledger:
    """The growing output; `state` is the last checkpoint's, `tally` counts up to now."""

    def __init__(self, out: Path, state: State, *, dedupe: bool) -> None:
        """Begin, or go on where `state` says: what came after it is cut off."""
        self.out = out
        self.state = state
        self.tally = self.state.tally
        self._settled, self._ahead = self.state.settled, set(self.state.ahead)
        with ExitStack() as opened:
            self._files = {suffix: opened.enter_context(self._open(suffix)) for suffix in (PART, BAD, DUPLICATES)}
            self._texts = Texts(beside(out, TEXTS), self.tally) if dedupe else None
            self._opened = opened.pop_all()
        self._fresh_bytes, self._checked = 0, time.monotonic()

    def has(self, place: Place) -> bool:
        """Whether the row at `place` was done before the kill."""
        return place < self._settled or place in self._ahead

    def write(self, outcome: Outcome) -> None:
        """Add what became of a row; a checkpoint follows from time to time."""
        if outcome.flaw:
            self.tally = replace(self.tally, bad=self.tally.bad + 1)
            flaw, place = outcome.flaw, outcome.place
            where = {"source": place.source, "row": place.row}
            self._append(BAD, dump({"id": flaw.id, **where, "code": flaw.code, "reason": flaw.reason}))
        elif earlier := self._texts and self._texts.first(outcome.digest, self.tally.rows, outcome.id):
            self.tally = replace(self.tally, duplicates=self.tally.duplicates + 1)
            self._append(DUPLICATES, dump({"id": outcome.id, "same_text_as": earlier}))
        else:
            self.tally = replace(self.tally, written=self.tally.written + 1)
            self._append(PART, outcome.line)
        self._ahead.add(outcome.place)
        self._settled = outcome.settled
        self._ahead = {place for place in self._ahead if place >= self._settled}
        if self._is_due():
            self.checkpoint()

    def _is_due(self) -> bool:
        rows, seconds = self.tally.rows - self.state.tally.rows, time.monotonic() - self._checked
        return (
            self._fresh_bytes > BATCH.checkpoint_bytes
            or rows >= BATCH.checkpoint_rows
            or seconds > BATCH.checkpoint_seconds
        )

    def checkpoint(self, *, complete: bool = False) -> None:
        """Make all rows so far safe from a kill."""
        for file in self._files.values():
            file.flush()
            os.fsync(file.fileno())
        if self._texts:
            self._texts.commit()
        sizes = {suffix: file.tell() for suffix, file in self._files.items()}
        self.state = State(self.state.plan, self._settled, frozenset(self._ahead), sizes, self.tally, complete)
        states.write(beside(self.out, STATE), self.state)
        self._fresh_bytes, self._checked = 0, time.monotonic()

    def close(self) -> None:
        """Give back the files; what came after the last checkpoint is not kept."""
        self._opened.close()
        if self._texts:
            self._texts.close()

    def _open(self, suffix: str) -> IO[bytes]:
        size = self.state.sizes.get(suffix, 0)
        file = open_own(beside(self.out, suffix), "ab")
        file.truncate(size)
        file.seek(size)
        return file

    def _append(self, suffix: str, line: bytes) -> None:
        self._files[suffix].write(line + b"\n")
        self._fresh_bytes += len(line)


def finish(out: Path, part: Path) -> None:
    """Put the finished `part` in place and take away what only a running batch needs; a second call does no harm.

    Raises `Refused` where a file that is not ours has come to stand there meanwhile.
    """
    if part.exists():
        _place(out, part)
    for suffix in (BAD, DUPLICATES):
        file = beside(out, suffix)
        if file.exists() and not file.stat().st_size:
            file.unlink()
    for suffix in sorted(LEFTOVERS, key=(STATE).__eq__):  # the state last: until then the finish can be repeated
        beside(out, suffix).unlink(missing_ok=True)


def _place(out: Path, part: Path) -> None:
    """Give `part` the name `out`, unless another file has it; a link, then an unlink, leaves no moment in between."""
    try:
        out.hardlink_to(part)
    except FileExistsError as error:
        if not out.samefile(part):  # it is the same where an earlier call was killed halfway
            message = f"{out} was put there while the batch ran; move it away, then give the same command again."
            raise Refused(message) from error
    except OSError:  # a file system without hard links
        if out.exists():
            raise Refused(f"{out} was put there while the batch ran; move it away.") from None
        part.rename(out)
        return
    part.unlink()
