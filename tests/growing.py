"""Texts and pages that grow: each was, or could have been, the one that costs more than its length.

A generator takes a size in characters and gives a text, a text with as long a headline, or a page of about that many.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle, islice, product

FIRST = "Ada Bruno Clara David Elena Frank Greta Hugo".split()
SAMPLES, SAMPLE = 4, 250  # places of a text from which its language is told, and their length
PLAIN = (
    " the council of the city has said that it will not be able to repair the old bridge over the river before winter"
    " and that the people who live there would have to use the other one which is more than an hour away from the old"
    " town and so not what they were all hoping for at all. "
)
STORY = "".join(
    f"<p>On day {day} the council of the {place} voted to repair {what} near the river, and nobody was against it.</p>"
    for day, (place, what) in enumerate(product(("city", "town", "county"), ("the bridge", "a road", "the old mill")))
)
HEAD = (
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge to be repaired","author":"Ada Berg"}'
    '</script><meta property="og:type" content="article"><title>Bridge to be repaired</title>'
)


@dataclass(frozen=True)
class Given:
    """What is read: a text with its headline, or a page."""

    text: str
    title: str | None = None

    @property
    def is_page(self) -> bool:
        """Whether the text is HTML."""
        return self.title is None

    @property
    def parts(self) -> tuple[str, str | None]:
        """The text and its headline."""
        return self.text, self.title


def word(number: int) -> str:
    """Another word of four letters for each number."""
    return "".join(chr(97 + number // 26**place % 26) for place in range(3, -1, -1))


def english(text: str) -> str:
    """The text with English where its language is told, so that it is read whatever else it holds."""
    third = len(text) // (SAMPLES - 1)
    parts = (text[place * third : (place + 1) * third] for place in range(SAMPLES - 1))
    sample = PLAIN[-SAMPLE:]
    return sample + "".join(part + sample for part in parts)


def again(piece: str) -> Callable[[int], str]:
    """The same piece until the size is reached."""
    return lambda size: piece * (size // len(piece))


def ever_new(piece: str, between: str = " ") -> Callable[[int], str]:
    """A piece with another first name (`%(first)s`), word (`%(word)s`), `%(Name)s` and number each time."""

    def grow(size: int) -> str:
        count = size // (len(piece) + len(between))
        names = islice(cycle(FIRST), count)
        return between.join(
            piece % {"first": first, "word": word(at), "Name": word(at * 7919 % 26**4).title(), "number": at * 7 + 3000}
            for at, first in enumerate(names)
        )

    return grow


def nothing(size: int) -> str:
    """No more, however large the size."""
    return ""


def text(grow: Callable[[int], str]) -> Callable[[int], Given]:
    """A text under a short headline."""
    return lambda size: Given(english(grow(size)), "Bridge to be repaired")


def headline(title: Callable[[int], str], body: Callable[[int], str]) -> Callable[[int], Given]:
    """A headline as long as its text, both of four times the size: what is compared takes less than what is read."""
    return lambda size: Given(english(body(4 * size)), title(4 * size))


def page(body: Callable[[int], str], head: Callable[[int], str] = nothing) -> Callable[[int], Given]:
    """An article with more in it, or in the head of its page."""

    def grow(size: int) -> Given:
        article = f"<article><h1>Bridge to be repaired</h1>{STORY}{body(size)}</article>"
        return Given(f"<!doctype html><html><head>{HEAD}{head(size)}</head><body>{article}</body></html>")

    return grow


PROSE = again("The council voted on Monday to repair the old bridge over the river. ")
GROWING: dict[str, Callable[[int], Given]] = {
    "plain prose": text(PROSE),
    "one sentence": text(again("the council of the city ")),
    "no space": text(again("abcdefgh")),
    "digits": text(again("1234567890")),
    "hyphens": text(again("a-")),
    "opening marks": text(again("“")),
    "straight marks": text(again("\"We 'waited' long\" ")),
    "inches": text(again("5\" 5' ")),
    "brackets": text(again("([")),
    "stops without a word": text(again("$ ? ")),
    "capitals": text(again("THE COUNCIL VOTED ")),
    "emoji and joiners": text(again("👩\u200d😀 ")),
    "soft hyphens": text(again("coun\u00adcil ")),
    "Chinese": text(again("市長は言った。")),
    "lines": text(again("The council voted on Monday to repair the old bridge near the river and then\n")),
    "paragraphs": text(again("The council voted.\n\n")),
    "loaded words": text(again("An outrageous, disgraceful plan. ")),
    "loaded words of many sources": text(ever_new("“An outrageous, brutal plan,” said %(first)s %(Name)s.")),
    "vague sources": text(again("many critics say ")),
    "vague sentences": text(again("Many critics say the plan will fail. ")),
    "unnamed sources": text(ever_new("Officials in %(Name)s said no.")),
    "anonymity without a reason": text(ever_new("an official of %(Name)s said on anonymity as ")),
    "who said": text(again("the mayor, who said, ")),
    "according to": text(again("according to ")),
    "said that she said": text(again("He said that she said that ")),
    "one speaker": text(again("“We waited,” said Ada Berg, the mayor. ")),
    "many speakers": text(ever_new("“We waited,” said %(first)s %(Name)s, the manager.")),
    "one surname": text(ever_new("%(Name)s Berg said no.")),
    "organisations": text(ever_new("The %(Name)s Institute said that it was wrong.")),
    "press releases": text(again("in a press release, the company said it had won, ")),
    "pronouns": text(ever_new("%(first)s %(Name)s said no. He said yes. She said no. They said it.")),
    "places": text(again("Paris said no to London. ")),
    "refusals": text(ever_new("%(first)s %(Name)s declined to comment.")),
    "titles": text(again("Foreign Minister Mr. ")),
    "NAME: turns": text(again("BERG: We waited for it.\n\nCOSTA: We did not wait.\n\n")),
    "signed quotations": text(again("“We won it all today.”\n\n— Ada Berg\n\n")),
    "quotations never closed": text(ever_new("“%(first)s %(Name)s, Mayor", "\n\n")),
    "spaces behind a dash": text(lambda size: f"We waited. — {' ' * size}x"),
    "posts": text(ever_new("We waited for it. — %(first)s %(Name)s (@%(word)s) May 3, 2025", "\n\n")),
    "turns of many": text(ever_new("%(Name)s: I waited for it, did you?", "\n\n")),
    "names on lines": text(ever_new("%(first)s Berg\n\nI waited for %(word)s, did you?", "\n\n")),
    "announced statements": text(ever_new("%(first)s %(Name)s said in a statement:\n\nI waited, we said.", "\n\n")),
    "letters": text(ever_new("Dear %(Name)s,\n\nI waited.\n\nYours,\n\n%(first)s %(Name)s", "\n\n")),
    "many accused": text(ever_new("The court accused %(first)s %(Name)s of fraud.")),
    "refusals in one sentence": text(lambda size: "President Berg lied and " + again("declined to comment, ")(size)),
    "documents": text(ever_new("%(first)s %(Name)s's letter said no. In his letter he said it. The report said so.")),
    "words of one paragraph each": text(ever_new("%(Name)s", "\n\n")),
    "no capitals": text(again("the council voted on monday. ada berg said no. ")),
    "nothing but marks": text(again(".,;:!?-—()[]'\"“”‘’… ")),
    "mojibake": text(again("â€œWe waitedâ€\u009d said Ã‰lodie Bergâ€™s friend. ")),
    "right to left": text(again("قال العمدة: “انتظرنا”. ")),
    "nested brackets": text(lambda size: f"Ada said it was {'(' * (size // 2)}x{')' * (size // 2)}"),
    "quoted paragraphs": text(again("“We waited a long time for this here.”\n\n")),
    "unclosed paragraphs": text(again("“We waited a long time.\n\n")),
    "a long headline": headline(again("Council votes to repair bridge "), PROSE),
    "a headline in loaded capitals": headline(again("OUTRAGEOUS PLAN SLAMMED "), PROSE),
    "quotations in the headline": headline(again("‘a plan’ "), PROSE),
    "quotations in the headline that begin alike": headline(ever_new("‘the %(word)s’"), again("the plan and the ")),
    "names of the headline": headline(ever_new("%(Name)s met"), ever_new("Ada %(word)s was there.")),
    "speakers of the headline": headline(ever_new("%(Name)s says no"), ever_new("It was Ada %(Name)s who voted.")),
    "figures of the headline": headline(ever_new("%(number)s"), ever_new("It cost 9%(number)s dollars.")),
    "verbs of the headline": headline(ever_new("council %(word)ss"), ever_new("It may have %(word)sed.")),
    "remarks in one paragraph": page(lambda size: f"<p>{again('An outrageous plan. ')(size)}</p>"),
    "remarks in many paragraphs": page(ever_new("<p>The brutal %(word)s plan <b>was</b> outrageous.</p>", "")),
    "the same paragraph": page(again("<p>The same words were said again and again by the council.</p>")),
    "line breaks": page(again("some words<br>")),
    "inline tags": page(ever_new("<p>The %(word)s <b>plan</b> of <i>the</i> <b>council</b> was said to fail.</p>", "")),
    "entities": page(lambda size: f"<p>{again('&amp;&nbsp;&#8217; ')(size)}</p>"),
    "comments": page(lambda size: f"<p>{again('a plan <!-- x -->')(size)}</p>"),
    "block quotations": page(
        ever_new("<blockquote>We waited for %(word)s.<cite>%(first)s Berg</cite></blockquote>", "")
    ),
    "one block quotation": page(
        lambda size: f"<blockquote>{again('<p>We waited a long time.</p>')(size)}</blockquote>"
    ),
    "questions in bold": page(ever_new("<p><b>Why did you %(word)s?</b></p><p>I waited for %(word)s.</p>", "")),
    "list items": page(again("<li>The council voted to repair it.</li>")),
    "table cells": page(lambda size: f"<table>{again('<tr><td>a</td><td>some words</td></tr>')(size)}</table>"),
    "captions": page(again("<figure><img alt='a'><figcaption>The bridge, by Ada Berg.</figcaption></figure>")),
    "linked speakers": page(
        ever_new('<p>“We waited,” said <a href="https://%(word)s.org/">%(first)s %(Name)s</a>, the manager.</p>', "")
    ),
    "bylines": page(ever_new("<p>By %(first)s %(Name)s</p>", "")),
    "JSON-LD": page(nothing, again('<script type="application/ld+json">{"@type":"Article","name":"A"}</script>')),
    "meta tags": page(nothing, ever_new('<meta name="author" content="%(first)s %(Name)s">', "")),
    "attributes": page(again("<p title='a' lang='en' data-x='1' class='a-b c'>The words.</p>")),
}
READ_BY_MODEL = ("plain prose", "one sentence", "loaded words", "many speakers", "vague sentences")
