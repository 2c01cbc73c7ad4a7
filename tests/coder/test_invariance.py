"""What may be said otherwise, or stands beside an event, changes nothing of its row: every sentence of the rules is
told again with another form of its day, with who says it, and before sentences that tell of no event."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

import pytest

from newsledger import content
from newsledger.coder.engine import Coder
from newsledger.coder.examples import PUBLISHED, example_article
from newsledger.coder.rules import read_rules
from newsledger.contract.records import Coded

FIELDS = "sub_event_type event_date actor1 actor2 location country fatalities injuries".split()
WEEKDAY = re.compile(
    r" on (Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?! (?:morning|evening|night|afternoon))"
)
DAYS = {"Mon": 10, "Tues": 11, "Wednes": 12, "Thurs": 13, "Fri": 14, "Satur": 8, "Sun": 9}
Retelling = Callable[[str], str]

RETELLINGS: dict[str, Retelling] = {
    "a day of the month": lambda t: WEEKDAY.sub(lambda m: f" on {DAYS[m[1]]} June", t),
    "an American day": lambda t: WEEKDAY.sub(lambda m: f" on June {DAYS[m[1]]}", t),
    "a part of the day": lambda t: WEEKDAY.sub(lambda m: f"{m[0]} morning", t),
    "who says it": lambda t: re.sub(r"\.$", ", according to local media.", t),
    "accents apart": lambda t: unicodedata.normalize("NFD", t),
    "spaces that do not break": lambda t: t.replace(" in ", "\u00a0in\u00a0").replace(
        " on ", "\u00a0on\u00a0"
    ),
    "words with soft hyphens": lambda t: re.sub(r"([a-z]{3})([a-z]{3})", "\\1\u00ad\\2", t),
    "no stop": lambda t: re.sub(r"\.$", "", t),
    "printed twice": lambda t: f"{t}\n\n{t}",
}
ASIDES = (
    "No group has claimed responsibility.",
    "An investigation is under way.",
    "The area is home to some 40,000 people.",
    "There was no immediate comment from the authorities.",
    "The governor condemned the incident and called for calm.",
    "Last year, more than 300 people were killed in the region.",
    "The town lies some forty kilometres from the border.",
    "Residents spoke of a sleepless night.",
)


@cache
def coder() -> Coder:
    return Coder.load()


def coded(text: str) -> Coded:
    return coder().code(example_article(text))


def told(text: str) -> list[object] | None:
    """Return what the first row of a text says, or None."""
    reports = coded(text).reports
    return [getattr(reports[0], field) for field in FIELDS] if reports else None


@cache
def sentences() -> dict[str, list[object]]:
    """Return the sentences that the rules code, each with what its first row says."""
    files = sorted((content.coder_folder() / "rules").rglob("*.yaml"))
    texts = [e.text for path in files for rule in read_rules(path) for e in rule.matches]
    rows = {text: told(text) for text in texts}
    return {text: row for text, row in rows.items() if row is not None}


def otherwise(retold: Retelling) -> list[tuple[str, list[object], list[object] | None]]:
    """Return the sentences whose row another telling changes, with both rows."""
    changed = []
    for text, row in sentences().items():
        again = retold(text)
        if again != text and told(again) != row:
            changed.append((again, row, told(again)))
    return changed


def test_the_examples_count_as_of_a_friday() -> None:
    assert PUBLISHED.strftime("%A %d %B %Y") == "Friday 14 June 2024"


@pytest.mark.parametrize("name", RETELLINGS)
def test_another_telling_changes_no_row(name: str) -> None:
    assert otherwise(RETELLINGS[name]) == []


@pytest.mark.parametrize("aside", ASIDES)
def test_a_sentence_of_no_event_changes_no_row(aside: str) -> None:
    assert otherwise(lambda text: f"{text} {aside}") == []
