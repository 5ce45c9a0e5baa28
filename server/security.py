"""Who may ask: rules on `Host`, `Origin` and `Sec-Fetch-*` that keep web pages away from a server on loopback.

A caller that is no browser (no `Origin`) needs nothing; a browser extension may ask; a web page may not. `judge` alone
decides; pairing with tokens will stand there.
"""

import re
from collections.abc import Mapping

from flask import Request, Response

from server.failures import Problem

LOOPBACK = ("127.0.0.1", "localhost", "::1")
HOST = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?", re.ASCII | re.IGNORECASE)
EXTENSION = re.compile(r"chrome-extension://[a-p]{32}|moz-extension://[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
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


def check_bind(host: str) -> None:
    """Raise `ValueError` for an address other than loopback, until callers from elsewhere can show a token."""
    if host not in LOOPBACK:
        raise ValueError(
            f"Undertone listens on {', '.join(LOOPBACK)} only, not on {host}: from elsewhere every request would need "
            "a token, and tokens do not exist yet. To reach it from another machine, forward the port over ssh."
        )


def judge(host: str, origin: str | None, site: str | None, *, visit: bool) -> str | None:
    """The code of the problem with a caller, or `None` where it may ask.

    `host`, `origin`, `site` are the headers Host, Origin and Sec-Fetch-Site; `visit` is true where a browser opens one
    of our own pages as a document, which any link may do.
    """
    if not HOST.fullmatch(host):
        return "forbidden-host"  # another name that leads here: DNS rebinding
    if origin is not None:
        own = origin.lower() == f"http://{host.lower()}"
        return None if own or EXTENSION.fullmatch(origin) else "forbidden-origin"
    return None if site in (None, "none", "same-origin") or visit else "forbidden-origin"


DETAILS: Mapping[str, str] = {
    "forbidden-host": "Ask for http://127.0.0.1, http://localhost or http://[::1]; other names are refused.",
    "forbidden-origin": "Web pages may not ask this server. Use Undertone's extension, its own page at /, or curl.",
}


def check(request: Request) -> None:
    """Raise the `Problem` with this request's caller, if there is one."""
    headers = request.headers
    visit = (
        request.method in ("GET", "HEAD")
        and not request.path.startswith("/v1/")
        and (headers.get("Sec-Fetch-Mode"), headers.get("Sec-Fetch-Dest")) == ("navigate", "document")
    )
    code = judge(headers.get("Host", ""), headers.get("Origin"), headers.get("Sec-Fetch-Site"), visit=visit)
    if code:
        raise Problem(code, DETAILS[code])


def is_preflight(request: Request) -> bool:
    """Whether an extension asks if it may ask (CORS)."""
    return request.method == "OPTIONS" and "Origin" in request.headers


def allow_preflight(request: Request) -> Response:
    """The answer to a preflight that passed `check`."""
    response = Response(status=204)
    response.headers["Access-Control-Allow-Methods"] = "GET, POST"
    response.headers["Access-Control-Allow-Headers"] = "Content-Type"
    response.headers["Access-Control-Max-Age"] = "600"
    if request.headers.get("Access-Control-Request-Private-Network") == "true":
        response.headers["Access-Control-Allow-Private-Network"] = "true"
    return response


def guard(request: Request, response: Response) -> Response:
    """Add the headers that every answer carries; only an extension is told that it may read the answer."""
    for name, value in OWN_PAGES.items():
        response.headers[name] = value
    origin = request.headers.get("Origin", "")
    if EXTENSION.fullmatch(origin):
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Access-Control-Expose-Headers"] = "Retry-After, X-Request-ID"
    response.vary.add("Origin")
    if request.path.startswith(("/v1/", "/healthz", "/readyz")) or response.status_code >= 400:
        response.headers["Cache-Control"] = "no-store"
    return response
