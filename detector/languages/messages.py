"""What is said to the reader in one language: remarks and reasons of rules, notices, summary, limitations, and the
words of copies, tables and the panel."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from detector.errors import reading
from detector.languages.parts import table

SECTIONS = (
    *("notices", "genres", "reasons", "summary", "parts", "voices", "limitations", "languages"),
    *("numbers", "dimensions", "ranks", "levels", "severities", "rule-names", "frames"),
    *("panel", "copies", "comparison", "tables"),
)


@dataclass(frozen=True, slots=True, eq=False)
class Messages:
    """The texts of a language by section and name; those of rules (`message`, `reason`, `suggestion`) by rule id."""

    code: str
    sections: Mapping[str, Mapping[str, str]]
    rules: Mapping[str, Mapping[str, str]]

    def say(self, section: str, name: str, /, **fields: object) -> str:
        """A text with its `{fields}` filled in. Raises `KeyError` where there is none of this name."""
        return self.sections[section][name].format_map(fields)

    def name(self, section: str, id_: str, otherwise: str | None = None) -> str:
        """What something is called, by its id; where nothing is said of it, `otherwise` or the id itself."""
        return self.sections[section].get(id_, otherwise or id_)

    def figure(self, value: float) -> str:
        """A number as this language writes it, without a fraction where it is whole."""
        marks = str.maketrans({",": self.say("numbers", "thousands"), ".": self.say("numbers", "decimal")})
        return f"{value:,}".removesuffix(".0").translate(marks)

    def percent(self, share: float) -> str:
        """A share 0..1 as a percentage."""
        return self.say("numbers", "percent", number=round(share * 100))

    def language(self, code: str) -> str:
        """What a language is called in this one."""
        names = self.sections["languages"]
        return names["und"] if code == "und" else names.get(code) or names["other"].format(code=code)

    def listed(self, names: Sequence[str]) -> str:
        """Several names as one phrase."""
        *first, last = names
        return self.say("summary", "and", first=", ".join(first), last=last) if first else last


def load(code: str) -> Messages:
    """Read `messages.toml` of a language. Raises `DataError` where it is missing or damaged."""
    data = table(code, "messages.toml")
    with reading("messages.toml"):
        return Messages(code, {name: data[name] for name in SECTIONS}, data["rules"])
