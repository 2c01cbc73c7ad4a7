"""What does a report state, in a form that can be compared with another report?"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Protocol

from newsledger.contract.records import Evidence, Report
from newsledger.ledger.actor import NOBODY, Actor, read_actor

NIGHT = "when.night"
AFTER_MIDNIGHT = "when.night-after-midnight"
UNTOLD = ("when.published", "when.dateline")
"""Rules that take the day of an article for want of one that it tells."""
SIDES = {
    f"fatalities{dot}{field}": side
    for dot in "._"
    for field, side in (("actor1", "1"), ("actor2", "2"), ("civilians", "civilians"))
}
DIGITS = re.compile(r"(\d+)")
TOLLS = ("fatalities", *SIDES)
PLURAL = re.compile(r"(?:^|[.\-_])plural(?:$|[.\-_])")  # in the id of the rule that read a toll
STRATEGIC = "Strategic developments"
NO_SIDES: Mapping[str, int] = MappingProxyType({})


class ArticleRow(Protocol):
    """What the ledger needs to know of an article."""

    @property
    def id(self) -> str:
        """The article's id."""

    @property
    def source(self) -> str:
        """The name of its source; several are joined by "; "."""

    @property
    def published(self) -> date:
        """The day it was published."""


@dataclass(slots=True)
class Facts:
    """A report in comparable form; `first` to `last` are the ordinals of the days on which its event can have
    been.
    """

    report: Report
    order: int  # among all reports: by publication, article, place within the article
    published: int
    day: int
    first: int
    last: int
    night: str  # empty, "began" (dated by the evening) or "ended" (a time after midnight is named)
    country: str
    admin1: str
    place: str
    actors: tuple[Actor, Actor]
    strategic: bool
    sides: Mapping[str, int] = field(default_factory=dict)  # the dead by side: "1", "2", "civilians"
    rough: bool = False  # the toll is a bare plural, not a count
    guessed: bool = False  # the article tells no day, so that it can be any before its own
    weapons: tuple[str, ...] = ()
    captured: int | None = None

    @property
    def vague(self) -> bool:
        """Tell whether the day or the place is known only roughly: a week, a month, a region (coding-rules
        4).
        """
        return self.report.time_precision > 1 or self.report.geo_precision > 2

    @property
    def impersonal(self) -> bool:
        """Tell whether neither actor is a particular one, so that other facts must carry an identity."""
        return not (self.actors[0].named or self.actors[1].named)

    @property
    def victims(self) -> int:
        """Return how many dead and wounded the report counts."""
        return self.report.fatalities + (self.report.injuries or 0)

    @property
    def tolled(self) -> bool:
        """Tell whether the report counts any dead or wounded."""
        return self.report.fatalities > 0 or bool(self.report.injuries)


@lru_cache(maxsize=262144)
def fold(text: str) -> str:
    """Return `text` without case, accents and punctuation, so that spellings of one name come close."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in plain if c.isalnum())


def natural(text: str) -> tuple[object, ...]:
    """Return a sort key by which "a#10" stands after "a#2"; text and numbers alternate, text first."""
    return tuple(int(part) if i % 2 else part for i, part in enumerate(DIGITS.split(text)))


def read_facts(
    reports: Sequence[Report], evidence: Iterable[Evidence], articles: Iterable[ArticleRow]
) -> list[Facts]:
    """Return the facts of all reports, in a total order that doesn't depend on the order they are given in.

    Nights, days that nobody told and the sides of the dead are read from the evidence: rules that begin with
    `when.night`, those in `UNTOLD`, and the fields `fatalities.actor1`, `fatalities.actor2`,
    `fatalities.civilians`; a rule with the part `plural` in its id says that a toll is rough. A report whose
    article is not given counts as published on the day of its event.
    """
    published = {a.id: a.published.toordinal() for a in articles}
    found = {r.report_id: _facts(r, published.get(r.article_id)) for r in reports}
    counted: set[str] = set()
    for e in evidence:
        f = found.get(e.report_id)
        if f is None:
            continue
        if e.field == "event_date" and e.rule.startswith(NIGHT) and f.report.time_precision == 1:
            f.night = "ended" if e.rule.startswith(AFTER_MIDNIGHT) or f.night == "ended" else "began"
            f.first, f.last = f.day - (f.night == "ended"), f.day + (f.night == "began")
        elif e.field == "event_date" and e.rule in UNTOLD:
            f.guessed = True
        elif e.field in TOLLS:
            _read_toll(f, e, counted)
        elif e.field == "weapons" and e.value:
            f.weapons = tuple(dict.fromkeys((*f.weapons, *e.value.split("; "))))
        elif e.field == "captured" and e.value.isdigit():
            f.captured = max(int(e.value), f.captured or 0)
    facts = sorted(found.values(), key=_publication)
    for i, f in enumerate(facts):
        f.order = i
    return facts


def _publication(f: Facts) -> tuple[object, ...]:
    return f.published, f.report.article_id, natural(f.report.report_id)


def _read_toll(f: Facts, e: Evidence, counted: set[str]) -> None:
    if PLURAL.search(e.rule) is None:
        counted.add(e.report_id)
    f.rough = e.report_id not in counted
    if e.field in SIDES and e.value.isdigit():
        side = SIDES[e.field]
        f.sides = {**f.sides, side: max(int(e.value), f.sides.get(side, 0))}


def _facts(report: Report, published: int | None) -> Facts:
    day = report.event_date.toordinal()
    told = day if published is None else published
    first, last = days_of(report.event_date, report.time_precision)
    if first <= told < last:
        last = told  # nobody reports what is still to come
    second = read_actor(report.actor2, report.inter2) if report.actor2 else NOBODY
    return Facts(
        report=report,
        order=0,
        published=told,
        day=day,
        first=first,
        last=last,
        night="",
        country=report.country.casefold(),
        admin1=fold(report.admin1),
        place=fold(report.location),
        actors=(read_actor(report.actor1, report.inter1), second),
        strategic=report.event_type == STRATEGIC,
        sides=NO_SIDES,
    )


def days_of(day: date, precision: int) -> tuple[int, int]:
    """Return the first and last ordinal of the days that a date can mean (coding-rules 4): a day, a week, a
    month.
    """
    ordinal = day.toordinal()
    if precision == 1:
        return ordinal, ordinal
    if precision == 2:
        return ordinal - 3, ordinal + 3
    first = day.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    return first.toordinal(), following.toordinal() - 1
