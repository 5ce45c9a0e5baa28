"""The forms of German adjectives, nouns and weak verbs, for lexicons that list base forms."""

ENDINGS = ("", "e", "en", "er", "es", "em")
INSEPARABLE = ("be", "emp", "ent", "er", "ge", "miss", "ver", "zer")
IRREGULAR: dict[str, tuple[str, str, str]] = {  # third person, past, participle
    "befehlen": ("befiehlt", "befahl", "befohlen"),
    "befinden": ("befindet", "befand", "befunden"),
    "beginnen": ("beginnt", "begann", "begonnen"),
    "beißen": ("beißt", "biss", "gebissen"),
    "bekennen": ("bekennt", "bekannte", "bekannt"),
    "beschließen": ("beschließt", "beschloss", "beschlossen"),
    "beschreiben": ("beschreibt", "beschrieb", "beschrieben"),
    "beschwören": ("beschwört", "beschwor", "beschworen"),
    "bestreiten": ("bestreitet", "bestritt", "bestritten"),
    "betreiben": ("betreibt", "betrieb", "betrieben"),
    "betrügen": ("betrügt", "betrog", "betrogen"),
    "beweisen": ("beweist", "bewies", "bewiesen"),
    "bezwingen": ("bezwingt", "bezwang", "bezwungen"),
    "bieten": ("bietet", "bot", "geboten"),
    "bitten": ("bittet", "bat", "gebeten"),
    "blasen": ("bläst", "blies", "geblasen"),
    "bleiben": ("bleibt", "blieb", "geblieben"),
    "brechen": ("bricht", "brach", "gebrochen"),
    "brennen": ("brennt", "brannte", "gebrannt"),
    "bringen": ("bringt", "brachte", "gebracht"),
    "denken": ("denkt", "dachte", "gedacht"),
    "dreschen": ("drischt", "drosch", "gedroschen"),
    "empfehlen": ("empfiehlt", "empfahl", "empfohlen"),
    "empfinden": ("empfindet", "empfand", "empfunden"),
    "entscheiden": ("entscheidet", "entschied", "entschieden"),
    "entwerfen": ("entwirft", "entwarf", "entworfen"),
    "entziehen": ("entzieht", "entzog", "entzogen"),
    "ergreifen": ("ergreift", "ergriff", "ergriffen"),
    "erkennen": ("erkennt", "erkannte", "erkannt"),
    "erscheinen": ("erscheint", "erschien", "erschienen"),
    "erziehen": ("erzieht", "erzog", "erzogen"),
    "fahren": ("fährt", "fuhr", "gefahren"),
    "fallen": ("fällt", "fiel", "gefallen"),
    "finden": ("findet", "fand", "gefunden"),
    "fliegen": ("fliegt", "flog", "geflogen"),
    "fliehen": ("flieht", "floh", "geflohen"),
    "fressen": ("frisst", "fraß", "gefressen"),
    "geben": ("gibt", "gab", "gegeben"),
    "gehen": ("geht", "ging", "gegangen"),
    "gestehen": ("gesteht", "gestand", "gestanden"),
    "gewinnen": ("gewinnt", "gewann", "gewonnen"),
    "gießen": ("gießt", "goss", "gegossen"),
    "graben": ("gräbt", "grub", "gegraben"),
    "greifen": ("greift", "griff", "gegriffen"),
    "halten": ("hält", "hielt", "gehalten"),
    "hängen": ("hängt", "hing", "gehangen"),
    "heben": ("hebt", "hob", "gehoben"),
    "heißen": ("heißt", "hieß", "geheißen"),
    "helfen": ("hilft", "half", "geholfen"),
    "kennen": ("kennt", "kannte", "gekannt"),
    "kneifen": ("kneift", "kniff", "gekniffen"),
    "kommen": ("kommt", "kam", "gekommen"),
    "leihen": ("leiht", "lieh", "geliehen"),
    "verleihen": ("verleiht", "verlieh", "verliehen"),
    "berufen": ("beruft", "berief", "berufen"),
    "kriechen": ("kriecht", "kroch", "gekrochen"),
    "laden": ("lädt", "lud", "geladen"),
    "lassen": ("lässt", "ließ", "gelassen"),
    "laufen": ("läuft", "lief", "gelaufen"),
    "lesen": ("liest", "las", "gelesen"),
    "liegen": ("liegt", "lag", "gelegen"),
    "lügen": ("lügt", "log", "gelogen"),
    "melken": ("melkt", "molk", "gemolken"),
    "missbrauchen": ("missbraucht", "missbrauchte", "missbraucht"),
    "missverstehen": ("missversteht", "missverstand", "missverstanden"),
    "nehmen": ("nimmt", "nahm", "genommen"),
    "nennen": ("nennt", "nannte", "genannt"),
    "pfeifen": ("pfeift", "pfiff", "gepfiffen"),
    "preisen": ("preist", "pries", "gepriesen"),
    "raten": ("rät", "riet", "geraten"),
    "reißen": ("reißt", "riss", "gerissen"),
    "reiten": ("reitet", "ritt", "geritten"),
    "rufen": ("ruft", "rief", "gerufen"),
    "scheinen": ("scheint", "schien", "geschienen"),
    "scheren": ("schert", "scherte", "geschert"),
    "schieben": ("schiebt", "schob", "geschoben"),
    "schießen": ("schießt", "schoss", "geschossen"),
    "schlagen": ("schlägt", "schlug", "geschlagen"),
    "schleichen": ("schleicht", "schlich", "geschlichen"),
    "schleifen": ("schleift", "schliff", "geschliffen"),
    "schließen": ("schließt", "schloss", "geschlossen"),
    "schmeißen": ("schmeißt", "schmiss", "geschmissen"),
    "schreiben": ("schreibt", "schrieb", "geschrieben"),
    "schreien": ("schreit", "schrie", "geschrien"),
    "schreiten": ("schreitet", "schritt", "geschritten"),
    "schweigen": ("schweigt", "schwieg", "geschwiegen"),
    "schwimmen": ("schwimmt", "schwamm", "geschwommen"),
    "schwören": ("schwört", "schwor", "geschworen"),
    "sehen": ("sieht", "sah", "gesehen"),
    "sein": ("ist", "war", "gewesen"),
    "singen": ("singt", "sang", "gesungen"),
    "sinken": ("sinkt", "sank", "gesunken"),
    "sitzen": ("sitzt", "saß", "gesessen"),
    "sprechen": ("spricht", "sprach", "gesprochen"),
    "springen": ("springt", "sprang", "gesprungen"),
    "stechen": ("sticht", "stach", "gestochen"),
    "stehen": ("steht", "stand", "gestanden"),
    "stehlen": ("stiehlt", "stahl", "gestohlen"),
    "steigen": ("steigt", "stieg", "gestiegen"),
    "sterben": ("stirbt", "starb", "gestorben"),
    "stinken": ("stinkt", "stank", "gestunken"),
    "stoßen": ("stößt", "stieß", "gestoßen"),
    "streichen": ("streicht", "strich", "gestrichen"),
    "streiten": ("streitet", "stritt", "gestritten"),
    "tragen": ("trägt", "trug", "getragen"),
    "treffen": ("trifft", "traf", "getroffen"),
    "treiben": ("treibt", "trieb", "getrieben"),
    "treten": ("tritt", "trat", "getreten"),
    "trinken": ("trinkt", "trank", "getrunken"),
    "trügen": ("trügt", "trog", "getrogen"),
    "tun": ("tut", "tat", "getan"),
    "überbieten": ("überbietet", "überbot", "überboten"),
    "überfallen": ("überfällt", "überfiel", "überfallen"),
    "übertreiben": ("übertreibt", "übertrieb", "übertrieben"),
    "unterschreiben": ("unterschreibt", "unterschrieb", "unterschrieben"),
    "unterstreichen": ("unterstreicht", "unterstrich", "unterstrichen"),
    "unterwandern": ("unterwandert", "unterwanderte", "unterwandert"),
    "unterwerfen": ("unterwirft", "unterwarf", "unterworfen"),
    "verbieten": ("verbietet", "verbot", "verboten"),
    "verderben": ("verdirbt", "verdarb", "verdorben"),
    "verfallen": ("verfällt", "verfiel", "verfallen"),
    "vergleichen": ("vergleicht", "verglich", "verglichen"),
    "verlieren": ("verliert", "verlor", "verloren"),
    "verraten": ("verrät", "verriet", "verraten"),
    "verschleiern": ("verschleiert", "verschleierte", "verschleiert"),
    "verschweigen": ("verschweigt", "verschwieg", "verschwiegen"),
    "verschwinden": ("verschwindet", "verschwand", "verschwunden"),
    "versinken": ("versinkt", "versank", "versunken"),
    "versprechen": ("verspricht", "versprach", "versprochen"),
    "verstehen": ("versteht", "verstand", "verstanden"),
    "vertreiben": ("vertreibt", "vertrieb", "vertrieben"),
    "vertreten": ("vertritt", "vertrat", "vertreten"),
    "verweisen": ("verweist", "verwies", "verwiesen"),
    "verzeihen": ("verzeiht", "verzieh", "verziehen"),
    "wachsen": ("wächst", "wuchs", "gewachsen"),
    "weisen": ("weist", "wies", "gewiesen"),
    "wenden": ("wendet", "wandte", "gewandt"),
    "werben": ("wirbt", "warb", "geworben"),
    "werden": ("wird", "wurde", "geworden"),
    "werfen": ("wirft", "warf", "geworfen"),
    "widersprechen": ("widerspricht", "widersprach", "widersprochen"),
    "wissen": ("weiß", "wusste", "gewusst"),
    "zerfallen": ("zerfällt", "zerfiel", "zerfallen"),
    "zerreißen": ("zerreißt", "zerriss", "zerrissen"),
    "ziehen": ("zieht", "zog", "gezogen"),
    "zwingen": ("zwingt", "zwang", "gezwungen"),
}


def inflect_adjective(word: str) -> dict[str, str]:
    """An adjective with each ending, by the ending; one in -el or -er loses its e before a vowel (dunkel, dunkle)."""
    stem = word[:-2] + word[-1] if word.endswith(("auer", "euer", "el")) else word.removesuffix("e")
    return {ending: stem + ending if ending else word for ending in ENDINGS}


def inflect_noun(entry: str) -> dict[str, str]:
    """The forms of a noun, given as in a dictionary: `Hardliner|s|` is the word, the ending of its genitive and that of
    its plural, which is given whole where its vowel changes (`Maulkorb|s|Maulkörbe`); without the marks it has no
    other forms."""
    word, *endings = entry.split("|")
    if not endings:
        return {"singular": word}
    genitive = word + endings[0]
    plural = endings[-1] if endings[-1][:1].isupper() else word + endings[-1]
    dative = plural if plural.endswith(("n", "s")) else plural + "n"
    return {"singular": word, "genitive": genitive, "plural": plural, "dative": dative}


def inflect_verb(entry: str) -> dict[str, str]:
    """The forms of a verb; a bar stands behind a prefix that is split off (`herunter|spielen`), which is found only
    where it stands before its verb."""
    prefix, _, verb = entry.rpartition("|")
    stem = verb.removesuffix("en") if verb.endswith("en") else verb.removesuffix("n")
    vowel = "e" if stem.endswith(("t", "d", "chn", "fn", "gn", "kn", "tm", "dm")) else ""
    regular = stem + vowel + "t"
    joined = regular if verb.endswith("ieren") or verb.startswith(INSEPARABLE) else "ge" + regular
    third, past, participle = IRREGULAR.get(verb, (regular, regular + "e", joined))
    plural = past + ("n" if past.endswith("e") else "en")
    forms = {"base": verb, "third": third, "past": past, "past plural": plural, "participle": participle}
    prefixed = {form: prefix + text for form, text in forms.items()}
    return prefixed | ({"zu": f"{prefix}zu{verb}"} if prefix else {})


_UMLAUTS = str.maketrans("äöü", "aou")
SUFFIXES = (
    "erinnen",
    "ungen",
    "innen",
    "esten",
    "ende",
    "enden",
    "ung",
    "ern",
    "est",
    "te",
    "ten",
    "en",
    "em",
    "er",
    "es",
    "st",
    "e",
    "n",
    "s",
    "t",
)


def stem(word: str) -> str:
    """A crude stem: what the inflections of a word have in common (lower case, umlauts without their dots)."""
    low = word.lower().translate(_UMLAUTS)
    for suffix in SUFFIXES:
        if low.endswith(suffix) and len(low) - len(suffix) >= 3:
            return low[: -len(suffix)]
    return low
