"""Who speaks by markup and layout, from the text to the voices."""

import pytest

from detector.analysis import read_article
from detector.article import AUTHOR, UNKNOWN, Language
from detector.page import read_page, read_text
from tests.attribution.set_off import ENGLISH, HEAD, TAIL, heard, said

POSTS = (
    ("A shabby trick on us all. — Ada Finch (@adafinch) May 3, 2025", "Ada Finch"),
    ("A shabby trick on us all.\n\n— Ada Finch (@adafinch) May 3, 2025", "Ada Finch"),
    ("A shabby trick on us all. — Ada Finch (@ada.bsky.social) May 3, 2025 at 1:02 PM", "Ada Finch"),
    ("A shabby trick on us all. – Ada Finch (she/her) (@ada@fedi.example) 3 May 2025", "Ada Finch"),
    ("A shabby trick on us all.\n\npic.twitter.com/k2C8GW — Ada Finch (@adafinch) May 3, 2025", "Ada Finch"),
    ("A shabby trick on us all.\n\nhttps://t.co/k2C8GW — Ada Finch (@adafinch) May 3, 2025", "Ada Finch"),
    ("A baker's post:\n\nA shabby trick on us all.\n\nTerrible. — Ada Finch (@adafinch) May 3, 2025", "Ada Finch"),
    ("A shabby trick on us all.\n\nA post shared by Ada Finch (@adafinch) on May 3, 2025", "Ada Finch"),
)


@pytest.mark.parametrize(("post", "author"), POSTS)
def test_a_post_in_plain_text_is_its_authors(post: str, author: str):
    text = said(post)
    assert heard(text, "shabby trick") == author
    assert heard(text, "next meeting") == AUTHOR


def test_a_block_that_speaks_of_the_signer_is_no_part_of_the_post():
    text = said("Finch showed the shabby booth.", "pic.twitter.com/k2C8GW — Ada Finch (@adafinch) May 3, 2025")
    assert heard(text, "shabby booth") == AUTHOR


ANNOUNCED = (
    ("The harbour board said in a statement:", "harbour board"),
    ("As the Gazette puts it, that might be awkward:", "Gazette"),
    ("From the Gazette:", "Gazette"),
    ("Mayor Jo Marsh wrote on Facebook:", "Jo Marsh"),
    ("On Monday there was also this announcement from the Harbour Board:", "Harbour Board"),
    ("That was not enough for some. Ada Finch, Tern Gazette:", "Ada Finch"),
)


@pytest.mark.parametrize(("lead", "speaker"), ANNOUNCED)
def test_what_a_line_announces_is_the_speakers(lead: str, speaker: str):
    text = said(lead, "After a year of shabby tricks, the board begs for money.")
    assert speaker.lower() in heard(text, "shabby tricks").lower()
    assert heard(text, "next meeting") == AUTHOR


@pytest.mark.parametrize(
    "lead", ["The by-law would do three things:", "I wrote last week:", "Here are the main points:"]
)
def test_a_line_that_reports_no_speech_announces_nothing(lead: str):
    assert heard(said(lead, "A shabby booth will stand on the quay."), "shabby booth") == AUTHOR


CREDITED = (
    ("“It is a shabby trick on all of us.”\n\nAda Finch, The Paper", "Ada Finch"),
    ("“It is a shabby trick on all of us.”\n\n— Ada Finch, baker", "Ada Finch"),
    ("“It is a shabby trick on all of us.” [The Harbour Times]", "Harbour Times"),
    ("“It is a shabby trick on all of us.”\n\n[The Harbour Times]", "Harbour Times"),
)


@pytest.mark.parametrize(("quoted", "speaker"), CREDITED)
def test_a_credit_names_the_speaker(quoted: str, speaker: str):
    assert speaker in heard(said(quoted), "shabby trick")


def test_a_statement_that_is_shown_is_not_the_authors():
    apology = "We are sorry for the shabby trick that we played on the town."
    assert heard(said("On Sunday it gave in. Here is the board's full statement.", apology), "shabby trick") == UNKNOWN
    assert heard(said("Here is the full statement that the board made.", apology), "shabby trick") == AUTHOR
    assert heard(said("Read the full statement.", "It was a shabby trick."), "shabby trick") == AUTHOR


def test_turns_are_their_speakers_and_questions_the_authors():
    text = said(
        "ADA FINCH, BAKER: I think it is shabby.",
        "I have said so before.",
        "HOST: What should the board do?",
        "FINCH: It should hang its head, and so should we.",
        "HOST: A bold demand.",
    )
    assert heard(text, "shabby").lower() == "ada finch"
    assert heard(text, "said so before").lower() == "ada finch"
    assert heard(text, "hang its head").lower() == "ada finch"
    assert heard(text, "bold demand") == AUTHOR


def test_answers_are_the_guests():
    questions = ("Why charge at all?", "Did you expect the anger?", "What do you say to the bakers?")
    answers = ("I had no choice. It is a shabby grant.", "We did. I read the letters.", "I buy my bread there myself.")
    text = "\n\n".join(
        (
            "Ada Finch chairs the harbour board. Finch spoke to the Gazette.",
            *(part for pair in zip(questions, answers, strict=True) for part in pair),
        )
    )
    assert heard(text, "shabby grant") == "Ada Finch"
    assert heard(text, "expect the anger") == AUTHOR


TURNS = (
    (
        "Ada Finch",
        "I find it shabby, all of it.",
        "Jo Marsh",
        "Do you?",
        "Ada Finch",
        "I do.",
        "Jo Marsh",
        "Why is that?",
    ),
    ("Will the toll stay?", "Finch: I find it shabby, but it will.", "Are you sure?", "Finch: I am."),
    ("adafinch: I find it shabby.", "jomarsh: Do you?", "adafinch: I do.", "jomarsh: Why is that?"),
)


@pytest.mark.parametrize("turns", TURNS)
def test_turns_without_capitals_are_known_by_coming_again(turns: tuple[str, ...]):
    assert "finch" in heard(said("Ada Finch chairs the board.", *turns), "shabby").lower()


def test_a_signature_is_a_name_whatever_it_looks_like():
    assert heard(said("A shabby trick on us all. — tall glass of tea (@tallglass) May 3, 2025"), "shabby") == (
        "tall glass of tea"
    )


def test_a_letter_is_its_signers():
    letter = ("The baker wrote to the board:", "Dear Members,", "It is a shabby trick.", "Yours sincerely,\nAda Finch")
    assert heard(said(*letter), "shabby trick") == "Ada Finch"


def test_an_authors_own_words_in_a_frame_stay_his():
    page = (
        f"<html><body><article><h1>Tolls divide the council</h1><p>{HEAD} As I wrote last week:</p>"
        f"<blockquote><p>A shabby trick on all of us.</p></blockquote><p>{TAIL}</p></article></body></html>"
    )
    reading = read_article(read_page(page), ENGLISH)
    sentence = reading.prose.sentence_at(reading.article.text.index("shabby trick"))
    assert sentence is not None
    assert sentence.voice == AUTHOR


LISTS = (
    "Ada Finch: Born in Tern, she has chaired the shabby board for ten years.\n\n"
    "Jo Marsh: A miller by trade, he is in the council since 2010.\n\nRon Bell: The youngest member of the three.",
    "What is a toll?\n\nA toll is a shabby charge on a road.\n\nWho pays it?\n\nDrivers pay it.\n\n"
    "When does it start?\n\nIt starts in July.",
    "NOTE: The shabby booth is closed.\n\nUPDATE: The booth is open.\n\n"
    "NOTE: It is closed again.\n\nUPDATE: It is open.",
)


@pytest.mark.parametrize("text", LISTS)
def test_lists_subheads_and_notes_are_the_authors(text: str):
    assert heard(said(text), "shabby") == AUTHOR


def test_a_block_quotation_without_a_name_is_somebody_elses():
    page = (
        f"<html><body><article><h1>Tolls divide the council</h1><p>{HEAD}</p>"
        f"<blockquote><p>A shabby trick on all of us.</p></blockquote><p>{TAIL}</p></article></body></html>"
    )
    reading = read_article(read_page(page), ENGLISH)
    at = reading.article.text.index("shabby trick")
    sentence = reading.prose.sentence_at(at)
    assert sentence is not None
    assert sentence.voice == UNKNOWN


def test_a_quoted_paragraph_set_off_keeps_its_own_speaker():
    page = (
        f"<html><body><article><h1>Tolls divide the council</h1><p>{HEAD}</p>"
        "<blockquote>“It is a shabby trick on all of us,” said Ada Finch, a baker on the quay.</blockquote>"
        f"<p>{TAIL}</p><p>{HEAD}</p></article></body></html>"
    )
    reading = read_article(read_page(page), ENGLISH)
    assert [source.name for source in reading.sources] == ["Ada Finch"]


def test_a_language_without_grammar_knows_what_is_set_off():
    reading = read_article(
        read_text(said("A shabby trick on us. — Ada Finch (@adafinch) May 3, 2025")), Language("pt", 1, "none")
    )
    assert [voice.speaker for voice in reading.voices] == [UNKNOWN]


MESSAGE = (
    "I have built boats on this quay for thirty years, and it was a shabby trick to close it.",
    "It is not about the tolls. It is about power.",
    "Together with my wife I have fought the plan.",
    "Thank you to all who go on.",
)


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Ada Finch left the following message for bakers everywhere:", "Ada Finch"),
        ("The harbour board issued this statement on Monday:", "harbour board"),
        ("The letter contains the following statement:", "letter"),
    ],
)
def test_a_message_is_its_givers_to_its_end(lead: str, speaker: str):
    text = said(lead, *MESSAGE)
    for words in ("shabby trick", "It is about power", "fought the plan", "who go on"):
        assert speaker.lower() in heard(text, words).lower()
    assert heard(text, "next meeting") == AUTHOR


def test_a_message_ends_where_it_speaks_of_its_giver():
    text = said("Ada Finch left the following message:", *MESSAGE, "You can read more by Finch in our shabby shop.")
    assert heard(text, "shabby shop") == AUTHOR


@pytest.mark.parametrize(
    "paragraph",
    [
        "Finch is known for such things, and the town has a shabby booth to thank her for.",
        "The week had been a long one for the council of Tern. " * 7 + "A shabby booth stood on the quay.",
    ],
)
def test_after_a_lost_post_the_author_goes_on(paragraph: str):
    text = said("Shortly afterwards, the baker Ada Finch tweeted this:", paragraph)
    assert heard(text, "shabby booth") == AUTHOR


def test_who_is_sent_a_message_does_not_give_it():
    text = said("Ada Finch received the following statement:", "A shabby booth will stand on the quay.")
    assert "Finch" not in heard(text, "shabby booth")


def test_a_label_in_capitals_may_have_small_letters_in_a_prefix():
    text = said(
        "LENA LUND: Bill, what do you say to the council?",
        "BILL McFINCH: I think it is a shabby trick, and I have said so.",
        "LENA LUND: And what will you do now, Bill?",
        "BILL McFINCH: I shall go on.",
    )
    assert "McFINCH".lower() in heard(text, "shabby trick").lower()
    assert heard(text, "what do you say") == AUTHOR
