"""What does frictionless find in these tables? Run in our process for tables of ours, else in one of its own:
`python -m … < request`, since a table of strangers may take it for ever.

The request is an object of JSON with `package` (a descriptor), `folder`, and `patterns` by table and field.
The answer is one object of JSON a line: `{"at": TABLE, "rows": N}` now and then, one for each kind of error in
a field, and `{"done": true}`.
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from newsledger.validation.linear_patterns import LinearPatterns

ADDRESS_SPACE: Final = 8 * 1024**3
"""Bytes; where the system knows such a limit, more memory than that ends this process only."""
HEARTBEAT: Final = 2_000
"""Rows between two signs of life."""
EXAMPLES: Final = 5
ALREADY_SAID: Final = frozenset({"hash-count", "byte-count"})
Beat = Callable[[str, int], None]


def opinions(
    package: Mapping[str, Any],
    folder: str,
    beat: Beat,
    patterns: Mapping[str, Mapping[str, str]],
    *,
    metadata_only: bool = False,
) -> Iterator[dict[str, Any]]:
    """Yield what frictionless finds in the tables of a package: one object per table, kind and field.

    Every row is read; `beat` is told table and row now and then. `folder` is where the paths count from.
    `patterns` were taken out of the schemas of strangers, since frictionless' engine may take for ever over
    them; they are held against the same rows by one that cannot.
    """
    from frictionless import FrictionlessException, Package, system

    with system.use_context(trusted=False):
        try:
            loaded = Package.from_descriptor(dict(package), basepath=folder)
        except FrictionlessException as problem:
            for reason in (problem.reasons or [problem.error])[:EXAMPLES]:
                yield {"refused": reason.note}
            return
        for resource in [] if metadata_only else loaded.resources:
            beat(resource.name, 0)
            taken_out = LinearPatterns(patterns.get(resource.name, {}))
            try:
                yield from _of_resource(resource, beat, taken_out)
            except Exception as problem:  # what strangers write can break frictionless in any way
                why = (str(problem).splitlines() or [""])[0][:200]
                yield {"stopped": resource.name, "why": f"{type(problem).__name__} {why}"}
            for found in taken_out.findings():
                yield found | {"table": resource.name, "path": str(resource.path)}


def _of_resource(resource: Any, beat: Beat, patterns: LinearPatterns) -> Iterator[dict[str, Any]]:
    rows = 0

    def count(row: Any) -> None:
        nonlocal rows
        rows += 1
        patterns.look(row.row_number, row)
        if rows % HEARTBEAT == 0:
            beat(resource.name, rows)

    report = resource.validate(on_row=count)
    groups: dict[tuple[str, str], list[Any]] = {}
    for error in [*report.errors, *(e for task in report.tasks for e in task.errors)]:
        if error.type not in ALREADY_SAID:
            groups.setdefault((error.type, getattr(error, "field_name", "") or ""), []).append(error)
    partial = any(task.warnings for task in report.tasks)
    for (kind, field), errors in groups.items():
        first = errors[0]
        yield {
            "table": resource.name,
            "path": str(resource.path),
            "kind": kind,
            "field": field,
            "title": first.title,
            "note": first.note,
            "cell": str(getattr(first, "cell", "")),
            "count": len(errors),
            "cut_off": partial,
            "examples": [[getattr(e, "row_number", None), e.note] for e in errors[:EXAMPLES]],
        }


def main() -> None:
    """Answer the request on standard input."""
    from newsledger.validation.parquet_decoder import bounded

    bounded(ADDRESS_SPACE)
    request = json.load(sys.stdin)

    def say(line: Mapping[str, Any]) -> None:
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()

    def beat(table: str, rows: int) -> None:
        say({"at": table, "rows": rows})

    for found in opinions(
        request["package"],
        request["folder"],
        beat,
        request["patterns"],
        metadata_only=request["metadata_only"],
    ):
        say(found)
    say({"done": True})


if __name__ == "__main__":
    main()
