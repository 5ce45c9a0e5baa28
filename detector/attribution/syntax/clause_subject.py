"""Who is the subject of a clause."""

from detector.attribution.syntax import noun_phrases
from detector.attribution.syntax.cue_verbs import PAUSES
from detector.attribution.tokens.token_table import TokenTable


def clause_subject(words: TokenTable, low: int, high: int) -> noun_phrases.Phrase | None:
    """The subject of the first finite verb in tokens `[low, high)`, relative clauses and a dependent clause before the
    main clause left aside."""
    main = _of_main_clause(words, low, high)
    if main is not None:
        return main
    grammar = words.grammar.noun_phrases
    for index in range(low, min(high, low + 2 * noun_phrases.REACH)):
        if words.quoted[index]:
            continue
        finite = words.is_finite(index) or words.low[index] in grammar.have or words.low[index] in grammar.be
        if not finite and not (words.pos[index] == "VERB" and words.low[index] in words.grammar.cues.verbs):
            continue
        end = noun_phrases.verb_group(words, index, low)
        if end > low and words.raw[end - 1] in (",", "—", "–"):
            opening = noun_phrases.parenthesis(words, end - 1, low)
            end = opening if opening is not None else end
        phrase = noun_phrases.before(words, end, low)
        if phrase and words.low[phrase[0]] not in grammar.relative:
            return phrase
    return None


def _of_main_clause(words: TokenTable, low: int, high: int) -> noun_phrases.Phrase | None:
    """The subject of the clause that follows on a dependent clause: When the Post called Roe, | he | was glad."""
    if words.low[low] not in words.grammar.clauses.dependent:
        return None
    for index in range(low + 1, min(high - 1, low + 2 * noun_phrases.REACH)):
        if words.raw[index] in PAUSES and not words.quoted[index]:
            phrase = noun_phrases.after(words, index + 1, high)
            if phrase is not None and phrase[1] < high and _is_verb(words, phrase[1]):
                return phrase
    return None


def _is_verb(words: TokenTable, index: int) -> bool:
    return words.is_finite(index) or noun_phrases.is_auxiliary(words, index)
