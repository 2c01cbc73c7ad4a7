"""What do the reports of one event have in common, and may one more of them join?"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from newsledger.ledger.actor import Actor, compare_pairs, fullest
from newsledger.ledger.agree import (
    ALL_VIOLENCE,
    FAR,
    FEW,
    TELLING,
    WEEKS,
    agreement,
    compare_places,
    compare_tolls,
)
from newsledger.ledger.facts import Facts


@dataclass(slots=True)
class Cluster:
    """The reports of one event so far; `first` to `last` are the days on which all of them can have been.

    A summary, so that joining two clusters costs the same however many reports they hold: the pair as named
    by the best-named report, the report with the most precise place, the latest that counts victims, the
    night.
    """

    members: list[Facts]
    first: int
    last: int
    earliest: int | None  # the range of the precise days
    latest: int | None
    night: int | None  # the day that the night began
    actors: tuple[Actor, Actor]
    anchor: Facts
    counted: Facts | None
    articles: dict[str, list[Facts]] = field(default_factory=dict)


def start_cluster(members: Sequence[Facts], scope: str) -> Cluster:
    """Return the cluster of reports with identical keys (day, place, pair), the first of which speaks for
    all.
    """
    f = members[0]
    slack = FEW if scope == ALL_VIOLENCE else 0
    guessed = f.guessed and scope == ALL_VIOLENCE
    precise = f.report.time_precision == 1 and not guessed
    cluster = Cluster(
        members=list(members),
        first=f.first - (WEEKS if guessed else slack),
        last=f.last + slack,
        earliest=f.day if precise else None,
        latest=f.day if precise else None,
        night=f.first if f.night else None,
        actors=f.actors,
        anchor=f,
        counted=max((m for m in members if m.tolled), key=lambda m: m.order, default=None),
    )
    for m in members:
        cluster.articles.setdefault(m.report.article_id, []).append(m)
    return cluster


def objection(a: Cluster, b: Cluster, scope: str) -> str:
    """Return why `a` and `b` cannot be one event although two of their reports agree, or the empty string.

    A vague report can join one precise event but never pull two together (coding-rules 1, 4): days, places,
    actors and tolls are held against what all the reports of the other cluster leave open. Of one article,
    reports that differ in precise day or place, or that share out one total, are different events.
    """
    if max(a.first, b.first) > min(a.last, b.last):
        return "no day fits all the reports"
    apart = _days_between(a, b) if scope == ALL_VIOLENCE else 0
    if apart > FEW or (apart > 2 and not _as_many(a, b, scope)):
        return "no day fits all the reports"
    if (
        a.night is not None
        and b.night is not None
        and a.night != b.night
        and _days_between(a, b, across=True) > 0
        and scope != ALL_VIOLENCE
    ):
        return "two different nights"
    place = compare_places(a.anchor, b.anchor, scope)
    if place.conflict or (place in FAR and not _as_many(a, b, scope)):
        return "no place fits all the reports"
    if scope != ALL_VIOLENCE and compare_pairs(a.actors, b.actors, a.anchor.country)[0].conflict:
        return "no pair of actors fits all the reports"
    if a.counted and b.counted and compare_tolls(a.counted, b.counted, scope).conflict:
        return "no toll fits all the reports"
    if (
        a.anchor.strategic
        and len(a.articles) > 1 < len(b.articles)
        and not agreement(a.anchor, b.anchor, scope).agrees
    ):
        return "strategic developments that agree only by way of a third"
    return _same_article(a, b, scope)


def _days_between(a: Cluster, b: Cluster, *, across: bool = False) -> int:
    """Return how many days the precise dates of both span or, `across`, lie apart (0 where they overlap)."""
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return 0
    if across:
        return max(0, b.earliest - a.latest, a.earliest - b.latest)
    return max(a.latest, b.latest) - min(a.earliest, b.earliest)


def _as_many(a: Cluster, b: Cluster, scope: str) -> bool:
    """Tell whether both count victims, several and as many."""
    if not a.counted or not b.counted or min(a.counted.victims, b.counted.victims) < TELLING:
        return False
    return compare_tolls(a.counted, b.counted, scope).word == "exact"


def _same_article(a: Cluster, b: Cluster, scope: str) -> str:
    few, many = (a, b) if len(a.articles) <= len(b.articles) else (b, a)
    for article, reports in few.articles.items():
        for g in many.articles.get(article, ()):
            for f in reports:
                shared = f.report.toll_group and f.report.toll_group == g.report.toll_group
                if scope == ALL_VIOLENCE and not shared and not agreement(f, g, scope).conflicts:
                    continue
                if shared or not (f.vague or g.vague):
                    return "one article tells them apart"
    return ""


def join(a: Cluster, b: Cluster) -> Cluster:
    """Return `a` enlarged by `b`, which must not be used any more."""
    a.members.extend(b.members)
    a.first, a.last = max(a.first, b.first), min(a.last, b.last)
    a.earliest = min((d for d in (a.earliest, b.earliest) if d is not None), default=None)
    a.latest = max((d for d in (a.latest, b.latest) if d is not None), default=None)
    a.night = a.night if a.night is not None else b.night
    a.actors = fullest(a.actors, b.actors, a.anchor.country)
    a.anchor = min(a.anchor, b.anchor, key=_precision)
    a.counted = max((c for c in (a.counted, b.counted) if c), key=lambda c: c.order, default=None)
    for article, reports in b.articles.items():
        a.articles.setdefault(article, []).extend(reports)
    return a


def _precision(f: Facts) -> tuple[object, ...]:
    return f.report.geo_precision, f.report.time_precision, f.order
