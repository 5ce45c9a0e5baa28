"""The pages that the server shows to people: in their language, with links that lead somewhere, all of it from here."""

import gzip
import hashlib
import re
from pathlib import Path

import pytest

from server import words
from server.service.api import reading_room
from tools.make_viewer import FILES, PACKED, SUMS, VENDOR

ROOT = Path(__file__).parents[3]
DOCS = ROOT / "docs"
APART = ("deploy", "examples", "screens", "store")
NAMES = sorted(
    str(path.relative_to(DOCS).with_suffix(""))
    for path in DOCS.rglob("*.md")
    if path.relative_to(DOCS).parts[0] not in APART
)
PAGES = ("/", "/api", "/api/try", "/docs/", *(f"/docs/{name}" for name in NAMES))
LINK = re.compile(r'(?:href|src)="(/[^"#]*)')


@pytest.mark.parametrize("path", PAGES)
def test_every_link_of_a_page_leads_somewhere(client, path):
    page = client.get(path)
    assert (page.status_code, page.mimetype) == (200, "text/html")
    for target in set(LINK.findall(page.text)):
        assert client.get(target, buffered=True).status_code == 200, target
    assert not re.search(r'(?:src|<link [^>]*href)="(?:https?:)?//', page.text)
    assert "style=" not in page.text


@pytest.mark.parametrize("path", ["/", "/api", "/api/try"])
def test_a_page_is_in_the_language_of_its_reader(client, path):
    english, german = (client.get(path, headers={"Accept-Language": code}) for code in ("en", "de-AT,de;q=0.9"))
    assert '<html lang="de">' in german.text and '<html lang="en">' in english.text
    assert "Accept-Language" in german.headers["Vary"]
    say = words.in_language("de").gettext
    assert f">{say('Docs')}<" in german.text and ">Docs<" not in german.text


@pytest.mark.parametrize("name", ["nothing", "../README", "how-to", "how-to/../privacy", "store/en", "screens/x", ".."])
def test_what_is_no_page_of_the_documentation_is_not_found(client, name):
    assert client.get(f"/docs/{name}").status_code == 404


@pytest.mark.parametrize("path", ["/nothing", "/docs/nothing"])
def test_an_address_that_is_none_is_a_page_for_people_and_a_problem_for_programs(client, path):
    shown = client.get(path, headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language": "de"})
    assert (shown.status_code, shown.mimetype) == (404, "text/html")
    assert words.in_language("de").gettext("Paste a news story") in shown.text and "Accept" in shown.headers["Vary"]
    told = client.get(path)
    assert (told.status_code, told.mimetype, told.json["code"]) == (404, "application/problem+json", "not-found")


def test_a_page_of_the_documentation_keeps_tables_notes_tabs_and_links(tmp_path):
    source = (
        '# A page\n\n| a | b |\n|---|---|\n| 1 | [x](how-to/x.md#y) |\n\n!!! note\n    Mind.\n\n=== "sh"\n\n    ```sh\n'
        "    ls\n    ```\n\n## What: a *name*\n\n![](x.png)<b>\n"
    )
    (tmp_path / "page.md").write_text(source, encoding="utf-8")
    page = reading_room.page(tmp_path, "page")
    assert page and page.title == "A page"
    for part in ("<td>1</td>", 'href="/docs/how-to/x#y"', "<p>Mind.</p>", "<strong>sh</strong>", "<code", "&lt;b&gt;"):
        assert part in page.html, part
    assert 'id="what-a-name"' in page.html and "<img" not in page.html


def viewer(name: str) -> bytes:
    """A file of the viewer as it was fetched."""
    return gzip.decompress((VENDOR / f"{name}.gz").read_bytes()) if name in PACKED else (VENDOR / name).read_bytes()


def test_the_viewer_is_the_one_that_was_fetched():
    told = dict(reversed(line.split()) for line in SUMS.read_text(encoding="utf-8").splitlines())
    assert told.keys() == set(FILES)
    for name, digest in told.items():
        assert hashlib.sha256(viewer(name)).hexdigest() == digest, name


@pytest.mark.parametrize("name", PACKED)
def test_the_viewer_is_sent_packed_to_who_takes_it_so_and_plain_to_others(client, name):
    plain = client.get(f"/vendor/{name}", headers={"Accept-Encoding": "gzip;q=0"})
    packed = client.get(f"/vendor/{name}", headers={"Accept-Encoding": "gzip, br"}, buffered=True)
    assert (plain.content_encoding, packed.content_encoding) == (None, "gzip")
    assert plain.data == gzip.decompress(packed.data) == viewer(name)
    assert plain.mimetype == packed.mimetype in {"text/javascript", "text/css"}
    assert "Accept-Encoding" in plain.vary and "Accept-Encoding" in packed.vary
