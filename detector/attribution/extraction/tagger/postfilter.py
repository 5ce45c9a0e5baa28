"""What of the tagger's findings is kept. Its training texts count refusals, chains and mere mentions as attributions;
where the rules found nothing either, these are left out. Sources are cut to what the resolver reads.

Positions are token indices.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from detector.attribution.extraction.rules.extractor import PartialQuotation
from detector.attribution.syntax import cue_verbs
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import TokenTable
from detector.attribution.tokens.types import RawQuotation
from detector.settings import SETTINGS

LEAST = 3  # words of a paraphrase that says something
REACH = 16  # tokens after a preposition such as "according to" within which "quoting" stands
LONGEST = 20  # tokens of a source
ENDS = frozenset({",", ";", "—", "–", "("})


def drop_implausible(
    words: TokenTable, drafts: Iterable[PartialQuotation], ruled: Sequence[RawQuotation], sure: Sequence[float]
) -> Iterator[PartialQuotation]:
    """The drafts that are kept, with their sources cut; `ruled` are what the rules found, `sure` is how probable the
    label of each token is."""
    claimed = bytearray(len(words.raw) + 1)
    for raw in ruled:
        for piece in raw.content:
            first, last = words.tokens_within(piece)
            claimed[first:last] = bytes([1]) * (last - first)
    for draft in drafts:
        if _is_chain(words, draft) or cue_verbs.is_promotion(words, draft.content[0][0]):
            continue
        cut = replace(draft, source=_cut(words, draft.source) if draft.source else None)
        if any(any(claimed[first:last]) for first, last in draft.content) or (
            _says_something(words, cut) and _is_sure(words, cut, sure)
        ):
            yield cut


def _cut(words: TokenTable, source: Phrase) -> Phrase | None:
    """A source without what stands beside it: an EU diplomat | , speaking on condition of anonymity,."""
    (first, last), verbal = source, words.grammar.clauses.verbal
    while first < last and not words.is_word(first):
        first += 1
    end = first
    while end < last and words.raw[end] not in ENDS and (end == first or words.low[end] not in verbal):
        end += 1
    return (first, min(end, first + LONGEST)) if first < end else None


def _is_chain(words: TokenTable, draft: PartialQuotation) -> bool:
    """Whether it is "according to X, quoting …" or "quoted X as saying …", whose speaker the rules tell."""
    lists = words.grammar.cues.words
    if draft.cue is not None and words.low[draft.cue[1] - 1] in lists.relaying:
        first, last = draft.content[0]
        return any(pair in lists.as_saying for pair in pairwise(words.low[first:last]))
    if draft.cue is None or words.low[draft.cue[0]] not in lists.attributing_words:
        return False
    end = min(draft.cue[1] + REACH, words.unit_at(draft.cue[0]).last)
    return not lists.citing.isdisjoint(words.low[draft.cue[1] : end])


def _says_something(words: TokenTable, draft: PartialQuotation) -> bool:
    """Whether a draft holds a statement, and its cue gives one away."""
    quoted = any(words.quoted[index] for piece in draft.content for index in range(*piece))
    if not quoted and sum(words.count(*piece) for piece in draft.content) < LEAST:
        return False
    return draft.cue is None or (not _suffers(words, draft) and _is_reporting(words, draft.cue, draft.content[0][0]))


def _is_reporting(words: TokenTable, phrase: Phrase, content: int) -> bool:
    """Whether the cue at `phrase` reports what begins at token `content`: no refusal, no name, no fear that."""
    grammar, lists = words.grammar, words.grammar.cues.words
    cue, last = words.low[slice(*phrase)], phrase[1] - 1
    if words.low[last - 1] in grammar.clauses.motives:  # for fear that
        return False
    if len(cue) == 1 and (cue_verbs.is_naming(words, last) or cue_verbs.is_adjective(words, last)):
        return False
    if cue[0] in lists.citing or not grammar.clauses.seeming.isdisjoint(cue):
        return False
    if words.low[content : content + 2] in grammar.clauses.refusals:
        return False
    return grammar.noun_phrases.negation.isdisjoint(cue) or lists.denied.isdisjoint(cue)


def _suffers(words: TokenTable, draft: PartialQuotation) -> bool:
    """Whether the source is the one spoken of, and not the speaker: the party was accused of lying."""
    if draft.cue is None or draft.source is None or draft.source[1] > draft.cue[0]:
        return False
    grammar, group = words.grammar, words.low[draft.source[1] : draft.cue[1]]
    verb = next((index for index, low in enumerate(group) if low in grammar.clauses.undergone), 0)
    suffered = verb > 0 and not grammar.noun_phrases.be.isdisjoint(group[:verb])
    return suffered and grammar.noun_phrases.agent.isdisjoint(group)


def _is_sure(words: TokenTable, draft: PartialQuotation, sure: Sequence[float]) -> bool:
    """Whether the tagger is sure enough; surer where no word of the cue is known to be one. "I" is the author."""
    if draft.source is not None and words.low[draft.source[0]] in words.grammar.clauses.non_speakers:
        return False
    said = [sure[index] for piece in draft.content for index in range(*piece)]
    if sum(said) < SETTINGS.attribution.probable * len(said):
        return False
    if draft.cue is None:
        return True
    cue = range(*draft.cue)
    return (
        any(_is_known(words, index) for index in cue)
        or min(sure[index] for index in cue) >= SETTINGS.attribution.certain
    )


def _is_known(words: TokenTable, index: int) -> bool:
    """Whether the token is a cue, or a colon, which introduces what somebody says."""
    low, cues = words.low[index], words.grammar.cues
    if low == ":" or low in cues.words.attributing_words:
        return True
    cue = cues.verbs.get(low)
    known = cue is not None and bool(cue.frames - {"quote"} or cue.needs)
    return known or low in cues.words.speech_nouns or low in cues.words.thought_nouns
