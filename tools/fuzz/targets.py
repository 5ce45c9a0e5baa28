"""What must hold for any bytes at all: of a page, of a request's body, of a page that goes the whole way."""

from collections.abc import Callable, Mapping
from dataclasses import astuple

from detector import Analyzer
from detector.article import Article
from detector.errors import InputError
from detector.page import read_page
from detector.selectors.targets import Overlay
from server.problems import PROBLEMS, Problem
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
    for text in astuple(asked.given):
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


TARGETS: Mapping[str, Callable[[bytes], None]] = {target.__name__: target for target in (page, wire, whole)}
