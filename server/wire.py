"""Requests in, answers out: bytes to a frozen `AnalyzeRequest`, values to JSON bytes. Strict: nothing is guessed.

JSON is guarded first (its size outside strings, its depth, repeated names, halves of surrogate pairs), then msgspec
holds it against the Structs of `server.forms`. Every fault of a request is a `Problem` that names the field and says
what to send instead.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn, TypeVar

from msgspec import ValidationError, convert

from detector import Options, Page, Text
from detector.schema import INCLUDABLE, SEVERITIES
from detector.schema.inputs import MAX_ENTRIES, MAX_ENTRY
from server.forms import MAX_NAME, MAX_TITLE, MAX_URL, PageRequest, PairRequest, TextRequest
from server.problems import Problem
from server.settings import HTTP, PAIRING

FIELDS = tuple(dict.fromkeys((*PageRequest.__struct_fields__, *TextRequest.__struct_fields__)))
OPTION_FIELDS = Options.__struct_fields__
SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
PLACE = re.compile(r" - at `(\$[^`]*)`$")
Fields = Mapping[str, Any]
Form = TypeVar("Form", PageRequest, TextRequest, PairRequest)
LIMITS = f"at most {MAX_ENTRIES} strings of 1 to {MAX_ENTRY} characters"
FAULTS: Mapping[str, tuple[str, str]] = {  # by the field that msgspec names: the code, and what to send instead
    "title": ("bad-field", f'"title" must be a string of at most {MAX_TITLE} characters.'),
    "url": ("bad-field", f'"url" must be one whole http, https or file address, at most {MAX_URL} characters.'),
    "include": ("bad-include", f'"include" must be an array that may hold {" and ".join(INCLUDABLE)}.'),
    "options": ("bad-options", '"options" must be an object.'),
    "options.min_severity": ("bad-options", f'"min_severity" must be one of {", ".join(SEVERITIES)}.'),
    "options.disable": ("bad-options", f'"disable" must be an array of {LIMITS}: ids of rules.'),
    "options.ignore": ("bad-options", f'"ignore" must be an array of {LIMITS}.'),
    "options.language": ("bad-options", '"language" must be a code of two small letters (ISO 639-1), or null.'),
    "code": ("bad-field", 'Send the code as {"code": "XXXX-XXXX", "name": "…"}.'),
    "name": ("bad-field", f'"name" must say who pairs, in 1 to {MAX_NAME} characters that can be shown.'),
}


@dataclass(frozen=True, slots=True)
class AnalyzeRequest:
    """A page or a text to analyse, what to leave out, the parts to `include` in the answer (sorted), and the answer's
    `form`, the id of one of `detector.export.FORMATS`."""

    input: Page | Text
    include: tuple[str, ...] = ()
    options: Options = field(default_factory=Options)
    form: str = "json"


def dump(value: object) -> bytes:
    """JSON as UTF-8 without spaces, keys in the order given: the same value gives the same bytes."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode("utf-8", "replace")


def parse(body: bytes, max_structure: int) -> AnalyzeRequest:
    """Read the body of `POST /v1/analyze`. `max_structure` bounds the bytes of JSON outside its strings."""
    fields = _load(body, max_structure)
    _check_names(fields, FIELDS, "The request")
    for name in ("html", "text"):
        if name in fields and not isinstance(fields[name], str):
            raise Problem("bad-field", f'"{name}" must be a string, not {_kind(fields[name])}.')
    if ("html" in fields) == ("text" in fields):
        raise _inputs(both="html" in fields)
    if "html" in fields:
        if fields.get("title") is not None:
            raise Problem("two-inputs", '"title" belongs to "text"; a page given as "html" brings its own.')
        page = _fit(fields, PageRequest)
        return AnalyzeRequest(Page(page.html, page.url), tuple(sorted(set(page.include))), page.options)
    text = _fit(fields, TextRequest)
    return AnalyzeRequest(Text(text.text, text.title, text.url), tuple(sorted(set(text.include))), text.options)


def parse_pairing(body: bytes) -> PairRequest:
    """Read the body of `POST /pair`."""
    fields = _load(body, PAIRING.body_bytes)
    _check_names(fields, PairRequest.__struct_fields__, "The request")
    return _fit(fields, PairRequest)


def _fit(fields: Fields, form: type[Form]) -> Form:
    """The request as a value of its Struct. Raises `Problem` for what does not fit."""
    options = fields.get("options")
    if isinstance(options, dict):
        _check_names(options, OPTION_FIELDS, '"options"')
    try:
        return convert(fields, form)
    except ValidationError as error:
        raise _fault(str(error)) from None


def _fault(said: str) -> Problem:
    """The problem behind a message of msgspec, which ends with the place of the fault (`$.options.ignore[0]`)."""
    place = PLACE.search(said)
    name = re.sub(r"\[.*", "", place[1]).removeprefix("$.") if place else ""
    missing = re.search(r"missing required field `(\w+)`", said)
    code, detail = FAULTS.get(missing[1] if missing else name, ("bad-field", said))
    return Problem(code, detail)


def _inputs(*, both: bool) -> Problem:
    if both:
        return Problem("two-inputs", 'Send "html" (a whole page) or "text" (plain text), not both.')
    return Problem("missing-input", 'Send {"html": "<!doctype html>…"} or {"text": "…", "title": "…"}.')


def _load(body: bytes, max_structure: int) -> Fields:
    # What is not text stays small, so that a body of brackets cannot fill our memory before it is refused.
    if count_structure(body, max_structure) > max_structure:
        raise Problem("bad-json", f"There are more than {max_structure} bytes outside strings; send the page as text.")
    try:
        value = json.loads(
            body.decode("utf-8-sig"), object_pairs_hook=_distinct, parse_constant=_refuse_constant, parse_int=float
        )
    except UnicodeDecodeError as error:
        raise Problem("bad-encoding", f"Byte {error.start} is not UTF-8; encode the body as UTF-8.") from None
    except json.JSONDecodeError as error:
        raise Problem("bad-json", f"{error.msg} at line {error.lineno}, column {error.colno}.") from None
    except RecursionError:
        raise Problem("bad-json", "Too many brackets inside each other; a request needs three levels.") from None
    if not isinstance(value, dict):
        raise Problem("bad-field", f"The body must be a JSON object, not {_kind(value)}.")
    if SURROGATE.search(body):
        _check_unicode(value)
    return value


def count_structure(body: bytes, enough: int) -> int:
    """How many bytes of JSON stand outside its strings, quotation marks included; stops counting beyond `enough`.

    Of a body that is no JSON, what comes before its first fault is counted rightly, and no more of it is ever parsed.
    """
    count, in_string, carried = 0, False, b""
    for start in range(0, len(body), HTTP.piece_bytes):
        piece = (carried + body[start : start + HTTP.piece_bytes]).replace(rb"\\", b"")
        carried = piece[-1:] if piece.endswith(b"\\") else b""  # it may escape what the next piece begins with
        parts = piece.removesuffix(b"\\").replace(rb"\"", b"").split(b'"')
        count += len(parts) - 1 + sum(map(len, parts[in_string::2]))
        in_string ^= len(parts) % 2 == 0
        if count > enough:
            break
    return count


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise Problem("duplicate-field", "An object names the same field twice; send each field once.")
    return fields


def _refuse_constant(name: str) -> NoReturn:
    raise Problem("bad-json", f"{name} is not JSON.")


def _check_unicode(value: object) -> None:
    """Refuse half a surrogate pair anywhere: it has no UTF-8 form and no place in a text."""
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise Problem(
            "bad-text", "A string holds half a surrogate pair; in JavaScript, send text.toWellFormed()."
        ) from None


def _check_names(fields: Fields, known: tuple[str, ...], what: str) -> None:
    unknown = sorted(set(fields) - set(known))
    if unknown:
        raise Problem("unknown-field", f"{what} has no field {unknown[0][:MAX_ENTRY]!r}; it knows {', '.join(known)}.")


def _kind(value: object) -> str:
    names = {dict: "an object", list: "an array", str: "a string", bool: "a boolean", float: "a number"}
    return names.get(type(value), "null")
