"""Words that name parties, peoples and groups. They are no opinion, so swapping one for another must move nothing."""

_POLITICS = """conservative conservatives liberal liberals left right far-left far-right left-wing right-wing moderate
radical progressive socialist communist capitalist democratic democrat democrats republican republicans labour labor
tory tories green greens independent libertarian nationalist populist centrist leftist rightist red blue"""
_PEOPLES = """american british english scottish welsh irish russian ukrainian chinese european african asian arab arabic
israeli palestinian german french italian spanish mexican indian pakistani japanese korean turkish iranian iraqi syrian
afghan polish greek dutch canadian australian brazilian foreign native eastern western northern southern international
national federal"""
_GROUPS = """black white brown asian hispanic latino christian catholic protestant orthodox muslim islamic jewish hindu
buddhist sikh gay lesbian straight bisexual transgender trans queer male female young old older elderly poor rich
disabled blind deaf"""

NEUTRAL = frozenset(f"{_POLITICS} {_PEOPLES} {_GROUPS}".split())
"""Lower-case words that get no sentiment."""
