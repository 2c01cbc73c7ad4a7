"""Which contract holds? Reads all of `schema/<version>/` once and keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from newsledger.content import schema_folder
from newsledger.contract.column import Table, Term
from newsledger.contract.parse import parse_table, parse_terms, raw_columns, read_yaml, terms_table
from newsledger.errors import ContentInvalid, UsageError


@dataclass(frozen=True, slots=True)
class Contract:
    """All tables and closed lists of one version of the schema.

    `tables` holds the data tables and, under `terms/<list>`, one table for each closed list; `terms` holds
    the values of the lists under their bare names.
    """

    version: str
    tables: Mapping[str, Table]
    terms: Mapping[str, tuple[Term, ...]]

    def values(self, name: str) -> tuple[str, ...]:
        """Return the values of the closed list `name`, in the order of its file; KeyError if there is no such
        list.
        """
        return tuple(t.value for t in self.terms[name])

    def term(self, name: str, value: str) -> Term:
        """Return the term `value` of the closed list `name`; KeyError if the list or the value is unknown."""
        for t in self.terms[name]:
            if t.value == value:
                return t
        raise KeyError(f"terms/{name} has no value {value}")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def versions() -> tuple[str, ...]:
    """Return the versions of the contract that lie in `schema/`, oldest first; ContentInvalid if there is
    none.
    """
    folder = schema_folder()
    found = [
        p.name for p in folder.glob("*.*.*") if p.is_dir() and all(n.isdigit() for n in p.name.split("."))
    ]
    if not found:
        raise ContentInvalid(
            "holds no version of the contract", file=folder, expected="a folder such as 0.1.0"
        )
    return tuple(sorted(found, key=_numbers))


def version_folder(version: str | None = None) -> Path:
    """Return the folder of a version of the contract, the newest if None; UsageError if it does not exist."""
    known = versions()
    if version is None:
        return schema_folder() / known[-1]
    if version not in known:
        raise UsageError("unknown version of the contract", value=version, expected=" or ".join(known))
    return schema_folder() / version


def contract_folder(name: str) -> Path:
    """Return the folder of a version of the contract, or the folder `name` itself if it looks like one.

    UsageError if it is neither.
    """
    path = Path(name)
    if (path / "events.yaml").is_file() and (path / "terms").is_dir():
        return path.resolve()
    return version_folder(name)


def load_contract(version: str | None = None) -> Contract:
    """Return the contract of `version`, the newest if None; read once per process.

    Raises ContentInvalid with file and entry where the YAML is malformed, UsageError for an unknown version.
    """
    return read_contract(version_folder(version))


@cache
def read_contract(folder: Path) -> Contract:
    """Return the contract that lies in `folder` (whose name is its version); ContentInvalid names file and
    entry.
    """
    lists = {p: read_yaml(p) for p in sorted((folder / "terms").glob("*.yaml"))}
    terms = {p.stem: parse_terms(data, p) for p, data in lists.items()}
    files = {p: read_yaml(p) for p in sorted(folder.glob("*.yaml"))}
    raw = {p.stem: raw_columns(data, p) for p, data in files.items()}
    tables = {p.stem: parse_table(data, p, raw) for p, data in files.items()}
    tables |= {f"terms/{p.stem}": terms_table(data, p) for p, data in lists.items()}
    for table in tables.values():
        _check_table(table, terms, folder)
    return Contract(folder.name, MappingProxyType(tables), MappingProxyType(terms))


def _check_table(table: Table, terms: Mapping[str, tuple[Term, ...]], folder: Path) -> None:
    """Refuse what only the whole contract can tell: a list that is not there, a key that could be empty."""
    file = folder / f"{table.name}.yaml"
    for column in table.columns:
        if column.terms and column.terms not in terms:
            raise ContentInvalid(
                "names an unknown closed list", file=file, field=column.name, value=column.terms
            )
        if column.name in table.key and not column.required:
            raise ContentInvalid("a column of the key may be empty", file=file, field=column.name)
    if not set(table.key) <= set(table.sort):
        raise ContentInvalid(
            "the sort does not hold the key, so ties are possible", file=file, value=table.sort
        )
