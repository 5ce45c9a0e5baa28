"""From a source to its rows, one after another; whatever is wrong with one is a `Flaw` at its place."""

import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from detector import Page
from server import plain_text
from server.batch.faults import BadRow
from server.batch.inputs import archives, tables
from server.batch.inputs.input_files import TEXT, InputFile, pages
from server.batch.inputs.rows import COLUMNS, Flaw, Item, Place, Placed, Row, make
from server.batch.inputs.streams import damaged, opened
from server.settings import BATCH
from server.wire import count_structure

Found = Iterator[tuple[Item, int]]
Reader = Callable[[InputFile, Mapping[str, str]], Found]


def read_all(inputs: Sequence[InputFile], start: Place, columns: Mapping[str, str] = COLUMNS) -> Iterator[Placed]:
    """The rows of all inputs from `start` on; those before it are passed over, in whole inputs where possible."""
    for number in range(start.source, len(inputs)):
        first = start.row if number == start.source else 0
        yield from read_rows(inputs[number], Place(number, first), columns)


def read_rows(source: InputFile, start: Place, columns: Mapping[str, str] = COLUMNS) -> Iterator[Placed]:
    """The rows of one source from `start` on. One that cannot be read (on) ends with a `Flaw`; so does an empty one."""
    place = Place(start.source, 0)
    try:
        for item, done in READERS[source.kind](source, columns):
            if place >= start:
                yield Placed(place, item, done)
            place = place.following
        fault = None if place.row else BadRow("no-rows", f"{source.name} holds no page.")
    except BadRow as error:
        fault = error
    except (OSError, EOFError, zlib.error) as error:
        fault = damaged(source, getattr(error, "strerror", None) or error)
    if fault and place >= start:
        yield Placed(place, Flaw(source.name, fault.code, fault.reason), source.size)


def _jsonl(source: InputFile, columns: Mapping[str, str]) -> Found:
    with opened(source) as stream:
        for number, line in enumerate(stream.lines(), 1):
            if line.strip():
                yield _object(line, f"{source.name}:{number}", columns), stream.tell()


def _object(line: bytes, name: str, columns: Mapping[str, str]) -> Item:
    try:
        return make(_parse(line), name, columns)
    except BadRow as fault:
        return Flaw(name, fault.code, fault.reason)


def _parse(line: bytes) -> dict[str, object]:
    if len(line) > BATCH.row_bytes:
        raise BadRow("row-too-large", f"The line has more than {BATCH.row_bytes} bytes.")
    # Brackets take far more memory read than written; pages are strings, so what is not stays small.
    if count_structure(line, BATCH.structure_bytes) > BATCH.structure_bytes:
        raise BadRow("bad-json", f"The line has more than {BATCH.structure_bytes} bytes outside strings.")
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadRow("bad-encoding", f"Byte {error.start} of the line is not UTF-8.") from None
    except json.JSONDecodeError as error:
        raise BadRow("bad-json", f"{error.msg} at column {error.colno}.") from None
    except (ValueError, RecursionError):
        raise BadRow("bad-json", "A number with too many digits, or too many brackets inside each other.") from None
    if not isinstance(value, dict):
        raise BadRow("bad-json", "The line must be a JSON object.")
    return value


def _page(source: InputFile, columns: Mapping[str, str]) -> Found:
    with opened(source) as stream:
        yield Row(source.name, Page(stream.file.read(BATCH.page_bytes + 1))), source.size


def _text(source: InputFile, columns: Mapping[str, str]) -> Found:
    """A plain text, with a first line that stands by itself as its headline."""
    with opened(source) as stream:
        title, text = plain_text.part(stream.file.read(BATCH.page_bytes + 1).decode("utf-8", "surrogateescape"))
    yield make({"id": source.name, "text": text, "title": title}, source.name), source.size


def _folder(source: InputFile, columns: Mapping[str, str]) -> Found:
    top, done = Path(source.path), 0
    for name in pages(top):
        file = top / name
        identity = str(Path(source.name) / name)
        try:
            size = file.lstat().st_size
            with opened(InputFile(str(file), identity, "html", size)) as stream:
                page = stream.file.read(BATCH.page_bytes + 1)
        except (OSError, EOFError, zlib.error) as error:
            yield Flaw(identity, "unreadable", f"The file cannot be read: {getattr(error, 'strerror', error)}."), done
            continue
        done += size
        yield Row(identity, Page(page)), done


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "jsonl": _jsonl,
        "csv": tables.read_csv,
        "tsv": tables.read_tsv,
        "parquet": tables.read_parquet,
        "warc": archives.read_warc,
        "wacz": archives.read_wacz,
        "html": _page,
        TEXT: _text,
        "folder": _folder,
    }
)
