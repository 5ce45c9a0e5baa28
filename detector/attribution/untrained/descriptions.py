"""What the words of a source say of it: its name, role and affiliation, and what it is.

Positions are indices into the tokens of a line.
"""

from dataclasses import dataclass
from typing import Literal

from detector.attribution.untrained import names, phrases, speakers
from detector.attribution.untrained.lines import Line
from detector.attribution.untrained.phrases import Phrase
from detector.languages.entity_words import Gender

SourceKind = Literal["person", "organisation", "document", "collective"]
WORDS = 4  # tokens before a noun of saying, or in brackets


@dataclass(frozen=True, slots=True)
class Description:
    """One mention of a source, read by itself. `label` is what it is called; `name` its proper name, `head` the noun it
    is about in lower case, `definite` whether it is spoken of as known, `called` the name behind that noun: le journal
    | Norvia, le rapport de | Norvia."""

    kind: SourceKind
    label: str
    name: tuple[str, ...] = ()
    role: str | None = None
    head: str = ""
    affiliation: str | None = None
    gender: Gender | None = None
    definite: bool = False
    called: str = ""
    proper: bool = False
    several: bool = False


def describe(line: Line, phrase: Phrase, surnames: frozenset[str]) -> Description:
    """Read the noun phrase; `surnames` are the last names, in lower case, of people named in full anywhere."""
    phrase = _unwrapped(line, phrase)
    name = names.find_name(line, phrase, surnames)
    return _person(line, phrase, name) if name is not None else _other(line, phrase)


def _unwrapped(line: Line, phrase: Phrase) -> Phrase:
    """The phrase without a noun of saying that it opens with: Angaben | der Polizei."""
    words, (first, last) = line.grammar.words, phrase
    for index in range(first, min(last, first + WORDS)):
        owned = index + 1 < last and line.grammar.capital_nouns and line.low[index + 1] in words.genitives
        if line.low[index] in words.attributing_nouns or (owned and names.is_of_speech(line, index)):
            start = index + 1
            if start == last and first < index and line.capital(index - 1) and line.grammar.capital_nouns:
                return first, index  # Webers | Einschätzung
            while start < last and line.low[start] in words.genitives | words.links:
                start += 1
            if start == index + 1 and not line.grammar.capital_nouns:
                return phrase  # les informations communiquées par …
            if start == last or not _is_noun(line, start, last):
                return phrase
            led = start > index + 2 or line.low[index + 1] in words.links - words.genitives
            return (index + 1 + led if line.grammar.capital_nouns else start, last)
    return phrase


def _is_noun(line: Line, start: int, last: int) -> bool:
    return any(line.capital(at) for at in range(start, last)) or not line.grammar.capital_nouns


def _person(line: Line, phrase: Phrase, name: Phrase) -> Description:
    first, last = phrase
    written = tuple(line.tokens[at].text for at in range(*name))
    start = _past_article(line, first, name[0])
    role = _trimmed(line, start, name[0]) or _apposition(line, name[1], last)
    given = line.low[name[0]].partition("-")[0]
    gender = _gender(line, given if name[1] - name[0] > 1 else "", range(first, name[0]))
    return Description(
        "person",
        " ".join(written),
        written,
        role,
        affiliation=_bracketed(line, name[1], last)
        or _affiliation(line, start, name[0])
        or _affiliation(line, name[1] + 1, last),
        gender=gender,
        definite=True,
        proper=True,
    )


def _past_article(line: Line, first: int, last: int) -> int:
    """Past an article and what stands between it and its noun: der in Kiel lebende | Autor."""
    if line.low[first] not in line.grammar.words.articles:
        return first
    place = phrases.past_attribute(line, first + 1, last)
    return place + (place > first + 1)


def _trimmed(line: Line, start: int, stop: int) -> str | None:
    """The role before a name, without titles of courtesy and commas."""
    while start < stop and line.low[start] in line.grammar.words.titles:
        start += 1
    while stop > start and (not line.tokens[stop - 1].is_word or line.low[stop - 1] in line.grammar.words.titles):
        stop -= 1
    while start < stop and line.tokens[start].quoted and not line.tokens[start].is_word:
        start += 1
    opened = any(token.quoted and not token.is_word for token in line.tokens[start:stop])
    closed = stop < len(line.tokens) and line.tokens[stop].quoted and not line.tokens[stop].is_word
    stop += opened and closed  # die Zeitung „Herold|“
    texts = [token.text for token in line.tokens[start : stop + 1]]
    stop += texts[-1:] == [")"] and "(" in texts
    return line.words(start, stop) if stop > start else None


def _apposition(line: Line, start: int, last: int) -> str | None:
    """What stands behind a name and a comma: Lars Beringer, | Sprecher der Polizei."""
    if start + 1 >= last or line.tokens[start].text != ",":
        return None
    return _trimmed(line, start + 1 + (line.low[start + 1] in line.grammar.words.articles), last)


def _gender(line: Line, given: str, before: range) -> Gender | None:
    words = line.grammar.words
    if given in words.male or given in words.female:
        return "male" if given in words.male else "female"
    places = [at for at in before if names.is_person(line, at)]
    shown = line.low[before.start : places[0] + 1] if places else ()
    if not places or not words.female_endings:
        return None
    if not words.feminine.isdisjoint(shown) or not words.masculine.isdisjoint(shown):
        return "male" if words.feminine.isdisjoint(shown) else "female"  # la | maire, un | porte-parole
    return "female" if line.low[places[-1]].endswith(words.female_endings) else "male"


def _bracketed(line: Line, start: int, last: int) -> str | None:
    """A body in brackets behind a name: (Grüne)."""
    if start + 2 < last and line.tokens[start].text == "(":
        close = next((at for at in range(start, last) if line.tokens[at].text == ")"), None)
        return line.words(start + 1, close) if close is not None and close - start <= WORDS else None
    return None


def _affiliation(line: Line, start: int, stop: int) -> str | None:
    """The body whose somebody is, behind the noun for the person: Sprecher | der Polizei."""
    words = line.grammar.words
    person = next((at for at in range(start, stop) if names.is_person(line, at)), None)
    if person is None:
        return None
    begin = person + 1
    while begin < stop and line.low[begin] in words.genitives | words.links | words.articles:
        begin += 1
    joined = begin > person + 1 or (begin < stop and line.capital(begin) and not line.grammar.capital_nouns)
    body = _body(line, begin, stop) if joined else None
    return _trimmed(line, body, stop) if body is not None else None


def _body(line: Line, begin: int, stop: int) -> int | None:
    """Where the words for a body begin in what somebody is of, told by a capital or a list; `None` where they say no
    more than what somebody does: infirmière à la | retraite, catedrático de | Derecho. Where all nouns have a capital,
    any of them may be a body."""
    words = line.grammar.words
    if begin >= stop or line.grammar.capital_nouns:
        return begin
    listed = [at for at in range(begin, stop) if line.low[at] in words.bodies | words.organisations]
    if listed[:1] == [begin] or (line.capital(begin) and line.low[begin] not in words.disciplines):
        return begin
    governed = (at for at in listed if line.low[at - 1] in words.genitives | words.links | words.articles)
    return next(governed, None)  # cheffe de file de l' | opposition


def _other(line: Line, phrase: Phrase) -> Description:
    """A source without a person's name."""
    words, (first, last) = line.grammar.words, phrase
    start = _past_article(line, first, last) if last - first > 1 else first
    head = _head(line, start, last)
    low, raw = line.low[head], line.tokens[head].text
    kind = _kind(line, first, head)
    named = kind == "organisation" or (any(line.tokens[at].quoted for at in range(first, last)) and kind != "document")
    acronym = len(raw) > 1 and raw.isupper()
    proper = named or acronym
    return Description(
        "organisation" if proper else kind,
        _label(line, start, last),
        (),
        line.words(start, last) if kind == "person" else None,
        low,
        _affiliation(line, start, last) if kind == "person" else None,
        _gender(line, "", range(first, last)) if kind == "person" else None,
        definite=line.low[first] in words.definite or (kind == "person" and speakers.lacks_article(line, first)),
        called=_called(line, head, last, kind),
        proper=proper,
        several=kind == "collective" and (low in words.collectives or names.is_person(line, head)),
    )


def _called(line: Line, head: int, last: int, kind: SourceKind) -> str:
    """The name that ends a phrase, behind its noun; of a document, the name of whose it is too."""
    words, start = line.grammar.words, last
    while start - 1 > head and line.capital(start - 1) and line.tokens[start - 1].is_word:
        start -= 1
    owned = line.low[start - 1] in words.genitives | words.links
    alone = start < last and not line.grammar.capital_nouns and (kind == "document" or not owned)
    return line.words(start, last) if alone else ""


def _may_be_woman(line: Line, low: str) -> bool:
    """Whether a noun for a person can be a woman's: Ministerin, Abgeordnete."""
    words = line.grammar.words
    return not words.female_endings or low.endswith((*words.female_endings, "e"))


def _label(line: Line, start: int, last: int) -> str:
    """What the source is called: its words without the ending of a genitive that its article shows (nach Angaben des
    Hafenamts)."""
    words, raw = line.grammar.words, line.tokens[start].text
    label = _trimmed(line, start, last) or line.words(start, last)
    body, _, noun = raw.rpartition("-")
    if body and label == raw and noun.lower() in words.attributing_nouns:
        return body  # nach | KWN-Angaben
    place = raw.removesuffix("s")
    if line.grammar.capital_nouns and label == raw and place.lower() in words.metonyms:
        return place  # nach Angaben | Norports
    if start and line.low[start - 1] in words.genitives and label.startswith(raw):
        bare = (raw.removesuffix(ending) for ending in words.genitive_endings if raw.endswith(ending))
        return next((each for each in bare if names.is_listed(line, each.lower())), raw) + label[len(raw) :]
    return label


def _head(line: Line, start: int, last: int) -> int:
    """The noun that the phrase is about: the first that a list holds, else the first with a capital, else the first."""
    for test in (lambda at: names.is_common(line, at), line.capital):
        for at in range(start, last):
            if line.low[at] in line.grammar.words.genitives and at > start:
                break
            if line.tokens[at].is_word and not line.tokens[at].quoted and test(at):
                further = at + 1 < last and line.grammar.capital_nouns and names.is_person(line, at + 1)
                return at + further  # ein Bahn | Sprecher
    return start


def _kind(line: Line, first: int, head: int) -> SourceKind:
    words, low = line.grammar.words, line.low[head]
    owner = low.removesuffix("s") if line.grammar.capital_nouns else low
    if (low in words.organisations | words.metonyms or owner in words.metonyms) and line.capital(head):
        return "organisation"
    if names.is_person(line, head):
        several = line.low[first] in words.ambiguous and not _may_be_woman(line, low)  # die | Minister
        several = several or (low in words.collectives and line.low[first] not in words.one)
        return "collective" if several else "person"
    if low not in words.collectives and names.is_document(line, head):
        return "document"
    return "collective"
