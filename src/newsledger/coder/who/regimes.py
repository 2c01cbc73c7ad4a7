"""Regimes: whose time was it? The years in `Military Forces of Armenia (2018-)` (coding-rules 3)."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from newsledger import errors

NO_MORE = "-"  # the name of the regime that ends a state


@dataclass(frozen=True, slots=True)
class Regimes:
    """The regimes of one country, oldest first: when each began and what it is called."""

    starts: tuple[str, ...]
    names: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> "Regimes":
        """Read "1991-11 Name; 1998-02-04 Name"; a malformed one raises `ValueError`."""
        starts: list[str] = []
        names: list[str] = []
        for part in text.split(";"):
            start, _, name = part.strip().partition(" ")
            padded = f"{start}-01-01"[:10] if len(start) == 4 else f"{start}-01"[:10]
            date.fromisoformat(padded)
            if not name or (starts and padded <= starts[-1]):
                raise ValueError(part.strip())
            starts.append(padded)
            names.append(name)
        return cls(tuple(starts), tuple(names))

    def years(self, day: date) -> str:
        """Return the years of the regime of `day`: "2018-", "2008-2018", or "-1991" before the first one."""
        at = bisect_right(self.starts, day.isoformat())
        if at == 0:
            return f"-{self.starts[0][:4]}"
        if self.names[at - 1] == NO_MORE:
            at -= 1
        return f"{self.starts[at - 1][:4]}-" + (self.starts[at][:4] if at < len(self.starts) else "")


def read_regimes(document: Any, path: Path) -> Mapping[str, Regimes]:
    """Read regimes.yaml; a malformed country raises `ContentInvalid` with its name."""
    if (
        not isinstance(document, dict)
        or not document.get("basis")
        or not isinstance(document.get("regimes"), dict)
    ):
        raise errors.ContentInvalid("not a list of regimes", file=path, expected="basis and regimes")
    found = {}
    for country, text in document["regimes"].items():
        try:
            found[country] = Regimes.parse(str(text))
        except ValueError as error:
            raise errors.ContentInvalid(
                "a regime has no start, no name, or stands out of order",
                file=path,
                field=str(country),
                value=str(error),
                expected="start name; start name; …, oldest first",
            ) from error
    return found
