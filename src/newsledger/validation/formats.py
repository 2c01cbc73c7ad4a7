"""How are findings told? As text for people, JSON, JUnit XML, GitHub annotations, and SARIF for machines."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from newsledger import __version__
from newsledger.errors import printable
from newsledger.validation.findings import Finding, Findings
from newsledger.validation.kinds import KINDS

SARIF_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
GITHUB_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
MARKS = {"error": "✗", "warning": "!", "info": "·"}
STYLES = {"error": "red", "warning": "yellow", "info": "dim"}


def as_text(findings: Findings, what: str) -> str:
    """Return findings as plain text, one per line with its examples below, and a summary."""
    lines = []
    for f in findings:
        more = f" ({f.count} times)" if f.count > 1 else ""
        column = f" {f.column}:" if f.column else ""
        lines.append(f"{MARKS[f.severity]} {f.code} {f.place}:{column} {f.message}{more}")
        if f.count > 1:
            lines += [f"    {example}" for example in f.examples]
    lines += [f"  … {n} more {s}s {code} in {file}" for (s, code, file), n in findings.left_out.items()]
    lines += [f"  {looked}" for looked in findings.checked] if findings.ok else []
    verdict = "valid" if findings.ok else "invalid"
    lines.append(f"{what}: {verdict}, {findings.summary()}")
    return "\n".join(map(printable, lines)) + "\n"  # the name of a file may hold anything


def print_rich(findings: Findings, what: str) -> None:
    """Print findings to a terminal, with colours and a table."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    if len(findings):
        table = Table(box=None, pad_edge=False, expand=True)
        for heading in ("", "code", "where", "what"):
            table.add_column(
                heading, overflow="fold", no_wrap=heading == "code", ratio=1 if heading == "what" else None
            )
        for f in findings:
            where = "\n".join(printable(part) for part in (f.place, f.column) if part)
            examples = "".join(f"\n  {printable(e)}" for e in f.examples) if f.count > 1 else ""
            told = printable(f.message) + (f" ({f.count} times)" if f.count > 1 else "") + examples
            style = STYLES[f.severity]
            table.add_row(
                Text(MARKS[f.severity], style=style), Text(f.code, style=style), Text(where), Text(told)
            )
        console.print(table)
    else:
        for looked in findings.checked:
            console.print(Text(f"  {printable(looked)}", style="dim"))
    verdict = Text("valid", style="green") if findings.ok else Text("invalid", style="bold red")
    console.print(Text.assemble(f"{printable(what)}: ", verdict, f", {findings.summary()}"))


def as_json(findings: Findings, what: str) -> str:
    """Return findings as one JSON object: what, valid, counts, checked, findings, and what was left out."""
    data = {
        "what": what,
        "valid": findings.ok,
        "errors": len(findings.errors),
        "warnings": len(findings.warnings),
        "checked": findings.checked,
        "findings": [asdict(f) for f in findings],
        "left_out": [
            {"severity": severity, "code": code, "file": file, "count": count}
            for (severity, code, file), count in findings.left_out.items()
        ],
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def as_junit(findings: Findings, what: str) -> str:
    """Return findings as JUnit XML: a test case per rule that failed, one that passed if none did."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for f in findings:
        groups.setdefault((f.file or what, f"{f.code} {f.title}"), []).append(f)
    failed = sum(any(f.severity == "error" for f in fs) for fs in groups.values())
    count = len(groups) or 1
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites tests="{count}" failures="{failed}">',
        f'  <testsuite name="newsledger validate" tests="{count}" failures="{failed}" errors="0">',
    ]
    if not groups:
        lines.append(f'    <testcase classname={quoteattr(_xml(what))} name="valid"/>')
    for (file, name), fs in groups.items():
        lines.append(f"    <testcase classname={quoteattr(_xml(file))} name={quoteattr(_xml(name))}>")
        told = _xml("\n".join(str(f) for f in fs))
        if any(f.severity == "error" for f in fs):
            lines.append(f"      <failure message={quoteattr(_xml(fs[0].message))}>{escape(told)}</failure>")
        else:
            lines.append(f"      <system-out>{escape(told)}</system-out>")
        lines.append("    </testcase>")
    return "\n".join([*lines, "  </testsuite>", "</testsuites>"]) + "\n"


def _xml(text: str) -> str:
    """Return text without the characters that XML cannot hold."""
    return "".join(c for c in text if c in "\t\n" or _holdable(c))


def _holdable(character: str) -> bool:
    return character >= " " and not "\ud800" <= character <= "\udfff" and character not in "\ufffe\uffff"


def as_github(findings: Findings, what: str) -> str:
    """Return findings as workflow commands of GitHub, which annotate the lines of files."""
    lines = []
    for f in findings:
        place = [f"file={_property(f.file)}"] if f.file else []
        place += [f"line={f.line}"] if f.line is not None else []
        place.append(f"title={_property(f'{f.code} {f.title}')}")
        column = f"{f.column}: " if f.column else ""
        more = f" ({f.count} times)" if f.count > 1 else ""
        lines.append(
            f"::{GITHUB_LEVELS[f.severity]} {','.join(place)}::{_data(f'{column}{f.message}{more}')}"
        )
    lines.append(f"{_data(what)}: {'valid' if findings.ok else 'invalid'}, {findings.summary()}")
    return "\n".join(lines) + "\n"


def _data(text: str) -> str:
    lines = text.replace("%", "%25").replace("\r", "%0D").split("\n")
    return "%0A".join(map(printable, lines))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(findings: Findings, what: str) -> str:
    """Return findings as SARIF 2.1.0, a result for each."""
    rules: dict[str, Mapping[str, Any]] = {}
    for f in findings:
        rules.setdefault(f.code, _rule(f))
    run = {
        "tool": {"driver": {"name": "newsledger", "version": __version__, "rules": list(rules.values())}},
        "results": [_result(f) for f in findings],
        "properties": {"what": what, "checked": findings.checked},
    }
    data = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _rule(f: Finding) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": f.code, "shortDescription": {"text": f.title}}
    if f.code in KINDS:
        rule["help"] = {"text": KINDS[f.code].mend}
    return rule


def _result(f: Finding) -> dict[str, Any]:
    column = f"{f.column}: " if f.column else ""
    result: dict[str, Any] = {
        "ruleId": f.code,
        "level": SARIF_LEVELS[f.severity],
        "message": {"text": f"{column}{f.message}"},
        "occurrenceCount": f.count,
    }
    if f.file:
        place: dict[str, Any] = {"artifactLocation": {"uri": quote(f.file, errors="replace")}}
        if f.line is not None:
            place["region"] = {"startLine": f.line}
        result["locations"] = [{"physicalLocation": place}]
    return result


FORMATS: Mapping[str, Callable[[Findings, str], str]] = {
    "text": as_text,
    "json": as_json,
    "junit": as_junit,
    "github": as_github,
    "sarif": as_sarif,
}
"""The formats of `newsledger validate --format`; on a terminal `text` is told by `print_rich`."""
