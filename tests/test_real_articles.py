"""Five real articles on the fighting of 2021 and 2022, where they are at hand: what they must and must not give."""

import json
from collections import defaultdict
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from newsledger.coder.engine import Coder
from newsledger.contract.records import Article, Coded, Report
from newsledger.pipeline.publish import Wishes, publish

FIRST, LAST = date(2022, 9, 12), date(2022, 9, 13)
CLAIMED = {"Dashkasan", "Kalbajar", "Lachin"}
VIOLENT = {"Battles", "Explosions/Remote violence", "Violence against civilians"}


@pytest.fixture(scope="module")
def articles(dev_data: Path) -> Path:
    path = dev_data.parent / "seeds" / "articles.jsonl"
    if not path.is_file():
        pytest.skip("the real articles are not at hand")
    return path


@pytest.fixture(scope="module")
def coded(articles: Path) -> dict[str, Coded]:
    coder = Coder.load()
    found = {}
    for line in articles.read_text("utf8").splitlines():
        r = json.loads(line)
        article = Article(
            r["id"], r["text"], date.fromisoformat(r["published"]), r["source"], r["title"], language="en"
        )
        found[article.id] = coder.code(article)
    return found


def violent(coded: dict[str, Coded], ident: str) -> list[Report]:
    return [r for r in coded[ident].reports if r.event_type in VIOLENT]


def places(reports: list[Report], country: str) -> set[str]:
    return {r.location for r in reports if r.country == country}


def test_000_wednesday_and_the_night_before(coded: dict[str, Coded]) -> None:
    rows = violent(coded, "seed-000")
    wednesday = [r for r in rows if r.event_date == date(2022, 9, 14)]
    night = [r for r in rows if r not in wednesday]
    assert [(r.location, r.geo_precision, r.fatalities) for r in wednesday] == [
        ("Armenia-Azerbaijan border area", 3, 0)
    ]
    assert all(FIRST <= r.event_date <= LAST for r in night)
    assert places(night, "Armenia") == {"Goris", "Sotk", "Jermuk"}
    assert places(night, "Azerbaijan") == CLAIMED
    assert all(r.claimant == "Government of Azerbaijan" for r in night if r.country == "Azerbaijan")
    assert coded["seed-000"].reports == rows  # no rally, warning or alliance
    lists = [u for u in coded["seed-000"].uncoded if u.reason == "headline-list"]
    assert lists
    assert all(r.quote_end <= lists[0].start for r in rows)


def test_001_is_a_year_earlier(coded: dict[str, Coded]) -> None:
    (row,) = coded["seed-001"].reports
    assert (row.event_date, row.location, row.fatalities, row.fatalities_low) == (
        date(2021, 11, 16), "Armenia-Azerbaijan border area", 15, 15,
    )  # fmt: skip
    assert row.sub_event_type == "Non-state actor overtakes territory"  # a foreign state seized areas
    assert "12 captured" in row.notes


def test_002_three_dead_once(coded: dict[str, Coded]) -> None:
    rows = violent(coded, "seed-002")
    assert {r.event_date for r in rows} == {date(2022, 8, 3)}
    assert sum(r.fatalities for r in rows) == 3
    assert max(r.injuries or 0 for r in rows) == 19
    assert {r.location for r in rows} == {"Lachin corridor"}
    assert {rows[0].actor1, rows[0].actor2} == {
        "Military Forces of Azerbaijan (2003-)",
        "Military Forces of Artsakh (1991-2023)",
    }


def test_003_the_night_the_claims_and_august(coded: dict[str, Coded]) -> None:
    rows = violent(coded, "seed-003")
    night = [r for r in rows if r.country == "Armenia"]
    assert places(night, "Armenia") == {"Vardenis", "Goris", "Sotk", "Jermuk", "Kapan", "Ishkhanasar"}
    assert {(r.fatalities, r.injuries) for r in night} == {(49, 3)}
    assert len({r.toll_group for r in night} - {""}) == 1
    assert len(night) == 6
    claims = [r for r in rows if r.country == "Azerbaijan" and FIRST <= r.event_date <= LAST]
    assert {r.location for r in claims} == CLAIMED
    assert {r.status for r in claims} == {"claimed"}
    august = [r for r in coded["seed-003"].reports if r.event_date.month == 8]
    assert {r.time_precision for r in august} == {3}
    assert {r.location: r.fatalities for r in august if r.event_type in VIOLENT} == {
        "Nagorno-Karabakh": 2, "Lachin": 1,
    }  # fmt: skip
    assert [r.location for r in august if r.sub_event_type == "Non-violent transfer of territory"] == [
        "Lachin"
    ]
    assert {r.event_date.year for r in coded["seed-003"].reports} == {2022}


def test_004_the_same_night(coded: dict[str, Coded]) -> None:
    rows = violent(coded, "seed-004")
    night = [r for r in rows if r.country == "Armenia"]
    assert {r.location for r in night} == {"Goris", "Sotk", "Jermuk"}
    assert {(r.fatalities, r.fatalities_low) for r in night} == {(49, 49)}
    assert all(r.fatalities_high > 49 for r in night)
    assert places(rows, "Azerbaijan") == CLAIMED
    assert all(FIRST <= r.event_date <= LAST for r in rows)


def test_published_as_one_dataset(articles: Path, tmp_path: Path) -> None:
    dataset = tmp_path / "caucasus"
    dataset.mkdir()
    (dataset / "articles.jsonl").write_bytes(articles.read_bytes())
    (dataset / "dataset.yaml").write_text(
        "name: caucasus\ntitle: Fighting on a border\n"
        "description: Five articles on the fighting between two states.\nschema: 0.1.0\n"
        "coverage: {countries: [Armenia, Azerbaijan], from: 2021-11-01, to: 2022-12-31}\nscope: political\n"
        "articles: articles.jsonl\nlicence: {name: CC-BY-4.0, title: CC BY 4.0, "
        "path: https://creativecommons.org/licenses/by/4.0/}\n"
        "contributors: [{title: Somebody, roles: [author]}]\n",
        "utf8",
    )
    published = publish(dataset, Wishes(out=tmp_path / "releases"))
    events = pl.read_parquet(published.folder / "parquet" / "events.parquet")
    dead: dict[str, int] = defaultdict(int)
    for row in events.iter_rows(named=True):
        if row["country"] == "Armenia" and FIRST <= row["event_date"] <= LAST:
            dead["night"] += row["fatalities"]
        dead[f"{row['event_date']:%Y-%m}"] += row["fatalities"]
    assert (dead["night"], dead["2022-08"], dead["2021-11"]) == (49, 3, 15)
    goris = events.filter(pl.col("location") == "Goris")
    assert goris["n_reports"].to_list() == [3]
    kalbajar = events.filter(pl.col("location") == "Kalbajar")
    assert kalbajar["n_reports"].to_list() == [3]
    assert events.filter(pl.col("event_date") == date(2021, 11, 16))["n_reports"].to_list() == [1]
