"""Fetches one page for the command line, politely; the service never comes here.

Politely: an honest name, robots.txt obeyed (RFC 9309), one request a page, limits of time and size, no address of this
computer or its network behind a redirect.
"""

import time
from codecs import lookup
from contextlib import suppress
from dataclasses import dataclass, replace
from gettext import gettext as _
from urllib.parse import unquote, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from server.cli.requesting import KINDS, PRODUCT, Answer, FetchError, Target, get, parse
from server.settings import FETCHING

REDIRECTS = (301, 302, 303, 307, 308)
RULES = ("user-agent", "allow", "disallow")  # of robots.txt; what other lines say is not for us


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: text where the server declared its encoding, else bytes; `url` after redirects."""

    url: str
    content: str | bytes


def fetch(url: str, *, max_bytes: int) -> Fetched:
    """Fetch a page. Raises `FetchError` for whatever keeps it from being read, robots.txt included."""
    deadline = time.monotonic() + FETCHING.whole_seconds
    may_be_local = True  # what the user typed; never where a redirect leads
    for _hop in range(FETCHING.redirects + 1):
        target = parse(url)
        _ask_robots(target, deadline, may_be_local=may_be_local)
        answer = get(target, max_bytes, deadline, may_be_local=may_be_local)
        if answer.status not in REDIRECTS:
            return Fetched(url, _content(answer))
        url, may_be_local = _follow(url, answer), False
    raise FetchError(_("It redirects more than {count} times.").format(count=FETCHING.redirects))


def _follow(url: str, answer: Answer) -> str:
    """Where a redirect leads. Headers are read as ISO 8859-1, but servers write addresses in UTF-8."""
    target = answer.headers.get("Location")
    if not target:
        raise FetchError(_("It redirects (status {status}) to nowhere.").format(status=answer.status))
    with suppress(UnicodeError):
        target = target.encode("iso-8859-1").decode("utf-8")
    try:
        return urljoin(url, target)
    except ValueError:
        raise FetchError(_("It redirects to what is no valid address.")) from None


def _ask_robots(target: Target, deadline: float, *, may_be_local: bool) -> None:
    """Raise `FetchError` where robots.txt forbids the page, or cannot be had for a fault of the server (RFC 9309)."""
    asked = replace(target, path="/robots.txt")
    answer = get(asked, FETCHING.robots_bytes, deadline, may_be_local=may_be_local, cut=True)
    if answer.status >= 500:
        message = _("Its robots.txt cannot be read (status {status}), so the page is left alone.")
        raise FetchError(message.format(status=answer.status))
    if answer.status != 200:
        return
    robots = RobotFileParser()
    robots.parse(filter(_is_readable, answer.body.decode("utf-8", "replace").splitlines()))
    if not robots.can_fetch(PRODUCT, f"{target.scheme}://host{target.path}"):
        raise FetchError(
            _("The site's robots.txt asks programs to leave this page alone. Save it in a browser instead.")
        )


def _is_readable(line: str) -> bool:
    """Whether a line of robots.txt can be parsed; the others still count (RFC 9309, 2.3.1.5)."""
    name, colon, value = line.partition("#")[0].partition(":")
    if colon and name.strip().lower() not in RULES:
        return False
    try:
        urlsplit(unquote(value.strip()))
    except ValueError:
        return False
    return True


def _content(answer: Answer) -> str | bytes:
    """The page's text or bytes. Raises `FetchError` for an answer that is no page."""
    if answer.status != 200:
        message = _("The server answers with status {status}.").format(status=answer.status)
        raise FetchError(" ".join([message, _("Try again later.")] if answer.status in (429, 503) else [message]))
    kind = answer.headers.get_content_type()
    if kind not in KINDS:
        raise FetchError(_("It is {kind}, not a web page.").format(kind=kind))
    charset = answer.headers.get_content_charset()
    try:
        return answer.body.decode(lookup(charset).name, "replace") if charset else answer.body
    except (LookupError, ValueError):  # unknown, or no encoding of text
        return answer.body
