"""Three releases of one dataset, told as a story: what became of every id and every cell.

May: six articles tell of five events. June: an article is added, a toll rises, a source takes its article back, and a
cell is corrected by hand. July: two events turn out to be one, one turns out to be two, the article comes back, and
the contract gains a column.
"""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

import polars as pl
import pytest
import yaml
from polars.testing import assert_frame_equal

from newsledger import content
from newsledger.contract.load import load_contract
from newsledger.contract.tableschema import table_schema
from newsledger.errors import CorrectionFailed, GateHeld, UsageError
from newsledger.ledger import apply_changes, undo_changes
from newsledger.pipeline.as_of import events_as_of
from newsledger.pipeline.explain import ExplainedEvent, GoneEvent, explain, open_sources
from newsledger.pipeline.publish import Wishes, publish
from newsledger.publish.release import Published
from tests.pipeline.telling import TellingCoder, write_articles, write_dataset

RELEASES = ("first_release", "last_changed_release")
REASONS = {
    "rows-changed": "a small dataset",
    "ids-lost": "a small dataset",
    "fatalities-changed": "a small dataset",
}


def told(name: str, published: str, event: str) -> dict[str, str]:
    return {"id": name, "published": published, "source": f"The {name}", "text": f"EVENT {event}"}


GAZETTE = told("gazette", "2024-05-15", "2024-05-14 | Armed clash | Gao, Mali | 4")
WIRE = told("wire", "2024-05-15", "2024-05-14 | Armed clash | Gao, Mali | 4")
RADIO = told("radio", "2024-05-18", "2024-05-17 | Armed clash | Gao, Mali | 2")
SHELLS = told("shells", "2024-05-21", "2024-05-20 | Shelling/artillery/missile attack | Jermuk, Armenia | 0")
LETTER = told("letter", "2024-05-23", "2024-05-21 | Shelling/artillery/missile attack | Jermuk, Armenia | 1")
EAST = told("east", "2024-05-23", "2024-05-22 | Armed clash | Goris, Armenia | 2")
WEST = told("west", "2024-05-24", "2024-05-22 | Armed clash | Goris, Armenia | 2")
WEEKLY = told("weekly", "2024-06-02", "2024-05-25 | Armed clash | Gao, Mali | 0")
LATE = told("late", "2024-06-03", "2024-05-14 | Armed clash | Gao, Mali | 7")
END = told("end", "2024-07-05", "2024-07-01 | Armed clash | Gao, Mali | 1")

SET = """
- id: wounded-at-goris
  do: set
  event: ARM3
  field: injuries
  expect: null
  value: 6
  reason: The hospital of Goris counted six wounded.
  date: 2024-06-05
"""
JOIN = """
- id: one-shelling
  do: join
  event: ARM1
  reports: ["letter:1"]
  reason: The letter dates the shelling of Jermuk a day late.
  date: 2024-07-02
"""
SPLIT = """
- id: two-clashes
  do: split
  event: ARM3
  reports: ["west:1"]
  reason: The clash west of Goris is another than that in the east.
  date: 2024-07-02
"""


class Story:
    """A dataset and its releases."""

    def __init__(self, folder: Path) -> None:
        self.dataset = folder if folder.exists() else write_dataset(folder, GAZETTE)
        self.root = self.dataset / "releases"

    def release(self, *articles: Mapping[str, str], corrections: str = "", **wishes: object) -> Published:
        write_articles(self.dataset / "articles.jsonl", *map(dict, articles))
        (self.dataset / "corrections.yaml").write_text(corrections or "[]\n", encoding="utf-8")
        wanted = Wishes(**({"allow": REASONS} | wishes))  # type: ignore[arg-type]
        return publish(self.dataset, wanted, coder=TellingCoder())

    def table(self, version: str, name: str) -> pl.DataFrame:
        return pl.read_parquet(self.root / version / "parquet" / f"{name}.parquet")

    def events(self, version: str) -> list[tuple[object, ...]]:
        columns = ("event_id_cnty", "event_date", "location", "fatalities", "n_reports", *RELEASES)
        rows = self.table(version, "events").sort("event_id_cnty").select(columns)
        return [(i, day.isoformat(), *rest) for i, day, *rest in rows.iter_rows()]

    def left(self, version: str) -> list[tuple[object, ...]]:
        columns = ("event_id_cnty", "reason", "merged_into", "removed_in", "detail")
        return list(self.table(version, "deletions").select(columns).iter_rows())

    def changed(self, version: str) -> dict[tuple[str, str], tuple[object, ...]]:
        own = self.table(version, "changes").filter(pl.col("release") == version, pl.col("kind") == "changed")
        rows = own.select("event_id_cnty", "field", "old", "new", "reason").iter_rows()
        return {(i, f): tuple(rest) for i, f, *rest in rows}


MAY, JUNE, JULY = "2024.5.0", "2024.6.0", "2024.7.0"


def in_may(story: Story) -> Published:
    return story.release(GAZETTE, WIRE, RADIO, SHELLS, LETTER, EAST, WEST)


def in_june(story: Story) -> Published:
    return story.release(GAZETTE, WIRE, SHELLS, LETTER, EAST, WEST, WEEKLY, LATE, corrections=SET)


def in_july(story: Story, **wishes: object) -> Published:
    articles = (GAZETTE, WIRE, SHELLS, LETTER, EAST, WEST, WEEKLY, LATE, RADIO, END)
    return story.release(*articles, corrections=SET + JOIN + SPLIT, **wishes)


@dataclass(frozen=True)
class Told:
    """The whole story, and its dataset as it was after May and after June."""

    story: Story
    published: tuple[Published, Published, Published]
    after: Mapping[str, Path]


@pytest.fixture(scope="module")
def told_story(tmp_path_factory: pytest.TempPathFactory) -> Told:
    folder = tmp_path_factory.mktemp("story")
    story = Story(folder / "dataset")
    may = in_may(story)
    after = {MAY: shutil.copytree(story.dataset, folder / "may")}
    june = in_june(story)
    after[JUNE] = shutil.copytree(story.dataset, folder / "june")
    return Told(story, (may, june, in_july(story)), after)


@pytest.fixture(scope="module")
def story(told_story: Told) -> Story:
    return told_story.story


def test_in_may_seven_articles_tell_of_five_events(told_story: Told, story: Story) -> None:
    may = told_story.published[0]
    assert (may.version, may.change_class) == (MAY, "extension")
    assert story.events(MAY) == [
        ("ARM1", "2024-05-20", "Jermuk", 0, 1, MAY, MAY),
        ("ARM2", "2024-05-21", "Jermuk", 1, 1, MAY, MAY),
        ("ARM3", "2024-05-22", "Goris", 2, 2, MAY, MAY),
        ("MLI1", "2024-05-14", "Gao", 4, 2, MAY, MAY),
        ("MLI2", "2024-05-17", "Gao", 2, 1, MAY, MAY),
    ]
    assert story.left(MAY) == []
    assert story.table(MAY, "changes").is_empty()


def test_in_june_an_article_comes_a_toll_rises_a_source_takes_back_its_article_and_a_cell_is_corrected(
    told_story: Told, story: Story
) -> None:
    june = told_story.published[1]
    assert (june.version, june.change_class) == (JUNE, "correction")
    assert story.events(JUNE) == [
        ("ARM1", "2024-05-20", "Jermuk", 0, 1, MAY, MAY),
        ("ARM2", "2024-05-21", "Jermuk", 1, 1, MAY, MAY),
        ("ARM3", "2024-05-22", "Goris", 2, 2, MAY, JUNE),
        ("MLI1", "2024-05-14", "Gao", 7, 3, MAY, JUNE),
        ("MLI3", "2024-05-25", "Gao", 0, 1, JUNE, JUNE),
    ]
    assert story.left(JUNE) == [("MLI2", "retracted", None, JUNE, None)]
    changed = story.changed(JUNE)
    assert changed["MLI1", "fatalities"] == ("4", "7", "a further article reports it")
    assert changed["ARM3", "injuries"] == (None, "6", "The hospital of Goris counted six wounded.")
    assert changed["ARM3", "notes"][-1] == "The hospital of Goris counted six wounded."
    assert {i for i, _ in changed} == {"MLI1", "ARM3"}


def test_in_july_two_events_are_one_one_is_two_and_an_id_that_left_does_not_come_back(
    told_story: Told, story: Story
) -> None:
    july = told_story.published[2]
    assert (july.version, july.change_class) == (JULY, "correction")
    assert story.events(JULY) == [
        ("ARM1", "2024-05-20", "Jermuk", 1, 2, MAY, JULY),
        ("ARM3", "2024-05-22", "Goris", 2, 1, MAY, JULY),
        ("ARM4", "2024-05-22", "Goris", 2, 1, JULY, JULY),
        ("MLI1", "2024-05-14", "Gao", 7, 3, MAY, JUNE),
        ("MLI3", "2024-05-25", "Gao", 0, 1, JUNE, JUNE),
        ("MLI4", "2024-05-17", "Gao", 2, 1, JULY, JULY),
        ("MLI5", "2024-07-01", "Gao", 1, 1, JULY, JULY),
    ]
    assert story.left(JULY) == [
        ("ARM2", "duplicate", "ARM1", JULY, "The letter dates the shelling of Jermuk a day late."),
        ("MLI2", "retracted", None, JUNE, None),
    ]
    changed = story.changed(JULY)
    assert changed["ARM1", "n_reports"] == ("1", "2", "The letter dates the shelling of Jermuk a day late.")
    assert changed["ARM3", "n_reports"] == (
        "2",
        "1",
        "The clash west of Goris is another than that in the east.",
    )
    homes = dict(story.table(JULY, "reports").select("report_id", "event_id_cnty").iter_rows())
    assert (homes["letter:1"], homes["west:1"], homes["east:1"]) == ("ARM1", "ARM4", "ARM3")
    assert july.gates.keys() <= REASONS.keys()
    assert july.gates


def test_changes_and_deletions_carry_every_release_into_the_next_and_back(story: Story) -> None:
    dates = {MAY: date(2024, 5, 24), JUNE: date(2024, 6, 3), JULY: date(2024, 7, 5)}
    versions = list(dates)
    for before, after in pairwise(versions):
        old, new = story.table(before, "events"), story.table(after, "events")
        changes = story.table(after, "changes")
        assert_frame_equal(apply_changes(old, changes, after, dates[after]), new)
        earlier = {v: dates[v] for v in versions[: versions.index(after)]}
        assert_frame_equal(undo_changes(new, changes, after, earlier), old)
        lost = set(old["event_id_cnty"]) - set(new["event_id_cnty"])
        assert lost <= set(story.table(after, "deletions")["event_id_cnty"])
        assert not set(new["event_id_cnty"]) & set(story.table(after, "deletions")["event_id_cnty"])
        assert (
            story.table(before, "changes")
            .join(changes, on=changes.columns, how="anti", nulls_equal=True)
            .is_empty()
        )
    for version in versions:
        assert events_as_of(story.root, version)[0].equals(story.table(version, "events"))


def test_who_asks_learns_what_became_of_an_id(story: Story) -> None:
    sources = open_sources(story.root, [story.dataset / "articles.jsonl"])
    clash = explain("MLI1", sources)
    assert isinstance(clash, ExplainedEvent)
    assert {r.row["report_id"] for r in clash.reports} == {"gazette:1", "wire:1", "late:1"}
    assert {(k.first, k.second) for k in clash.joined} == {("gazette:1", "wire:1"), ("gazette:1", "late:1")}
    assert all(k.why == "the same day, place and pair of actors" for k in clash.joined)
    assert ("fatalities", "4", "7") in {(c["field"], c["old"], c["new"]) for c in clash.changes}
    gone = explain("ARM2", sources)
    assert isinstance(gone, GoneEvent)
    assert (gone.row["reason"], gone.row["merged_into"]) == ("duplicate", "ARM1")


def test_a_release_that_is_nothing_new_is_not_written(story: Story) -> None:
    before = {p: p.read_bytes() for p in story.root.rglob("*") if p.is_file()}
    again = in_july(story)
    assert (again.state, again.version) == ("unchanged", JULY)
    assert {p: p.read_bytes() for p in story.root.rglob("*") if p.is_file()} == before


def test_what_must_not_pass_does_not_and_leaves_the_releases_alone(told_story: Told, tmp_path: Path) -> None:
    story = Story(shutil.copytree(told_story.after[MAY], tmp_path / "dataset"))
    before = sorted(p.name for p in story.root.iterdir())
    articles = (GAZETTE, WIRE, SHELLS, LETTER, EAST, WEST)
    with pytest.raises(GateHeld, match="ids-lost"):
        story.release(*articles, allow={})
    with pytest.raises(UsageError, match="graver"):
        story.release(*articles, change_class="extension")
    with pytest.raises(CorrectionFailed, match="no longer holds"):
        story.release(*articles, corrections=SET.replace("expect: null", "expect: 2"))
    with pytest.raises(CorrectionFailed, match="its event is not there"):
        story.release(*articles, corrections=SET.replace("ARM3", "ARM9"))
    with pytest.raises(CorrectionFailed, match="changes nothing"):
        story.release(
            GAZETTE, WIRE, EAST, WEST, corrections=JOIN.replace("ARM1", "ARM3").replace("letter", "west")
        )
    assert sorted(p.name for p in story.root.iterdir()) == before


def test_a_column_that_the_contract_gains_breaks_nothing(
    told_story: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = Story(shutil.copytree(told_story.after[JUNE], tmp_path / "dataset"))
    later = grown_contract(tmp_path / "content")
    monkeypatch.setattr(content, "root", lambda: tmp_path / "content")
    assert "weather" in load_contract(later).tables["events"].names
    recipe = story.dataset / "dataset.yaml"
    recipe.write_text(recipe.read_text().replace("schema: 0.1.0", f"schema: {later}"), encoding="utf-8")
    july = in_july(story)
    assert july.change_class == "correction"
    assert story.table(JULY, "events")["weather"].null_count() == july.counts["events"]
    assert story.table(JUNE, "events").columns == story.table(JULY, "events").drop("weather").columns
    assert set(story.changed(JULY)) == {c for c in story.changed(JULY) if c[1] != "weather"}
    for version in (MAY, JUNE, JULY):
        assert events_as_of(story.root, version)[0].equals(story.table(version, "events"))
    fields = table_schema(load_contract(later).tables["events"], load_contract(later))["fields"]
    assert fields[-1]["name"] == "weather"


def grown_contract(folder: Path) -> str:
    """Copy the contract into `folder`, add a version with one more column of events, and return that version."""
    shutil.copytree(content.schema_folder(), folder / "schema")
    for name in ("coder", "validation"):
        (folder / name).symlink_to(content.root() / name)
    later = "0.99.0"
    shutil.copytree(folder / "schema" / "0.1.0", folder / "schema" / later)
    path = folder / "schema" / later / "events.yaml"
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    table["columns"].append(
        {
            "name": "weather",
            "type": "string",
            "title": "Weather",
            "description": "The weather on the day of the event.",
            "missing": "Not reported.",
            "example": "rain",
            "since": later,
        }
    )
    path.write_text(yaml.safe_dump(table, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return later
