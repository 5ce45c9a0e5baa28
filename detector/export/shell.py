"""The file around an annotated copy or a report page: style, sign, and a policy that lets no request out."""

import json
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from detector.export.markup import Markup, element
from detector.export.texts import ReportTexts

STYLED = ("show-words", "hide-words", "picture")  # of the words that style sheets show
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


def _words(texts: ReportTexts) -> str:
    """What style sheets say, as custom properties; JSON's strings are those of CSS but for what HTML would end at."""
    said = {name: json.dumps(texts.copy(name), ensure_ascii=False).replace("<", "\\3c ") for name in STYLED}
    return f":root {{ {' '.join(f'--{name}: {words};' for name, words in said.items())} }}\n"


def _said(texts: ReportTexts) -> dict[str, str]:
    """What the script of a copy says, by the name under which it stands in the page's `data-…`."""
    return {"remark": texts.copy("remark"), "close": texts.panel("close-card")}


def document(title: str, content: list[Markup], sheet: str, texts: ReportTexts, script: str | None = None) -> str:
    """A whole file in the language of `texts`: no request can leave it, and no script runs but the one named here."""
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
        element("style", {}, Markup(_words(texts) + _look("shared.css") + _look(f"{sheet}.css"))),
    ]
    spoken = {f"data-{name}": said for name, said in _said(texts).items()} if script else {}
    body = element("body", {"class": sheet, **spoken}, content, element("script", {}, Markup(code)) if script else None)
    return f"<!doctype html>\n{element('html', {'lang': texts.code}, element('head', {}, head), body)}\n"
