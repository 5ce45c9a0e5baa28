import json
import tracemalloc

import pytest

from detector import Options, Page, Text
from server.problems import Problem
from server.settings import DEFAULTS
from server.wire import count_structure, dump, parse

HTML = '"html": "<p>One.</p>"'
MANY = ", ".join(['"text"'] * 1_001)
LONE = r'"\ud800"'

# body, code: each is refused with status 400.
MALFORMED = [
    (b"", "bad-json"),
    (b" ", "bad-json"),
    (b"{", "bad-json"),
    (b"}", "bad-json"),
    (b"{}}", "bad-json"),
    (b"{} {}", "bad-json"),
    (b"{'html': 'x'}", "bad-json"),
    (b'{"html": "x",}', "bad-json"),
    (b'{"html" "x"}', "bad-json"),
    (b'{"html": "x"', "bad-json"),
    (b'{"html": "x}', "bad-json"),
    (b'{"html": "x\\"}', "bad-json"),
    (b'{"html": "a\nb"}', "bad-json"),
    (b'{"html": "\\q"}', "bad-json"),
    (b'{"html": "\\u12"}', "bad-json"),
    (b'{"html": "x"} // note', "bad-json"),
    (b"html=x", "bad-json"),
    (b"<p>One.</p>", "bad-json"),
    (b'{"html": NaN}', "bad-json"),
    (b'{"html": Infinity}', "bad-json"),
    (b'{"html": -Infinity}', "bad-json"),
    (b'{"url": nan}', "bad-json"),
    (b"[" * 5_000, "bad-json"),
    (b"[" * 90_000 + b"]" * 5_000, "bad-json"),
    (b'{"html":' * 10_000, "bad-json"),
    (b"[" + b"1," * 60_000 + b"1]", "bad-json"),
    (b'{"include": [' + b'"",' * 60_000 + b'""]}', "bad-json"),
    (b'"' + b'\\"' * 200_000, "bad-json"),
    (b'{"html": "\xff"}', "bad-encoding"),
    (b'{"html": "\xc3"}', "bad-encoding"),
    (b'{"html": "\xed\xa0\x80"}', "bad-encoding"),
    ('{"html": "Größe"}'.encode("latin-1"), "bad-encoding"),
    ('{"html": "x"}'.encode("utf-16"), "bad-encoding"),
    ('{"html": "x"}'.encode("utf-32-le"), "bad-json"),
    (f'{{"html": {LONE}}}', "bad-text"),
    (rf'{{{HTML}, "url": "http://a/\udfff"}}', "bad-text"),
    (f'{{"text": {LONE}, "title": "x"}}', "bad-text"),
    (f'{{"text": "x", "title": {LONE}}}', "bad-text"),
    (f"{{{HTML}, {LONE}: 1}}", "bad-text"),
    (f'{{{HTML}, "options": {{"ignore": [{LONE}]}}}}', "bad-text"),
    (r'{"html": "\udc00\ud800"}', "bad-text"),
    (b"null", "bad-field"),
    (b"true", "bad-field"),
    (b"1", "bad-field"),
    (b"9" * 6_000, "bad-field"),
    (b"1e999", "bad-field"),
    (b'"html"', "bad-field"),
    (b"[]", "bad-field"),
    (b'[{"html": "x"}]', "bad-field"),
    (b'{"html": null}', "bad-field"),
    (b'{"html": 1}', "bad-field"),
    (b'{"html": true}', "bad-field"),
    (b'{"html": ["x"]}', "bad-field"),
    (b'{"html": {"x": 1}}', "bad-field"),
    (b'{"text": null}', "bad-field"),
    (b'{"text": 1.5}', "bad-field"),
    (b'{"text": "x", "title": 7}', "bad-field"),
    (b'{"text": "x", "title": []}', "bad-field"),
    (b'{"text": "x", "title": "' + b"x" * 2_001 + b'"}', "bad-field"),
    (f'{{{HTML}, "url": 1}}', "bad-field"),
    (f'{{{HTML}, "url": ""}}', "bad-field"),
    (f'{{{HTML}, "url": "news.example"}}', "bad-field"),
    (f'{{{HTML}, "url": "javascript:alert(1)"}}', "bad-field"),
    (f'{{{HTML}, "url": "http://"}}', "bad-field"),
    (f'{{{HTML}, "url": "http://[::1"}}', "bad-field"),
    (f'{{{HTML}, "url": "http://a b"}}', "bad-field"),
    (rf'{{{HTML}, "url": "http://a\n"}}', "bad-field"),
    (f'{{{HTML}, "url": "http://{"a" * 8_000}"}}', "bad-field"),
    (f'{{{HTML}, "html": "y"}}', "duplicate-field"),
    (f'{{{HTML}, "options": {{"ignore": ["a"], "ignore": ["b"]}}}}', "duplicate-field"),
    (f'{{{HTML}, "HTML": "x"}}', "unknown-field"),
    (f'{{{HTML}, "lang": "en"}}', "unknown-field"),
    (f'{{{HTML}, "": 1}}', "unknown-field"),
    (f'{{{HTML}, "options": {{"severity": "mild"}}}}', "unknown-field"),
    (b"{}", "missing-input"),
    (b'{"url": "http://a"}', "missing-input"),
    (b'{"title": "x"}', "missing-input"),
    (b'{"options": {}}', "missing-input"),
    (f'{{{HTML}, "text": "x"}}', "two-inputs"),
    (f'{{{HTML}, "title": "x"}}', "two-inputs"),
    (f'{{{HTML}, "include": "text"}}', "bad-include"),
    (f'{{{HTML}, "include": null}}', "bad-include"),
    (f'{{{HTML}, "include": {{"text": true}}}}', "bad-include"),
    (f'{{{HTML}, "include": [1]}}', "bad-include"),
    (f'{{{HTML}, "include": [["text"]]}}', "bad-include"),
    (f'{{{HTML}, "include": ["Text"]}}', "bad-include"),
    (f'{{{HTML}, "include": ["text", "html"]}}', "bad-include"),
    (f'{{{HTML}, "include": [{MANY}]}}', "bad-include"),
    (f'{{{HTML}, "options": null}}', "bad-options"),
    (f'{{{HTML}, "options": []}}', "bad-options"),
    (f'{{{HTML}, "options": "mild"}}', "bad-options"),
    (f'{{{HTML}, "options": {{"min_severity": "loud"}}}}', "bad-options"),
    (f'{{{HTML}, "options": {{"min_severity": 2}}}}', "bad-options"),
    (f'{{{HTML}, "options": {{"min_severity": ["mild"]}}}}', "bad-options"),
    (f'{{{HTML}, "options": {{"rules": {{"a.b": "off"}}}}}}', "unknown-field"),
    (f'{{{HTML}, "options": {{"disable": "a.b"}}}}', "bad-options"),
    (f'{{{HTML}, "options": {{"disable": {{"a.b": "off"}}}}}}', "bad-options"),
    (f'{{{HTML}, "options": {{"disable": [false]}}}}', "bad-options"),
    (f'{{{HTML}, "options": {{"disable": [""]}}}}', "bad-options"),
    (f'{{{HTML}, "options": {{"language": "english"}}}}', "bad-options"),
    (f'{{{HTML}, "options": {{"language": 1}}}}', "bad-options"),
    (rf'{{{HTML}, "options": {{"language": "e\n"}}}}', "bad-options"),
    (f'{{{HTML}, "options": {{"ignore": "word"}}}}', "bad-options"),
    (f'{{{HTML}, "options": {{"ignore": [""]}}}}', "bad-options"),
    (f'{{{HTML}, "options": {{"ignore": [1]}}}}', "bad-options"),
    (f'{{{HTML}, "options": {{"ignore": ["{"x" * 201}"]}}}}', "bad-options"),
]


def read(body: bytes | str):
    return parse(body.encode() if isinstance(body, str) else body, DEFAULTS.max_structure)


@pytest.mark.parametrize(("body", "code"), MALFORMED, ids=range(len(MALFORMED)))
def test_a_malformed_request_is_refused_by_its_code(body, code):
    with pytest.raises(Problem) as raised:
        read(body)
    assert (raised.value.code, raised.value.status) == (code, 400)
    assert len(raised.value.detail) > 10


def test_a_page_is_read_with_all_its_fields():
    asked = read(
        '{"html": "<p>\\ud83d\\ude00 é</p>", "url": "https://news.example/a?b=c",'
        ' "include": ["text", "sentences", "text"],'
        ' "options": {"min_severity": "strong", "disable": ["a.b"], "ignore": ["Straße"],'
        ' "language": "de"}}'
    )
    assert asked.input == Page("<p>😀 é</p>", "https://news.example/a?b=c")
    assert asked.include == ("sentences", "text")
    assert asked.options == Options("strong", disable={"a.b"}, ignore={"strasse"}, language="de")


@pytest.mark.parametrize(
    "body",
    [
        '{"text": "One.", "title": "A title"}',
        '{"text": "One."}',
        '{"text": "", "title": "Only a title"}',
        '{"text": "One.", "title": null, "url": null, "include": [], "options": {}}',
        '{"html": ""}',
        '\ufeff{"html": "after a byte order mark"}',
        ' {"html": "<a href=\\"x\\">\\\\</a>", "url": "file:///home/a.html"} ',
    ],
)
def test_a_good_request_is_read(body):
    given = json.loads(body.lstrip("\ufeff"))
    wanted = {name: given.get(name) for name in ("html", "url")} if "html" in given else None
    held = Page(**wanted) if wanted else Text(*map(given.get, ("text", "title", "url")))
    assert read(body).input == held


def test_a_page_full_of_quotes_and_brackets_is_no_structure():
    html = '<p class="a">{[\\"' * 20_000
    assert read(json.dumps({"html": html})).input.html == html


@pytest.mark.parametrize("body", [b'"' * 8_000_000, b'"a"' * 3_000_000, b'{"html":"' + b"[" * 8_000_000])
def test_whatever_a_body_holds_it_is_looked_at_in_little_memory(body):
    tracemalloc.start()
    try:
        count_structure(body, DEFAULTS.max_structure)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 4_000_000


def test_a_request_equals_another_of_the_same_content():
    assert read('{"text":"a","include":["text","sentences"]}') == read(
        '{"include": ["sentences", "text"], "text": "a"}'
    )


def test_dump_keeps_order_and_letters_and_adds_no_space():
    assert dump({"b": 1, "a": ["é", None]}) == '{"b":1,"a":["é",null]}'.encode()


def test_dump_refuses_what_json_cannot_say():
    with pytest.raises(ValueError, match="not JSON compliant"):
        dump(float("nan"))
