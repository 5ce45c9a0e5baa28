"""What a page arrives as, bytes or characters, made into one well-formed string."""

import codecs
import re

from charset_normalizer import from_bytes

from detector.errors import EmptyInput, NotHtml
from detector.settings import SETTINGS

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "an image"),
    (b"GIF8", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"RIFF", "a media file"),
    (b"OggS", "a media file"),
    (b"ID3", "a media file"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
    (b"Rar!", "an archive"),
    (b"\x28\xb5\x2f\xfd", "an archive"),
    (b"\x7fELF", "a program"),
    (b"wOF", "a font"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The labels that the Encoding Standard (whatwg.org) reads as a wider encoding than their name says.
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
_DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,400}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_REPLACED = "\N{REPLACEMENT CHARACTER}"


def decode(page: str | bytes) -> str:
    """Give the page as characters, without a byte-order mark and without lone surrogates (each becomes U+FFFD).

    A `str` keeps its characters whatever it declares. Bytes are read by byte-order mark, then as UTF-8 where they
    are valid UTF-8, then by declaration, then by detection. Raises `EmptyInput` and `NotHtml`.
    """
    if isinstance(page, bytes):
        _refuse_magic(page[:16])
        text = _characters(page)
    else:
        text = page
    if text.startswith("%PDF-"):
        raise NotHtml("This is a PDF, not a web page. Send the page's HTML, or paste the article's text.")
    text = well_formed(text.removeprefix("\ufeff"))
    if not text.strip():
        raise EmptyInput("There is nothing to read. Send the page's HTML, or the article's text.")
    sample = text[: SETTINGS.page.prescan]
    if len(_CONTROLS.findall(sample)) > max(SETTINGS.page.controls, SETTINGS.page.control_share * len(sample)):
        raise NotHtml("This is no text but binary data. Send the page's HTML as a browser shows it.")
    return text


def _refuse_magic(head: bytes) -> None:
    for magic, name in _MAGIC:
        if head.startswith(magic):
            raise NotHtml(f"This is {name}, not a web page. Send the page's HTML, or paste the article's text.")
    if head[4:8] == b"ftyp":
        raise NotHtml("This is a media file, not a web page. Send the page's HTML, or paste the article's text.")


def well_formed(text: str) -> str:
    """Join surrogate pairs and replace each lone surrogate, which no encoding can carry, by U+FFFD."""
    if text.isascii() or not _SURROGATES.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _characters(data: bytes) -> str:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    head = data[: SETTINGS.page.prescan]
    if head.count(b"\0") > len(head) // 3:
        even, odd = head[::2].count(b"\0"), head[1::2].count(b"\0")
        return data.decode("utf-16-le" if odd > even else "utf-16-be", "replace")
    declared = _declared(head)
    if declared is not None and declared.startswith("iso2022"):  # its bytes are valid UTF-8 as well
        return data.decode(declared, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data, declared)


def _declared(head: bytes) -> str | None:
    """The codec of the first declaration that names a text encoding we know."""
    for label in _DECLARED.findall(head):
        try:
            codec = codecs.lookup(label.decode("ascii", "replace"))
            b"a".decode(codec.name)
        except (LookupError, ValueError):  # unknown, or no text encoding (base64, rot13)
            continue
        return _WIDER.get(codec.name, codec.name)
    return None


def _legacy(data: bytes, declared: str | None) -> str:
    """Read bytes that are no valid UTF-8: as declared if that mostly works, else as detected."""
    names = [declared] if declared else []
    for name in (*names, "utf-8"):
        text = data.decode(name, "replace")
        foreign = sum(not character.isascii() for character in text)
        if text.count(_REPLACED) * SETTINGS.page.legible <= foreign:
            return text
    match = from_bytes(_foreign_sample(data)).best()
    return data.decode(match.encoding if match else "cp1252", "replace")


def _foreign_sample(data: bytes) -> bytes:
    """A bounded stretch around the first byte that is no ASCII: there is nothing to detect elsewhere."""
    first = re.search(rb"[\x80-\xff]", data)
    start = max(0, first.start() - SETTINGS.page.sample_before) if first else 0
    return data[start : start + SETTINGS.page.sample]
