"""What must hold for any bytes at all: of a page, of a request's body, of a whole analysis, of a call of a browser."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import astuple
from io import BytesIO
from unittest.mock import patch

from detector import Analyzer
from detector.article import Article
from detector.errors import InputError
from detector.page import read_page
from detector.selectors.targets import Overlay
from server.install import browsers, native_host, waking
from server.problems import PROBLEMS, Problem
from server.service.auth.pairing_store import Granted, PairingStore
from server.settings import DEFAULTS
from server.wire import parse

ANALYZER = Analyzer(model=None)  # the rules alone: what the model reads it has read before, and it hides what is slow


def _page(data: bytes) -> str | bytes:
    """Every other input as the bytes a server sent; the rest as the characters a browser gives, half pairs included."""
    return data[1:] if data[:1] < b"\x80" else data[1:].decode("utf-8", "surrogatepass" if data[1:2] else "replace")


def page(data: bytes) -> None:
    """A page is read or refused, and every character of the article stands where its block says."""
    try:
        given = _page(data)
    except UnicodeDecodeError:
        return
    try:
        article = read_page(given)
    except InputError:
        return
    check(article)


def check(article: Article) -> None:
    """The blocks are in order, apart, and at their words; what is located is located rightly."""
    stream = article.stream or ""
    article.text.encode()
    end = 0
    for block in article.blocks:
        assert end <= block.span.start < block.span.end <= len(article.text), "blocks overlap"
        end = block.span.end
        at = -1
        for run in block.runs:
            assert run.length > 0, "a run is empty"
            assert block.span.start <= run.text, "a run begins before its block"
            assert run.text + run.length <= block.span.end, "a run ends after its block"
            assert run.stream > at, "the runs do not rise"
            at = run.stream + run.length - 1
            assert at < len(stream), "a run ends after the stream"
            ours = article.text[run.text : run.text + run.length]
            theirs = stream[run.stream : run.stream + run.length]
            assert all(a == b or (a.isspace() and b.isspace()) for a, b in zip(ours, theirs, strict=True)), (
                "wrong words"
            )
        Overlay(article).locate(block.span)


def wire(data: bytes) -> None:
    """A body is a request or a problem that has an answer."""
    try:
        asked = parse(data, 100_000)
    except Problem as problem:
        assert problem.code in PROBLEMS
        problem.to_json("0" * 32).decode()
        return
    for text in astuple(asked.input):
        if isinstance(text, str):
            text.encode()


def whole(data: bytes) -> None:
    """A page goes the whole way: every remark is at its words, and twice gives the same."""
    try:
        given = _page(data)
    except UnicodeDecodeError:
        return
    try:
        answer = ANALYZER.analyze(given).to_dict(("text", "sentences"))
    except InputError:
        return
    text = answer["document"]["text"]
    for finding in answer["findings"]:
        assert text[finding["start"] : finding["end"]] == finding["exact"] != "", "a remark is not at its words"
    for score in answer["scores"].values():
        points = sum(part["points"] for part in score["parts"])
        assert score["value"] is None or round(points) == score["value"], "the parts do not add up"


def host(data: bytes) -> None:
    """What a browser says, after the words that it calls with (up to an empty one), wakes the server or is refused with
    a code that we know; only our extension wakes it, and only who asks is paired. No server is started here."""
    words, _, said = data.partition(b"\0\0")
    arguments = [word.decode("utf-8", "surrogateescape") for word in words.split(b"\0")]
    woken: list[str] = []
    output = BytesIO()
    with patch.object(waking, "wake", lambda settings: bool(woken.append(arguments[0])) or True), admitting() as tokens:
        native_host.send(output, native_host.respond(BytesIO(said), arguments, DEFAULTS))
    told = json.loads(output.getvalue()[4:])
    assert int.from_bytes(output.getvalue()[:4], sys.byteorder) == len(output.getvalue()) - 4, "the length is wrong"
    if "error" in told:
        assert told.keys() == {"error"} and told["error"] in native_host.CODES and not tokens, told
        return
    ours = arguments[0].rstrip("/") in browsers.ORIGINS or arguments[1:] == list(browsers.FIREFOX_IDS)
    assert ours and woken, "somebody else woke the server"
    assert ("token" in told) == bool(tokens), "a token was given that nobody asked for"


@contextmanager
def admitting() -> Iterator[list[str]]:
    """The store of pairings takes everybody in and writes nothing; the origins that it took in."""
    taken: list[str] = []

    def admit(store: PairingStore, name: str, origin: str) -> Granted:
        taken.append(origin)
        return Granted("x", "x" * 43)

    with patch.object(PairingStore, "admit", admit):
        yield taken


TARGETS: Mapping[str, Callable[[bytes], None]] = {target.__name__: target for target in (page, wire, whole, host)}
