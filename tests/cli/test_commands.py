"""Does every command do what it says, in words for people, and with the exit codes of the contract?"""

import csv
import io
import json
import warnings
from pathlib import Path

import pytest

from newsledger.contract.records import REPORT_COLUMNS
from tests.cli.conftest import Command
from tests.pipeline.telling import GAZETTE, SHELLS, WIRE, write_articles


class TestCode:
    def test_without_out_the_reports_go_to_stdout_and_nothing_else_does(
        self, command: Command, articles: Path
    ) -> None:
        done = command("code", articles)
        assert done.exit_code == 0
        rows = list(csv.DictReader(io.StringIO(done.stdout)))
        assert tuple(rows[0]) == REPORT_COLUMNS
        assert [r["article_id"] for r in rows] == ["gazette", "wire", "shells"]
        assert done.stderr == ""

    def test_a_file_and_a_folder(self, command: Command, articles: Path, tmp_path: Path) -> None:
        done = command("code", articles, "--out", tmp_path / "r.jsonl")
        assert done.exit_code == 0
        assert done.stdout == ""
        assert "3 articles, 3 reports, 1 trigger not coded" in done.stderr
        assert len((tmp_path / "r.jsonl").read_text().splitlines()) == 3
        assert command("code", articles, "--out", tmp_path / "coded").exit_code == 0
        stated = json.loads((tmp_path / "coded" / "coder.json").read_text())
        assert set(stated) == {"newsledger", "rules", "gazetteer"}

    def test_a_bad_record_stops_the_run_and_is_named(
        self, command: Command, articles: Path, tmp_path: Path
    ) -> None:
        with articles.open("a") as file:
            file.write('{"id": "x", "text": "y", "published": "2024-02-30", "source": "z"}\n')
        done = command("code", articles, "--out", tmp_path / "r.csv")
        assert done.exit_code == 1
        assert f"error E102: {articles}:4: published: is no day of the calendar" in done.stderr
        assert "\nmend: " in done.stderr
        assert not (tmp_path / "r.csv").exists()

    def test_under_keep_going_it_is_skipped_and_counted(self, command: Command, articles: Path) -> None:
        with articles.open("a") as file:
            file.write("{broken\n")
        done = command("code", articles, "--keep-going")
        assert done.exit_code == 0
        assert len(done.stdout.splitlines()) == 4
        assert f"skipped E101: {articles}:4" in done.stderr
        assert "1 record skipped" in done.stderr

    def test_a_place_that_cannot_be_written_is_refused_before_any_work(
        self, command: Command, articles: Path, tmp_path: Path
    ) -> None:
        done = command("code", articles, "--out", tmp_path / "r.xlsx")
        assert done.exit_code == 2
        assert ".csv, .parquet, .jsonl, or a folder" in done.stderr

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            ((), "Missing argument 'ARTICLES'"),
            (("nowhere.jsonl",), "error E201"),
            (("x.jsonl", "--scope", "crime"), "neither political nor all-violence"),
            (("x.jsonl", "--unknown"), "No such option"),
        ],
    )
    def test_wrong_use_is_exit_code_2(self, command: Command, arguments: tuple[str, ...], said: str) -> None:
        done = command("code", *arguments)
        assert done.exit_code == 2
        assert said in done.stderr


class TestPublish:
    def test_it_sums_up_what_was_published_and_where(self, command: Command, dataset: Path) -> None:
        done = command("publish", dataset)
        assert done.exit_code == 0, done.output
        assert done.stdout.splitlines() == [
            "Published 2024.5.0 (extension)",
            "  the first release",
            "  1 event from 2 reports in 2 articles; 1 trigger not coded",
            f"  {dataset / 'releases' / '2024.5.0'}",
        ]
        again = command("publish", dataset)
        assert again.exit_code == 0
        assert again.stdout.startswith("Nothing changed since 2024.5.0")

    def test_a_gate_holds_with_exit_code_1_and_passes_with_a_reason(
        self, command: Command, dataset: Path
    ) -> None:
        write_articles(dataset / "articles.jsonl", GAZETTE, SHELLS)
        assert command("publish", dataset).exit_code == 0
        write_articles(dataset / "articles.jsonl", SHELLS)
        held = command("publish", dataset)
        assert held.exit_code == 1
        assert "error E130: " in held.stderr
        assert "--allow GATE=REASON" in held.stderr
        reason = "the source withdrew it"
        gates = [("ids-lost", reason), ("category-vanished", reason), ("fatalities-changed", reason)]
        passed = command("publish", dataset, *(a for g, r in gates for a in ("--allow", f"{g}={r}")))
        assert passed.exit_code == 0, passed.stderr
        assert f"  gate ids-lost was passed: {reason}" in passed.stdout
        assert "  0 events added, 1 removed, 0 changed" in passed.stdout

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (("--allow", "ids-lost"), "GATE=REASON"),
            (("--as-of", "2024.5.0"), "--out"),
            (("--date", "soon"), "'soon'"),
            (("--version", "first"), "YYYY.M.PATCH"),
            (("--class", "grave"), "extension"),
        ],
    )
    def test_wrong_options_are_exit_code_2(
        self, command: Command, dataset: Path, arguments: tuple[str, ...], said: str
    ) -> None:
        done = command("publish", dataset, *arguments)
        assert done.exit_code == 2
        assert said in done.stderr
        assert not (dataset / "releases").exists()

    def test_no_recipe(self, command: Command, tmp_path: Path) -> None:
        done = command("publish", tmp_path)
        assert done.exit_code == 2
        assert "dataset.yaml" in done.stderr


def test_validate_diff_explain_and_as_of_on_releases(command: Command, dataset: Path, tmp_path: Path) -> None:
    write_articles(dataset / "articles.jsonl", GAZETTE)
    command("publish", dataset)
    write_articles(dataset / "articles.jsonl", GAZETTE, WIRE)
    command("publish", dataset, "--allow", "rows-changed=a second source")
    old, new = dataset / "releases" / "2024.5.0", dataset / "releases" / "2024.5.1"

    told = command("validate", new)
    assert told.exit_code == 0, told.output
    assert told.stdout.endswith("valid, 0 errors, 0 warnings\n")
    whole = (new / "data" / "events.csv").read_bytes()
    (new / "data" / "events.csv").write_text("x\n")
    broken = command("validate", new, "--format", "json")
    assert broken.exit_code == 1
    assert json.loads(broken.stdout)["valid"] is False

    differs = command("diff", old, new)
    assert differs.exit_code == 0
    assert f"warning {new}/data/events.csv: " in differs.stderr
    assert differs.stdout.startswith("2024.5.0 → 2024.5.1: correction\n")
    assert json.loads(command("diff", old, new, "--format", "json").stdout)["class"] == "correction"
    assert command("diff", old, new, "--format", "csv").stdout.startswith(
        "event_id_cnty,kind,field,old,new\n"
    )

    explained = command("explain", "MLI1", "--release", new, "--articles", dataset / "articles.jsonl")
    assert explained.exit_code == 0, explained.output
    assert f"warning {new}/data/events.csv: " in explained.stderr
    assert "Joined, because" in explained.stdout
    assert "“EVENT”" in explained.stdout
    assert "\x1b" not in explained.stdout
    assert command("explain", "MLI9", "--release", new).exit_code == 2

    as_of = ("publish", dataset, "--as-of", "2024.5.0", "--out", tmp_path / "old")
    refused = command(*as_of)
    assert (refused.exit_code, (tmp_path / "old").exists()) == (1, False)
    assert "error E131: " in refused.stderr
    (new / "data" / "events.csv").write_bytes(whole)
    before = command(*as_of)
    assert before.stdout.startswith("The 1 event of 2024.5.0, rebuilt from 2024.5.1: ")


def test_score(command: Command, articles: Path, tmp_path: Path) -> None:
    command("code", articles, "--out", tmp_path / "r.csv")
    gold = tmp_path / "gold.csv"
    gold.write_text("article_id,event_date,location\ngazette,2024-05-14,Kidal\nwire,2024-05-14,Gao\n")
    done = command("score", tmp_path / "r.csv", gold, "--errors")
    assert done.exit_code == 0
    assert "2 of 2 hand-coded rows found; 2 reports on their articles" in done.stdout
    assert "location                   1       2   0.500" in done.stdout
    assert "  gazette  location: Kidal → Gao" in done.stdout


def test_places(command: Command) -> None:
    done = command("places", "Jermuk", "--country", "Armenia")
    assert done.exit_code == 0
    assert done.stdout.startswith("Jermuk, ")
    assert "settlement at 39.8" in done.stdout
    none = command("places", "Nosuchplacexyz")
    assert (none.exit_code, none.stdout) == (0, "")
    assert "no such place" in none.stderr
    assert command("places", "Gao", "--country", "Atlantis").exit_code == 2
    assert "GeoNames" in command("places").stdout


def test_init(command: Command, tmp_path: Path) -> None:
    done = command("init", tmp_path / "sahel")
    assert done.exit_code == 0
    assert f"Publish it with: newsledger publish {tmp_path / 'sahel'}" in done.stdout
    assert command("init", tmp_path / "sahel").exit_code == 2


def test_doctor(command: Command) -> None:
    done = command("doctor")
    assert done.exit_code == 0, done.output
    for word in ("polars", "schema 0.", "rules: ", "gazetteer: ", "checks: ", "all is well"):
        assert word in done.stdout


def test_doctor_tells_where_the_cache_is(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSLEDGER_CACHE", str(tmp_path / "kept"))
    assert f"cache of parsed content: {tmp_path / 'kept'}, 0 files" in command("doctor").stdout
    monkeypatch.setenv("NEWSLEDGER_CACHE", "")
    assert "cache of parsed content: none" in command("doctor").stdout


class TestSchemaAndRules:
    def test_tables_and_columns_are_listed(self, command: Command) -> None:
        assert "  events: Events, 40 columns" in command("schema", "list").stdout
        assert "fatalities (integer, required): " in command("schema", "list", "events").stdout
        assert command("schema", "list", "nothing").exit_code == 2

    @pytest.mark.parametrize("group", [("schema", "docs"), ("rules", "docs"), ("rules", "inflect")])
    def test_pages_want_write_or_check(self, command: Command, group: tuple[str, str]) -> None:
        done = command(*group)
        assert done.exit_code == 2
        assert "--write or --check" in done.stderr
        assert command(*group, "--write", "--check").exit_code == 2

    def test_the_page_of_rules_is_checked_and_written(
        self, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "rules").mkdir()
        monkeypatch.setattr("newsledger.content.coder_folder", lambda: tmp_path)
        stale = command("rules", "docs", "--check")
        assert stale.exit_code == 1
        assert "newsledger rules docs --write" in stale.stderr
        assert command("rules", "docs", "--write").exit_code == 0
        assert command("rules", "docs", "--check").exit_code == 0

    def test_rules_are_listed_by_rank(self, command: Command) -> None:
        lines = command("rules", "list", "--type", "Riots").stdout.splitlines()
        ranks = [int(line.split()[0]) for line in lines]
        assert len(ranks) >= 2
        assert ranks == sorted(ranks, reverse=True)
        assert command("rules", "list", "--type", "Weather").exit_code == 2

    def test_unused_names_all_kinds(self, command: Command) -> None:
        assert [line.split(":")[0] for line in command("rules", "unused").stdout.splitlines()] == [
            "triggers that no rule asks for",
            "rules whose triggers no lexicon has",
            "rules without matches or misses",
            "words that no example shows",
        ]


@pytest.mark.parametrize("more", [(), ("--articles",)])
def test_publish_and_explain_warn_as_the_other_commands_do(
    command: Command, dataset: Path, more: tuple[str, ...]
) -> None:
    folder = dataset / "texts"
    folder.mkdir()
    (dataset / "articles.jsonl").rename(folder / "articles.jsonl")
    (folder / "notes.docx").write_text("x")
    with (folder / "articles.jsonl").open("a") as file:
        file.write(json.dumps(SHELLS | {"colour": "red"}) + "\n")
    recipe = dataset / "dataset.yaml"
    recipe.write_text(recipe.read_text().replace("articles: articles.jsonl", "articles: texts"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a warning of Python would show our source
        arguments = ("explain", "gazette", "--articles", folder) if more else ("publish", dataset)
        done = command(*arguments)
    assert done.exit_code == 0, done.output
    warned = done.stderr.splitlines()
    assert [line.partition(": ")[0] for line in warned] == ["warning W101", "warning W102"]
    assert "notes.docx" in warned[1]


@pytest.mark.parametrize("arguments", [("--country", "Mali"), ("--keep-going",)])
def test_options_of_places_that_would_do_nothing_are_refused(
    command: Command, arguments: tuple[str, ...]
) -> None:
    done = command("places", *arguments)
    assert done.exit_code == 2
    assert done.stderr.startswith(f"error E200: {arguments[0]}: ")


def test_records_are_no_table(command: Command, articles: Path) -> None:
    done = command("validate", articles, "--as", "table")
    assert done.exit_code == 2
    assert "is no table; expected a CSV or Parquet file" in done.stderr


def test_utf_16_is_told_once(command: Command, tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_bytes("event_id_cnty,event_date\nMLI1,2024-05-14\n".encode("utf-16"))
    done = command("validate", tmp_path / "events.csv", "--as", "table")
    assert done.exit_code == 1
    assert done.stdout.splitlines()[0].endswith("events.csv:1: is UTF-16, expected UTF-8")
    assert len(done.stdout.splitlines()) == 2
