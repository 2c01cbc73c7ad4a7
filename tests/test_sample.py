"""Is the sample dataset what it says: its articles, its hand-coded rows, and a release of it?"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import yaml

from newsledger.contract.coding import event_type_of
from newsledger.contract.load import load_contract
from newsledger.contract.records import Article
from newsledger.publish.recipe import load_recipe
from newsledger.reader import read_articles
from newsledger.validation.documents import check_document

REPOSITORY = Path(__file__).resolve().parent.parent
DATASET = REPOSITORY / "datasets" / "south-caucasus"
GOLD = REPOSITORY / "validation" / "gold" / "south-caucasus.yaml"
NEEDED = {
    *("event_date", "time_precision", "country", "location", "geo_precision"),
    *("event_type", "sub_event_type", "actor1", "status"),
}
OPTIONAL = {"actor2", "fatalities", "injuries", "claimant", "toll_group", "night"}
NIGHT = (date(2022, 9, 12), date(2022, 9, 13))


@cache
def articles() -> dict[str, Article]:
    return {a.id: a for a in read_articles([DATASET / "articles"])}


@cache
def gold() -> dict[str, Any]:
    document = yaml.safe_load(GOLD.read_text("utf-8"))
    assert isinstance(document, dict)
    return document


def gold_rows() -> Iterator[tuple[str, dict[str, Any]]]:
    """Each hand-coded row with its article, lists of locations spread out."""
    for article, told in gold()["articles"].items():
        for event in told["events"]:
            places = event["location"] if isinstance(event["location"], list) else [event["location"]]
            for place in places:
                yield article, event | {"location": place}


class TestArticles:
    def test_there_are_five_each_after_another_article(self) -> None:
        assert len(articles()) == 5
        sources = {a.source for a in articles().values()}
        assert len(sources) == 5
        assert all(s.startswith("Newsledger sample (after ") for s in sources)

    def test_they_are_short_and_english_and_in_order_of_their_files(self) -> None:
        found = list(articles().values())
        assert [a.file for a in found] == sorted(a.file for a in found)
        for article in found:
            assert article.language == "en"
            assert 120 <= len(article.text.split()) <= 220, article.id
            assert article.title

    def test_the_source_names_the_day_of_publication(self) -> None:
        for article in articles().values():
            day, month, year = re.findall(r"(\d+) (\w{3})\w* (\d{4})\)$", article.source)[0]
            assert (article.published.day, article.published.year) == (int(day), int(year))
            assert article.published.strftime("%b") == month

    def test_the_pages_show_what_a_page_has(self) -> None:
        assert articles()["agency-2022-09-14"].text.startswith("YEREVAN, 13 September —")
        assert "(Photo:" in articles()["night-2022-09-13"].text
        assert "\nRelated stories\n" in articles()["renewed-2022-09-14"].text

    def test_places_are_spelt_in_two_ways(self) -> None:
        everything = "\n".join(a.text for a in articles().values())
        for name in ("Kalbajar", "Kelbajar", "Dashkasan", "Dashkesan"):
            assert name in everything


class TestRecipe:
    def test_recipe_and_corrections_keep_their_schemas(self) -> None:
        recipe = load_recipe(DATASET)
        assert recipe.name == "south-caucasus"
        assert recipe.licence["name"] == "CC-BY-4.0"
        assert recipe.quotes
        assert recipe.corrections is not None
        document, findings = check_document(recipe.corrections, "corrections", recipe.schema)
        assert not list(findings)
        assert document

    def test_every_article_lies_within_the_coverage(self) -> None:
        recipe = load_recipe(DATASET)
        assert recipe.coverage_to is not None
        for article in articles().values():
            assert recipe.coverage_from <= article.published <= recipe.coverage_to


class TestGold:
    def test_it_says_who_when_and_by_which_contract(self) -> None:
        assert set(gold()) == {"schema", "dataset", "coded_by", "coded_on", "scope", "articles"}
        assert gold()["schema"] == load_recipe(DATASET).schema
        assert gold()["coded_by"]
        assert isinstance(gold()["coded_on"], date)

    def test_every_article_is_coded_and_no_other(self) -> None:
        assert list(gold()["articles"]) == list(articles())
        assert all(set(told) == {"why", "events"} and told["why"] for told in gold()["articles"].values())

    @pytest.mark.parametrize(("column", "terms"), [
        ("event_type", "event-type"), ("sub_event_type", "sub-event-type"), ("status", "status"),
        ("country", "country"), ("time_precision", "time-precision"), ("geo_precision", "geo-precision"),
    ])  # fmt: skip
    def test_values_are_terms_of_the_contract(self, column: str, terms: str) -> None:
        known = set(load_contract(gold()["schema"]).values(terms))
        assert {str(row[column]) for _, row in gold_rows()} <= known

    def test_rows_have_the_keys_they_need_and_no_others(self) -> None:
        columns = set(load_contract(gold()["schema"]).tables["reports"].names)
        assert (NEEDED | OPTIONAL) - {"night"} <= columns
        for article, row in gold_rows():
            assert set(row) >= NEEDED, article
            assert set(row) <= NEEDED | OPTIONAL, article

    def test_types_follow_from_sub_types_and_dates_from_publication(self) -> None:
        for article, row in gold_rows():
            assert row["event_type"] == event_type_of(row["sub_event_type"])
            assert row["event_date"] <= articles()[article].published
            assert row["event_type"] != "Battles" or row["actor2"], (
                "a battle has two sides (coding-rules 2.1)"
            )

    def test_a_toll_group_has_one_total(self) -> None:
        totals: dict[tuple[str, str], set[int]] = {}
        for article, row in gold_rows():
            if "toll_group" in row:
                totals.setdefault((article, row["toll_group"]), set()).add(row["fatalities"])
        assert {key[1]: found for key, found in totals.items()} == {"night": {49}, "midnight": {49}}

    def test_no_row_stands_twice(self) -> None:
        keys = [(a, r["event_date"], r["location"], r["actor1"], r.get("actor2")) for a, r in gold_rows()]
        assert len(keys) == len(set(keys)) == 27

    def test_the_file_needs_no_aliases(self) -> None:
        assert not [e for e in yaml.parse(GOLD.read_text("utf-8")) if isinstance(e, yaml.AliasEvent)]


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of the sample, published aside."""
    from newsledger.pipeline.publish import Wishes, publish

    done = publish(DATASET, Wishes(out=tmp_path_factory.mktemp("releases")))
    assert done.folder.is_dir()
    return done.folder


def table(release: Path, name: str) -> pl.DataFrame:
    return pl.read_parquet(release / "parquet" / f"{name}.parquet")


def dead(events: pl.DataFrame, first: date, last: date, country: str | None = None) -> int:
    rows = events.filter(pl.col("event_date").is_between(first, last))
    if country:
        rows = rows.filter(pl.col("country") == country)
    return int(rows["fatalities"].sum())


class TestRelease:
    def test_the_dead_of_the_night_in_armenia_are_counted_once(self, release: Path) -> None:
        assert dead(table(release, "events"), *NIGHT, "Armenia") == 49

    def test_the_dead_of_august_are_counted_once(self, release: Path) -> None:
        assert dead(table(release, "events"), date(2022, 8, 1), date(2022, 8, 31)) == 3

    def test_november_2021_stands_alone(self, release: Path) -> None:
        events = table(release, "events")
        november = events.filter(pl.col("event_date") == date(2021, 11, 16))
        assert november["fatalities"].sum() == 15
        assert november["country"].to_list() == ["Armenia"]
        assert november["n_sources"].to_list() == [1]
        before = events.filter(pl.col("event_date") < date(2022, 8, 1))
        assert before.height == november.height, "the wars that the articles look back on are not coded"

    def test_the_places_of_the_night_are_there_and_joined(self, release: Path) -> None:
        night = table(release, "events").filter(pl.col("event_date").is_in(NIGHT))
        armenia = set(night.filter(pl.col("country") == "Armenia")["location"])
        assert armenia >= {"Vardenis", "Goris", "Sotk", "Jermuk", "Kapan", "Ishkhanasar"}
        azerbaijan = night.filter(pl.col("country") == "Azerbaijan")
        assert set(azerbaijan["location"]) == {"Dashkasan", "Kalbajar", "Lachin"}
        assert set(azerbaijan["status"]) == {"claimed"}
        for place in ("Goris", "Sotk", "Jermuk"):
            rows = night.filter((pl.col("location") == place) & (pl.col("country") == "Armenia"))
            assert rows["n_sources"].to_list() == [3], place
        assert night["event_id_cnty"].n_unique() == night["location"].n_unique(), (
            "one event for each place of the night"
        )

    def test_wednesday_has_its_own_row_and_no_toll(self, release: Path) -> None:
        later = table(release, "events").filter(pl.col("event_date") == date(2022, 9, 14))
        assert later["location"].to_list() == ["Armenia-Azerbaijan border area"]
        assert later["fatalities"].to_list() == [0]

    def test_what_is_no_news_of_the_article_is_accounted_for(self, release: Path) -> None:
        reasons = {tuple(r) for r in table(release, "uncoded").select("article_id", "reason").iter_rows()}
        assert ("renewed-2022-09-14", "headline-list") in reasons
        assert ("agency-2022-09-14", "background") in reasons
        assert ("border-2021-11-16", "background") in reasons

    def test_every_value_of_every_report_has_evidence(self, release: Path) -> None:
        evidence = table(release, "evidence")
        fields = {(r, f) for r, f in evidence.select("report_id", "field").iter_rows()}
        for report in table(release, "reports").iter_rows(named=True):
            for field in ("event_date", "sub_event_type", "location", "actor1"):
                assert (report["report_id"], field) in fields
            if report["fatalities"]:
                assert (report["report_id"], "fatalities") in fields

    def test_offsets_point_into_the_articles(self, release: Path) -> None:
        spans = table(release, "evidence").filter(pl.col("part") == "text")
        assert spans.height > 50
        whose = dict(table(release, "reports").select("report_id", "article_id").iter_rows())
        for row in spans.iter_rows(named=True):
            text = articles()[whose[row["report_id"]]].text
            assert 0 <= row["start"] < row["end"] <= len(text)
            assert text[row["start"] : row["end"]].strip()

    def test_the_release_is_valid(self, release: Path) -> None:
        from newsledger.validation.package import check_package

        assert check_package(release).ok
