"""The dateline: the place, the date and the agency that stand before the first sentence of a story."""

import re
from dataclasses import dataclass

# A dateline ends in a dash, a "[Text]" mark of wire copy, or an agency in brackets; what stands before is parsed here.
DASH = re.compile(r"\s*(?:--+|[–—―]|\s[-_]\s|-\s|:\s)\s*|\s*\[TEXT\]\s*", re.IGNORECASE)
BRACKET = re.compile(r"\(([^()]{2,60})\)")
MARKS = re.compile(r"^(?:\s*\[[^\]]{1,120}\])+\s*")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
DATE = re.compile(
    rf"\b(?:{MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}(?:,?\s+\d{{2,4}})?)\b",
    re.IGNORECASE,
)
# "Rewari, June 24" in a line of its own
ALONE = re.compile(
    rf"([A-Z][\w .'’-]{{2,30}}), ({MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})(?:,?\s+\d{{4}})?\.?", re.IGNORECASE
)
# "Lahore, (APP - Example News - 7th Dec, 2023 ) :": the bracket holds both the agency and the date
DATED_BRACKET = re.compile(r"([A-Z][\w .'’-]{2,40}?),?\s*\(([^()]{6,90})\)\s*(?::\s*)?")
NO_PLACES = frozenset("on in at by around about circa since late early from until between overnight".split())
AFTER_DATE = 3  # words between the date and the dash; more are a sentence that has a dash
LIMIT = 110  # characters; a longer head is a sentence


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place and date as written, with offsets in the text; `end` is where the story's first sentence begins.

    The place is empty where the head names none.
    """

    place: str
    place_start: int
    date: str
    date_start: int
    agency: str
    start: int
    end: int


def find_dateline(text: str, offset: int, agencies: frozenset[str]) -> Dateline | None:
    """Return the dateline at the start of a paragraph, or None.

    A dateline is a short head before a dash that holds an agency in brackets, a date, or a place in capital letters.
    """
    if bracketed := dated_bracket(text, offset):
        return bracketed
    if alone := ALONE.fullmatch(text.strip()):
        date_start = offset + text.find(alone[2])
        return Dateline(
            alone[1], offset + text.find(alone[1]), alone[2], date_start, "", offset, offset + len(text)
        )
    end = DASH.search(text, 2, LIMIT)
    if end is None or end.start() > LIMIT:
        return None
    head = text[: end.start()]
    agency = next((m[1] for m in BRACKET.finditer(head)), "")
    date = DATE.search(head)
    place = BRACKET.sub("", head)
    if date:
        place = place[: place.find(date[0])] if date[0] in place else place
    place = place.strip(" ,;/")
    if place.casefold() in NO_PLACES:
        return None  # "On 3 May 2014, Aleppo: …"
    first = place.split(",")[0]
    known = agency.casefold().split("/")[0].strip() in agencies
    loud = len(first) > 2 and first.isupper() and (head != text) and not text[end.end() :].isupper()
    if not (known or date or loud) or len(place.split()) > 6:
        return None
    if not place[:1].isupper() and not (
        known and date and not place
    ):  # "May 12 (Reuters) - …" names no place
        return None
    if date and not known and len(BRACKET.sub("", head[date.end() :]).split()) > AFTER_DATE:
        return None
    stop = end.end()
    while marks := MARKS.match(text[stop:]):
        stop += marks.end()
    start = text.find(place)
    return Dateline(
        place,
        offset + max(start, 0),
        date[0] if date else "",
        offset + (date.start() if date else 0),
        agency,
        offset,
        offset + stop,
    )


def dated_bracket(text: str, offset: int) -> Dateline | None:
    """Return a dateline whose bracket holds agency and date, or None."""
    found = DATED_BRACKET.match(text)
    date = DATE.search(found[2]) if found else None
    if found is None or date is None or not re.search(r"[/-]", found[2][: date.start()]):
        return None
    agency = re.split(r"\s*[/-]\s*", found[2])[0].strip()
    begins = found.start(2) + date.start()
    return Dateline(found[1], offset, date[0], offset + begins, agency, offset, offset + found.end())
