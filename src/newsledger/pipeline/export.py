"""How does a release get into another layout? Reads it, writes what was asked for, and says what was left out."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from newsledger.contract.load import Contract, load_contract
from newsledger.errors import InTheWay, PathMissing, UsageError
from newsledger.export.database import write_duckdb, write_sqlite
from newsledger.export.geojson import as_geojson
from newsledger.export.hxl import as_hxl
from newsledger.export.plover import as_plover
from newsledger.export.postgres import shown_url, write_postgres
from newsledger.export.ucdp import Exported, as_ucdp
from newsledger.pipeline.put import TakesBytes, aside
from newsledger.pipeline.released import intact_release
from newsledger.pipeline.writable import check_file
from newsledger.publish.extras.about import About, about_folder
from newsledger.publish.extras.xlsx import write_xlsx
from newsledger.publish.load import load_release
from newsledger.publish.version import is_version
from newsledger.publish.write import parquet_path
from newsledger.writing import writing

POSTGRES = ("postgres://", "postgresql://")
ENDINGS: Mapping[str, str] = {
    "ucdp": "ucdp.csv",
    "plover": "plover.csv",
    "geojson": "geojson",
    "hxl": "hxl.csv",
    "xlsx": "xlsx",
    "sqlite": "sqlite",
    "duckdb": "duckdb",
}
"""The layouts, and how their files end."""
TEXTS = ("ucdp", "plover", "geojson", "hxl")
"""Layouts that can also be written to a stream."""
LAYOUTS: Mapping[str, Callable[[pl.DataFrame], Exported]] = {"ucdp": as_ucdp, "plover": as_plover}
LICENCE = ".license"
LONGEST_TITLE = 65_536


@dataclass(frozen=True, slots=True)
class Told:
    """What an export did: where to, how many rows, and how many events were left out, by reason."""

    place: str
    rows: int
    left_out: Mapping[str, int] = field(default_factory=dict)
    beside: Path | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A release that is being exported."""

    folder: Path
    about: About
    contract: Contract
    tables: Mapping[str, pl.DataFrame]


def export(release: Path, to: str, out: Path | None = None, schema: str = "") -> Told:
    """Export a release (its folder, a releases root, or a dataset: the latest one) and return what was done.

    `to` is a layout of ENDINGS or the address of a PostgreSQL database. A layout is written to `out`, else to
    a file in this folder named after dataset and version; CSV and GeoJSON that cannot hold their licence get
    it in a file beside them. A database gets the tables in `schema`, else in one named after the dataset.

    Raises UsageError for an unknown layout, PathMissing where there is no release or no folder to write into,
    ReleaseDamaged if the release is not what was published, ExtraMissing where a library is missing,
    DatabaseRefused where the database refuses, and as `writable.check_file`; InTheWay if the file beside is not
    one of ours.
    """
    check_layout(to)
    if schema and not to.startswith(POSTGRES):
        raise UsageError(
            "has no meaning for a file", field="--schema", value=schema, expected="--to postgres://…"
        )
    if out is not None and to.startswith(POSTGRES):
        raise UsageError("has no meaning for a database", field="--out", value=out, expected="--schema NAME")
    source = opened(release)
    if to.startswith(POSTGRES):
        name = schema or source.about.name.replace("-", "_").replace(".", "_")
        rows = write_postgres(source.tables, source.contract, source.about.stated, to, name)
        return Told(f"{shown_url(to)}, schema {name}", rows)
    target = out or Path(f"{source.about.name}-{source.about.version}.{ENDINGS[to]}")
    beside = target.with_name(target.name + LICENCE) if to in TEXTS and to != "geojson" else None
    _check_target(target, beside)
    if beside is None:
        with aside(target) as path:
            told = _write(source, to, path)
    else:
        with (
            aside(target) as path,
            aside(beside) as licence,
        ):  # the licence comes first, so that no copy lacks it
            with writing(target):
                told = _write(source, to, path)
            licence.write_text(_licence(source.about), encoding="utf-8", newline="\n")
    return Told(str(target), told.rows, told.left_out, beside)


def _check_target(target: Path, beside: Path | None) -> None:
    """Refuse a file that cannot be written, or one beside it that would be replaced and is nobody's licence."""
    if not target.absolute().parent.is_dir():
        raise PathMissing("the folder to write into is not there", file=target.parent)
    check_file(target)
    if beside is None:
        return
    check_file(beside)
    if beside.exists() and not _is_licence(beside):
        raise InTheWay(
            "stands where licence and attribution of the export go, and is from no earlier one", file=beside
        )


def check_layout(to: str) -> None:
    """Refuse an unknown layout with a UsageError."""
    if to not in ENDINGS and not to.startswith(POSTGRES):
        raise UsageError(
            "unknown layout", field="--to", value=to, expected=f"{', '.join(ENDINGS)} or postgres://…"
        )


def opened(release: Path) -> Source:
    """Return a release, ready to be exported; PathMissing or PackageInvalid if it is none, or not as published."""
    folder = intact_release(release)
    about = about_folder(folder)
    return Source(folder, about, load_contract(about.schema), load_release(folder))


def export_stream(release: Path, to: str, stream: TakesBytes) -> Told:
    """Write a layout of TEXTS to an open stream; UsageError for another one."""
    check_layout(to)
    if to not in TEXTS:
        raise UsageError("cannot be written to a stream", field="--to", value=to, expected=", ".join(TEXTS))
    pieces, told = _text(opened(release), to)
    for piece in pieces:
        stream.write(piece)
    return told


def _write(source: Source, to: str, path: Path) -> Told:
    if to in TEXTS:
        pieces, told = _text(source, to)
        with path.open("wb") as file:
            file.writelines(pieces)
        return told
    stated = source.about.stated
    if to == "xlsx":
        write_xlsx(source.about, source.tables, source.contract, path)
    elif to == "sqlite":
        write_sqlite(source.tables, source.contract, stated, path)
    else:
        files = {name: source.folder / parquet_path(name) for name in source.tables}
        write_duckdb(files, source.contract, stated, path)
    rows = source.tables["events"].height if to == "xlsx" else sum(f.height for f in source.tables.values())
    return Told(str(path), rows)


def _text(source: Source, to: str) -> tuple[Iterable[bytes], Told]:
    events = source.tables["events"]
    if to == "geojson":
        lines = (line.encode() for line in as_geojson(events, source.about.stated))
        return lines, Told("", events.height)
    if to == "hxl":
        return as_hxl(events, source.contract.tables["events"]), Told("", events.height)
    made = LAYOUTS[to](events)
    return [made.frame.write_csv(line_terminator="\n").encode()], Told("", made.frame.height, made.left_out)


def _licence(about: About) -> str:
    """Return under which licence the content of a file is, and whom it owes thanks."""
    lines = [
        f"{about.title}, version {about.version}",
        about.citation,
        about.licence_line,
        *about.attributions,
    ]
    return "".join(f"{line}\n" for line in lines)


def _is_licence(path: Path) -> bool:
    """Return whether a file is one that an earlier export wrote beside another: by its first line."""
    with path.open("rb") as file:
        first = file.readline(LONGEST_TITLE).decode("utf-8", errors="replace")
    return is_version(first.strip().rpartition(", version ")[2])
