"""Hostile and broken pages that once hung, crashed or fooled some HTML parser; every door must survive them."""

from collections.abc import Callable, Iterator

Page = str | bytes
MILLION = 1_000_000
PARAGRAPH = "<p>The council met on Tuesday and agreed to repair the old bridge before the winter.</p>"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def cases() -> Iterator[tuple[str, Page]]:
    """Give every case as (name, page); the largest page is 10 MB, so take them one at a time."""
    for group in (BROKEN, LARGE, DEEP, WIDE, SCRIPTED, ENCODED):
        for name, make in group.items():
            yield name, make()


def page(body: str, head: str = "") -> str:
    """A page with an ordinary article and `body` after it."""
    story = "".join(PARAGRAPH.replace("Tuesday", day) for day in DAYS)
    article = f"<article><h1>Old bridge to be repaired</h1>{story}</article>"
    title = "<title>Old bridge to be repaired</title>"
    return f"<!doctype html><html><head>{title}{head}</head><body>{article}{body}</body></html>"


def _paragraphs(count: int) -> str:
    """As many paragraphs, no two of them alike."""
    return "".join(
        f"<p>On day {number} {' '.join(f'word{number * 31 + step}' for step in range(12))} were said.</p>"
        for number in range(count)
    )


def _reopened() -> str:
    """Unclosed formatting elements that a browser opens again in each of many paragraphs."""
    fonts = "".join(f"<font size={number}>" for number in range(200))
    return page(f"<p>{fonts}</p>" + "<p>x</p>" * 20_000)


def _hidden_attributes(count: int) -> str:
    """Attributes whose quoted values look like the end of the tag."""
    return page("<div " + " ".join(f'a{number}="<x>"' for number in range(count)) + ">x</div>")


def _json_ld(content: str) -> str:
    return page("", f'<script type="application/ld+json">{content}</script>')


BROKEN: dict[str, Callable[[], Page]] = {
    "empty": lambda: "",
    "empty bytes": lambda: b"",
    "whitespace": lambda: " \r\n\t\n ",
    "plain text": lambda: "The council met on Tuesday. It agreed to repair the bridge.",
    "random bytes": lambda: bytes((number * 7919 + number // 3) % 256 for number in range(100_000)),
    "image": lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 200,
    "pdf": lambda: b"%PDF-1.7\n" + b"1 0 obj << /Type /Catalog >> endobj\n" * 500,
    "zip": lambda: b"PK\x03\x04" + bytes(range(256)) * 100,
    "null characters": lambda: page("<p>The may\0or sa\0id nothing.</p>\0"),
    "truncated": lambda: page("")[:400] + "<p>The mayor <b class='x",
    "truncated comment": lambda: page("<!-- the end is missing"),
    "frameset": lambda: "<frameset><frame src=a><frame src=b></frameset>",
    "only tags": lambda: "<div><span></span></div>" * 100,
    "unfinished tags": lambda: "<" * 10_000 + "a",
}

LARGE: dict[str, Callable[[], Page]] = {
    "10 MB of paragraphs": lambda: page(PARAGRAPH * (10 * MILLION // len(PARAGRAPH))),
    "7 MB of paragraphs": lambda: page(PARAGRAPH * (7 * MILLION // len(PARAGRAPH))),
    "10 MB in one text": lambda: page("<p>" + "word " * (2 * MILLION) + "</p>"),
    "2 MB in one text": lambda: page("<p>" + "word " * 400_000 + "</p>"),
    "0.9 MB of one letter": lambda: page("<p>" + "a" * (9 * MILLION // 10) + "</p>"),
    "10 MB of less-than": lambda: "<" * (10 * MILLION),
    "7 MB of less-than": lambda: page("<" * (7 * MILLION)),
    "5 MB of open tags": lambda: "<a" * (5 * MILLION // 2),
    "10 MB of script": lambda: page("<script>" + "var x = '<p>';" * (10 * MILLION // 14) + "</script>"),
    "7 MB of script": lambda: page("<script>" + "var x = '<p>';" * (7 * MILLION // 14) + "</script>"),
    "3,000 different paragraphs": lambda: page(_paragraphs(3_000)),
    "an article of 2,000 paragraphs": lambda: f"<main>{_paragraphs(2_000)}</main>",
    "an article of 7,000 paragraphs": lambda: f"<main>{_paragraphs(7_000)}</main>",
    "2 MB of entities": lambda: page("<p>" + "&amp;&nbsp;&#8217;" * (2 * MILLION // 18) + "</p>"),
    "0.9 MB of digits": lambda: page("<p>" + "1234567890" * 90_000 + "</p>"),
    "2 MB of spaces": lambda: page("<p>a" + " \n\t" * 700_000 + "b</p>"),
    "0.9 MB of soft hyphens": lambda: page("<p>a" + "\u00ad" * (9 * MILLION // 10) + "b</p>"),
    "same paragraph 19,000 times": lambda: page("<p>The same words, again and again, forever.</p>" * 19_000),
    "same word 19,000 times": lambda: page("<p>again</p>" * 19_000),
}

DEEP: dict[str, Callable[[], Page]] = {
    "100,000 nested div": lambda: page("<div>" * 100_000 + "x"),
    "10,000 nested div": lambda: page("<div>" * 10_000 + "x"),
    "1,000 nested div": lambda: page("<div>" * 1_000 + PARAGRAPH + "</div>" * 1_000),
    "240 nested div": lambda: page("<div>" * 240 + PARAGRAPH + "</div>" * 240),
    "18,000 paragraphs 240 deep": lambda: page("<div>" * 230 + "<p>A few words of text.</p>" * 18_000),
    "100,000 nested b": lambda: page("<b>" * 100_000 + "x"),
    "100,000 nested span": lambda: page("<span>" * 100_000 + "x"),
    "50,000 nested font": lambda: page("".join(f"<font size={number}>" for number in range(50_000)) + "x"),
    "20,000 nested table": lambda: page("<table><tr><td>" * 20_000 + "x"),
    "200 nested table": lambda: page("<table><tr><td>" * 200 + "x"),
    "20,000 nested list": lambda: page("<ul><li>" * 20_000 + "x"),
    "formatting opened again": _reopened,
    "deep in an attribute": lambda: page("<p title='" + "<div>" * 50_000 + "'>x</p>"),
}

WIDE: dict[str, Callable[[], Page]] = {
    "100,000 unclosed p": lambda: page("<p>some words" * 100_000),
    "50,000 unclosed a": lambda: page("<a href=x>some words" * 50_000),
    "20,000 misnested": lambda: page("<b><p>some words</b></p>" * 20_000),
    "7,000 misnested": lambda: page("<i><b><p>some words</i></b>" * 7_000),
    "300,000 siblings": lambda: page("<p>x</p>" * 300_000),
    "19,000 siblings": lambda: page("<p>x</p>" * 19_000),
    "19,000 links": lambda: page("<a href=/x>some words of a link</a> " * 19_000),
    "200,000 br": lambda: page("some words<br>" * 200_000),
    "38,000 br": lambda: page("some words<br>" * 38_000),
    "19,000 double br": lambda: page("some words<br><br>" * 19_000),
    "50,000 meta": lambda: page("", "<meta name=author content='Ada Berg'>" * 50_000),
    "100,000 attributes": lambda: page("<div " + " ".join(f"a{number}=1" for number in range(100_000)) + ">x</div>"),
    "100,000 quoted attributes": lambda: _hidden_attributes(100_000),
    "1,900 attributes in 300 tags": lambda: page(
        ("<div " + " ".join(f"a{number}" for number in range(1_900)) + ">x</div>") * 300
    ),
    "one huge attribute": lambda: page("<div data-x='" + '{"a": "b c = d"} ' * 200_000 + "'>x</div>"),
    "30,000 comments": lambda: page("<!-- x -->" * 15_000 + "<!-- <p> " * 30_000),
    "table of 12,000 cells": lambda: page("<table>" + "<tr><td>a</td><td>some words</td></tr>" * 6_000 + "</table>"),
}

SCRIPTED: dict[str, Callable[[], Page]] = {
    "JSON-LD 20,000 lists deep": lambda: _json_ld("[" * 20_000 + "]" * 20_000),
    "JSON-LD 100,000 objects deep": lambda: _json_ld('{"a":' * 100_000 + "1" + "}" * 100_000),
    "JSON-LD 900 objects deep": lambda: _json_ld('{"author":' * 900 + '"x"' + "}" * 900),
    "JSON-LD of 100,000 objects": lambda: _json_ld("[" + ",".join(['{"@type":"Article"}'] * 100_000) + "]"),
    "JSON-LD of odd types": lambda: _json_ld('{"@type":["NewsArticle",7,null],"headline":{"x":[[]]},"author":[1,[2]]}'),
    "JSON-LD broken": lambda: _json_ld('{"@type":"NewsArticle","headline":"x" "y",,}'),
    "entity bomb": lambda: (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">' for n in range(1, 10))
        + "]><html><body><p>&a9;</p></body></html>"
    ),
    "external entity": lambda: (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><html><body><p>&e;</p></body></html>'
    ),
    "script in everything": lambda: page(
        "<script>alert(1)</script><img src=x onerror=alert(1)><svg><script>alert(1)</script></svg>"
        "<a href='javascript:alert(1)'>a</a><title><script>x</script></title>"
    ),
    "long author": lambda: page("", "<meta name=author content='" + "Ada Berg, " * 50_000 + "'>"),
    "long title": lambda: "<title>" + "word | " * 50_000 + "</title>" + page("<h1>" + "word " * 20_000 + "</h1>"),
    "1,000 headlines": lambda: page("<h1>Old bridge to be repaired soon</h1>" * 1_000),
    "JSON-LD with spaces after its comment": lambda: _json_ld("{}-->" + " " * 400_000 + "x"),
    "1 MB class": lambda: page(f"<div class='{'1' * MILLION} {'a-' * 100_000}'>{PARAGRAPH}</div>"),
    "1 MB style": lambda: page(f"<div style='{'display' + ' ' * MILLION}'>{PARAGRAPH}</div>"),
    "capitals and colons": lambda: page("<h1>" + "A:" * 5_000 + "</h1>"),
}

ENCODED: dict[str, Callable[[], Page]] = {
    "UTF-16 with mark": lambda: page("<p>Größe</p>").encode("utf-16"),
    "UTF-16 without mark": lambda: page("<p>Größe</p>").encode("utf-16-le"),
    "lone surrogates": lambda: page("<p>broken \ud800 half \udc00 pair \ud83d\ude00</p>"),
    "false declaration": lambda: page("<p>Größe</p>", "<meta charset=iso-8859-1>").encode(),
    "declared nonsense": lambda: page("<p>Größe</p>", "<meta charset=base64>").encode("cp1252"),
    "mixed encodings": lambda: page("<p>Größe</p>").encode() + "<p>Größe</p>".encode("cp1252"),
    "only high bytes": lambda: bytes(range(128, 256)) * 5_000,
    "astral characters": lambda: page("<p>" + "\U0001f600 words " * 50_000 + "</p>"),
}
