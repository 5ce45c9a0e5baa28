"""The article's own paragraphs in, everything around them out."""

import pytest

from detector.page import dom
from detector.page.boilerplate import without_boilerplate
from detector.page.calls import is_call
from detector.page.extraction import choose

STORY = [
    "The town council agreed on Tuesday to repair the old bridge before the winter, after years of debate.",
    "The work will cost four million and take nine months, according to a report that the engineers gave last week.",
    "“We could not wait any longer,” said Ada Berg, the mayor, who had argued for a new bridge in her campaign.",
    "Shopkeepers on the far bank fear that they will lose customers while the road across the river is closed.",
    "A ferry is to run every ten minutes, and the council has promised to pay for it until the bridge is open again.",
]


def read(body):
    html = f"<!doctype html><html><head><title>x</title></head><body>{body}</body></html>"
    return [piece.text for piece in choose(dom.parse(html).pieces)]


def story(*extra):
    paragraphs = [f"<p>{line}</p>" for line in STORY]
    return "<article>" + "".join(paragraphs[:3]) + "".join(extra) + "".join(paragraphs[3:]) + "</article>"


@pytest.mark.parametrize(
    "boilerplate",
    [
        "<aside><p>More stories from the valley that you should not miss this week, says the editor.</p></aside>",
        "<div class='newsletter-box'><p>The best of the valley every morning, and it does not cost a thing.</p></div>",
        "<figure><img src=x><figcaption>The old bridge in the morning light, from the market.</figcaption></figure>",
        "<div class='wp-caption'><img src=x><p class='wp-caption-text'>The old bridge in the morning light.</p></div>",
        "<div class='related-articles'><ul><li><a href=/a>Ferry breaks down again</a></li></ul></div>",
        "<p><a href=/a>Ferry breaks down again and nobody knows why</a></p>",
        "<p>Read more: <a href=/a>Ferry breaks down again</a></p>",
        "<p>Sign up here to get our newsletter every morning.</p>",
        "<p>Follow us on Twitter.</p>",
        "<p>Advertisement</p>",
        "<p>Photo: Jon Lind / Valley Post</p>",
        "<p>Last updated: 4 May 2025 at 10:30 am</p>",
        "<div class='share-buttons'><span>Share</span><span>Print</span></div>",
        "<div class='author-bio'><p>Jon Lind has been writing about the valley for twenty years.</p></div>",
        "<div id='cookie-consent'><p>We use cookies to make this page better. Do you accept them all?</p></div>",
        "<section id='comments'><p>First comment! What a waste of money this bridge is, really.</p></section>",
    ],
)
def test_boilerplate_is_left_out(boilerplate):
    assert read(story(boilerplate)) == STORY


@pytest.mark.parametrize(
    "paragraph",
    [
        "<p>Residents can sign up for the ferry from Monday, the council said.</p>",
        "<p>The mayor follows the engineers’ advice, she wrote on Twitter on Tuesday evening.</p>",
        "<p>“Read more about the river before you vote,” she told the meeting in the town hall.</p>",
        "<h2>A bridge with a history</h2>",
        "<blockquote><p>“It is the only way across for thirty kilometres,” the report says.</p></blockquote>",
        "<ul><li>The bridge was built in 1911.</li><li>It was closed twice since then, for floods.</li></ul>",
        "<p>The report is <a href=/r>on the council’s own pages</a> and can be read by everybody.</p>",
    ],
)
def test_what_belongs_to_the_story_stays(paragraph):
    text = " ".join(read(story(paragraph)))
    assert all(piece.text in text for piece in dom.parse(paragraph).pieces)


def test_an_id_made_of_a_heading_is_no_label():
    section = (
        "<section id='sharing-with-the-people-of-the-far-bank'><p>They share the ferry, says the mayor.</p></section>"
    )
    pieces = dom.parse(story(section)).pieces
    assert without_boilerplate(pieces) == pieces
    assert len(without_boilerplate(dom.parse(story(section.replace("-with-the-people-of", ""))).pieces)) == len(STORY)


def test_a_column_is_no_box_whatever_it_is_called():
    assert read("<div class='subscription-content share-page'>" + story() + "</div>") == STORY


def test_a_page_that_is_no_document_is_read_by_its_paragraphs():
    pieces = dom.parse(f"<p>{STORY[0]}</p><div>Menu</div>").pieces
    assert [piece.text for piece in choose(pieces)] == [STORY[0]]


def test_a_page_without_paragraphs_keeps_its_words():
    assert [piece.text for piece in choose(dom.parse("Short words").pieces)] == ["Short words"]


@pytest.mark.parametrize(
    "line",
    ["Comments", "12 comments", "May 4, 2025", "Related: Ferry", "3 min read", "© Valley Post", "You may also like"],
)
def test_labels_and_dates_are_no_sentences(line):
    assert is_call(line)


@pytest.mark.parametrize(
    "line", ["More than 300 people came.", "On Monday they met.", "Sources: all unnamed.", "1911 was wet."]
)
def test_sentences_are_no_labels(line):
    assert not is_call(line)


def test_links_stay_where_links_are_the_content():
    pieces = dom.parse("".join(f"<p><a href=/{n}>A story about the bridge, part {n}</a></p>" for n in range(5))).pieces
    assert without_boilerplate(pieces) == pieces
