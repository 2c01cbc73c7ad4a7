"""Does the script behind validation/SCORES.md count and write what it should?"""

import gzip
import json
from datetime import date
from pathlib import Path

import pytest
from benchmarks import merging, scores, stories

from newsledger.coder.engine import Coder
from newsledger.contract.coding import event_type_of
from newsledger.contract.records import Article


def test_dates_that_no_calendar_has_count_as_undated() -> None:
    gold = [{scores.DATE: "31 NOV 89", "X": "1"}, {scores.DATE: "11 NOV 89 - 12 NOV 89"}]
    assert scores.possible(gold) == [{"X": "1"}, {scores.DATE: "11 NOV 89 - 12 NOV 89"}]
    assert scores.possible("none") == "none"
    assert scores.possible([["a"]]) == [["a"]]


def test_the_table_holds_both_halves_and_no_figure_twice() -> None:
    results = {"snippets": {"reading": {"n": 3, "f1": 0.5}, "checking": {"n": 4, "f1": 0.25}}}
    assert scores.table(results)[2:] == [
        "| snippets | news sentences, 25 types or none | n | 3 | 4 |",
        "| snippets | news sentences, 25 types or none | f1 | 0.500 | 0.250 |",
    ]
    assert scores.table({"snippets": {"reading": {"n": 3}}})[2:] == [
        "| snippets | news sentences, 25 types or none | n | 3 | – |"
    ]


def test_rows_are_text_as_the_csv_has_them(tmp_path: Path) -> None:
    article = Article(
        "a", "Rebels killed three soldiers near Bria on Monday.", date(2024, 6, 14), "x", language="en"
    )
    rows = scores.report_rows([article], Coder.load())
    (row,) = rows["a"]
    assert (row["fatalities"], row["event_date"], row["injuries"], row["admin3"]) == (
        "3",
        "2024-06-10",
        "",
        "",
    )
    scores.write_rows(tmp_path / "out" / "rows.csv", rows)
    head, line = (tmp_path / "out" / "rows.csv").read_text("utf-8").splitlines()
    assert head.startswith("article_id,report_id,")
    assert line.startswith("a,a:1-1,")


def test_places_are_those_of_the_text_with_its_offsets() -> None:
    article = Article(
        "a", "The mayor of Kano met the mayor of Kaduna.", date(2024, 6, 14), "x", "In Lagos", language="en"
    )
    rows = scores.place_rows([article], Coder.load())["a"]
    assert [article.text[int(r["start"]) : int(r["end"])] for r in rows] == ["Kano", "Kaduna"]
    assert all(float(r["latitude"]) > 0 for r in rows)


def test_reports_of_one_event_get_one_id() -> None:
    told = [
        "Rebels killed three soldiers in Bria on Monday.",
        "Three soldiers were killed by rebels in Bria on Monday.",
    ]
    articles = [Article(str(n), t, date(2024, 6, 14), f"s{n}", language="en") for n, t in enumerate(told)]
    rows = merging.event_rows(articles, Coder.load(scope="all-violence"))
    assert rows["0"][0]["event_id_cnty"] == rows["1"][0]["event_id_cnty"] != ""


def test_given_facts_take_the_place_of_what_was_read() -> None:
    told = ["A man was shot dead in Dallas on Monday.", "Police say a gunman killed a man in Waco on Friday."]
    articles = [Article(str(n), t, date(2016, 6, 14), f"s{n}", language="en") for n, t in enumerate(told)]
    coder = Coder.load(scope="all-violence")
    incident = {
        "event_date": "2016-06-13",
        "location": "Dallas",
        "admin1": "Texas",
        "fatalities": 1,
        "injured": 0,
    }
    apart = merging.event_rows(articles, coder)
    assert apart["0"][0] != apart["1"][0]
    given = merging.given_rows(articles, coder, [incident | {"lat_long": None}] * 2)
    assert given["0"] == given["1"] != []
    other = [incident | {"lat_long": [32.78, -96.8]}, incident | {"lat_long": None, "location": "Waco"}]
    assert merging.given_rows(articles, coder, other)["0"] != merging.given_rows(articles, coder, other)["1"]


def test_data_that_are_not_there_are_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="NEWSLEDGER_DEV_DATA"):
        scores.scorer(tmp_path)


@pytest.mark.parametrize(
    "arguments", [["nothing"], ["snippets", "--write"], ["--half", "reading", "--write"]]
)
def test_wrong_use_is_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        scores.main(arguments)
    assert stopped.value.code == 2


def test_a_set_is_scored_with_the_script_of_the_data(dev_data: Path) -> None:
    module = scores.scorer(dev_data)
    told = scores.measure(scores.SETS[0], module, ["reading"], None)
    assert 0.5 < told["reading"]["weighted_f1"] <= 1
    assert told["reading"]["n"] > 50


def test_stories_of_deeds_want_a_row_and_stories_of_words_none() -> None:
    labels = {
        "bomb": ("ASSAULT", "SUICIDE-ATTACK"),
        "late": ("ASSAULT", "ABDUCT"),
        "mute": ("PROTEST", "RIOT"),
        "plea": ("REQUEST", "ASSIST"),
        "call": ("CONSULT", "PHONE"),
        "ban": ("COERCE", "BAN"),
    }
    kinds = {
        "bomb": ["Suicide bomb"],
        "late": ["Attack", "Abduction/forced disappearance"],
        "plea": ["Agreement"],
    }
    gold: stories.Labelled = [(key, {}, label) for key, label in labels.items()]
    rows = {key: [{"sub_event_type": kind} for kind in found] for key, found in kinds.items()}
    assert stories.score(gold, rows) == {
        "deeds": 3,
        "coded": 2 / 3,
        "words": 2,
        "quiet": 1 / 2,
        "of one kind": 3,
        "kind first": 1 / 3,
        "kind among rows": 2 / 3,
    }
    assert stories.score([], {})["coded"] == 0.0


def test_stories_are_those_of_their_half(tmp_path: Path) -> None:
    told = [{"id": str(n), "text": f"Story {n}.", "type": "AID", "mode": None} for n in range(4)]
    with gzip.open(tmp_path / stories.FILE, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(story) + "\n" for story in told)
    half_of = {"0": "reading", "1": "checking", "2": "reading", "3": "checking"}
    found = stories.chosen(tmp_path, "checking", half_of.__getitem__)
    assert [(key, scores.as_article(record).text, label) for key, record, label in found] == [
        ("1", "Story 1.", ("AID", "")),
        ("3", "Story 3.", ("AID", "")),
    ]


def test_kinds_are_types_of_the_coding_rules() -> None:
    for kind in {kind for kinds in stories.KINDS.values() for kind in kinds}:
        assert event_type_of(kind)
