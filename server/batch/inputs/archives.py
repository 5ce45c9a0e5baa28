"""The pages of web archives: WARC (ISO 28500) as crawlers write it, and WACZ, a zip file with WARCs in it.

A page is a response with status 200 (or a resource) of an HTML type. Everything else an archive holds (images,
scripts, redirects, requests, revisits) is passed over in silence: it is no input. A page that is cut off is refused,
because a part of a story has other scores than the story.
"""

import gzip
import logging
import lzma
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any, BinaryIO

from server.batch.faults import BadRow, load
from server.batch.inputs import http_messages
from server.batch.inputs.input_files import InputFile
from server.batch.inputs.rows import Flaw, Item, make
from server.batch.inputs.streams import damaged, opened
from server.settings import BATCH

TYPES = ("text/html", "application/xhtml+xml")
logging.getLogger("warcio").setLevel(logging.CRITICAL)  # it would print addresses of the archive
CUT = "The page was cut off when it was stored; a part of a story says little about the story."


def read_warc(source: InputFile, columns: Mapping[str, str]) -> Iterator[tuple[Item, int]]:
    """The pages of a WARC file, gzipped or not; `columns` mean nothing here. Raises `BadRow` where it ends early."""
    with opened(source, unpack=False) as stream:
        yield from _records(source, stream.file, stream.tell)


def read_wacz(source: InputFile, columns: Mapping[str, str]) -> Iterator[tuple[Item, int]]:
    """The pages of all WARC files in a WACZ, by name. Raises `BadRow` where one ends early."""
    try:
        with Path(source.path).open("rb") as file, zipfile.ZipFile(file) as archive:
            for name in sorted(archive.namelist()):
                if name.startswith("archive/") and name.endswith((".warc", ".warc.gz")):
                    with archive.open(name) as stream:
                        yield from _records(source, stream, file.tell)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, lzma.LZMAError) as error:
        # NotImplementedError: unknown packing; RuntimeError: a password
        raise damaged(source, "it is no valid WACZ file") from error


class _Checked:
    """A stream that remembers how it ended: warcio passes over a record that is cut off in its headers."""

    def __init__(self, stream: Any) -> None:  # noqa: ANN401 - whatever reads
        self._stream = stream
        self._tail = b""

    def read(self, size: int) -> bytes:
        """The next bytes."""
        data: bytes = self._stream.read1(size)  # `read` would lose what is whole before a gzip file's early end
        self._tail = (self._tail + data[-4:])[-4:]
        return data

    def is_whole(self) -> bool:
        """Whether the last record ended as records do (ISO 28500, 4)."""
        return self._tail == b"\r\n\r\n"


def _records(source: InputFile, packed: Any, tell: Callable[[], int]) -> Iterator[tuple[Item, int]]:  # noqa: ANN401
    # Unpacked here and not by warcio, which takes a file that ends early for a whole one.
    with gzip.open(packed) if packed.peek(2).startswith(b"\x1f\x8b") else nullcontext(packed) as unpacked:
        stream = _Checked(unpacked)
        for record in _iterate(source, stream):
            if _is_page(record):
                yield _item(record), tell()
    if not stream.is_whole():
        raise damaged(source, "it ends in the middle of a record")


def _iterate(source: InputFile, stream: _Checked) -> Iterator[Any]:
    warc, faults = load("warcio.archiveiterator", "batch"), load("warcio.exceptions", "batch")
    records = warc.ArchiveIterator(stream)
    records.INC_RECORD = ""  # it would print what the archive holds
    try:
        for record in records:
            if record.format != "warc":
                raise damaged(source, "it is no WARC")
            yield record
    except (faults.ArchiveLoadFailed, ValueError, AttributeError, TypeError, OverflowError) as error:
        # what warcio raises at headers that are missing, no numbers or numbers beyond everything
        raise damaged(source, "it is damaged or no WARC") from error


def _is_page(record: Any) -> bool:  # noqa: ANN401 - warcio has no types
    if record.rec_type == "response":
        head = record.http_headers
        status = head.get_statuscode() if head else ""
        return status == "200" and http_messages.media_type(head.get_header("Content-Type")) in TYPES
    return (
        record.rec_type == "resource"
        and http_messages.media_type(record.rec_headers.get_header("Content-Type")) in TYPES
    )


def _item(record: Any) -> Item:  # noqa: ANN401
    named, address = (record.rec_headers.get_header(name) for name in ("WARC-Record-ID", "WARC-Target-URI"))
    identity, url = (named or "a record without id").strip("<>"), (address or "").strip("<>")
    head = record.http_headers if record.rec_type == "response" else None
    headers = {name.lower(): value for name, value in head.headers} if head else {}
    try:
        if record.rec_headers.get_header("WARC-Truncated"):
            raise BadRow("truncated", CUT)
        body = http_messages.decode(_take(record.raw_stream), headers)
    except BadRow as fault:
        return Flaw(identity, fault.code, fault.reason)
    return make({"html": body, "url": url}, identity)


def _take(stream: BinaryIO) -> bytes:
    """The record's body as it was sent. Raises `BadRow` where it is too large or shorter than the record says."""
    body = bytearray()
    while len(body) <= BATCH.page_bytes and (part := stream.read(2**16)):
        body += part
    if len(body) > BATCH.page_bytes:
        raise http_messages.too_large()
    if getattr(stream, "limit", 0) > 0:
        raise BadRow("truncated", CUT)
    return bytes(body)
