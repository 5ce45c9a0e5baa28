"""What the head and the structured data of a page declare."""

import json

import pytest

from detector.page import dom, read_page
from detector.page.metadata import Declared, read_credits, read_declared

BODY = "<body><p>The council met on Tuesday and agreed to repair the bridge.</p></body>"


def declared(head):
    return read_declared(dom.parse(f"<html><head>{head}</head>{BODY}</html>").tree)


def linked(data):
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def credits_of(head="", body=""):
    page = f"<html><head>{head}</head><body>{body}{BODY}</body></html>"
    parsed = dom.parse(page)
    return read_credits(parsed, read_declared(parsed.tree), None)


def test_meta_tags_are_read():
    found = declared(
        '<title>Old bridge | Valley Post</title><meta property="og:title" content="Old  bridge">'
        '<meta property="og:site_name" content="Valley Post"><meta property="og:type" content="article">'
        '<meta property="article:section" content="Towns">'
    )
    assert found == Declared(("Old bridge",), "Old bridge | Valley Post", "Valley Post", "Towns", og_type="article")
    assert found.kind == "article"


@pytest.mark.parametrize("kind", ["NewsArticle", "OpinionNewsArticle", "SatiricalArticle", "LiveBlogPosting"])
def test_structured_data_is_read_wherever_it_is_nested(kind):
    article = {
        "@type": kind,
        "headline": "Old bridge",
        "articleSection": ["Towns"],
        "publisher": {"name": "Valley Post"},
        "isAccessibleForFree": "False",
    }
    found = declared(linked({"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, article]}))
    assert (found.kind, found.headlines, found.section, found.site) == (kind, ("Old bridge",), "Towns", "Valley Post")
    assert found.paywalled


@pytest.mark.parametrize(("tier", "paywalled"), [("locked", True), ("metered", True), ("free", False), ("", False)])
def test_content_tier_tells_a_paywall(tier, paywalled):
    assert declared(f'<meta property="article:content_tier" content="{tier}">').paywalled is paywalled


@pytest.mark.parametrize("script", ["{", "[" * 50_000, "null", '"x"', "{'a': 1}", "<!-- {} -->", '{"@type": 5}', ""])
def test_broken_structured_data_declares_nothing(script):
    assert declared(f'<script type="application/ld+json">{script}</script>') == Declared()


def test_structured_data_in_a_comment_wrapper_is_read():
    script = '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Old bridge"}\n//]]>'
    assert declared(f'<script type="application/ld+json">{script}</script>').headlines == ("Old bridge",)


@pytest.mark.parametrize(
    ("name", "site"),
    [("https://www.valley.example/x", "valley.example"), ("{$site.name}", None), ("Valley: Post", "Valley: Post")],
)
def test_a_site_is_a_name_or_a_host(name, site):
    assert declared(f'<meta property="og:site_name" content="{name}">').site == site


def test_titles_of_drawings_are_no_title():
    page = f"<html><head></head><body><svg><title>Menu icon</title></svg>{BODY}</body></html>"
    assert read_declared(dom.parse(page).tree).html_title is None


def test_author_and_date_are_found():
    authors, date = credits_of(
        '<meta name="author" content="Ada Berg; Jon Lind">'
        '<meta property="article:published_time" content="2025-05-04T08:00Z">'
    )
    assert authors == ("Ada Berg", "Jon Lind")
    assert date == "2025-05-04"


@pytest.mark.parametrize(
    "author", ["https://example.org/ada", "admin", "Staff", "Posted", "November", "ada@example.org"]
)
def test_what_is_no_name_is_no_author(author):
    assert credits_of(f'<meta name="author" content="{author}">')[0] == ()


def test_authors_in_structured_data_are_taken_first_and_once():
    article = {"@type": "NewsArticle", "author": [{"name": "Ada Berg"}, "ADA BERG", {"@type": "Person"}, "by Jon Lind"]}
    assert credits_of(linked(article) + '<meta name="author" content="Somebody Else">')[0] == ("Ada Berg", "Jon Lind")


def shown(line, head="", url=None):
    page = f"<html><head>{head}</head><body><h1>The old bridge is closed</h1>{line}{BODY}</body></html>"
    article = read_page(page, url)
    return article.metadata.byline, article.metadata.published


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Berg, Harbour Editor | Updated Nov. 18, 2025 at 4:10 p.m.", ("Ada Berg",)),
        ("Analysis by Ada Berg. Photographs: Jon Lind", ("Ada Berg",)),
        ("By ADA BERG, JON LIND and EVA RO", ("ADA BERG", "JON LIND", "EVA RO")),
        ("Words by Ada Berg & Jon Lind", ("Ada Berg", "Jon Lind")),
        ("By Ada Berg in Valley Town", ("Ada Berg",)),
        ("By Ada Berg, Associated Press", ("Ada Berg",)),
        ("Von Ada Berg und Jan van der Lind", ("Ada Berg", "Jan van der Lind")),
        ("By Valley Post staff", ()),
        ("5:45 AM PST 11/19/2019 by Ada Berg", ("Ada Berg",)),
        ("By Kirche & Leben, Münster", ("Kirche & Leben",)),
    ],
)
def test_the_line_below_the_headline_names_the_authors_and_nobody_else(line, names):
    assert shown(f"<p class=byline>{line}</p>")[0] == names


@pytest.mark.parametrize("account", ["Valley feed", "Web Desk", "Import User", "The Valley Post"])
def test_the_shown_byline_stands_where_an_account_is_declared(account):
    article = {"@type": "NewsArticle", "author": {"name": account}, "publisher": {"name": "Valley Post"}}
    assert shown("<p>By Ada Berg</p>", linked(article))[0] == ("Ada Berg",)


def test_a_date_close_to_the_name_is_no_part_of_it():
    line = "<p><span>By ADA BERG</span><time>MARCH 4, 2026</time></p>"
    assert shown(line) == (("ADA BERG",), "2026-03-04")


def test_authors_and_publisher_are_found_by_their_ids():
    graph = [
        {"@type": "Organization", "@id": "#o", "name": "Valley Media"},
        {"@type": "WebSite", "@id": "#w", "name": "The Valley Post", "publisher": {"@id": "#o"}},
        {"@type": "Person", "@id": "#p", "name": "Ada Berg"},
        {"@type": "NewsArticle", "author": {"@id": "#p"}, "publisher": {"@id": "#o"}},
    ]
    found = declared(linked({"@graph": graph}))
    assert (found.authors, found.site) == (("Ada Berg",), "The Valley Post")
    assert declared(linked({"@graph": [graph[0], graph[3]]})).site == "Valley Media"


@pytest.mark.parametrize(("url", "site"), [("https://www.valleypost.example/a", "Valley Post"), (None, None)])
def test_a_site_named_at_the_end_of_the_title_is_believed_with_its_address(url, site):
    page = f"<html><head><title>Old bridge closed - Valley Post</title></head>{BODY}</html>"
    assert read_page(page, url).metadata.site == site


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Updated 6 March 2026 · First published 4 March 2026", "2026-03-04"),
        ("MARCH 4, 2026", "2026-03-04"),
        ("Published Mar. 4th, 2026", "2026-03-04"),
        ("4. März 2026, 10:30 Uhr", "2026-03-04"),
        ("<time itemprop=datePublished datetime='2026-03-04T06:00:00Z'>Wednesday</time>", "2026-03-04"),
        ("31 February 2026", None),
    ],
)
def test_the_date_shown_is_that_of_publication(line, date):
    assert shown(f"<p>{line}</p>")[1] == date


def test_a_declared_date_of_publication_is_believed_before_one_of_a_change():
    article = {"@type": "NewsArticle", "datePublished": "2026-03-04T06:00:00Z", "dateModified": "2026-03-09"}
    changed = '<meta property="article:modified_time" content="2026-03-09T06:00:00Z">'
    assert shown("<p>Updated 9 March 2026</p>", linked(article) + changed)[1] == "2026-03-04"


def test_a_date_shown_goes_before_that_of_the_address():
    assert shown("<p>4 March 2026</p>", url="https://valley.example/2026/03/13/bridge.html")[1] == "2026-03-04"


def test_a_page_without_credits_has_none():
    assert credits_of() == ((), None)


def test_a_page_without_markup_has_its_declared_authors():
    assert read_credits(dom.parse(""), Declared(authors=("Ada Berg",)), None) == (("Ada Berg",), None)


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("<a rel=author href=/ada>Ada Berg</a>", ("Ada Berg",)),
        ("<span itemprop=author>By Ada Berg and Jon Lind</span>", ("Ada Berg", "Jon Lind")),
        ("<div class=post-author-name>Ada Berg</div>", ("Ada Berg",)),
        ("<div class=author>newsdesk</div>", ()),
        ("<div class=author>Redaction</div>", ()),
        ("<div id=comments><span class=comment-author>Jon Lind</span></div>", ()),
    ],
)
def test_an_element_that_is_marked_as_the_authors_names_them(body, names):
    assert credits_of(body=body)[0] == names


def test_meta_tags_name_authors_where_nothing_else_does():
    assert credits_of('<meta name="dc.creator" content="Ada Berg">')[0] == ("Ada Berg",)
    assert credits_of('<meta name="author" content="ada">')[0] == ()
