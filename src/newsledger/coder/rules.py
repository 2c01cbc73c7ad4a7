"""Rules: coder/rules/<event-type>/<sub-event>.yaml, read into conditions on frames.

A rule says what it codes, why, when, and shows sentences that it must and must not match (coder/README.md).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from newsledger import content, errors
from newsledger.coder.lexicon import read_yaml

KEYS = ("action", "agent", "target", "object", "theme", "weapon", "also", "voice", "context")
RULE_KEYS = {"id", "codes", "because", "rank", "when", "matches", "misses", "since", "note"}


@dataclass(frozen=True, slots=True)
class Condition:
    """One way for a rule to apply: every named feature must share a value with the frame, and no exception may."""

    wants: tuple[tuple[str, frozenset[str]], ...]
    excepts: tuple[tuple[str, frozenset[str]], ...]

    def holds(self, features: Mapping[str, frozenset[str]]) -> bool:
        """Say whether a frame with these features satisfies the condition."""
        return all(values & features[key] for key, values in self.wants) and not any(
            values & features[key] for key, values in self.excepts
        )


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence beside a rule: what it must give, or why the rule must leave it alone."""

    text: str
    gives: Mapping[str, Any]
    because: str = ""


@dataclass(frozen=True)
class Rule:
    """One rule, as read from its file."""

    id: str
    event_type: str
    sub_event_type: str
    because: str
    rank: int
    when: tuple[Condition, ...]
    matches: tuple[Example, ...]
    misses: tuple[Example, ...]
    file: Path

    def which(self, features: Mapping[str, frozenset[str]]) -> int | None:
        """Return the number of the first condition that holds, or None."""
        return next((n for n, c in enumerate(self.when) if c.holds(features)), None)

    @cached_property
    def actions(self) -> frozenset[str]:
        """The action ids that any condition asks for."""
        return frozenset(v for c in self.when for key, values in c.wants if key == "action" for v in values)


class Rules:
    """All rules, found by action id, the highest rank first."""

    def __init__(self, rules: list[Rule]) -> None:
        self.all = sorted(rules, key=lambda r: (-r.rank, r.id))
        self.by_action: dict[str, list[Rule]] = {}
        for rule in self.all:
            for action in sorted(rule.actions):
                self.by_action.setdefault(action, []).append(rule)

    @classmethod
    def load(cls, folder: Path | None = None) -> "Rules":
        """Read every rule file; a malformed one raises `ContentInvalid` with file and rule."""
        folder = folder or content.coder_folder() / "rules"
        rules = [rule for path in sorted(folder.rglob("*.yaml")) for rule in read_rules(path)]
        seen: dict[str, Path] = {}
        for rule in rules:
            if rule.id in seen:
                raise errors.ContentInvalid(
                    "two rules have one id", file=rule.file, field="id", value=rule.id
                )
            seen[rule.id] = rule.file
        return cls(rules)

    def matching(self, features: Mapping[str, frozenset[str]]) -> list[tuple[Rule, int]]:
        """Return the rules that hold, with the number of the condition, the one that decides first."""
        found = {
            rule.id: rule for action in sorted(features["action"]) for rule in self.by_action.get(action, ())
        }
        held = [(rule, n) for rule in found.values() if (n := rule.which(features)) is not None]
        return sorted(held, key=lambda pair: (-pair[0].rank, pair[0].id))


def read_rules(path: Path) -> Iterator[Rule]:
    """Yield the rules of one file: a list of rules, or one rule alone."""
    document = read_yaml(path)
    for record in document if isinstance(document, list) else [document]:
        if not isinstance(record, dict) or not {"id", "codes", "because", "rank", "when"} <= set(record):
            raise errors.ContentInvalid(
                "a rule lacks keys", file=path, value=record, expected="id, codes, because, rank, when"
            )
        if unknown := set(record) - RULE_KEYS:
            raise errors.ContentInvalid(f"unknown keys {sorted(unknown)}", file=path, field=str(record["id"]))
        ways = record["when"] if isinstance(record["when"], list) else [record["when"]]
        yield Rule(
            str(record["id"]),
            record["codes"]["event_type"],
            record["codes"]["sub_event_type"],
            str(record["because"]),
            int(record["rank"]),
            tuple(read_condition(way, path, record["id"]) for way in ways),
            tuple(Example(m["text"], m.get("gives", {})) for m in record.get("matches", ())),
            tuple(Example(m["text"], {}, m.get("because", "")) for m in record.get("misses", ())),
            path,
        )


def read_condition(way: Mapping[str, Any], path: Path, ident: str) -> Condition:
    """Read one `when`; unknown keys are errors, since a misspelt one would silently widen the rule."""
    wanted = {k: v for k, v in way.items() if k != "unless"}
    unless = way.get("unless", {})
    if unknown := (set(wanted) | set(unless)) - set(KEYS):
        raise errors.ContentInvalid(
            f"unknown keys {sorted(unknown)} in when", file=path, field=str(ident), expected=", ".join(KEYS)
        )
    if "action" not in wanted:
        raise errors.ContentInvalid("a condition names no action", file=path, field=str(ident))
    return Condition(as_sets(wanted), as_sets(unless))


def as_sets(values: Mapping[str, Any]) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return conditions as pairs of key and values, a single value standing for a list of one."""
    return tuple(
        (key, frozenset(map(str, value if isinstance(value, list) else [value])))
        for key, value in sorted(values.items())
    )
