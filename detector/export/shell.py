"""The file around an annotated copy or a report page: style, sign, and a policy that lets no request out."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from detector.export.markup import Markup, element

POLICY = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; "
    "base-uri 'none'; form-action 'none'"
)


def logo() -> Markup:
    """Undertone's sign."""
    line = {"fill": "none", "stroke-width": "2", "stroke-linecap": "round"}
    wave = "M2 17c2-2 3-2 5 0s3 2 5 0 3-2 6 0"
    return element(
        "svg",
        {"viewBox": "0 0 20 20", "aria-hidden": "true", "class": "logo"},
        element("path", {"d": "M4 3v5a6 6 0 0 0 12 0V3", "stroke": "currentColor", **line}),
        element("path", {"d": wave, "stroke": "var(--language)", **line}),
    )


@cache
def _look(name: str) -> str:
    return files("detector").joinpath("export", "look", name).read_text(encoding="utf-8")


def document(title: str, content: list[Markup], sheet: str, script: str | None = None) -> str:
    """A whole file: no request can leave it, and no script runs but the one named here."""
    code = _look(script) if script else ""
    digest = b64encode(sha256(code.encode()).digest()).decode()
    policy = POLICY.format(digest=digest) if script else POLICY.replace(" script-src 'sha256-{digest}';", "")
    head = [
        element("meta", {"charset": "utf-8"}),
        element("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
        element("meta", {"http-equiv": "x-dns-prefetch-control", "content": "off"}),
        element("meta", {"name": "referrer", "content": "no-referrer"}),
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("meta", {"name": "color-scheme", "content": "light dark"}),
        element("title", {}, title),
        element("link", {"rel": "icon", "href": "data:,"}),
        element("style", {}, Markup(_look("shared.css") + _look(f"{sheet}.css"))),
    ]
    body = element("body", {"class": sheet}, content, element("script", {}, Markup(code)) if script else None)
    return f"<!doctype html>\n{element('html', {'lang': 'en'}, element('head', {}, head), body)}\n"
