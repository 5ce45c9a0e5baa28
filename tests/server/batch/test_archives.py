import zipfile
from dataclasses import replace

import pytest

from server.batch.inputs import archives
from server.batch.inputs.rows import Flaw, Row
from tests.server.batch.makers import Warc, chunked, html, items, packed, save_wacz

SITE = "https://news.example"
GERMAN = html("Die Brücke wird saniert", "Der Rat beschloss am Montag, die alte Brücke zu sanieren.", "de")


def add_everything(warc: Warc) -> Warc:
    """A crawl as crawls are: of its records six are whole pages, four are pages with a fault."""
    image = {"Content-Type": "image/png"}
    warc.add(f"{SITE}/plain", html("Plain"))
    warc.add(f"{SITE}/picture", b"\x89PNG", image)
    warc.add(f"{SITE}/style", b"p {}", {"Content-Type": "text/css"})
    warc.add(f"{SITE}/gone", html("Gone"), status="404 Not Found")
    warc.add(f"{SITE}/moved", b"", {"Location": SITE}, status="301 Moved Permanently")
    warc.add(f"{SITE}/asked", b"GET / HTTP/1.1\r\n\r\n", {"Content-Type": "text/html"}, kind="request")
    warc.add(f"{SITE}/zipped", packed(html("Zipped")), {"Content-Encoding": "gzip"})
    warc.add(f"{SITE}/chunked", chunked(html("Chunked")), {"Transfer-Encoding": "chunked"})
    both = {"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}
    warc.add(f"{SITE}/both", chunked(packed(html("Both"))), both)
    warc.add(f"{SITE}/german", GERMAN)
    warc.add(f"{SITE}/saved", html("Saved"), kind="resource")
    warc.add(f"{SITE}/noted", html("Cut"), warc_headers={"WARC-Truncated": "length"})
    warc.add(f"{SITE}/dropped", html("Cut")[:-60], {"Content-Length": str(len(html("Cut")))})
    warc.add(f"{SITE}/half", packed(html("Cut"))[:-40], {"Content-Encoding": "gzip"})
    return warc.add(f"{SITE}/brotli", b"\x0b\x05\x80\x03", {"Content-Encoding": "br"})


WHOLE = ["plain", "zipped", "chunked", "both", "german", "saved"]
FAULTY = [("noted", "truncated"), ("dropped", "truncated"), ("half", "truncated"), ("brotli", "bad-encoding")]


@pytest.mark.parametrize("is_packed", [True, False])
def test_a_crawl_gives_its_whole_pages_and_tells_of_the_others(tmp_path, is_packed):
    file = add_everything(Warc(packed=is_packed)).save(tmp_path / ("a.warc.gz" if is_packed else "a.warc"))
    found = items(file)
    rows = [item for item in found if isinstance(item, Row)]
    assert [row.id for row in rows] == [f"urn:test:{name}" for name in WHOLE]
    assert [row.input.url for row in rows] == [f"{SITE}/{name}" for name in WHOLE]
    assert rows[3].input.html == html("Both")
    assert rows[4].input.html == GERMAN
    flaws = [(item.id, item.code) for item in found if isinstance(item, Flaw)]
    assert flaws == [(f"urn:test:{name}", code) for name, code in FAULTY]


@pytest.mark.parametrize("is_packed", [True, False])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_an_archive_that_ends_early_gives_what_is_whole_and_then_flaws(tmp_path, is_packed, share):
    warc = Warc(packed=is_packed).add(f"{SITE}/first", html("First"))
    whole = len(warc.bytes.getvalue())
    held = warc.add(f"{SITE}/last", html("Last")).bytes.getvalue()
    file = tmp_path / ("a.warc.gz" if is_packed else "a.warc")
    file.write_bytes(held[: whole + round((1 - share) * (len(held) - whole))])
    first, *flaws = items(file)
    assert (first.id, first.input.html) == ("urn:test:first", html("First"))
    assert flaws[-1].code == "bad-source"
    assert {flaw.code for flaw in flaws} <= {"bad-source", "truncated"}


def test_a_page_of_another_encoding_is_read_as_its_header_says(tmp_path):
    body = "<p>Žluťoučký kůň</p>".encode("iso-8859-2")
    warc = Warc().add(f"{SITE}/a", body, {"Content-Type": "text/html; charset=ISO-8859-2"})
    (row,) = items(warc.save(tmp_path / "a.warc.gz"))
    assert row.input.html == "<p>Žluťoučký kůň</p>"


def test_a_page_that_is_too_large_is_a_flaw(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "BATCH", replace(archives.BATCH, page_bytes=1000))
    warc = Warc().add(f"{SITE}/a", b"<p>" + b"x" * 5000).add(f"{SITE}/b", html("B"))
    flaw, row = items(warc.save(tmp_path / "a.warc.gz"))
    assert (flaw.code, row.id) == ("page-too-large", "urn:test:b")


def test_a_wacz_gives_the_pages_of_its_archives(tmp_path):
    names = {"archive/2.warc.gz": "second", "archive/1.warc.gz": "first"}
    members = {name: Warc().add(f"{SITE}/{page}", html(page)).bytes.getvalue() for name, page in names.items()}
    file = save_wacz(tmp_path / "a.wacz", {**members, "pages/pages.jsonl": b"{}", "datapackage.json": b"{}"})
    assert [row.id for row in items(file)] == ["urn:test:first", "urn:test:second"]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.wacz"])
def test_what_is_no_archive_is_a_flaw(tmp_path, name):
    file = tmp_path / name
    file.write_bytes(b"no archive at all, only words\r\n" * 40)
    (flaw,) = items(file)
    assert (flaw.id, flaw.code) == (name, "bad-source")


def test_an_archive_without_pages_is_a_flaw(tmp_path):
    warc = Warc().add(f"{SITE}/picture", b"\x89PNG", {"Content-Type": "image/png"})
    assert [flaw.code for flaw in items(warc.save(tmp_path / "a.warc.gz"))] == ["no-rows"]


@pytest.mark.parametrize("digits", [30, 5_000])
def test_lengths_beyond_everything_cost_no_page_before_them(tmp_path, digits):
    """The crawled site chose the one length, whoever wrote the archive the other."""
    warc = Warc(packed=False).add(f"{SITE}/whole", html("Whole"))
    warc.add(f"{SITE}/promised", html("Promised"), {"Content-Length": "9" * digits}).add(f"{SITE}/last", html("Last"))
    found = items(warc.save(tmp_path / "a.warc"))
    assert [getattr(item, "code", item.id) for item in found] == ["urn:test:whole", "truncated", "urn:test:last"]
    file = tmp_path / "b.warc"
    file.write_bytes(warc.bytes.getvalue().replace(b"WARC/1.0", b"WARC/1.0\r\nContent-Length: " + b"9" * digits))
    assert [item.code for item in items(file)] == ["bad-source"]


def test_a_damaged_lzma_member_is_a_flaw(tmp_path):
    file = tmp_path / "a.wacz"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("archive/a.warc", Warc(packed=False).add(f"{SITE}/whole", html("Whole")).bytes.getvalue())
    held = bytearray(file.read_bytes())
    held[60:120] = b"\xa5" * 60
    file.write_bytes(held)
    assert [item.code for item in items(file)] == ["bad-source"]
