"""Errors as RFC 9457 `application/problem+json`, each with a stable `code`.

`PROBLEMS` is the whole list: code to HTTP status and title. Nothing here logs or repeats what a page says: of an
unexpected exception only its type and its place in the code are kept, because messages may hold the page's words.
"""

import logging
from collections.abc import Mapping
from pathlib import Path
from traceback import extract_tb
from types import MappingProxyType
from typing import Annotated
from uuid import UUID

from msgspec import Meta, Struct

from detector.schema.encoding import encode
from detector.schema.units import Count

LOG = logging.getLogger(__name__)
CONTENT_TYPE = "application/problem+json"
NOTHING: Mapping[str, str] = MappingProxyType({})
PROBLEMS: Mapping[str, tuple[int, str]] = MappingProxyType(
    {
        "bad-request": (400, "The request cannot be understood"),
        "bad-json": (400, "The body is not valid JSON"),
        "bad-encoding": (400, "The body is not encoded as it says"),
        "bad-text": (400, "A string is not valid Unicode"),
        "bad-field": (400, "A field has an invalid value"),
        "unknown-field": (400, "There is no such field"),
        "duplicate-field": (400, "A field is given twice"),
        "missing-input": (400, "There is no page or text to analyse"),
        "two-inputs": (400, "The request has two inputs"),
        "bad-include": (400, "include has an invalid value"),
        "bad-options": (400, "An option is invalid"),
        "bad-input": (400, "The input cannot be analysed"),
        "empty-input": (400, "The input is empty"),
        "missing-header": (400, "A header is missing"),
        "not-paired": (401, "This caller is not paired"),
        "wrong-code": (403, "That is not the pairing code"),
        "forbidden-host": (403, "This is not a name of the server"),
        "forbidden-origin": (403, "This origin is not allowed"),
        "not-found": (404, "There is nothing at this address"),
        "unknown-rule": (404, "There is no such rule"),
        "unknown-format": (404, "There is no such format"),
        "method-not-allowed": (405, "This address does not support the method"),
        "code-expired": (410, "There is no valid pairing code"),
        "body-too-large": (413, "The body is too large"),
        "page-too-large": (413, "The page is too large"),
        "page-too-complex": (413, "The page is too complex"),
        "page-too-costly": (413, "The page takes too long to analyse"),
        "page-too-much-memory": (413, "The page takes too much memory to analyse"),
        "unsupported-media-type": (415, "The body must be application/json"),
        "not-html": (415, "The input is not HTML"),
        "request-timeout": (408, "The request did not arrive in time"),
        "too-many-requests": (429, "Too many requests"),
        "too-many-tries": (429, "Too many wrong codes"),
        "headers-too-large": (431, "The request's headers are too large"),
        "internal-error": (500, "Undertone failed on this request"),
        "not-implemented": (501, "This kind of request is not supported"),
        "busy": (503, "All workers are busy"),
        "overloaded": (503, "The machine is too busy"),
        "not-ready": (503, "Undertone is still starting"),
        "pairings-unavailable": (503, "The pairings cannot be read or kept"),
    }
)
CODES: Mapping[int, str] = MappingProxyType(
    {
        404: "not-found",
        405: "method-not-allowed",
        408: "request-timeout",
        413: "body-too-large",
        415: "unsupported-media-type",
        429: "too-many-requests",
        431: "headers-too-large",
        500: "internal-error",
        501: "not-implemented",
    }
)
INTERNAL = "This is an error in Undertone, not in your request. Look for the request id in the server's log."


class ProblemForm(Struct, frozen=True):
    """What is wrong with a request (RFC 9457)."""

    type: str
    title: str
    status: Annotated[int, Meta(ge=400, le=599)]
    detail: str
    instance: Annotated[str, Meta(pattern="^urn:uuid:")]
    code: str
    request_id: Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]


class LineProblemForm(ProblemForm, frozen=True):
    """What is wrong with one line of a batch. The other lines are answered as usual."""

    line: Count


class Problem(Exception):  # noqa: N818 - named as in RFC 9457
    """What is wrong with a request: a code of `PROBLEMS`, a sentence that says what to do, and headers to answer with.

    `cause` is for our log alone: where in the code it failed, never what a page says. A code that `PROBLEMS` does not
    know (an `InputError` newer than this table) is answered with status 400.
    """

    def __init__(self, code: str, detail: str, headers: Mapping[str, str] = NOTHING, cause: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail
        self.headers = headers
        self.cause = cause
        self.status, self.title = PROBLEMS.get(code, PROBLEMS["bad-input"])

    def to_json(self, request_id: str) -> bytes:
        """The problem document, as UTF-8; `request_id` is a UUID in hex."""
        return encode(self.to_form(request_id))

    def to_form(self, request_id: str) -> ProblemForm:
        """The problem document; `request_id` is a UUID in hex."""
        return ProblemForm(
            type=f"urn:undertone:problem:{self.code}",
            title=self.title,
            status=self.status,
            detail=self.detail,
            instance=UUID(request_id).urn,
            code=self.code,
            request_id=request_id,
        )


def locate(error: BaseException) -> str:
    """Type and place of an exception (`ValueError at wire.py:40 in parse`), never its message."""
    frames = extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno} in {frames[-1].name}" if frames else ""
    return type(error).__name__ + place
