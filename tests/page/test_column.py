"""The article's column: what belongs to it is not lost, what stands elsewhere is not taken for it."""

import pytest

from detector.page import read_page
from tests.page.test_extraction import STORY, read, story

LINE = "The engineers want to begin with the northern pillar, which is the older of the two."
CONSENT = (
    "<div id='consent'>"
    + "".join(
        f"<p>We and our partners store cookies on your device for purpose {n}, and read them again when you come back"
        " to measure what you have seen, to show you other offers and to improve our products.</p>"
        for n in range(9)
    )
    + "</div>"
)


def paragraphs():
    return "".join(f"<p>{line}</p>" for line in STORY)


@pytest.mark.parametrize(
    "box", ["<div class='social-media'>{}</div>", "<blockquote class='share-quote'>{}</blockquote>",
            "<section id='comments'><h2>What the neighbours say</h2><p>{}</p></section>", "<p class='related'>{}</p>"]
)  # fmt: skip
def test_prose_in_the_midst_of_the_story_stays_whatever_its_box_is_called(box):
    assert LINE in read(story(box.format(LINE)))


@pytest.mark.parametrize(
    "box",
    [
        f"<div class='social-media'><p>{LINE}</p><p><a href=/a>The pillar and its builders</a></p></div>",
        f"<div class='newsletter'><p>{LINE}</p><p>Get the valley in your inbox every morning.</p></div>",
        f"<p class='photo-caption'>{LINE}</p>",
    ],
)
def test_a_box_whose_content_bears_out_its_name_is_left_out(box):
    assert LINE not in read(story(box))


def test_sections_named_by_their_subject_are_sections():
    made = "".join(
        f"<section id='{name}'><h2>More about the {name}</h2><p>{line}</p></section>"
        for name, line in zip(["pillars", "comments", "cookies", "sharing-the-cost", "related"], STORY, strict=True)
    )
    assert [line for line in read(f"<article>{made}</article>") if line in STORY] == STORY


def test_a_story_in_an_aside_is_read_and_not_the_notice_about_cookies():
    aside = f"<aside><h1>Council hid it</h1><div>{paragraphs()}</div></aside>"
    article = read_page(f"<html><body>{aside}{CONSENT}</body></html>")
    assert article.text == "\n\n".join(["Council hid it", *STORY])


def test_a_paragraph_outside_the_closed_container_is_not_lost():
    body = f"<div class=a><h1>Council hid it</h1></div><p>{STORY[0]}<div>{STORY[1]}</div>" + "".join(
        f"<p>{line}</p>" for line in STORY[2:]
    )
    assert read_page(f"<html><body>{body}</body></html>").text.endswith("\n\n".join(STORY))


@pytest.mark.parametrize("html", [CONSENT, f"<aside><p>{LINE} {LINE}</p></aside>", "<p>Menu</p>"])
def test_what_is_left_of_a_page_without_its_text_is_not_the_article(html):
    head = '<meta property="og:type" content="article"><meta property="og:title" content="The council hid the report">'
    about = '<script type=\'application/ld+json\'>{"@type": "NewsArticle", "author": "Ada Berg"}</script>'
    article = read_page(
        f"<html><head>{head}{about}</head><body><h1>The council hid the report</h1>{html}</body></html>",
        "https://valley.example/2025/05/04/the-council-hid-the-report",
    )
    assert article.kind.is_article
    assert not article.kind.text_found
    assert article.text == "The council hid the report"


def test_the_sentence_that_markup_cuts_is_whole_again():
    cut = "<p>The council, led by</p> <a href=/berg>Ada Berg</a> <p>, agreed to pay for the ferry until then.</p>"
    assert (
        "The council, led by Ada Berg, agreed to pay for the ferry until then."
        in read_page(f"<html><body><h1>Council hid it</h1><div>{cut}{paragraphs()}</div></body></html>").text
    )


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("Contact with the ferry was lost at four on Sunday, the coastguard said.", True),
        ("Like hundreds of others on Facebook, Jon Lind had watched the bridge being closed.", True),
        ("Join her on X or in the hall, and what the mayor says is the same.", True),
        ("Don’t read too much into the delay, the engineers say.", True),
        ("Register now for FREE unlimited access to valleypost.example", False),
        ("Follow us on Facebook and X for updates.", False),
        ("Let the valley’s news meet your inbox. What matters, every morning.", False),
        ("To reach the reporter behind this story, contact ada@valleypost.example.", False),
        ("Eva Ro and Jon Lind contributed to this report.", False),
        ("This website uses cookies to make every visit better.", False),
        ("RELATED: Ferry breaks down again", False),
        ("Our Standards: The Valley Post Principles.", False),
        ("Editor’s note: This story was changed on Tuesday to give the right cost of the ferry.", False),
        ("This article was produced in partnership with the Valley Ferry Company.", False),
        ("Reporting by Ada Berg; editing by Jon Lind", False),
        ("You receive this mail because you signed up at valleypost.example.", False),
    ],
)
def test_calls_and_notes_go_and_sentences_that_begin_like_them_stay(line, stays):
    assert (line in read(story(f"<p>{line}</p>"))) is stays
