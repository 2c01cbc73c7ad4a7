"""Examples: does every rule code its own sentences, and which conditions and words does none exercise?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from newsledger import content
from newsledger.coder.engine import Coder
from newsledger.coder.lexicon import lexicon_files, read_yaml
from newsledger.coder.reading import Reading
from newsledger.coder.rules import Example, Rule, Rules
from newsledger.contract.codebook import coding_sections
from newsledger.contract.records import REPORT_COLUMNS, Article, Coded, Report

PUBLISHED = date(2024, 6, 14)
"""A Friday: the day on which every example counts as published."""
SOURCE = "Example"
MATCHES = 3  # that a rule file needs at least
MISSES = 2
CITATION = "coding-rules"
READ = frozenset(
    {"action", "weapon", "object", "cue", "blocker"}
)  # kinds whose entries examples should exercise


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a rule file lacks or shows wrongly.

    `rule` is empty where the file as a whole is meant; `text` is the example, empty where none is at fault;
    `coded` is what was coded instead, as "rule (sub-event type)".
    """

    file: Path
    rule: str
    text: str
    problem: str
    coded: tuple[str, ...] = ()

    def __str__(self) -> str:
        where = f"{self.file.parent.name}/{self.file.name}"
        shown = f' "{self.text}"' if self.text else ""
        instead = f" (coded: {'; '.join(self.coded) or 'nothing'})" if self.text else ""
        return f"{where}: {self.rule or 'file'}:{shown} {self.problem}{instead}"


@dataclass(frozen=True, slots=True)
class Unused:
    """An entry of a lexicon file that no example of any rule exercises."""

    file: Path
    kind: str
    id: str


def example_article(text: str) -> Article:
    """Return an example sentence as an article of its own, in English and without a title."""
    return Article(id="example", text=text, published=PUBLISHED, source=SOURCE, language="en")


def code_example(coder: Coder, text: str) -> Coded:
    """Code an example sentence as an article published on `PUBLISHED` by `SOURCE`."""
    return coder.code(example_article(text))


def check_rules(coder: Coder, rules: Rules) -> list[Problem]:
    """Return what is wrong with the examples of all rules, by file and rule; empty if they hold.

    Each match must give a report by its own rule with the values it `gives`, no miss may give one, each
    condition must decide a frame of a match of its file, and each file needs `MATCHES` matches and `MISSES`
    misses with a reason. A `because` must name a section of the coding rules.
    """
    sections = coding_sections()
    files: dict[Path, list[Rule]] = {}
    for rule in sorted(rules.all, key=lambda r: (str(r.file), -r.rank, r.id)):
        files.setdefault(rule.file, []).append(rule)
    return [p for path, own in files.items() for p in check_file(coder, path, own, sections)]


def check_file(coder: Coder, path: Path, rules: list[Rule], sections: frozenset[str]) -> Iterator[Problem]:
    """Yield the problems of one rule file; `sections` are the section numbers that a `because` may cite."""
    exercised: set[tuple[str, int]] = set()
    for rule in rules:
        if not cites(rule.because, sections):
            yield Problem(
                path, rule.id, "", f"because names no section of the coding rules: {rule.because!r}"
            )
        for match in rule.matches:
            exercised |= decided(coder.read(example_article(match.text)))
            yield from check_match(coder, rule, match)
        for miss in rule.misses:
            yield from check_miss(coder, rule, miss)
    for name, least in (("matches", MATCHES), ("misses", MISSES)):
        found = sum(len(getattr(r, name)) for r in rules)
        if found < least:
            yield Problem(path, "", "", f"has {found} {name}, needs {least}")
    for rule in rules:
        for number in range(len(rule.when)):
            if (rule.id, number) not in exercised:
                yield Problem(path, rule.id, "", f"condition {number + 1} is exercised by no match")


def cites(because: str, sections: frozenset[str]) -> bool:
    """Say whether `because` reads "coding-rules N" with sections that exist ("coding-rules 2.1, 3")."""
    work, _, rest = because.partition(" ")
    numbers = [n.strip() for n in rest.split(",")]
    return work == CITATION and all(n in sections for n in numbers)


def decided(reading: Reading) -> set[tuple[str, int]]:
    """Return the rules that decided a frame of a reading, each with the number of the condition that held."""
    return {(d.rule.id, d.condition) for d in reading.decisions.values()}


def check_match(coder: Coder, rule: Rule, match: Example) -> Iterator[Problem]:
    """Yield what is wrong with a sentence that the rule must code."""
    reports = code_example(coder, match.text).reports
    own = [r for r in reports if r.rule == rule.id]
    if unknown := sorted(set(match.gives) - set(REPORT_COLUMNS)):
        yield Problem(
            rule.file, rule.id, match.text, f"gives unknown columns {', '.join(unknown)}", told(reports)
        )
    elif not own:
        yield Problem(rule.file, rule.id, match.text, "is not coded by its rule", told(reports))
    elif not any(not differences(r, match.gives) for r in own):
        yield Problem(
            rule.file, rule.id, match.text, "; ".join(differences(own[0], match.gives)), told(reports)
        )


def check_miss(coder: Coder, rule: Rule, miss: Example) -> Iterator[Problem]:
    """Yield what is wrong with a sentence that the rule must leave alone."""
    if not miss.because:
        yield Problem(rule.file, rule.id, miss.text, "is a miss without because")
    reports = code_example(coder, miss.text).reports
    if any(r.rule == rule.id for r in reports):
        yield Problem(
            rule.file, rule.id, miss.text, "is coded by the rule that must leave it alone", told(reports)
        )


def told(reports: Iterable[Report]) -> tuple[str, ...]:
    """Return what was coded, as "rule (sub-event type)", each once and in order."""
    return tuple(dict.fromkeys(f"{r.rule} ({r.sub_event_type})" for r in reports))


def differences(report: Report, gives: Mapping[str, Any]) -> list[str]:
    """Return how a report differs from the values an example gives, in words; empty if it does not."""
    found = []
    for column, value in gives.items():
        has, wants = as_text(getattr(report, column)), as_text(value)
        if has != wants:
            found.append(f"{column} is {has or 'empty'}, not {wants or 'empty'}")
    return found


def as_text(value: Any) -> str:
    """Return a value of a report, or of YAML, in the one form in which both are compared."""
    return "" if value is None else str(value)


def unused(coder: Coder, rules: Rules, folder: Path | None = None) -> list[Unused]:
    """Return the entries (actions, weapons, objects, cues, blockers) that no example exercises."""
    seen: set[tuple[str, str]] = set()
    for rule in rules.all:
        for example in (*rule.matches, *rule.misses):
            for sentence in coder.read(example_article(example.text)).story.sentences:
                seen |= {(s.entry.kind, s.entry.id) for s in sentence.spans}
    return [u for u in entries(folder) if (u.kind, u.id) not in seen]


def entries(folder: Path | None = None) -> Iterator[Unused]:
    """Yield every entry of the lexicon files that rules ask for, by file and in the order of the file."""
    for path in lexicon_files((folder or content.coder_folder()) / "lexicon"):
        document = read_yaml(path)
        if isinstance(document, dict) and document.get("kind") in READ:
            for record in document.get("entries", ()):
                yield Unused(path, str(document["kind"]), str(record["id"]))
