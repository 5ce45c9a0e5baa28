"""Archives for the tests, and an engine in this process that stands in for the workers."""

import gzip
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from detector import Text
from server.batch.engines.row_analysis import analyse_row
from server.batch.inputs import readers
from server.batch.inputs.input_files import InputFile, find_inputs
from server.batch.inputs.rows import Place
from server.batch.outcome import Outcome
from server.batch.outputs.ledger import Ledger
from server.batch.plan import Plan
from server.problems import Problem
from server.wire import AnalyzeRequest

BODY = "The council voted on Monday to repair the old bridge over the river. Work begins in spring, the mayor said."


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def html(title: str, body: str = BODY, language: str = "en") -> bytes:
    page = f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head>'
    return f"{page}<body><article><h1>{title}</h1><p>{body}</p></article></body></html>".encode()


def write_jsonl(file: Path, rows: Iterable[object]) -> Path:
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def items(file: Path | str, kind: str | None = None, start: int = 0, **columns: str):
    """The items of one file from a row on."""
    (source,) = find_inputs([str(file)], kind)
    named = {"id": "id", "html": "html", "text": "text", "title": "title", "url": "url", **columns}
    return [placed.item for placed in readers.read_rows(source, Place(0, start), named)]


def source(file: Path) -> InputFile:
    (found,) = find_inputs([str(file)])
    return found


class Warc:
    """A WARC in the making."""

    def __init__(self, *, packed: bool = True) -> None:
        self.bytes = io.BytesIO()
        self.writer = WARCWriter(self.bytes, gzip=packed)

    def add(
        self,
        url: str,
        body: bytes,
        headers: Mapping[str, str] | None = None,
        status: str = "200 OK",
        kind: str = "response",
        warc_headers: Mapping[str, str] | None = None,
    ) -> "Warc":
        told = {"Content-Type": "text/html; charset=utf-8", **(headers or {})}
        head = StatusAndHeaders(status, list(told.items()), protocol="HTTP/1.1") if kind == "response" else None
        about = {"WARC-Record-ID": f"<urn:test:{url.rsplit('/', 1)[-1]}>", **(warc_headers or {})}
        record = self.writer.create_warc_record(
            url, kind, payload=io.BytesIO(body), length=len(body), http_headers=head, warc_headers_dict=about,
            warc_content_type="" if head else told["Content-Type"],
        )  # fmt: skip
        self.writer.write_record(record)
        return self

    def save(self, file: Path) -> Path:
        file.write_bytes(self.bytes.getvalue())
        return file


def save_wacz(file: Path, members: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(file, "w") as archive:
        for name, held in members.items():
            archive.writestr(name, held)
    return file


def chunked(body: bytes, size: int = 100) -> bytes:
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in [*parts, b""])


def packed(body: bytes) -> bytes:
    return gzip.compress(body, mtime=0)


class Echo:
    """A pool that answers each text with a digest and a small report; `refuse` is refused."""

    def __init__(self, refusals: Iterable[Problem] = ()) -> None:
        self.refusals = list(refusals)
        self.asked: list[AnalyzeRequest] = []

    def submit(self, request: AnalyzeRequest) -> bytes:
        self.asked.append(request)
        if self.refusals:
            raise self.refusals.pop(0)
        text = request.input.text if isinstance(request.input, Text) else ""
        if text == "refuse":
            raise Problem("empty-input", "There is nothing to read.")
        return digest(text).encode() + json.dumps({"text": text}).encode()

    def close(self) -> None:
        """Nothing to stop."""


def echo_engine(plan: Plan, book: Ledger) -> Iterator[Outcome]:
    """One row after another, in this process."""
    for placed in readers.read_all(plan.inputs, book.state.settled, plan.columns):
        if not book.has(placed.place):
            yield analyse_row(placed, Echo(), plan.include)
