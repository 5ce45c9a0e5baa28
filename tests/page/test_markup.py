"""What elements say about who speaks, as it reaches the article's blocks."""

from detector.page import read_page

HEAD = "<html><body><article><h1>Mill to close after a century</h1>"
PROSE = (
    "<p>The mill at Tern will close in the spring, its owner said on Monday, and two hundred people will lose their"
    " work by the end of May.</p>"
    "<p>The town council met the same evening to talk about what could be done with the halls beside the river.</p>"
)
END = (
    "<p>A second meeting is planned for June, when the report of the surveyors should be at hand for all to read.</p>"
    "</article></body></html>"
)
POST = (
    '<div class="social"><blockquote class="twitter-tweet"><p lang="en">This is a shabby way to treat people.</p>'
    '&mdash; Ada Finch (@adafinch) <a href="https://x.example/1">May 3, 2025</a></blockquote></div>'
)


def blocks_of(middle: str):
    article = read_page(HEAD + PROSE + middle + END)
    return article, {block.span.of(article.text): block.markup for block in article.blocks}


def test_a_block_quotation_numbers_its_paragraphs():
    _, told = blocks_of("<blockquote><p>We tried all that we could.</p><p>It was not enough.</p></blockquote>")
    first, second = told["We tried all that we could."], told["It was not enough."]
    assert first.quote is not None
    assert first.quote == second.quote
    assert not first.embed


def test_an_embedded_post_stays_in_the_article():
    _, told = blocks_of(POST)
    post = told["This is a shabby way to treat people."]
    assert post.embed
    assert post.quote == told["— Ada Finch (@adafinch) May 3, 2025"].quote


def test_a_post_beside_the_column_is_left_out():
    page = HEAD + PROSE + END.replace("</article>", f"</article><aside>{POST}</aside>")
    assert "shabby" not in read_page(page).text


def test_words_in_q_cite_and_bold_are_told():
    middle = (
        "<p>The miller called it <q>a sad day for all</q> and <strong>said</strong> no more about it that evening.</p>"
        "<blockquote>We did what we could in a bad year. <cite>Jo Marsh, miller</cite></blockquote>"
    )
    article, told = blocks_of(middle)
    sentence = next(markup for text, markup in told.items() if text.startswith("The miller called"))
    assert [span.of(article.text) for span in sentence.quoted] == ["a sad day for all"]
    assert [span.of(article.text) for span in sentence.strong] == ["said"]
    quoted = next(markup for text, markup in told.items() if text.startswith("We did what"))
    assert [span.of(article.text) for span in quoted.cited] == ["Jo Marsh, miller"]


def test_a_pull_quote_counts_once():
    pulled = (
        "<blockquote class='pull-quote'><p>two hundred people will lose their work by the end of May</p></blockquote>"
    )
    article, _ = blocks_of(pulled + "</blockquote>")
    assert article.text.count("two hundred people will lose their work") == 1


def test_a_quotation_around_the_whole_text_is_only_its_frame():
    text = PROSE + END.split("</article>", maxsplit=1)[0]
    page = f"<html><body><h1>Mill to close after a century</h1><blockquote>{text}</blockquote>"
    assert all(block.markup.quote is None for block in read_page(page).blocks)
