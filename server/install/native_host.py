"""The program that a browser starts for our extension (native messaging): it wakes the server and pairs, nothing else.

One message in, one out, each a length of four bytes and JSON, on standard input and output:
`{"type": "wake", "pair": true, "origin": "moz-extension://…"}` is answered with `{"server": "http://127.0.0.1:8765",
"version": "0.1.0", "token": "…"}`, without `pair` without the token, or with `{"error": code}`.
"""

import json
import re
import struct
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from detector.distribution import release
from server.install import browsers, waking
from server.service.auth.pairing_store import PairingStore, StoreError
from server.settings import DEFAULTS, WAKING, ServerSettings

FIELDS = {"type", "pair", "origin"}
LENGTH = struct.Struct("=I")  # in the machine's own order, as both browsers say
FIREFOX_ORIGIN = re.compile(r"moz-extension://[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
NAME = "paired by the browser"
CODES = ("bad-message", "not-ours", "does-not-start", "pairings-unavailable")


class RefusedCall(Exception):  # noqa: N818 - says what happened
    """The message is no message of ours, or not from our extension; the text is the code of the answer."""


def main() -> None:
    """Answer the one message that the browser hands over."""
    output, sys.stdout = sys.stdout.buffer, sys.stderr  # whatever is printed would break the protocol
    _, port, _, state, *arguments = sys.argv[1:]  # as `setup` writes them, then what the browser adds
    settings = replace(DEFAULTS, port=int(port), state=Path(state))
    send(output, respond(sys.stdin.buffer, arguments, settings))


def respond(stream: BinaryIO, arguments: Sequence[str], settings: ServerSettings) -> dict[str, str]:
    """What is answered to whatever stands in the stream; `arguments` are the browser's own words."""
    try:
        return answer(receive(stream), arguments, settings)
    except RefusedCall as refused:
        return {"error": str(refused)}


def receive(stream: BinaryIO) -> dict[str, Any]:
    """The message. Raises `RefusedCall` for what is none."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size or LENGTH.unpack(head)[0] > WAKING.message_bytes:
        raise RefusedCall("bad-message")
    try:
        message = json.loads(stream.read(LENGTH.unpack(head)[0]))
    except (ValueError, RecursionError) as error:
        raise RefusedCall("bad-message") from error
    if not isinstance(message, dict) or message.get("type") != "wake" or not set(message) <= FIELDS:
        raise RefusedCall("bad-message")
    return message


def send(stream: BinaryIO, reply: dict[str, str]) -> None:
    """Write an answer."""
    content = json.dumps(reply).encode()
    stream.write(LENGTH.pack(len(content)) + content)
    stream.flush()


def answer(message: dict[str, Any], arguments: Sequence[str], settings: ServerSettings) -> dict[str, str]:
    """Wake the server, and pair where that is asked. Raises `RefusedCall`, with a code."""
    origin = recognise(message, arguments)
    if not waking.wake(settings):
        raise RefusedCall("does-not-start")
    reply = {"server": f"http://127.0.0.1:{settings.port}", "version": release()}
    if message.get("pair") is not True:
        return reply
    try:
        granted = PairingStore(settings.state).admit(NAME, origin)
    except StoreError as error:
        raise RefusedCall("pairings-unavailable") from error
    return reply | {"token": granted.token}


def recognise(message: dict[str, Any], arguments: Sequence[str]) -> str:
    """The origin of the extension that asks: Chromium names it to us; Firefox names the extension's id, and the
    extension the origin that this profile gave it. Raises `RefusedCall` for any extension but ours."""
    called = arguments[0].rstrip("/") if arguments else ""
    if called in browsers.ORIGINS:
        return called
    origin = message.get("origin")
    if len(arguments) == 2 and arguments[1] in browsers.FIREFOX_IDS:  # noqa: SIM102 - two questions
        if isinstance(origin, str) and FIREFOX_ORIGIN.fullmatch(origin):
            return origin
    raise RefusedCall("not-ours")
