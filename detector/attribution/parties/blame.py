"""Where a text blames somebody otherwise than by a verb of accusation: by what it calls them, by what is wrong with
what they say and do, by what they owe, and by what is done to them.

Positions are token indices.
"""

from detector.attribution.tokens.token_table import TokenTable

AHEAD = 6  # tokens after a name, or after its verb, in which the blame stands
LEADING = frozenset({"ADV", "AUX", "PART", "PRON"})  # between a name and its verb
LINKED = LEADING | {"DET", "ADJ", "NOUN"}  # between "is" and what somebody is
STOPS = frozenset(".;:!?()[]—–,") | {"--"}


def is_blamed(words: TokenTable, first: int, last: int, behind: int, subject: bool) -> bool:
    """Whether the words around the name at tokens `[first, last)` blame it; its predicate can begin at `behind`.
    `subject` is true where the name can be the subject of that."""
    if _is_called_names(words, first, last) or _is_aimed_at(words, first) or _owns_the_tainted(words, last):
        return True
    return subject and (_is_worded(words, behind) or _is_sacked(words, last))


def before_titles(words: TokenTable, first: int) -> int:
    """The token before the name at `first`, its titles and their article: accused | the Mayor Berg."""
    start, index = words.unit_at(first).first, first - 1
    while index > start and (words.capital(index) or words.is_determiner(index)):
        index -= 1
    return index


def _ahead(words: TokenTable, index: int, far: int = AHEAD) -> range:
    """The tokens from `index` to the end of what belongs together."""
    end = min(index + far, words.unit_at(index - 1).last)
    stop = next((each for each in range(index, end) if words.low[each] in STOPS), end)
    return range(index, stop)


def _is_called_names(words: TokenTable, first: int, last: int) -> bool:
    """called | Roe “reckless”; branded | Roe a liar."""
    start, party = words.unit_at(first).first, words.grammar.parties
    index = before_titles(words, first)
    if index < start or words.low[index] not in party.naming:
        return False
    return any(
        words.low[each] in party.vices | party.villains | party.tainted for each in _ahead(words, last, AHEAD + 2)
    )


def _is_aimed_at(words: TokenTable, first: int) -> bool:
    """took aim at | Roe."""
    start = words.unit_at(first).first
    index = first
    while index > start and (words.capital(index - 1) or words.is_determiner(index - 1)):
        index -= 1
    return any(
        words.low[index - size : index] in words.grammar.parties.against for size in (1, 2, 3) if index - size >= start
    )


def _owns_the_tainted(words: TokenTable, last: int) -> bool:
    """Roe's | botched | order, Roe's | antics."""
    unit, grammar = words.unit_at(last - 1), words.grammar
    if last >= unit.last or words.low[last] not in grammar.noun_phrases.possessive_endings:
        return False
    wrong = grammar.parties.tainted | grammar.parties.marring
    return any(words.low[index] in wrong for index in _ahead(words, last + 1))


def _is_worded(words: TokenTable, start: int) -> bool:
    """Whether the predicate that begins at token `start` blames somebody: Roe | is complicit, Roe | spread false
    claims, Roe | should have answered, Roe | has yet to answer, Roe | doesn't care."""
    grammar, party = words.grammar.noun_phrases, words.grammar.parties
    if any(words.low[start : start + size] in party.failing for size in (2, 3, 4)):
        return True
    denied = linked = owing = False
    for index in _ahead(words, start):
        low = words.low[index]
        if linked and low in party.vices | party.villains:
            return not denied
        if low in party.committing and words.pos[index] == "VERB":
            return not denied and _takes_the_tainted(words, index)
        if (owing and (low in grammar.have or low in party.amends)) or (denied and low in party.uncaring):
            return True
        linked, owing = linked or low in grammar.be, low in party.owed
        denied = denied or low in grammar.negation
        helping = grammar.be | grammar.have | grammar.modal | grammar.negation
        if low not in helping and words.pos[index] not in (LINKED if linked else LEADING):
            break
    return False


def _takes_the_tainted(words: TokenTable, verb: int) -> bool:
    """Whether what the verb has for its object is called a wrong: spread | false claims, used | threats."""
    party = words.grammar.parties
    return any(words.low[index] in party.tainted | party.wrong_nouns for index in _ahead(words, verb + 1))


def _is_sacked(words: TokenTable, last: int) -> bool:
    """Whether a bare participle tells what is done to whoever bears the name: Roe | sacked over the quay."""
    unit, party = words.unit_at(last - 1), words.grammar.parties
    if last + 1 >= unit.last or words.low[last] not in party.undergone:
        return False
    return words.low[last + 1] in party.after_undergone
