"""Runs a program where there is no other machine, and tells what it asked for, whom it reached for and what it wrote.

The program gets a network namespace that has loopback alone, and there a name server that knows no name and notes each
question. strace notes every address and every file that is written, by whatever library and process. Linux only.
"""

import fcntl
import json
import os
import re
import socket
import struct
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
RESOLVING = {"/etc/resolv.conf": "nameserver 127.0.0.1\n", "/etc/nsswitch.conf": "hosts: files dns\n"}
SIOCSIFFLAGS, IFF_UP = 0x8914, 1  # linux/sockios.h, linux/if.h
NO_SUCH_NAME = b"\x81\x83"  # an answer, recursion available, NXDOMAIN (RFC 1035, 4.1.1)
HEADER = 12  # bytes before the question
CALLS = "?open,?creat,openat,?openat2,connect,sendto,sendmsg,?sendmmsg"
STRACE = ("strace", "-ff", "-qq", "-y", "-s", "0", "--seccomp-bpf", "-e", f"trace={CALLS}", "-e", "signal=none")
WRITTEN = re.compile(r"^(?:creat\(|open.*O_(?:WRONLY|RDWR|CREAT)).* = \d+<(/.*)>$", re.MULTILINE)
REACHED = re.compile(r'(?:inet_addr\(|inet_pton\(AF_INET6, )"(?!127\.|::1"|::ffff:127\.)([^"]+)"')
UNABLE = """\
This test runs a program in network and mount namespaces of its own, under strace, and this machine does not let it.
Run it as root, in a container that may make namespaces (CAP_SYS_ADMIN), or where every user may (Debian's default).
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of a program: its exit code, what it printed, the names that were asked for, the addresses beyond
    loopback that were reached for, and the files that were opened for writing."""

    code: int
    printed: str
    names: set[str]
    addresses: set[str]
    written: set[Path]


def watch(folder: Path, *command: str, **environment: str) -> Seen:
    """Run a command in `folder`/work, with `folder`/home for its home and `folder`/temporary for what is temporary.

    Of our environment it gets `PATH` alone, and what `environment` says. AssertionError where it cannot be watched.
    """
    notes, home, work, temporary = (folder / name for name in ("notes", "home", "work", "temporary"))
    for each in (notes, home, work, temporary):
        each.mkdir(parents=True)
    given = {
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "LANG": "C.UTF-8",
        "HOME": str(home),
        "TMPDIR": str(temporary),
        **environment,
    }
    user = () if os.geteuid() == 0 else ("--user", "--map-root-user")
    alone = ("unshare", *user, "--net", "--mount", sys.executable, "-m", "tests.alone", str(notes), *command)
    done = subprocess.run(alone, cwd=work, env=given, capture_output=True, text=True, check=False)
    printed = done.stdout + done.stderr
    assert (notes / "seen.json").exists(), UNABLE + printed
    seen = json.loads((notes / "seen.json").read_text(encoding="utf-8"))
    calls = "".join(trace.read_text(encoding="utf-8", errors="replace") for trace in notes.glob("calls.*"))
    written = set(map(Path, WRITTEN.findall(calls)))
    return Seen(seen["code"], printed, set(seen["names"]), set(REACHED.findall(calls)), written)


def _raise_loopback() -> None:
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sH22x", b"lo", IFF_UP))


def _resolve_here(notes: Path) -> None:
    """Have names asked for at the name server of this namespace; a file that is not there says so by default."""
    for name, content in RESOLVING.items():
        if (place := Path(name)).exists():
            (ours := notes / place.name).write_text(content, encoding="utf-8")
            subprocess.run(["mount", "--bind", ours, place], check=True)


def _answer(server: socket.socket, names: set[str]) -> None:
    """Note each question, for as long as the process lives."""
    while True:
        question, asker = server.recvfrom(4096)
        labels, at = [], HEADER
        while length := question[at]:
            labels.append(question[at + 1 : at + 1 + length].decode("ascii", "replace"))
            at += 1 + length
        names.add(".".join(labels).lower())
        server.sendto(question[:2] + NO_SUCH_NAME + question[4:6] + bytes(6) + question[HEADER : at + 5], asker)


def main() -> None:
    """What runs inside the namespaces: `python -m tests.alone NOTES COMMAND…`."""
    notes, *command = sys.argv[1:]
    names: set[str] = set()
    _raise_loopback()
    _resolve_here(Path(notes))
    with socket.socket(type=socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 53))
        threading.Thread(target=_answer, args=(server, names), daemon=True).start()
        code = subprocess.run([*STRACE, "-o", f"{notes}/calls", *command], check=False).returncode
        seen = {"code": code, "names": sorted(names)}
    Path(notes, "seen.json").write_text(json.dumps(seen), encoding="utf-8")


if __name__ == "__main__":
    main()
