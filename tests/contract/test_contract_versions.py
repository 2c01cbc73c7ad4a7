"""Two versions of the contract side by side: what differs, how grave it is, and how tables get across."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import yaml
from typer.testing import CliRunner

from newsledger.cli.app import app
from newsledger.content import schema_folder
from newsledger.contract.comparison import enough, gravest, schema_differences
from newsledger.contract.load import load_contract, versions
from newsledger.contract.migration import migrate
from newsledger.errors import ContentInvalid, RowsInvalid, UsageError
from newsledger.pipeline.validate import validate
from newsledger.validation.contracts import check_contract, check_contracts
from newsledger.validation.package import check_package
from newsledger.validation.rows import check_table
from tests.publish.sample import sample_frames

OLD, NEW = "0.1.0", "0.2.0"
FRAMES = sample_frames()
"""Made under our own version, before a test puts others in its place."""
Edit = Callable[[Path], object]


def edited(file: str, change: Callable[[Any], object]) -> Edit:
    """Return a change of one YAML or JSON file of a schema folder."""

    def edit(folder: Path) -> None:
        path = folder / file
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        change(data)
        dump: Any = json.dumps if path.suffix == ".json" else yaml.safe_dump
        path.write_text(dump(data, sort_keys=False), encoding="utf-8")

    return edit


def column(name: str, **values: Any) -> Edit:
    def change(data: Any) -> None:
        entry = next(c for c in data["columns"] if c["name"] == name)
        entry.update(values)
        for key in [k for k, v in values.items() if v is None]:
            del entry[key]

    return edited("events.yaml", change)


def added(name: str = "currency", **more: Any) -> dict[str, Any]:
    words = {"title": "Currency", "description": "A currency.", "missing": "None.", "example": "AMD"}
    return {"name": name, "type": "string", "since": NEW, **words, **more}


def the_columns(change: Callable[[list[Any]], object]) -> Edit:
    return edited("events.yaml", lambda data: change(data["columns"]))


def position(columns: list[Any], name: str) -> int:
    return next(n for n, c in enumerate(columns) if c["name"] == name)


EDITS: dict[str, tuple[Edit, str, str]] = {
    "a column more": (the_columns(lambda c: c.append(added())), "MAJOR", "events.currency: the column was added"),
    "a column less": (
        the_columns(lambda c: c.pop(position(c, "n_sources"))), "MAJOR", "events.n_sources: the column was removed"),
    "columns swapped": (
        the_columns(lambda c: c.insert(0, c.pop(1))), "MAJOR", "events: the order of its columns changed"),
    "another type": (column("injuries", type="number"), "MAJOR", "events.injuries: type integer became number"),
    "a unit": (column("injuries", unit="dozens"), "MAJOR", "events.injuries: unit"),
    "required": (column("admin1", required=True), "MAJOR", "events.admin1: required False became True"),
    "optional": (column("location", required=None), "MINOR", "events.location: required True became False"),
    "a stricter bound": (column("fatalities", maximum=99), "MAJOR", "events.fatalities: maximum"),
    "a looser bound": (column("year", minimum=1800), "MINOR", "events.year: minimum"),
    "shorter text": (column("location", max_length=20), "MAJOR", "events.location: max length"),
    "another pattern": (column("event_id_cnty", pattern="[A-Z]+"), "MAJOR", "events.event_id_cnty: pattern"),
    "other words": (column("tags", title="Labels"), "PATCH", "events.tags: its title changed"),
    "another key": (
        edited("events.yaml", lambda d: d.update(sort=["event_id_cnty"])), "MAJOR", "events: its sort changed"),
    "a value more": (
        edited("terms/status.yaml", lambda d: d["terms"].append({"value": "retracted", "meaning": "Taken back."})),
        "MINOR", "terms/status: the value retracted was added"),
    "a value less": (
        edited("terms/status.yaml", lambda d: d["terms"].pop()), "MAJOR", "terms/status: the value"),
    "another meaning in words": (
        edited("terms/status.yaml", lambda d: d["terms"][0].update(meaning="As told.")),
        "PATCH", "terms/status: the words on the value"),
    "what hangs on a value": (
        edited("terms/inter.yaml", lambda d: d["terms"][0].update(code=77)), "MAJOR", "terms/inter: what hangs on"),
    "a table less": (lambda f: (f / "uncoded.yaml").unlink(), "MAJOR", "uncoded: the table was removed"),
    "a document that asks for more": (
        edited("article.schema.json", lambda d: d["required"].append("title")),
        "MAJOR", "article.schema.json: required: +title"),
    "a document that knows more": (
        edited("article.schema.json", lambda d: d["properties"].update(desk={"type": "string"})),
        "MINOR", "article.schema.json.desk: was added"),
    "a document that forgets": (
        edited("dataset.schema.json", lambda d: d["properties"].pop("keywords")),
        "MAJOR", "dataset.schema.json.keywords: was removed"),
    "a document in other words": (
        edited("article.schema.json", lambda d: d.update(description="Else.")), "PATCH", "article.schema.json: its"),
    "a section less": (
        lambda f: (f / "coding-rules.md").write_text("# Rules\n\n## 1 One\n", encoding="utf-8"),
        "MAJOR", "coding-rules.md: section 2 was removed"),
    "rules in other words": (
        lambda f: (f / "coding-rules.md").write_text(
            (f / "coding-rules.md").read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8"),
        "PATCH", "coding-rules.md: its text changed"),
}  # fmt: skip


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A copy of the oldest version of the contract, under the number of the next."""
    return Path(shutil.copytree(schema_folder() / OLD, tmp_path / "schema" / NEW))


@pytest.mark.parametrize("name", EDITS)
def test_each_difference_is_told_with_its_grade(draft: Path, name: str) -> None:
    edit, grade, told = EDITS[name]
    edit(draft)
    found = schema_differences(schema_folder() / OLD, draft)
    assert gravest(found) == grade
    assert any(str(d).startswith(f"{grade} {told}") for d in found), [str(d) for d in found]


def test_equal_versions_do_not_differ(draft: Path) -> None:
    assert schema_differences(schema_folder() / OLD, draft) == []
    assert gravest([]) is None


@pytest.mark.parametrize(
    ("old", "new", "grade", "said"),
    [
        ("1.0.0", "2.0.0", "MAJOR", True),
        ("1.0.0", "1.1.0", "MAJOR", False),
        ("1.0.0", "1.1.0", "MINOR", True),
        ("1.0.0", "1.0.1", "MINOR", False),
        ("1.0.0", "1.0.1", "PATCH", True),
        ("1.0.0", "1.0.0", "PATCH", False),
        ("1.0.0", "1.0.0", None, True),
        ("0.1.0", "0.2.0", "MAJOR", True),
        ("0.1.0", "0.1.1", "MAJOR", False),
        ("0.1.0", "0.1.1", "MINOR", True),
        ("0.9.0", "1.0.0", "MAJOR", True),
        ("2.0.0", "1.0.0", "PATCH", False),
        ("0.1.0", "draft", "MAJOR", True),
    ],
)
def test_whether_a_number_says_enough(old: str, new: str, grade: Any, said: bool) -> None:
    assert enough(old, new, grade) is said


MIGRATION = """\
from: 0.1.0
to: 0.2.0
tables:
  events:
    rename: {tags: labels}
    drop: [admin3]
    add: {currency: {value: AMD}, town: {copy: location}}
    values: {status: {reported: told}}
"""


def next_version(folder: Path) -> None:
    """Turn a copy of the contract into a version in which columns came, went and were renamed."""

    def change(columns: list[Any]) -> None:
        columns[position(columns, "tags")]["name"] = "labels"
        columns.pop(position(columns, "admin3"))
        columns += [added(), added("town", required=True, missing="Never empty.")]

    the_columns(change)(folder)
    # reports borrow the columns of events by name
    lent = {"same_as": "events", "name": "tags"}
    raw = yaml.safe_load((schema_folder() / OLD / "events.yaml").read_text(encoding="utf-8"))["columns"]
    full = {c["name"]: c for c in raw}
    edited("reports.yaml", lambda d: d["columns"].__setitem__(slice(None), [
        full[c["name"]] if c.get("same_as") == "events" and c["name"] in ("tags", "admin3") else c
        for c in d["columns"]
    ]))(folder)  # fmt: skip
    assert lent["name"] in full
    edited("terms/status.yaml", lambda d: d["terms"][0].update(value="told"))(folder)
    for file in ("events.yaml", "reports.yaml"):
        path = folder / file
        path.write_text(
            path.read_text(encoding="utf-8").replace("example: reported", "example: told"), encoding="utf-8"
        )


@pytest.fixture
def both(draft: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A schema folder with two versions and the migration between them, in place of ours."""
    root = draft.parent
    shutil.copytree(schema_folder() / OLD, root / OLD)
    next_version(draft)
    (root / "migrations").mkdir()
    (root / "migrations" / "0.2.0.yaml").write_text(MIGRATION, encoding="utf-8")
    for module in ("load", "migration", "codebook"):
        monkeypatch.setattr(f"newsledger.contract.{module}.schema_folder", lambda: root)
    assert versions() == (OLD, NEW)
    return root


def test_both_versions_are_sound(both: Path) -> None:
    assert [str(f) for f in check_contracts(both)] == []


def test_a_table_migrates_to_the_next_version(both: Path) -> None:
    old = FRAMES["events"]
    new = migrate(old, "events", OLD, NEW)
    contract = load_contract(NEW)
    assert tuple(new.columns) == contract.tables["events"].names
    assert check_table(new, contract.tables["events"], contract) == []
    assert new["labels"].equals(old["tags"].alias("labels"))
    assert set(new["currency"]) == {"AMD"}
    assert new["town"].equals(new["location"].alias("town"))
    assert set(new["status"]) == {"told"}
    assert migrate(new, "events", NEW, NEW).equals(new)


def test_a_table_whose_columns_stay_migrates_by_itself(both: Path) -> None:
    articles = FRAMES["articles"]
    assert migrate(articles, "articles", OLD, NEW).equals(articles)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("drop: [admin3]", "drop: []"), "does not cover a column, got 'admin3'"),
        (("drop: [admin3]", "drop: [admin9]"), "names a column that is not there, got 'admin9'"),
        (("currency: {value: AMD}, ", ""), "does not cover a column, got 'currency'"),
        (("{copy: location}", "{copy: place}"), "names a column that is not there, got 'place'"),
        (("{value: AMD}", "{default: AMD}"), "is malformed"),
        (("rename:", "renmae:"), "unknown key, got 'renmae'"),
        (("from: 0.1.0", "from: 0.0.9"), "no migration leads on, got '0.1.0'"),
    ],
)
def test_a_migration_that_forgets_or_invents_is_refused(
    both: Path, change: tuple[str, str], message: str
) -> None:
    path = both / "migrations" / "0.2.0.yaml"
    path.write_text(MIGRATION.replace(*change), encoding="utf-8")
    with pytest.raises(ContentInvalid, match=message):
        migrate(FRAMES["events"], "events", OLD, NEW)


def test_ways_that_do_not_exist(both: Path) -> None:
    frame = FRAMES["events"]
    with pytest.raises(UsageError, match="cannot go back"):
        migrate(frame, "events", NEW, OLD)
    with pytest.raises(UsageError, match="no such table"):
        migrate(frame, "event", OLD, NEW)
    with pytest.raises(UsageError, match="unknown version"):
        migrate(frame, "events", OLD, "9.9.9")
    with pytest.raises(RowsInvalid, match="required columns are absent"):
        migrate(frame.drop("country"), "events", OLD, NEW)


def test_an_old_release_is_held_against_its_own_version(
    both: Path, release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # frictionless judges by the descriptor alone, whichever version of the contract there is
    monkeypatch.setattr("newsledger.validation.package.frictionless_findings", lambda *_, **__: iter(()))
    assert check_package(release).errors == []
    assert "E158" in check_package(release, schema=NEW).codes()
    assert "E112" in validate(release / "data" / "events.csv").codes(), "the newest, where none is stated"
    assert validate(release / "data" / "events.csv", OLD).errors == []


def test_the_commands(both: Path, release: Path, tmp_path: Path) -> None:
    run = CliRunner()
    done = run.invoke(app, ["schema", "diff", OLD, NEW])
    assert done.exit_code == 0
    assert "MAJOR events.labels: the column was added" in done.output
    assert done.output.endswith("0.1.0 to 0.2.0: MAJOR\n")
    (both / NEW).rename(both / "0.1.1")
    done = run.invoke(app, ["schema", "diff", OLD, "0.1.1"])
    assert (done.exit_code, "0.1.1 is no number for what is MAJOR" in done.stderr) == (1, True)
    (both / "0.1.1").rename(both / NEW)
    for ending in ("csv", "parquet"):
        folder = "data" if ending == "csv" else "parquet"
        out = tmp_path / f"new.{ending}"
        line = ["schema", "migrate", str(release / folder / f"events.{ending}"), str(out), "--from", OLD]
        done = run.invoke(app, line)
        assert (done.exit_code, done.output) == (0, f"wrote {out}: 6 rows\n")
        assert validate(out, NEW).errors == []
    frame = pl.read_csv(tmp_path / "new.csv", infer_schema=False)
    assert set(frame["currency"]) == {"AMD"}
    assert not list(tmp_path.glob(".newsledger-*"))


def test_what_cannot_be_migrated_is_not_written(both: Path, release: Path, tmp_path: Path) -> None:
    rows = pl.read_csv(release / "data" / "events.csv", infer_schema=False).with_columns(
        status=pl.lit("rumour")
    )
    rows.write_csv(tmp_path / "old.csv")
    done = CliRunner().invoke(
        app, ["schema", "migrate", str(tmp_path / "old.csv"), str(tmp_path / "new.csv"), "--from", OLD]
    )
    assert done.exit_code == 1
    assert "rumour is not in the closed list status" in done.stderr
    assert not (tmp_path / "new.csv").exists()


@pytest.mark.parametrize(
    ("file", "content", "code", "message"),
    [
        ("events.yaml", "name: events\nkey: [\n", "E161", "is no YAML"),
        ("events.yaml", "a: &x 1\nb: *x\n", "E161", "uses an alias"),
        ("terms/inter.yaml", "name: inter\ntitle: x\n", "E163", ""),
        ("article.schema.json", "{", "E161", "is no JSON"),
        ("article.schema.json", '{"type": 5}', "E163", "is no JSON Schema"),
        ("coding-rules.md", "## 1 One\n\n## 1 Two\n", "E163", "section number 1 stands twice"),
    ],
)
def test_a_malformed_version_is_told_by_file(
    draft: Path, file: str, content: str, code: str, message: str
) -> None:
    (draft / file).write_text(content, encoding="utf-8")
    found = validate(draft).errors
    assert found
    assert (found[0].code, found[0].file) == (code, f"{draft}/{file}")
    assert message in found[0].message


def test_an_example_that_breaks_its_own_rule_is_found(draft: Path) -> None:
    column("year", example="1200")(draft)
    assert any(f.code == "E163" and f.column == "year" and "1200" in f.message for f in check_contract(draft))


def test_a_misspelt_rule_of_a_column_is_found(draft: Path) -> None:
    column("fatalities", minumum=0)(draft)
    told = check_contract(draft).errors[0]
    assert (told.file, told.message) == ("events.yaml", "unknown key, got 'minumum'")
