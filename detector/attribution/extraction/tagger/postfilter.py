"""What of the tagger's findings is kept. Its training texts count refusals, chains and mere mentions as attributions;
where the rules found nothing either, these are left out. Sources are cut to what the resolver reads.

Positions are token indices.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from detector.attribution.extraction.rules.content_start import REFUSALS
from detector.attribution.extraction.rules.extractor import Draft
from detector.attribution.extraction.rules.reporting_clauses import AS_SAYING, DENIED, RELAYING
from detector.attribution.syntax import cue_verbs, noun_phrases
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import Words
from detector.attribution.tokens.types import RawQuotation
from detector.languages.en.reporting import load
from detector.settings import SETTINGS

FIRST_PERSON = frozenset("i we you please".split())
REPORTING = frozenset({"according", ":"})
SUFFERED = frozenset(  # of somebody else's words, after "was"
    "accused charged criticized criticised blamed condemned denounced praised alleged described asked told questioned"
    " urged warned ordered advised informed called suspected convicted".split()
)
SEEMING = frozenset("seem seems seemed appear appears appeared".split())  # to the writer
CHAINED = frozenset("quoting citing".split())
LEAST = 3  # words of a paraphrase that says something
REACH = 16  # tokens after "according to" within which "quoting" stands
LONGEST = 20  # tokens of a source
ENDS = frozenset({",", ";", "—", "–", "("})
VERBAL = frozenset("who was were is are had has have".split())


def sift(
    words: Words, drafts: Iterable[Draft], ruled: Sequence[RawQuotation], sure: Sequence[float]
) -> Iterator[Draft]:
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


def _cut(words: Words, source: Phrase) -> Phrase | None:
    """A source without what stands beside it: an EU diplomat | , speaking on condition of anonymity,."""
    first, last = source
    while first < last and not words.is_word(first):
        first += 1
    end = first
    while end < last and words.raw[end] not in ENDS and (end == first or words.low[end] not in VERBAL):
        end += 1
    return (first, min(end, first + LONGEST)) if first < end else None


def _is_chain(words: Words, draft: Draft) -> bool:
    """Whether it is "according to X, quoting …" or "quoted X as saying …", whose speaker the rules tell."""
    if draft.cue is not None and words.low[draft.cue[1] - 1] in RELAYING:
        first, last = draft.content[0]
        return any(pair in AS_SAYING for pair in pairwise(words.low[first:last]))
    if draft.cue is None or words.low[draft.cue[0]] != "according":
        return False
    end = min(draft.cue[1] + REACH, words.unit_at(draft.cue[0]).last)
    return not CHAINED.isdisjoint(words.low[draft.cue[1] : end])


def _says_something(words: Words, draft: Draft) -> bool:
    quoted = any(words.quoted[index] for piece in draft.content for index in range(*piece))
    if not quoted and sum(words.count(*piece) for piece in draft.content) < LEAST:
        return False
    if draft.cue is None:
        return True
    cue, content = words.low[draft.cue[0] : draft.cue[1]], draft.content[0][0]
    last = draft.cue[1] - 1
    if _suffers(words, draft) or words.low[last - 1] == "for":  # for fear that
        return False
    if len(cue) == 1 and (cue_verbs.is_naming(words, last) or cue_verbs.is_adjective(words, last)):
        return False
    if cue[0] in CHAINED or not SEEMING.isdisjoint(cue) or words.low[content : content + 2] in REFUSALS:
        return False
    return noun_phrases.NEGATION.isdisjoint(cue) or DENIED.isdisjoint(cue)


def _suffers(words: Words, draft: Draft) -> bool:
    """Whether the source is the one spoken of, and not the speaker: the party was accused of lying."""
    if draft.cue is None or draft.source is None or draft.source[1] > draft.cue[0]:
        return False
    group = words.low[draft.source[1] : draft.cue[1]]
    verb = next((index for index, low in enumerate(group) if low in SUFFERED), 0)
    return verb > 0 and not noun_phrases.BE.isdisjoint(group[:verb]) and "by" not in group


def _is_sure(words: Words, draft: Draft, sure: Sequence[float]) -> bool:
    """Whether the tagger is sure enough; surer where no word of the cue is known to be one. "I" is the author."""
    if draft.source is not None and words.low[draft.source[0]] in FIRST_PERSON:
        return False
    said = [sure[index] for piece in draft.content for index in range(*piece)]
    if sum(said) < SETTINGS.attribution.probable * len(said):
        return False
    if draft.cue is None:
        return True
    cue = range(*draft.cue)
    return (
        any(_is_known(words.low[index]) for index in cue)
        or min(sure[index] for index in cue) >= SETTINGS.attribution.certain
    )


def _is_known(low: str) -> bool:
    lexicon = load()
    nouns = lexicon.lists["speech_nouns"], lexicon.lists["thought_nouns"], REPORTING
    cue = lexicon.verbs.get(low)
    return bool(cue and (cue.frames - {"quote"} or cue.needs)) or any(low in each for each in nouns)
