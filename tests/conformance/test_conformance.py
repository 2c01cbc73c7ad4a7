"""Tables and packages of other people: the verdict is that of frictionless, but for differences with a reason.

The material is not part of the project; where it is absent these tests are skipped.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from newsledger.errors import NewsledgerError
from newsledger.pipeline.validate import validate
from newsledger.validation import second_opinion
from newsledger.validation.findings import Findings
from newsledger.validation.frictionless_run import opinions

TABLES: dict[str, str] = {
    "dialect.csv": "its separator is known only to the dialect beside it; in the header a bar stands most often",
    "issue-1066.csv": "text follows a closing quote, of which every reader makes something else",
    "issue-277.csv": "frictionless guesses types from the first rows; a table without a schema has none",
    "issue-811.csv": "it is Latin-1, which frictionless guesses; a table is UTF-8",
}
"""Where our verdict on the form of a table is not that of frictionless, and why."""

DESCRIPTORS: dict[str, str] = {
    "countries-and-currencies/datapackage.json": "foreignKeys stands beside the schema, so that no key is checked",
    "donations/datapackage.json": "foreignKeys stands beside the schema, so that no key is checked",
    "units-and-prefixes/datapackage.json": "primaryKeys is misspelt, so that no key is checked",
    "jsonl.datapackage.json": "frictionless needs a package for JSON lines; we look at the checksum alone",
    "ods.datapackage.json": "frictionless needs a package for spreadsheets; we look at the checksum alone",
}
"""Where our verdict on a descriptor is not that of frictionless, and why."""

UNKNOWN = {
    *(
        "checklist.json",
        "dialect.json",
        "ecrin.json",
        "inquiry.json",
        "pipeline.json",
        "sheet-extract-dialect.json",
    ),
    *("schema-invalid-empty.json", "schema-invalid-wrong-type.json", "table-output.json", "transform.json"),
}
"""Files that are neither packages, resources nor schemas: settings of frictionless, rows, or nothing."""


@pytest.fixture(scope="module")
def conformance(dev_data: Path) -> Path:
    return dev_data / "conformance"


@pytest.fixture(scope="module", autouse=True)
def one_process() -> Iterator[None]:
    """Ask frictionless in this process what is else asked in one of its own; starting a hundred takes a minute."""

    def asked(
        package: Any, folder: Path, patterns: Any, told: Any, patience: float, *, metadata_only: bool = False
    ) -> Iterator[Any]:
        assert patience > 0
        return opinions(package, str(folder.resolve()), told, patterns, metadata_only=metadata_only)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(second_opinion, "_in_own_process", asked)
        yield


@cache
def judged(path: Path, form: str | None = None) -> Findings | None:
    """What we find, None where a path is nothing that can be validated."""
    try:
        return validate(path, form=form)
    except NewsledgerError:
        return None


def ours(path: Path, form: str | None = None) -> bool | None:
    findings = judged(path, form)
    return None if findings is None else findings.ok


SLOW = {"wide.csv": True}
"""What frictionless says of tables that take it many seconds: here of thousands of columns."""


def of_table(path: Path) -> bool:
    from frictionless import FrictionlessException, Resource

    if path.name in SLOW:
        return SLOW[path.name]
    try:
        return bool(Resource(path=path.name, basepath=str(path.parent)).validate().valid)
    except FrictionlessException:
        return False


def of_descriptor(path: Path) -> bool:
    """The verdict of frictionless; it is given the file as what its keys say it is."""
    from frictionless import FrictionlessException, Package, Resource, Schema

    data = json.loads(path.read_text(encoding="utf-8"))
    try:
        if "resources" in data:
            return bool(Package.from_descriptor(data, basepath=str(path.parent)).validate().valid)
        if {"path", "data"} & set(data):
            return bool(Resource.from_descriptor(data, basepath=str(path.parent)).validate().valid)
        Schema.from_descriptor(data)
    except FrictionlessException:
        return False
    return True


def of_archive(path: Path) -> bool:
    from frictionless import FrictionlessException, Package

    try:
        return bool(Package(str(path)).validate().valid)
    except FrictionlessException:
        return False


def is_local(path: Path) -> bool:
    """Descriptors of files on the network are none to compare: we fetch nothing, and say so."""
    data = json.loads(path.read_text(encoding="utf-8"))
    resources = data.get("resources", [data]) if isinstance(data, dict) else []
    return not any("://" in str(r.get(k)) for r in resources for k in ("path", "schema"))


def disagreements(found: Iterator[tuple[str, bool | None, bool]]) -> dict[str, tuple[bool | None, bool]]:
    return {name: (us, them) for name, us, them in found if us is not them}


def test_the_verdict_on_every_dirty_table(conformance: Path) -> None:
    folder = conformance / "dirty-tables"
    paths = sorted([*folder.glob("*.csv"), *folder.glob("*.tsv")])
    assert len(paths) > 50
    found = disagreements((p.name, ours(p, "table"), of_table(p)) for p in paths)
    assert set(found) == set(TABLES), found


def test_no_dirty_table_is_taken_for_events(conformance: Path) -> None:
    for path in sorted((conformance / "dirty-tables").glob("*.csv")):
        assert ours(path) is False, path.name


def test_the_verdict_on_every_descriptor(conformance: Path) -> None:
    packages, dirty = conformance / "example-packages", conformance / "dirty-tables"
    paths = {f"{p.parent.name}/{p.name}": p for p in sorted(packages.glob("*/datapackage.json"))}
    paths |= {p.name: p for p in sorted(dirty.glob("*.json"))}
    assert len(paths) > 60
    local = {name: path for name, path in paths.items() if name not in UNKNOWN and is_local(path)}
    found = disagreements((name, ours(path), of_descriptor(path)) for name, path in local.items())
    assert set(found) == set(DESCRIPTORS), found


def test_the_verdict_on_every_archive(conformance: Path) -> None:
    paths = sorted((conformance / "dirty-tables").glob("*.zip"))
    assert {of_archive(p) for p in paths} == {True, False}
    assert disagreements((p.name, ours(p), of_archive(p)) for p in paths) == {}


def test_what_is_no_descriptor_is_said_to_be_none(conformance: Path) -> None:
    folder = conformance / "dirty-tables"
    others = [p for p in sorted(folder.iterdir()) if p.suffix in (".yaml", ".xlsx", ".xls", ".ods", ".gz")]
    assert others
    for path in [*others, *(folder / name for name in UNKNOWN)]:
        assert ours(path) in (None, False), path.name


def test_every_example_package_reads(conformance: Path) -> None:
    """Each is read to its end: its descriptor, and each table that lies in it."""
    for path in sorted((conformance / "example-packages").glob("*/datapackage.json")):
        findings = judged(path)
        assert findings is not None
        assert "E150" not in findings.codes(), path.parent.name


def profile(conformance: Path, name: str) -> dict[str, Any]:
    path = conformance / "datapackage-profiles" / "public" / "profiles" / "2.0" / f"{name}.json"
    return dict(json.loads(path.read_text(encoding="utf-8")))


def test_the_published_descriptors_pass_the_official_profile(conformance: Path, release: Path) -> None:
    judge = Draft7Validator(profile(conformance, "datapackage"))
    for name in ("datapackage.json", "parquet/datapackage.json"):
        data = json.loads((release / name).read_text(encoding="utf-8"))
        assert [e.message for e in judge.iter_errors(data)] == []
        for key, part in (("dataresource", "resources"),):
            inner = Draft7Validator(profile(conformance, key))
            assert [e.message for r in data[part] for e in inner.iter_errors(r)] == []
    schema = Draft7Validator(profile(conformance, "tableschema"))
    assert [e.message for r in data["resources"] for e in schema.iter_errors(r["schema"])] == []
