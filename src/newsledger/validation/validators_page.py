"""Who checks what? The page docs/validators.md, made from the contract, its rules and the checks."""

from collections import Counter
from collections.abc import Iterable, Iterator

from newsledger.contract.agreement import COLUMN_RULES, TABLE_RULES, Seen
from newsledger.contract.load import Contract
from newsledger.contract.rules import constraints
from newsledger.validation.checks import load_checks

HEADS = "| what breaks | pandera | frictionless | JSON Schema | told as |\n|---|:-:|:-:|:-:|---|"
INTRODUCTION = """\
# Who checks what

Written by `newsledger schema docs --write`; do not edit it by hand.

Every rule stands once, in `schema/`. The row checks of pandera, the Table Schema that frictionless reads, and the
JSON Schema of a row are made from it. They cannot all say the same, so this page says who sees what. A test
generates rows that keep each rule and rows that break it, and holds every ✓ and every – below against what the
libraries really say. What none of them sees, a check of ours does."""


def validators_page(contract: Contract) -> str:
    """Return the page as Markdown."""
    used = _used(contract)
    columns = [HEADS, *(_row(seen, used[kind]) for kind, seen in COLUMN_RULES.items())]
    files = [HEADS, *(_row(seen) for seen in TABLE_RULES)]
    parts = [
        INTRODUCTION,
        f"## Rules of cells\n\nBehind each: in how many columns of the {len(contract.tables)} tables it holds.",
        "\n".join(columns),
        _notes(COLUMN_RULES.values()),
        "## Rules of tables and files",
        "\n".join(files),
        _notes(TABLE_RULES),
        "## Rules across columns, rows and tables",
        "These are data, in `validation/checks`. Errors keep a release from being published, warnings do not.",
        "\n".join(_checks()),
    ]
    return "\n\n".join(parts) + "\n"


def _used(contract: Contract) -> Counter[str]:
    counted: Counter[str] = Counter()
    for table in contract.tables.values():
        for column in table.columns:
            counted.update({rule.kind for rule in constraints(column, table, contract)})
            counted["required"] += column.required
    return counted


def _row(seen: Seen, times: int | None = None) -> str:
    what = seen.rule if times is None else f"{seen.rule} ({times})"
    marks = " | ".join("✓" if said else "–" for said in (seen.pandera, seen.frictionless, seen.json_schema))
    return f"| {what} | {marks} | {seen.code} |"


def _notes(rules: Iterable[Seen]) -> str:
    return "\n".join(dict.fromkeys(f"- {r.rule[:1].upper()}{r.rule[1:]}: {r.note}" for r in rules if r.note))


def _checks() -> Iterator[str]:
    yield "| code | weight | what breaks | tables | because |"
    yield "|---|---|---|---|---|"
    for check in load_checks():
        tables = ", ".join("every" if t == "*" else t for t in check.tables)
        yield f"| {check.code} | {check.severity} | {check.title} | {tables} | {check.because} |"
