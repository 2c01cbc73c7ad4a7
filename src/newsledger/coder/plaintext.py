"""Plain text: the characters that a reader sees, without those that only machines do, and where each stood.

Pages carry soft hyphens, zero-width and no-break spaces, letters apart from their accents (Unicode NFD) and entities of
HTML that somebody escaped twice. Offsets of evidence count the characters of the text as it was given.
"""

import html
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsledger.coder.page import Page
from newsledger.coder.spans import Sentence

UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
HYPHENS = "\u2010\u2011"
ACCENTS = "".join(map(chr, range(0x300, 0x370)))  # that combine with the letter before them
ODD = re.compile(
    f"[^\\W\\d_][\u0300-\u036f]+|[\u0300-\u036f{UNSEEN}]+|[{SPACES}]|[{HYPHENS}]"
    "|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});"
)


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as it is read, and for each of its characters and its end the offset in the text as given; `at` is None
    where the two are the same."""

    text: str
    at: Sequence[int] | None = None

    def offset(self, position: int) -> int:
        """Return the offset in the text as given."""
        return position if self.at is None else self.at[position]

    def restore(self, sentence: Sentence) -> None:
        """Give the words of a sentence of this text the offsets in the text as given."""
        if self.at is not None:
            sentence.words.start[:] = [self.at[i] for i in sentence.words.start]
            sentence.words.end[:] = [self.at[i] for i in sentence.words.end]

    def restored(self, page: Page) -> Page:
        """Return a page of this text with its dateline where it stands in the text as given."""
        line = page.dateline
        if self.at is None or line is None:
            return page
        place, day, start, end = map(
            self.offset, (line.place_start, line.date_start, line.start, min(line.end, len(self.text)))
        )
        return replace(page, dateline=replace(line, place_start=place, date_start=day, start=start, end=end))


def plain(text: str) -> Plain:
    """Return a text without characters that nobody sees, its letters composed (Unicode NFC), its spaces plain."""
    if text.isascii() and "&" not in text:
        return Plain(text)
    parts: list[str] = []
    at: list[int] = []
    done = 0
    for odd in ODD.finditer(text):
        seen = as_seen(odd[0])
        if seen == odd[0]:
            continue
        parts += [text[done : odd.start()], seen]
        at += [*range(done, odd.start()), *[odd.start()] * len(seen)]
        done = odd.end()
    if not done:
        return Plain(text)
    parts.append(text[done:])
    at += range(done, len(text) + 1)
    return Plain("".join(parts), at)


def as_seen(odd: str) -> str:
    """Return how a reader sees some characters: an accented letter, a space, a hyphen, what an entity stands for."""
    if odd[0] == "&":
        return html.unescape(odd)
    if odd.isspace():
        return " "
    if odd in HYPHENS:
        return "-"
    # an accent that makes no letter with the one before it tells the reader nothing
    return unicodedata.normalize("NFC", odd).rstrip(ACCENTS) if odd[0].isalpha() else ""
