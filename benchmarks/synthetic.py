"""Reports of events that never happened, as many as wanted, shaped like those of a world-wide dataset.

Nearly half of the events are told once, the others by up to eight articles, which differ as articles do: some know only the
week or the province, some call the place or the actor less precisely, tolls grow from day to day.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import polars as pl
import yaml
from numpy.typing import NDArray

from newsledger.content import coder_folder
from newsledger.contract.coding import disorder_type, event_type_of, interaction
from newsledger.contract.dtypes import cast
from newsledger.contract.load import load_contract
from newsledger.pipeline.tables import CodedTables, coded_table

FIRST_DAY = date(2015, 1, 1)
DAYS = 3650
COUNTRIES = (
    *(
        "India",
        "Mexico",
        "Brazil",
        "Nigeria",
        "Pakistan",
        "Ethiopia",
        "Colombia",
        "Sudan",
        "South Sudan",
        "Mali",
    ),
    *(
        "Niger",
        "Chad",
        "Kenya",
        "Tanzania",
        "Mozambique",
        "South Africa",
        "Democratic Republic of Congo",
        "Angola",
    ),
    *(
        "Egypt",
        "Algeria",
        "Libya",
        "Morocco",
        "Turkey",
        "Iran",
        "Iraq",
        "Afghanistan",
        "Kazakhstan",
        "Mongolia",
    ),
    *(
        "China",
        "Myanmar",
        "Indonesia",
        "Australia",
        "Argentina",
        "Peru",
        "Bolivia",
        "Venezuela",
        "Ukraine",
        "Spain",
    ),
)
PLACES = 250  # of a country
MOST = 8  # articles that tell of one event
TYPES = (
    ("Armed clash", "Military Forces of {c} (2010-)", "State forces", "{c} Liberation Front {n}", "Rebel group"),
    ("Shelling/artillery/missile attack", "Military Forces of {c} (2010-)", "State forces", "{c} Liberation Front {n}", "Rebel group"),
    ("Attack", "Unidentified Armed Group ({c})", "Political militia", "Civilians ({c})", "Civilians"),
    ("Abduction/forced disappearance", "{c} Liberation Front {n}", "Rebel group", "Civilians ({c})", "Civilians"),
    ("Peaceful protest", "Protesters ({c})", "Protesters", "", ""),
    ("Violent demonstration", "Rioters ({c})", "Rioters", "Police Forces of {c} (2010-)", "State forces"),
)  # fmt: skip
WEIGHTS = (0.2, 0.15, 0.12, 0.05, 0.4, 0.08)
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Synthetic:
    """What a coder would have made of the articles, and the table of the articles."""

    tables: CodedTables
    articles: pl.DataFrame


def synthetic(reports: int, seed: int = 1, *, edition: int = 0) -> Synthetic:
    """Return `reports` reports; a later `edition` has some of them revised and some replaced by others.

    Of an edition above 0 two reports in a hundred have another toll, one in a hundred is gone, and as many are new.
    """
    some = np.random.default_rng(seed)
    times_told = np.minimum(some.geometric(0.45, reports), MOST)
    of = np.repeat(np.arange(reports), times_told)[:reports]
    told = _told(some, of, int(of[-1]) + 1)
    if edition:
        again = np.random.default_rng(seed + edition)
        revised = again.random(reports) < 0.02
        told["fatalities"] = told["fatalities"] + revised * again.integers(1, 9, reports)
        told["article"] = told["article"] + (again.random(reports) < 0.01) * 10 * reports
    return _tables(told)


def _told(some: np.random.Generator, event: Numbers, events: int) -> dict[str, Numbers]:
    """Return the numbers behind each report: of its event, and of how its article tells it."""
    n = len(event)
    country = np.minimum(some.zipf(1.4, events) - 1, len(COUNTRIES) - 1)
    of_event = {
        "country": country,
        "place": some.integers(0, PLACES, events),
        "day": some.integers(0, DAYS, events),
        "kind": some.choice(len(TYPES), events, p=WEIGHTS),
        "group": some.integers(0, 4, events),
        "toll": np.maximum(0, some.poisson(1.0, events) * (some.random(events) < 0.3)),
    }
    told = {name: values[event].astype(np.int64) for name, values in of_event.items()}
    told["after"] = some.integers(0, 4, n)
    told["time_precision"] = np.where(some.random(n) < 0.04, 2, 1)
    told["geo_precision"] = some.choice(3, n, p=(0.78, 0.18, 0.04)) + 1
    told["fatalities"] = told["toll"] + (some.random(n) < 0.1) * told["after"]
    told["unnamed"] = (some.random(n) < 0.15).astype(np.int64)
    told["article"] = some.permutation(n)
    told["article"] -= some.random(n) < 0.3  # three in ten articles tell of two events
    told["article"] = np.maximum(0, told["article"])
    return told


def _tables(told: dict[str, Numbers]) -> Synthetic:
    contract = load_contract()
    frame = pl.DataFrame(told).with_columns(
        article_id=pl.format("gazette-{}", "article"),
        event_date=pl.lit(FIRST_DAY) + pl.duration(days="day"),
        published=pl.lit(FIRST_DAY) + pl.duration(days=pl.col("day") + pl.col("after")),
    )
    frame = frame.with_columns(pl.col("published").max().over("article_id"))
    nth = pl.int_range(pl.len()).over("article_id") + 1
    frame = frame.with_columns(report_id=pl.format("{}#{}", "article_id", nth))
    frame = frame.join(_places(), on=("country", "place"), maintain_order="left")
    frame = frame.join(_pairs(), on=("country", "kind", "group"), maintain_order="left")
    frame = frame.with_columns(_columns())
    reports = frame.select(coded_table("reports", contract).names)
    articles = frame.select("article_id", "published", "source", "source_scale").unique(
        "article_id", maintain_order=True
    )
    articles = articles.with_columns(
        url=pl.lit(None, dtype=pl.String), language=pl.lit("en"), sha256=pl.lit("0" * 64)
    )
    return Synthetic(
        CodedTables(
            cast(reports, coded_table("reports", contract)),
            cast(_evidence(frame), coded_table("evidence", contract)),
            cast(_uncoded(frame), coded_table("uncoded", contract)),
        ),
        cast(articles, contract.tables["articles"]),
    )


def _columns() -> list[pl.Expr]:
    """Return the columns of reports that follow from the numbers, or are the same in all of them."""
    region = pl.col("geo_precision") == 3
    unnamed = (pl.col("unnamed") == 1) & (pl.col("event_type") == "Explosions/Remote violence")
    dead = pl.col("fatalities")
    nothing = {
        n: pl.lit("")
        for n in ("assoc_actor_1", "assoc_actor_2", "admin2", "admin3", "toll_group", "claimant")
    }
    texts = {
        "status": "reported",
        "notes": "On a day, something happened somewhere.",
        "rule": "synthetic.rule",
    }
    return [
        pl.col("country_name").alias("country"),
        pl.when(region).then("admin1").otherwise("town").alias("location"),
        pl.when(unnamed).then(pl.lit("")).otherwise("actor2").alias("actor2"),
        pl.when(unnamed).then(pl.lit("")).otherwise("inter2").alias("inter2"),
        pl.when(unnamed).then("one_sided").otherwise("interaction").alias("interaction"),
        pl.format("Paper {}", pl.col("article") % 400).alias("source"),
        pl.lit("National").alias("source_scale"),
        pl.when(pl.col("event_type").is_in(["Protests", "Riots"]))
        .then(pl.lit("crowd size=no report"))
        .alias("tags"),
        dead.alias("fatalities_low"),
        dead.alias("fatalities_high"),
        pl.lit(None, dtype=pl.Int64).alias("injuries"),
        pl.lit(0).alias("quote_start"),
        pl.lit(120).alias("quote_end"),
        pl.lit(0.8).alias("confidence"),
        *(value.alias(name) for name, value in nothing.items()),
        *(pl.lit(value).alias(name) for name, value in texts.items()),
    ]


def _places() -> pl.DataFrame:
    """Return town, province and point of every place: towns strewn over three degrees around a country's middle."""
    text = (coder_folder() / "places" / "countries.yaml").read_text(encoding="utf-8")
    known = {c["name"]: c for c in yaml.load(text, yaml.CSafeLoader)["countries"]}
    some = np.random.default_rng(0)
    rows: list[dict[str, Any]] = []
    for i, c in enumerate(known[name] for name in COUNTRIES):
        shift = some.uniform(-1.5, 1.5, (PLACES, 2))
        rows += [
            {
                "country": i,
                "place": k,
                "country_name": c["name"],
                "iso": c["iso"],
                "region": c["region"],
                "admin1": f"Province {k % 12}",
                "town": f"Town {k}",
                "latitude": round(c["latitude"] + float(shift[k, 0]), 4),
                "longitude": round(c["longitude"] + float(shift[k, 1]), 4),
            }
            for k in range(PLACES)
        ]
    return pl.DataFrame(rows)


def _pairs() -> pl.DataFrame:
    """Return type and actors by country, kind and group."""
    names = _places().select("country", "country_name").unique(maintain_order=True)
    rows = []
    for country, name in names.iter_rows():
        for kind, (sub, actor1, inter1, actor2, inter2) in enumerate(TYPES):
            for group in range(4):
                told = {"country": country, "kind": kind, "group": group, "sub_event_type": sub}
                told |= {"actor1": actor1.format(c=name, n=group), "actor2": actor2.format(c=name, n=group)}
                told |= {"inter1": inter1, "inter2": inter2, "event_type": event_type_of(sub)}
                told |= {"disorder_type": disorder_type(sub), "interaction": interaction(inter1, inter2)}
                told["one_sided"] = interaction(inter1, "")
                told["civilian_targeting"] = "Civilian targeting" if inter2 == "Civilians" else ""
                rows.append(told)
    return pl.DataFrame(rows)


def _evidence(reports: pl.DataFrame) -> pl.DataFrame:
    """Return three values of each report with their spans: type, date, toll."""
    frames = [
        reports.select("report_id", value=pl.col(field).cast(pl.String)).with_columns(
            field=pl.lit(field), part=pl.lit("text"), start=pl.lit(start), end=pl.lit(start + 9), rule=pl.lit(rule)
        )
        for field, start, rule in (("event_type", 0, "synthetic.rule"), ("event_date", 20, "when.date"), ("fatalities", 40, "howmany.counted"))
    ]  # fmt: skip
    return pl.concat(frames)


def _uncoded(reports: pl.DataFrame) -> pl.DataFrame:
    return reports.unique("article_id", maintain_order=True).select(
        "article_id",
        part=pl.lit("text"),
        start=pl.lit(200),
        end=pl.lit(210),
        trigger=pl.lit("fighting"),
        reason=pl.lit("background"),
        detail=pl.lit(None, dtype=pl.String),
    )
