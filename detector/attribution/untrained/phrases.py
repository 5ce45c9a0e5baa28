"""Noun phrases: whom the words around a verb of reporting name.

Positions are indices into the tokens of a line.
"""

from detector.attribution.untrained import gendered
from detector.attribution.untrained.lines import Line

Phrase = tuple[int, int]
LONGEST = 30  # tokens of a noun phrase
DOMAIN = "."  # inside an address: nachrichten.example
ATTRIBUTE = 9  # tokens of the longest attribute before a noun
LOWER = 4  # words before a noun: its adjectives
BRACKETS = frozenset("(")
JOINING = frozenset("&/.")
BRACKETED = 8  # tokens of what stands in brackets behind a name


def is_pronoun(line: Line, index: int) -> bool:
    """Whether a token is a pronoun that can be a subject."""
    return line.low[index] in line.grammar.words.pronouns


def opens(line: Line, index: int) -> bool:
    """Whether a noun phrase can begin at the token: an article, a noun or name, a pronoun."""
    words, token = line.grammar.words, line.tokens[index]
    if not token.is_word or line.low[index] in words.prepositions or line.low[index] in words.adverbs:
        return False
    if is_pronoun(line, index) or line.low[index] in words.articles or token.pos == "NUM":
        return True
    if line.capital(index) or DOMAIN in token.text[1:-1]:
        return True
    return _is_adjective(line, index) if line.grammar.capital_nouns else is_speaker(line, index)


def _is_adjective(line: Line, index: int) -> bool:
    """Whether an adjective stands here before its noun, with adjectives alone between: laut | israelischen Medien."""
    for at in range(index, min(index + LOWER, len(line.tokens))):
        if line.capital(at):
            return at > index
        if line.tokens[at].pos != "ADJ":
            return False
    return False


def is_speaker(line: Line, index: int) -> bool:
    """Whether a token is a listed noun for who or what can speak."""
    words, low = line.grammar.words, line.low[index]
    listed = low in words.persons or low in words.collectives or low in words.bodies or low in words.documents
    endings = (
        words.person_endings + words.collective_endings + words.body_endings + words.document_endings
        if line.capital(index) or not line.grammar.capital_nouns
        else ()
    )
    named = low in words.organisations | words.metonyms and line.capital(index)
    return listed or named or (bool(endings) and low.endswith(endings))


def noun_phrase(line: Line, start: int, stop: int) -> Phrase | None:
    """The noun phrase that begins at `start`, no further than `stop`; `None` where none does."""
    if start >= stop or not opens(line, start):
        return None
    if is_pronoun(line, start) and not line.capital(start):
        return start, start + 1
    if is_pronoun(line, start) and start == 0:
        return start, start + 1
    alone = line.grammar.pro_drop and is_speaker(line, start) and line.low[start] in line.grammar.words.articles
    noun, ceiling = False, min(stop, start + LONGEST)
    index = past_attribute(line, start + 1, ceiling) if line.low[start] in line.grammar.words.articles else start
    while index < ceiling:
        step = _step(line, index, noun, ceiling)
        if step is None or (noun and _says_quoted(line, index)):
            break
        index, noun = step
    while index > start and not (line.tokens[index - 1].is_word or line.tokens[index - 1].text in ")“”»\"'’"):
        index -= 1
    while index > start and _dangles(line, index - 1):
        index -= 1
    if noun and index > start:
        return start, index
    return (start, start + 1) if alone else None  # aseguran | algunos


def past_attribute(line: Line, start: int, ceiling: int) -> int:
    """Past what stands between an article and the participle that it belongs to: der | in Kiel lebende | Autor."""
    words = line.grammar.words
    small = words.prepositions | words.adverbs | words.comparatives | words.subordinators
    if not words.attribute_endings or start >= ceiling or line.low[start] not in small:
        return start
    for at in range(start + 1, min(ceiling - 1, start + ATTRIBUTE)):
        if line.tokens[at].text in ",:;" or line.low[at] in words.passive | words.active:
            break
        ends = line.low[at].endswith(words.attribute_endings) and not line.capital(at) and not line.tokens[at].quoted
        if ends and opens(line, at + 1) and line.low[at + 1] not in words.articles | words.pronouns:
            return at
    return start


def _dangles(line: Line, index: int) -> bool:
    words, low = line.grammar.words, line.low[index]
    return low in words.links or low in words.genitives or low in words.coordinators or low in words.articles


def _step(line: Line, index: int, noun: bool, ceiling: int) -> tuple[int, bool] | None:
    """Where a noun phrase goes on behind the token, and whether a noun has been met; `None` where it ends before."""
    words, low, token = line.grammar.words, line.low[index], line.tokens[index]
    marked = noun and gendered.is_mark(line.tokens, index, words.gendered)
    if token.text in BRACKETS:
        return _past_brackets(line, index, noun, ceiling)
    if token.quoted or marked or _is_particle(line, index, noun, ceiling):
        return index + 1 + marked, True  # the magazine „Bild“; Ursula | von | der Leyen
    joining = words.genitives | words.links | words.coordinators
    joins = noun and low in joining
    if low in words.articles or joins:
        linked = line.low[index - 1] in joining  # el informe de | la | autoridad
        goes_on = not noun or linked or (joins and _goes_on(line, index, ceiling)) or _opens_name(line, index, ceiling)
        return (index + 1, noun) if goes_on else None
    cut = _is_cut_short(line, index, ceiling)
    if _ends(line, index) and not cut:
        return None
    if cut or line.capital(index) or token.pos == "NUM" or DOMAIN in token.text[1:-1]:
        return index + 1, noun or token.pos != "NUM" or line.capital(index)  # der 58-Jährige
    return _of_lower(line, index, noun, ceiling)


def _opens_name(line: Line, index: int, ceiling: int) -> bool:
    """Whether an article with a capital opens a name, where nouns have none: el diario | La Comarca."""
    named = not line.grammar.capital_nouns and line.capital(index) and index + 1 < ceiling
    return named and line.capital(index + 1) and not line.capital(index - 1)


def _says_quoted(line: Line, index: int) -> bool:
    """Whether quoted words follow a noun for a person, whom they do not name: sagt der Wirt | „Nichts geht mehr“"""
    words, before = line.grammar.words, line.low[index - 1]
    opens_quoted = line.tokens[index].quoted and not line.tokens[index - 1].quoted
    person = before in words.persons or before.endswith(words.person_endings)
    return opens_quoted and line.grammar.capital_nouns and person


def _past_brackets(line: Line, index: int, noun: bool, ceiling: int) -> tuple[int, bool] | None:
    """Where the brackets end that open at the token behind a noun: Weber | (SPD)."""
    close = (at for at in range(index, min(ceiling, index + BRACKETED)) if line.tokens[at].text == ")")
    end = next(close, None) if noun else None
    return (end + 1, noun) if end is not None else None


def _is_cut_short(line: Line, index: int, ceiling: int) -> bool:
    """Whether a hyphen stands for the end that a noun shares with the next: Außen | - und | Sicherheitspolitik."""
    words = line.grammar.words
    joined = index + 2 < ceiling and line.low[index + 1] in words.coordinators and line.capital(index + 2)
    return line.tokens[index].text == "-" and joined


def _ends(line: Line, index: int) -> bool:
    """Whether no noun phrase goes on over the token: a mark, a word of time, a preposition, an adverb."""
    words, low, token = line.grammar.words, line.low[index], line.tokens[index]
    if low in words.days or (not token.is_word and token.text not in JOINING):
        return True
    clause = not line.grammar.capital_nouns and low in words.complementizers | words.relatives
    return clause or low in words.prepositions | words.adverbs | words.subordinators | words.negations


def _is_particle(line: Line, index: int, noun: bool, ceiling: int) -> bool:
    """Whether a small word stands inside a name."""
    article = line.grammar.capital_nouns and line.low[index] in line.grammar.words.articles and not line.capital(index)
    between = noun and index + 1 < ceiling and line.capital(index - 1) and not article
    return between and line.low[index] in line.grammar.words.particles and line.capital(index + 1)


def _of_lower(line: Line, index: int, noun: bool, ceiling: int) -> tuple[int, bool] | None:
    """The same for a word in small letters: an adjective before its noun; where nouns are small, a noun or adjective
    that is no verb of reporting."""
    words, low = line.grammar.words, line.low[index]
    if low in words.active or low in words.passive or low in words.reflexive:
        return None
    if line.grammar.capital_nouns:
        before_noun = any(
            line.capital(at) and all(not _is_small_stop(line, k) for k in range(index, at))
            for at in range(index + 1, min(ceiling, index + LOWER + 1))
        )
        after_article = index > 0 and (not line.capital(index - 1) or line.low[index - 1] in words.articles)
        return (index + 1, noun) if before_noun and (not noun or after_article) else None
    behind_article = line.tokens[index].pos == "NOUN" and index > 0 and line.tokens[index - 1].pos == "DET"
    verb = (low in line.grammar.forms and not behind_article) or line.is_verb(index)
    return None if verb and not is_speaker(line, index) else (index + 1, True)


def _is_small_stop(line: Line, index: int) -> bool:
    words, low = line.grammar.words, line.low[index]
    return (
        low in words.prepositions - words.links
        or low in words.adverbs
        or low in words.articles
        or not (line.tokens[index].is_word or line.tokens[index].quoted)
    )


def _goes_on(line: Line, index: int, ceiling: int) -> bool:
    """Whether a further noun phrase follows a small word that can join two."""
    words, after = line.grammar.words, index + 1
    if after >= ceiling or line.low[after] in words.days | (frozenset() if words.telling else words.hearers):
        return False
    told = index > 0 and line.low[index - 1] in words.attributing_nouns  # Angaben | der „Post“
    told_to = words.telling or words.genitives
    if line.low[index] in told_to and not told and _is_hearer(line, after, ceiling):
        return False
    if line.grammar.capital_nouns and line.low[index] in words.locating and not _holds_body(line, index, ceiling):
        return False
    while after < ceiling and line.low[after] in words.articles | words.genitives:
        after += 1
    if after >= ceiling or line.low[after] in words.days:
        return False
    if not line.grammar.capital_nouns:
        return line.tokens[after].is_word and line.low[after] not in words.prepositions
    dated = line.tokens[after].text[0].isdigit()  # der „Herold“ vom | 24.
    return not dated and any(line.capital(at) for at in range(after, min(ceiling, after + LOWER)))


def _holds_body(line: Line, index: int, ceiling: int) -> bool:
    """Whether a place that a small word tells belongs to whoever is named: Sprecher | im Ministerium, Rat | in Roestad;
    not: der Minister | im Fernsehen."""
    words, after = line.grammar.words, index + 1
    if _is_hearer(line, after, ceiling):
        return False
    bodies, endings = words.bodies | words.organisations | words.metonyms, words.body_endings
    nouns = (line.low[at] for at in range(after, min(ceiling, after + LOWER)) if line.capital(at))
    low = next(nouns, "")
    named = line.capital(after) and line.low[index] not in words.contracted and not low.endswith(words.abstract_endings)
    return named or low in bodies or (bool(endings) and low.endswith(endings))


def _is_hearer(line: Line, index: int, ceiling: int) -> bool:
    """Whether the noun of the phrase is for whom somebody speaks to: sagte der | „Zeitung“."""
    words = line.grammar.words
    for at in range(index, min(ceiling, index + LOWER)):
        if line.tokens[at].quoted:
            return True
        if line.capital(at) or not (line.grammar.capital_nouns or line.low[at] in words.articles):
            low = line.low[at]
            return low in words.hearers or any(low.endswith(word) for word in words.hearers if len(word) > LOWER)
    return False


def is_hearer(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase names those who are told something."""
    words, (first, last) = line.grammar.words, phrase
    told = line.low[first] in words.oblique | words.genitives
    return told and first + 1 < last and _is_hearer(line, first + 1, last)
