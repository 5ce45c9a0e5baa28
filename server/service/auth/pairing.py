"""Pairing: a short code that a person types becomes a token that one browser (or program) keeps.

Pure rules on frozen values; `pairing_store` keeps them. Codes and tokens are held as hashes only. Times are seconds of
the system's clock; a clock that was set back makes a code void at worst.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Annotated

from msgspec import Meta

from server.settings import PAIRING

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # without 0 O, 1 I L, and U that looks like V

Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\d$")]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Someone who may ask: `origin` where a browser paired, `made` and `used` as ISO days, the token's SHA-256."""

    id: str
    name: str
    origin: str | None
    made: Day
    used: Day | None
    sha256: Sha256


@dataclass(frozen=True, slots=True)
class Code:
    """The one code that is out: salted hash in hex, when it was `made`, and how many wrong `tries` it has seen."""

    salt: Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]
    digest: Sha256
    made: float
    tries: Annotated[int, Meta(ge=0)]

    def is_live(self, now: float) -> bool:
        """Whether it is still to be taken."""
        return -PAIRING.skew_seconds <= now - self.made <= PAIRING.code_seconds


@dataclass(frozen=True, slots=True)
class Pairings:
    """All that is kept."""

    entries: tuple[Pairing, ...] = ()
    code: Code | None = None

    def find(self, token: str, origin: str | None) -> Pairing | None:
        """Whose token it is; `None` too where it comes from another origin than the one that paired."""
        digest = _sha256(token)
        found = [pairing for pairing in self.entries if hmac.compare_digest(pairing.sha256, digest)]
        fits = [pairing for pairing in found if origin is None or pairing.origin in (None, origin)]
        return fits[0] if fits else None

    def without(self, name: str | None) -> "Pairings":
        """Less the pairing with that id; less all of them for `None`."""
        return replace(self, entries=tuple(pairing for pairing in self.entries if name not in (None, pairing.id)))

    def used(self, name: str, today: str) -> "Pairings":
        """With the day on which a pairing was last used."""
        updated = (replace(pairing, used=today) if pairing.id == name else pairing for pairing in self.entries)
        return replace(self, entries=tuple(updated))


def issue(pairings: Pairings, now: float) -> tuple[Pairings, str]:
    """A new code, which makes any older one void: what to keep, and the code as it is shown (`XXXX-XXXX`)."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(PAIRING.code_length))
    salt = secrets.token_hex(16)
    return replace(pairings, code=Code(salt, _stretch(letters, salt), now, 0)), f"{letters[:4]}-{letters[4:]}"


def refusal(pairings: Pairings, attempt: str, now: float) -> str | None:
    """Why a typed code is not taken (a code of `failures.PROBLEMS`), or `None` where it is the right one."""
    code = pairings.code
    if code is None or not code.is_live(now):
        return "code-expired"
    if code.tries >= PAIRING.code_tries:
        return "too-many-tries"
    typed = "".join(letter for letter in attempt.upper() if letter.isalnum())
    return None if hmac.compare_digest(_stretch(typed, code.salt), code.digest) else "wrong-code"


def count_try(pairings: Pairings) -> Pairings:
    """With one more wrong try on the code that is out."""
    code = pairings.code
    return replace(pairings, code=code and replace(code, tries=code.tries + 1))


def grant(pairings: Pairings, name: str, origin: str | None, now: float) -> tuple[Pairings, Pairing, str]:
    """Take the code in: what to keep, the new pairing, and its token, which is told once."""
    token = secrets.token_urlsafe(PAIRING.token_bytes)
    made = Pairing(secrets.token_hex(4), name, origin, day(now), None, _sha256(token))
    return Pairings((*pairings.entries, made)), made, token


def admit(pairings: Pairings, name: str, origin: str, now: float) -> tuple[Pairings, Pairing, str]:
    """A pairing that no code was typed for. Of those with its name and origin the latest `PAIRING.alike` stay:
    each profile of a browser has one, and each that was removed leaves one."""
    kept, made, token = grant(pairings, name, origin, now)
    like = [pairing.id for pairing in kept.entries if (pairing.name, pairing.origin) == (name, origin)]
    remaining = tuple(one for one in kept.entries if one.id not in like[: -PAIRING.alike])
    return Pairings(remaining, pairings.code), made, token


def prove(pairings: Pairings, nonce: str, port: int) -> list[str]:
    """What only a server that listens on `port` and holds a pairing can answer to `nonce`: for each an HMAC in hex.

    The key is the SHA-256 of the token, which browser and server share and neither sends. With the port in it, a proof
    is worth nothing to another program that passes the nonce on to us (RFC 2104).
    """
    asked = f"undertone:{port}:{nonce}".encode()
    return [hmac.new(bytes.fromhex(pairing.sha256), asked, hashlib.sha256).hexdigest() for pairing in pairings.entries]


def day(now: float) -> str:
    """The day (UTC) as ISO 8601."""
    return datetime.fromtimestamp(now, UTC).date().isoformat()


def _sha256(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _stretch(letters: str, salt: str) -> str:
    """A slow hash: a code is short, and whoever reads the file must not guess it within its ten minutes."""
    stretched = hashlib.scrypt(letters.encode(), salt=bytes.fromhex(salt), n=2**14, r=8, p=1, dklen=32)
    return stretched.hex()
