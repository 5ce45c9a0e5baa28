from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detector.languages.en import PACK as ENGLISH
from detector.text import tokens

# A text and its tokens, apart by spaces; "_" stands for a space that the token itself does not hold.
CASES = {
    "She doesn't, he's sure.": "She does n't , he 's sure .",
    "They’ll say we’ve won; I’m not, I’d guess": "They ’ll say we ’ve won ; I ’m not , I ’d guess",
    "won't can't": "wo n't ca n't",
    "the mayor's and the mayors' cars": "the mayor 's and the mayors ' cars",
    "U.S.-led forces left the U.S.": "U.S.-led forces left the U.S.",
    "at 9 a.m. sharp": "at 9 a.m. sharp",
    "Mr. Orr, Sen. Vance, St. Louis, No. 5": "Mr. Orr , Sen. Vance , St. Louis , No. 5",
    "J. K. Marlow and J.K. Marlow": "J. K. Marlow and J.K. Marlow",
    "a 20-year-old, well-known co-op": "a 20-year-old , well-known co-op",
    "$1.2bn, 3.5% and 1,204.75": "$ 1.2bn , 3.5 % and 1,204.75",
    "in the 1990s, the '90s and the ’90s": "in the 1990s , the '90s and the ’90s",
    "on 9/11 at 10:30": "on 9/11 at 10:30",
    "rock 'n' roll": "rock 'n' roll",
    "O'Brien's": "O'Brien 's",
    "6'2\" tall": "6'2\" tall",
    "and/or": "and / or",
    "wait... what?!": "wait ... what ?!",
    "“No”—‘yes’": "“ No ” — ‘ yes ’",
    "see https://example.org/a?b=c.": "see https://example.org/a?b=c .",
    "mail desk@example.org, or @desk #news": "mail desk@example.org , or @desk #news",
    "tea 👩‍👩‍👧 👍🏽!": "tea 👩‍👩‍👧 👍🏽 !",
    "हिन्दी में": "हिन्दी में",
    "co\u00adoperate": "co\u00adoperate",
    "end.Next": "end . Next",
    "'Fire' and 'stop'": "' Fire ' and ' stop '",
}


@pytest.mark.parametrize("text", CASES)
def test_tokens_are_split_as_in_the_penn_treebank(text):
    assert " ".join(span.of(text) for span in tokens.split(text, ENGLISH.splitting)) == CASES[text]


@given(
    st.text(alphabet=st.one_of(st.characters(), st.sampled_from("aZ9.,'’\"“”‘ \n-…!?@/:é\u00ad\u200d👍")), max_size=80)
)
def test_every_character_that_is_no_space_lies_in_exactly_one_token(text):
    spans = list(tokens.split(text, ENGLISH.splitting))
    assert "".join(span.of(text) for span in spans) == "".join(text.split())
    assert all(before.end <= after.start for before, after in pairwise(spans))


@given(st.text(max_size=40), st.text(max_size=40))
def test_offsets_are_into_the_whole_text(before, after):
    text = f"{before} middle words {after}"
    start = len(before) + 1
    assert [span.of(text) for span in tokens.split(text, ENGLISH.splitting, start, start + 12)] == ["middle", "words"]


@pytest.mark.parametrize(
    "piece", ["1", '"', ".", "'", "a.", "a@", "-", "1,", "http://", "A. ", "a-", "a'", "👍", "1'", "…"]
)
def test_endless_repetition_is_read_to_the_end(piece):
    text = piece * 30_000
    assert list(tokens.split(text, ENGLISH.splitting))[-1].end == len(text.rstrip())
