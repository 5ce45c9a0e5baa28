"""Who is the subject of a clause."""

from detector.attribution.syntax import noun_phrases
from detector.attribution.tokens.token_table import TokenTable


def clause_subject(words: TokenTable, low: int, high: int) -> noun_phrases.Phrase | None:
    """The subject of the first finite verb in tokens `[low, high)`, relative clauses left aside."""
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
