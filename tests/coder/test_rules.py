"""Two ways: every rule codes its own sentences, and every condition of a rule is exercised by one."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from newsledger import content
from newsledger.coder import examples
from newsledger.coder.engine import Coder
from newsledger.coder.rules import Rules, read_rules
from newsledger.contract.load import load_contract

FOLDER = content.coder_folder() / "rules"
FILES = sorted(FOLDER.rglob("*.yaml"))


@cache
def coder() -> Coder:
    return Coder.load()


def rules_in(path: Path) -> Rules:
    return Rules(list(read_rules(path)))


def rule_file(folder: Path, text: str) -> Rules:
    """Return the rules of a file made for a test."""
    path = folder / "made.yaml"
    path.write_text(text, "utf8")
    return rules_in(path)


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_rule_file_codes_its_examples(path: Path) -> None:
    problems = examples.check_rules(coder(), rules_in(path))
    assert not problems, "\n".join(map(str, problems))


def test_every_sub_event_type_has_its_rule_file() -> None:
    terms = {t.value: t.data["event_type"] for t in load_contract().terms["sub-event-type"]}
    coded = {r.sub_event_type: r.event_type for r in Rules.load().all}
    assert coded == terms


def test_no_sentence_is_the_example_of_two_rules_that_exclude_each_other() -> None:
    seen: dict[str, str] = {}
    for rule in Rules.load().all:
        for match in rule.matches:
            assert seen.setdefault(match.text, rule.id) == rule.id
        assert not {m.text for m in rule.matches} & {m.text for m in rule.misses}


MADE = """
- id: made.rule
  codes: {{event_type: Violence against civilians, sub_event_type: Abduction/forced disappearance}}
  because: {because}
  rank: 990
  when: {when}
  matches:
    - {{text: "{match}", gives: {gives}}}
    - {{text: "Gunmen kidnapped a farmer near Kaduna on Monday."}}
    - {{text: "Gunmen kidnapped two teachers in Zamfara on Monday."}}
  misses:
    - {{text: "Police arrested a man in Kaduna on Monday.", because: an arrest}}
    - {{text: "{miss}", because: {reason}}}
"""
GOOD = {
    "because": "coding-rules 2.3",
    "when": "[{action: abduct}]",
    "match": "Gunmen kidnapped a priest in Kaduna on Tuesday.",
    "gives": "{location: Kaduna, event_date: 2024-06-11}",
    "miss": "Nobody was kidnapped in Kaduna on Monday.",
    "reason": "denied",
}


def problems(folder: Path, **changes: str) -> list[examples.Problem]:
    """Return what is wrong with a rule that is right but for `changes`, once it is the coder's own."""
    made = rule_file(folder, MADE.format(**(GOOD | changes)))
    knowledge = coder().knowledge
    all_rules = Rules([*made.all, *knowledge.rules.all])
    changed = replace(knowledge, rules=all_rules)
    return examples.check_rules(Coder(changed), made)


def test_a_rule_that_holds_has_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path) == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"because": "coding-rules 9.9"}, "names no section"),
        ({"because": "common sense"}, "names no section"),
        ({"match": "Gunmen shot a priest dead in Kaduna on Tuesday."}, "is not coded by its rule"),
        ({"gives": "{location: Kano}"}, "location is Kaduna, not Kano"),
        ({"gives": "{colour: red}"}, "unknown columns colour"),
        ({"miss": "Gunmen kidnapped a chief in Jos on Monday."}, "must leave it alone"),
        ({"reason": '""'}, "without because"),
        ({"when": "[{action: abduct}, {action: rape}]"}, "condition 2 is exercised by no match"),
    ],
)
def test_a_rule_that_does_not_hold_is_told(tmp_path: Path, changes: dict[str, str], told: str) -> None:
    found = problems(tmp_path, **changes)
    assert any(told in p.problem for p in found), list(map(str, found))


def test_a_problem_says_what_was_coded_instead(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, match="Gunmen shot a priest dead in Kaduna on Tuesday.")
    assert found.rule == "made.rule"
    assert [c.partition(" ")[2] for c in found.coded] == ["(Attack)"]
    assert "made.yaml" in str(found)
    assert "(Attack)" in str(found)


def test_a_file_needs_three_matches_and_two_misses(tmp_path: Path) -> None:
    bare = rule_file(
        tmp_path,
        "- {id: made.bare, codes: {event_type: Riots, sub_event_type: Mob violence},"
        " because: coding-rules 2.4, rank: 1, when: {action: rape}}",
    )
    told = [p.problem for p in examples.check_rules(coder(), bare)]
    assert told == [
        "has 0 matches, needs 3",
        "has 0 misses, needs 2",
        "condition 1 is exercised by no match",
    ]


def test_examples_count_as_published_on_a_friday() -> None:
    (report,) = examples.code_example(coder(), "Gunmen kidnapped a priest in Kaduna on Thursday.").reports
    assert str(report.event_date) == "2024-06-13"
    assert report.source == "Example"


def test_unused_lists_entries_that_no_example_exercises(tmp_path: Path) -> None:
    made = rule_file(tmp_path, MADE.format(**GOOD))
    found = {(u.kind, u.id) for u in examples.unused(coder(), made)}
    assert ("action", "abduct") not in found
    assert ("action", "chemical") in found
    assert found <= {(u.kind, u.id) for u in examples.entries()}
