"""Does `newsledger diff` say what differs, and what to call it?"""

import csv
import io
import json
import time
from pathlib import Path

import polars as pl
import pytest

from newsledger.errors import PathMissing, RowsInvalid, UsageError
from newsledger.pipeline import difference

COLUMNS = ("event_id_cnty", "event_date", "sub_event_type", "location", "country", "fatalities", "latitude")
ROWS: list[tuple[object, ...]] = [
    ("MLI1", "2024-05-14", "Armed clash", "Gao", "Mali", 4, 16.2717),
    ("MLI2", "2024-05-15", "Attack", "Kidal", "Mali", 0, 18.44),
]


def events(path: Path, rows: list[tuple[object, ...]]) -> Path:
    frame = pl.DataFrame(rows, schema=COLUMNS, orient="row")
    if path.suffix == ".parquet":
        frame.write_parquet(path)
    else:
        frame.write_csv(path)
    return path


def test_nothing_differs(tmp_path: Path) -> None:
    found = difference.compare(events(tmp_path / "a.csv", ROWS), events(tmp_path / "b.csv", ROWS))
    assert found.change_class == "unchanged"
    assert list(difference.as_lines(found)) == ["a.csv and b.csv hold the same events."]


@pytest.mark.parametrize(
    ("new", "change_class", "counts"),
    [
        ([*ROWS, ("MLI3", "2024-05-16", "Attack", "Gao", "Mali", 1, 16.2717)], "extension", (1, 0, 0, 0)),
        (
            [("MLI1", "2024-05-13", "Armed clash", "Gao", "Mali", 5, 16.2717), ROWS[1]],
            "correction",
            (0, 0, 1, 2),
        ),
        ([ROWS[0]], "correction", (0, 1, 0, 0)),
    ],
)
def test_what_differs_is_counted_and_classed(
    tmp_path: Path, new: list[tuple[object, ...]], change_class: str, counts: tuple[int, ...]
) -> None:
    found = difference.compare(events(tmp_path / "a.csv", ROWS), events(tmp_path / "b.csv", new))
    assert found.change_class == change_class
    assert tuple(found.counts.values()) == counts


def test_a_column_that_left_breaks_scripts(tmp_path: Path) -> None:
    old = events(tmp_path / "a.csv", ROWS)
    new = tmp_path / "b.csv"
    pl.read_csv(old).drop("fatalities").write_csv(new)
    found = difference.compare(old, new)
    assert found.change_class == "breaking"
    assert "columns removed: fatalities" in list(difference.as_lines(found))


def test_the_four_forms_tell_the_same_change(tmp_path: Path) -> None:
    new = [("MLI1", "2024-05-14", "Armed clash", "Gao | town", "Mali", 5, 16.2717), ROWS[1]]
    found = difference.compare(events(tmp_path / "a.csv", ROWS), events(tmp_path / "b.csv", new))
    assert "  MLI1 fatalities: 4 → 5" in list(difference.as_lines(found))
    assert "| MLI1 | location | Gao | Gao \\| town |" in list(difference.as_markdown(found))
    data = json.loads(difference.as_json(found))
    assert data["class"] == "correction"
    assert data["changed"][1] == {"event_id_cnty": "MLI1", "field": "fatalities", "old": "4", "new": "5"}
    rows = list(csv.DictReader(io.StringIO(difference.as_csv(found))))
    assert rows[1] == {
        "event_id_cnty": "MLI1",
        "kind": "changed",
        "field": "fatalities",
        "old": "4",
        "new": "5",
    }


def test_json_and_csv_list_rows_that_came_and_left(tmp_path: Path) -> None:
    found = difference.compare(events(tmp_path / "a.csv", ROWS[:1]), events(tmp_path / "b.csv", ROWS[1:]))
    data = json.loads(difference.as_json(found))
    assert [r["event_id_cnty"] for r in data["added"]] == ["MLI2"]
    assert data["added"][0]["latitude"] == "18.4400"
    rows = list(csv.DictReader(io.StringIO(difference.as_csv(found))))
    assert [(r["kind"], r["old"], r["new"]) for r in rows] == [("added", "", "MLI2"), ("removed", "MLI1", "")]


def test_parquet_and_csv_of_the_same_events_are_the_same(tmp_path: Path) -> None:
    found = difference.compare(events(tmp_path / "a.csv", ROWS), events(tmp_path / "a.parquet", ROWS))
    assert found.found.empty


def test_another_layout_of_dates_is_compared_as_text(tmp_path: Path) -> None:
    foreign = [("MLI1", "14 May 2024", "Armed clash", "Gao", "Mali", 4, 16.27), ROWS[1]]
    later = [("MLI1", "15 May 2024", "Armed clash", "Gao", "Mali", 4, 16.27), ROWS[1]]
    found = difference.compare(events(tmp_path / "a.csv", foreign), events(tmp_path / "b.csv", later))
    assert found.found.changed.row(0) == ("MLI1", "event_date", "14 May 2024", "15 May 2024")


def test_long_lists_are_cut_for_people_only(tmp_path: Path) -> None:
    many: list[tuple[object, ...]] = [
        (f"MLI{n}", "2024-05-14", "Attack", "Gao", "Mali", 0, 16.27) for n in range(60)
    ]
    found = difference.compare(events(tmp_path / "a.csv", many[:1]), events(tmp_path / "b.csv", many))
    assert "  … and 39 more" in list(difference.as_lines(found))
    assert len(json.loads(difference.as_json(found))["added"]) == 59


class TestBadInput:
    def test_nothing_there(self, tmp_path: Path) -> None:
        with pytest.raises(PathMissing):
            difference.compare(tmp_path / "a", tmp_path / "b")

    def test_a_folder_without_releases(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match="is no release"):
            difference.compare(tmp_path, tmp_path)

    def test_another_kind_of_file(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("x")
        with pytest.raises(UsageError, match="no table of events"):
            difference.compare(tmp_path / "a.txt", tmp_path / "a.txt")

    def test_no_ids(self, tmp_path: Path) -> None:
        (tmp_path / "a.csv").write_text("x,y\n1,2\n")
        with pytest.raises(RowsInvalid, match="the key is absent"):
            difference.compare(tmp_path / "a.csv", tmp_path / "a.csv")

    def test_bytes_that_are_no_parquet(self, tmp_path: Path) -> None:
        (tmp_path / "a.parquet").write_bytes(b"PAR1 nothing PAR1")
        with pytest.raises(RowsInvalid, match="cannot be read"):
            difference.compare(tmp_path / "a.parquet", tmp_path / "a.parquet")


def test_an_export_in_the_acled_layout_is_read_as_it_means(tmp_path: Path) -> None:
    ours = {
        "event_id_cnty": ["MLI1", "MLI2"],
        "event_date": ["2024-05-14", "2024-05-15"],
        "event_type": ["Battles", "Violence against civilians"],
        "sub_event_type": ["Armed clash", "Attack"],
        "inter1": ["State forces", "Rebel group"],
        "inter2": ["Rebel group", "Civilians"],
        "civilian_targeting": ["", "Civilian targeting"],
        "fatalities": ["4", "0"],
        "timestamp": ["1715904000", "1715904000"],
    }
    export = dict(ours)
    export |= {"event_date": ["14 May 2024", "15 May 2024"], "inter1": ["1", "2"], "inter2": ["2", "7"]}
    export |= {"civilian_targeting": ["", "Civilians targeted"], "fatalities": ["5", "0"]}
    pl.DataFrame(ours).write_csv(tmp_path / "ours.csv")
    pl.DataFrame(export).write_csv(tmp_path / "export.csv", separator=";", line_terminator="\r\n")
    found = difference.compare(tmp_path / "export.csv", tmp_path / "ours.csv")
    assert found.found.changed.rows() == [("MLI1", "fatalities", "5", "4")]
    pl.DataFrame(export).with_columns(
        pl.col("event_date").str.to_datetime("%d %B %Y"), pl.col("fatalities").cast(pl.Float64)
    ).write_parquet(tmp_path / "export.parquet")
    again = difference.compare(tmp_path / "export.parquet", tmp_path / "ours.csv")
    assert again.found.changed.rows() == [("MLI1", "fatalities", "5", "4")]


def test_one_strange_cell_leaves_the_other_columns_in_their_types(tmp_path: Path) -> None:
    old, new = events(tmp_path / "a.csv", ROWS), events(tmp_path / "b.csv", ROWS)
    new.write_text(new.read_text().replace("2024-05-15", "sometime").replace("16.2717", "16.27170"))
    found = difference.compare(old, new)
    assert found.found.changed.rows() == [("MLI2", "event_date", "2024-05-15", "sometime")]


def test_a_table_of_many_columns_takes_no_time(tmp_path: Path) -> None:
    """Sixteen thousand columns, as many as are taken, took five minutes."""
    names = ",".join(f"c{n}" for n in range(8_000))
    for name, cell in (("a.csv", "x"), ("b.csv", "y")):
        (tmp_path / name).write_text(f"event_id_cnty,{names}\nMLI1,{','.join([cell] * 8_000)}\n")
    before = time.process_time()
    found = difference.compare(tmp_path / "a.csv", tmp_path / "b.csv")
    assert found.counts["cells_changed"] == 8_000
    assert time.process_time() - before < 20


def test_a_parquet_file_of_too_many_columns_is_refused(tmp_path: Path) -> None:
    pl.DataFrame({"event_id_cnty": ["MLI1"], **{f"c{n}": [1] for n in range(16_384)}}).write_parquet(
        tmp_path / "a.parquet"
    )
    with pytest.raises(RowsInvalid, match=r"a\.parquet: has 16,385 columns; expected at most 16,384"):
        difference.compare(tmp_path / "a.parquet", tmp_path / "a.parquet")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("event_id_cnty,x\nMLI1,a\n,b\n", r"a\.csv:3: event_id_cnty: is empty; expected an id of its own"),
        (
            "event_id_cnty,x\nMLI1,a\nMLI2,b\nMLI1,c\n",
            r"a\.csv:4: event_id_cnty: stands a second time, got 'MLI1'",
        ),
        ("id,x\nMLI1,a\n", r"a\.csv: the key is absent; expected a column event_id_cnty"),
    ],
)
def test_rows_that_cannot_be_known_are_named_by_file_and_line(tmp_path: Path, rows: str, said: str) -> None:
    (tmp_path / "a.csv").write_text(rows)
    good = events(tmp_path / "b.csv", ROWS)
    for pair in ((tmp_path / "a.csv", good), (good, tmp_path / "a.csv")):
        with pytest.raises(RowsInvalid, match=said):
            difference.compare(*pair)


def test_a_dataset_stands_for_its_latest_release(copy: Path) -> None:
    dataset = copy.parent.parent
    (dataset / "dataset.yaml").write_text("name: sample\n")
    assert difference.side(dataset).name == difference.side(copy).name
