"""Glued: furniture of a page that its lines no longer part from the text: captions with their credit, other headlines.

Tools that take a page without its lines leave a caption and its credit between two sentences ("Men carry a boy in
Bria June 3 2024. (Example and Agencies) Rebels killed …"), and the list of related stories behind the last one.
"""

import re
from collections.abc import Iterable, Iterator

CREDIT = re.compile(
    r"(?:\(([^()]{2,40})\)|\b(?:REUTERS|AFP|AP|EPA)/[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}(?= ))(?P<gap>\s*)"
)
STOP = re.compile(r"[.!?][\"”’)]?\s+(?=[\"“‘(]?[A-Z0-9])")
PART = re.compile(r"\s*(?:/|,|&|\band\b)\s*", re.IGNORECASE)
LEAST = 12  # letters of a caption
LONGEST = 400  # letters of a caption
BEHIND = 40  # letters of the text that goes on behind a credit
STORY = 300  # letters of a story before a list of others
POOLED = frozenset({"agencies", "file", "photo", "archive"})  # words of a credit that name no agency


class Glue:
    """Knows the words by which glued furniture is told; `parts` cuts a paragraph where it stands."""

    def __init__(self, agencies: frozenset[str], ends: Iterable[str]) -> None:
        self.agencies = agencies
        heads = "|".join(re.escape(e.title()) for e in ends if " " in e)
        self.tail = re.compile(
            rf"(?<=[.!?\"”’)\d])\s+(?:Source [A-Z][\w ]{{1,30}}?\s)?(?:{heads})(?=\s+[A-Z]|\s*$)"
        )

    def parts(self, text: str) -> list[tuple[int, int, str]]:
        """Return the stretches of a paragraph, with their kinds: body, caption, headline-list."""
        end = len(text)
        found = next((m for m in self.tail.finditer(text) if m.start() >= STORY), None)
        tail = [(found.start(), end, "headline-list")] if found else []
        end = found.start() if found else end
        parts: list[tuple[int, int, str]] = []
        at = 0
        for first, last in self.captions(text[:end]):
            if first > at:
                parts.append((at, first, "body"))
            parts.append((max(first, at), last, "caption"))
            at = last
        return [*parts, *([(at, end, "body")] if at < end else []), *tail]

    def captions(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where a sentence that only its credit follows begins and where the credit ends."""
        done = 0
        for credit in CREDIT.finditer(text):
            inside = credit[1]
            on = credit.end()
            if len(text) - on < BEHIND or not text[on].isupper() or (inside and not self.is_credit(inside)):
                continue
            begin = max(done, credit.start() - 2 * LONGEST)  # a caption that begins before is too long
            before = text[begin : credit.start()].rstrip()
            if not before.endswith((".", "!", "?")):
                continue
            stops = [m.end() for m in STOP.finditer(before)]
            first = begin + (stops[-1] if stops else 0)
            if LEAST <= credit.start() - first <= LONGEST:
                done = credit.start("gap")
                yield first, done

    def is_credit(self, inside: str) -> bool:
        """Say whether a bracket names agencies and nothing else ("AFP", "Example News and Agencies")."""
        parts = [p.casefold() for p in PART.split(inside.strip()) if p]
        return parts[-1:] == ["agencies"] or all(p in self.agencies | POOLED for p in parts)
