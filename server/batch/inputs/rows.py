"""One row of an archive: where it stands, and either a page to analyse or the reason why it is none."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlsplit

from detector import Page, Text
from server.batch.faults import BadRow
from server.settings import BATCH

FIELDS = ("id", "html", "text", "title", "url")
COLUMNS: Mapping[str, str] = MappingProxyType({name: name for name in FIELDS})
ALSO: Mapping[str, tuple[str, ...]] = MappingProxyType({"title": ("headline",), "text": ("body",)})


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a row stands: the number of its source and its number there, both from 0. Rows sort by it."""

    source: int
    row: int

    @property
    def following(self) -> "Place":
        """The place behind this one."""
        return Place(self.source, self.row + 1)


@dataclass(frozen=True, slots=True)
class Row:
    """A page to analyse, and the id that its report will carry."""

    id: str
    input: Page | Text

    @property
    def weight(self) -> int:
        """About how much memory it holds: bytes, or characters of text."""
        return len(self.input.text if isinstance(self.input, Text) else self.input.html)


@dataclass(frozen=True, slots=True)
class Flaw:
    """A row that cannot be analysed: a stable code, and a reason that repeats nothing of the page."""

    id: str
    code: str
    reason: str


Item = Row | Flaw


@dataclass(frozen=True, slots=True)
class Placed:
    """An item at its place; `read` is how many bytes of its source were read to get it."""

    place: Place
    item: Item
    read: int


def place_fields(columns: Mapping[str, str], names: Collection[str]) -> dict[str, str]:
    """Where each of `FIELDS` stands among the `names` of a table: in its own column, else in one that is often named
    so (`headline,body`). A column that somebody named is not looked for elsewhere."""
    placed = dict(columns)
    for name, others in ALSO.items():
        if columns[name] == name and name not in names:
            placed[name] = next((other for other in others if other in names), name)
    return placed


def make(fields: Mapping[str, object], fallback: str, columns: Mapping[str, str] = COLUMNS) -> Item:
    """The item for one row of a table. `columns` names where `FIELDS` stand (else `ALSO`); html wins over text.

    A row without an id gets `fallback`.
    """
    columns = place_fields(columns, fields)
    identity = fallback
    try:
        identity = _identity(fields.get(columns["id"])) or fallback
        html = _html(fields, columns["html"])
        text, title, url = (_text(fields, columns[name]) for name in ("text", "title", "url"))
        if not html and not text and not title:
            raise BadRow("missing-input", f"The row has neither {columns['html']!r} nor {columns['text']!r}.")
        _check_url(url, columns["url"])
    except BadRow as fault:
        return Flaw(identity, fault.code, fault.reason)
    return Row(identity, Page(html, url) if html else Text(text or "", title, url))


def _identity(value: object) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is None or isinstance(value, str):
        _check_unicode(value or "", "id")
        if len(value or "") > BATCH.id_length:
            raise BadRow("bad-field", f"The id may hold {BATCH.id_length} characters.")
        return value
    raise BadRow("bad-field", "The id must be a string or a whole number.")


def _html(fields: Mapping[str, object], column: str) -> str | bytes | None:
    value = fields.get(column)
    return value if isinstance(value, bytes) else _text(fields, column)


def _text(fields: Mapping[str, object], column: str) -> str | None:
    value = fields.get(column)
    if value is not None and not isinstance(value, str):
        raise BadRow("bad-field", f"{column!r} must be a string.")
    _check_unicode(value or "", column)
    return value or None


def _check_unicode(value: str, column: str) -> None:
    """Bytes that are no UTF-8 arrive as lone surrogates (PEP 383), which no text holds otherwise."""
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise BadRow("bad-encoding", f"{column!r} is not UTF-8 at character {error.start}.") from None


def _check_url(url: str | None, column: str) -> None:
    try:
        urlsplit(url or "")
    except ValueError:
        raise BadRow("bad-field", f"{column!r} is no valid address.") from None
    if url and len(url) > BATCH.url_length:
        raise BadRow("bad-field", f"{column!r} may hold {BATCH.url_length} characters.")
