import pytest

from detector.languages.en import PACK as ENGLISH
from detector.text import prose
from tests.text.articles import article

# Each line is one paragraph; its sentences stand apart by " | " where the paragraph has a space.
CASES = """
The bridge closed on Monday. | It will stay closed until June.
Will the bridge open again? | Nobody could say. | Residents shrugged!
Mr. Okafor met Mrs. Lindqvist and Dr. Amari at noon. | They shook hands.
Sen. Dana Orr and Rep. Lou Vance wrote to Gov. Pike. | The governor declined.
The U.S. Senate voted on the bill. | The House did not.
Troops left the U.S. The last plane took off at dawn. =2
Troops left the U.S. | The last plane took off at dawn.
The talks in Washington, D.C. ended late.
The talks were held in Washington, D.C. | They ended late.
The ferry leaves at 9 a.m. on weekdays.
The ferry leaves at 9 a.m. | Buses follow an hour later.
The polls close at 8 p.m. Eastern time. | Counting begins at once.
The vote is due at 5 p.m. Tuesday. | A recount is unlikely.
House No. 5 burned down. | No. 7 was spared.
Did she agree? | No. | She walked out.
On Jan. 3 the court sat. | On Feb. 11 it ruled.
The fire began in Aug. 2019 and lasted weeks.
He was born in St. Louis. | His sister was not.
They moved to Mt. Pleasant and later to Ft. Worth.
Harlan Inc. reported a loss. | Its rival did not.
The plant belongs to Harlan Inc. | It employs 300 people.
Brandt Bros. Ltd. and Osei Co. merged. | Staff were told by letter.
J. K. Marlow wrote the report. | It runs to 90 pages.
The report by J.K. Marlow is long. | Few have read it.
George W. Lindahl spoke first. | Then came Ana B. Reyes.
Critics prefer Plan B. The minister does not. =2
Shares fell 3.5 percent to $1.2bn. | Bonds rose.
The lake covers 1,204.75 hectares. | Fishing is banned.
About 3.5. That was the ratio. =2
She hesitated … and then she signed.
She hesitated... and then she signed.
She hesitated... | Then she signed.
He trailed off… | The room was silent.
“I… I do not know,” he said. | He sat down.
"Stop!" he said. | The driver braked.
“Stop!” he said. | The driver braked.
“Where were you?” Ana Reyes asked. | Nobody answered.
“Where were you?” she asked. | “At home.”
“We will appeal.” | The clerk nodded.
“We will appeal,” Mr. Lind said. | “We have time.”
He called it “a mess.” | She agreed.
He called it "a mess." | She agreed.
She asked, “Why now?” and left.
He shouted 'Fire!' and ran. | Others followed.
(The mayor was away.) | Her deputy signed.
The mayor (who was away) sent a note. | It was short.
PORTO ALTA (Newswire) — The dam held. | Engineers were relieved.
PORTO ALTA – The dam held. | Engineers were relieved.
WESTMARK, Jan. 3 (Newswire) — The dam held.
Read more at https://example.org/a.b?c=d. | The page is free.
Write to desk@example.org. | We read every letter.
The site example.org was down. | It came back at noon.
What a night! 🎉 | The crowd sang.
What a night 🎉 for the town. | The crowd sang.
• Bring water • Bring shoes =2
1. Open the window. | 2. Close the door.
The plan failed.The council met again. =2
The plan failed.[1] | The council met again.
He said no.” | She left.
The judge, a former D.A. in Ohio, recused himself.
The panel (e.g. the chair) objected. | Others, i.e. the rest, did not.
Smith et al. published the study. | It was retracted.
The Yankees vs. Red Sox game was called off.
She lives on Ocean Dr. | The house is blue.
She lives on Elm St. near the park.
Dr. Amari and Prof. Iyer disagree.
The offer of then-Gov. Pike and ex-Sen. Orr lapsed.
It opened in mid-Sept. and closed in late-Nov. | Few came.
Lt. Col. Hanna Weiss commands the unit.
Really?! | Yes, really.
No way!!! | The coach laughed.
The iPhone sold well. | iPads did not.
It rained. | (It always does.) | Nobody minded.
“We lost. | We lost badly,” the coach said.
« Nous verrons. » | Il est parti.
¿Quién lo sabe? | Nadie. | ¡Qué noche!
„Wir gehen.“ | Dann ging er.
The law was passed in 1998. | 2004 saw its repeal.
Ph.D. students struck. | The dean resigned.
He earned a Ph.D. | She earned two.
Martin Reyes Jr. won. | Martin Reyes Sr. watched.
The bill, H.R. 1, stalled. | S. 12 did not.
"This is it. | This is the end," she wrote on X.
... and so it goes. | The end.
Prices rose (see Fig. 3). | Wages did not.
HE LEFT THE U.S. SENATE. | SHE STAYED.
The film Help! opens today.
""".strip().splitlines()


@pytest.mark.parametrize("case", CASES)
def test_sentences_end_where_a_reader_ends_them(case):
    line, _, count = case.partition(" =")
    expected = line.split(" | ")
    text = " ".join(expected)
    read = prose.read_prose(article(text), ENGLISH)
    found = [sentence.span.of(text) for sentence in read.sentences]
    if count:
        assert len(found) == int(count), found
    else:
        assert found == expected


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("Opening hours\nMonday to Friday\nClosed on Sunday", 3),
        ("First thought\n\nsecond thought", 2),
        ("A line that was wrapped by a program at some seventy characters or so\nGreta Holm said so.", 1),
        ("Items:\n• tea\n• milk", 3),
    ],
)
def test_line_breaks_end_a_sentence_where_they_were_meant(paragraph, expected):
    assert len(prose.read_prose(article(paragraph), ENGLISH).sentences) == expected


def test_headings_without_a_full_stop_are_sentences_of_their_own():
    found = prose.read_prose(
        article("What happens next", "The court will rule. It may take weeks.", headline="Dam holds"), ENGLISH
    )
    assert [sentence.block for sentence in found.sentences] == [0, 1, 2, 2]


def test_a_sentence_in_another_script_ends_at_its_own_full_stop():
    found = prose.read_prose(article("今日は晴れです。明日は雨です。"), ENGLISH)
    assert [sentence.span.of(found.text) for sentence in found.sentences] == ["今日は晴れです。", "明日は雨です。"]
