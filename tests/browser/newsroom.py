"""A small news site to be read, and a stand-in for the server that answers about it in the contract's form."""

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask, Response, request
from selectolax.lexbor import LexborHTMLParser
from werkzeug.serving import make_server

HERE = Path(__file__).parent
SKIPPED = frozenset(
    "script style noscript template textarea iframe select option svg math object video audio canvas button "
    "title".split()
)
PAGES: Mapping[str, str] = {path.stem: path.read_text(encoding="utf-8") for path in (HERE / "pages").glob("*.html")}
STRICT = "default-src 'none'; style-src 'self'; require-trusted-types-for 'script'"

# words on the page, which occurrence, dimension, rule, severity, voice, points, plainer wording
REMARKS = (
    ("RIVER OF SHAME:", 0, "headline", "headline.loaded-kicker", "strong", "author", 40.0, None),
    ("caves", 0, "headline", "headline.loaded-verb", "notable", "author", 32.0, "agrees"),
    ("bitterly", 0, "language", "language.editorial-adverb", "notable", "author", 9.0, "residents opposed it for years"),
    ("utter disgrace", 0, "language", "language.loaded-phrase", "notable", "source:s1", 0.0, None),
    ("Critics say", 0, "sourcing", "sourcing.vague-attribution", "notable", "author", -6.0, None),
    ("so-called", 1, "language", "language.scare-word", "mild", "author", 5.0, "consultation"),
)


def stream_of(html: str) -> str:
    """The page's text stream, as the contract defines it."""
    parts: list[str] = []
    body = LexborHTMLParser(html).body
    waiting = [body] if body is not None else []
    while waiting:
        node = waiting.pop()
        if node.is_text_node:
            parts.append(node.text_content or "")
        elif node.tag not in SKIPPED:
            children = []
            child = node.child
            while child is not None:
                children.append(child)
                child = child.next
            waiting.extend(reversed(children))
    return "".join(parts)


def remark(number: int, stream: str, row: tuple[Any, ...]) -> dict[str, Any]:
    """One finding about the given words, with its target in `stream`; with no target where they do not stand there."""
    words, occurrence, dimension, rule, severity, voice, points, suggestion = row
    start = -1
    for _ in range(occurrence + 1):
        start = stream.find(words, start + 1)
    end = start + len(words)
    selectors = [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": words,
            "prefix": stream[max(0, start - 32) : start],
            "suffix": stream[end : end + 32],
        },
    ]
    return {
        "id": f"f{number}",
        "dimension": dimension,
        "rule": rule,
        "technique": None,
        "severity": severity,
        "confidence": 0.86,
        "voice": voice,
        "counts": voice == "author",
        "points": points,
        "start": max(start, 0),
        "end": max(end, 0),
        "exact": words,
        "message": f"Why “{words}” is worth a look.",
        "reason": "It tells the reader how to feel; no source is given for it.",
        "suggestion": suggestion,
        "evidence": {},
        "docs": f"/v1/rules/{rule}",
        "target": {"selector": selectors} if start >= 0 else None,
    }


def answer_about(html: str) -> dict[str, Any]:
    """An answer in the contract's form about a page of this site."""
    stream = stream_of(html)
    parts = json.loads((HERE / "pages" / "answer.json").read_text(encoding="utf-8"))
    if "shop.test" in html:
        return parts | json.loads((HERE / "pages" / "not-an-article.json").read_text(encoding="utf-8"))
    extra = [tuple(row) for row in parts.pop("extra")] if "KEEP OUT" in stream else []
    rows = [*REMARKS, *extra]
    parts["findings"] = [remark(index, stream, row) for index, row in enumerate(rows, 1)]
    return parts


def site() -> Flask:
    """The news site: `/story` and its variants, each a file of `pages/`."""
    app = Flask("news")

    @app.get("/<name>")
    def page(name: str) -> Response:
        html = PAGES.get(name.removeprefix("strict-"))
        if html is None:
            return Response(status=404)
        response = Response(html, content_type="text/html; charset=utf-8")
        if name.startswith("strict-"):
            response.headers["Content-Security-Policy"] = STRICT
        return response

    return app


def stand_in() -> Flask:
    """A server that answers about the pages of the site; the requests it got are in `app.config["SEEN"]`."""
    app = Flask("stand-in")
    app.config.update(SEEN=[], PROBLEM=None)

    @app.post("/v1/analyze")
    def analyze() -> Response:
        app.config["SEEN"].append({"origin": request.headers.get("Origin"), **request.get_json()})
        if app.config["PROBLEM"]:
            status, body = app.config["PROBLEM"]
            return Response(json.dumps(body), status, content_type="application/problem+json")
        return Response(json.dumps(answer_about(request.get_json()["html"])), content_type="application/json")

    return app


@contextmanager
def serving(app: Flask) -> Iterator[int]:
    """Serves an app on loopback for as long as the block lasts; gives its port."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
