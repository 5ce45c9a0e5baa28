"""The file that pairings are kept in: `pairings.json` in the state folder, for its owner alone, replaced as a whole.

Many processes may share it: `undertone pairings` writes, a running server sees it with the next request.
"""

import logging
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Literal

import msgspec
from filelock import FileLock

from server.problems import Problem
from server.service.auth import pairing
from server.service.auth.pairing import Code, Pairing, Pairings

LOG = logging.getLogger(__name__)
Schema = Literal["undertone/pairings/1"]
SCHEMA: Schema = "undertone/pairings/1"
NEW = "Make a new one with `undertone pairings new`, typed as the server said when it started."
DETAILS = {
    "wrong-code": "That is not the code. Compare it with the one that Undertone shows and type it again.",
    "code-expired": f"No code is waiting: each works once and for ten minutes. {NEW}",
    "too-many-tries": f"Five wrong codes were typed, so this one is void. {NEW}",
}


class StoreError(Exception):
    """The pairings cannot be read or kept; the message names the file and says what to do."""


@dataclass(frozen=True, slots=True)
class Document:
    """What the file holds."""

    schema: Schema
    code: Code | None
    pairings: tuple[Pairing, ...]


@dataclass(frozen=True, slots=True)
class Granted:
    """What a new pairing is told, once."""

    id: str
    token: str


class PairingStore:
    """The pairings in a folder, which is made when something is first kept. May be used by many threads.

    Every method raises `StoreError` where the file cannot be read or written. `clock` gives seconds since 1970.
    """

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self.folder = folder
        self.file = folder / "pairings.json"
        self._clock = clock
        self._seen: tuple[object, Pairings] = (None, Pairings())

    def read(self) -> Pairings:
        """All that is kept; read again only where the file has changed."""
        try:
            stat = self.file.stat()
            mark = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
            seen, pairings = self._seen
            if seen != mark:
                document = msgspec.json.decode(self.file.read_bytes(), type=Document)
                pairings = Pairings(document.pairings, document.code)
                self._seen = (mark, pairings)
        except FileNotFoundError:
            return Pairings()
        except OSError as error:
            message = _("{file} cannot be read: {reason}. Fix that, or choose another folder with --state.")
            raise StoreError(message.format(file=self.file, reason=error.strerror)) from error
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise StoreError(_("{file} is damaged. Delete it, then pair again.").format(file=self.file)) from error
        return pairings

    def new_code(self) -> str:
        """A fresh code to be typed, `XXXX-XXXX`; any older one is void."""
        with self._changing() as pairings:
            kept, code = pairing.issue(pairings, self._clock())
            self._write(kept)
        return code

    def pair(self, attempt: str, name: str, origin: str | None) -> Granted:
        """Exchange a typed code for a token. Raises `Problem` for a code that is not taken."""
        with self._changing() as pairings:
            now = self._clock()
            fault = pairing.refusal(pairings, attempt, now)
            if fault:
                if fault == "wrong-code":
                    self._write(pairing.count_try(pairings))
                raise Problem(fault, DETAILS[fault])
            kept, made, token = pairing.grant(pairings, name, origin, now)
            self._write(kept)
        return Granted(made.id, token)

    def admit(self, name: str, origin: str) -> Granted:
        """Pair without a code: for the browser's own message to our host, never for a request. A waiting code stays."""
        with self._changing() as pairings:
            kept, made, token = pairing.admit(pairings, name, origin, self._clock())
            self._write(kept)
        return Granted(made.id, token)

    def find_pairing(self, token: str, origin: str | None) -> Pairing | None:
        """Whose token it is; notes the day. That the day cannot be noted refuses nobody."""
        found, today = self.read().find(token, origin), pairing.day(self._clock())
        if found and (found.used or "") < today:  # a clock that was set back writes nothing
            try:
                with self._changing() as pairings:
                    self._write(pairings.used(found.id, today))
            except StoreError as error:
                LOG.warning("the day of last use is not kept: %s", error)
        return found

    def revoke(self, name: str | None) -> int:
        """Forget the pairing with that id, or all for `None`; how many there were."""
        with self._changing() as pairings:
            kept = pairings.without(name)
            if kept != pairings:
                self._write(kept)
        return len(pairings.entries) - len(kept.entries)

    @contextmanager
    def _changing(self) -> Iterator[Pairings]:
        """The pairings, nobody else changing them until the block ends."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = FileLock(self.folder / "pairings.lock")
            lock.acquire()
        except OSError as error:
            raise self._unkept(error) from error
        try:
            yield self.read()
        finally:
            lock.release()

    def _write(self, pairings: Pairings) -> None:
        content = msgspec.json.format(msgspec.json.encode(Document(SCHEMA, pairings.code, pairings.entries)), indent=1)
        fresh = None
        try:
            with NamedTemporaryFile(dir=self.folder, prefix=".pairings-", delete=False) as file:
                fresh = Path(file.name)  # made with mode 0600
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self.file)
        except OSError as error:
            if fresh:
                with suppress(OSError):
                    fresh.unlink()
            raise self._unkept(error) from error

    def _unkept(self, error: OSError) -> StoreError:
        return StoreError(f"Pairings cannot be kept in {self.folder}: {error.strerror}. Mend that, or choose --state.")
