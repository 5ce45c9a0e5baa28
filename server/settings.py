"""What the server may use, in one place, frozen: addresses, sizes, seconds, and what one page may cost.

First what a command can set, then what stands fast.
"""

from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

LOOPBACK = ("127.0.0.1", "localhost", "::1")
HERE = Path(__file__).parent


def state_folder() -> Path:
    """Where state is kept: `$XDG_STATE_HOME/undertone`, else `~/.local/state/undertone`; on Windows
    `%LOCALAPPDATA%\\undertone`, on macOS `~/Library/Application Support/undertone`."""
    return platformdirs.user_state_path("undertone", appauthor=False)


def docs_folder() -> Path:
    """The documentation: in a wheel inside this package, in a checkout beside it."""
    packed = HERE / "docs"
    return packed if packed.is_dir() else HERE.parent / "docs"


def extension_folder() -> Path:
    """The extension's files that the page at / is made of: in a wheel inside this package, in a checkout beside it."""
    packed = HERE / "extension"
    return packed if packed.is_dir() else HERE.parent / "extension"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may cost its worker process, and how many requests may wait.

    `cpu_seconds` and `wall_seconds` count one page: four times what the longest of real pages takes on an idle machine,
    since a slow or busy one is no fault of the page;
    `memory_bytes` is the address space of one worker; `patience_seconds` is how long a request waits for a free worker;
    `queue` how many may wait at once.
    """

    cpu_seconds: float = 20.0
    wall_seconds: float = 30.0
    memory_bytes: int = 2 * 2**30
    patience_seconds: float = 30.0
    queue: int = 8


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """Where the service listens, what it takes and from whom.

    `max_body` in bytes; `extension` and `docs` are the folders of the extension and of the documentation; `state` the
    folder of the pairings; `fact_checks` the index of published fact-checks, which need not be there; `names` are the
    host names and addresses, beside those of loopback, by which the service may be asked; with `require_token` every
    caller needs a token, also on loopback; without `with_model` pages are judged by rules alone.
    `cache_bytes` of answers are held, 0 for none; `rate` is how often one caller may ask ("60/minute", empty for no
    limit); `redis` the address of a Redis that holds both for several services. Workers end after `rest_seconds`
    without a page, the service itself after `end_seconds` without a request, 0 for never; it shows a code to pair with
    where `shows_code` says so.
    """

    host: str = "127.0.0.1"
    port: int = 8765
    workers: int = 2
    max_body: int = 16 * 2**20
    max_structure: int = 100_000
    extension: Path = field(default_factory=extension_folder)
    docs: Path = field(default_factory=docs_folder)
    state: Path = field(default_factory=state_folder)
    fact_checks: Path = field(default_factory=lambda: state_folder() / "fact-checks.sqlite")
    names: tuple[str, ...] = ()
    require_token: bool = False
    with_model: bool = True
    cache_bytes: int = 64 * 2**20
    rate: str = ""
    redis: str = ""
    rest_seconds: float = 300.0
    end_seconds: float = 0.0
    shows_code: bool = True
    limits: Limits = Limits()

    @property
    def is_guarded(self) -> bool:
        """Whether every caller needs a token: where one may ask from elsewhere, directly or through a proxy."""
        return self.require_token or bool(self.names) or self.host not in LOOPBACK


DEFAULTS = ServerSettings()


@dataclass(frozen=True, slots=True)
class FactCheckLimits:
    """How fact-checks are read, found and shown. `shown` is the similarity from which one stands in a report, chosen on
    paraphrases and near misses among 100,000 claims (`benchmarks/fact_checks.py`)."""

    piece: int = 2**20  # characters of a feed in memory at once
    depth: int = 12  # lists and objects inside each other that are looked through
    longest: int = 2_000  # characters of each value
    stem: int = 6  # letters that the forms of a word are taken to share
    words: int = 60  # of a claim that are looked for
    scanned: int = 5_000  # rows that the words asked for may stand in, together
    remembered: int = 10_000  # words whose number of rows is not counted again
    candidates: int = 40  # rows that are compared with a claim
    vector: float = 0.5  # the share of the vectors in a similarity; the rest is that of the words
    other_figures: float = 0.7  # what is left of a similarity where figures differ
    shown: float = 0.75
    found: float = 0.5  # from which one answers a search
    most: int = 5  # of one claim
    batch: int = 500  # rows that are written together


FACT_CHECKS = FactCheckLimits()


@dataclass(frozen=True, slots=True)
class HttpLimits:
    """What a connection may take: bytes, seconds, and how many there are at once."""

    arrival_seconds: float = 60.0  # in which a request must have arrived, however slowly its bytes drip
    stall_seconds: float = 30.0  # for which a caller may leave an answer unread
    header_bytes: int = 2**16
    bodies: int = 8  # how many bodies of the largest size are held at once
    piece_bytes: int = 2**16  # that are read or looked at in one go: other threads can run between two pieces
    pipe_bytes: int = 2**20  # that may lie in a pipe before the sender is told to wait …
    pipe_seconds: float = 30.0  # … and for how long
    chunk_line_bytes: int = 1_024  # of the line before a chunk; it gives the chunk's size
    trailer_bytes: int = 16_384  # after the last chunk
    lines_ahead: int = 2  # of a batch in hand for each worker: one at work, one ready
    spare_threads: int = 4  # for what needs no worker: rules, health, and telling others that the queue is full
    warming_seconds: int = 1  # after which to ask again while the workers start
    memory_seconds: int = 2  # … while the memory for bodies is full
    batch_seconds: int = 10  # … while every worker has a batch
    connections: int = 200  # beyond them the caller that has kept us waiting longest is let go
    fewest_connections: int = 8  # where the system gives few files
    reserved_files: int = 48  # descriptors for workers, pairings, scripts: a connection may not have the last
    pause_seconds: float = 0.5  # in which nobody is let in where nobody can be let go
    silence_seconds: float = 60.0  # between two lines of the log about that
    grace_seconds: float = 0.5  # in which a connection may still ask when the service is told to stop
    drain_seconds: float = 30.0  # in which those who have asked then get their answers


@dataclass(frozen=True, slots=True)
class PairingLimits:
    """How a browser is paired: a code is guessed with a chance of 5 in 30^8."""

    body_bytes: int = 2_000
    code_length: int = 8
    code_seconds: int = 600
    code_tries: int = 5
    skew_seconds: int = 60  # a clock may be put right by so much while a code is typed
    token_bytes: int = 32
    alike: int = 8  # pairings of one name and origin that are kept


@dataclass(frozen=True, slots=True)
class SharedLimits:
    """What several services share through a Redis."""

    kept_seconds: int = 86_400
    socket_seconds: float = 0.5  # a page costs no more than half of that


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """How workers are started and watched."""

    start_seconds: float = 60.0
    tries: int = 5  # workers that are asked for one page
    retry_seconds: int = 2  # after which a caller may ask again where all are busy …
    overload_seconds: int = 10  # … and where the machine is
    look_seconds: float = 0.1  # between two looks of the parent at one that works …
    idle_look_seconds: float = 3600.0  # … and at whether to rest


@dataclass(frozen=True, slots=True)
class BatchLimits:
    """What a batch holds at once, and how often it says or keeps how far it has come."""

    page_bytes: int = 32 * 2**20  # beyond, the detector refuses any encoding of a page
    row_bytes: int = 64 * 2**20  # JSON may write a character in more bytes than the page did
    structure_bytes: int = 2**20  # of a line outside its strings
    id_length: int = 2_000  # characters
    url_length: int = 8_000
    table_rows: int = 16  # of a Parquet table held at once
    rows_per_worker: int = 16
    bytes_in_hand: int = 64 * 2**20  # of pages that wait or are at work
    actor_rows: int = 16  # that an actor of a cluster gets at once
    block_bytes: int = 2**16  # of rows that travel together: small, so that no actor waits for another at the end
    reader_cpus: float = 0.01  # reading costs little beside analysing; being unlike it keeps Ray from fusing the two
    group_rows: int = 1_000  # in a row group of a Parquet file that is written
    lock_seconds: float = 0.2  # for a run that is taking its lock away
    checkpoint_bytes: int = 4 * 2**20  # written at most before a checkpoint
    checkpoint_rows: int = 32
    checkpoint_seconds: float = 5.0
    progress_seconds: float = 10.0  # between plain lines


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """What is waited for and taken when a page is fetched."""

    connect_seconds: float = 10.0
    whole_seconds: float = 30.0
    piece_bytes: int = 2**16
    redirects: int = 5
    robots_bytes: int = 512_000  # RFC 9309 asks for at least 500 kibibytes


@dataclass(frozen=True, slots=True)
class WakingLimits:
    """How a browser starts the service."""

    message_bytes: int = 4_096  # what our extension sends is a hundred
    start_seconds: float = 20.0
    look_seconds: float = 0.05
    connect_seconds: float = 1.0  # to a port of this machine
    command_seconds: float = 30.0  # that a command of the system may take
    end_minutes: int = 30


HTTP, PAIRING, SHARED, WORKERS = HttpLimits(), PairingLimits(), SharedLimits(), WorkerLimits()
BATCH, FETCHING, WAKING = BatchLimits(), FetchLimits(), WakingLimits()
HEADLINE_LENGTH = 200  # characters up to which the first line of a plain text can be its headline
