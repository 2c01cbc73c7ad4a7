"""What shall be published? Reads a dataset's recipe, `dataset.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from newsledger.contract.load import load_contract, versions
from newsledger.errors import PathMissing, RecipeInvalid
from newsledger.publish.assertions import impossible
from newsledger.validation.documents import check_document
from newsledger.validation.yaml_lines import Place, read_yaml_lines

RECIPE = "dataset.yaml"
IDS_LOST, ROWS_CHANGED, FATALITIES_CHANGED = 0.05, 0.2, 0.2
"""The shares beyond which a gate holds where the recipe gives none (dataset.schema.json)."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """A recipe that was checked: what `dataset.schema.json` says, with paths resolved and dates as dates."""

    file: Path
    name: str
    title: str
    description: str
    schema: str
    licence: Mapping[str, str]
    contributors: tuple[Mapping[str, Any], ...]
    articles: tuple[Path, ...]
    coverage_from: date
    coverage_to: date | None = None
    countries: tuple[str, ...] = ()
    scope: str = "political"
    corrections: Path | None = None
    sources: tuple[Mapping[str, Any], ...] = ()
    keywords: tuple[str, ...] = ()
    homepage: str = ""
    quotes: bool = False
    release_date: date | None = None
    citation: Mapping[str, Any] = field(default_factory=dict)
    assertions: tuple[Mapping[str, Any], ...] = ()
    gates: Mapping[str, float] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """Return the dataset's folder."""
        return self.file.parent

    @property
    def releases(self) -> Path:
        """Return the dataset's own releases root."""
        return self.folder / "releases"


def load_recipe(path: Path) -> Recipe:
    """Return the recipe at `path`, a dataset's folder or its dataset.yaml.

    Raises PathMissing if there is none; RecipeInvalid with file, line and field where it breaks its schema,
    names a path that is not there or leads out of the dataset's folder, or a country or schema version that
    is unknown.
    """
    file = path / RECIPE if path.is_dir() else path
    if not file.is_file():
        raise PathMissing("there is no recipe", file=file, expected=f"a dataset folder with {RECIPE}")
    data, findings = check_document(file, "dataset")
    for finding in findings:
        raise RecipeInvalid(finding.message, file=file, line=finding.line, field=finding.column or None)
    if data["schema"] not in versions():
        raise _refused(
            file, "schema", "unknown version of the contract", data["schema"], " or ".join(versions())
        )
    return _recipe(file, data)


def _recipe(file: Path, data: Mapping[str, Any]) -> Recipe:
    coverage = data["coverage"]
    named = data["articles"]
    for wrong in impossible(data.get("assertions", []), load_contract(data["schema"])):
        raise _refused(file, wrong.field, wrong.message, wrong.value, wrong.expected, wrong.place)
    start, end = _day(coverage["from"]), _day(coverage.get("to"))
    assert start is not None
    if end is not None and end < start:
        raise _refused(file, "coverage.to", "ends before it begins", end, f"a day after {start}")
    return Recipe(
        file=file,
        name=data["name"],
        title=data["title"],
        description=data["description"].strip(),
        schema=data["schema"],
        licence=data["licence"],
        contributors=tuple(data["contributors"]),
        articles=tuple(_inside(file, p, "articles") for p in ([named] if isinstance(named, str) else named)),
        coverage_from=start,
        coverage_to=end,
        countries=_countries(file, coverage.get("countries", []), data["schema"]),
        scope=data.get("scope", "political"),
        corrections=_corrections(file, data.get("corrections")),
        sources=tuple(data.get("sources", ())),
        keywords=tuple(data.get("keywords", ())),
        homepage=data.get("homepage", ""),
        quotes=data.get("quotes", False),
        release_date=_day(data.get("release_date")),
        citation=data.get("citation", {}),
        assertions=tuple(data.get("assertions", ())),
        gates=data.get("gates", {}),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _countries(file: Path, names: list[str], version: str) -> tuple[str, ...]:
    known = load_contract(version).values("country")
    for name in names:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            expected = f"{near[0]}?" if near else "a name of terms/country"
            raise _refused(file, "coverage.countries", "unknown country", name, expected)
    return tuple(names)


def _inside(file: Path, name: str, key: str) -> Path:
    """Return a path of the recipe, resolved; a symbolic link may not lead out of the dataset's folder
    either.
    """
    folder = file.parent.resolve()
    path = (folder / name).resolve()
    if not path.is_relative_to(folder):
        raise _refused(file, key, "leads out of the dataset's folder", name, "a relative path inside it")
    if not path.exists():
        raise _refused(file, key, "is not there", name, "a file or folder")
    return path


def _corrections(file: Path, named: str | None) -> Path | None:
    """Return the file with the corrections: the one named, else corrections.yaml if it is there."""
    if named:
        path = _inside(file, named, "corrections")
        if not path.is_file():
            raise _refused(file, "corrections", "is no file", named, "a YAML file")
        return path
    default = file.parent / "corrections.yaml"
    return default if default.exists() else None


def _refused(
    file: Path, field: str, message: str, value: object, expected: str, place: Place = ()
) -> RecipeInvalid:
    _, lines = read_yaml_lines(file)
    keys = place or tuple(field.split("."))
    line = next((lines[keys[:n]] for n in range(len(keys), 0, -1) if keys[:n] in lines), None)
    return RecipeInvalid(message, file=file, line=line, field=field, value=value, expected=expected)
