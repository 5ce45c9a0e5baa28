"""Where a text accuses, criticises or shames somebody, be it in the author's words or in a source's.

Positions are token indices. Without a parser, what stands beside a name must tell: "accused | Roe of", "Roe |
violated", "Roe's | refusal", "a lawsuit against | Roe", "Roe was | sacked".
"""

from detector.attribution.entities.context import Context
from detector.attribution.parties import blame
from detector.attribution.tokens.token_table import TokenTable

BEFORE = 7  # tokens before a name among which its accuser can stand
AFTER = 5  # tokens after it, or after what explains it, in which its own wrong can
EXPLAINED = 12  # tokens that explain a name between two commas or dashes
ENCLOSING = frozenset({",", "—", "–"})
MEETING = 4  # tokens after a verb in which the trouble is named that somebody meets


def is_accused(context: Context, first: int, last: int) -> bool:
    """Whether the name at tokens `[first, last)` is what somebody accuses, or does what is called a wrong."""
    words = context.words
    if last < words.unit_at(first).last and words.low[last] in words.grammar.parties.executive:
        last += 1  # the Roe administration
    modifies = _is_modifier(words, last)
    if (not modifies and (_is_object(context, first) or _is_one_more(context, first))) or _is_owner(words, last):
        return True
    if _is_wrongdoer(words, first, last) or _is_challenged(words, first, last):
        return True
    behind = last if last >= words.unit_at(first).last else _behind(words, first, last)
    return not modifies and blame.is_blamed(
        words, first, last, behind, not is_governed(words, first) and not _is_unreal(words, first)
    )


def _behind(words: TokenTable, first: int, last: int) -> int:
    """Where the predicate of the name at tokens `[first, last)` begins: behind the comma that closes an apposition,
    be that the name itself: a captain, Roe, | lied."""
    between = first > words.unit_at(first).first and words.low[first - 1] == "," and words.low[last] == ","
    return last + 1 if between else _after_explanation(words, last)


def _is_one_more(context: Context, first: int) -> bool:
    """Whether the name goes on a pair whose first is the object: accused Mayor Berg and Captain | Roe."""
    words = context.words
    start, index = words.unit_at(first).first, blame.before_titles(words, first)
    if index <= start or words.low[index] not in words.grammar.noun_phrases.additive:
        return False
    name = context.names.by_token.get(index - 1)
    return name is not None and _is_object(context, name.core[0])


def _is_modifier(words: TokenTable, last: int) -> bool:
    """Whether a noun follows that tells of somebody or something else than the name: accused the Oslo | mayor, blamed
    Roe's | party; not: the Roe | administration, Roe's | plan."""
    unit, grammar = words.unit_at(last - 1), words.grammar
    owned = last < unit.last and words.low[last] in grammar.noun_phrases.possessive_endings
    index = last + owned
    if index >= unit.last or words.low[index] in grammar.parties.executive:
        return False
    if owned:
        return words.low[index] in grammar.cues.words.collectives
    index = next((each for each in range(index, unit.last) if words.pos[each] != "ADJ"), index)  # the Oslo old | guard
    if words.capital(index) and words.low[index] in grammar.people.titles:
        return True  # the FBI | Director
    others = grammar.coreference.officials | grammar.noun_phrases.days | grammar.parties.acts
    return words.pos[index] == "NOUN" and not words.capital(index) and words.low[index] not in others


def _is_object(context: Context, first: int) -> bool:
    """Whether a verb or a noun of accusation before the name has it as its object."""
    words, party = context.words, context.grammar.parties
    unit, between = words.unit_at(first), set[str]()
    ends = blame.STOPS | party.placed | party.telling | context.grammar.noun_phrases.possessive_endings
    for index in range(first - 1, max(unit.first, first - BEFORE) - 1, -1):
        low = words.low[index]
        if low in ends:
            return False
        doer = party.source - party.genitive if low in party.suffered else party.source
        wronged = low in party.wrong_nouns and not doer.isdisjoint(between)
        if wronged or (low in party.charges and not party.aimed.isdisjoint(between)):
            return True
        if low in party.accusing and words.pos[index] in ("VERB", "NOUN", "PROPN", "ADJ"):
            hit = words.pos[index] == "NOUN" and not party.struck.isdisjoint(between)  # an attack | on | Roe
            return not hit and _is_done_to(words, index, between) and not _is_planned(words, index)
        if low in party.punishing and words.pos[index] == "VERB":
            before = words.low[max(unit.first, index - BEFORE) : index]
            another = not words.grammar.noun_phrases.indefinite.isdisjoint(between)  # fired | a | third past Roe
            return not another and _is_done_to(words, index, between) and party.earlier.isdisjoint(before)
        apart = index in context.names.by_token and not _joined(context, index, first)
        if apart or words.pos[index] in ("VERB", "AUX"):
            return False
        between.add(low)
    return False


def _is_done_to(words: TokenTable, index: int, between: set[str]) -> bool:
    """Whether the verb at `index` has whoever follows the words `between` for its object, not for its doer."""
    return not _is_passive(words, index) and words.grammar.parties.source.isdisjoint(between)


def _joined(context: Context, index: int, first: int) -> bool:
    """Whether nothing but names and titles stands between the word at `index` and the name: Governor | Nikki Haley."""
    return all(
        context.words.capital(each) or context.words.low[each] in context.grammar.noun_phrases.additive
        for each in range(index, first)
    )


def _is_passive(words: TokenTable, index: int) -> bool:
    be = words.grammar.noun_phrases.be
    return words.form[index] != "gerund" and not be.isdisjoint(
        words.low[max(words.unit_at(index).first, index - 2) : index]
    )


def _is_planned(words: TokenTable, index: int) -> bool:
    """Whether the verb at `index` is an infinitive, which tells of nothing done, or denied: hoping to | sue, to help |
    sue, don't | sue, should | sue."""
    before = words.low[max(words.unit_at(index).first, index - 2) : index]
    syntax = words.grammar.noun_phrases
    undone = syntax.infinitive | syntax.negation | words.grammar.parties.unreal
    return not undone.isdisjoint(before) and words.form[index] == "base"


def _is_owner(words: TokenTable, last: int) -> bool:
    """Whether a wrong is the name's own: Roe's | long silence."""
    unit, endings = words.unit_at(last - 1), words.grammar.noun_phrases.possessive_endings
    if last >= unit.last or words.low[last] not in endings:
        return False
    for index in range(last + 1, min(last + 4, unit.last)):
        if words.low[index] in words.grammar.parties.wrong_nouns:
            return True
        if words.pos[index] not in ("ADJ", "ADV"):
            return False
    return False


def _is_wrongdoer(words: TokenTable, first: int, last: int) -> bool:
    """Whether the name is the subject of a verb of wrong, or undergoes what the accused undergo: Roe was | sacked."""
    grammar, party = words.grammar, words.grammar.parties
    if is_governed(words, first):
        return False
    unit, passive, denied = words.unit_at(last - 1), False, _is_unreal(words, last - 1)
    start = _behind(words, first, last) if last < unit.last else last
    for index in range(start, min(start + AFTER, unit.last)):
        low = words.low[index]
        if low in party.wrongs and words.pos[index] == "VERB":
            return not denied and not passive
        if low in party.wrongly or (passive and low in party.undergone) or _meets_trouble(words, index):
            return not denied
        passive = passive or low in grammar.noun_phrases.be
        denied = denied or low in grammar.noun_phrases.negation or low in party.unreal
        if not _leads_on(words, index):
            return False
    return False


def _meets_trouble(words: TokenTable, index: int) -> bool:
    """Whether the word at `index` is a verb that has trouble for its object: is | facing harsh criticism."""
    party = words.grammar.parties
    near = words.low[index + 1 : min(index + 1 + MEETING, words.unit_at(index).last)]
    return words.low[index] in party.meeting and words.pos[index] == "VERB" and not party.trouble.isdisjoint(near)


def _after_explanation(words: TokenTable, last: int) -> int:
    """Where the predicate of a name that ends before token `last` may begin: behind an apposition that commas or
    dashes enclose: Roe, the officer who fired, | was sacked."""
    unit = words.unit_at(last - 1)
    if (
        last + 1 >= unit.last
        or words.low[last] not in ENCLOSING
        or words.low[last + 1] in words.grammar.noun_phrases.relative
    ):
        return last
    end = min(last + EXPLAINED, unit.last - 1)
    return next((index + 1 for index in range(last + 1, end) if words.low[index] == words.low[last]), last)


def _is_challenged(words: TokenTable, first: int, last: int) -> bool:
    """Whether a measure of the name's is fought in its sentence: asked a court to block the ban that | Roe ordered."""
    unit, party = words.unit_at(first), words.grammar.parties
    if last >= unit.last or words.low[last] not in party.measures:
        return False
    return not party.challenging.isdisjoint(words.low[unit.first : first])


def is_governed(words: TokenTable, first: int) -> bool:
    """Whether a preposition governs the name, so that another word is the subject: the head of | the Roe Company."""
    start, syntax, titles = words.unit_at(first).first, words.grammar.noun_phrases, words.grammar.people.titles
    index = first - 1
    while index > start and (words.low[index] in syntax.articles or words.low[index].rstrip(".") in titles):
        index -= 1
    return index >= start and words.low[index] in syntax.prepositions


def _is_unreal(words: TokenTable, index: int) -> bool:
    """Whether what is told of the name that ends at `index` has not happened: if | Roe."""
    start = max(words.unit_at(index).first, index - BEFORE)
    return not words.grammar.parties.unreal.isdisjoint(words.low[start:index])


def _leads_on(words: TokenTable, index: int) -> bool:
    """Whether a verb may still follow the word at `index` of which the name before it is the subject."""
    grammar, low = words.grammar.noun_phrases, words.low[index]
    if low in grammar.be or low in grammar.have or low in grammar.modal or low in grammar.negation:
        return True
    return words.pos[index] in ("ADV", "AUX", "PART") or low in grammar.relative or low == ","
