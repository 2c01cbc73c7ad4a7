"""What can go wrong, and how is it mended? The page docs/errors.md, made from the catalogues."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsledger.errors import ContentInvalid, NewsledgerError
from newsledger.validation.checks import Check, load_checks
from newsledger.validation.kinds import KINDS, Kind
from newsledger.validation.yaml_lines import read_yaml_lines

EXAMPLES = "examples/errors.yaml"
INTRODUCTION = """\
# Errors and findings

Written by `newsledger schema docs --write`; do not edit it by hand.

An error ends a command, with the exit code that stands with it: 1, the data are invalid or a gate held; 2, wrong
use; 3 is a fault of ours and has no code. A finding of `newsledger validate` names file, line, column, value and
rule. Every example below is what is really said, which a test holds against the program."""
FINDINGS = """\
## Findings of `newsledger validate`

Errors make the exit code 1; warnings and notes do not. One finding stands for all cells of a column that break one
rule; it says how many, and shows the first."""
CHECKS = """\
## Checks across cells, rows and tables

They are data, in `validation/checks`; what stands in braces is filled in from the row."""


@dataclass(frozen=True, slots=True)
class Example:
    """How an error comes about: files, the commands that are run, and what the last of them says."""

    code: str
    run: tuple[str, ...]
    says: str
    files: Mapping[str, str]


def read_examples(path: Path) -> tuple[Example, ...]:
    """Return the examples of errors in a YAML file; ContentInvalid if it is malformed."""
    data: Any = read_yaml_lines(path)[0]
    try:
        return tuple(Example(e["code"], tuple(e["run"]), e["says"], e.get("files") or {}) for e in data)
    except (TypeError, KeyError) as problem:
        raise ContentInvalid(f"an example is malformed: {problem}", file=path) from None


def error_page(errors: Sequence[type[NewsledgerError]], examples: Iterable[Example]) -> str:
    """Return the page as Markdown: the errors that end a command, the kinds of findings, and the checks."""
    by_code = {e.code: e for e in examples}
    parts = [
        INTRODUCTION,
        "## Errors of a command",
        *(_error(error, by_code.get(error.code)) for error in errors),
        FINDINGS,
        *(_kind(kind) for kind in sorted(KINDS.values(), key=lambda k: k.code)),
        CHECKS,
        *(_check(check) for check in load_checks()),
    ]
    return "\n\n".join(parts) + "\n"


def _error(error: type[NewsledgerError], example: Example | None) -> str:
    lines = [
        f"### {error.code} {error.title}",
        f"Exit code {error.exit_code}. {error.cause} *How to mend it:* {error.mend}",
    ]
    if example is not None:
        shown = [f"$ {line}" for line in example.run] + [f"error {error.code}: {example.says}"]
        lines.append("```text\n" + "\n".join(shown) + "\n```")
    return "\n\n".join(lines)


def _kind(kind: Kind) -> str:
    return "\n\n".join(
        [
            f"### {kind.code} {kind.title} ({kind.severity})",
            f"{kind.cause} *How to mend it:* {kind.mend}",
            f"```text\n{kind.example}\n```",
        ]
    )


def _check(check: Check) -> str:
    tables = ", ".join("every table" if t == "*" else t for t in check.tables)
    return "\n\n".join(
        [
            f"### {check.code} {check.title} ({check.severity})",
            f"In {tables}, by {check.because}.",
            f"```text\n{check.message}\n```",
        ]
    )
