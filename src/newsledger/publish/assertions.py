"""Can the assertions of a recipe hold, and can they fail? One that cannot fail guards nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from newsledger.contract.column import Column
from newsledger.contract.load import Contract

COUNTED = ("events", "fatalities", "injuries")


@dataclass(frozen=True, slots=True)
class Faulty:
    """What is wrong with an assertion: the key, as `assertions.0.where.country`, the message and the value."""

    field: str
    message: str
    value: object
    expected: str


def faulty_assertions(assertions: Sequence[Mapping[str, Any]], contract: Contract) -> Iterator[Faulty]:
    """Yield what is wrong with assertions that keep the schema of a recipe, in their order."""
    for number, assertion in enumerate(assertions):
        place = f"assertions.{number}"
        for column, wanted in assertion.get("where", {}).items():
            yield from _where(f"{place}.where.{column}", column, wanted, contract)
        first, last = assertion.get("from"), assertion.get("to")
        if first is not None and last is not None and last < first:
            yield Faulty(f"{place}.to", "ends before it begins", last, f"a day from {first} on")
        for what in COUNTED:
            bounds = assertion.get(what, {})
            if bounds.get("max", bounds.get("min", 0)) < bounds.get("min", 0):
                message = "cannot hold: max is below min"
                yield Faulty(f"{place}.{what}.max", message, bounds["max"], f"at least {bounds['min']}")


def _where(place: str, name: str, wanted: Any, contract: Contract) -> Iterator[Faulty]:
    events = contract.tables["events"]
    if name not in events.names:
        near = get_close_matches(name, events.names, n=1)
        yield Faulty(
            place, "is no column of events", name, f"{near[0]}?" if near else "a column of the codebook"
        )
        return
    column = events.column(name)
    for value in map(str, wanted if isinstance(wanted, list) else [wanted]):
        if (unknown := _unknown(value, column, contract)) is not None:
            near = get_close_matches(unknown, contract.values(column.terms), n=1)
            expected = f"{near[0]}?" if near else f"a value of terms/{column.terms}"
            yield Faulty(place, "is not in the closed list, so that no event has it", unknown, expected)


def _unknown(value: str, column: Column, contract: Contract) -> str | None:
    """Return what of a value is not in the closed list of its column; None if the column has none."""
    if not column.terms:
        return None
    parts = value.split(column.separator) if column.separator else [value]
    known = contract.values(column.terms)
    return next((p for p in parts if p.strip() not in known), None)
