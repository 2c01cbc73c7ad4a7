"""What differs between two versions of the contract, and how grave is it?

MAJOR is what can make a script or a validator that knows the old version fail, or a value mean something else:
a column added, removed, moved, renamed or of another type, a stricter rule, a value that left a closed list,
another key. MINOR is what only allows more: a table more, a value more, a looser rule. PATCH is words. These
are the rules that the Data Package standard gives for versions of data.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Literal, get_args

from newsledger.contract.codebook import HEADING, RULES
from newsledger.contract.column import Column, Table, Term
from newsledger.contract.document_difference import document_differences
from newsledger.contract.documents import SUFFIX
from newsledger.contract.load import Contract, read_contract

Grade = Literal["MAJOR", "MINOR", "PATCH"]
GRADES: tuple[Grade, ...] = get_args(Grade)
WORDS = ("title", "description", "missing", "example", "since")
CHANGED_MEANING = ("type", "unit", "separator", "decimals", "pattern")
_NUMBER = re.compile(r"([0-9]+)\.([0-9]+)\.([0-9]+)")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: how grave it is, where it stands, and what it is."""

    grade: Grade
    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.grade} {self.place}: {self.what}"


def schema_differences(old: Path, new: Path) -> list[Difference]:
    """Return what differs between two folders of the contract, gravest first, then by place.

    ContentInvalid if one of them is malformed.
    """
    before, after = read_contract(old), read_contract(new)
    found = [
        *contract_differences(before, after),
        *(Difference(*d) for d in _documents(old, new)),
        *_rules(old, new),
    ]
    return sorted(found, key=lambda d: (GRADES.index(d.grade), d.place, d.what))


def contract_differences(old: Contract, new: Contract) -> Iterator[Difference]:
    """Yield what differs between two versions: tables, columns, keys and closed lists."""
    for name in dict.fromkeys(chain(old.tables, new.tables)):
        if name not in new.tables:
            yield Difference("MAJOR", name, "the table was removed")
        elif name not in old.tables:
            yield Difference("MINOR", name, "the table was added")
        else:
            yield from _table(old.tables[name], new.tables[name])
    for name in dict.fromkeys(chain(old.terms, new.terms)):
        if name in old.terms and name in new.terms:
            yield from _terms(f"terms/{name}", old.terms[name], new.terms[name])


def _table(old: Table, new: Table) -> Iterator[Difference]:
    if (old.title, old.description) != (new.title, new.description):
        yield Difference("PATCH", old.name, "the words on the table changed")
    for what in ("key", "sort", "foreign_keys"):
        if getattr(old, what) != getattr(new, what):
            yield Difference("MAJOR", old.name, f"its {what.replace('_', ' ')} changed")
    kept = [n for n in old.names if n in new.names]
    if kept != [n for n in new.names if n in old.names]:
        yield Difference("MAJOR", old.name, "the order of its columns changed")
    for name in dict.fromkeys((*old.names, *new.names)):
        place = f"{old.name}.{name}"
        if name not in new.names:
            yield Difference("MAJOR", place, "the column was removed")
        elif name not in old.names:
            yield Difference("MAJOR", place, "the column was added")
        else:
            yield from _column(place, old.column(name), new.column(name))


def _column(place: str, old: Column, new: Column) -> Iterator[Difference]:
    for what in CHANGED_MEANING:
        before, after = getattr(old, what), getattr(new, what)
        if before != after:
            yield Difference(_of_rule(what, before, after), place, _told(what, before, after))
    for what in ("required", "unique"):
        if getattr(old, what) != getattr(new, what):
            grade: Grade = "MAJOR" if getattr(new, what) else "MINOR"
            yield Difference(grade, place, _told(what, getattr(old, what), getattr(new, what)))
    for what, sign in (("minimum", 1), ("maximum", -1), ("max_length", -1)):
        before, after = getattr(old, what), getattr(new, what)
        if before != after:
            yield Difference(_of_bound(before, after, sign), place, _told(what, before, after))
    if old.terms != new.terms:
        yield Difference("MINOR" if not new.terms else "MAJOR", place, _told("terms", old.terms, new.terms))
    for what in WORDS:
        if getattr(old, what) != getattr(new, what):
            yield Difference("PATCH", place, f"its {what} changed")


def _of_rule(what: str, before: Any, after: Any) -> Grade:
    """A pattern that is gone allows more; whether another one does cannot be told."""
    return "MINOR" if what == "pattern" and before and not after else "MAJOR"


def _of_bound(before: Any, after: Any, sign: int) -> Grade:
    if after is None:
        return "MINOR"
    if before is None or type(before) is not type(after):
        return "MAJOR"
    return "MAJOR" if (after > before) == (sign > 0) else "MINOR"


def _told(what: str, before: Any, after: Any) -> str:
    def shown(value: Any) -> str:
        return "none" if value is None or value == "" else str(value)

    return f"{what.replace('_', ' ')} {shown(before)} became {shown(after)}"


def _terms(place: str, old: tuple[Term, ...], new: tuple[Term, ...]) -> Iterator[Difference]:
    before, after = {t.value: t for t in old}, {t.value: t for t in new}
    for value in dict.fromkeys(chain(before, after)):
        if value not in after:
            yield Difference("MAJOR", place, f"the value {value} was removed")
        elif value not in before:
            yield Difference("MINOR", place, f"the value {value} was added")
        elif dict(before[value].data) != dict(after[value].data):
            yield Difference("MAJOR", place, f"what hangs on the value {value} changed")
        elif before[value].meaning != after[value].meaning:
            yield Difference("PATCH", place, f"the words on the value {value} changed")


def _documents(old: Path, new: Path) -> Iterator[tuple[Grade, str, str]]:
    names = {p.name for folder in (old, new) for p in folder.glob(f"*{SUFFIX}")}
    for name in sorted(names):
        if not (new / name).is_file():
            yield "MAJOR", name, "the document was removed"
        elif not (old / name).is_file():
            yield "MINOR", name, "the document was added"
        else:
            yield from document_differences(old / name, new / name)


def _rules(old: Path, new: Path) -> Iterator[Difference]:
    before, after = ((folder / RULES).read_text(encoding="utf-8") for folder in (old, new))
    gone = sorted({*HEADING.findall(before)} - {*HEADING.findall(after)})
    for number in gone:
        yield Difference("MAJOR", RULES, f"section {number} was removed")
    if before != after and not gone:
        yield Difference("PATCH", RULES, "its text changed; whether a row means something else, people judge")


def gravest(found: list[Difference]) -> Grade | None:
    """Return the gravest grade of some differences, None if there are none."""
    return min((d.grade for d in found), key=GRADES.index, default=None)


def enough(old: str, new: str, grade: Grade | None) -> bool:
    """Return whether the number of a new version says what its differences demand (SemVer).

    Below 1.0.0 the second number counts what is MAJOR, the third all else. A version that is no number of
    three parts, such as the folder of a draft, says nothing and is let through.
    """
    before, after = (_NUMBER.fullmatch(v) for v in (old, new))
    if before is None or after is None:
        return True
    (a, b, c), (x, y, z) = ([int(n) for n in m.groups()] for m in (before, after))
    if grade is None:
        return (x, y, z) >= (a, b, c)
    if grade == "MAJOR":
        return x > a or (x == a == 0 and y > b)
    if grade == "MINOR" and a:
        return (x, y) > (a, b)
    return (x, y, z) > (a, b, c)
