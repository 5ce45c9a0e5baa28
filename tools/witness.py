"""Asks a service under attack, and notes what is answered and what should not have been."""

import json
import socket
import threading
import time
from collections import Counter
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path

from tools.golden import pages

JSON = {"Content-Type": "application/json"}
HEAD = b"POST /v1/analyze HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
BUSY = (429, 503)
REFUSED = {400, 403, 404, 405, 408, 413, 415, 431, 501, *BUSY}
Answer = tuple[int, dict[str, str], bytes]


class Chaos:
    """One run: where the service and its folder of `state` are, what was seen."""

    def __init__(self, pid: int, port: int, state: Path) -> None:
        self.pid = pid
        self.port = port
        self.state = state
        self.seen: Counter[str] = Counter()
        self.faults: list[str] = []
        self.over = threading.Event()
        self.bodies = [json.dumps({"html": path.read_text(encoding="utf-8")}) for path in pages().values()]
        self.expected = [self.insist(body)[2] for body in self.bodies]

    def ask(self, body: str | bytes, headers: dict[str, str] = JSON) -> Answer:
        """One request on its own connection."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request("POST", "/v1/analyze", body, headers)
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            connection.close()

    def insist(self, body: str) -> Answer:
        """Ask until the service is not busy."""
        while True:
            answer = self.ask(body)
            if answer[0] not in BUSY:
                return answer
            self.seen["good, asked again since busy"] += 1
            time.sleep(0.2)

    def check(self, kind: str, answer: Answer, statuses: set[int]) -> None:
        """Count an answer; note a status that should not be, and a refusal without the id of its request."""
        status, headers, content = answer
        self.seen[f"{kind}: {status}"] += 1
        if status not in statuses:
            self.faults.append(f"{kind} was answered {status}: {content[:200]!r}")
        if status >= 400 and json.loads(content)["request_id"] != headers.get(
            "X-Request-ID", headers.get("X-Request-Id")
        ):
            self.faults.append(f"{kind}: {status} without the id of its request")


def raw(port: int, *pieces: bytes) -> Answer:
    """The answer to bytes, however early it comes."""
    told = b""
    with socket.create_connection(("127.0.0.1", port), timeout=90) as connection:
        with suppress(OSError):
            for piece in pieces:
                connection.sendall(piece)
            connection.shutdown(socket.SHUT_WR)
        with suppress(ConnectionResetError):
            while piece := connection.recv(65_536):
                told += piece
    head, _, content = told.partition(b"\r\n\r\n")
    if not head:
        return 0, {}, b""
    lines = head.decode("latin-1").split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines[1:])
    return int(lines[0].split()[1]), headers, content
