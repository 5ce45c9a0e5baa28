"""The body of an HTTP message, decoded strictly (RFC 9112, 9110): what is cut off or unknown is refused.

Archives lie about bodies: many crawlers store them unpacked under their old headers. A body that does not begin as its
header promises is therefore taken as it is.
"""

import codecs
import re
import zlib
from collections.abc import Mapping

from server.batch.faults import BadRow
from server.settings import BATCH

CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
MAX_DIGITS = 18  # of a length that anything can have; Python reads no number of thousands of them
GZIP, ZLIB_OR_GZIP = b"\x1f\x8b", 47
CUT = "The page was cut off on its way; a part of a story says little about the story."


def media_type(header: str | None) -> str:
    """The type in a Content-Type header, in lower case, without its parameters."""
    return (header or "").partition(";")[0].strip().lower()


def too_large() -> BadRow:
    """What is said of a page of more than `BATCH.page_bytes` bytes."""
    return BadRow("page-too-large", f"The page has more than {BATCH.page_bytes} bytes.")


def decode(body: bytes, headers: Mapping[str, str]) -> str | bytes:
    """The page in a body; `headers` have names in lower case. Text where only the header knows its encoding.

    Raises `BadRow`: truncated, page-too-large, bad-encoding.
    """
    if "chunked" in headers.get("transfer-encoding", "").lower() and CHUNK.match(body):
        body = _join(body)
    else:
        _check_length(body, headers.get("content-length", ""))
    for coding in reversed(headers.get("content-encoding", "").lower().split(",")):
        body = _unpack(body, coding.strip())
    return _read(body, headers.get("content-type", ""))


def _join(body: bytes) -> bytes:
    parts: list[bytes] = []
    at = 0
    while head := CHUNK.match(body, at):
        size, start = int(head[1], 16), head.end()
        if size == 0:
            return b"".join(parts)
        parts.append(body[start : start + size])
        if len(parts[-1]) < size:
            break
        at = start + size + (2 if body[start + size : start + size + 2] == b"\r\n" else 1)
    raise BadRow("truncated", CUT)


def _check_length(body: bytes, promised: str) -> None:
    digits = promised.lstrip("0") if promised.isascii() and promised.isdecimal() else ""
    if len(digits) > MAX_DIGITS or len(body) < int(digits or 0):
        raise BadRow("truncated", CUT)


def _unpack(body: bytes, coding: str) -> bytes:
    if coding in ("", "identity") or (coding in ("gzip", "x-gzip") and not body.startswith(GZIP)):
        return body
    if coding in ("gzip", "x-gzip"):
        return _inflate(body, ZLIB_OR_GZIP)
    if coding == "deflate":  # by the standard with a header, by some servers without
        return _inflate(body, ZLIB_OR_GZIP if body[:1] == b"\x78" else -zlib.MAX_WBITS)
    if body.lstrip()[:1] == b"<":
        return body
    raise BadRow("bad-encoding", f"The page is packed as {coding[:20]!r}; Undertone unpacks gzip and deflate.")


def _inflate(body: bytes, window: int) -> bytes:
    inflater = zlib.decompressobj(window)
    try:
        unpacked = inflater.decompress(body, BATCH.page_bytes + 1)
    except zlib.error:
        raise BadRow("bad-encoding", "The page is packed, and damaged.") from None
    if len(unpacked) > BATCH.page_bytes:
        raise too_large()
    if not inflater.eof:
        raise BadRow("truncated", CUT)
    return unpacked


def _read(body: bytes, content_type: str) -> str | bytes:
    """Bytes that are valid UTF-8 stay bytes: the detector reads those as browsers do."""
    found = CHARSET.search(content_type)
    try:
        body.decode()
    except UnicodeDecodeError:
        label = found[1] if found else ""
    else:
        return body
    try:
        name = codecs.lookup(label).name
        return body.decode("cp1252" if name in ("iso8859-1", "ascii") else name, "replace")
    except (LookupError, ValueError):  # unknown, or no text encoding
        return body
