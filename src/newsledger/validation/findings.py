"""What was found? One `Finding` per file, column and rule, with how often and a few examples."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from newsledger.errors import printable, shown

Severity = Literal["error", "warning", "info"]
Alike = tuple[str, str, str]
SEVERITIES: tuple[str, ...] = get_args(Severity)
EXAMPLES = 5
"""How many examples a finding carries at most: enough to see the pattern, few enough to read."""
MOST_ALIKE = 100
"""How many findings of one kind are kept for one file; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or worth a look.

    `line` is the line of the file (1 is the header of a CSV), `rule` what was broken, as `fatalities minimum
    0`; `count` says how many cells or rows broke it, `line`, `value` and `examples` show the first of them.
    """

    code: str
    title: str
    message: str
    severity: Severity = "error"
    file: str = ""
    line: int | None = None
    column: str = ""
    value: str = ""
    rule: str = ""
    count: int = 1
    examples: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Return `file:line` as far as both are known."""
        return self.file if self.line is None else f"{self.file}:{self.line}"

    def __str__(self) -> str:
        column = f"{self.column}: " if self.column else ""
        more = f" ({self.count} times)" if self.count > 1 else ""
        return printable(f"{self.place}: {column}{self.message}{more} [{self.code}]".removeprefix(": "))


@dataclass(slots=True)
class Findings:
    """All findings of one validation, in the order in which they were made, and what was looked at.

    Of one kind and file only the first hundred are kept; `left_out` counts the others by (severity, code,
    file).
    """

    found: list[Finding] = field(default_factory=list)
    checked: list[str] = field(default_factory=list)
    left_out: Counter[Alike] = field(default_factory=Counter)
    _kept: Counter[Alike] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._kept = Counter((f.severity, f.code, f.file) for f in self.found)

    def add(self, finding: Finding) -> None:
        """Add one finding."""
        alike = (finding.severity, finding.code, finding.file)
        if self._kept[alike] >= MOST_ALIKE:
            self.left_out[alike] += 1
            return
        self._kept[alike] += 1
        self.found.append(finding)

    def extend(self, more: "Iterable[Finding] | Findings") -> None:
        """Add findings; those of another `Findings` bring along what it looked at."""
        if isinstance(more, Findings):
            self.checked.extend(c for c in more.checked if c not in self.checked)
            self.left_out.update(more.left_out)
        for finding in more:
            self.add(finding)

    def below(self, folder: str) -> "Findings":
        """Return the same findings with their files named from further up, `folder` put before them."""
        moved = [replace(f, file=f"{folder}/{f.file}" if f.file else folder) for f in self.found]
        left = Counter({(s, code, f"{folder}/{file}"): n for (s, code, file), n in self.left_out.items()})
        return Findings(moved, list(self.checked), left)

    def looked_at(self, what: str) -> None:
        """Note that `what` (a file, with its rows) was checked, so that a pass says what it passed."""
        if what not in self.checked:
            self.checked.append(what)

    def of(self, severity: Severity) -> list[Finding]:
        """Return the findings of one severity."""
        return [f for f in self.found if f.severity == severity]

    @property
    def errors(self) -> list[Finding]:
        """Return the findings that make the data invalid."""
        return self.of("error")

    @property
    def warnings(self) -> list[Finding]:
        """Return the findings that are worth a look and stop nothing."""
        return self.of("warning")

    @property
    def ok(self) -> bool:
        """Return whether there is no error."""
        return not self.errors

    def codes(self) -> set[str]:
        """Return the codes that were found."""
        return {f.code for f in self.found}

    def summary(self) -> str:
        """Return the number of findings by severity, as `2 errors, 1 warning`."""
        parts = [(s, len(self.of(s))) for s in ("error", "warning")]
        more = f", {self.left_out.total()} more left out" if self.left_out else ""
        return ", ".join(f"{n} {s}{'' if n == 1 else 's'}" for s, n in parts) + more

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)


def example(value: object, line: int | None) -> str:
    """Return one example as `line 17: 'Demostrations'`, short and printable."""
    text = "empty" if value is None else shown(value)
    return text if line is None else f"line {line}: {text}"


def plain(value: object) -> str:
    """Return a value as short printable text without quotes, empty for None."""
    return "" if value is None else shown(value)[1:-1]
