"""Whether a noun phrase names somebody who can speak.

Positions are indices into the tokens of a line.
"""

from detector.article import Part
from detector.attribution.untrained import names, phrases
from detector.attribution.untrained.lines import Line
from detector.attribution.untrained.phrases import Phrase

NEAR = 4  # tokens of a phrase among which its noun stands


def is_likely(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase names somebody who can speak; not what stands before its verb as an object: Seine Freude |
    äußerte der Minister."""
    if phrases.is_pronoun(line, phrase[0]):
        return True
    if is_writer(line, phrase):
        return False
    start = phrases.past_attribute(line, phrase[0] + 1, phrase[1]) - 1
    near = range(start, min(phrase[1], start + NEAR))
    titled = line.low[phrase[0]] in line.grammar.words.titles and phrase[1] - phrase[0] > 1
    known = line.low[phrase[0]] in line.surnames and phrase[1] - phrase[0] == 1 and not names.is_common(line, phrase[0])
    return (
        titled
        or (known and line.capital(phrase[0]))
        or any(phrases.is_speaker(line, at) for at in near)
        or any(at + 1 < phrase[1] and names.is_first_name(line, at) for at in near)
    )


def is_writer(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase names the writer or the paper itself: este diario."""
    writers = line.grammar.words.writers
    return any(line.low[phrase[0] : phrase[0] + len(each)] == each for each in writers)


def is_named(line: Line, phrase: Phrase) -> bool:
    """The same, or whether it is a name or an acronym, which may be a speaker's."""
    acronym = any(line.tokens[at].text.isupper() and len(line.low[at]) > 1 for at in range(*phrase))
    return acronym or is_likely(line, phrase) or names.find_name(line, phrase, frozenset()) is not None


def lacks_article(line: Line, first: int) -> bool:
    """Whether a headline leaves out the article of an office: | Werft-Chef | klagt über Kosten."""
    return (
        line.part is Part.HEADLINE and line.grammar.capital_nouns and line.low[first] not in line.grammar.words.articles
    )
