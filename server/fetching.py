"""Fetches one page for the command line, politely; the service never comes here.

Politely: an honest name, robots.txt obeyed (RFC 9309), one request a page, limits of time and size, no address of this
computer or its network behind a redirect.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from codecs import lookup
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from email.message import Message
from urllib.parse import SplitResult, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from detector.distribution import release

PRODUCT = "Undertone"
AGENT = f"{PRODUCT}/{release()} (one page, asked for by a person; not a crawler)"
KINDS = ("text/html", "application/xhtml+xml", "text/plain")
REDIRECTS = (301, 302, 303, 307, 308)
MAX_REDIRECTS = 5
MAX_ROBOTS = 512_000  # bytes; RFC 9309 asks for at least 500 kibibytes
CONNECT_SECONDS, WHOLE_SECONDS = 10.0, 30.0
CHUNK = 65_536
DAMAGED = (OSError, EOFError, zlib.error, http.client.HTTPException)


class FetchError(Exception):
    """The page was not fetched; the message says why and what to do instead."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: text where the server declared its encoding, else bytes; `url` after redirects."""

    url: str
    content: str | bytes


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: Message
    body: bytes


def fetch(url: str, *, max_bytes: int) -> Fetched:
    """Fetch a page. Raises `FetchError` for whatever keeps it from being read, robots.txt included."""
    deadline = time.monotonic() + WHOLE_SECONDS
    may_be_local = True  # what the user typed; never where a redirect leads
    for _ in range(MAX_REDIRECTS + 1):
        parts = _parts(url)
        _ask_robots(parts, deadline, may_be_local=may_be_local)
        answer = _request(parts, _path(parts), max_bytes, deadline, may_be_local=may_be_local)
        if answer.status not in REDIRECTS:
            return Fetched(url, _content(answer))
        target = answer.headers.get("Location")
        if not target:
            raise FetchError(f"It redirects (status {answer.status}) to nowhere.")
        url, may_be_local = urljoin(url, target), False
    raise FetchError(f"It redirects more than {MAX_REDIRECTS} times.")


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise FetchError("That is no valid address.") from None
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise FetchError("Only whole http and https addresses are fetched.")
    if parts.username is not None:
        raise FetchError("An address with a password in it is not fetched; save the page and give the file.")
    return parts


def _path(parts: SplitResult) -> str:
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return "".join(letter if "!" <= letter <= "~" else _escape(letter) for letter in path)


def _escape(letter: str) -> str:
    return "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", "replace"))


def _ask_robots(parts: SplitResult, deadline: float, *, may_be_local: bool) -> None:
    """Raise `FetchError` where robots.txt forbids the page, or cannot be had for a fault of the server (RFC 9309)."""
    answer = _request(parts, "/robots.txt", MAX_ROBOTS, deadline, may_be_local=may_be_local, cut=True)
    if answer.status >= 500:
        raise FetchError(f"Its robots.txt cannot be read (status {answer.status}), so the page is left alone.")
    if answer.status != 200:
        return
    robots = RobotFileParser()
    robots.parse(answer.body.decode("utf-8", "replace").splitlines())
    if not robots.can_fetch(PRODUCT, parts.geturl()):
        raise FetchError("The site's robots.txt asks programs to leave this page alone. Save it in a browser instead.")


def _request(
    parts: SplitResult, path: str, limit: int, deadline: float, *, may_be_local: bool, cut: bool = False
) -> _Answer:
    """One GET. A body beyond `limit` bytes raises `FetchError`, or is cut there."""
    host = parts.hostname or ""
    connection = http.client.HTTPConnection(host, parts.port)
    held = _connect(parts, may_be_local=may_be_local)
    timer = threading.Timer(max(0.0, deadline - time.monotonic()), _hang_up, [connection])
    timer.start()  # limits of single reads do not bound a server that sends byte after byte
    try:
        connection.sock = _secure(held, host) if parts.scheme == "https" else held
        headers = {"Host": _host(parts), "User-Agent": AGENT, "Accept": ", ".join(KINDS), "Accept-Encoding": "gzip"}
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        body = _read(response, limit, deadline, cut=cut)
        return _Answer(response.status, response.headers, _unpack(body, response.headers, limit, cut=cut))
    except DAMAGED as error:
        late = (
            f"took longer than {WHOLE_SECONDS:.0f} seconds"
            if time.monotonic() > deadline
            else "did not answer as it should"
        )
        raise FetchError(f"{host} {late} ({error or type(error).__name__}).") from error
    finally:
        timer.cancel()
        connection.close()
        held.close()


def _hang_up(connection: http.client.HTTPConnection) -> None:
    with suppress(OSError):  # it may have ended by itself
        connection.sock.shutdown(socket.SHUT_RDWR)


def _host(parts: SplitResult) -> str:
    return parts.netloc.encode("idna", "replace").decode() if not parts.netloc.isascii() else parts.netloc


def _connect(parts: SplitResult, *, may_be_local: bool) -> socket.socket:
    """A connection to the host; the address is judged after connecting, so that no second lookup can change it."""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        held = socket.create_connection((parts.hostname or "", port), CONNECT_SECONDS)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{parts.hostname} cannot be reached ({error}).") from error
    if not may_be_local and not ipaddress.ip_address(held.getpeername()[0].partition("%")[0]).is_global:
        held.close()
        raise FetchError(f"It redirects to {parts.hostname}, an address of this computer or its network.")
    return held


def _secure(held: socket.socket, host: str) -> ssl.SSLSocket:
    return ssl.create_default_context().wrap_socket(held, server_hostname=host)


def _read(response: http.client.HTTPResponse, limit: int, deadline: float, *, cut: bool) -> bytes:
    parts: list[bytes] = []
    size = 0
    while size <= limit and (piece := response.read1(CHUNK)):
        if time.monotonic() > deadline:
            raise FetchError(f"It took longer than {WHOLE_SECONDS:.0f} seconds.")
        parts.append(piece)
        size += len(piece)
    return _bounded(b"".join(parts), limit, cut=cut)


def _unpack(body: bytes, headers: Mapping[str, str] | Message, limit: int, *, cut: bool) -> bytes:
    coding = (headers.get("Content-Encoding") or "identity").lower()
    if coding == "identity" or not body:
        return body
    if coding not in ("gzip", "x-gzip"):
        raise FetchError(f"It comes packed as {coding}, which was not asked for.")
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    return _bounded(unpacker.decompress(body, limit + 1), limit, cut=cut)


def _bounded(body: bytes, limit: int, *, cut: bool) -> bytes:
    if len(body) <= limit or cut:
        return body[:limit]
    raise FetchError(f"It is larger than {limit:,} bytes.")


def _content(answer: _Answer) -> str | bytes:
    """The page's text or bytes. Raises `FetchError` for an answer that is no page."""
    if answer.status != 200:
        hint = " Try again later." if answer.status in (429, 503) else ""
        raise FetchError(f"The server answers with status {answer.status}.{hint}")
    kind = answer.headers.get_content_type()
    if kind not in KINDS:
        raise FetchError(f"It is {kind}, not a web page.")
    charset = answer.headers.get_content_charset()
    try:
        return answer.body.decode(lookup(charset).name, "replace") if charset else answer.body
    except LookupError:
        return answer.body
