import gzip
import zlib
from dataclasses import replace

import pytest

from server.batch.faults import BadRow
from server.batch.inputs import http_messages
from tests.server.batch.makers import chunked, html, packed

PAGE = html("Bridge to be repaired")


def deflated(body: bytes, window: int) -> bytes:
    packer = zlib.compressobj(wbits=window)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (PAGE, {}),
        (PAGE, {"content-length": str(len(PAGE))}),
        (chunked(PAGE), {"transfer-encoding": "chunked"}),
        (chunked(PAGE).replace(b"\r\n", b";name=value\r\n", 1), {"transfer-encoding": "Chunked"}),
        (packed(PAGE), {"content-encoding": "gzip"}),
        (packed(PAGE), {"content-encoding": "x-gzip", "content-length": str(len(packed(PAGE)))}),
        (chunked(packed(PAGE)), {"content-encoding": "gzip", "transfer-encoding": "chunked"}),
        (deflated(PAGE, 15), {"content-encoding": "deflate"}),
        (deflated(PAGE, -15), {"content-encoding": "deflate"}),
        (gzip.compress(packed(PAGE)), {"content-encoding": "gzip, gzip"}),
        # stored unpacked under the old headers, as many crawlers do
        (PAGE, {"content-encoding": "gzip", "transfer-encoding": "chunked"}),
        (PAGE, {"content-encoding": "br"}),
    ],
)
def test_a_whole_body_gives_its_page(body, headers):
    assert http_messages.decode(body, headers) == PAGE


@pytest.mark.parametrize(
    ("body", "headers", "code"),
    [
        (PAGE[:-1], {"content-length": str(len(PAGE))}, "truncated"),
        (PAGE, {"content-length": "9" * 5_000}, "truncated"),
        (chunked(PAGE)[:-5], {"transfer-encoding": "chunked"}, "truncated"),
        (chunked(PAGE)[:-50], {"transfer-encoding": "chunked"}, "truncated"),
        (packed(PAGE)[:-1], {"content-encoding": "gzip"}, "truncated"),
        (packed(PAGE)[:20] + b"\xff" * 40, {"content-encoding": "gzip"}, "bad-encoding"),
        (b"\xff\xff\xff", {"content-encoding": "deflate"}, "bad-encoding"),
        (b"\x0b\x05\x80", {"content-encoding": "br"}, "bad-encoding"),
    ],
)
def test_a_body_that_is_cut_off_or_unreadable_is_refused(body, headers, code):
    with pytest.raises(BadRow) as raised:
        http_messages.decode(body, headers)
    assert raised.value.code == code


def test_what_unpacks_to_too_much_is_refused_before_it_does(monkeypatch):
    monkeypatch.setattr(http_messages, "BATCH", replace(http_messages.BATCH, page_bytes=10_000))
    with pytest.raises(BadRow) as raised:
        http_messages.decode(packed(bytes(10**7)), {"content-encoding": "gzip"})
    assert raised.value.code == "page-too-large"


@pytest.mark.parametrize(
    ("body", "content_type", "expected"),
    [
        ("café".encode(), "text/html; charset=iso-8859-1", "café".encode()),
        (b"caf\xe9", "text/html; charset=iso-8859-1", "café"),
        (b"\x93quoted\x94", "text/html;charset='latin1'", "“quoted”"),
        ("Привет".encode("koi8-r"), "text/html; charset=KOI8-R", "Привет"),
        (b"caf\xe9", "text/html", b"caf\xe9"),
        (b"caf\xe9", "text/html; charset=no-such", b"caf\xe9"),
        (b"caf\xe9", "text/html; charset=base64", b"caf\xe9"),
    ],
)
def test_the_header_s_encoding_counts_where_the_bytes_are_no_utf_8(body, content_type, expected):
    assert http_messages.decode(body, {"content-type": content_type}) == expected


def test_the_media_type_stands_without_parameters():
    assert http_messages.media_type("Text/HTML; charset=utf-8") == "text/html"
    assert http_messages.media_type(None) == ""
