"""The formats of findings are well-formed, whatever a finding says."""

import json
from xml.etree import ElementTree

import pytest

from newsledger.validation.findings import Finding, Findings
from newsledger.validation.formats import FORMATS, as_github, as_json, as_junit, as_sarif, as_text, print_rich

HOSTILE = 'a "quoted" <tag> & % : , \\x1b'


@pytest.fixture
def findings() -> Findings:
    return Findings(
        [
            Finding("E110", "A cell", f"is {HOSTILE}", file="data/events.csv", line=3, column="year", count=4,
                    examples=("line 3: 'x'", "line 9: 'y'"), rule="minimum 0", value="x"),
            Finding("V403", "Two rows", "a\nline break", severity="warning", file="a,b:c.csv"),
            Finding("E171", "Noted", "read otherwise", severity="info"),
        ],
        ["events: 6 rows"],
    )  # fmt: skip


def test_text_names_place_rule_and_examples(findings: Findings) -> None:
    text = as_text(findings, "release")
    assert "✗ E110 data/events.csv:3: year: is" in text
    assert "(4 times)" in text
    assert "    line 9: 'y'" in text
    assert text.endswith("release: invalid, 1 error, 1 warning\n")
    assert as_text(Findings(checked=["events: 6 rows"]), "release").startswith("  events: 6 rows\n")


def test_json_holds_everything(findings: Findings) -> None:
    data = json.loads(as_json(findings, "release"))
    assert (data["valid"], data["errors"], data["warnings"]) == (False, 1, 1)
    assert data["findings"][0]["line"] == 3
    assert data["findings"][0]["examples"] == ["line 3: 'x'", "line 9: 'y'"]


def test_junit_counts_failures(findings: Findings) -> None:
    suite = ElementTree.fromstring(as_junit(findings, "release"))
    assert (suite.get("tests"), suite.get("failures")) == ("3", "1")
    failure = suite.find(".//failure")
    assert failure is not None
    assert HOSTILE in str(failure.get("message"))
    clean = ElementTree.fromstring(as_junit(Findings(), "release"))
    assert (clean.get("tests"), clean.get("failures")) == ("1", "0")


def test_junit_can_hold_any_character() -> None:
    ElementTree.fromstring(
        as_junit(Findings([Finding("E110", "x", "a\x00\x1b\ufffe\ud800b")]), "x").replace("\ud800", "")
    )


def test_github_escapes_what_would_end_the_command(findings: Findings) -> None:
    lines = as_github(findings, "release").splitlines()
    assert lines[0].startswith("::error file=data/events.csv,line=3,title=E110 A cell::year: is ")
    assert lines[1] == "::warning file=a%2Cb%3Ac.csv,title=V403 Two rows::a%0Aline break"
    assert lines[2].startswith("::notice title=")
    assert len(lines) == 4


def test_sarif_has_a_rule_for_each_result(findings: Findings) -> None:
    run = json.loads(as_sarif(findings, "release"))["runs"][0]
    rules = {r["id"] for r in run["tool"]["driver"]["rules"]}
    assert [r["ruleId"] for r in run["results"]] == ["E110", "V403", "E171"]
    assert {r["ruleId"] for r in run["results"]} <= rules
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 3}
    assert [r["level"] for r in run["results"]] == ["error", "warning", "note"]


def test_a_terminal_gets_a_table(findings: Findings, capsys: pytest.CaptureFixture[str]) -> None:
    print_rich(findings, "release")
    shown = capsys.readouterr().out
    assert "E110" in shown
    assert "invalid" in shown


def test_every_format_of_the_command_line_is_there() -> None:
    assert set(FORMATS) == {"text", "json", "junit", "github", "sarif"}


def test_a_hostile_name_of_a_file_steers_no_log() -> None:
    name = "a\x1b]0;pwned\x07\n::error::forged"
    findings = Findings([Finding("E110", "t", "wrong", file=name, line=2)])
    for form in ("text", "github"):
        told = FORMATS[form](findings, name)
        assert all(c.isprintable() or c == "\n" for c in told)
        assert not [line for line in told.splitlines() if line.startswith("::error::forged")]
