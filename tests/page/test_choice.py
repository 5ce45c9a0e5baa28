"""The article's column is found by where its prose stands, and read with its lists and headings, without the rest."""

from detector.page import dom
from detector.page.extraction import choose
from tests.page.test_extraction import STORY

HEADLINE = "Council hid the report"
TEASER = "The engineers of the valley have been looking for the cheapest way across the river since spring."


def paragraphs(lines=STORY):
    return "".join(f"<p>{line}</p>" for line in lines)


def read(body):
    pieces = dom.parse(f"<html><body>{body}</body></html>").pieces
    headline = [piece for piece in pieces if piece.text == HEADLINE]
    return [piece.text for piece in choose(pieces, headline)]


def test_the_story_behind_the_headline_is_read_and_not_a_longer_text_elsewhere():
    other = "".join(f"<div class=card><p>{TEASER} Part {number} of it.</p></div>" for number in range(30))
    assert read(f"<div><h1>{HEADLINE}</h1><div>{paragraphs()}</div></div><div>{other}</div>") == STORY


def test_a_short_story_in_an_article_element_is_the_article():
    other = f"<div><p>{TEASER * 9}</p></div>"
    assert read(f"<article><h1>{HEADLINE}</h1>{paragraphs(STORY[:3])}</article>{other}") == STORY[:3]


def test_without_a_headline_the_region_with_most_prose_is_read():
    assert read(f"<div><p>{TEASER}</p></div><div><div>{paragraphs()}</div></div><div><p>Imprint</p></div>") == STORY


def test_what_stands_beside_the_paragraphs_is_read_to_its_last_line():
    last = "<h2>What you need</h2><ul><li>A rope</li><li>Two boats</li></ul><p>And luck</p><h3>Comments</h3>"
    body = f"<div><h1>{HEADLINE}</h1><div><p>Three years late</p>{paragraphs()}{last}</div></div>"
    assert read(body) == ["Three years late", *STORY, "What you need", "A rope", "Two boats", "And luck"]


def test_a_line_that_is_set_unlike_the_text_is_none_of_it():
    middle = "<div class=pic><span>The bridge in May / J. Lind</span></div>"
    body = f"<article><h1>{HEADLINE}</h1><div>4 May, 10 am</div>{paragraphs(STORY[:3])}{middle}{paragraphs(STORY[3:])}"
    assert read(f"{body}</article>") == STORY


def test_paragraphs_that_each_have_a_link_above_them_point_elsewhere():
    cards = "".join(f"<div><h4><a href=/{n}>Way {n}</a></h4><div>{TEASER}</div></div>" for n in range(2))
    assert (
        read(f"<article><h1>{HEADLINE}</h1><div>{paragraphs(STORY * 2)}</div><div>{cards}</div></article>") == STORY * 2
    )


def test_a_list_of_links_is_left_out_and_one_link_in_a_list_is_not():
    links = "".join(f"<li><a href=/{n}>A longer story about the river, part {n}</a></li>" for n in range(4))
    tips = "<ul><li>Take the ferry at seven.</li><li>Ask <a href=/c>the council</a> for a free pass.</li></ul>"
    body = f"<article><h1>{HEADLINE}</h1>{paragraphs(STORY[:3])}{tips}<ul>{links}</ul>{paragraphs(STORY[3:])}</article>"
    tips_read = ["Take the ferry at seven.", "Ask the council for a free pass."]
    assert read(body) == [*STORY[:3], *tips_read, *STORY[3:]]


def test_a_story_that_a_script_shows_is_read_and_a_hidden_copy_is_not():
    assert read(f"<article><h1>{HEADLINE}</h1><div hidden>{paragraphs()}</div></article>") == STORY
    twice = f"<article><h1>{HEADLINE}</h1><div>{paragraphs()}</div><div hidden>{paragraphs()}</div></article>"
    assert read(twice) == STORY


def test_text_that_ends_without_a_stop_is_found_where_it_is_long():
    poem = "\n".join(["The river took the bridge and kept the road and left the town on either side of it"] * 4)
    assert read(f"<div><p>Menu</p></div><div><div class=text><p>{poem}</p></div></div>") == [poem.replace("\n", " ")]
