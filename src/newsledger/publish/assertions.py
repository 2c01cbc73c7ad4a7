"""Can the assertions of a recipe hold, and can they fail? One that names what is not there says nothing for ever."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from newsledger.contract.load import Contract

COUNTS = ("events", "fatalities", "injuries")
Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Impossible:
    """What in an assertion makes no sense, and where it stands in the recipe."""

    place: Place
    message: str
    value: object
    expected: str

    @property
    def field(self) -> str:
        """Return the place as people count: `assertions.1.from`."""
        return ".".join(str(p + 1) if isinstance(p, int) else p for p in self.place)


def impossible(assertions: list[Mapping[str, Any]], contract: Contract) -> Iterator[Impossible]:
    """Yield what in assertions that keep their schema cannot be meant: unknown columns and values of closed lists,
    and bounds the wrong way round.
    """
    for number, assertion in enumerate(assertions):
        place: Place = ("assertions", number)
        start, end = assertion.get("from"), assertion.get("to")
        if start is not None and end is not None and end < start:
            yield Impossible((*place, "to"), "ends before it begins", end, f"a day from {start} on")
        for what in COUNTS:
            least, most = (assertion.get(what, {}).get(bound) for bound in ("min", "max"))
            if least is not None and most is not None and most < least:
                yield Impossible((*place, what, "max"), "is below min", most, f"{least} or more")
        for column, wanted in assertion.get("where", {}).items():
            values = wanted if isinstance(wanted, list) else [wanted]
            yield from _column((*place, "where", column), column, values, contract)


def _column(place: Place, name: str, values: list[Any], contract: Contract) -> Iterator[Impossible]:
    table = contract.tables["events"]
    if name not in table.names:
        yield Impossible(
            place, "is no column of events", name, _near(name, table.names, "a column of events")
        )
        return
    column = table.column(name)
    known = contract.values(column.terms) if column.terms and not column.separator else ()
    for value in values:
        if known and str(value) not in known:
            said = f"is not in the closed list {column.terms}"
            yield Impossible(place, said, value, _near(str(value), known, f"a value of terms/{column.terms}"))


def _near(name: str, known: tuple[str, ...], otherwise: str) -> str:
    near = get_close_matches(name, known, n=1)
    return f"{near[0]}?" if near else otherwise
