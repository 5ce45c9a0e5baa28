"""The pages of web archives: WARC (ISO 28500) as crawlers write it, and WACZ, a zip file with WARCs in it.

A page is a response with status 200 (or a resource) of an HTML type. Everything else an archive holds (images,
scripts, redirects, requests, revisits) is passed over in silence: it is no input. A page that is cut off is refused,
because a part of a story has other scores than the story.
"""

import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from server.batch import bodies
from server.batch.faults import load
from server.batch.rows import MAX_PAGE, Flaw, Item, make
from server.batch.sources import Source
from server.batch.streams import damaged, opened
from server.failures import Problem

TYPES = ("text/html", "application/xhtml+xml")
CUT = "The page was cut off when it was stored; a part of a story says little about the story."


def read_warc(source: Source, columns: Mapping[str, str]) -> Iterator[tuple[Item, int]]:
    """The pages of a WARC file, gzipped or not; `columns` mean nothing here. Raises `Problem` where it ends early."""
    with opened(source, unpack=False) as stream:
        yield from _records(source, stream.file, stream.tell)


def read_wacz(source: Source, columns: Mapping[str, str]) -> Iterator[tuple[Item, int]]:
    """The pages of all WARC files in a WACZ, by name. Raises `Problem` where one ends early."""
    try:
        with Path(source.path).open("rb") as file, zipfile.ZipFile(file) as archive:
            for name in sorted(archive.namelist()):
                if name.startswith("archive/") and name.endswith((".warc", ".warc.gz")):
                    with archive.open(name) as stream:
                        yield from _records(source, stream, file.tell)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:  # the latter: unknown packing, a password
        raise damaged(source, "it is no valid WACZ file") from error


def _records(source: Source, stream: Any, tell: Callable[[], int]) -> Iterator[tuple[Item, int]]:  # noqa: ANN401
    warc, faults = load("warcio.archiveiterator", "batch"), load("warcio.exceptions", "batch")
    try:
        for record in warc.ArchiveIterator(stream):
            if _is_page(record):
                yield _item(record), tell()
    except (faults.ArchiveLoadFailed, ValueError) as error:  # ValueError: a length that is no number
        raise damaged(source, "it is damaged or no WARC") from error


def _is_page(record: Any) -> bool:  # noqa: ANN401 - warcio has no types
    if record.rec_type == "response":
        head = record.http_headers
        status = head.get_statuscode() if head else ""
        return status == "200" and bodies.media_type(head.get_header("Content-Type")) in TYPES
    return record.rec_type == "resource" and bodies.media_type(record.rec_headers.get_header("Content-Type")) in TYPES


def _item(record: Any) -> Item:  # noqa: ANN401
    named, address = (record.rec_headers.get_header(name) for name in ("WARC-Record-ID", "WARC-Target-URI"))
    identity, url = (named or "a record without id").strip("<>"), (address or "").strip("<>")
    head = record.http_headers if record.rec_type == "response" else None
    headers = {name.lower(): value for name, value in head.headers} if head else {}
    try:
        if record.rec_headers.get_header("WARC-Truncated"):
            raise Problem("truncated", CUT)
        body = bodies.decode(_take(record.raw_stream), headers)
    except Problem as problem:
        return Flaw(identity, problem.code, problem.detail)
    return make({"html": body, "url": url}, identity)


def _take(stream: BinaryIO) -> bytes:
    """The record's body as it was sent. Raises `Problem` where it is too large or shorter than the record says."""
    held = bytearray()
    while len(held) <= MAX_PAGE and (part := stream.read(2**16)):
        held += part
    if len(held) > MAX_PAGE:
        raise bodies.too_large()
    if getattr(stream, "limit", 0) > 0:
        raise Problem("truncated", CUT)
    return bytes(held)
