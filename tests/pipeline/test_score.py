"""Is agreement with hand-coded rows counted as it should be?"""

from pathlib import Path

import polars as pl
import pytest

from newsledger.errors import DataInvalid, PathMissing, UsageError
from newsledger.pipeline.gold import read_gold, read_reports
from newsledger.pipeline.score import NONE, likeness, pair_up, same, score, turned
from newsledger.pipeline.scored_tables import as_text

COLUMNS = "article_id,event_date,sub_event_type,location,actor1,actor2,fatalities,injuries,latitude"
CLASH = "a,2024-05-14,Armed clash,Gao,Rebels,Army,4,,16.2717"
GOLD = """
schema: 0.1.0
articles:
  a:
    why: One clash.
    events:
      - event_date: 2024-05-14
        sub_event_type: Armed clash
        location: [Gao, Kidal]
        actor1: Army
        actor2: Rebels
        fatalities: 4
  b:
    events: []
"""


def write(path: Path, *rows: str) -> Path:
    path.write_text("\n".join((COLUMNS, *rows)) + "\n")
    return path


def test_a_perfect_coding_agrees_everywhere(tmp_path: Path) -> None:
    found = score(write(tmp_path / "r.csv", CLASH), write(tmp_path / "g.csv", CLASH))
    assert (found.found, found.gold, found.ours) == (1, 1, 1)
    assert {name: a.share for name, a in found.fields.items()} == dict.fromkeys(found.fields, 1.0)
    assert found.confusion == {("Armed clash", "Armed clash"): 1}


def test_gold_in_yaml_is_spread_over_its_places_and_fills_what_it_leaves_out(tmp_path: Path) -> None:
    path = tmp_path / "g.yaml"
    path.write_text(GOLD)
    gold = read_gold(path)
    assert [r["location"] for r in gold["a"]] == ["Gao", "Kidal"]
    assert {r["injuries"] for r in gold["a"]} == {""}
    assert gold["b"] == []
    ours = write(
        tmp_path / "r.csv", CLASH, "b,2024-05-14,Attack,Gao,X,,0,,", "c,2024-05-14,Attack,Gao,X,,0,,"
    )
    found = score(ours, path)
    assert (found.found, found.gold, found.ours) == (1, 2, 2)
    assert found.fields["actor1"].share == 1.0  # the order of the sides has no meaning
    assert found.confusion == {
        (NONE, "Attack"): 1,
        ("Armed clash", NONE): 1,
        ("Armed clash", "Armed clash"): 1,
    }


def test_a_wrong_cell_is_counted_and_listed(tmp_path: Path) -> None:
    ours = write(tmp_path / "r.csv", CLASH.replace(",4,", ",5,"))
    told = score(ours, write(tmp_path / "g.csv", CLASH)).fields["fatalities"]
    assert (told.right, told.total, told.misses) == (0, 1, [("a", "4", "5")])


def test_rows_pair_by_what_they_share_whatever_their_order() -> None:
    gao = {"event_date": "2024-05-14", "sub_event_type": "Armed clash", "location": "Gao"}
    kidal = {"event_date": "2024-05-14", "sub_event_type": "Armed clash", "location": "Kidal"}
    pairs = list(pair_up("a", [gao, kidal], [kidal, gao]))
    assert all(p.gold == p.ours for p in pairs)
    assert len(pairs) == 2


def test_rows_that_share_nothing_stand_alone_unless_each_is_the_only_one() -> None:
    one = {"event_date": "2024-05-14", "sub_event_type": "Armed clash", "location": "Gao"}
    other = {"event_date": "2023-01-01", "sub_event_type": "Attack", "location": "Lima"}
    assert likeness(one, other) == 0
    assert [(p.gold, p.ours) for p in pair_up("a", [one], [other])] == [(one, other)]
    many = list(pair_up("a", [one], [other, other]))
    assert [p.gold is None for p in many] == [False, True, True]
    assert many[0].ours is None


def test_sides_are_turned_to_fit() -> None:
    ours = {"actor1": "A", "actor2": "B", "inter1": "x", "inter2": "y"}
    assert turned({"actor1": "B", "actor2": "A"}, ours)["inter1"] == "y"
    assert turned({"actor1": "A", "actor2": "B"}, ours) is ours


@pytest.mark.parametrize(
    ("name", "gold", "ours", "agree"),
    [
        ("event_date", {"event_date": "2022-09-13", "night": "True"}, "2022-09-12", True),
        ("event_date", {"event_date": "2022-09-13", "night": "True"}, "2022-09-15", False),
        ("event_date", {"event_date": "2022-09-13"}, "2022-09-12", False),
        ("latitude", {"latitude": "16.27"}, "16.3", True),
        ("latitude", {"latitude": "16.27"}, "17.3", False),
        ("latitude", {"latitude": "16.27"}, "", False),
        ("assoc_actor_1", {"assoc_actor_1": "A; B"}, "B; A", True),
        ("assoc_actor_1", {"assoc_actor_1": "A; B"}, "A", False),
    ],
)
def test_what_counts_as_the_same(name: str, gold: dict[str, str], ours: str, agree: bool) -> None:
    assert same(name, gold, {name: ours}) is agree


def test_cells_are_the_same_text_whatever_they_came_from() -> None:
    assert [as_text(v) for v in (None, 4.0, 4, "4", ["a", "b"], True)] == ["", "4", "4", "4", "a; b", "True"]


class TestBadInput:
    def test_a_column_that_reports_do_not_have(self, tmp_path: Path) -> None:
        path = tmp_path / "g.yaml"
        path.write_text(GOLD.replace("location:", "locaton:"))
        with pytest.raises(DataInvalid, match="locaton"):
            read_gold(path)

    @pytest.mark.parametrize("text", ["", "- a\n", "articles: {a: {events: none}}\n", "articles: [\n"])
    def test_malformed_yaml(self, tmp_path: Path, text: str) -> None:
        path = tmp_path / "g.yaml"
        path.write_text(text)
        with pytest.raises(DataInvalid, match=r"g\.yaml"):
            read_gold(path)

    def test_missing_files_other_kinds_and_rows_without_an_article(self, tmp_path: Path) -> None:
        gold = write(tmp_path / "g.csv", CLASH)
        with pytest.raises(PathMissing):
            score(tmp_path / "none.csv", gold)
        (tmp_path / "r.txt").write_text("x")
        with pytest.raises(UsageError):
            score(tmp_path / "r.txt", gold)
        with pytest.raises(DataInvalid, match="names no article"):
            score(write(tmp_path / "r.csv", CLASH.replace("a,", ",", 1)), gold)

    def test_an_article_coded_in_two_files(self, tmp_path: Path) -> None:
        write(tmp_path / "one.csv", CLASH)
        write(tmp_path / "two.csv", CLASH)
        with pytest.raises(DataInvalid, match="two files"):
            read_gold(tmp_path)

    @pytest.mark.parametrize(
        ("rows", "said"),
        [
            ("article_id,event_date\na,14/5/24\n", r"g\.csv:2: event_date: 14/5/24 is not of type date"),
            ("article_id,fatalities\na,4\na,four\n", r"g\.csv:3: fatalities: four is not of type integer"),
            ("article_id,bogus\na,x\n", r"g\.csv:2: is no column of reports, got 'bogus'"),
            (
                "article_id,sub_event_type\na,Armed clashes\n",
                r"g\.csv:2: sub_event_type: is not in the closed list",
            ),
            ("article_id,fatalities\na,4\nb\n", r"g\.csv:3: 1 cells where the header has 2"),
            ("article_id,article_id\na,b\n", r"g\.csv:1: a column is called 'article_id' twice"),
            ("article_id,notes\na,\0\n", r"g\.csv:2: holds a NUL byte"),
            ("article_id,notes\na,x\n,y\n", r"g\.csv:3: article_id: a row names no article"),
            (
                "article_id,fatalities\n" + "a,4\n" * 501,
                r"g\.csv:502: a: has too many rows; expected at most 500",
            ),
        ],
    )
    def test_gold_is_checked_as_other_tables_are(self, tmp_path: Path, rows: str, said: str) -> None:
        (tmp_path / "g.csv").write_text(rows)
        with pytest.raises(DataInvalid, match=said):
            read_gold(tmp_path / "g.csv")

    def test_bytes_that_are_no_utf_8_are_named_by_line(self, tmp_path: Path) -> None:
        (tmp_path / "g.csv").write_bytes("article_id,actor1\na,x\nb,caf\xe9\n".encode("latin-1"))
        with pytest.raises(DataInvalid, match=r"g\.csv:3: is not UTF-8"):
            read_gold(tmp_path / "g.csv")

    @pytest.mark.parametrize(
        ("name", "text", "said"),
        [
            ("r.csv", "article_id,trigger\na,x\n", r"r\.csv: event_date: the column is missing"),
            (
                "r.csv",
                f"{COLUMNS}\n{CLASH.replace('2024-05-14', 'banana')}\n",
                r"r\.csv:2: event_date: banana",
            ),
            ("r.jsonl", '{"article_id": "a"}\n{"article_id": \n', r"r\.jsonl:2: is not JSON"),
            (
                "r.jsonl",
                '{"article_id": "a", "event_date": "x", "sub_event_type": "Attack"}\n',
                r"r\.jsonl:1: event_date: x is not of type date",
            ),
        ],
    )
    def test_what_is_no_table_of_reports(self, tmp_path: Path, name: str, text: str, said: str) -> None:
        (tmp_path / name).write_text(text)
        with pytest.raises(DataInvalid, match=said):
            read_reports(tmp_path / name)

    def test_a_value_of_gold_in_yaml_is_named_by_its_line(self, tmp_path: Path) -> None:
        path = tmp_path / "g.yaml"
        for old, new, said in (
            ("2024-05-14", "2024-05-34", r"g\.yaml:7: event_date: 2024-05-34 is not of type date"),
            ("fatalities: 4", "fatalities: four", r"g\.yaml:7: fatalities: four is not of type integer"),
            ("Armed clash", "Armed clashes", r"g\.yaml:7: sub_event_type: is not in the closed list"),
        ):
            path.write_text(GOLD.replace(old, new))
            with pytest.raises(DataInvalid, match=said):
                read_gold(path)


def test_reports_are_the_same_from_every_kind_of_file(tmp_path: Path) -> None:
    path = write(tmp_path / "r.csv", CLASH, CLASH.replace("4,,", ",6,"))
    first = read_reports(path)
    frame = pl.read_csv(path, try_parse_dates=True)
    frame.write_parquet(tmp_path / "r.parquet")
    frame.with_columns(pl.col("event_date").cast(pl.String)).write_ndjson(tmp_path / "r.jsonl")
    assert read_reports(tmp_path / "r.parquet") == first
    assert read_reports(tmp_path / "r.jsonl") == first
