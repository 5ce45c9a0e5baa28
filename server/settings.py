"""What the service may use: address, sizes, and what one page may cost. One place, frozen."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may cost its worker process, and how many requests may wait.

    `cpu_seconds` and `wall_seconds` count one page; `memory_bytes` is the address space of one worker;
    `patience_seconds` is how long a request waits for a free worker; `queue` how many may wait at once.
    """

    cpu_seconds: float = 3.0
    wall_seconds: float = 10.0
    memory_bytes: int = 2 * 2**30
    patience_seconds: float = 30.0
    queue: int = 8


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """Where the service listens and what it takes: `max_body` in bytes; `scripts` is the extension's page folder."""

    host: str = "127.0.0.1"
    port: int = 8765
    workers: int = 2
    max_body: int = 16 * 2**20
    max_structure: int = 100_000
    scripts: Path = Path(__file__).parent.parent / "extension" / "page"
    limits: Limits = Limits()


DEFAULTS = ServerSettings()
