"""What each kind of file may look like, and what becomes of it."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import polars as pl
import pytest

from newsledger.contract.digest import text_sha256
from newsledger.errors import ArticleInvalid, ArticleUnreadable, NewsledgerError, NoArticles
from newsledger.reader import ArticleWarning, KeyUnknown, iter_articles, read_articles

GOOD = {"id": "a-1", "text": "Shells fell.", "published": "2022-09-14", "source": "Daily Gazette"}


def write(path: Path, *records: Mapping[str, object]) -> Path:
    path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    return path


def test_all_fields_are_read(tmp_path: Path) -> None:
    more = {
        "title": "Border",
        "url": "https://example.org/1",
        "language": "en",
        "source_scale": "National",
        "dateline": "GORIS",
    }
    (article,) = read_articles([write(tmp_path / "a.jsonl", {**GOOD, **more})])
    assert (article.id, article.text, article.source) == ("a-1", "Shells fell.", "Daily Gazette")
    assert (article.title, article.url, article.language) == ("Border", "https://example.org/1", "en")
    assert (article.source_scale, article.dateline) == ("National", "GORIS")
    assert (article.published, article.published_time) == (date(2022, 9, 14), "")
    assert (article.file, article.line) == (str(tmp_path / "a.jsonl"), 1)


def test_null_is_absent(tmp_path: Path) -> None:
    (article,) = read_articles(
        [write(tmp_path / "a.jsonl", {**GOOD, "title": None, "url": None, "mood": None})]
    )
    assert (article.title, article.url, article.extra) == ("", "", {})


def test_a_time_gives_the_date_of_its_own_offset(tmp_path: Path) -> None:
    (article,) = read_articles(
        [write(tmp_path / "a.jsonl", {**GOOD, "published": "2022-09-14T00:30:00+04:00"})]
    )
    assert article.published == date(2022, 9, 14)
    assert article.published_time == "2022-09-14T00:30:00+04:00"


def test_texts_are_cleaned(tmp_path: Path) -> None:
    values = {**GOOD, "text": "One\r\ntwo\rthree\x00\x0b\tfour \ud83d.", "title": " A\nline\x07 "}
    (article,) = read_articles([write(tmp_path / "a.jsonl", values)])
    assert article.text == "One\ntwo\nthree  \tfour \ufffd."
    assert article.title == "A line"
    assert text_sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_unknown_keys_are_kept_and_named_once(tmp_path: Path) -> None:
    told: list[NewsledgerError] = []
    path = write(
        tmp_path / "a.jsonl", {**GOOD, "mood": [1]}, {**GOOD, "id": "b", "mood": {"x": "y"}, "Title": "T"}
    )
    first, second = read_articles([path], on_problem=told.append)
    assert (first.extra, second.extra) == ({"mood": [1]}, {"mood": {"x": "y"}, "Title": "T"})
    known = "one of id, text, published, source, title, url, language, source_scale, dateline"
    assert [str(t) for t in told] == [
        f"{path}:1: the key 'mood' is not known; it is kept, and nothing reads it; expected {known}",
        f"{path}:2: the key 'Title' is not known; it is kept, and nothing reads it; expected {known}",
    ]
    assert all(isinstance(t, KeyUnknown) and isinstance(t, ArticleWarning) and t.exit_code == 0 for t in told)


def test_many_unknown_keys_do_not_flood(tmp_path: Path) -> None:
    told: list[NewsledgerError] = []
    read_articles(
        [write(tmp_path / "a.jsonl", {**GOOD, **{f"k{n}": n for n in range(200)}})], on_problem=told.append
    )
    assert len(told) == 51
    assert "there are more keys" in told[-1].message


def test_without_a_listener_python_warns(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="the key 'mood' is not known"):
        read_articles([write(tmp_path / "a.jsonl", {**GOOD, "mood": 1})])


def test_keep_going_reports_bad_records_and_reads_the_others(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [
        json.dumps(GOOD),
        "{",
        json.dumps({"id": "x"}),
        json.dumps(GOOD),
        json.dumps({**GOOD, "id": "b"}),
    ]
    path.write_text("\n".join(lines))
    told: list[NewsledgerError] = []
    assert [a.id for a in read_articles([path], keep_going=True, on_problem=told.append)] == ["a-1", "b"]
    assert [(type(t), t.line) for t in told] == [
        (ArticleUnreadable, 2),
        (ArticleInvalid, 3),
        (ArticleInvalid, 4),
    ]


def test_keep_going_with_nothing_good_left(tmp_path: Path) -> None:
    told: list[NewsledgerError] = []
    path = tmp_path / "a.jsonl"
    path.write_text("{\n")
    with pytest.raises(NoArticles, match="no article could be read; expected at least one good record"):
        read_articles([path], keep_going=True, on_problem=told.append)
    assert len(told) == 1


def test_keep_going_names_an_empty_file_among_others(tmp_path: Path) -> None:
    told: list[NewsledgerError] = []
    (tmp_path / "b.csv").touch()
    paths = [tmp_path / "b.csv", write(tmp_path / "a.jsonl", GOOD)]
    assert len(read_articles(paths, keep_going=True, on_problem=told.append)) == 1
    assert [type(t) for t in told] == [NoArticles]


def test_ids_stand_once_over_all_inputs(tmp_path: Path) -> None:
    one, two = write(tmp_path / "1.jsonl", GOOD), write(tmp_path / "2.jsonl", GOOD)
    with pytest.raises(ArticleInvalid) as caught:
        read_articles([one, two])
    assert str(caught.value) == (
        f"{two}:1: id: stands a second time, got 'a-1'; expected an id of its own; the first is at {one}:1"
    )


def test_articles_come_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(GOOD) + "\n{")
    reading = iter_articles([path])
    assert next(reading).id == "a-1"
    with pytest.raises(ArticleUnreadable):
        next(reading)


def test_json_holds_a_list_or_one_object(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([GOOD, {**GOOD, "id": "b"}], indent=2))
    assert [(a.id, a.line) for a in read_articles([path])] == [("a-1", 2), ("b", 8)]
    path.write_text("\ufeff\n" + json.dumps(GOOD, indent=2), encoding="utf-8")
    assert [(a.id, a.line) for a in read_articles([path])] == [("a-1", 2)]


def test_joined_jsonl_files_may_have_byte_order_marks_inside(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        b"".join(b"\xef\xbb\xbf" + json.dumps({**GOOD, "id": i}).encode() + b"\r\n" for i in "ab")
    )
    assert [a.id for a in read_articles([path])] == ["a", "b"]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_cells_are_parted_by_comma_semicolon_or_tab(mark: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = [
        ["id", "text", "published", " source "],
        ["a", '"One, two;\nthree\t"', "2022-09-14", "s"],
        [""] * 4,
    ]
    path.write_text("\n".join(mark.join(row) for row in [*rows, ["b", "x", "2022-09-15", "s"]]) + "\n\n")
    assert [(a.id, a.text, a.line) for a in read_articles([path])] == [
        ("a", "One, two;\nthree\t", 2),
        ("b", "x", 5),
    ]


def test_csv_cells_may_be_large_and_the_limit_of_the_process_stays(tmp_path: Path) -> None:
    import csv

    path = tmp_path / "a.csv"
    path.write_text(f'id,text,published,source\na,"{"x " * 500_000}",2022-09-14,s\n')
    before = csv.field_size_limit()
    (article,) = read_articles([path])
    assert len(article.text) == 1_000_000
    assert csv.field_size_limit() == before


def test_csv_columns_without_a_name_are_kept_by_their_place(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(",id,text,published,source\n1,a,x,2022-09-14,s\n")
    (article,) = read_articles([path], on_problem=lambda _: None)
    assert article.extra == {"column 1": "1"}


def test_csv_goes_on_after_a_ragged_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,text,published,source\na,x\nb,x,2022-09-14,s\n")
    told: list[NewsledgerError] = []
    assert [a.id for a in read_articles([path], keep_going=True, on_problem=told.append)] == ["b"]
    assert [t.line for t in told] == [2]


def test_an_open_quotation_mark_does_not_swallow_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('id,text,published,source\na,"x\n' + ("y" * 999 + '","\n') * 40_000)
    with pytest.raises(ArticleUnreadable, match="the row is too long; expected at most 32,000,000 bytes"):
        read_articles([path])


@pytest.mark.parametrize(
    ("column", "day", "time"),
    [
        (pl.Series([date(2022, 9, 14)]), "2022-09-14", ""),
        (pl.Series([datetime(2022, 9, 14)]), "2022-09-14", ""),
        (pl.Series([datetime(2022, 9, 14, 1, tzinfo=UTC)]), "2022-09-14", "2022-09-14T01:00:00+00:00"),
        (
            pl.Series([datetime(2022, 9, 13, 21, tzinfo=UTC)]).dt.convert_time_zone("Asia/Baku"),
            "2022-09-14",
            "2022-09-14T01:00:00+04:00",
        ),
        (pl.Series(["2022-09-14"], dtype=pl.Categorical), "2022-09-14", ""),
    ],
)
def test_parquet_dates_and_times(column: pl.Series, day: str, time: str, tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pl.DataFrame({**GOOD, "published": column}).write_parquet(path)
    (article,) = read_articles([path])
    assert (article.published.isoformat(), article.published_time) == (day, time)


def test_parquet_times_without_a_zone_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pl.DataFrame({**GOOD, "published": pl.Series([datetime(2022, 9, 14, 10)])}).write_parquet(path)
    with pytest.raises(ArticleInvalid, match=r"is the offset missing\?"):
        read_articles([path])


def test_parquet_keeps_unknown_columns_as_plain_values(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    more = {
        "n": [7],
        "tags": [["a", "b"]],
        "where": [{"x": 1.5, "day": date(2022, 1, 2)}],
        "took": [timedelta(hours=1)],
        "raw": [b"\x01\xff"],
        "empty": [None],
        "nan": [float("nan")],
        "at": [datetime(2022, 1, 2, 3, tzinfo=timezone.utc)],  # noqa: UP017 - as polars gives it back
    }
    pl.DataFrame({**GOOD, **more}).write_parquet(path)
    (article,) = read_articles([path], on_problem=lambda _: None)
    assert article.extra == {
        "n": 7,
        "tags": ["a", "b"],
        "where": {"x": 1.5, "day": "2022-01-02"},
        "took": "1:00:00",
        "raw": "01ff",
        "at": "2022-01-02T03:00:00+00:00",
    }


def test_parquet_rows_keep_their_order_and_number(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    count = 1500
    ids = [f"a-{n}" for n in range(count)]
    pl.DataFrame({"id": ids, **{k: v for k, v in GOOD.items() if k != "id"}}).write_parquet(
        path, row_group_size=100
    )
    articles = read_articles([path])
    assert [(a.id, a.line) for a in articles] == [(f"a-{n}", n + 1) for n in range(count)]


def test_parquet_without_a_required_column(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pl.DataFrame({"id": ["a"], "text": ["x"], "source": ["s"]}).write_parquet(path)
    with pytest.raises(ArticleInvalid) as caught:
        read_articles([path])
    assert str(caught.value) == f"{path}: published: the column is missing; expected a column 'published'"


def test_parquet_that_is_damaged_inside(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pl.DataFrame(GOOD).write_parquet(path)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2] + b"\xff" * (len(content) // 2 - 8) + content[-8:])
    with pytest.raises(ArticleUnreadable, match=r"is damaged: .*; expected a Parquet file"):
        read_articles([path])


def test_a_parquet_decoder_that_dies_is_a_damaged_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.parquet"
    pl.DataFrame(GOOD).write_parquet(path)
    dying = tmp_path / "dying.py"
    dying.write_text(
        "import json, os\n"
        "print(json.dumps(['id', 'text', 'published', 'source']))\n"
        "print(json.dumps(['a', 'x', '2022-09-14', 's']), flush=True)\n"
        "os.abort()\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr("newsledger.reader.parquet_rows._DECODER", "dying")
    told: list[NewsledgerError] = []
    assert [a.id for a in read_articles([path], keep_going=True, on_problem=told.append)] == ["a"]
    assert [str(t) for t in told] == [f"{path}:2: is damaged: the decoder broke off; expected a Parquet file"]


def test_modules_in_the_working_directory_are_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.parquet"
    pl.DataFrame(GOOD).write_parquet(path)
    (tmp_path / "polars.py").write_text("open('ran', 'w').close()")
    monkeypatch.chdir(tmp_path)
    assert [a.id for a in read_articles([path.relative_to(tmp_path)])] == ["a-1"]
    assert not (tmp_path / "ran").exists()


def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.jsonl", GOOD)
    opened = Path.open

    def refuse(self: Path, *args: object, **kwargs: object) -> object:
        if self == path:
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ArticleUnreadable) as caught:
        read_articles([path])
    assert str(caught.value) == f"{path}: cannot be read: Permission denied"
