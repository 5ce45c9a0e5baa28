"""The text stream and the exact place of every character in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detector.errors import PageTooComplex, PageTooLarge
from detector.page.dom import SKIPPED, parse
from detector.settings import SETTINGS

SPACES = [" ", "\n", "\t", "\u00a0", "\u00ad", "\u200b", "\ufeff", "\u3000", "  ", " \n "]
TAGS = ["p", "div", "span", "b", "a", "h1", "li", "ul", "table", "td", "br", "script", "svg", "select", "pre", "x-y"]
WORDS = st.text(alphabet="abc\u00e9\u4e2d\U0001f600.,!\u2019", min_size=1, max_size=6)
MARKUP = st.lists(
    st.one_of(
        WORDS,
        st.sampled_from(SPACES),
        st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
        st.sampled_from(
            ["<p hidden>", "<span class=sr-only>", "&nbsp;", "&amp;", "&#x1F600;", "<!-- x -->", "\0", "\r\n"]
        ),
    ),
    max_size=60,
).map("".join)


def same(character, other):
    return character == other or (character.isspace() and other.isspace())


@given(MARKUP)
def test_every_character_of_a_piece_is_at_its_place_in_the_stream(markup):
    dom = parse(f"<body>{markup}")
    for piece in dom.pieces:
        mapped = {}
        for run in piece.runs:
            mapped |= {run.text + step: run.stream + step for step in range(run.length)}
        assert list(mapped.values()) == sorted(set(mapped.values()))
        for at, character in enumerate(piece.text):
            assert same(character, dom.stream[mapped[at]]) if at in mapped else character == "\n"


@given(MARKUP)
def test_pieces_have_collapsed_whitespace_and_nothing_invisible(markup):
    for piece in parse(f"<body>{markup}").pieces:
        assert piece.text == piece.text.strip() != ""
        assert not any(mark in piece.text for mark in "\u00ad\u200b\u2060\ufeff\u00a0")
        assert not any(pair in piece.text for pair in ("  ", "\n ", " \n", "\n\n"))


@given(MARKUP)
def test_pieces_hold_all_visible_text_in_order(markup):
    dom = parse(f"<body>{markup.replace('hidden', '').replace('sr-only', '')}")
    invisible = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")
    assert "".join("".join(p.text.split()) for p in dom.pieces) == "".join(dom.stream.translate(invisible).split())


@pytest.mark.parametrize("tag", sorted(SKIPPED))
def test_text_of_skipped_elements_is_not_in_the_stream(tag):
    assert "inside" not in parse(f"<body>before<{tag}>inside</{tag}>after").stream


def test_stream_is_what_a_browser_holds():
    html = (
        "<!doctype html><head><noscript><img src=x></noscript><meta name=a></head>\n<body>\r\n<pre>\n\none</pre>"
        "a\0b&#0;c\rd<noscript><p>no</p></noscript><table>loose<tr><td>cell</table></body>x</html>\ny"
    )
    assert parse(html).stream == "\n\none" + "ab\ufffdc\nd" + "loose" + "cell" + "x\ny"


def test_astral_characters_count_once():
    dom = parse("<p>\U0001f600 one</p><p>two</p>")
    assert dom.stream == "\U0001f600 onetwo"
    assert dom.pieces[1].runs[0].stream == 5


def test_blocks_cut_the_text_and_inline_elements_do_not():
    dom = parse("<div>a <b>b</b><i>c</i><p>d</p>e</div><x-card>f</x-card><p>g<x-link>h</x-link></p>")
    assert [piece.text for piece in dom.pieces] == ["a bc", "d", "e", "f", "gh"]


def test_one_line_break_stays_and_two_end_the_piece():
    dom = parse("<p>a<br>b <br>\n c<br> <br>d</p>")
    assert [piece.text for piece in dom.pieces] == ["a\nb\nc", "d"]


def test_words_for_screen_readers_only_are_no_part_of_a_piece():
    dom = parse("<p>See the report<span class='sr-only'> (opens in a new tab)</span> of May.</p>")
    assert [piece.text for piece in dom.pieces] == ["See the report of May."]
    assert "new tab" in dom.stream


def test_hidden_boxes_are_known_as_such():
    dom = parse("<div style='display: none'><p>a</p></div><p hidden>b</p><p>c</p>")
    assert [piece.region.hidden for piece in dom.pieces] == [True, True, False]


def test_linked_characters_are_counted():
    assert parse("<p>see <a href=x>the report</a> now</p>").pieces[0].linked == len("the report")


def test_nesting_that_libxml2_would_lose_is_refused():
    with pytest.raises(PageTooComplex):
        parse("<div>" * SETTINGS.page.max_depth + "x")


def test_too_much_text_is_refused():
    with pytest.raises(PageTooLarge):
        parse("<p>" + "a" * (SETTINGS.page.max_text + 1))


def linked(markup):
    return [[(span.of(piece.text), to) for span, to in piece.led()] for piece in parse(f"<body>{markup}").pieces]


def test_links_hold_their_words_and_their_address():
    assert linked("<p>see <a href=/x> the <b>report</b> </a>and <a href=/x>this</a></p><p>no</p>") == [
        [("the report", "/x"), ("this", "/x")],
        [],
    ]


def test_links_without_an_address_and_those_that_are_no_source_have_none():
    markup = "<a name=x>a</a> <a href=''>b</a> <a href=/t rel='nofollow TAG'>c</a> <a href=/s rel=sponsored>d</a>"
    assert linked(markup) == [[]]
    assert parse(f"<body>{markup}").pieces[0].linked == 4


@given(MARKUP, st.lists(st.integers(0, 60), max_size=4))
def test_links_lie_in_the_text_in_order_and_begin_and_end_with_a_word(markup, cuts):
    for at in sorted(cuts):
        markup = f"{markup[:at]}<a href=/{at}>{markup[at:]}"
    for piece in parse(f"<body>{markup}").pieces:
        ends = [end for span, _ in piece.led() for end in (span.start, span.end)]
        assert ends == sorted(ends)
        assert all(span.of(piece.text).strip() == span.of(piece.text) != "" for span, _ in piece.led())
        assert sum(len(span) for span, _ in piece.led()) <= piece.linked
        assert not ends or ends[-1] <= len(piece.text)
