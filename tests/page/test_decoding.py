"""Bytes and characters in, one well-formed string out."""

import pytest

from detector.errors import EmptyInput, NotHtml
from detector.page.decoding import decode

TEXT = "<p>Größe, naïve café – “so it is”, said the mayor.</p>"
RUSSIAN = "<p>Городской совет решил отремонтировать старый мост до зимы. Работы начнутся в мае.</p>" * 3


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8"])
def test_unicode_encodings_are_read_with_and_without_mark(codec):
    assert decode(TEXT.encode(codec)) == TEXT


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ("<meta charset=iso-8859-1>", "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252"),
        ('<?xml version="1.0" encoding="windows-1252"?>', "cp1252"),
    ],
)
def test_declared_encodings_are_read(head, codec):
    page = head + TEXT
    assert decode(page.encode(codec)) == page


def test_japanese_declared_as_seven_bit_is_read():
    page = "<meta charset=iso-2022-jp><p>市議会は橋を直す</p>"
    assert decode(page.encode("iso2022_jp")) == page


@pytest.mark.parametrize("declared", ["iso-8859-1", "utf-16", "base64", "no-such-thing", "shift_jis"])
def test_valid_utf8_wins_over_a_false_declaration(declared):
    page = f"<meta charset={declared}>{TEXT}"
    assert decode(page.encode()) == page


@pytest.mark.parametrize("codec", ["cp1251", "koi8-r"])
def test_undeclared_encodings_are_detected(codec):
    assert "отремонтировать старый мост" in decode(RUSSIAN.encode(codec))


def test_a_false_declaration_of_utf8_is_survived():
    assert "café" in decode(("<meta charset=utf-8>" + "<p>A café near the old bridge.</p>" * 5).encode("cp1252"))


def test_one_broken_byte_does_not_change_the_encoding():
    assert "Größe" in decode(TEXT.encode() * 20 + b"\xff" + TEXT.encode())


def test_characters_are_never_read_again():
    page = "<meta charset=windows-1252>" + TEXT
    assert decode(page) == page


def test_byte_order_mark_of_a_string_is_dropped():
    assert decode("\ufeff" + TEXT) == TEXT


def test_surrogates_are_joined_or_replaced():
    assert decode("<p>\ud83d\ude00 \ud800 \udc00</p>") == "<p>\U0001f600 \ufffd \ufffd</p>"


@pytest.mark.parametrize(
    "data", [b"%PDF-1.4 x", b"\x89PNG\r\n", b"PK\x03\x04x", b"\x1f\x8b\x08x", b"\0\0\0\x20ftypmp42"]
)
def test_files_of_other_kinds_are_named_in_the_refusal(data):
    with pytest.raises(NotHtml, match="not a web page"):
        decode(data + bytes(100))


def test_files_read_as_characters_are_refused_too():
    with pytest.raises(NotHtml):
        decode("%PDF-1.4 1 0 obj")


def test_control_characters_mean_binary_data():
    with pytest.raises(NotHtml, match="binary"):
        decode(bytes(range(32)) * 50)


@pytest.mark.parametrize("data", ["", b"", "  \n\t ", b"\xef\xbb\xbf", b" \r\n"])
def test_nothing_is_refused_as_empty(data):
    with pytest.raises(EmptyInput):
        decode(data)
