"""Links of an article that lead out of its site."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detector.article import Part
from detector.page import read_page, read_text
from detector.page.links import leads_to, site_of
from tests.page.test_extraction import STORY
from tests.page.test_page import assert_exact, page

ADDRESS = "https://www.valleypost.co.uk/a"
OWN = frozenset({"valleypost.co.uk"})


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://www.who.int/news?a=1#b", "who.int"),
        ("HTTP://News.BBC.co.uk:443/", "bbc.co.uk"),
        (" //cdn.example.com/x ", "example.com"),
        ("https://user:word@data.gov.au/set", "data.gov.au"),
        ("https://www.valley.com.au/", "valley.com.au"),
        ("https://x.valley.or.jp/", "valley.or.jp"),
        ("https://www.orf.at/", "orf.at"),
        ("/about", None),
        ("#top", None),
        ("mailto:a@who.int", None),
        ("tel:112", None),
        ("javascript:void(0)", None),
        ("https://localhost/x", None),
        ("http://10.0.0.1/x", None),
        ("http://[::1", None),
        ("https://", None),
        ("", None),
    ],
)
def test_the_site_of_an_address(address, site):
    assert site_of(address) == site


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://www.who.int/report.pdf", "who.int"),
        ("https://twitter.com/mayor/status/12345", "twitter.com"),
        ("https://news.valleypost.co.uk/b", None),
        ("https://twitter.com/mayor", None),
        ("https://twitter.com/intent/tweet?url=x", None),
        ("https://www.facebook.com/sharer/sharer.php?u=x", None),
        ("https://api.whatsapp.com/send?text=x", None),
    ],
)
def test_where_links_lead(address, site):
    assert leads_to(address, OWN) == site


@given(st.text(max_size=40) | st.text(max_size=40).map("https://{}".format))
def test_no_address_is_too_odd(address):
    site = leads_to(address, OWN)
    assert site is None or (site and site == site.lower() and "/" not in site)


def links(html, url=ADDRESS):
    article = read_page(html, url)
    assert_exact(article)
    return article.links and [(link.span.of(article.text), link.site) for link in article.links]


def linking(*addresses, **others):
    html = page(**others)
    for line, address in zip(STORY, addresses, strict=False):
        first, last = line.rsplit(" ", 1)
        html = html.replace(line, f'{first} <a href="{address}">{last}</a>')
    return html


def test_links_of_the_body_are_told_with_their_words():
    html = page().replace(STORY[1], f'See <a href="https://www.who.int/r"> the\n report</a>. {STORY[1]}')
    assert links(html) == [("the report", "who.int")]


def test_links_within_the_site_are_none():
    assert links(linking("/b", "https://m.valleypost.co.uk/c", "mailto:a@b.org", "#d", "https://data.gov.au/x")) == [
        (STORY[4].split()[-1], "data.gov.au")
    ]


def test_links_around_the_article_are_none():
    headline = "<h1><a href='https://other.org/'>Council hid the report</a></h1>"
    byline = "<p>By <a href='https://other.org/ada'>Ada Berg</a> and Jon Lind</p>"
    aside = "<aside><p><a href='https://other.org/x'>More of this</a> elsewhere, which is no part of it</p></aside>"
    assert links(page(headline=headline, extra=byline + aside)) == ()


def test_a_page_that_declares_its_address_needs_no_other():
    html = linking("https://www.valleypost.co.uk/b", "https://who.int/r")
    for head in (f'<link rel="Canonical" href="{ADDRESS}">', f'<meta property="og:url" content="{ADDRESS}">'):
        assert [site for _, site in links(html.replace("</head>", f"{head}</head>"), None)] == ["who.int"]


def test_a_host_that_is_not_registered_is_a_site_of_its_own():
    html = linking("https://paper.internal/b", "https://who.int/r")
    assert [site for _, site in links(html, "http://paper.internal:8000/a")] == ["who.int"]


def test_where_the_site_is_unknown_nobody_can_tell():
    assert links(linking("https://who.int/r"), None) is None
    assert links(linking("https://who.int/r"), "file:///home/page.html") is None
    assert read_text("A text with https://who.int/r in it.").links is None


@given(st.lists(st.sampled_from(["https://who.int/", "/b", "//data.gov.au/x", "https://valleypost.co.uk"]), max_size=5))
def test_every_link_stands_in_a_block_of_the_body(addresses):
    article = read_page(linking(*addresses), ADDRESS)
    spans = [link.span for link in article.links]
    assert len(spans) == sum(address in ("https://who.int/", "//data.gov.au/x") for address in addresses)
    assert spans == sorted(spans)
    assert all(any(block.span.contains(span) for block in article.parts(Part.BODY)) for span in spans)
