"""Whether two mentions are of one source, and what both together say of it."""

from dataclasses import replace

from detector.attribution.untrained.descriptions import Description

COMPOUND = 5  # letters from which a noun may end a longer one for the same office
SHORT = 4  # letters of the shortest noun that ends a longer one for the same body: Hafen|rat, Hafen|werk
LINKING = 3  # letters of the longest word that an acronym leaves out


def is_same(one: Description, other: Description) -> bool:
    """Whether two mentions may be of one source."""
    if _bears(one, other.called or other.label) or _bears(other, one.called or one.label):
        return not one.several and not other.several
    if one.name and other.name:
        same = one.name[-1].lower().rstrip("s") == other.name[-1].lower().rstrip("s")
        return same and (len(one.name) == 1 or len(other.name) == 1 or one.name[0] == other.name[0])
    if one.name or other.name:
        return _is_of_role(one, other) if one.name else _is_role(one, other)
    if one.several != other.several and "person" in (one.kind, other.kind):
        return False  # die Minister · der Minister
    short = other.label in _short_forms(one.label) or one.label in _short_forms(other.label)
    short = short or _ends_in_acronym(one, other) or _ends_in_acronym(other, one)
    if one.kind != "document" and other.kind != "document" and (short or _is_compound(one, other)):
        return True
    return one.label.lower() == other.label.lower() or (
        other.definite
        and one.head == other.head
        and one.kind == other.kind
        and bool(other.head)
        and other.label.lower() in one.label.lower()
    )


def _is_of_role(one: Description, other: Description) -> bool:
    """Whether somebody named has the office that the other is known by: Ida Rohm, Ministerin … | die Ministerin."""
    known = other.kind == "person" and other.definite and other.head
    return bool(known and one.role and _holds(one.role.lower(), other.head))


def _is_role(one: Description, other: Description) -> bool:
    """Whether an office comes first and the name with it later: la ministre norvienne … | la ministre norvienne des
    Ports, Anne Roe."""
    told = " " in one.label or "-" in one.label  # Werft-Chef
    known = one.kind == "person" and one.definite and told
    return bool(known and other.role and other.role.lower().startswith(one.label.lower()))


def _ends_in_acronym(one: Description, other: Description) -> bool:
    """Whether a body is called by the letters that end its longer name: die Küstenwache | KWN."""
    body = "person" not in (one.kind, other.kind)
    return body and len(other.label) > 1 and other.label.isupper() and one.label.endswith(f" {other.label}")


def _is_compound(one: Description, other: Description) -> bool:
    """Whether a bare noun takes up the body whose longer noun it ends: das Hafenamt | das Amt."""
    noun = other.label.lower()
    bare = other.definite and " " not in noun and len(noun) >= SHORT
    longer = one.head.endswith(noun) and len(one.head) > len(noun)
    return bare and longer and not one.several and "person" not in (one.kind, other.kind)


def _bears(one: Description, name: str) -> bool:
    """Whether a description ends with a name: l'hebdomadaire norvien | Norvia."""
    return bool(name) and f" {one.called}".lower().endswith(f" {name}".lower())


def is_document(one: Description) -> bool:
    """Whether it is something written or shown."""
    return one.kind == "document"


def is_body(one: Description) -> bool:
    """Whether it is a named body, one told by more than its noun (das Amt für Naturschutz), or a bare name that nothing
    tells to be a person's."""
    bare = one.kind == "person" and len(one.name) == 1 and not (one.role or one.gender)
    told = one.kind == "collective" and not one.several and one.label.lower() != one.head
    return bare or told or one.kind == "organisation" or bool(one.called)


def _holds(role: str, head: str) -> bool:
    """Whether a role is told by a noun, of which it may be a compound: Verkehrsminister, | Minister."""
    return any(word == head or (len(head) >= COMPOUND and word.endswith(head)) for word in role.split())


def _short_forms(label: str) -> tuple[str, ...]:
    """How a body may be called for short: by the first letters of its longer words, or as the brackets behind say
    (Organisation mondiale de la santé (OMS))."""
    whole, _, bracketed = label.partition(" (")
    return "".join(word[0].upper() for word in whole.split() if len(word) > LINKING), bracketed.rstrip(")")


def joined(one: Description, other: Description) -> Description:
    """Both descriptions as one: the longer name, and whatever either knows."""
    name = one.name if len(one.name) >= len(other.name) else other.name
    return replace(
        one,
        name=name,
        label=" ".join(name) or one.label,
        role=one.role or other.role,
        affiliation=one.affiliation or other.affiliation,
        gender=one.gender or other.gender,
    )
