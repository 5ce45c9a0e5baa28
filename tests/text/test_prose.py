from hypothesis import given
from hypothesis import strategies as st

from detector.article import Part
from detector.languages.en import PACK as ENGLISH
from detector.text import prose
from tests.text.articles import article

PIECES = st.sampled_from(
    [
        "The mayor said so.",
        "“We will,",
        "he said.",
        "U.S.",
        "J. K. Orr",
        "3.5",
        "...",
        "…",
        '"Stop!"',
        "‘no’",
        "\n",
        "  ",
        "\u00a0",
        "👍🏽",
        "don’t",
        "’90s",
        "•",
        "—",
        "(",
        ")",
        "?!",
        "Dr.",
        "No. 5",
        "«",
        "»",
        "''",
        "``",
        "end.Next",
        "हिन्दी",
        "。",
        "https://example.org/a.",
        "\u200b",
        "\u00ad",
        "[1]",
        '"',
        "6'2\"",
        "A.",
        "\x1c",
        "\u2028",
    ]
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=25).map("".join), st.lists(PIECES, max_size=25).map(" ".join), st.text(max_size=60)
)


@given(st.lists(TEXTS, max_size=4))
def test_sentences_and_tokens_cover_the_text_without_overlap(paragraphs):
    source = article(*paragraphs)
    found = prose.read_prose(source, ENGLISH)
    everything = "".join(source.text.split())
    assert "".join(token.span.of(source.text) for token in found.tokens) == everything
    assert "".join("".join(sentence.span.of(source.text).split()) for sentence in found.sentences) == everything
    ends = [end for sentence in found.sentences for end in (sentence.span.start, sentence.span.end)]
    assert ends == sorted(ends)


@given(st.lists(TEXTS, max_size=4))
def test_a_sentence_lies_in_its_block_and_holds_its_tokens(paragraphs):
    source = article(*paragraphs)
    found = prose.read_prose(source, ENGLISH)
    for number, sentence in enumerate(found.sentences):
        words = sentence.span.of(source.text)
        assert words == words.strip() != ""
        assert source.blocks[sentence.block].span.contains(sentence.span)
        own = found.tokens_of(sentence)
        assert {token.sentence for token in own} == {number}
        assert (own[0].span.start, own[-1].span.end) == (sentence.span.start, sentence.span.end)
    assert [token.text for token in found.tokens] == [token.span.of(source.text) for token in found.tokens]


@given(st.lists(TEXTS, max_size=4))
def test_quoted_stretches_are_in_order_and_stay_in_their_block(paragraphs):
    source = article(*paragraphs)
    found = prose.read_prose(source, ENGLISH)
    ends = [end for span in found.quoted for end in (span.start, span.end)]
    assert ends == sorted(ends)
    assert all(any(block.span.contains(span) for block in source.blocks) for span in found.quoted)


@given(st.lists(TEXTS, max_size=4))
def test_the_same_article_reads_the_same(paragraphs):
    assert prose.read_prose(article(*paragraphs), ENGLISH) == prose.read_prose(article(*paragraphs), ENGLISH)


def test_each_sentence_carries_its_part_and_sentiment():
    found = prose.read_prose(article("It was a horrible night.", headline="Storm hits coast"), ENGLISH)
    assert [sentence.part for sentence in found.sentences] == [Part.HEADLINE, Part.BODY]
    assert found.sentences[1].polarity < -0.5
    assert found.sentences[1].subjectivity > 0.5


def test_a_name_of_the_body_is_a_name_in_a_shouting_headline():
    found = prose.read_prose(
        article("Voters knew that Vellacott had left.", headline="VELLACOTT LEAVES HARD TASK BEHIND"), ENGLISH
    )
    assert found.tokens[0].tag == "NNP"


def test_quotation_marks_are_tagged_by_their_place():
    found = prose.read_prose(article('‘No,’ she said, and the dogs’ owner wrote "no".'), ENGLISH)
    marks = [token.tag for token in found.tokens if token.text in '‘’"']
    assert marks == ["``", "''", "POS", "``", "''"]


def test_an_empty_article_has_no_prose():
    found = prose.read_prose(article(), ENGLISH)
    assert (found.sentences, found.tokens, found.quoted) == ((), (), ())
