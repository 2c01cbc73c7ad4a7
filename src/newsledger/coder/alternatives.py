"""Alternatives: a lexicon phrase that stands for several, "(bomb|device) went off (early|prematurely)"."""

import re
from collections.abc import Iterable, Mapping
from itertools import product
from pathlib import Path
from typing import Any

from newsledger import errors

GROUP = re.compile(r"\(([^()|]*(?:\|[^()|]*)+)\)")
PHRASED = ("verbs", "nouns", "words", "heads", "tails")  # the keys of a record that hold phrases


def spelt_out(text: str, origin: Path) -> list[str]:
    """Return every phrase that a text with alternatives stands for, in order; brackets without "|" are letters of a
    name ("CPN (Maoist)"), and an empty alternative leaves the word out ("(the|) army").

    Raises `ContentInvalid` where a bracket is not closed, or stands inside another.
    """
    if "|" not in text:
        return [text]
    parts = GROUP.split(text)  # between and inside brackets by turns
    if any("|" in between for between in parts[::2]):
        raise errors.ContentInvalid(
            "alternatives without their brackets", file=origin, value=text, expected="(one|other) word"
        )
    ways = [part.split("|") if n % 2 else [part] for n, part in enumerate(parts)]
    return [" ".join("".join(way).split()) for way in product(*ways)]


def whole(record: Mapping[str, Any], origin: Path) -> dict[str, Any]:
    """Return a lexicon record with all phrases of its lists spelt out."""
    return {key: spelt_all(value, origin) if key in PHRASED else value for key, value in record.items()}


def spelt_all(texts: Iterable[str], origin: Path) -> list[str]:
    """Return the phrases that the texts of a list stand for."""
    return [way for text in texts for way in spelt_out(text, origin)]
