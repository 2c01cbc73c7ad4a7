"""Does the whole way hold together, from a recipe to a release and to the next one?"""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from newsledger.errors import DataInvalid, GateHeld, PathMissing, RecipeInvalid, RowsInvalid, UsageError
from newsledger.pipeline.as_of import events_as_of, write_as_of
from newsledger.pipeline.code import code_articles, joined_hash
from newsledger.pipeline.publish import Wishes, publish
from newsledger.pipeline.put import put_coded
from newsledger.pipeline.tables import coded_tables
from newsledger.publish.release import Published
from newsledger.reader import read_articles
from newsledger.validation.package import check_package
from tests.pipeline.telling import GAZETTE, SHELLS, WIRE, TellingCoder, write_articles, write_dataset

Run = Callable[..., Published]


@pytest.fixture
def run() -> Run:
    def publish_it(dataset: Path, **wishes: object) -> Published:
        return publish(dataset, Wishes(**wishes), coder=TellingCoder())  # type: ignore[arg-type]

    return publish_it


def table(done: Published, name: str) -> pl.DataFrame:
    return pl.read_parquet(done.folder / "parquet" / f"{name}.parquet")


def test_two_articles_on_one_clash_are_one_event_and_the_release_is_valid(tmp_path: Path, run: Run) -> None:
    done = run(write_dataset(tmp_path / "d"))
    assert done.state == "published"
    assert done.version == "2024.5.0"
    assert done.folder == tmp_path / "d" / "releases" / "2024.5.0"
    assert done.counts["events"] == 2
    assert done.counts["reports"] == 3
    events = table(done, "events")
    clash = events.filter(pl.col("country") == "Mali")
    assert clash["n_reports"].to_list() == [2]
    assert clash["fatalities"].to_list() == [4]
    assert set(table(done, "reports")["event_id_cnty"]) == set(events["event_id_cnty"])
    assert table(done, "uncoded")["trigger"].to_list() == ["rumour"]
    assert check_package(done.folder).ok


def test_the_descriptor_says_what_coded_it(tmp_path: Path, run: Run) -> None:
    done = run(write_dataset(tmp_path / "d"))
    stated = json.loads((done.folder / "datapackage.json").read_text())["newsledger"]["provenance"]
    assert stated["newsledger"]
    assert len(stated["rules"]["sha256"]) == 64
    assert len(stated["gazetteer"]["sha256"]) == 64
    assert "GeoNames" in stated["gazetteer"]["attribution"]


def test_the_same_input_gives_the_same_bytes_and_a_second_time_nothing(tmp_path: Path, run: Run) -> None:
    first = run(write_dataset(tmp_path / "a"))
    other = run(write_dataset(tmp_path / "b", SHELLS, WIRE, GAZETTE))
    for path in sorted(p for p in first.folder.rglob("*") if p.is_file()):
        assert path.read_bytes() == (other.folder / path.relative_to(first.folder)).read_bytes(), path.name
    before = (first.folder.parent / "index.json").read_bytes()
    again = run(tmp_path / "a")
    assert again.state == "unchanged"
    assert (first.folder.parent / "index.json").read_bytes() == before


def test_the_next_release_keeps_ids_and_lists_what_changed(tmp_path: Path, run: Run) -> None:
    dataset = write_dataset(tmp_path / "d", GAZETTE)
    first = run(dataset)
    write_articles(dataset / "articles.jsonl", GAZETTE, WIRE, SHELLS)
    second = run(dataset, allow={"rows-changed": "a second source"})
    assert second.version == "2024.5.1"
    assert second.gates == {"rows-changed": "a second source"}
    assert table(first, "events")["event_id_cnty"][0] in table(second, "events")["event_id_cnty"].to_list()
    assert len(second.difference.added) == 1
    told = table(second, "changes").filter(pl.col("kind") == "changed")
    assert "n_reports" in told["field"].to_list()


def test_a_gate_holds_and_leaves_the_releases_as_they_were(tmp_path: Path, run: Run) -> None:
    dataset = write_dataset(tmp_path / "d", GAZETTE, SHELLS)
    run(dataset)
    before = sorted(p.name for p in (dataset / "releases").iterdir())
    write_articles(dataset / "articles.jsonl", SHELLS)
    with pytest.raises(GateHeld, match="ids-lost"):
        run(dataset)
    assert sorted(p.name for p in (dataset / "releases").iterdir()) == before


def test_a_bad_article_stops_the_run_before_anything_is_coded(tmp_path: Path) -> None:
    dataset = write_dataset(tmp_path / "d", GAZETTE)
    with (dataset / "articles.jsonl").open("a") as file:
        file.write("{broken\n")
    coder = TellingCoder()
    with pytest.raises(DataInvalid, match=r"articles\.jsonl:2"):
        publish(dataset, coder=coder)
    assert coder.coded == []
    assert not (dataset / "releases").exists()


def test_wishes_of_version_date_and_root_are_kept(tmp_path: Path, run: Run) -> None:
    done = run(write_dataset(tmp_path / "d"), out=tmp_path / "root", version="2024.6.3", day=date(2024, 6, 1))
    assert done.folder == tmp_path / "root" / "2024.6.3"
    assert not (tmp_path / "d" / "releases").exists()
    with pytest.raises(UsageError):
        run(write_dataset(tmp_path / "e"), version="v1")


@pytest.mark.parametrize("day", [date(1, 1, 1), date(2024, 5, 13)])
def test_a_release_before_its_last_event_is_refused_by_the_option_or_the_key(
    tmp_path: Path, run: Run, day: date
) -> None:
    dataset = write_dataset(tmp_path / "d", GAZETTE)
    with pytest.raises(
        UsageError, match=r"--date: is before the last event, got .*; expected 2024-05-14 or later"
    ):
        run(dataset, day=day)
    with (dataset / "dataset.yaml").open("a", encoding="utf-8") as file:
        file.write(f"release_date: {day}\n")
    with pytest.raises(RecipeInvalid, match=r"dataset\.yaml:13: release_date: is before the last event"):
        run(dataset)
    assert not (dataset / "releases").exists()
    assert run(dataset, day=date(2024, 5, 14)).version == "2024.5.0"


CORRECTION = """
- id: toll
  do: set
  event: MLI1
  field: fatalities
  expect: 4
  value: 5
  reason: The army counts five dead.
  date: 2024-05-20
"""


def test_corrections_of_the_recipe_apply(tmp_path: Path, run: Run) -> None:
    dataset = write_dataset(tmp_path / "d", GAZETTE)
    (dataset / "corrections.yaml").write_text(CORRECTION)
    done = run(dataset)
    assert table(done, "events")["fatalities"].to_list() == [5]


def test_corrections_that_break_their_schema_are_named_with_the_line(tmp_path: Path, run: Run) -> None:
    dataset = write_dataset(tmp_path / "d", GAZETTE)
    (dataset / "corrections.yaml").write_text(CORRECTION.replace("2024-05-20", "soon"))
    with pytest.raises(RecipeInvalid) as caught:
        run(dataset)
    assert caught.value.line == 9


class TestFrom:
    def test_stored_reports_give_the_same_tables_and_nothing_is_coded(self, tmp_path: Path, run: Run) -> None:
        dataset = write_dataset(tmp_path / "d")
        coded = run(dataset, out=tmp_path / "one")
        articles = read_articles([dataset / "articles.jsonl"])
        put_coded(coded_tables(code_articles(articles, TellingCoder())), tmp_path / "coded", {"by": "hand"})
        coder = TellingCoder()
        done = publish(dataset, Wishes(out=tmp_path / "two", reports=tmp_path / "coded"), coder=coder)
        assert coder.coded == []
        for name in coded.counts:
            assert table(done, name).equals(table(coded, name)), name
        stated = json.loads((done.folder / "datapackage.json").read_text())
        assert stated["newsledger"]["provenance"] == {"by": "hand"}

    def test_a_release_rebuilds_itself_byte_for_byte(self, tmp_path: Path, run: Run) -> None:
        dataset = write_dataset(tmp_path / "d")
        first = run(dataset, out=tmp_path / "one")
        again = run(dataset, out=tmp_path / "two", reports=first.folder)
        for path in sorted(p for p in first.folder.rglob("*") if p.is_file()):
            same = again.folder / path.relative_to(first.folder)
            assert path.read_bytes() == same.read_bytes(), path.name

    def test_reports_about_other_articles_are_refused(self, tmp_path: Path, run: Run) -> None:
        dataset = write_dataset(tmp_path / "d")
        articles = read_articles([dataset / "articles.jsonl"])
        put_coded(coded_tables(code_articles(articles, TellingCoder())), tmp_path / "coded")
        write_articles(dataset / "articles.jsonl", WIRE)
        with pytest.raises(RowsInvalid, match="an article that the dataset does not have"):
            run(dataset, reports=tmp_path / "coded")


class TestAsOf:
    def test_an_older_state_is_rebuilt_from_the_newest_release(self, tmp_path: Path, run: Run) -> None:
        dataset = write_dataset(tmp_path / "d", GAZETTE)
        first = run(dataset)
        write_articles(dataset / "articles.jsonl", GAZETTE, WIRE, SHELLS)
        run(dataset, allow={"rows-changed": "a second source"})
        events, newest = events_as_of(dataset / "releases", first.version)
        assert newest == "2024.5.1"
        assert events.equals(table(first, "events"))
        rows, _ = write_as_of(dataset, first.version, tmp_path / "old")
        assert rows == 1
        csv = (tmp_path / "old" / "events.csv").read_bytes()
        assert csv == (first.folder / "data" / "events.csv").read_bytes()

    def test_an_unknown_release_is_named(self, tmp_path: Path, run: Run) -> None:
        dataset = write_dataset(tmp_path / "d")
        with pytest.raises(PathMissing):
            write_as_of(dataset, "2024.5.0", tmp_path / "old")
        run(dataset)
        with pytest.raises(UsageError, match="no such release"):
            write_as_of(dataset, "2023.1.0", tmp_path / "old")
        assert not (tmp_path / "old").exists()


def test_named_contents_cannot_run_into_each_other() -> None:
    assert joined_hash({"a": b"bc"}) != joined_hash({"ab": b"c"})
    assert joined_hash({"a": b"1", "b": b"2"}) == joined_hash({"b": b"2", "a": b"1"})
