"""The same articles come out of JSONL, JSON, CSV and Parquet; any bytes give articles or a named error."""

import csv
import json
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsledger.contract.cell_text import LIST, unfit
from newsledger.contract.digest import text_sha256
from newsledger.contract.records import Article
from newsledger.errors import NewsledgerError
from newsledger.reader import iter_articles, read_articles
from newsledger.reader.clean import clean_line, clean_text

Records = list[dict[str, str]]
SCALES = ["Local partner", "Subnational", "National", "Regional", "International", "New media", "Other"]
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
one_line = words.filter(lambda value: clean_line(value) != "")
names = one_line.filter(lambda value: clean_line(value) == value)
cells = one_line.filter(lambda value: not unfit(clean_line(value)) and ";" not in value)
sources = st.lists(cells.map(clean_line), min_size=1, max_size=3, unique=True).map(LIST.join)
days = st.dates(min_value=date(1900, 1, 1)).map(date.isoformat)
times = st.builds(
    "{}T{:02}:{:02}:00{}".format,
    days,
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from(["Z", "+04:00", "-11:30"]),
)
record = st.fixed_dictionaries(
    {
        "text": st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda t: t.strip()),
        "published": st.one_of(days, times),
        "source": sources,
    },
    optional={
        "title": words,
        "language": st.sampled_from(["en", "pt-BR", "hy"]),
        "source_scale": st.sampled_from(SCALES),
        "dateline": words,
        "desk": names,
    },
).filter(lambda values: clean_text(values["text"]).strip() != "")


@st.composite
def tables(draw: st.DrawFn) -> Records:
    found = draw(st.lists(record, min_size=1, max_size=4))
    ids = draw(
        st.lists(
            names.filter(lambda value: not unfit(value)),
            min_size=len(found),
            max_size=len(found),
            unique=True,
        )
    )
    return [{"id": name, **values} for name, values in zip(ids, found, strict=True)]


def as_jsonl(records: Records, folder: Path) -> Path:
    path = folder / "a.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    return path


def as_json(records: Records, folder: Path) -> Path:
    path = folder / "a.json"
    path.write_text(json.dumps(records, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def as_csv(records: Records, folder: Path) -> Path:
    path = folder / "a.csv"
    columns = list(dict.fromkeys(key for r in records for key in r))
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        rows = csv.DictWriter(stream, columns, quoting=csv.QUOTE_ALL)
        rows.writeheader()
        rows.writerows(records)
    return path


def as_parquet(records: Records, folder: Path) -> Path:
    path = folder / "a.parquet"
    columns = list(dict.fromkeys(key for r in records for key in r))
    pl.DataFrame({c: pl.Series([r.get(c) for r in records], dtype=pl.String) for c in columns}).write_parquet(
        path
    )
    return path


def read(path: Path) -> list[Article]:
    """Return the articles without where they stood."""
    return [replace(a, file="", line=0) for a in read_articles([path], on_problem=lambda _: None)]


@given(tables())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
def test_every_format_gives_the_same_articles(records: Records) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, *others = [read(write(records, Path(folder))) for write in (as_jsonl, as_json, as_csv)]
    assert [other == first for other in others] == [True, True]
    for article, given_values in zip(first, records, strict=True):
        assert article.id == given_values["id"]
        assert article.text == clean_text(given_values["text"])
        assert article.published.isoformat() == given_values["published"][:10]
        assert article.published_time == (
            "" if len(given_values["published"]) == 10 else given_values["published"]
        )
        assert article.extra == ({"desk": given_values["desk"]} if "desk" in given_values else {})
        assert text_sha256(article.text) == text_sha256(clean_text(article.text))


@given(st.lists(tables(), min_size=8, max_size=8))
@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
def test_parquet_gives_the_same_articles(drawn: list[Records]) -> None:
    # Few and large tables: each is decoded in a process of its own, which takes half a second.
    records = [{**r, "id": f"{n} {r['id']}"} for n, table in enumerate(drawn) for r in table]
    with tempfile.TemporaryDirectory() as folder:
        assert read(as_parquet(records, Path(folder))) == read(as_jsonl(records, Path(folder)))


@given(st.text())
def test_cleaning_is_done_once(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)
    clean_text(text).encode("utf-8")


@given(st.text(st.characters(exclude_characters="\r")))
def test_cleaning_keeps_offsets_where_there_is_no_carriage_return(text: str) -> None:
    assert len(clean_text(text)) == len(text)


ENDINGS = ["jsonl", "json", "csv", "tsv", "parquet", "txt", "md"]


def read_or_refuse(path: Path, keep_going: bool) -> None:
    """Read `path`; any exception but a NewsledgerError that names it fails the test."""
    refused: list[NewsledgerError] = []
    try:
        for article in iter_articles([path], keep_going=keep_going, on_problem=refused.append):
            assert article.id
            assert article.text.strip()
            assert article.source
    except NewsledgerError as error:
        refused.append(error)
    for problem in refused:
        assert problem.exit_code in (0, 1)
        assert problem.file == str(path) or "no article could be read" in str(problem)


@given(st.sampled_from(ENDINGS), st.binary(max_size=300), st.booleans())
@settings(max_examples=300, deadline=None)
def test_arbitrary_bytes_give_articles_or_a_named_error(
    ending: str, content: bytes, keep_going: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a.{ending}")
        path.write_bytes(content)
        read_or_refuse(path, keep_going)


PIECES = [
    *(
        '{"id": ',
        '"a"',
        ",",
        '"',
        "\n",
        "[",
        "{",
        "}",
        "\r",
        ";",
        "1e9",
        "\\ud800",
        "\ufeff",
        "\u2028",
        ": ",
        "'",
    ),
    *("---\n", "id: a\n", "&a ", "*a", "- ", "? ", "!!x ", "| "),
    *("id,text,published,source\n", "a,b,2022-01-01,s\n", "id;text;published;source\n", "a;b;2022-01-01;s\n"),
]
syntax = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@given(st.sampled_from(ENDINGS), syntax, st.booleans())
@settings(max_examples=400, deadline=None)
def test_mixed_syntax_gives_articles_or_a_named_error(ending: str, content: str, keep_going: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a.{ending}")
        path.write_text(content, encoding="utf-8")
        read_or_refuse(path, keep_going)


THREE = [{"id": f"a-{n}", "text": "Shells fell.", "published": "2022-09-14", "source": "s"} for n in range(3)]


@pytest.mark.parametrize("write", [as_jsonl, as_json, as_csv])
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_file_gives_articles_or_a_named_error(
    write: Callable[[Records, Path], Path], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write(THREE, Path(folder))
        content = bytearray(path.read_bytes())
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
        path.write_bytes(content[: data.draw(st.sampled_from([len(content), place]))])
        read_or_refuse(path, keep_going=True)


@pytest.mark.parametrize("place", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_damaged_parquet_file_gives_articles_or_a_named_error(place: float, tmp_path: Path) -> None:
    path = as_parquet(THREE, tmp_path)
    content = bytearray(path.read_bytes())
    start = int(len(content) * place)
    content[start : start + 3] = b"\xff\x7f\x00"
    path.write_bytes(content)
    read_or_refuse(path, keep_going=True)
