"""A release: exactly these files, the same bytes again, and nothing at all where something does not hold."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from newsledger.contract.companions import COMPANIONS, DOCUMENTS, PAGE
from newsledger.contract.load import load_contract
from newsledger.errors import ReleaseExists, RowsInvalid, UsageError
from newsledger.publish.load import load_release
from newsledger.publish.place import RootInUseError, held_root
from newsledger.publish.release import Published, publish_release
from newsledger.publish.tables import ORDER, release_tables
from newsledger.validation.refused import TablesRefused
from newsledger.validation.sameness import file_hash
from tests.publish.datasets import recipe
from tests.publish.sample import changes_between, event_rows, sample_frames

TERMS = {
    "actor-role",
    "civilian-targeting",
    "country",
    "disorder-type",
    "event-type",
    "evidence-part",
    "geo-precision",
    "inter",
    "interaction",
    "region",
    "source-scale",
    "status",
    "sub-event-type",
    "time-precision",
    "uncoded-reason",
}

BESIDE = {"index.json", "index.html", "2022.9.0.zip"}
"""What lies beside the folder of the first release."""


def files(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_a_release_has_exactly_its_files(published: Published) -> None:
    tables = {*ORDER, *(f"terms/{name}" for name in TERMS)}
    wanted = {*DOCUMENTS, *COMPANIONS}
    wanted |= {f"data/{t}.csv" for t in tables} | {f"parquet/{t}.parquet" for t in tables}
    assert {name for name in files(published.folder) if not name.startswith(PAGE)} == wanted
    assert files(published.folder.parent) == BESIDE | {f"2022.9.0/{name}" for name in files(published.folder)}
    assert published.version == "2022.9.0"
    assert published.change_class == "extension"
    assert published.counts["events"] == 6


def test_the_same_input_gives_the_same_bytes(published: Published, tmp_path: Path) -> None:
    again = publish_release(sample_frames(), recipe(tmp_path / "d"), root=tmp_path / "r")
    ours = {name: file_hash(published.folder / name) for name in files(published.folder)}
    assert {name: file_hash(again.folder / name) for name in files(again.folder)} == ours
    assert (tmp_path / "r" / "index.json").read_bytes() == (
        published.folder.parent / "index.json"
    ).read_bytes()


def test_the_order_of_the_rows_does_not_matter(published: Published, tmp_path: Path) -> None:
    shuffled = {name: frame.reverse() for name, frame in sample_frames().items()}
    again = publish_release(shuffled, recipe(tmp_path / "d"), root=tmp_path / "r")
    assert file_hash(again.folder / "SHA256SUMS") == file_hash(published.folder / "SHA256SUMS")


def test_frictionless_own_command_passes(release: Path) -> None:
    command = [str(Path(sys.executable).parent / "frictionless"), "validate", "datapackage.json", "--json"]
    done = subprocess.run(command, cwd=release, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    report = json.loads(done.stdout)
    assert report["valid"] is True
    assert {t["name"]: t["stats"].get("rows", 0) for t in report["tasks"]}["events"] == 6


@pytest.mark.parametrize("name", ["datapackage.json", "parquet/datapackage.json"])
def test_the_descriptors_pass_the_official_profile(release: Path, dev_data: Path, name: str) -> None:
    from jsonschema import Draft7Validator
    from referencing import Registry, Resource

    folder = dev_data / "conformance" / "datapackage-profiles" / "public" / "profiles" / "2.0"
    profiles = {p.name: json.loads(p.read_text(encoding="utf-8")) for p in folder.glob("*.json")}
    resources = [
        (f"https://datapackage.org/profiles/2.0/{n}", Resource.from_contents(s)) for n, s in profiles.items()
    ]
    registry: Any = Registry().with_resources(resources)
    judge = Draft7Validator(profiles["datapackage.json"], registry=registry)
    descriptor = json.loads((release / name).read_text(encoding="utf-8"))
    assert [e.message[:200] for e in judge.iter_errors(descriptor)] == []
    descriptor["resources"][0]["schema"]["fields"][0].pop("name")
    assert list(judge.iter_errors(descriptor)), "the profile was not applied"


def test_a_release_loads_as_it_was_published(release: Path) -> None:
    loaded = load_release(release)
    wanted = release_tables(sample_frames(), load_contract("0.1.0"))
    assert list(loaded) == list(wanted)
    for name, frame in wanted.items():
        assert_frame_equal(loaded[name], frame)


def test_the_csv_is_in_the_dialect(release: Path) -> None:
    data = (release / "data" / "events.csv").read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert data.endswith(b"\n")
    text = data.decode("utf-8")
    assert ",39.8400,45.6700," in text
    assert "Şəki" in text
    header = text.splitlines()[0].split(",")
    assert header[:3] == ["event_id_cnty", "event_date", "year"]
    assert header[30] == "timestamp"


def test_publishing_the_same_again_changes_nothing(tmp_path: Path) -> None:
    ours = recipe(tmp_path / "d")
    first = publish_release(sample_frames(), ours, root=tmp_path / "r")
    before = {name: file_hash(tmp_path / "r" / name) for name in files(tmp_path / "r")}
    again = publish_release(sample_frames(), ours, root=tmp_path / "r")
    assert again.nothing_changed
    assert again.version == first.version
    assert {name: file_hash(tmp_path / "r" / name) for name in files(tmp_path / "r")} == before


def test_an_unchanged_release_of_the_dataset_is_copied_into_another_root(tmp_path: Path) -> None:
    ours = recipe(tmp_path / "d")
    first = publish_release(sample_frames(), ours, root=ours.releases)
    copied = publish_release(sample_frames(), ours, root=tmp_path / "build")
    assert (copied.state, copied.version) == ("copied", "2022.9.0")
    assert file_hash(copied.folder / "SHA256SUMS") == file_hash(first.folder / "SHA256SUMS")
    assert (tmp_path / "build" / "index.json").read_bytes() == (ours.releases / "index.json").read_bytes()


def damaged(column: str, value: object) -> dict[str, pl.DataFrame]:
    frames = sample_frames()
    first = pl.int_range(pl.len()) == 0
    frames["events"] = frames["events"].with_columns(
        pl.when(first)
        .then(pl.lit(value))
        .otherwise(pl.col(column))
        .cast(frames["events"].schema[column])
        .alias(column)
    )
    return frames


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("disorder_type", "Demostrations", "E110"),
        ("year", 2021, "V301"),
        ("latitude", 91.0, "E110"),
        ("fatalities_low", 99, "V401"),
        ("event_id_cnty", "ARM2", "E113"),
        ("source", "=HYPERLINK()", "V601"),
        ("region", "Europe", "V304"),
    ],
)
def test_rows_that_do_not_hold_leave_nothing(tmp_path: Path, column: str, value: object, code: str) -> None:
    with pytest.raises(TablesRefused) as caught:
        publish_release(damaged(column, value), recipe(tmp_path / "d"), root=tmp_path / "r" / "s")
    assert code in caught.value.findings.codes()
    assert caught.value.exit_code == 1
    assert not (tmp_path / "r").exists()


def test_a_failure_while_writing_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import newsledger.publish.release as module

    def broken(*_: object, **__: object) -> None:
        raise OSError("no space left")

    ours = recipe(tmp_path / "d")
    publish_release(sample_frames(event_rows()[:5]), ours, root=tmp_path / "r")
    before = files(tmp_path / "r")
    monkeypatch.setattr(module, "write_parquet", broken)
    frames = sample_frames()
    five = sample_frames(event_rows()[:5])["events"]
    frames["changes"] = changes_between(five, frames["events"], "2022.9.1")
    with pytest.raises(OSError, match="no space"):
        publish_release(frames, ours, root=tmp_path / "r")
    assert files(tmp_path / "r") == before


def test_a_killed_run_is_mended(tmp_path: Path) -> None:
    ours = recipe(tmp_path / "d")
    root = tmp_path / "r"
    publish_release(sample_frames(), ours, root=root)
    index = (root / "index.json").read_bytes()
    (root / ".tmp-2022.9.1-x" / "2022.9.1" / "data").mkdir(parents=True)
    (root / ".tmp-index.json").write_text("{", encoding="utf-8")
    (root / "index.json").unlink()
    assert publish_release(sample_frames(), ours, root=root).nothing_changed
    assert (root / "index.json").read_bytes() == index
    assert sorted(p.name for p in root.iterdir()) == sorted({"2022.9.0", *BESIDE})


def test_two_runs_do_not_work_in_one_root(tmp_path: Path) -> None:
    with held_root(tmp_path / "r"), pytest.raises(RootInUseError):
        publish_release(sample_frames(), recipe(tmp_path / "d"), root=tmp_path / "r")
    assert not (tmp_path / "r").exists()


def test_a_published_version_cannot_be_published_again(tmp_path: Path) -> None:
    ours = recipe(tmp_path / "d")
    publish_release(sample_frames(event_rows()[:5]), ours, root=tmp_path / "r")
    with pytest.raises(ReleaseExists):
        publish_release(sample_frames(), ours, root=tmp_path / "r", version="2022.9.0")
    with pytest.raises(UsageError, match="older"):
        publish_release(sample_frames(), ours, root=tmp_path / "r", version="2022.8.4")


def test_missing_and_unknown_tables_are_named(tmp_path: Path) -> None:
    frames = sample_frames()
    with pytest.raises(RowsInvalid, match="no such table"):
        publish_release(frames | {"evnts": frames["events"]}, recipe(tmp_path / "d"), root=tmp_path / "r")
    del frames["reports"]
    with pytest.raises(RowsInvalid, match="reports"):
        publish_release(frames, recipe(tmp_path / "d"), root=tmp_path / "r")


def test_a_release_tells_how_to_use_it(release: Path) -> None:
    readme = (release / "README.md").read_text(encoding="utf-8")
    for words in (
        "| Peaceful protest | 1 | 0 |",
        "| Armenia | 3 | 8 |",
        "This is the first release.",
        "pandas",
        "QGIS",
    ):
        assert words in readme
    assert "(version 2022.9.0)" in readme
    licence = (release / "LICENSE").read_text(encoding="utf-8")
    assert "GeoNames" in licence
    assert "Creative Commons Attribution 4.0 International Public License" in licence


def test_the_line_for_polars_reads_the_release(release: Path) -> None:
    assert pl.read_parquet(release / "parquet/events.parquet").height == 6


def test_checksums_are_those_of_coreutils(release: Path) -> None:
    if shutil.which("sha256sum") is None:
        pytest.skip("coreutils are not here")
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=release, capture_output=True, check=False
    )
    assert done.returncode == 0


def test_the_citation_is_yaml_with_the_version(release: Path) -> None:
    import yaml

    cff = yaml.safe_load((release / "CITATION.cff").read_text(encoding="utf-8"))
    assert cff["version"] == "2022.9.0"
    assert cff["authors"] == [{"name": "The sample makers"}]
    assert cff["license"] == "CC-BY-4.0"
