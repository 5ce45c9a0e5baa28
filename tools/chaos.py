"""Everything that may befall a service at once, while good requests go on: `make chaos`.

Workers and the process that forks them are killed, every hostile page is asked for, bodies drip, are too large, are
gzip bombs, a thousand requests are no requests, the program that browsers start is called as they do and as they never
would. Throughout, good requests ask for golden pages: each must be answered
with exactly the bytes of a quiet service; what is answered 503 (the queue is full) is asked again. Linux only.
"""

import gzip
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPException
from pathlib import Path

from benchmarks.watching import look
from server.install.browsers import ORIGINS
from server.install.native_host import CODES, LENGTH
from server.install.setup import CODE
from tools.adversarial import cases
from tools.witness import BUSY, HEAD, JSON, REFUSED, Chaos, raw

ROUNDS = 3
GOOD = 4  # clients that ask for golden pages


def good(chaos: Chaos, number: int) -> None:
    """Ask for golden pages until it is over."""
    while not chaos.over.is_set():
        number = (number + 1) % len(chaos.bodies)
        try:
            status, _, content = chaos.insist(chaos.bodies[number])
        except (OSError, HTTPException) as error:
            chaos.faults.append(f"a good request was lost: {error!r}")
            continue
        right = status == 200 and content == chaos.expected[number]
        chaos.seen["good, answered right" if right else "good, answered wrong"] += 1
        if not right:
            chaos.faults.append(f"a good request was answered {status}: {content[:200]!r}")


def kill(chaos: Chaos) -> None:
    """Kill a worker now and then, once the process that forks them."""
    for turn in range(20):
        forked = [pid for pid in processes(chaos.pid) if b"forkserver" in _command(pid)]
        tops = [pid for pid in forked if _fields(pid)[1] == str(chaos.pid)]
        workers = [pid for pid in forked if pid not in tops]
        for victim in tops[:1] if turn == 10 else random.sample(workers, min(1, len(workers))):
            with suppress(ProcessLookupError):
                os.kill(victim, signal.SIGKILL)
                chaos.seen["killed: the process that forks" if victim in tops else "killed: workers"] += 1
        time.sleep(3)


def _command(pid: int) -> bytes:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


def _fields(pid: int) -> list[str]:
    """State, parent, group, session and so on (proc(5), /proc/pid/stat)."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return [""] * 4


def processes(session: int) -> list[int]:
    """All processes of the service: workers outlive the process that forked them, and are no family then."""
    held = [int(folder.name) for folder in Path("/proc").glob("[0-9]*")]
    return [pid for pid in held if _fields(pid)[3] == str(session)]


def hostile(chaos: Chaos) -> None:
    """Every hostile page, one after the other."""
    for name, page in cases():
        html = page if isinstance(page, str) else page.decode("utf-8", "replace")
        answer = chaos.ask(json.dumps({"html": html}))
        while answer[0] in BUSY:
            time.sleep(0.2)
            answer = chaos.ask(json.dumps({"html": html}))
        chaos.check("hostile page", answer, {200, 400, 413, 415})
        chaos.seen["hostile pages"] += bool(name)


def drip(chaos: Chaos) -> None:
    """Fifty bodies that come a byte a second, and nothing but begun requests."""
    begun = [HEAD + b"Content-Length: 1000000\r\n\r\n", HEAD[:30], HEAD + b"Transfer-Encoding: chunked\r\n\r\n"]
    held = [socket.create_connection(("127.0.0.1", chaos.port)) for _ in range(50)]
    for number, connection in enumerate(held):
        connection.sendall(begun[number % len(begun)])
    chaos.seen["slow bodies"] += len(held)
    while not chaos.over.wait(1.0):
        for connection in held:
            with suppress(OSError):
                connection.sendall(b"x")
    for connection in held:
        connection.close()


def flood(chaos: Chaos) -> None:
    """Bodies beyond the limit, with and without a length, and gzip bombs."""
    bomb = gzip.compress(b'{"text":"' + b" " * 300_000_000 + b'"}', 6)
    declared = HEAD + b"Content-Length: 40000000\r\n\r\n"
    chunk = b"100000\r\n" + b"x" * 2**20 + b"\r\n"
    for _ in range(10):
        chaos.check("gzip bomb", chaos.ask(bomb, JSON | {"Content-Encoding": "gzip"}), {413, 415, *BUSY})
        chaos.check("oversized", raw(chaos.port, declared, b"x" * 65_536), {413})
        sender = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
        chaos.check("oversized in chunks", raw(chaos.port, sender, *[chunk] * 20), {413})


def malform(chaos: Chaos) -> None:
    """A thousand requests that are none: odd bytes in the head, the body, the length, the path."""
    chance = random.Random(4711)  # noqa: S311 - the same thousand each time
    body = chaos.bodies[0].encode()[:3_000]
    for number in range(1_000):
        if number % 2:
            spoiled = bytearray(body)
            for _ in range(chance.randint(1, 30)):
                spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
            chaos.check("malformed", chaos.ask(bytes(spoiled[: chance.randint(1, len(spoiled))])), {200, *REFUSED})
            continue
        head = bytearray(HEAD + b"Content-Length: 2\r\nConnection: close\r\n\r\n{}")
        for _ in range(chance.randint(1, 8)):
            head[chance.randrange(len(head))] = chance.choice(b"\x00\r\n :/\xff%{AZ09" + bytes([chance.randrange(256)]))
        answer = raw(chaos.port, bytes(head))
        if answer[0]:  # where the spoiled head has no end there is nothing to answer, and the connection closes
            chaos.check("malformed", answer, {200, *REFUSED})
        else:
            chaos.seen["malformed: closed without a whole head"] += 1


def call(chaos: Chaos) -> None:
    """Call the program that browsers start: with what our extension says, whose token must then be good, with the words
    of others, and with odd bytes. It finds the service running, and starts none."""
    chance = random.Random(42)  # noqa: S311 - the same calls each time
    message = json.dumps({"type": "wake", "pair": True}).encode()
    whole = LENGTH.pack(len(message)) + message
    host = [sys.executable, "-P", "-c", CODE, "--port", str(chaos.port), "--state", str(chaos.state)]
    for number in range(30):
        ours = number % 3 == 0
        caller = f"{ORIGINS[0]}/" if number % 3 < 2 else "chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh/"
        said = bytes(chance.randrange(256) for _ in range(chance.randrange(60))) if number % 3 == 1 else whole
        told = subprocess.run([*host, caller], input=said, capture_output=True, check=False, timeout=120)
        reply = json.loads(told.stdout[LENGTH.size :] or b"{}")
        chaos.seen[f"called by a browser: {reply.get('error', 'token')}"] += 1
        if told.stderr or ours != ("token" in reply) or not (ours or reply.get("error") in CODES):
            chaos.faults.append(f"a call of a browser was answered {told.stdout[:200]!r} {told.stderr[-200:]!r}")
        if ours and "token" in reply:
            shown = {"Origin": ORIGINS[0], "Authorization": f"Bearer {reply['token']}", "X-Undertone": "1"}
            chaos.check("asked with the token of a call", chaos.ask(chaos.bodies[0], JSON | shown), {200, *BUSY})


@contextmanager
def serving(log: Path) -> Iterator[Chaos]:
    """`undertone serve` in its own process."""
    command = [sys.executable, "-c", "from server.cli import main; main()", "serve", "--port", "0", "--no-cache"]
    with tempfile.TemporaryDirectory() as state, log.open("wb") as errors:
        options = ["--json-logs", "--state", state]
        started = subprocess.Popen(
            [*command, *options], stdout=subprocess.PIPE, stderr=errors, text=True, start_new_session=True
        )
        with started as process:
            assert process.stdout
            port = int(process.stdout.readline().split("/ ")[0].rsplit(":", 1)[1])
            try:
                yield Chaos(process.pid, port, Path(state))
            finally:
                process.terminate()
                process.wait(60)


def memory(pid: int) -> tuple[float, float]:
    """MB of the service and its workers, and of the service alone; what they share is divided among them."""
    return sum(look(each)[1] for each in processes(pid)) / 2**20, look(pid)[1] / 2**20


def attack(chaos: Chaos) -> tuple[float, float]:
    """Let it all happen once; how many seconds it took, and the most MB that the service held meanwhile."""
    began, most = time.monotonic(), 0.0
    chaos.over.clear()
    helpers = [threading.Thread(target=good, args=(chaos, number)) for number in range(GOOD)]
    helpers.append(threading.Thread(target=drip, args=(chaos,)))
    acts: list[Callable[[Chaos], None]] = [kill, hostile, flood, malform, call]
    threads = [threading.Thread(target=act, args=(chaos,)) for act in acts]
    for thread in [*helpers, *threads]:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        most = max(most, memory(chaos.pid)[0])
        time.sleep(1)
    chaos.over.set()
    for thread in [*threads, *helpers]:
        thread.join()
    return time.monotonic() - began, most


def main() -> None:
    """Let it all happen, `ROUNDS` times; exit code 1 where something was not as it should be."""
    log = Path(tempfile.gettempdir()) / "undertone-chaos.log"
    with serving(log) as chaos:
        calm(chaos, 10)
        total, listening = memory(chaos.pid)
        print(f"before: {total:.0f} MB, of it the listening process {listening:.0f}", flush=True)
        for number in range(1, ROUNDS + 1):
            spent, most = attack(chaos)
            calm(chaos, 10)
            total, listening = memory(chaos.pid)
            told = f"round {number}: {spent:.0f} s, {most:.0f} MB at most; after it {total:.0f} MB"
            print(f"{told}, of it the listening process {listening:.0f}", flush=True)
    for what, number in sorted(chaos.seen.items()):
        print(f"{number:6}  {what}")
    unexpected = [line for line in log.read_text(encoding="utf-8").splitlines() if not line.startswith("{")]
    for fault in [*chaos.faults, *unexpected][:20]:
        print(f"FAULT {fault}")
    raise SystemExit(bool(chaos.faults or unexpected))


def calm(chaos: Chaos, rounds: int) -> None:
    """Ask for every golden page a few times, so that memory is as it is in use."""
    for _ in range(rounds):
        for body in chaos.bodies:
            chaos.insist(body)


if __name__ == "__main__":
    main()
