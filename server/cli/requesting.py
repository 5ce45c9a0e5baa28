"""One GET by HTTP, bounded in time and size, to an address that was judged before it was connected to.

Nothing that a server says is believed: a request ends in a whole `Answer` or in a `FetchError`.
"""

import gzip
import http.client
import ipaddress
import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from gettext import gettext as _
from io import BytesIO
from urllib.parse import SplitResult, urlsplit

from detector.distribution import release
from server.settings import FETCHING
from server.terminal import figure

PRODUCT = "Undertone"
AGENT = f"{PRODUCT}/{release()} (one page, asked for by a person; not a crawler)"
KINDS = ("text/html", "application/xhtml+xml", "text/plain")
HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+(%[a-z0-9._-]+)?")
DAMAGED = (OSError, EOFError, zlib.error, http.client.HTTPException)
Address = tuple[str, int] | tuple[str, int, int, int] | tuple[int, bytes]  # as `socket.getaddrinfo` has them
Found = tuple[socket.AddressFamily, socket.SocketKind, int, str, Address]


class FetchError(Exception):
    """The page was not fetched; the message says why and what to do instead."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked for: `host` in ASCII (RFC 3490) without brackets, `named` as it stands in an address, with the
    port where one was given; `path` with its query."""

    scheme: str
    host: str
    port: int
    named: str
    path: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered; the `body` is unpacked."""

    status: int
    headers: Message
    body: bytes


def parse(url: str) -> Target:
    """What an address asks for. Raises `FetchError` where it is none of ours."""
    try:
        parts = urlsplit(url)
        port, host = parts.port, (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError:  # UnicodeError among them: no host can have that name
        raise FetchError(_("That is no valid address.")) from None
    if parts.scheme not in ("http", "https") or not host or port == 0:
        raise FetchError(_("Only whole http and https addresses are fetched."))
    if parts.username is not None:
        raise FetchError(_("An address with a password in it is not fetched; save the page and give the file."))
    if not HOST.fullmatch(host):
        raise FetchError(_("That is no valid address."))
    named = (f"[{host}]" if ":" in host else host) + (f":{port}" if port else "")
    return Target(parts.scheme, host, port or (443 if parts.scheme == "https" else 80), named, _path(parts))


def _path(parts: SplitResult) -> str:
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return "".join(letter if "!" <= letter <= "~" else _escape(letter) for letter in path)


def _escape(letter: str) -> str:
    return "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", "replace"))


def get(target: Target, limit: int, deadline: float, *, may_be_local: bool, cut: bool = False) -> Answer:
    """One GET, until `deadline` (of `time.monotonic`); the body of status 200 alone is read, and unpacked.

    A body beyond `limit` bytes is cut there where `cut` says so. Raises `FetchError`, and before it connects where the
    host is this computer or in its network and may not be.
    """
    try:
        with (
            closing(_connect(target, may_be_local=may_be_local)) as sock,
            _hung_up(sock, deadline),
            _asked(target, sock) as response,
        ):
            body = _read(response, limit, cut=cut) if response.status == http.client.OK else b""
            if time.monotonic() >= deadline:  # then we hung up, and what came may be a part
                raise TimeoutError
            return Answer(response.status, response.headers, body)
    except (EOFError, http.client.IncompleteRead) as error:
        raise FetchError(_cut()) from error
    except DAMAGED as error:
        if time.monotonic() >= deadline:
            message = _("{host} took longer than {seconds} seconds.")
            raise FetchError(message.format(host=target.host, seconds=round(FETCHING.whole_seconds))) from error
        message = _("{host} did not answer as it should ({error}).")
        raise FetchError(message.format(host=target.host, error=error or type(error).__name__)) from error


def _connect(target: Target, *, may_be_local: bool) -> socket.socket:
    """A connection to the host. Its name is looked up once, so that no second lookup can change what was judged."""
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
        if not may_be_local and not all(_is_global(address) for *_, address in found):
            message = _("It redirects to {host}, an address of this computer or its network.")
            raise FetchError(message.format(host=target.host))
        sock = _connect_to_one(found)
    except OSError as error:
        raise FetchError(_("{host} cannot be reached ({error}).").format(host=target.host, error=error)) from error
    if target.scheme == "http":
        return sock
    context = ssl.create_default_context()
    return context.wrap_socket(sock, server_hostname=target.host, do_handshake_on_connect=False)


def _is_global(address: Address) -> bool:
    return ipaddress.ip_address(str(address[0]).partition("%")[0]).is_global


def _connect_to_one(found: Iterable[Found]) -> socket.socket:
    """A connection to the first address that takes one. Raises the last `OSError` where none does."""
    failed = OSError("no address")
    for family, kind, protocol, _name, address in found:
        sock = socket.socket(family, kind, protocol)
        try:
            sock.settimeout(FETCHING.connect_seconds)
            sock.connect(address)
        except OSError as error:
            sock.close()
            failed = error
        else:
            return sock
    raise failed


@contextmanager
def _hung_up(sock: socket.socket, deadline: float) -> Iterator[None]:
    """Hang up at the deadline: limits of single reads do not bound a server that sends byte after byte."""
    timer = threading.Timer(max(0.0, deadline - time.monotonic()), _hang_up, [sock])
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _hang_up(sock: socket.socket) -> None:
    with suppress(OSError):  # it may have ended by itself
        socket.socket.shutdown(sock, socket.SHUT_RDWR)  # that of TLS would pull the stream from under the reader


@contextmanager
def _asked(target: Target, sock: socket.socket) -> Iterator[http.client.HTTPResponse]:
    connection = http.client.HTTPConnection(target.host, target.port)
    with closing(connection):
        connection.sock = sock
        if isinstance(sock, ssl.SSLSocket):
            sock.do_handshake()
        headers = {"Host": target.named, "User-Agent": AGENT, "Accept": ", ".join(KINDS), "Accept-Encoding": "gzip"}
        connection.request("GET", target.path, headers=headers)
        with connection.getresponse() as response:
            yield response


def _read(response: http.client.HTTPResponse, limit: int, *, cut: bool) -> bytes:
    promised = response.length or 0
    parts: list[bytes] = []
    size = 0
    while size <= limit and (piece := response.read1(FETCHING.piece_bytes)):
        parts.append(piece)
        size += len(piece)
    if size < min(promised, limit):
        raise FetchError(_cut())
    return _bounded(_unpack(_bounded(b"".join(parts), limit, cut=cut), response.headers, limit), limit, cut=cut)


def _cut() -> str:
    return _("The page was cut off on its way; a part of a story says little about the story.")


def _unpack(body: bytes, headers: Message, limit: int) -> bytes:
    """The body as it was before it was packed, or just over `limit` bytes of it. Raises one of `DAMAGED`."""
    coding = (headers.get("Content-Encoding") or "identity").strip().lower()
    if coding == "identity" or not body:
        return body
    if coding not in ("gzip", "x-gzip"):
        raise FetchError(_("It is compressed as {coding}, which was not asked for.").format(coding=coding))
    return gzip.GzipFile(fileobj=BytesIO(body)).read(limit + 1)


def _bounded(body: bytes, limit: int, *, cut: bool) -> bytes:
    if len(body) <= limit or cut:
        return body[:limit]
    raise FetchError(_("It is larger than {bytes} bytes.").format(bytes=figure(limit)))
