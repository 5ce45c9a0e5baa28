"""The body of a request as it was meant: JSON by its content type, unpacked where it came as gzip, within a bound."""

import zlib

from flask import Request

from server.problems import Problem

GZIP = 31  # zlib's number for a gzip header and trailer
JSON = "Send JSON in UTF-8, with Content-Type: application/json."
ENCODING = "Send the body as it is, or with Content-Encoding: gzip."
LARGE = "The body unpacks to more than {} bytes; send less, or the page's text alone."
DAMAGED = "The body is not one whole gzip stream; pack it anew, or send it as it is."


def read_body(request: Request, limit: int) -> bytes:
    """The JSON of a request, at most `limit` bytes. Raises `Problem` for a body of another kind, or a larger one."""
    if request.mimetype != "application/json" or request.mimetype_params.get("charset", "utf-8").lower() != "utf-8":
        raise Problem("unsupported-media-type", JSON)
    return unpack(request.get_data(cache=False), request.content_encoding, limit)


def unpack(body: bytes, encoding: str | None, limit: int) -> bytes:
    """The body without its content encoding; never unpacks more than `limit` bytes. Raises `Problem`."""
    name = (encoding or "identity").strip().lower()
    if name == "identity":
        return body
    if name not in ("gzip", "x-gzip"):
        raise Problem("unsupported-media-type", ENCODING, {"Accept-Encoding": "gzip"})
    unpacking = zlib.decompressobj(GZIP)
    try:
        unpacked = unpacking.decompress(body, limit + 1)
    except zlib.error:
        raise Problem("bad-encoding", DAMAGED) from None
    if len(unpacked) > limit:
        raise Problem("body-too-large", LARGE.format(limit))
    if not unpacking.eof or unpacking.unused_data:
        raise Problem("bad-encoding", DAMAGED)
    return unpacked
