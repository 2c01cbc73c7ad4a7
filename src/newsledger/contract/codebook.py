"""What does the codebook say? Written from the contract, so that it cannot drift from what is checked."""

import re
from collections.abc import Callable
from pathlib import Path

from newsledger.content import schema_folder
from newsledger.contract.column import Column, Table, Term
from newsledger.contract.load import Contract, load_contract, version_folder
from newsledger.errors import ContentInvalid

RULES = "coding-rules.md"
HEADING = re.compile(r"^#{2,3} (\d+(?:\.\d+)*) \S", re.MULTILINE)
COMMAND = "newsledger schema docs --write"


def coding_sections(version: str | None = None) -> frozenset[str]:
    """Return the section numbers of coding-rules.md ("1", "2", "2.1" …) of a version, the newest if None.

    ContentInvalid if the page is absent or a number stands twice.
    """
    numbers = HEADING.findall(coding_rules(version))
    twice = sorted({n for n in numbers if numbers.count(n) > 1})
    if twice:
        raise ContentInvalid(
            "a section number stands twice", file=version_folder(version) / RULES, value=", ".join(twice)
        )
    return frozenset(numbers)


def coding_rules(version: str | None = None) -> str:
    """Return the page coding-rules.md of a version, the newest if None; ContentInvalid if it is absent."""
    page = version_folder(version) / RULES
    if not page.is_file():
        raise ContentInvalid("is not there", file=page)
    return page.read_text(encoding="utf-8")


def codebook(contract: Contract, rules_page: str = "") -> str:
    """Return the codebook of `contract` as Markdown: every table, column and closed list.

    `rules_page` is where the coding rules lie from the codebook's place; empty: as in `schema/`.
    """
    if rules_page:
        origin = f"Written from version {contract.version} of the contract of Newsledger."
    else:
        origin = f"Written from `schema/{contract.version}/` by `{COMMAND}`; do not edit it by hand."
    rules_page = rules_page or f"{contract.version}/{RULES}"
    tables = data_tables(contract)
    parts = [
        f"# Codebook, version {contract.version}",
        f"{origin} What a row means is told in [coding rules]({rules_page}), whose sections are cited here.",
        "Files are UTF-8 CSV with LF line ends, and Parquet with the same content. "
        "An empty cell is a missing value; what it means is said for each column. Dates are ISO 8601.",
        "## Tables",
        "\n".join(f"- [{t.name}](#{t.name}): {t.title.lower()}, {len(t.columns)} columns" for t in tables),
        *(_table(t) for t in tables),
        "## Closed lists",
        "A column that names a closed list holds only its values. Each list is a table of the release too, "
        "`terms/<list>`.",
        *(_terms(name, contract) for name in sorted(contract.terms)),
    ]
    return "\n\n".join(parts) + "\n"


def data_tables(contract: Contract) -> list[Table]:
    """Return the tables of `contract` but the closed lists, in the order in which a reader wants them."""
    ordered = sorted(contract.tables.items(), key=_events_first)
    return [table for name, table in ordered if not name.startswith("terms/")]


def _events_first(item: tuple[str, Table]) -> tuple[int, str]:
    order = ("events", "reports", "evidence", "uncoded", "articles")
    return (order.index(item[0]) if item[0] in order else len(order), item[0])


def _table(table: Table) -> str:
    lines = [
        f"## {table.name}",
        table.description,
        f"Key: {_codes(table.key)}. Order of rows: {_codes(table.sort)}.",
    ]
    lines += [
        f"{_codes(k.fields)} refers to {_codes(k.references)} of [{k.table}](#{k.table})."
        for k in table.foreign_keys
    ]
    return "\n\n".join([*lines, *(_column(n, c) for n, c in enumerate(table.columns, 1))])


def _column(number: int, column: Column) -> str:
    lines = [
        f"### {number}. `{column.name}`",
        f"**{column.title}.** {column.description}",
        "\n".join(
            f"- {title}: {said}"
            for title, said in (
                ("type", column.type),
                ("unit", column.unit),
                ("rules", ", ".join(column_rules(column, _list_link, _code))),
                ("empty", column.missing),
                ("example", f"`{column.example}`"),
                ("since", column.since),
            )
            if said
        ),
    ]
    return "\n\n".join(lines)


def column_rules(column: Column, listed: Callable[[str], str], code: Callable[[str], str]) -> list[str]:
    """Return every rule that a cell of `column` obeys, in words.

    `listed` makes the link to a closed list from its name, `code` marks a text to be taken literally.
    """
    found = ["required"] if column.required else []
    if column.unique:
        found.append("unique")
    if column.terms:
        found.append(f"closed list {listed(column.terms)}")
    if column.separator:
        found.append(f"several values joined by {code(column.separator)}")
    if column.minimum is not None:
        found.append(f"at least {column.minimum}")
    if column.maximum is not None:
        found.append(f"at most {column.maximum}")
    if column.pattern:
        found.append(f"pattern {code(column.pattern)}")
    if column.max_length is not None:
        found.append(f"at most {column.max_length} characters")
    if column.decimals is not None:
        found.append(f"{column.decimals} decimals")
    return found


def _list_link(name: str) -> str:
    return f"[{name}](#{name})"


def _code(text: str) -> str:
    return f"`{text}`"


def _codes(names: tuple[str, ...]) -> str:
    return ", ".join(_code(n) for n in names)


def _terms(name: str, contract: Contract) -> str:
    table = contract.tables[f"terms/{name}"]
    heads = [c.name for c in table.columns]
    rows = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    rows += [f"| {' | '.join(_cell(term, head) for head in heads)} |" for term in contract.terms[name]]
    extra = [f"- `{c.name}`: {c.description}" for c in table.columns[2:]]
    return "\n\n".join(
        [f"### {name}", table.description, *(["\n".join(extra)] if extra else []), "\n".join(rows)]
    )


def _cell(term: Term, head: str) -> str:
    return term_cell(term, head).replace("|", "\\|")


def term_cell(term: Term, head: str) -> str:
    """Return what a term says under one column of its list, as text; nothing where it says nothing."""
    return str({"value": term.value, "meaning": term.meaning, **term.data}.get(head, ""))


def write_docs(check: bool) -> list[Path]:
    """Return the documentation pages that are out of date; unless `check`, bring them up to date.

    Today that is `schema/CODEBOOK.md`, for the newest version of the contract.
    """
    stale: list[Path] = []
    for path, text in ((schema_folder() / "CODEBOOK.md", codebook(load_contract())),):
        if path.is_file() and path.read_bytes() == text.encode("utf-8"):
            continue
        stale.append(path)
        if not check:
            path.write_bytes(text.encode("utf-8"))
    return stale


def outdated_message(stale: list[Path]) -> str:
    """Return what to tell a user about pages that are out of date: which, and the command that mends them."""
    return f"out of date: {', '.join(str(p) for p in stale)}; run `{COMMAND}`"
