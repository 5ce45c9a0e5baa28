"""What the service may use: address, sizes, and what one page may cost. One place, frozen."""

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
    folder of the pairings; `names` are the host names and addresses, beside those of loopback, by which the service may
    be asked; with `require_token` every
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
