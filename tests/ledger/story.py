"""Reports for tests, told with as few words as a story needs."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import polars as pl

from newsledger.contract.coding import disorder_type, event_type_of, interaction, iso_of, region_of
from newsledger.contract.records import Evidence, Report
from newsledger.ledger import Correction, Ledger, PreviousRelease, build_ledger

AZERBAIJAN = "Military Forces of Azerbaijan (2003-)"
ARMENIA = "Military Forces of Armenia (2018-)"
ARTSAKH = "Military Forces of Artsakh (1991-2023)"
PLACES = {
    "Vardenis": ("Armenia", 40.1833, 45.7333, "Gegharkunik"),
    "Goris": ("Armenia", 39.5111, 46.3417, "Syunik"),
    "Sotk": ("Armenia", 40.2006, 45.8628, "Gegharkunik"),
    "Jermuk": ("Armenia", 39.8417, 45.6694, "Vayots Dzor"),
    "Kapan": ("Armenia", 39.2075, 46.4058, "Syunik"),
    "Ishkhanasar": ("Armenia", 39.6417, 46.2333, "Syunik"),
    "Kalbajar": ("Azerbaijan", 40.1024, 46.0365, "Kalbajar"),
    "Kelbajar": ("Azerbaijan", 40.1061, 46.0383, "Kalbajar"),
    "Lachin": ("Azerbaijan", 39.6383, 46.5461, "Lachin"),
    "Stepanakert": ("Azerbaijan", 39.8177, 46.7528, "Khankendi"),
    "Armenia-Azerbaijan border area": ("Armenia", 39.9, 45.95, ""),
}
INTERS = {AZERBAIJAN: "External/Other forces", ARMENIA: "State forces", ARTSAKH: "State forces"}


@dataclass(frozen=True)
class Article:
    """What the ledger knows of an article."""

    id: str
    source: str
    published: date


@dataclass
class Story:
    """Articles, their reports and the evidence, as a coder would hand them over."""

    articles: list[Article] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)

    def article(self, name: str, published: str) -> None:
        self.articles.append(Article(name, f"Paper of {name}", date.fromisoformat(published)))

    def report(self, **told: object) -> Report:
        """Add a report of the last article; unnamed columns have the usual values."""
        night, sides, rough = told.pop("night", ""), told.pop("sides", {}), told.pop("rough", False)
        guessed = told.pop("guessed", False)
        article = self.articles[-1]
        nth = sum(r.article_id == article.id for r in self.reports) + 1
        made = report(article_id=article.id, report_id=f"{article.id}#{nth}", source=article.source, **told)
        self.reports.append(made)
        if night:
            rule = "when.night-after-midnight" if night == "ended" else "when.night"
            self.evidence.append(
                Evidence(made.report_id, "event_date", str(made.event_date), "text", 0, 9, rule)
            )
        if guessed:
            self.evidence.append(
                Evidence(made.report_id, "event_date", str(made.event_date), "text", -1, -1, "when.published")
            )
        assert isinstance(sides, dict)
        for side, n in sides.items():
            rule = "howmany.counted"
            self.evidence.append(Evidence(made.report_id, f"fatalities_{side}", str(n), "text", 0, 9, rule))
        if rough:
            self.evidence.append(Evidence(made.report_id, "fatalities", "3", "text", 0, 9, "howmany.plural"))
        return made

    def without(self, article: str) -> "Story":
        """Return the story as it would be had that article never been there."""
        return Story(
            [a for a in self.articles if a.id != article],
            [r for r in self.reports if r.article_id != article],
            [e for e in self.evidence if not e.report_id.startswith(f"{article}#")],
        )

    def publish(
        self,
        release: str = "2022.9.0",
        day: str = "2022-09-20",
        previous: PreviousRelease | None = None,
        corrections: Sequence[Correction] = (),
        scope: str = "political",
    ) -> Ledger:
        return build_ledger(
            self.reports,
            self.evidence,
            self.articles,
            previous=previous,
            corrections=corrections,
            release=release,
            release_date=date.fromisoformat(day),
            scope=scope,
        )


def report(**told: object) -> Report:
    """Return a report: shelling of Jermuk by Azerbaijan on 13 September 2022 where nothing else is told."""
    place = str(told.get("location", "Jermuk"))
    country, latitude, longitude, admin1 = PLACES.get(place, ("Armenia", 40.0, 45.0, ""))
    country = str(told.get("country", country))
    kind = str(told.get("sub_event_type", "Shelling/artillery/missile attack"))
    actor1, actor2 = str(told.get("actor1", AZERBAIJAN)), str(told.get("actor2", ARMENIA))
    home = "Azerbaijan" if country == "Azerbaijan" else "Armenia"
    inters = [_inter(a, home) for a in (actor1, actor2)]
    dead = told.get("fatalities", 0)
    assert isinstance(dead, int)
    made = Report(
        report_id="a#1",
        article_id="a",
        event_date=date(2022, 9, 13),
        time_precision=1,
        disorder_type=disorder_type(kind),
        event_type=event_type_of(kind),
        sub_event_type=kind,
        actor1=actor1,
        assoc_actor_1="",
        inter1=inters[0],
        actor2=actor2,
        assoc_actor_2="",
        inter2=inters[1],
        interaction=interaction(*inters),
        civilian_targeting="",
        iso=iso_of(country),
        region=region_of(country),
        country=country,
        admin1=admin1,
        admin2="",
        admin3="",
        location=place,
        latitude=latitude,
        longitude=longitude,
        geo_precision=1,
        source="Paper",
        source_scale="National",
        notes="On a day, something happened.",
        fatalities=dead,
        tags="",
        fatalities_low=dead,
        fatalities_high=dead,
        injuries=None,
        toll_group="",
        claimant="",
        status="reported",
        rule="explosions.shelling",
        quote_start=0,
        quote_end=9,
        confidence=0.8,
    )
    day = told.get("event_date")
    if isinstance(day, str):
        told["event_date"] = date.fromisoformat(day)
    return replace(made, **told)  # type: ignore[arg-type]


def _inter(actor: str, home: str) -> str:
    if not actor:
        return ""
    for family in ("Civilians", "Protesters", "Rioters"):
        if actor.startswith(family):
            return family
    if actor.startswith("Unidentified"):
        return "Political militia"
    if actor in INTERS:
        return "State forces" if home in actor or actor == ARTSAKH else "External/Other forces"
    return "State forces" if " Forces of " in actor or actor.startswith("Government") else "Rebel group"


def published(ledger: Ledger, version: str) -> PreviousRelease:
    """Return a ledger as the release that the next one is compared with."""
    return PreviousRelease(version, ledger.events, ledger.reports, ledger.changes, ledger.deletions)


def events_of(ledger: Ledger) -> dict[str, str]:
    """Return the event of each report."""
    return dict(ledger.reports.select("report_id", "event_id_cnty").iter_rows())


def together(ledger: Ledger) -> list[list[str]]:
    """Return the reports of each event, sorted."""
    groups: dict[str, list[str]] = {}
    for name, event in sorted(events_of(ledger).items()):
        groups.setdefault(event, []).append(name)
    return sorted(groups.values())


def cell(ledger: Ledger, event: str, column: str) -> object:
    """Return one cell of the events."""
    return ledger.events.filter(pl.col("event_id_cnty") == event).item(0, column)


NIGHT_OF_13 = date(2022, 9, 13)
SIX = ("Vardenis", "Goris", "Sotk", "Jermuk", "Kapan", "Ishkhanasar")


def caucasus() -> Story:
    """Return five articles on three outbreaks of fighting: the border in 2021, Lachin in August, the night
    of 2022.
    """
    s = Story()
    s.article("d0", "2022-09-14")
    border = "Armenia-Azerbaijan border area"
    s.report(location=border, geo_precision=3, event_date="2022-09-14", sub_event_type="Armed clash")
    for place in ("Goris", "Sotk", "Jermuk"):
        s.report(location=place, geo_precision=2, night="ended")
    s.article("d1", "2021-11-16")
    s.report(
        location=border,
        geo_precision=3,
        event_date="2021-11-16",
        sub_event_type="Armed clash",
        fatalities=15,
        claimant="Government of Armenia",
    )
    s.article("d2", "2022-08-03")
    s.report(
        location="Lachin",
        geo_precision=2,
        event_date="2022-08-03",
        sub_event_type="Armed clash",
        actor2=ARTSAKH,
        fatalities=3,
        sides={"actor1": 1, "actor2": 2},
        injuries=19,
    )
    s.article("d3", "2022-09-13")
    for place in SIX:
        s.report(
            location=place,
            event_date="2022-09-12",
            night="began",
            fatalities=49,
            toll_group="d3:t1",
            claimant="Government of Armenia",
        )
    s.report(
        location="Stepanakert",
        geo_precision=3,
        event_date="2022-08-16",
        time_precision=3,
        sub_event_type="Air/drone strike",
        actor2=ARTSAKH,
        fatalities=2,
        sides={"actor2": 2},
    )
    s.report(
        location="Lachin",
        geo_precision=2,
        event_date="2022-08-16",
        time_precision=3,
        sub_event_type="Armed clash",
        actor1=ARTSAKH,
        actor2=AZERBAIJAN,
        fatalities=1,
        sides={"actor2": 1},
    )
    s.article("d4", "2022-09-14")
    for place in ("Goris", "Sotk", "Jermuk"):
        s.report(
            location=place,
            geo_precision=2,
            night="ended",
            fatalities=49,
            fatalities_high=52,
            toll_group="d4:t1",
            claimant="Government of Armenia",
        )
    s.report(
        location="Kelbajar",
        geo_precision=2,
        actor1=ARMENIA,
        actor2=AZERBAIJAN,
        night="ended",
        status="claimed",
    )
    s.article("d5", "2022-09-13")
    s.report(
        location="Kalbajar",
        event_date="2022-09-12",
        night="began",
        actor1=ARMENIA,
        actor2=AZERBAIJAN,
        status="claimed",
    )
    return s


def shifted(day: date, by: int) -> date:
    """Return the day that lies `by` days later."""
    return day + timedelta(days=by)
