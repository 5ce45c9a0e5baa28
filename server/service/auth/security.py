"""Who may ask: rules on `Host`, `Origin`, `Sec-Fetch-*` and pairing tokens that keep web pages away from the service.

A web page may not ask at all. A browser extension may ask for `/v1/` with the token of its pairing. Our own page, and a
caller that is no browser, need none on loopback; from elsewhere everybody does. `judge` and `must_show_token` decide.
"""

import re
from collections.abc import Callable, Collection, Mapping
from enum import Enum
from gettext import gettext as _

from flask import Response
from werkzeug import Request

from server.problems import Problem
from server.service.auth.pairing import Pairing
from server.settings import LOOPBACK, ServerSettings

Find = Callable[[str, str | None], Pairing | None]  # by a token and an origin
HOST = re.compile(r"\[([0-9a-f:.]+)\](?::\d{1,5})?|([a-z0-9._-]+)(?::\d{1,5})?", re.ASCII | re.IGNORECASE)
NAME = re.compile(r"\[?[0-9a-f]*:[0-9a-f:.]+\]?|[a-z0-9._-]+", re.ASCII | re.IGNORECASE)
EXTENSION = re.compile(r"chrome-extension://[a-p]{32}|moz-extension://[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ANYWHERE = ("0.0.0.0", "::")  # noqa: S104 - told apart, not bound
PAIR = "/pair"
READABLE = (PAIR, "/v1/", "/healthz", "/readyz")  # what an extension may read
OWN_PAGES: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
DETAILS: Mapping[str, str] = {
    "forbidden-host": (
        "Ask for http://127.0.0.1, http://localhost or http://[::1]; other names are refused unless the server was "
        "started with --allow-host NAME."
    ),
    "forbidden-origin": "Web pages may not ask this server. Use Undertone's extension, its own page at /, or curl.",
    "missing-header": "Send the header X-Undertone: 1; a form on a web page cannot.",
    "unpaired browser": (
        "This browser is not paired with the server. Type the code that the server showed when it started, or a new "
        "one from `undertone pairings new` (typed as the server said then), into the extension's settings."
    ),
    "unpaired caller": (
        "This server asks everybody for a token: send Authorization: Bearer TOKEN. `undertone pairings new`, run where "
        "the server runs, shows a code; POST it to /pair to get a token."
    ),
    "pairings-unavailable": "The pairings cannot be read or kept; `undertone pairings`, run where it runs, says why.",
}


class Caller(Enum):
    """Who asks, as far as a browser's headers tell."""

    PROGRAM = "no browser"
    PAGE = "our own page"
    VISITOR = "a browser that opens one of our addresses as a document"
    EXTENSION = "a browser extension"


SITES: Mapping[str | None, Caller] = {
    None: Caller.PROGRAM,
    "same-origin": Caller.PAGE,
    "none": Caller.EXTENSION,  # Chromium tells the extension's origin with a POST, but not with a GET
}


def check_bind(host: str, names: Collection[str]) -> None:
    """Raise `ValueError` for a name that none can be asked by, and for listening everywhere without any name."""
    for name in names:
        if not NAME.fullmatch(name):
            message = _("{name!r} is not a host name; give the bare name, as in --allow-host undertone.example.")
            raise ValueError(message.format(name=name))
    if host in ANYWHERE and not names:
        message = _(
            "On {host} the service can be reached under many names. Say which are allowed, so that no web page gets in "
            "under another: --allow-host NAME, as in --allow-host 192.168.1.4. Every caller needs a token then."
        )
        raise ValueError(message.format(host=host))


def known_hosts(settings: ServerSettings) -> frozenset[str]:
    """The names, in lower case and without port, by which the service may be asked."""
    own = () if settings.host in ANYWHERE else (settings.host,)
    return frozenset(name.lower().strip("[]") for name in (*LOOPBACK, *settings.names, *own))


def judge(host: str, origin: str | None, site: str | None, *, visit: bool, hosts: Collection[str] = LOOPBACK) -> Caller:
    """Who asks. Raises `Problem` for a caller that may not.

    `host`, `origin`, `site` are the headers Host, Origin and Sec-Fetch-Site; `visit` is true where a browser opens an
    address as a document, which any link may do; `hosts` are the names by which the service may be asked.
    """
    parts = HOST.fullmatch(host)
    if not parts or (parts[1] or parts[2]).lower() not in hosts:
        raise Problem("forbidden-host", DETAILS["forbidden-host"])  # another name that leads here: DNS rebinding
    if origin is not None:
        if EXTENSION.fullmatch(origin):
            return Caller.EXTENSION
        schemes = ("http",) if (parts[1] or parts[2]).lower() in LOOPBACK else ("http", "https")
        if origin.lower() in [f"{scheme}://{host.lower()}" for scheme in schemes]:
            return Caller.PAGE
    elif visit:
        return Caller.VISITOR
    elif site in SITES:
        return SITES[site]
    raise Problem("forbidden-origin", DETAILS["forbidden-origin"])


def recognise(request: Request, hosts: Collection[str]) -> Caller:
    """Who sent this request. Raises `Problem` for a caller that may not ask."""
    headers = request.headers
    site = headers.get("Sec-Fetch-Site")
    visit = (
        request.method in ("GET", "HEAD")
        and (headers.get("Sec-Fetch-Mode"), headers.get("Sec-Fetch-Dest")) == ("navigate", "document")
        and (not request.path.startswith("/v1/") or site in ("none", "same-origin"))
    )
    return judge(headers.get("Host", ""), headers.get("Origin"), site, visit=visit, hosts=hosts)


def must_show_token(caller: Caller, path: str, *, guarded: bool) -> bool:
    """Whether this caller needs a token for this address."""
    return path.startswith("/v1/") and (guarded or caller is Caller.EXTENSION)


def check_token(request: Request, caller: Caller, find: Find) -> Pairing:
    """The pairing whose token a caller shows; `find` looks for it. Raises `Problem` where it shows none."""
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() == "bearer" and (found := find(token.strip(), request.headers.get("Origin"))):
        return found
    detail = DETAILS["unpaired browser" if caller is Caller.EXTENSION else "unpaired caller"]
    raise Problem("not-paired", detail, {"WWW-Authenticate": 'Bearer realm="undertone"'})


def check_header(request: Request, caller: Caller) -> None:
    """Raise the `Problem` with a browser's request that some form could have sent."""
    browser = caller in (Caller.EXTENSION, Caller.PAGE)
    if (
        browser
        and request.method == "POST"
        and request.path.startswith("/v1/")
        and "X-Undertone" not in request.headers
    ):
        raise Problem("missing-header", DETAILS["missing-header"])


def is_preflight(request: Request) -> bool:
    """Whether an extension asks if it may ask (CORS)."""
    return request.method == "OPTIONS" and "Origin" in request.headers


def allow_preflight(request: Request) -> Response:
    """The answer to a preflight of a caller that `recognise` let in."""
    response = Response(status=204)
    response.headers["Access-Control-Allow-Methods"] = "GET, POST"
    response.headers["Access-Control-Allow-Headers"] = "Authorization, Content-Type, X-Undertone"
    response.headers["Access-Control-Max-Age"] = "600"
    if request.headers.get("Access-Control-Request-Private-Network") == "true":
        response.headers["Access-Control-Allow-Private-Network"] = "true"
    return response


def guard(request: Request, response: Response) -> Response:
    """Add the headers that every answer carries; only an extension is told that it may read the answer."""
    for name, value in OWN_PAGES.items():
        response.headers[name] = value
    origin = request.headers.get("Origin", "")
    if EXTENSION.fullmatch(origin) and request.path.startswith(READABLE):
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Access-Control-Expose-Headers"] = "Content-Disposition, Retry-After, X-Request-ID"
    response.vary.add("Origin")
    if request.path.startswith(READABLE) or response.status_code >= 400:
        response.headers["Cache-Control"] = "no-store"
    return response
