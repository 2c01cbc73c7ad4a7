"""Repeated: the headline that a text, taken from a page without its lines, begins with once more."""

import re
from collections.abc import Set as AbstractSet

from newsledger.coder.dateline import DATE, Dateline

WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
NUMERIC = r"\d{1,2}[-./]\d{1,2}[-./]\d{4}"
STAMP = re.compile(rf"\s*{WEEKDAY}({DATE.pattern}|{NUMERIC})", re.IGNORECASE)
AGENCY = re.compile(r"\s*([A-Z][\w./-]+)")
STOP = re.compile(r"[\s.:|–—-]*")
FIRST = re.compile(r"[\"'“‘(]?[A-Z0-9]")
HEAD = 60  # characters before it, in which a page has its date and its agency
LONG = 20  # letters of a headline; a shorter one may begin a sentence
LEFT = 20  # letters of the text that stands behind it


def behind_title(text: str, offset: int, title: str, agencies: AbstractSet[str]) -> Dateline | None:
    """Return the head of a paragraph up to the end of the headline that it repeats, as a dateline without a place, or
    None ("Sunday 15 Feb 2015 Ten killed in A AFP At least ten …"). The date may stand on either side of it."""
    title = title.strip().rstrip(".")
    found = text.casefold().find(title.casefold(), 0, HEAD + len(title)) if len(title) >= LONG else -1
    if found < 0 or len(text.casefold()) != len(text):
        return None
    end = found + len(title)
    agency = ""
    before, behind = STAMP.search(text[:found]), None
    for _ in range(2):  # "AFP Sunday 15 Feb 2015", "Sunday 15 Feb 2015 AFP"
        if (name := AGENCY.match(text, end)) and name[1].casefold() in agencies:
            agency, end = name[1], name.end()
        if stamp := STAMP.match(text, end):
            behind, end = stamp, stamp.end()
    stop = STOP.match(text, end)
    end = stop.end() if stop else end
    if len(text) - end < LEFT or not FIRST.match(text, end):
        return None
    date = before or behind
    at = date.start(1) if date else 0
    return Dateline("", offset, date[1] if date else "", offset + at, agency, offset, offset + end)
