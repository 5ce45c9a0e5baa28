"""Requests in, answers out: bytes to a frozen `AnalyzeRequest`, values to JSON bytes. Strict: nothing is guessed.

Every fault of a request is a `Problem` that names the field and says what to send instead.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn, cast

from detector import Options, Request
from detector.article import SEVERITIES
from detector.schema.wire import INCLUDABLE
from server import forms
from server.forms import MAX_CODE, MAX_ENTRIES, MAX_ENTRY, MAX_NAME, MAX_TITLE, MAX_URL
from server.problems import Problem

FIELDS = tuple(dict.fromkeys((*forms.PageForm.__annotations__, *forms.TextForm.__annotations__)))
OPTION_FIELDS = tuple(forms.OptionsForm.__annotations__)
PAIRING_FIELDS = tuple(forms.PairForm.__annotations__)
MAX_PAIRING = 2_000
PIECE = 2**16  # bytes that are looked at in one go: other threads can run between two pieces
SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class AnalyzeRequest:
    """A page or a text to analyse, the parts to `include` in the answer (sorted), and the answer's `form`, the id of
    one of `detector.export.FORMATS`."""

    page: Request
    include: tuple[str, ...] = ()
    form: str = "json"


def dump(value: object) -> bytes:
    """JSON as UTF-8 without spaces, keys in the order given: the same value gives the same bytes."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode("utf-8", "replace")


def parse(body: bytes, max_structure: int) -> AnalyzeRequest:
    """Read the body of `POST /v1/analyze`. `max_structure` bounds the bytes of JSON outside its strings."""
    fields = _load(body, max_structure)
    _check_names(fields, FIELDS, "The request")
    html, text, title = (_string(fields, name) for name in ("html", "text", "title"))
    if (html is None) == (text is None):
        raise _inputs(both=html is not None)
    if html is not None and title is not None:
        raise Problem("two-inputs", '"title" belongs to "text"; a page given as "html" brings its own.')
    if title is not None and len(title) > MAX_TITLE:
        raise Problem("bad-field", f'"title" may hold {MAX_TITLE} characters, not {len(title)}.')
    page = Request(html, text, title, _url(fields), _options(fields.get("options", {})))
    return AnalyzeRequest(page, _include(fields.get("include", [])))


@dataclass(frozen=True, slots=True)
class PairRequest:
    """A pairing code as typed, and the name that the list of pairings is to show."""

    code: str
    name: str


def parse_pairing(body: bytes) -> PairRequest:
    """Read the body of `POST /pair`."""
    fields = _load(body, MAX_PAIRING)
    _check_names(fields, PAIRING_FIELDS, "The request")
    code, name = (_string(fields, field) for field in PAIRING_FIELDS)
    if code is None or len(code) > MAX_CODE:
        raise Problem("bad-field", 'Send the code as {"code": "XXXX-XXXX", "name": "…"}.')
    if name is None or len(name) > MAX_NAME or not re.fullmatch(forms.NAME, name):
        raise Problem("bad-field", f'"name" must say who pairs, in 1 to {MAX_NAME} characters that can be shown.')
    return PairRequest(code, name)


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
    for start in range(0, len(body), PIECE):
        piece = (carried + body[start : start + PIECE]).replace(rb"\\", b"")
        carried = piece[-1:] if piece.endswith(b"\\") else b""  # it may escape what the next piece begins with
        parts = piece.removesuffix(b"\\").replace(rb"\"", b"").split(b'"')
        count += len(parts) - 1 + sum(map(len, parts[in_string::2]))
        in_string ^= len(parts) % 2 == 0
        if count > enough:
            break
    return count


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    held = dict(pairs)
    if len(held) < len(pairs):
        raise Problem("duplicate-field", "An object names the same field twice; send each field once.")
    return held


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


def _string(fields: Fields, name: str) -> str | None:
    """The string at `name`, or `None` where it is absent; null is taken for absent in `title` and `url` alone."""
    value = fields.get(name)
    if isinstance(value, str):
        return value
    if name in fields and not (value is None and name in ("title", "url")):
        raise Problem("bad-field", f'"{name}" must be a string, not {_kind(value)}.')
    return None


def _url(fields: Fields) -> str | None:
    url = _string(fields, "url")
    if url is None:
        return None
    if len(url) > MAX_URL or not re.fullmatch(forms.URL, url):
        raise Problem(
            "bad-field", f'"url" must be one whole http, https or file address, at most {MAX_URL} characters.'
        )
    return url


def _entries(value: object, code: str, name: str) -> list[str]:
    """A list of short strings, none of them empty."""
    fits = isinstance(value, list) and len(value) <= MAX_ENTRIES
    if not fits or not all(isinstance(item, str) and 0 < len(item) <= MAX_ENTRY for item in cast("list[Any]", value)):
        limits = f"at most {MAX_ENTRIES} strings of 1 to {MAX_ENTRY} characters"
        raise Problem(code, f'"{name}" must be an array of {limits}.')
    return cast("list[str]", value)


def _include(value: object) -> tuple[str, ...]:
    names = _entries(value, "bad-include", "include")
    wrong = [name for name in names if name not in INCLUDABLE]
    if wrong:
        raise Problem("bad-include", f'"include" may hold {" and ".join(INCLUDABLE)}, not {wrong[0]!r}.')
    return tuple(sorted(set(names)))


def _options(value: object) -> Options:
    if not isinstance(value, dict):
        raise Problem("bad-options", f'"options" must be an object, not {_kind(value)}.')
    _check_names(value, OPTION_FIELDS, '"options"')
    severity = value.get("min_severity", SEVERITIES[0])
    if severity not in SEVERITIES:
        raise Problem("bad-options", f'"min_severity" must be one of {", ".join(SEVERITIES)}.')
    rules = value.get("rules", {})
    if not isinstance(rules, dict) or any(state != "off" for state in rules.values()):
        raise Problem("bad-options", '"rules" must be an object whose values are all "off".')
    ids = _entries(list(rules), "bad-options", "rules")
    ignore = _entries(value.get("ignore", []), "bad-options", "ignore")
    language = value.get("language")
    if language is not None and not (isinstance(language, str) and re.fullmatch("[a-z]{2}", language)):
        raise Problem("bad-options", '"language" must be a code of two small letters (ISO 639-1), or null.')
    return Options(severity, frozenset(ids), frozenset(map(str.casefold, ignore)), language)
