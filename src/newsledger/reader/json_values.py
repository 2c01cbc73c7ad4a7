"""Which JSON do we take? Strict JSON, each key once, numbers of 64 bits, no deep nesting."""

import json
import math
import re
from typing import Any, Final

from newsledger.reader.limits import MAX_DEPTH, MAX_KEYS

_BIGGEST: Final = 2**64
_MARK: Final = re.compile(r"[ \t\n\r]*")


class NotTaken(ValueError):
    """A piece of JSON is not taken; the message says why, and `position` where, if that is known."""

    def __init__(self, message: str, position: int | None = None) -> None:
        super().__init__(message)
        self.position = position


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise NotTaken(f"the key {key[:80]!r} stands twice in one object")
            seen.add(key)
    if len(values) > MAX_KEYS:
        raise NotTaken(f"an object has {len(values):,} keys, more than {MAX_KEYS}")
    return values


def _integer(digits: str) -> int:
    if len(digits) > 21 or abs(int(digits)) >= _BIGGEST:
        raise NotTaken(
            f"a number of {len(digits.lstrip('-')):,} digits needs more than 64 bits; put it in quotes"
        )
    return int(digits)


def _decimal(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise NotTaken("a number is too large for 64 bits; put it in quotes")
    return number


def _constant(name: str) -> float:
    raise NotTaken(f"{name} is not a number of JSON; write null")


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_integer, parse_float=_decimal, parse_constant=_constant
)


def skip_blanks(text: str, start: int) -> int:
    """Return the first position from `start` on that is no blank of JSON."""
    found = _MARK.match(text, start)
    return found.end() if found else start


def parse_value(text: str, start: int) -> tuple[Any, int]:
    """Return the JSON value that begins at `start` and the position after it.

    Raises `NotTaken` where the text is not JSON, a key stands twice, a number needs more than 64 bits, is NaN
    or Infinity, an object has more than `MAX_KEYS` keys, or values nest deeper than `MAX_DEPTH`.
    """
    try:
        value, end = _DECODER.raw_decode(text, start)
    except NotTaken:
        raise
    except json.JSONDecodeError as error:
        raise NotTaken(f"is not JSON: {error.msg}", error.pos) from error
    except RecursionError as error:
        raise NotTaken(f"lists and objects nest deeper than {MAX_DEPTH}") from error
    if too_deep(value):
        raise NotTaken(f"lists and objects nest deeper than {MAX_DEPTH}")
    return value, end


def parse_whole(text: str) -> Any:
    """Return the one JSON value of which `text` consists; raises `NotTaken` as `parse_value` does."""
    value, end = parse_value(text, skip_blanks(text, 0))
    rest = skip_blanks(text, end)
    if rest != len(text):
        raise NotTaken("is not JSON: something follows the value", rest)
    return value


def too_deep(value: object) -> bool:
    """Return whether lists and objects in `value` nest deeper than `MAX_DEPTH`."""
    level = [value]
    for _ in range(MAX_DEPTH + 1):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return False
    return True


def _inside(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return list(value) if isinstance(value, list | tuple) else []
