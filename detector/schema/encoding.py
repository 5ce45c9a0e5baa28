"""Values as JSON bytes: the same value gives the same bytes."""

import json

import msgspec


def encode(value: object) -> bytes:
    """JSON as UTF-8 without spaces, fields in their order. Half a surrogate pair, which UTF-8 cannot say,
    becomes `?`."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        built = msgspec.to_builtins(value)
        return json.dumps(built, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode("utf-8", "replace")
