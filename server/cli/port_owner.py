"""Who listens on a port of this computer, as the kernel tells it under /proc, or psutil where there is no /proc."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
LISTENING = "0A"
MAX_COMMAND = 100  # characters


@dataclass(frozen=True, slots=True)
class PortOwner:
    """A process: its id and the command it was started with, without its arguments' values cut to a line."""

    pid: int
    command: str

    def is_undertone(self) -> bool:
        """Whether it is a service of ours."""
        return "undertone" in self.command


def find_port_owner(port: int, proc: Path = PROC) -> PortOwner | None:
    """The process that listens on a TCP port, `None` where it is another user's or cannot be told."""
    if not proc.is_dir():
        return _ask_psutil(port)
    inodes = set(_inodes(port, proc))
    if not inodes:
        return None
    for folder in proc.glob("[0-9]*"):
        with suppress(OSError):  # it ended meanwhile, or is not ours to look at
            if any(str(file.readlink()) in inodes for file in (folder / "fd").iterdir()):
                return PortOwner(int(folder.name), _command(folder))
    return None


def _ask_psutil(port: int) -> PortOwner | None:
    import psutil  # not installed where there is /proc

    for process in psutil.process_iter():
        with suppress(psutil.Error):  # another account's, or gone
            connections = getattr(process, "net_connections", None) or process.connections  # its name before psutil 6
            for connection in connections("tcp"):
                if connection.status == psutil.CONN_LISTEN and connection.laddr.port == port:
                    return PortOwner(process.pid, " ".join(process.cmdline())[:MAX_COMMAND] or process.name())
    return None


def _inodes(port: int, proc: Path) -> Iterator[str]:
    """The sockets that listen on `port`, as a process's `fd` folder names them (see proc(5), /proc/net/tcp)."""
    for table in ("tcp", "tcp6"):
        with suppress(OSError):
            for line in (proc / "net" / table).read_text(encoding="ascii").splitlines()[1:]:
                fields = line.split()
                if fields[3] == LISTENING and int(fields[1].rpartition(":")[2], 16) == port:
                    yield f"socket:[{fields[9]}]"


def _command(folder: Path) -> str:
    words = (folder / "cmdline").read_bytes().decode("utf-8", "replace").split("\0")
    return " ".join(words).strip()[:MAX_COMMAND] or (folder / "comm").read_text(encoding="utf-8").strip()
