"""A body under a shorter name or told by whose or what it is: Harwood for Harwood University, the Fed, Roe's team for
Roe's legal team, the energy watchdog.

Each finds at most one body among those met; where two fit, nobody.
"""

from collections.abc import Sequence

from detector.attribution.coreference.descriptions import Description
from detector.attribution.coreference.entities import Entity
from detector.attribution.coreference.pronouns import ResolvedMention
from detector.languages.grammar import AttributionGrammar

CLIPPED = 3  # letters of a clipped name: the Fed


def resolve_body(described: Description, met: Sequence[ResolvedMention], grammar: AttributionGrammar) -> Entity | None:
    """The body among those `met` that the description means; `None` where none fits, or several."""
    if described.kind not in ("organisation", "collective") or described.plural:
        return None
    known = {id(each.entity): each.entity for each in met if each.entity.description.kind != "person"}
    fitting = [one for one in known.values() if _is_same(one.description, described, grammar)]
    return fitting[0] if len(fitting) == 1 else None


def _is_same(known: Description, new: Description, grammar: AttributionGrammar) -> bool:
    if known.kind == "document" or known.plural:
        return False
    if _owner(known) and _owner(known) == _owner(new):
        return known.head == new.head in grammar.people.bodies and _is_alike(known, new)
    if not known.name or known.kind != "organisation":
        return _is_short(new, known, grammar) if new.name and known.kind == "organisation" else False
    if new.name:
        return _is_short(known, new, grammar) or _is_short(new, known, grammar)
    return _is_told_by_matter(known, new, grammar)


def _owner(described: Description) -> str | None:
    """The last word of whom a body told by a common noun belongs to."""
    own = described.affiliation if described.head and described.affiliation else None
    return own.split()[-1].lower() if own else None


def _is_alike(one: Description, other: Description) -> bool:
    """Whether what is told of one body, beside whose it is, is told of the other too: the legal team, the team."""
    first, second = (_words(each) - {_owner(each) or ""} for each in (one, other))
    return first <= second or second <= first


def _words(described: Description) -> set[str]:
    whole = (word.partition("'")[0] for word in described.label.lower().replace("’", "'").split())
    owner = (described.affiliation or "").lower().split()
    return set(whole).difference(owner)


def _is_short(longer: Description, shorter: Description, grammar: AttributionGrammar) -> bool:
    """Whether a name is the longer one without the noun for the body, or a clipped first word of it."""
    words, short = longer.label.split(), shorter.label.split()
    placed = any(place.sort != "body" for place in shorter.places)
    if shorter.kind != "organisation" or len(short) >= len(words) or placed:
        return False
    if words[-1].lower() in grammar.coreference.schools and words[:-1] == short:
        return True
    clipped = len(short) == 1 and len(short[0]) == CLIPPED and not short[0].isupper()
    return clipped and words[0].startswith(short[0]) and words[0] != short[0]


def _is_told_by_matter(known: Description, new: Description, grammar: AttributionGrammar) -> bool:
    """Whether a body told by its matter alone can be one of that matter by its name: the energy watchdog."""
    words = new.label.lower().split()
    matters = set(words[:-1])
    if not new.definite or not matters or new.affiliation or matters & grammar.coreference.broad:
        return False
    body = words[-1] in grammar.people.bodies | grammar.people.companies | grammar.cues.words.collectives
    return body and matters <= grammar.people.portfolios and matters <= set(known.label.lower().split())
