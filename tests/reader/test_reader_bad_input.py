"""Each bad input by name: its class, its exact message, and its exit code."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from newsledger.errors import (
    ArticleInvalid,
    ArticleUnreadable,
    NewsledgerError,
    NoArticles,
    PathMissing,
    UsageError,
)
from newsledger.reader import read_articles

GOOD = {
    "id": "a-1",
    "text": "Shells fell on the village.",
    "published": "2022-09-14",
    "source": "Daily Gazette",
}
GOOD_LINE = json.dumps(GOOD)
HEADER = "id,text,published,source"
DATE = "a date as 2022-09-13, or an RFC 3339 time as 2022-09-13T21:30:00+04:00"
ID = "letters, digits and marks, in Unicode normal form C"
SOURCE = "the name of a source in letters, digits and marks that can be seen, or several joined by '; '"
URL = "an address as https://example.org/2022/09/14/shelling"
SAVE = "UTF-8; save the file as UTF-8"
NOTHING = "{file}: the file holds no article; expected at least one record"
KINDS = ".jsonl, .ndjson, .json, .csv, .tsv, .parquet, .txt, .md, .html, .htm"
QUOTED = "cells quoted as in RFC 4180, line ends LF or CRLF"


def line(**changes: object) -> str:
    """Return the good record as JSON with some values changed."""
    return json.dumps({**GOOD, **changes})


@dataclass(frozen=True)
class Bad:
    name: str
    file: str
    content: str | bytes
    error: type[NewsledgerError]
    message: str


JSONL: list[tuple[str, str | bytes, int, str]] = [
    ("broken json", GOOD_LINE + '\n{"id": "a-2", "text": "x" "source": 1}', 2,
     "is not JSON: Expecting ',' delimiter (character 27); expected one JSON object per line"),
    ("cut off", '{"id": "a-2", "text": "The v', 1,
     "is not JSON: Unterminated string starting at (character 23); expected one JSON object per line"),
    ("list on a line", "[1, 2]", 1, "is a list; expected one JSON object per line"),
    ("number on a line", "7", 1, "is a number; expected one JSON object per line"),
    ("null on a line", "null", 1, "is null; expected one JSON object per line"),
    ("two objects on a line", "{} {}", 1,
     "is not JSON: something follows the value (character 4); expected one JSON object per line"),
    ("key twice", '{"id": "a", "id": "b"}', 1,
     "the key 'id' stands twice in one object; expected one JSON object per line"),
    ("NaN", '{"x": NaN}', 1, "NaN is not a number of JSON; write null; expected one JSON object per line"),
    ("huge integer", '{"x": ' + "9" * 5000 + "}", 1,
     "a number of 5,000 digits needs more than 64 bits; put it in quotes; expected one JSON object per line"),
    ("huge decimal", '{"x": 1e999}', 1,
     "a number is too large for 64 bits; put it in quotes; expected one JSON object per line"),
    ("deep", '{"x": ' + "[" * 30 + "]" * 30 + "}", 1,
     "lists and objects nest deeper than 20; expected one JSON object per line"),
    ("very deep", '{"x": ' + "[" * 200_000 + "]" * 200_000 + "}", 1,
     "lists and objects nest deeper than 20; expected one JSON object per line"),
    ("many keys", json.dumps({str(n): n for n in range(501)}), 1,
     "an object has 501 keys, more than 500; expected one JSON object per line"),
    ("latin-1", GOOD_LINE.encode() + b'\n{"text": "caf\xe9"}', 2,
     f"is not UTF-8: byte 0xe9 at byte 14 of the line; expected {SAVE}"),
    ("utf-16", GOOD_LINE.encode("utf-16"), 1, f"is UTF-16; expected {SAVE}"),
]  # fmt: skip

INVALID: list[tuple[str, dict[str, object], str]] = [
    ("no id", {"id": None}, "id: is missing; expected text that names this article and no other"),
    ("blank id", {"id": " "}, "id: is missing; expected text that names this article and no other"),
    ("number as id", {"id": 17},
     "id: is a number, got '17'; expected text that names this article and no other"),
    ("control in id", {"id": "a\x1b[2J"},
     "id: holds a control character, got 'a\\x1b[2J'; expected letters, digits and marks"),
    ("no text", {"text": " \n\t "}, "text: is missing; expected the text of the article"),
    ("no date", {"published": None}, f"published: is missing; expected {DATE}"),
    ("no source", {"source": ""}, "source: is missing; expected the name of the source as text"),
    ("two missing", {"source": None, "published": None}, "published, source: are missing"),
    ("missing before wrong", {"source": None, "published": "x"},
     "source: is missing; expected the name of the source as text"),
    ("impossible date", {"published": "2022-02-30"},
     f"published: is no day of the calendar, got '2022-02-30'; expected {DATE}"),
    ("month 13", {"published": "2022-13-01T00:00:00Z"},
     f"published: is no day of the calendar, got '2022-13-01T00:00:00Z'; expected {DATE}"),
    ("other order", {"published": "14/09/2022"},
     f"published: is neither a date nor a time, got '14/09/2022'; expected {DATE}"),
    ("week date", {"published": "2022-W37-3"},
     f"published: is neither a date nor a time, got '2022-W37-3'; expected {DATE}"),
    ("no offset", {"published": "2022-09-14T10:00:00"},
     f"published: is no RFC 3339 time (is the offset missing?), got '2022-09-14T10:00:00'; expected {DATE}"),
    ("hour 25", {"published": "2022-09-14T25:00:00Z"},
     "published: is no RFC 3339 time: hours go to 23, minutes and seconds to 59, got '2022-09-14T25:00:00Z'; "
     f"expected {DATE}"),
    ("leap second", {"published": "2016-12-31T23:59:60Z"},
     "published: is no RFC 3339 time: hours go to 23, minutes and seconds to 59, got '2016-12-31T23:59:60Z'; "
     f"expected {DATE}"),
    ("formula as source", {"source": "=x"},
     f"source: starts like a formula, which a spreadsheet would run, got '=x'; expected {SOURCE}"),
    ("sources joined without a space", {"source": "A;B"},
     "source: holds a semicolon, which parts different names of sources and has one space behind it, got 'A;B'; "
     f"expected {SOURCE}"),
    ("a source twice", {"source": "A; B; A"},
     "source: holds a semicolon, which parts different names of sources and has one space behind it, "
     f"got 'A; B; A'; expected {SOURCE}"),
    ("formula as second source", {"source": "A; =x"},
     f"source: starts like a formula, which a spreadsheet would run, got 'A; =x'; expected {SOURCE}"),
    ("missing word as source", {"source": "NA"},
     f"source: is a word that readers of tables take for a missing value, got 'NA'; expected {SOURCE}"),
    ("half a pair in a source", {"source": "a\ud800"},
     f"source: holds a character that a wrong encoding left, got 'a\ufffd'; expected {SOURCE}"),
    ("turned id", {"id": "a\u202eb"},
     f"id: holds a mark that changes the direction of writing, got 'a\\x202eb'; expected {ID}"),
    ("line break in an id", {"id": "a\u2028b"}, f"id: holds a line break, got 'a\\x2028b'; expected {ID}"),
    ("id with an unseen space", {"id": "a\u200b"},
     f"id: holds a character that cannot be seen, got 'a\\x200b'; expected {ID}"),
    ("id not composed", {"id": "e\u0301"},
     f"id: is not in the normal form C of Unicode, got 'e\u0301'; expected {ID}"),
    ("script as url", {"url": "javascript:alert(1)"},
     f"url: is no address of the web, got 'javascript:alert(1)'; expected {URL}"),
    ("language that is no value", {"language": "NA"},
     "language: is a word that readers of tables take for a missing value, got 'NA'; expected a language tag as "
     "en or pt-BR"),
    ("number as date", {"published": 20220914},
     f"published: is a number, got '20220914'; expected {DATE}"),
    ("early", {"published": "0025-09-14"},
     "published: is too early, got '0025-09-14'; expected a day from 1900 on"),
    ("scale", {"source_scale": "Galactic"},
     "source_scale: is not in the list, got 'Galactic'; expected one of Local partner, Subnational, "
     "National, Regional, International, New media, Other"),
    ("list as title", {"title": ["a"]}, "title: is a list, got '['a']'; expected text"),
    ("object as text", {"text": {"a": "b"}},
     "text: is an object, got '{'a': 'b'}'; expected the text of the article"),
    ("language", {"language": "English language"},
     "language: is malformed, got 'English language'; expected a language tag as en or pt-BR"),
]  # fmt: skip

TABLE: list[tuple[str, str | bytes, int, str]] = [
    ("ragged, short", f"{HEADER}\na-1,text", 2, "has 2 cells; expected 4 as in the header"),
    ("ragged, long", f'{HEADER}\n\na-1,text,2022-09-14,s,"x",y', 3,
     "has 6 cells; expected 4 as in the header"),
    ("open quote", f'{HEADER}\na,b,2022-01-01,s\n\n"a-1,text\n\n', 4,
     f"a quotation mark opens a cell and none closes it; expected {QUOTED}"),
    ("quote inside", f'{HEADER}\n"a"b,text,2022-09-14,s', 2,
     f"a quotation mark inside a quoted cell is not doubled; expected {QUOTED}"),
    ("old line ends", f"{HEADER}\na,b\rc,d", 2,
     f"a carriage return stands alone outside quotation marks; expected {QUOTED}"),
    ("column twice", "id,text,text,published,source\n", 1,
     "the column 'text' stands twice; expected each column once"),
    ("NUL", "i\0d\0", 1, "holds NUL bytes; expected a CSV file in UTF-8"),
    ("latin-1", f"{HEADER}\na-1,caf\xe9,2022-09-14,s".encode("latin-1"), 2,
     f"is not UTF-8: byte 0xe9 at byte 8 of the line; expected {SAVE}"),
    ("utf-16", HEADER.encode("utf-16"), 1, f"is UTF-16; expected {SAVE}"),
    ("many columns", ",".join(f"c{n}" for n in range(501)), 1, "has 501 columns; expected at most 500"),
    ("a million columns", ",".join(["c"] * 1_000_000), 1, "has 1,000,000 columns; expected at most 500"),
    ("a header without end", "c," * 2_500_001, 1, "the header has 5,000,002 characters; expected at most 5,000,000"),
    ("header", '"id"x', 1, "the header is not CSV; expected column names, quoted as in RFC 4180"),
]  # fmt: skip

TEXT: list[tuple[str, str | bytes, type[NewsledgerError], int, str]] = [
    ("no front matter", "Shells fell.", ArticleInvalid, 1, "id, published, source: are missing"),
    ("open", "---\nid: a\n", ArticleUnreadable, 1,
     "the front matter that opens here does not close; expected a line --- below it"),
    ("no yaml", "---\nid: a\ntitle: 'x\n---\nText", ArticleUnreadable, 4,
     "front matter: is not YAML: found unexpected end of stream; expected lines such as 'id: a-17'"),
    ("list", "---\n- a\n---\nText", ArticleUnreadable, 2,
     "front matter: is no mapping of keys to values; expected lines such as 'id: a-17'"),
    ("key twice", "---\nid: a\nid: b\n---\nText", ArticleUnreadable, 3,
     "front matter: the key 'id' stands twice; expected lines such as 'id: a-17'"),
    ("alias", "---\nid: &a [x]\ntitle: [*a]\n---\nText", ArticleUnreadable, 2,
     "front matter: anchors and aliases are not taken; expected lines such as 'id: a-17'"),
    ("tag", "---\nid: !!python/object:os.system x\n---\nText", ArticleUnreadable, 2,
     "front matter: tags are not taken; expected lines such as 'id: a-17'"),
    ("deep", "---\nid: " + "[" * 500 + "]" * 500 + "\n---\nText", ArticleUnreadable, 2,
     "front matter: lists and mappings nest deeper than 20; expected lines such as 'id: a-17'"),
    ("list as key", "---\n? [a]\n: b\n---\nText", ArticleUnreadable, 2,
     "front matter: a key is not text; expected lines such as 'id: a-17'"),
    ("large", "---\nid: " + "x" * 70_000 + "\n---\nText", ArticleUnreadable, 1,
     "front matter: has 70,005 characters; expected at most 64,000"),
    ("text twice", "---\nid: a\ntext: b\n---\nText", ArticleInvalid, 3,
     "text: stands in the front matter; expected the text below the front matter"),
    ("date", "---\nid: a\nsource: s\npublished: 2022-02-30\n---\nText", ArticleInvalid, 4,
     f"published: is no day of the calendar, got '2022-02-30'; expected {DATE}"),
    ("no text", "---\nid: a\nsource: s\npublished: 2022-02-03\n---\n\n", ArticleInvalid, 1,
     "text: is missing; expected the text of the article"),
    ("latin-1", b"---\nid: a\n---\nA caf\xe9", ArticleUnreadable, 4,
     f"is not UTF-8: byte 0xe9 at byte 6 of the line; expected {SAVE}"),
]  # fmt: skip

CASES = [
    *(Bad(f"jsonl: {name}", "a.jsonl", content, ArticleUnreadable, f"{{file}}:{at}: {message}")
      for name, content, at, message in JSONL),
    *(Bad(f"record: {name}", "a.jsonl", "\n" + line(**changes), ArticleInvalid, f"{{file}}:2: {message}")
      for name, changes, message in INVALID),
    *(Bad(f"csv: {name}", "a.csv", content, ArticleUnreadable, f"{{file}}:{at}: {message}")
      for name, content, at, message in TABLE),
    *(Bad(f"text: {name}", "a.md", content, error, f"{{file}}:{at}: {message}")
      for name, content, error, at, message in TEXT),
    Bad("csv: column missing", "a.csv", "id,text,source\na,b,c", ArticleInvalid,
        "{file}:1: published: the column is missing; expected a column 'published'"),
    Bad("csv: column in capitals", "a.csv", "id,Text,source,published\n", ArticleInvalid,
        "{file}:1: text: the column is missing; expected the name 'text' for 'Text'"),
    Bad("id twice", "a.jsonl", f"{GOOD_LINE}\n{GOOD_LINE}", ArticleInvalid,
        "{file}:2: id: stands a second time, got 'a-1'; expected an id of its own; the first is at {file}:1"),
    Bad("text too long", "a.jsonl", line(text="x" * 5_000_001), ArticleUnreadable,
        "{file}:1: text: has 5,000,001 characters; expected at most 5,000,000"),
    Bad("title too long", "a.jsonl", line(title="x" * 10_001), ArticleUnreadable,
        "{file}:1: title: has 10,001 characters; expected at most 10,000"),
    Bad("json: comma missing", "a.json", f"[{GOOD_LINE}\n {line(id='b')}]", ArticleUnreadable,
        "{file}:2: is not JSON: a comma or the end of the list is missing (character 2 of the line); "
        "expected a list of JSON objects"),
    Bad("json: list of text", "a.json", '[\n"a"]', ArticleUnreadable,
        "{file}:2: is text; expected an object for each article"),
    Bad("json: text", "a.json", '"a"', ArticleUnreadable,
        "{file}:1: is text; expected an object, or a list of objects"),
    Bad("json: after the list", "a.json", f"[{GOOD_LINE}]]", ArticleUnreadable,
        "{file}:1: is not JSON: something follows the list (character 109 of the line); "
        "expected a list of JSON objects"),
    Bad("json: key twice", "a.json", '[\n{"id": 1, "id": 2}]', ArticleUnreadable,
        "{file}:2: the key 'id' stands twice in one object (character 1 of the line); "
        "expected a list of JSON objects"),
    Bad("parquet: no parquet", "a.parquet", "id,text", ArticleUnreadable,
        "{file}: is not Parquet, or is cut off; expected a Parquet file"),
    Bad("empty jsonl", "a.jsonl", "", NoArticles, NOTHING),
    Bad("blank jsonl", "a.jsonl", b"\xef\xbb\xbf\n \n", NoArticles, NOTHING),
    Bad("empty json", "a.json", " ", NoArticles, NOTHING),
    Bad("json: empty list", "a.json", "[]", NoArticles, NOTHING),
    Bad("empty csv", "a.csv", "", NoArticles, NOTHING),
    Bad("csv: header only", "a.csv", HEADER + "\n", NoArticles, NOTHING),
    Bad("empty parquet", "a.parquet", "", NoArticles, NOTHING),
    Bad("empty text", "a.txt", "\n", NoArticles, NOTHING),
    Bad("kind of file", "a.docx", "x", UsageError,
        f"{{file}}: cannot be read by its ending '.docx'; expected one of {KINDS}"),
]  # fmt: skip


@pytest.mark.parametrize("bad", CASES, ids=[bad.name for bad in CASES])
def test_bad_input_is_named(bad: Bad, tmp_path: Path) -> None:
    path = tmp_path / bad.file
    path.write_bytes(bad.content if isinstance(bad.content, bytes) else bad.content.encode())
    with pytest.raises(NewsledgerError) as caught:
        read_articles([path])
    assert str(caught.value) == bad.message.replace("{file}", str(path))
    assert type(caught.value) is bad.error
    assert caught.value.exit_code == (2 if bad.error is UsageError else 1)
    assert caught.value.file == str(path)


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "none.jsonl"
    with pytest.raises(PathMissing) as caught:
        read_articles([path])
    assert str(caught.value) == f"{path}: no such file or folder"
    assert caught.value.exit_code == 2


def test_a_missing_path_is_told_before_anything_is_read(tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text("{")
    with pytest.raises(PathMissing):
        read_articles([broken, tmp_path / "none.jsonl"])


def test_no_path_at_all() -> None:
    with pytest.raises(UsageError) as caught:
        read_articles([])
    assert str(caught.value) == "no articles are named; expected a file or folder"


def test_a_line_too_long_is_not_held_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"x" * 33_000_000 + b"\n" + GOOD_LINE.encode())
    told: list[NewsledgerError] = []
    articles = read_articles([path], keep_going=True, on_problem=told.append)
    assert [(a.id, a.line) for a in articles] == [("a-1", 2)]
    assert [str(t) for t in told] == [f"{path}:1: the line is too long; expected at most 32,000,000 bytes"]


@pytest.mark.parametrize("make", [lambda p: p.mkdir(), lambda p: (p.mkdir(), (p / "empty.txt").touch())])
def test_a_folder_without_articles(make: Callable[[Path], object], tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    make(folder)
    with pytest.raises(NoArticles) as caught:
        read_articles([folder])
    assert "holds no article" in str(caught.value)
    assert caught.value.exit_code == 1


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a",
        "HTTP://example.org",
        "example.org:8080/a",
        "localhost:8080",
        "www.example.org",
    ],
)
def test_addresses_that_stay(tmp_path: Path, url: str) -> None:
    (tmp_path / "a.jsonl").write_text(line(url=url))
    assert read_articles([tmp_path / "a.jsonl"])[0].url == url


def test_a_hostile_record_is_skipped_as_others_are(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f"{line(id='b', source='=x')}\n{GOOD_LINE}\n")
    told: list[NewsledgerError] = []
    found = read_articles([tmp_path / "a.jsonl"], keep_going=True, on_problem=told.append)
    assert [a.id for a in found] == ["a-1"]
    assert [(type(t), t.line, t.field) for t in told] == [(ArticleInvalid, 1, "source")]


def test_a_header_of_many_columns_takes_no_time(tmp_path: Path) -> None:
    """A hundred thousand different names took 45 seconds when each was compared with all before it."""
    (tmp_path / "a.csv").write_text(",".join(f"c{n}" for n in range(400_000)))
    before = time.process_time()
    with pytest.raises(ArticleUnreadable, match="has 400,000 columns"):
        read_articles([tmp_path / "a.csv"])
    assert time.process_time() - before < 10
