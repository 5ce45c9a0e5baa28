"""The face: a page or plain text in, an article with exact places out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detector.article import Part
from detector.errors import EmptyInput, PageTooLarge
from detector.page import read_page, read_text
from detector.settings import SETTINGS
from tests.page.test_extraction import STORY

HEAD = "<title>Council hid the report | Valley Post</title>"


def page(headline="<h1>SHOCK CLAIM: Council hid the report</h1>", extra="", head=HEAD):
    paragraphs = "".join(f"<p>{line}</p>\n" for line in STORY)
    body = f"<nav><a href=/>Home</a></nav>\n<article>{headline}\n{extra}\n{paragraphs}</article>"
    return f"<!doctype html>\n<html><head>{head}</head>\n<body>{body}</body></html>"


def parts(article):
    return [(block.part, block.span.of(article.text)) for block in article.blocks]


def assert_exact(article):
    """Every block's characters stand where its runs say, and nowhere else."""
    end = 0
    for block in article.blocks:
        assert block.span.start >= end
        end = block.span.end
        for run in block.runs:
            assert block.span.start <= run.text < run.text + run.length <= block.span.end
            ours = article.text[run.text : run.text + run.length]
            theirs = article.stream[run.stream : run.stream + run.length]
            assert len(ours) == len(theirs)
            assert all(
                one == other or (one.isspace() and other.isspace()) for one, other in zip(ours, theirs, strict=True)
            )
        if block.runs:
            mapped = {at for run in block.runs for at in range(run.text, run.text + run.length)}
            assert all(article.text[at].isspace() for at in range(block.span.start, block.span.end) if at not in mapped)


def test_an_article_is_title_blank_line_paragraphs():
    article = read_page(page())
    assert article.text == "\n\n".join(["SHOCK CLAIM: Council hid the report", *STORY])
    assert parts(article)[:3] == [
        (Part.KICKER, "SHOCK CLAIM:"),
        (Part.HEADLINE, "Council hid the report"),
        (Part.BODY, STORY[0]),
    ]
    assert article.metadata.title == "SHOCK CLAIM: Council hid the report"
    assert article.metadata.kicker == "SHOCK CLAIM"
    assert article.kind.is_article
    assert_exact(article)


def test_a_headline_that_is_only_in_the_head_has_no_place():
    article = read_page(page(headline="", head="<title>SHOCK CLAIM: Council hid it</title>"))
    assert parts(article)[:2] == [(Part.KICKER, "SHOCK CLAIM:"), (Part.HEADLINE, "Council hid it")]
    assert [block.runs for block in article.blocks[:2]] == [(), ()]
    assert_exact(article)


def test_a_kicker_above_the_headline_is_a_block_of_its_own():
    article = read_page(page(headline="<p class=kicker>Valley  news</p><h1>Council hid the report</h1>"))
    assert parts(article)[:2] == [(Part.KICKER, "Valley news"), (Part.HEADLINE, "Council hid the report")]
    assert (article.metadata.title, article.metadata.kicker) == ("Council hid the report", "Valley news")
    assert_exact(article)


def test_a_headline_in_several_lines_is_one_block():
    article = read_page(page(headline="<h1><span>Council hid\n the</span><br><div>report</div></h1>"))
    assert parts(article)[0] == (Part.HEADLINE, "Council hid the report")
    assert_exact(article)


def test_a_byline_in_the_text_is_told_apart():
    article = read_page(page(extra="<p>By Ada Berg and Jon Lind, Valley Post</p>"))
    assert (Part.BODY, "By Ada Berg and Jon Lind, Valley Post") not in parts(article)
    assert_exact(article)


def test_the_headline_is_not_repeated_in_the_body():
    article = read_page(page(extra="<h2>Council hid the report</h2>"))
    assert article.text.count("Council hid the report") == 1


def test_bytes_and_characters_give_the_same_article():
    assert read_page(page().encode("utf-16")) == read_page(page())


def test_the_same_page_gives_the_same_article():
    assert read_page(page(), "https://news.example/a") == read_page(page(), "https://news.example/a")


NOISE = st.sampled_from(
    ["\u00ad", "\u200b", "&nbsp;", "<br>", "<b>", "</b>", "\n\n", "\t", "\U0001f600", "&shy;", "<!-- x -->", "\r\n",
     "<i>x</i>", "<span class=sr-only>y</span>", "\0", "&amp;", "é"]
)  # fmt: skip


@given(st.lists(NOISE, min_size=5, max_size=5), st.integers(0, 90))
def test_places_stay_exact_whatever_stands_between_the_words(noise, at):
    html = page()
    for line, piece in zip(STORY, noise, strict=True):
        html = html.replace(line, line[:at] + piece + line[at:])
    article = read_page(html)
    assert len(article.blocks) >= 5
    assert_exact(article)


def test_plain_text_has_blocks_without_places():
    article = read_text("First paragraph.\r\n \r\n\nSecond one,\nin two lines. ", "Exclusive: Council  hid the report")
    assert article.text == "Exclusive: Council hid the report\n\nFirst paragraph.\n\nSecond one,\nin two lines."
    assert [part for part, _ in parts(article)] == [Part.KICKER, Part.HEADLINE, Part.BODY, Part.BODY]
    assert article.stream is None
    assert not any(block.runs for block in article.blocks)


def test_either_text_or_title_may_be_empty():
    assert read_text("Only text.").text == "Only text."
    assert read_text("", "Only a title").text == "Only a title"


@pytest.mark.parametrize(("text", "title"), [("", None), (" \n", " ")])
def test_neither_text_nor_title_is_refused(text, title):
    with pytest.raises(EmptyInput):
        read_text(text, title)


def test_a_text_that_is_no_article_by_its_length_is_refused():
    with pytest.raises(PageTooLarge, match="parts"):
        read_text("word " * SETTINGS.page.max_article)


def test_broken_characters_of_plain_text_are_replaced():
    assert read_text("a \ud800 b").text == "a \ufffd b"


def test_a_section_label_above_the_headline_is_no_part_of_the_story():
    article = read_page(page(headline="<p>Harbour and sea</p><h1>Council hid the report</h1>"))
    assert "Harbour and sea" not in article.text
    assert article.text.startswith("Council hid the report\n\n")


FURNITURE = (
    "(MORE: Former harbour master felt threatened by the mayor)",
    "RELATED: Dam Is Old, Roe Says",
    "SEE ALSO: Why the mayor calls the toll a swindle",
    "Clerk Ada Finch concedes the seat to Jo Marsh Read more",
    "Photo: Ada Finch / Harbour Pictures",
    "Advertisement",
)


@pytest.mark.parametrize("line", FURNITURE)
def test_boilerplate_of_a_page_is_left_out_of_a_plain_text(line: str):
    article = read_text(f"The harbour at Tern was closed on Monday.\n\n{line}\n\nIt opens again in June.", "Closed")
    assert line not in article.text
    assert len(article.parts(Part.BODY)) == 2


@pytest.mark.parametrize(
    ("bracket", "stays"),
    [("(RELATED: Dam Is Old, Roe Says)", False), ("[Read more: Tolls]", False), ("(see: the old tolls)", True)],
)
def test_pointers_in_brackets_are_left_out_of_a_plain_text(bracket: str, stays: bool):
    article = read_text(f"The harbour was closed. {bracket} It opens in June.")
    assert (bracket in article.text) is stays


def test_a_plain_text_of_nothing_but_boilerplate_is_read_as_it_stands():
    assert read_text("Read more: Tolls").text == "Read more: Tolls"


def test_a_first_line_that_says_the_title_again_is_not_the_body():
    assert read_text("Council votes\nThe council voted.\n\nIt will meet.", "Council votes").text == (
        "Council votes\n\nThe council voted.\n\nIt will meet."
    )
    assert read_text("Council votes", "Council votes").text == "Council votes\n\nCouncil votes"
