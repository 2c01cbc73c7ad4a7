"""Where a command writes: what is refused is refused in words, with exit code 1 or 2, and nothing is touched."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def published(command: Command, dataset: Path) -> Path:
    assert command("publish", dataset).exit_code == 0
    return dataset


@pytest.mark.parametrize(
    "arguments",
    [("publish", "dataset"), ("code", "dataset/articles.jsonl"), ("export", "dataset", "--to", "ucdp")],
)
def test_an_empty_out_is_not_this_folder(
    command: Command, published: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(published.parent)
    before = contents(published.parent)
    done = command(*arguments, "--out", "")
    assert done.exit_code == 2
    assert "the path is empty" in done.stderr
    assert contents(published.parent) == before


def test_reports_are_not_written_among_the_articles(command: Command, articles: Path, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    articles = articles.rename(folder / "a.jsonl")
    for command_line in (
        ("code", folder, "--out", folder),
        ("code", folder, "--out", folder / "r.csv"),
        ("code", articles, "--out", articles),
        ("places", "--articles", folder, "--out", folder / "p.csv"),
    ):
        done = command(*command_line)
        assert done.exit_code == 2
        assert "error E200: --out: would be written into what is read" in done.stderr
    assert [p.name for p in folder.iterdir()] == ["a.jsonl"]


def test_publishing_stops_before_coding_at_a_page_of_others(
    command: Command, dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsledger.pipeline.jobs.load_coder", lambda *_: pytest.fail("it was coded"))
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("MINE")
    done = command("publish", dataset, "--out", tmp_path / "site")
    assert done.exit_code == 2
    assert f"error E232: {tmp_path / 'site' / 'index.html'}: " in done.stderr
    assert contents(tmp_path / "site") == {"index.html": b"MINE"}


def test_publishing_stops_before_coding_at_an_edited_release(
    command: Command, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsledger.pipeline.jobs.load_coder", lambda *_: pytest.fail("it was coded"))
    (published / "releases" / "2024.5.0" / "data" / "events.csv").write_text("x\n")
    done = command("publish", published)
    assert done.exit_code == 1
    assert done.stderr.startswith("error E131: A release is not as it was published\n")
    assert "data/events.csv: " in done.stderr


def test_reports_of_an_edited_release_are_not_published(
    command: Command, published: Path, tmp_path: Path
) -> None:
    folder = (published / "releases" / "2024.5.0").rename(tmp_path / "download")
    (folder / "parquet" / "reports.parquet").unlink()
    done = command("publish", published, "--from", folder, "--out", tmp_path / "again")
    assert done.exit_code == 1
    (published / "releases" / "index.json").unlink()
    done = command("publish", published, "--from", folder, "--out", tmp_path / "again")
    assert (done.exit_code, (tmp_path / "again").exists()) == (1, False)
    assert "download/parquet/reports.parquet: is in SHA256SUMS and not there" in done.stderr


def test_a_second_dataset_in_a_folder_is_told_both_names(
    command: Command, published: Path, tmp_path: Path
) -> None:
    recipe = (published / "dataset.yaml").read_text("utf-8")
    name = json.loads((published / "releases" / "index.json").read_text("utf-8"))["name"]
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "articles.jsonl").write_bytes((published / "articles.jsonl").read_bytes())
    (tmp_path / "other" / "dataset.yaml").write_text(
        recipe.replace(f"name: {name}", "name: other", 1), "utf-8"
    )
    before = contents(published)
    done = command("publish", tmp_path / "other", "--out", published / "releases")
    assert done.exit_code == 2
    assert f"holds the releases of another dataset, got '{name}'; expected 'other'" in done.stderr
    assert contents(published) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export", "dataset", "--to", "ucdp", "--schema", "x"), "--schema: has no meaning for a file"),
        (
            ("export", "dataset", "--to", "postgres://h/d", "--out", "x"),
            "--out: has no meaning for a database",
        ),
        (
            ("publish", "dataset", "--as-of", "2024.5.0", "--out", "x", "--version", "2024.5.1"),
            "--version: --as-of",
        ),
        (("publish", "dataset", "--as-of", "2024.5.0", "--out", "x", "--allow", "a=b"), "--allow: --as-of"),
    ],
)
def test_options_that_would_do_nothing_are_refused(
    command: Command, published: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(published.parent)
    done = command(*arguments)
    assert done.exit_code == 2
    assert said in " ".join(done.stderr.split())
    assert not Path("x").exists()
