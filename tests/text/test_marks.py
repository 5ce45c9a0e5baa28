import pytest

from detector.article import Span
from detector.languages.en import PACK as ENGLISH
from detector.text import marks, prose
from tests.text.articles import article

# A paragraph; what stands in quotation marks is given once more after " => ", several stretches apart by " | ".
CASES = """
"We will rebuild," she said. => We will rebuild,
“We will rebuild,” she said. => We will rebuild,
She said “we will rebuild” and left. => we will rebuild
“We will,” she said, “rebuild.” => We will, | rebuild.
He called it "a mess", then "a farce". => a mess | a farce
„Wir bauen wieder auf“, sagte sie. => Wir bauen wieder auf
»Wir bauen wieder auf«, sagte sie. => Wir bauen wieder auf
«Reconstruiremos», dijo ella. => Reconstruiremos
« Nous reconstruirons », a-t-elle dit. => Nous reconstruirons
”Vi bygger upp”, sade hon. => Vi bygger upp
‘We will rebuild,’ she said. => We will rebuild,
‘We won’t wait,’ she said. ‘We can’t.’ => We won’t wait, | We can’t.
‘The dogs’ owners are liable,’ she said. => The dogs’ owners are liable,
‘The dogs’ owners and the cats’ owners agree,’ she said. => The dogs’ owners and the cats’ owners agree,
'We will rebuild,' she said. => We will rebuild,
Minister calls plan 'reckless' in letter => reckless
It's the '90s again, and rock 'n' roll is back. =>
The dogs' owners and the players' union met. =>
The dogs’ owners and the players’ union met. =>
O'Brien's and D’Arcy’s cases were heard. =>
The class of ’98 met in the summer of ‘04 and the ’90s. =>
Get 'em while they last, 'til Sunday. =>
He is 6'2" tall. =>
The 5" pipe burst. =>
A 10' by 12' room is small. =>
"I am 6'2" tall," he said. => I am 6'2" tall,
"It was a 5" pipe," he said. => It was a 5" pipe,
“He said ‘no’ to me,” she recalled. => He said ‘no’ to me,
“He said "no" to me,” she recalled. => He said "no" to me,
‘He said “no” to me,’ she recalled. => He said “no” to me,
"He said 'no' to me," she recalled. => He said 'no' to me,
The plan—“a joke”—failed. => a joke
The plan ("a joke") failed. => a joke
The plan [“a joke”] failed. => a joke
The plan–"a joke"–failed. => a joke
``We will rebuild,'' she said. => We will rebuild,
''We will rebuild,'' she said. => We will rebuild,
In his novel “The Long Ferry” he writes of floods. => The Long Ferry
She sang "Harbour Lights" twice. => Harbour Lights
“The bridge is gone. It will not return. => The bridge is gone. It will not return.
She said: "The bridge is gone. It will not return. => The bridge is gone. It will not return.
The bridge is gone,” she said, near the river. => The bridge is gone,
the bridge ” is gone =>
"" =>
""We will rebuild,"" she said. => We will rebuild,
He asked, “Why?” “Because,” she said. => Why? | Because,
A "so-called" expert => so-called
"Yes"/"No" questions => Yes | No
「はい」と彼は言った。 => はい
The word—"yes"—was enough, but "no" was not. => yes | no
""".strip("\n").splitlines()


def quoted(*paragraphs, headline=None):
    found = prose.read_prose(article(*paragraphs, headline=headline), ENGLISH)
    return [span.of(found.text) for span in found.quoted]


@pytest.mark.parametrize("case", CASES)
def test_quoted_stretches_are_found_and_apostrophes_left_alone(case):
    text, _, expected = case.partition(" =>")
    wanted = [stretch.strip() for stretch in expected.split(" | ") if stretch.strip()]
    assert [stretch.strip() for stretch in quoted(text) if stretch.strip()] == wanted


def test_a_quotation_goes_on_where_the_next_paragraph_opens_it_again():
    found = quoted("“The dam held.", "“Nobody was hurt,” she said.", "The mayor agreed.")
    assert found == ["The dam held.", "Nobody was hurt,"]


def test_a_single_quotation_goes_on_where_the_next_paragraph_opens_it_again():
    found = quoted("‘The dam held.", "‘Nobody was hurt,’ she said.", "The mayor agreed.")
    assert found == ["The dam held.", "Nobody was hurt,"]


def test_a_quotation_goes_on_to_a_closing_mark_in_the_next_paragraph():
    assert quoted("“The dam held.", "Nobody was hurt,” she said.") == ["The dam held.", "Nobody was hurt,"]


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph():
    assert quoted("She said “the dam held.", "The mayor agreed.", "So did the rest.") == ["the dam held."]


def test_a_missing_closing_mark_ends_where_the_next_quotation_begins():
    assert quoted("“The dam held, she said. “Nobody was hurt.”") == ["The dam held, she said. ", "Nobody was hurt."]


def test_a_headline_does_not_quote_into_the_body():
    assert quoted("The dam held,” she said.", headline="“Dam holds") == ["Dam holds", "The dam held,"]


def test_marks_and_words_between_them_are_quoted_tokens():
    found = prose.read_prose(article("She said “we won’t” twice."), ENGLISH)
    assert [token.text for token in found.tokens if token.quoted] == ["“", "we", "wo", "n’t", "”"]


@pytest.mark.parametrize("mark", ['"', "“", "”", "'", "‘", "’", "«", "''", '5"', " '", ' "', "s' ", "(‘", '"“'])
def test_endless_marks_are_read_to_the_end(mark):
    text = mark * 6_000
    found = prose.read_prose(article(text), ENGLISH)
    assert found.tokens[-1].span.end == len(text.rstrip())


def test_guillemets_open_behind_an_elided_word():
    text = "Il parle d’«\u00a0un piège\u00a0» et attend."
    assert [quoted.inside.of(text).strip() for quoted in marks.find_quoted(text, Span(0, len(text)))] == ["un piège"]
