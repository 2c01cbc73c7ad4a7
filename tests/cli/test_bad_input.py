"""Does bad input give one clear message, exit code 1 or 2, and leave nothing behind?"""

import time
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.pipeline.telling import write_dataset

GOOD = '{"id": "a", "text": "x", "published": "2024-05-15", "source": "s"}\n'
BAD: dict[str, tuple[bytes, str]] = {
    "a broken JSON line": (GOOD.encode() + b'{"id": "b", \n', ":2"),
    "a missing field": (b'{"id": "a", "text": "x", "source": "s"}\n', "published: is missing"),
    "an impossible date": (GOOD.replace("05-15", "02-30").encode(), "is no day of the calendar"),
    "bytes that are no UTF-8": (GOOD.replace("x", "caf\xe9").encode("latin-1"), "is not UTF-8"),
    "an id that stands twice": (GOOD.encode() * 2, "stands a second time"),
    "a source that a spreadsheet would run": (
        GOOD.replace('"s"', '"=x"').encode(),
        "articles.jsonl:1: source: starts like a formula, which a spreadsheet would run, got '=x'",
    ),
    "sources in a bad list": (GOOD.replace('"s"', '"A;B"').encode(), "source: holds a semicolon"),
    "an id that looks like another": (GOOD.replace('"a"', '"a\\u200b"').encode(), "id: holds a character"),
    "an empty file": (b"", "holds no article"),
}


@pytest.mark.parametrize("what", BAD)
def test_bad_articles(command: Command, tmp_path: Path, what: str) -> None:
    content, said = BAD[what]
    dataset = write_dataset(tmp_path / "d")
    (dataset / "articles.jsonl").write_bytes(content)
    for arguments in (
        ("code", dataset / "articles.jsonl", "--out", tmp_path / "out.csv"),
        ("publish", dataset),
    ):
        done = command(*arguments)
        assert done.exit_code == 1
        assert done.stdout == ""
        assert len([line for line in done.stderr.splitlines() if line.startswith("error ")]) == 1
        assert said in done.stderr
        assert "articles.jsonl" in done.stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == ["d"]
    assert sorted(p.name for p in dataset.iterdir()) == ["articles.jsonl", "dataset.yaml"]


def test_a_folder_without_articles(command: Command, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = command("code", tmp_path / "empty", "--out", tmp_path / "coded")
    assert done.exit_code == 1
    assert "error E103: " in done.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["empty"]


def test_a_recipe_with_a_misspelt_key(command: Command, tmp_path: Path) -> None:
    dataset = write_dataset(tmp_path / "d", more="licence_: x\n")
    done = command("publish", dataset)
    assert done.exit_code == 2
    assert "dataset.yaml:13" in done.stderr
    assert "did you mean licence?" in done.stderr


def test_a_sentence_is_explained_by_the_rules(command: Command) -> None:
    text = (
        "Gunmen ambushed an army patrol near Gao in Mali on Tuesday, killing four soldiers. No one was shot."
    )
    done = command("explain", text)
    assert done.exit_code == 0, done.output
    assert "action “ambushed” = " in done.stdout
    assert "on 2024-06-11 (when.weekday)" in done.stdout
    assert "Not coded" in done.stdout
    assert "negated" in done.stdout


def test_a_hostile_article_is_named_when_the_dataset_is_validated(command: Command, tmp_path: Path) -> None:
    dataset = write_dataset(tmp_path / "d")
    (dataset / "articles.jsonl").write_text(GOOD + GOOD.replace('"a"', '"b"').replace('"s"', '"=x"'))
    for path in (dataset, dataset / "articles.jsonl"):
        done = command("validate", path)
        assert done.exit_code == 1
        assert "articles.jsonl:2: source: starts like a formula" in done.stdout


def test_corrections_of_no_day_are_named_by_line_and_field(command: Command, tmp_path: Path) -> None:
    dataset = write_dataset(tmp_path / "d")
    (dataset / "corrections.yaml").write_text(
        "- id: c-1\n  do: drop\n  event: MLI1\n  reason: It is told twice.\n  date: 2024-06-31\n"
    )
    done = command("publish", dataset)
    assert done.exit_code == 2
    said = "corrections.yaml:5: 1.date: '2024-06-31' is no date, expected one such as 2022-09-13"
    assert said in done.stderr


def test_a_long_list_in_a_recipe_takes_no_time(command: Command, tmp_path: Path) -> None:
    """jsonschema compares each item of a list with each other where they are of several kinds."""
    dataset = write_dataset(tmp_path / "d", more=f"keywords: [{'1, a, ' * 20_000}b]\n")
    before = time.process_time()
    done = command("publish", dataset)
    assert done.exit_code == 2
    assert "keywords" in done.stderr
    assert time.process_time() - before < 30


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (
            "do: explode, field: fatalities, value: 1, expect: 2",
            "1.do: 'explode' is none of set, drop, join, split",
        ),
        ("do: drop, event: MLI1, field: fatalities", "1: 'fatalities' has no place in an entry of this kind"),
        ("do: drop", "1: needs event or reports"),
        ("do: drop, event: MLI1, note: x", "1.note: unknown key 'note'; known keys are id, do, event"),
    ],
)
def test_a_correction_that_makes_no_sense(command: Command, tmp_path: Path, entry: str, said: str) -> None:
    dataset = write_dataset(tmp_path / "d")
    told = f"- {{id: c-1, reason: It is told twice., date: 2024-06-01, {entry}}}\n"
    (dataset / "corrections.yaml").write_text(told)
    done = command("publish", dataset)
    assert done.exit_code == 2
    assert f"corrections.yaml:1: {said}" in done.stderr
