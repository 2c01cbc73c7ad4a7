"""What do the rules say, and which of them, and of their words, is never used?"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsledger.content import coder_folder
from newsledger.contract.load import load_contract
from newsledger.pipeline.scored_tables import as_text

if TYPE_CHECKING:
    from newsledger.coder.rules import Condition, Rule, Rules

PAGE = "RULES.md"


@dataclass(frozen=True, slots=True)
class Unused:
    """What no coding can ever need: triggers no rule asks for, rules whose triggers the lexicon lacks, and
    bare rules.
    """

    triggers: tuple[str, ...]
    rules: tuple[str, ...]
    without_examples: tuple[str, ...]


def unused(rules: "Rules", folder: Path | None = None) -> Unused:
    """Return what is never used: lexicon entries of the kind action, and rules."""
    from newsledger.coder.compose import MARK
    from newsledger.coder.lexicon import lexicon_files, read_yaml

    known: set[str] = set()
    parts: set[str] = set()  # verbs that make an action with a thing beside them
    for path in lexicon_files((folder or coder_folder()) / "lexicon"):
        document = read_yaml(path)
        if isinstance(document, dict) and document.get("kind") == "action":
            known |= {str(entry["id"]) for entry in document["entries"]}
            parts |= {str(e["id"]) for e in document["entries"] if any(MARK in t for t in e.get("tags", ()))}
    asked = {
        v
        for r in rules.all
        for c in r.when
        for key, values in c.wants
        if key in ("action", "also")
        for v in values
    }
    return Unused(
        triggers=tuple(sorted(known - asked - parts)),
        rules=tuple(sorted(r.id for r in rules.all if not r.actions & known)),
        without_examples=tuple(sorted(r.id for r in rules.all if not r.matches or not r.misses)),
    )


def page(rules: "Rules") -> str:
    """Return the page of all rules as Markdown, by event type and sub-event type in the order of the
    contract.
    """
    by_type: dict[str, list[Rule]] = {}
    for rule in sorted(rules.all, key=lambda r: (-r.rank, r.id)):
        by_type.setdefault(rule.sub_event_type, []).append(rule)
    parts = [
        "# Coding rules, as data",
        "Written from `coder/rules/` by `newsledger rules docs --write`; do not edit it by hand.",
        "Of the rules that hold for a trigger the one with the highest rank codes it. A rule holds if one of "
        "its conditions does: every feature that it names has one of the values named.",
    ]
    kind = ""
    for term in load_contract().terms["sub-event-type"]:
        if term.data["event_type"] != kind:
            kind = str(term.data["event_type"])
            parts.append(f"## {kind}")
        parts.append(f"### {term.value}")
        parts += [_rule(rule) for rule in by_type.get(term.value, [])]
    return "\n\n".join(parts) + "\n"


def _rule(rule: "Rule") -> str:
    lines = [f"#### `{rule.id}`", "", f"Rank {rule.rank}, because of {rule.because}.", ""]
    lines += [f"- {_condition(c)}" for c in rule.when]
    if rule.matches or rule.misses:
        lines += ["", "| example | gives |", "|---|---|"]
        lines += [f"| {_cell(m.text)} | {_cell(_gives(m.gives))} |" for m in rule.matches]
        lines += [f"| {_cell(m.text)} | not coded by this rule: {_cell(m.because)} |" for m in rule.misses]
    return "\n".join(lines)


def _condition(condition: "Condition") -> str:
    wants = ", ".join(f"{key}: {_values(values)}" for key, values in sorted(condition.wants))
    excepts = ", ".join(f"{key}: {_values(values)}" for key, values in sorted(condition.excepts))
    return f"{wants}; unless {excepts}" if excepts else wants


def _values(values: frozenset[str]) -> str:
    return " or ".join(f"`{v}`" for v in sorted(values))


def _gives(gives: Mapping[str, Any]) -> str:
    return ", ".join(f"{k}: {as_text(v)}" for k, v in gives.items()) or "a report"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
