"""The catalogue of actors: coder/lexicon/who, read and checked entry by entry."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from newsledger import errors
from newsledger.coder.lexicon import read_yaml
from newsledger.coder.who.abroad import ABROAD, Abroad, read_abroad
from newsledger.coder.who.regimes import Regimes, read_regimes
from newsledger.coder.who.usual import USUAL, Usual, read_usual

INTERS = ("State forces", "Rebel group", "Political militia", "Identity militia", "External/Other forces")
BASES = {
    "own": "its own statutes, statements or programme",
    "un": "resolutions, mandates or expert reports of the United Nations",
    "us": "designation or assessment by the United States government",
    "eu": "designation by the European Union",
    "accord": "party to or subject of a ceasefire or peace agreement",
    "state": "laws, decrees or official designations of its state",
    "truth": "report of a truth commission",
    "court": "judgments of courts",
    "press": "named so by the international press over years",
}
BODIES = ("military", "police", "government")
SUCCESSION = timedelta(
    days=3 * 366
)  # for which two groups may bear one name: an old one and who goes on with it
REGIMES = "regimes.yaml"
GROUP_KEYS = frozenset(
    {
        "id",
        "name",
        "tags",
        "words",
        "country",
        "inter",
        "from",
        "to",
        "of",
        "unit",
        "phases",
        "names",
        "basis",
    }
)


@dataclass(frozen=True, slots=True)
class Phase:
    """A time in which a group was something else, usually its state's forces (`body`)."""

    start: date
    end: date
    inter: str
    body: str
    unit: str


@dataclass(frozen=True, slots=True)
class Group:
    """A named group: where it is at home, when it existed, and what it counts as."""

    id: str
    name: str
    countries: tuple[str, ...]
    inter: str
    start: date
    end: date
    body: str  # of state forces: military, police or government
    unit: str  # of state forces: how it is named behind them
    phases: tuple[Phase, ...]
    names: Mapping[str, str]  # by country, "*" for the others, {} for the country
    party: bool

    def phase(self, day: date) -> Phase | None:
        """Return what the group was on a day, if that is something else than it usually is."""
        return next((phase for phase in self.phases if phase.start <= day <= phase.end), None)


@dataclass(frozen=True, slots=True)
class Force:
    """A word for people: who they are as an associated actor, and a name of their own, {} for the country."""

    identity: str
    name: str


@dataclass(frozen=True)
class Catalogue:
    """All that is known of actors.

    `parents` are the countries in which states in fact lie, `patrons` the states whose nationals their people
    are often called.
    """

    countries: frozenset[str]
    parents: Mapping[str, str]
    patrons: Mapping[str, str]
    regimes: Mapping[str, Regimes]
    forces: Mapping[str, Force]
    people: Mapping[str, tuple[str, ...]]
    groups: Mapping[str, Group]
    usual: Usual = field(default_factory=Usual)
    abroad: Abroad = field(default_factory=Abroad)


def read_catalogue(folder: Path, read: Callable[[Path], Any] = read_yaml) -> Catalogue:
    """Read every file of `folder`; `read` parses one file.

    Raises `ContentInvalid` with file, line and entry for a malformed one.
    """
    files = {path: read(path) for path in sorted(folder.rglob("*.yaml"))}
    countries: set[str] = set()
    parents: dict[str, str] = {}
    patrons: dict[str, str] = {}
    for _, record in entries(files, "country"):
        if "other" not in record.get("tags", ()):
            countries.add(record["id"])
        if record.get("defacto"):
            parents[record["id"]] = record.get("parent", "")
        if record.get("patron"):
            patrons[record["id"]] = record["patron"]
    forces = {
        record["id"]: Force(record.get("identity", ""), record.get("name", ""))
        for _, record in entries(files, "force")
    }
    people = {record["id"]: tuple(record.get("country", ())) for _, record in entries(files, "people")}
    groups = read_groups(files, frozenset(countries))
    regimes, usual, abroad = folder / REGIMES, folder / USUAL, folder / ABROAD
    return Catalogue(
        frozenset(countries),
        parents,
        patrons,
        read_regimes(files[regimes], regimes) if regimes in files else {},
        forces,
        people,
        groups,
        read_usual(files[usual], usual, frozenset(countries), frozenset(groups))
        if usual in files
        else Usual(),
        read_abroad(files[abroad], abroad, frozenset(countries)) if abroad in files else Abroad(),
    )


def entries(files: Mapping[Path, Any], kind: str) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Yield the records of all files of a kind with their file."""
    for path, document in files.items():
        if isinstance(document, dict) and document.get("kind") == kind:
            for record in document.get("entries", ()):
                yield path, record


def read_groups(files: Mapping[Path, Any], countries: frozenset[str]) -> Mapping[str, Group]:
    """Read the named groups; a record without `name` only adds phrases to another one of its id."""
    groups: dict[str, Group] = {}
    phrases: dict[tuple[str, str], Group] = {}
    extra = []
    for path, record in entries(files, "group"):
        if "name" not in record:
            extra.append((path, record))
            continue
        if record["id"] in groups:
            raise broken(path, record, "two groups have one id", record["id"])
        groups[record["id"]] = read_group(path, record, countries)
        check_phrases(path, record, groups[record["id"]], phrases)
    for path, record in extra:
        if record.get("id") not in groups:
            raise broken(path, record, "a group has no name", record.get("id"), "name")
        check_phrases(path, record, groups[record["id"]], phrases)
    return groups


def check_phrases(
    path: Path, record: Mapping[str, Any], group: Group, phrases: dict[tuple[str, str], Group]
) -> None:
    """Raise `ContentInvalid` where two groups of one country and time share a phrase; one that took over the name of
    another may overlap with it for a while."""
    for text in record.get("words", ()):
        words = text.replace("-", " ")
        for country in group.countries:
            other = phrases.setdefault((words, country), group)
            if other.id != group.id and together(other, group) > SUCCESSION:
                raise broken(path, record, f"{other.id} of {country} has the same phrase", text)


def together(one: Group, other: Group) -> timedelta:
    """Return for how long two groups existed side by side."""
    return min(one.end, other.end) - max(one.start, other.start)


def read_group(path: Path, record: Mapping[str, Any], countries: frozenset[str]) -> Group:
    """Read and check one group."""
    if unknown := set(record) - GROUP_KEYS:
        raise broken(path, record, f"unknown keys {sorted(unknown)}", record["id"])
    homes = record.get("country")
    if not isinstance(homes, list) or not homes or not set(homes) <= countries:
        raise broken(path, record, "its countries are missing or unknown", homes, "names of terms/country")
    if record.get("inter") not in INTERS:
        raise broken(path, record, "its inter is missing or unknown", record.get("inter"), ", ".join(INTERS))
    if record.get("basis") not in BASES:
        raise broken(path, record, "it has no known basis", record.get("basis"), ", ".join(BASES))
    body = record.get("of", "")
    if (record["inter"] == "State forces") != (body in BODIES):
        raise broken(path, record, "state forces and no others have `of`", body, ", ".join(BODIES))
    start, end = read_span(path, record, record)
    return Group(
        record["id"],
        record["name"],
        tuple(homes),
        record["inter"],
        start,
        end,
        body,
        record.get("unit", unit_of(record["name"])) if body else "",
        tuple(read_phase(path, record, phase) for phase in record.get("phases", ())),
        record.get("names", {}),
        "party" in record.get("tags", ()),
    )


def unit_of(name: str) -> str:
    """Return what a name writes behind the forces that it is of: without short form and country."""
    return (name.partition(": ")[2] or name).partition(" (")[0]


def read_phase(path: Path, record: Mapping[str, Any], phase: Mapping[str, Any]) -> Phase:
    """Read and check one phase of a group."""
    start, end = read_span(path, record, phase)
    body, inter = phase.get("of", ""), phase.get("inter", "State forces" if phase.get("of") else "")
    if inter not in INTERS or (body and body not in BODIES):
        raise broken(path, record, "a phase is malformed", dict(phase), "from, to, and of or inter")
    return Phase(start, end, inter, body, phase.get("unit", ""))


def read_span(path: Path, record: Mapping[str, Any], dated: Mapping[str, Any]) -> tuple[date, date]:
    """Return when something began and ended; years stand for their first and last day."""
    start, end = dated.get("from", date.min), dated.get("to", date.max)
    start = date(start, 1, 1) if isinstance(start, int) and 0 < start < 9999 else start
    end = date(end, 12, 31) if isinstance(end, int) and 0 < end < 9999 else end
    if not isinstance(start, date) or not isinstance(end, date) or start > end:
        raise broken(
            path, record, "its years are malformed", f"{start} to {end}", "from and to, years or days"
        )
    return start, end


def broken(
    path: Path, record: Mapping[str, Any], message: str, value: object, expected: str | None = None
) -> errors.ContentInvalid:
    """Return the error for a malformed entry, with the line on which it stands."""
    line = next(
        (
            number
            for number, text in enumerate(path.read_text("utf8").splitlines(), 1)
            if f"id: {record.get('id')}," in text and ("name" not in record or "name:" in text)
        ),
        None,
    )
    return errors.ContentInvalid(
        message, file=path, line=line, field=str(record.get("id", "")), value=value, expected=expected
    )
