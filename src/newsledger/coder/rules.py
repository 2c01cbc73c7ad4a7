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
# the order in which features are looked at: first those that cost least to work out and rule out most; rules are found
# by their actions, so these hold nearly always
CHEAPEST = ("weapon", "object", "agent", "also", "target", "voice", "theme", "context", "action")
RULE_KEYS = {"id", "codes", "because", "rank", "when", "matches", "misses", "since", "note"}


@dataclass(frozen=True, slots=True)
class Condition:
    """One way for a rule to apply: every named feature must share a value with the frame, and no exception may."""

    wants: tuple[tuple[str, frozenset[str]], ...]
    excepts: tuple[tuple[str, frozenset[str]], ...]

    @property
    def actions(self) -> frozenset[str]:
        """The action ids that the condition asks for; every condition names some."""
        return next(values for key, values in self.wants if key == "action")

    def may_hold(self, least: Mapping[str, frozenset[str]], most: Mapping[str, frozenset[str]]) -> bool:
        """Say whether a frame with at least and at most these features may satisfy the condition."""
        for key, values in self.wants:
            if values.isdisjoint(most[key]):
                return False
        for key, values in self.excepts:  # noqa: SIM110 - loops take half the time of any(), and this is hot
            if not values.isdisjoint(least[key]):
                return False
        return True

    def holds(self, features: Mapping[str, frozenset[str]]) -> bool:
        """Say whether a frame with these features satisfies the condition."""
        return self.may_hold(features, features)


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
        for n, condition in enumerate(self.when):
            if condition.holds(features):
                return n
        return None

    @cached_property
    def actions(self) -> frozenset[str]:
        """The action ids that any condition asks for."""
        return frozenset(action for condition in self.when for action in condition.actions)


class Rules:
    """All rules, found by action id, the highest rank first."""

    def __init__(self, rules: list[Rule]) -> None:
        self.all = sorted(rules, key=lambda r: (-r.rank, r.id))
        self.by_action: dict[str, list[tuple[Rule, tuple[Condition, ...]]]] = {}
        for rule in self.all:
            for action in sorted(rule.actions):
                ways = tuple(c for c in rule.when if action in c.actions)
                self.by_action.setdefault(action, []).append((rule, ways))

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

    def possible(self, least: Mapping[str, frozenset[str]], most: Mapping[str, frozenset[str]]) -> list[Rule]:
        """Return the rules that may hold for a frame with at least and at most these features, the first to decide."""
        found: dict[str, Rule] = {}
        for action in least["action"]:
            for rule, ways in self.by_action.get(action, ()):
                if rule.id in found:
                    continue
                for condition in ways:
                    if condition.may_hold(least, most):
                        found[rule.id] = rule
                        break
        return sorted(found.values(), key=lambda rule: (-rule.rank, rule.id))


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
    """Return conditions as pairs of key and values, in the order of `CHEAPEST`; one value is a list of one."""
    return tuple(
        (key, frozenset(map(str, value if isinstance(value, list) else [value])))
        for key, value in sorted(values.items(), key=lambda item: CHEAPEST.index(item[0]))
    )
