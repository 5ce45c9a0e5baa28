"""A table of settings."""

import msgspec


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of `settings.toml`: a key that is missing, unknown or of a wrong type is an error."""
