"""What does the codebook compute? The pure functions that coder, ledger and validation share.

All of them read the closed lists of the newest contract; none keeps state or looks at text.
"""

from collections.abc import Iterable
from functools import cache

from newsledger.contract.column import Term
from newsledger.contract.load import load_contract

TARGETING = "Civilian targeting"
CIVILIANS = "Civilians"
EXTERNAL = "External/Other forces"


@cache
def _terms(name: str) -> dict[str, Term]:
    return {t.value: t for t in load_contract().terms[name]}


def _term(name: str, value: str) -> Term:
    try:
        return _terms(name)[value]
    except KeyError:
        raise ValueError(f"'{value}' is no value of the closed list {name}") from None


def _number(term: Term, key: str) -> int:
    value = term.data[key]
    assert isinstance(value, int)
    return value


def event_type_of(sub_event_type: str) -> str:
    """Return the event type that a sub-event type belongs to (coding-rules 2); ValueError if unknown."""
    return str(_term("sub-event-type", sub_event_type).data["event_type"])


def disorder_type(sub_event_type: str) -> str:
    """Return the disorder type of a sub-event type (coding-rules 2); ValueError if it is unknown."""
    return str(_term("sub-event-type", sub_event_type).data["disorder_type"])


@cache
def type_rank(event_type: str, sub_event_type: str) -> tuple[int, int]:
    """Return the precedence of a type as a sort key: the smaller wins (coding-rules 2).

    Raises ValueError if a value is unknown or the sub-event type belongs to another event type.
    """
    if event_type_of(sub_event_type) != event_type:
        raise ValueError(f"'{sub_event_type}' is no sub-event type of '{event_type}'")
    return _number(_term("event-type", event_type), "rank"), _number(
        _term("sub-event-type", sub_event_type), "rank"
    )


def interaction(inter1: str, inter2: str) -> str:
    """Return the joined kinds of the two actors, whichever is actor1 (coding-rules 3).

    The parts stand in the order of the list of kinds, except External/Other forces-Civilians; with one of the
    two empty it is "… only". Raises ValueError if a kind is unknown or both are empty.
    """
    present = sorted((i for i in (inter1, inter2) if i), key=lambda i: _number(_term("inter", i), "code"))
    if not present:
        raise ValueError("an event has at least one actor")
    if len(present) == 1:
        return f"{present[0]} only"
    if present == [CIVILIANS, EXTERNAL]:
        present.reverse()
    return "-".join(present)


def civilian_targeting(
    event_type: str, sub_event_type: str, inter1: str, inter2: str, civilians_main: bool = False
) -> str:
    """Return "Civilian targeting" or the empty string (coding-rules 3).

    Set for every violence against civilians and every excessive force row; for an explosion or a riot where
    civilians are the main target: they are a main actor, or `civilians_main` says so. Raises ValueError on an
    unknown type.
    """
    type_rank(event_type, sub_event_type)
    if event_type == "Violence against civilians" or sub_event_type == "Excessive force against protesters":
        return TARGETING
    hit = civilians_main or CIVILIANS in (inter1, inter2)
    return TARGETING if hit and event_type in ("Explosions/Remote violence", "Riots") else ""


def countries() -> tuple[Term, ...]:
    """Return the countries by name, each with `iso` (numeric), `iso3` and `region` in its data."""
    return tuple(_terms("country").values())


def region_of(country: str) -> str:
    """Return the world region of a country (coding-rules 7); ValueError if the country is unknown."""
    return str(_term("country", country).data["region"])


def iso_of(country: str) -> int:
    """Return the ISO 3166-1 numeric code of a country, 0 for Kosovo; ValueError if the country is unknown."""
    return _number(_term("country", country), "iso")


def iso3_of(country: str) -> str:
    """Return the ISO 3166-1 alpha-3 code of a country, XKX for Kosovo; ValueError if it is unknown."""
    return str(_term("country", country).data["iso3"])


def confidence(marks: Iterable[str]) -> float:
    """Return the confidence of a report: 1.0, times the factor of each different mark, to three decimals.

    `marks` are values of the closed list confidence-factor (coding-rules 8); a mark given twice counts once.
    ValueError if one is unknown.
    """
    found = 1.0
    for mark in sorted(set(marks)):
        factor = _term("confidence-factor", mark).data["factor"]
        assert isinstance(factor, float)
        found *= factor
    return round(found, 3)
