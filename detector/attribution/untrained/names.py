"""Where somebody's name stands in a noun phrase, by first names, roles, and names told elsewhere.

Positions are indices into the tokens of a line.
"""

from detector.attribution.untrained.lines import Line
from detector.attribution.untrained.phrases import Phrase

WORDS = 4  # words of a name without a first name that is listed
NAMED = 7  # tokens of the longest name


def is_first_name(line: Line, index: int) -> bool:
    """Whether a token is a first name."""
    words, low = line.grammar.words, line.low[index]
    first = low.partition("-")[0]
    return line.capital(index) and (first in words.male or first in words.female)


def is_person(line: Line, index: int) -> bool:
    """Whether a token is a noun for one person."""
    words, low = line.grammar.words, line.low[index]
    cased = line.capital(index) or not line.grammar.capital_nouns
    ends = bool(words.person_endings) and low.endswith(words.person_endings)
    return cased and (low in words.persons or low in words.titles or ends)


def is_document(line: Line, index: int) -> bool:
    """Whether a token is a noun for something written or shown."""
    words, low = line.grammar.words, line.low[index]
    ends = bool(words.document_endings) and low.endswith(words.document_endings)
    return low in words.documents or (ends and (line.capital(index) or not line.grammar.capital_nouns))


def is_outlet(line: Line, index: int) -> bool:
    """Whether a token is a noun for what is published, which others can be read in."""
    words, low = line.grammar.words, line.low[index]
    return low in words.outlets or (low in words.organisations and line.capital(index))


def find_name(line: Line, phrase: Phrase, surnames: frozenset[str]) -> Phrase | None:
    """A person's name in the phrase: from a first name on, behind a role, or a last name known from elsewhere."""
    first, last = phrase
    for index in range(first, last - 1):
        if is_first_name(line, index) and _is_part(line, index + 1, last):
            if not _is_owner(line, first, index):
                return index, _end_of_name(line, index, last)
            comma = next((at for at in range(index, last - 1) if line.tokens[at].text == ","), None)
            return find_name(line, (comma + 1, last), surnames) if comma else None  # l'avocat de Paul Roe, | Luc Roux
    for index in range(first, last - 1):
        begins = is_person(line, index) and _begins_name(line, index + 1, last) and not _tells_body(line, first, index)
        if begins and not _is_no_name(line, index + 1):
            return index + 1, _end_of_name(line, index + 1, last)
    introduced = _behind_role(line, phrase)
    if introduced is not None:
        return introduced
    for index in range(first, last):
        bare = index == first and (index > 0 or not line.grammar.capital_nouns)  # no article: | Rey | insistió
        if line.capital(index) and line.low[index] in surnames and (bare or not is_common(line, index)):
            return index, index + 1
    return _bare_name(line, phrase)


def full_names(line: Line, *, titled: bool = False) -> list[Phrase]:
    """The names of a line outside quotation marks that open with a first name and have two words or more; `titled`:
    those behind a title too."""
    found: list[Phrase] = []
    for index in range(len(line.tokens) - 1):
        if (found and index < found[-1][1]) or line.tokens[index].quoted or not line.capital(index):
            continue
        behind = titled and index > 0 and line.low[index - 1] in line.grammar.words.titles
        if behind or is_first_name(line, index):
            name = find_name(line, (index, min(index + NAMED, len(line.tokens))), frozenset())
            end = name[1] if name is not None and name[0] == index else index + behind
            end += behind and name is None and line.capital(min(end, len(line.tokens) - 1))
            if end - index > 1:
                found.append((index, end))
    return found


def _behind_role(line: Line, phrase: Phrase) -> Phrase | None:
    """A name of two words or more behind a role that goes on for some words: le chef de la diplomatie roelandaise, |
    Dmitri Koula; la porte-parole de la présidence italienne | Jena Saki. Only where nouns have no capital."""
    words, (first, last) = line.grammar.words, phrase
    told = (at for at in range(first, last) if is_person(line, at) and not _tells_body(line, first, at))
    if line.grammar.capital_nouns or next(told, None) is None:
        return None
    for index in range(first + 2, last - 1):
        before = line.low[index - 1]
        linked = before in words.genitives | words.links | words.articles | words.coordinators
        opens = not linked and not line.capital(index - 1) and not is_common(line, index - 1)
        end = _end_of_name(line, index, last) if opens and line.capital(index) else index
        if end - index > 1 and not any(is_common(line, at) for at in range(index, end)):
            return index, end
    return None


def _is_owner(line: Line, first: int, index: int) -> bool:
    """Whether the name at a place only says whose somebody is: l'avocat | de Paul Roe, die Anwältin | von Anna Kurz."""
    words, before = line.grammar.words, line.low[index - 1] if index > first else ""
    linked = before in words.genitives or (before in words.links and before in words.particles)
    return linked and any(is_common(line, at) or is_person(line, at) for at in range(first, index - 1))


def _tells_body(line: Line, first: int, index: int) -> bool:
    """Whether a noun for a person only tells what sort of body it is: la organización | ecologista | Mar Limpio."""
    return not line.grammar.capital_nouns and index > first and line.low[index - 1] in line.grammar.words.bodies


def _is_no_name(line: Line, index: int) -> bool:
    """Whether no name begins at the token behind a role: ministro | de Fomento."""
    return is_common(line, index) or line.low[index] in line.grammar.words.genitives


def _bare_name(line: Line, phrase: Phrase) -> Phrase | None:
    """The whole phrase where it is nothing but words with a capital that no list holds: Obama · Condoleezza Rice."""
    first, last = phrase
    end = first
    if line.low[first] in line.grammar.words.articles:
        return None  # der New York Times
    while end < last and (_is_part(line, end, last) or (end > first and line.low[end] in line.grammar.words.particles)):
        end += 1
    bracketed = end == last or line.tokens[end].text in "(,"
    if end == first or end - first > WORDS or not bracketed:
        return None
    common = any(is_common(line, at) for at in range(first, end)) or line.tokens[first].text.isupper()
    return None if common else (first, end)


def _is_part(line: Line, index: int, last: int) -> bool:
    """Whether a token can be part of a name."""
    words = line.grammar.words
    if index >= last or line.tokens[index].quoted:
        return False
    if line.low[index] in words.particles and line.low[index] not in words.coordinators:
        index += 1
        while index < last and not line.grammar.capital_nouns and line.low[index] in words.particles:
            index += 1  # Ursula | von der | Leyen
        return index < last and line.capital(index) and not is_common(line, index)
    inside = index + 1 < last and line.capital(index + 1)  # Marine | Le | Pen
    article = line.low[index] in words.articles and not (inside and index and line.capital(index - 1))
    return line.capital(index) and line.tokens[index].is_word and not article


def _begins_name(line: Line, index: int, last: int) -> bool:
    """Whether a name can begin at a token; one of what somebody is of does not: porte-parole | de | Norport."""
    words = line.grammar.words
    if line.low[index] not in words.genitives | words.links or line.low[index] not in words.particles:
        return _is_part(line, index, last)
    noble = line.low[index - 1] in words.titles
    longer = index + 1 < last and line.low[index + 1] in words.particles and _is_part(line, index + 1, last)
    return line.grammar.capital_nouns and (longer or (noble and _is_part(line, index, last)))


def is_common(line: Line, index: int) -> bool:
    """Whether a word with a capital is listed as a noun for something else than a person's name."""
    words, low = line.grammar.words, line.low[index]
    listed = low in words.persons | words.collectives | words.bodies | words.documents | words.organisations
    listed = listed or low in words.metonyms or (line.grammar.capital_nouns and low.removesuffix("s") in words.metonyms)
    listed = listed or low.rpartition("-")[2] in words.attributing_nouns or low in words.speech_nouns
    endings = words.collective_endings + words.body_endings + words.document_endings + words.person_endings
    endings += words.abstract_endings
    return listed or low in words.days or (line.grammar.capital_nouns and bool(endings) and low.endswith(endings))


def _end_of_name(line: Line, first: int, last: int) -> int:
    end = first
    named = 1 + is_first_name(line, first)  # Tomás | Rey, Anna | Richter: common nouns too
    while end < min(last, first + NAMED) and _is_part(line, end, last):
        if end >= first + named and is_common(line, end):
            break
        if line.grammar.verb_second and end > first + 1 and line.low[end] in line.surnames:
            break  # so hatte Max Roth | Weber | vorgeworfen
        end += 1
    return end


def is_listed(line: Line, low: str) -> bool:
    """Whether a noun in lower case is listed, or ends, as one for a body, a document or a person."""
    words = line.grammar.words
    endings = words.body_endings + words.document_endings + words.person_endings
    return low in words.bodies | words.documents | words.persons or (bool(endings) and low.endswith(endings))


def is_of_speech(line: Line, index: int) -> bool:
    """Whether a noun is for what somebody says, and nothing that is published."""
    return line.low[index] in line.grammar.words.speech_nouns - line.grammar.words.documents
