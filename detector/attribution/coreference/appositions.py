"""What stands beside a source between commas or in parentheses: "Jane Roe, 61, director of X," · "Roe (R-Ohio)".

Positions are token indices.
"""

from dataclasses import replace

from detector.attribution.coreference import possessives
from detector.attribution.coreference.descriptions import Description, describe
from detector.attribution.coreference.heads import head_index
from detector.attribution.coreference.people import is_person, known_name
from detector.attribution.entities import affiliations, aliases, plurals, roles
from detector.attribution.entities.context import Context
from detector.attribution.entities.names import Name
from detector.attribution.syntax.noun_phrases import Phrase, after, is_auxiliary, past_brackets
from detector.attribution.tokens.token_table import TokenTable

REACH = 14  # tokens after "who chairs" within which the name stands


def describe_with_apposition(context: Context, phrase: Phrase) -> Description:
    """Read the noun phrase at token range `phrase` with what stands beside it."""
    described = describe(context, phrase)
    words, last = context.words, phrase[1]
    end = words.unit_at(last - 1).last
    described = _lettered(_owned(context, described, phrase), _letters(words, last))
    if described.kind != "person":
        return _named_behind(context, described, last, end)
    behind = past_brackets(words, last, end)
    described = _add_places(context, described, (last, behind), political=False)
    last = behind
    if last + 1 >= end or words.raw[last] != "," or words.quoted[last]:
        return described
    start = last + 1
    if words.pos[start] == "NUM" and start + 2 < end and words.raw[start + 1] == ",":
        start += 2
    if words.low[start] in context.grammar.coreference.person_relative:
        return _relative(context, described, start, end)
    apposition = after(words, start, end)
    if apposition is None or _is_fronted(words, phrase, apposition, end):
        return described
    known = _merge(context, described, apposition)
    second = _second(words, apposition[1], end)
    return known if second is None or _is_fronted(words, phrase, second, end) else _merge(context, known, second)


def _second(words: TokenTable, comma: int, end: int) -> Phrase | None:
    """The apposition behind another: Jane Roe, D-Ohio, | the committee's chair |,."""
    if comma + 1 >= end or words.raw[comma] != "," or words.low[comma + 1] not in words.grammar.noun_phrases.articles:
        return None
    second = after(words, comma + 1, end)
    return second if second is not None and words.raw[second[1] : second[1] + 1] == (",",) else None


def _letters(words: TokenTable, last: int) -> str | None:
    """The letters of a body that stand in brackets behind its name, or close a phrase that holds it: (USTR)."""
    for opening in (last, last - 3):
        inside = words.raw[opening : opening + 3]
        if len(inside) == 3 and (inside[0], inside[2]) == ("(", ")"):
            return inside[1] if len(inside[1]) > 1 and inside[1].isalpha() and inside[1].isupper() else None
    return None


def _lettered(described: Description, letters: str | None) -> Description:
    """The description of what its letters show to be a body where it is no name: the Trade Representative (TR)."""
    if letters != described.letters:
        described = replace(described, letters=letters)
    if letters is None or described.kind == "document" or described.name:
        return described
    label = described.label.removesuffix(f"({letters})").strip()
    return replace(described, kind="organisation", label=label, name=(label,), role=None, head=None, affiliation=None)


def _is_fronted(words: TokenTable, phrase: Phrase, apposition: Phrase, end: int) -> bool:
    """Whether what follows the comma is the subject of the sentence that a phrase opens: besides Roe, | the meeting was
    about."""
    grammar, behind = words.grammar, apposition[1]
    ahead = words.low[max(words.unit_at(phrase[0]).first, phrase[0] - 1) : phrase[0] + 1]
    while behind < end and words.is_adverb(behind):
        behind += 1
    acts = behind < end and (words.is_finite(behind) or is_auxiliary(words, behind))
    dependent = words.low[words.unit_at(phrase[0]).first] in grammar.clauses.dependent  # Though some praised Roe, | an
    return acts and (
        dependent or not (grammar.coreference.governing | grammar.noun_phrases.infinitive).isdisjoint(ahead)
    )


def _owned(context: Context, described: Description, phrase: Phrase) -> Description:
    """What "its" or "their" before a role says of whom somebody belongs to."""
    if described.affiliation or described.places or described.kind == "document":
        return described
    affiliation, place = possessives.find_owner(context, phrase)
    if place is None:
        return described if affiliation is None else replace(described, affiliation=affiliation)
    return replace(described, places=(place,), affiliation=place.name)


def _named_after(context: Context, described: Description, start: int, end: int) -> Description:
    """Read "X's chief negotiator, Jane Roe,", whose noun no list holds."""
    apposition = after(context.words, start, end)
    if apposition is None or described.head is None or context.words.capital(start - 2):
        return described
    name = context.names.by_token.get(apposition[0])
    if name is None or name.kind != "person" or len(name.words) < 2 or name.core[1] != apposition[1]:
        return described
    role = f"{described.label.split()[-2]} {described.head}" if " " in described.label else described.head
    return _merge(context, replace(described, kind="person", role=described.head and role), apposition)


def _named_behind(context: Context, described: Description, last: int, end: int) -> Description:
    """The description of no person with the name that stands behind it between commas, if any does."""
    if context.words.raw[last : last + 1] != (",",) or last + 1 >= end:
        return described
    if described.kind == "collective" and not described.plural:
        return _named_after(context, described, last + 1, end)
    name = context.names.by_token.get(last + 1)
    if described.kind != "organisation" or described.name or name is None or name.kind != "organisation":
        return described
    closed = name.core[0] == last + 1 and context.words.raw[name.core[1] : name.core[1] + 1] == (",",)
    label = aliases.named_without_article(name.words, context.grammar)
    return replace(described, label=label, name=name.words) if closed else described  # the firm, | Acme Mills |,


def _merge(context: Context, described: Description, apposition: Phrase) -> Description:
    words, grammar, (first, last) = context.words, context.grammar, apposition
    articles = grammar.noun_phrases.articles
    within = context.names_in(first, last)
    named = next((name for name in within if _leads(words, first, name) and is_person(context, name, first)), None)
    if not described.name and named is not None:
        core = known_name(context, named)
        gender = roles.gender(named.titles, core, described.role, grammar)
        return replace(described, name=core, label=" ".join(core), gender=gender or described.gender)
    if named is not None and words.low[first] not in articles:
        return described
    role = roles.role(words, first, last) or plurals.one_of(words, first, last) or roles.plain_role(words, first, last)
    role = roles.with_past(words, first, last, role)
    gender = described.gender or roles.gender((), (), role, grammar)
    if roles.head_of(role, grammar) in grammar.coreference.kin:
        return replace(described, role=described.role or role, gender=gender)
    if role is None and words.low[first] not in articles:
        return _add_places(context, described, apposition, political=True)
    if role is None and named is not None:
        return described
    described = _add_places(context, described, apposition, political=False)
    country = next((place.name for place in context.places_in(first, last) if place.country), None)
    return replace(
        described,
        role=described.role or role,
        beside=role if described.role else None,
        head=described.head or roles.head_of(role, grammar),
        affiliation=described.affiliation
        or affiliations.affiliation(context, within)
        or affiliations.served(context, first, last)
        or country,
        press=described.press or roles.speaks_for(role, grammar),
        gender=gender,
    )


def _add_places(context: Context, described: Description, stretch: Phrase, political: bool) -> Description:
    places = context.places_in(*stretch)
    kept = tuple(place for place in places if not political or place.sort == "political")
    return replace(described, places=(*described.places, *kept)) if kept else described


def _leads(words: TokenTable, first: int, name: Name) -> bool:
    """Whether the apposition is the name itself, with a title perhaps: his deputy, Foreign Minister Jon Roe."""
    return words.grammar.noun_phrases.prepositions.isdisjoint(words.low[first : name.core[0]])


def _relative(context: Context, described: Description, start: int, end: int) -> Description:
    """Read ", who chairs Y," · ", who was Y's defence minister until May,"."""
    words, grammar = context.words, context.grammar.coreference
    verb = start + 1
    if verb < end and words.low[verb] in context.grammar.noun_phrases.be:
        return _predicated(context, described, verb, end)
    verb += not grammar.office_auxiliaries.isdisjoint(words.low[verb : verb + 1])
    if verb >= end or words.low[verb] not in grammar.office_verbs or described.affiliation:
        return described
    within = context.names_in(verb, min(verb + REACH, end))
    if within and words.low[within[0].core[1]] in context.grammar.noun_phrases.possessive_endings:
        whole = after(words, verb + 1, end)  # who represents Roe's accusers is not on Roe's side
        return replace(described, role=words.text[words.start[start] : words.end[(whole or (0, verb + 1))[1] - 1]])
    ruled = after(words, verb + 1, end)
    noun = head_index(words, *ruled) if ruled is not None else verb
    if described.role is None and noun > verb and noun not in context.names.by_token and not words.capital(noun):
        return replace(
            described, role=words.text[words.start[start] : words.end[noun]]
        )  # who owns | a bakery | in Tarn
    role = described.role or words.text[words.start[start] : words.end[verb]]
    return replace(described, role=role, affiliation=" ".join(within[0].words) if within else None)


def _predicated(context: Context, described: Description, verb: int, end: int) -> Description:
    """Read ", who was Y's defence minister until May,": the role, which is over where the verb is in the past."""
    words, grammar = context.words, context.grammar
    phrase = after(words, verb + 1, end)
    role = roles.role(words, *phrase) if phrase is not None else None
    if phrase is None or role is None or described.role:
        return described
    role = roles.with_past(words, *phrase, role) or role
    over = words.form[verb] == "past" and grammar.names.over.isdisjoint(role.lower().split())
    described = _add_places(context, described, phrase, political=False)
    affiliation = affiliations.affiliation(context, context.names_in(*phrase)) or described.country
    return replace(
        described,
        role=f"{grammar.names.former} {role}" if over else role,
        head=described.head or roles.head_of(role, grammar),
        affiliation=described.affiliation or affiliation,
    )
