"""Where a batch stands: a small JSON file beside its output, replaced whole; a kill leaves the old one or the new."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

from server.batch.faults import Refused
from server.batch.inputs.rows import Place
from server.batch.outputs.files import open_own

FORMAT = 2
START = Place(0, 0)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows were written, were bad, and were left out as duplicates."""

    written: int = 0
    bad: int = 0
    duplicates: int = 0

    @property
    def rows(self) -> int:
        """All rows."""
        return self.written + self.bad + self.duplicates


@dataclass(frozen=True, slots=True)
class State:
    """All rows before `settled` are done, and those in `ahead`; `sizes` are the bytes of each file that hold them.

    `plan` is the hash of what was asked; the state of another plan is worth nothing. `complete` means that only the
    output's last step is left.
    """

    plan: str
    settled: Place = START
    ahead: frozenset[Place] = frozenset()
    sizes: Mapping[str, int] = field(default_factory=dict)
    tally: Tally = Tally()
    complete: bool = False


def read_state(file: Path) -> State | None:
    """The state in a file, `None` where there is none. Raises `Refused` where it is not ours."""
    try:
        fields = json.loads(file.read_bytes())
        if fields.pop("sha256") != _digest(fields) or fields["format"] != FORMAT:
            raise ValueError  # a state that is believed and wrong would lose rows, or write some twice
        return State(
            plan=fields["plan"],
            settled=Place(*fields["settled"]),
            ahead=frozenset(Place(*place) for place in fields["ahead"]),
            sizes=fields["sizes"],
            tally=Tally(**fields["tally"]),
            complete=fields["complete"],
        )
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Refused(f"{file} is damaged; --restart begins anew.") from error


def write(file: Path, state: State) -> None:
    """Replace the file, on the disk when this returns."""
    fields = {
        "format": FORMAT,
        "plan": state.plan,
        "settled": [state.settled.source, state.settled.row],
        "ahead": [[place.source, place.row] for place in sorted(state.ahead)],
        "sizes": dict(state.sizes),
        "tally": asdict(state.tally),
        "complete": state.complete,
    }
    fresh = file.with_name(file.name + ".new")
    with open_own(fresh, "wb") as stream:
        stream.write(json.dumps({**fields, "sha256": _digest(fields)}).encode())
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(file)


def _digest(fields: Mapping[str, object]) -> str:
    return sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()
