"""What markup and layout say about who speaks, read before any grammar.

Whoever takes a block first has it: elements of the page, embedded posts in plain text, turns, questions and answers,
credits under quotations, then what a line announces.
"""

from collections.abc import Iterable, Sequence

from detector.article import Article, Utterance
from detector.languages.parts import Layout
from detector.text.marks import Quoted
from detector.text.structure import credit_lines, interviews, posts, quotations, statements, turns
from detector.text.structure.body import body_of

Taken = tuple[Utterance, frozenset[int]]


def find_utterances(article: Article, quoted: Sequence[Quoted], layout: Layout) -> tuple[Utterance, ...]:
    """What is given to speakers, in order and without overlap; `quoted` are the stretches in quotation marks, `layout`
    the words of the article's language."""
    body = body_of(article, tuple(quoted), layout)
    free = set(range(len(body.blocks)))
    found: list[Utterance] = []

    def take(offered: Iterable[Taken]) -> None:
        """Keep what takes only free blocks."""
        taken: set[int] = set()
        for utterance, blocks in offered:
            if blocks <= free:
                found.append(utterance)
                taken |= blocks
        free.difference_update(taken)

    take(quotations.find_block_quotations(body))
    take(posts.in_text(body, frozenset(free)))
    take(turns.find_turns(body, frozenset(free)))
    if not any(each.kind == "turn" for each in found):
        take(interviews.find_interviews(body, frozenset(free)))
    take(credit_lines.find_credit_lines(body, frozenset(free)))
    take(statements.find_statements(body, frozenset(free)))
    return tuple(sorted(found, key=_place))


def _place(utterance: Utterance) -> int:
    spans = (*utterance.content, utterance.speaker) if utterance.speaker is not None else utterance.content
    return min((span.start for span in spans), default=0)
