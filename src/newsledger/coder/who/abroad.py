"""Abroad: where have the forces of a state fought outside it, and when (coder/lexicon/who/abroad.yaml)?"""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from newsledger import errors

ABROAD = "abroad.yaml"
Span = tuple[str, date, date]  # a country, the first and the last day


@dataclass(frozen=True, slots=True)
class Abroad:
    """The countries in which each state's forces have fought, with the days."""

    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)

    def fronts(self, states: Iterable[str], day: date) -> frozenset[str]:
        """Return the countries in which the forces of any of `states` fight on `day`."""
        return frozenset(
            country
            for state in states
            for country, first, last in self.spans.get(state, ())
            if first <= day <= last
        )


def read_abroad(document: Any, path: Path, countries: frozenset[str]) -> Abroad:
    """Read abroad.yaml; an unknown country or a malformed span raises `ContentInvalid` with its state."""
    if not isinstance(document, dict) or not isinstance(document.get("states"), dict):
        raise errors.ContentInvalid("not a list of fronts", file=path, expected="basis and states")
    found = {}
    for state, text in document["states"].items():
        try:
            found[state] = tuple(read_front(part, {*countries} - {state}) for part in str(text).split(";"))
            if state not in countries:
                raise ValueError(state)
        except ValueError as error:
            raise errors.ContentInvalid(
                "a front has no known country or no span",
                file=path,
                field=str(state),
                value=str(error),
                expected="names of terms/country, each with its first day, month or year, or first/last",
            ) from error
    return Abroad(found)


def read_front(text: str, countries: Iterable[str]) -> Span:
    """Read "Mali 2013-01/2022-08"; a malformed one raises `ValueError`."""
    country, _, span = text.strip().rpartition(" ")
    first, slash, last = span.partition("/")
    start, end = date.fromisoformat(f"{first}-01-01"[:10]), last_day(last) if slash else date.max
    if country not in countries or start > end:
        raise ValueError(text.strip())
    return country, start, end


def last_day(text: str) -> date:
    """Return the last day of a year, a month or a day; a malformed one raises `ValueError`."""
    parts = [int(part) for part in text.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])
