"""Which words make up a time expression? The tables of coder/lexicon/when, and the classes of digits."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from newsledger import content, errors
from newsledger.coder.lexicon import read_yaml
from newsledger.coder.when.forms import KINDS
from newsledger.coder.when.patterns import Classes, Patterns, Phrase

MOST_UNITS = 400  # "{count} days ago": larger numbers are amounts, not spans of time
JOINED = re.compile(
    r"(0[1-9]|[12]\d|3[01]|[1-9](?=,)),?((?:19|20)\d\d)", re.ASCII
)  # "Feb 09,2015", and without its comma
ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
EMPTY: Classes = {}


def digit_classes(token: str) -> Classes:
    """Return the classes of a token that begins with a digit, with the value it has in each."""
    found: Classes = {}
    if token[-2:] in ORDINAL_ENDINGS and token[:-2].isascii() and token[:-2].isdecimal():
        number = int(token[:-2]) if len(token) < 5 else 0
        if 1 <= number <= 31:
            found.update(day=number, day2=number, dayth=number)
        if 1 <= number <= MOST_UNITS:
            found["ordinal"] = number
        return found
    if token.isascii() and token.isdecimal() and len(token) <= 4:
        whole = int(token)
        possible = {
            "day": 1 <= whole <= 31 and len(token) < 3,
            "day2": 1 <= whole <= 31 and len(token) < 3,
            "mm": 1 <= whole <= 12 and len(token) < 3,
            "year": 1800 <= whole <= 2099 and len(token) == 4,
            "decade": 1900 <= whole <= 2099 and whole % 10 == 0,
            "yy": len(token) == 2,
            "hour": whole <= 24 and len(token) < 3,
            "count": 1 <= whole <= MOST_UNITS,
        }
        found.update({name: whole for name, holds in possible.items() if holds})
        if len(token) == 4 and whole // 100 < 24 and whole % 100 < 60:
            found["hhmm"] = whole // 100 * 60 + whole % 100
        return found
    if whole_date := JOINED.fullmatch(token):
        return {"dayyear": int(whole_date[1]) * 10000 + int(whole_date[2])}
    return separated_classes(token)


def separated_classes(token: str) -> Classes:
    """Return the classes of digits with separators: a time of day (18:00, 6.30) or a date (13.09.2022)."""
    parts = token.replace(":", ".").split(".")
    if "," in token or not all(part.isascii() and part.isdecimal() and len(part) <= 4 for part in parts):
        return {}
    numbers = [int(part) for part in parts]
    if len(numbers) == 2 and numbers[0] <= 24 and numbers[1] < 60 and len(parts[1]) == 2:
        minutes = numbers[0] % 24 * 60 + numbers[1]
        return {"clock": minutes} if ":" in token else {"hour": numbers[0]}
    if len(numbers) == 3 and ":" in token and numbers[0] < 24 and max(numbers[1:]) < 60:
        return {"clock": numbers[0] * 60 + numbers[1]}
    if len(numbers) == 3 and 1 <= numbers[0] <= 31 and 1 <= numbers[1] <= 31:
        return {"dotted": (numbers[0], numbers[1], numbers[2])}
    return {}


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The compiled phrases, the words that can begin one, and the small word sets around them."""

    patterns: Patterns
    starts: frozenset[str]
    follows: dict[str, frozenset[str]]  # what can stand behind a word that begins a phrase and is none alone
    sets: dict[str, frozenset[str]]


def phrase_of(record: dict[str, Any], rank: int, path: Path) -> Phrase:
    """Return the phrase that a record of phrases.yaml describes; raises `ContentInvalid`."""
    for key in ("rule", "kind", "match"):
        if key not in record:
            raise errors.ContentInvalid("a time phrase lacks a key", file=path, field=key, value=record)
    if record["kind"] not in KINDS:
        raise errors.ContentInvalid(
            "unknown kind of time expression",
            file=path,
            field="kind",
            value=record["kind"],
            expected=", ".join(sorted(KINDS)),
        )
    return Phrase(record["rule"], record["kind"], tuple(sorted(record.get("set", {}).items())), rank)


def second_words(patterns: Patterns, table: dict[str, Classes], word: str) -> frozenset[str] | None:
    """Return the words that can be second in a phrase that begins with `word`; None: `word` is one alone.

    Spares most of the tries at "the", "in", "a"; figures are always tried.
    """
    nodes = [patterns.root.words.get(word), *(patterns.root.classes.get(c) for c in table.get(word, ()))]
    found: set[str] = set()
    for node in nodes:
        if node is None:
            continue
        if node.end is not None:
            return None
        found.update(node.words, node.glued_words)
        classes = node.classes.keys() | node.glued_classes.keys()
        found.update(other for other, known in table.items() if not classes.isdisjoint(known))
    return frozenset(found)


@cache
def time_words(folder: Path | None = None) -> TimeWords:
    """Read words.yaml and phrases.yaml of `folder` (coder/lexicon/when by default) and compile them.

    Raises `ContentInvalid` where a file is malformed.
    """
    folder = folder or content.coder_folder() / "lexicon" / "when"
    words = read_yaml(folder / "words.yaml")
    table: dict[str, Classes] = {}
    for name, members in words["classes"].items():
        for word, value in members.items():
            table.setdefault(str(word), {})[name] = value

    digits = lru_cache(maxsize=4096)(digit_classes)

    def classes_of(token: str) -> Classes:
        found = table.get(token)
        if found is not None:
            return found
        return digits(token) if token[:1].isdigit() else EMPTY

    patterns = Patterns(classes_of)
    path = folder / "phrases.yaml"
    for rank, record in enumerate(read_yaml(path)["patterns"]):
        phrase = phrase_of(record, rank, path)
        for pattern in record["match"]:
            patterns.add(pattern, phrase)
    starts = frozenset(patterns.root.words) | {
        word for word, classes in table.items() if not classes.keys().isdisjoint(patterns.root.classes)
    }
    follows = {word: known for word in sorted(starts) if (known := second_words(patterns, table, word))}
    sets = {name: frozenset(str(w) for w in members) for name, members in words.items() if name != "classes"}
    return TimeWords(patterns, starts, follows, sets)
