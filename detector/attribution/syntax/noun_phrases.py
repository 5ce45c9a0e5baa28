"""Noun phrases around a cue: who stands before it and after it. Positions are token indices, a phrase is a range."""

from detector.attribution.tokens.token_table import NOUNS, PARTICIPLES, TokenTable

Phrase = tuple[int, int]
REACH = 40  # tokens a phrase may be long, so that no text costs more than linear time
NOMINAL = NOUNS | {"ADJ", "NUM"}
SYMBOLS = frozenset("&%$")
BRACKETS = {"(": ")", "[": "]"}
BRACKETED = 9  # tokens of what stands in brackets behind a name


def nominal(words: TokenTable, index: int) -> bool:
    """Whether token `index` can stand inside a noun phrase."""
    grammar, pos, low = words.grammar.noun_phrases, words.pos[index], words.low[index]
    if is_in_name(words, index):
        return True
    if is_auxiliary(words, index) or low in grammar.pronouns or low in grammar.days or low in grammar.relative:
        return False
    attributive = low in grammar.attributive_participles and index + 1 < len(words.low)
    if attributive and (words.is_noun(index + 1) or words.pos[index + 1] == "ADJ"):
        return True  # of an office: the acting attorney
    owned = index > 0 and words.pos[index - 1] == "PART" and words.form[index - 1] == "possessive"
    if pos == "VERB" and words.form[index] == "base" and owned:
        return True  # Roe's call
    if pos == "VERB" and low in words.grammar.cues.verbs and not words.capital(index):
        return False
    open_class = pos in NOMINAL or words.is_determiner(index) or words.form[index] == "possessive"
    return open_class or words.capital(index) or low in SYMBOLS


def is_auxiliary(words: TokenTable, index: int) -> bool:
    """Whether the word can be an auxiliary or a modal verb: is, has, would; not: Roe's."""
    grammar, low = words.grammar.noun_phrases, words.low[index]
    auxiliary = low in grammar.be or low in grammar.have or low in grammar.modal
    return auxiliary and words.form[index] != "possessive"


def is_in_name(words: TokenTable, index: int) -> bool:
    """Whether a word that is a verb elsewhere is part of a name here: Will Roe, Theresa May; not: Will Roe resign?"""
    if words.low[index] not in words.grammar.noun_phrases.modal_names or not words.capital(index):
        return False
    unit = words.unit_at(index)
    if index > unit.first and words.capital(index - 1):
        return True
    asked = words.raw[unit.last - 1] == "?" or (index + 2 < unit.last and words.form[index + 2] in ("base", "present"))
    return index + 1 < unit.last and words.capital(index + 1) and not asked


def _head(words: TokenTable, index: int) -> bool:
    if words.is_noun(index) or words.pos[index] == "NUM" or words.capital(index) or words.is_determiner(index):
        return True
    return words.is_plain_adjective(index) or words.low[index] in words.grammar.noun_phrases.quantifiers


def before(words: TokenTable, end: int, low: int) -> Phrase | None:
    """The noun phrase that ends right before token `end` and begins at `low` or later."""
    last, grammar = end - 1, words.grammar.noun_phrases
    if last >= low and _stands_alone(words, last) and not words.quoted[last]:
        return last, end
    if last >= low and words.raw[last] == ")":
        last = _opening(words, last, low) - 1
    if last < low or words.quoted[last]:
        return None
    first = _backwards(words, last, max(low, end - REACH))
    while first < last and (_introduces(words, first) or words.is_preposition(first)):
        first += 1
    complex_ = first + 2 <= last and words.low[first] in grammar.complex_prepositions
    if complex_ and words.low[first + 1] in grammar.genitive:
        first += 2
    return (first, end) if first <= last and any(_head(words, k) for k in range(first, last + 1)) else None


def _stands_alone(words: TokenTable, index: int) -> bool:
    grammar, low = words.grammar.noun_phrases, words.low[index]
    return low in grammar.pronouns or low in grammar.complementizers


def _introduces(words: TokenTable, index: int) -> bool:
    grammar, low = words.grammar.noun_phrases, words.low[index]
    return low in grammar.prepositions or low in grammar.introducers


def _backwards(words: TokenTable, last: int, floor: int) -> int:
    """Where the run of words that can be one noun phrase with token `last` begins."""
    first, articles = last + 1, words.grammar.noun_phrases.articles
    while first > floor and not words.quoted[first - 1] and _extends(words, first - 1, last, floor):
        if first <= last and words.low[first] in articles and words.is_noun(first - 1):
            break
        first -= 1
        opening = _opening(words, first, floor) if words.raw[first] == ")" else first
        first = opening if opening < first else first
    return first


def past_brackets(words: TokenTable, index: int, high: int) -> int:
    """Where the brackets end that open at token `index`, if any do: Roe | (D., Ohio) | and."""
    if index < high and words.raw[index] in BRACKETS:
        for position in range(index + 1, min(high, index + BRACKETED)):
            if words.raw[position] == BRACKETS[words.raw[index]]:
                return position + 1
    return index


def _opening(words: TokenTable, index: int, low: int) -> int:
    for position in range(index, max(low, index - 8) - 1, -1):
        if words.raw[position] == "(":
            return position
    return index


def _extends(words: TokenTable, index: int, last: int, floor: int) -> bool:
    if nominal(words, index) or (floor < index < last and _premodifies(words, index)):
        return True
    if not floor < index < last:
        return False
    grammar, low = words.grammar.noun_phrases, words.low[index]
    if words.raw[index] == ")":
        opening = _opening(words, index, floor)
        return floor < opening < index and nominal(words, opening - 1)
    if low in grammar.coordinators:
        opening = index - 1 == floor and words.form[floor] == "plural"  # Doctors | and nurses
        equal = opening or words.capital(index - 1) == words.capital(index + 1)
        joins = equal and nominal(words, index + 1) and nominal(words, index - 1)
        return words.raw[index - 1] == ")" or joins
    attached = low in grammar.prepositions and (nominal(words, index + 1) or _premodifies(words, index + 1))
    if low not in grammar.particles and not attached and not _reduces(words, index):
        return False
    return _reaches_noun(words, index - 1, floor)


def _premodifies(words: TokenTable, index: int) -> bool:
    """Whether a participle stands between a preposition and a noun: a report on leaks by | freed | prisoners."""
    if words.form[index] not in ("participle", "past") or words.low[index] in words.grammar.cues.verbs:
        return False
    follows = index + 1 < len(words.low) and words.is_noun(index + 1)
    return follows and words.low[index - 1] in words.grammar.noun_phrases.prepositions


def _reduces(words: TokenTable, index: int) -> bool:
    """Whether the token is the participle of a clause without a verb: people | briefed | on the plan."""
    grammar, low, following = words.grammar.noun_phrases, words.low[index], words.low[index + 1]
    released = low in grammar.released
    goes_on = following in grammar.prepositions or following in grammar.particles or released
    describes = (
        words.is_determiner(index - 1)
        or words.form[index - 1] == "possessive"
        or words.is_plain_adjective(index - 1)
        or words.pos[index - 1] == "NUM"
    )
    participle = words.form[index] in PARTICIPLES and low not in grammar.simple_pasts and (goes_on or describes)
    if low in grammar.perceived and following in grammar.perceivers and words.is_noun(index - 1):
        return True
    if words.form[index] in PARTICIPLES and goes_on and words.low[index - 1] in words.grammar.cues.words.documents:
        return True  # a statement | posted to her account
    return (participle or words.is_adverb(index)) and (low not in words.grammar.cues.verbs or released)


def _reaches_noun(words: TokenTable, index: int, floor: int) -> bool:
    """Whether only participles and particles stand between here and a noun: a leaflet | handed out | by protesters."""
    grammar = words.grammar.noun_phrases
    for position in range(index, max(floor, index - 3) - 1, -1):
        if nominal(words, position):
            return True
        low = words.low[position]
        if low in grammar.be or low in grammar.have:
            return False
        if not (low in grammar.particles or words.form[position] in PARTICIPLES or words.is_adverb(position)):
            return False
    return False


def after(words: TokenTable, start: int, high: int) -> Phrase | None:
    """The noun phrase that begins at token `start` and ends at `high` or before."""
    if start >= high or words.quoted[start]:
        return None
    if words.low[start] in words.grammar.noun_phrases.pronouns:
        return start, start + 1
    end = start
    ceiling = min(high, start + REACH)
    while end < ceiling and not words.quoted[end] and _continues(words, start, end, ceiling):
        end += 1
    while end > start and _dangles(words, end - 1):
        end -= 1
    return (start, end) if any(_head(words, k) for k in range(start, end)) else None


def _dangles(words: TokenTable, index: int) -> bool:
    """Whether no noun phrase ends with the token: of, and, 's."""
    grammar, low = words.grammar.noun_phrases, words.low[index]
    return low in grammar.prepositions or low in grammar.additive or low in grammar.possessive_letters or low == "&"


def _continues(words: TokenTable, start: int, index: int, ceiling: int) -> bool:
    grammar, low = words.grammar.noun_phrases, words.low[index]
    if nominal(words, index):
        return not (index > start and low in grammar.definite and words.is_noun(index - 1))  # an official | the paper
    if low in grammar.authored and index + 2 < ceiling and words.low[index + 1] in grammar.agent:
        return _is_written(words, start, index + 1)
    if index == start or index + 1 >= ceiling or not nominal(words, index + 1):
        return False
    if low in grammar.prepositions and words.low[index - 1] in words.grammar.clauses.postnominal:
        return True  # sources close | to | the mayor
    if low in grammar.linking:
        return not (low in grammar.inside and words.low[index + 1] in grammar.indefinite)
    return low in grammar.agent and _is_written(words, start, index)


def _is_written(words: TokenTable, start: int, by: int) -> bool:
    """Whether a document stands before "by": a report | by X · a survey | conducted by X."""
    noun = by - 2 if words.low[by - 1] in words.grammar.noun_phrases.authored else by - 1
    return noun >= start and words.low[noun] in words.grammar.cues.words.documents


def verb_group(words: TokenTable, cue: int, low: int) -> int:
    """The index of the first token of the verb group that ends in `cue`: has previously | said."""
    grammar, first = words.grammar.noun_phrases, cue
    while first > low and not words.quoted[first - 1]:
        word = words.low[first - 1]
        adverb = words.is_adverb(first - 1) and not (words.capital(first - 1) and first - 1 != low)
        named = word in grammar.modal_names and words.capital(first - 1)
        if named and first - 1 > low and words.capital(first - 2):
            break
        passing = word in grammar.negation or word in grammar.adverbials or word in grammar.days
        passing |= word in words.grammar.coreference.distributive and first - 2 > low and is_auxiliary(words, first - 2)
        if not (adverb or passing or is_auxiliary(words, first - 1)):
            break
        first -= 1
    return first


def parenthesis(words: TokenTable, comma: int, low: int) -> int | None:
    """The comma that opens the parenthesis closed by the comma (or dash) at `comma`; `None` where there is none."""
    for index in range(comma - 1, max(low, comma - REACH) - 1, -1):
        if words.raw[index] == words.raw[comma] and not words.quoted[index] and index > low:
            phrase = before(words, index, low)  # Roe, 61, said; but: one caller, …, said
            person = words.low[index - 1] in words.grammar.cues.words.persons
            if phrase and not _listed(words, index) and (person or words.pos[phrase[0]] != "NUM"):
                return index
        elif words.raw[index] in (";", ":"):
            return None
    return None


def _listed(words: TokenTable, comma: int) -> bool:
    """Whether the comma stands inside a place or a list: Boulder, Colo., · Roe, 63, a …"""
    if comma + 2 >= len(words.raw) or words.raw[comma + 2] != ",":
        return False
    place = words.raw[comma + 1] in words.grammar.gazetteer.entries or words.raw[comma + 1].endswith(".")
    return words.pos[comma + 1] == "NUM" or place
