"""Words: a line of text as parallel lists of tokens, the form that every later step of the coder reads."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# In this order: abbreviations with dots (U.S., p.m.), numbers with separators and ordinal endings, possessive 's,
# words with inner apostrophes (didn't, Sana'a), any other visible character.
TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|\d+(?:[.,:]\d+)*(?:st\b|nd\b|rd\b|th\b)?"
    r"|['’]s\b"
    r"|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*"
    r"|--+|\.\.+|[^\w\s]|_",
    re.IGNORECASE,
)
SAME = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "—", "―": "—", "…": "."}
)
HYPHENS = frozenset("-‐‑")
PLAIN = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*")  # a phrase that is its own tokens: nearly all of the lexicon


@lru_cache(maxsize=1 << 16)  # the words of a language are few, their uses many
def norm(token: str) -> str:
    """Return the form under which the lexicon knows a token: lower case, without accents, plain quotation marks.

    The same function is used for lexicon phrases and for text, so the two can only agree.
    """
    token = token.casefold()
    if token.isascii():
        return "—" if token.startswith("--") else "." if token.startswith("..") else token
    token = token.translate(SAME)
    plain = "".join(c for c in unicodedata.normalize("NFKD", token) if not unicodedata.combining(c))
    return plain.casefold()


@dataclass(slots=True)
class Words:
    """Tokens as parallel lists: text as written, norm for look-ups, character offsets, and whether a token is glued
    to the one before by a hyphen (which is itself no token)."""

    text: list[str]
    norm: list[str]
    start: list[int]
    end: list[int]
    glued: list[bool]

    def __len__(self) -> int:
        return len(self.norm)

    def slice(self, first: int, last: int) -> "Words":
        """Return tokens `first` to `last` (exclusive)."""
        return Words(
            self.text[first:last],
            self.norm[first:last],
            self.start[first:last],
            self.end[first:last],
            self.glued[first:last],
        )

    def is_name(self, i: int) -> bool:
        """Say whether token `i` begins with an upper-case letter."""
        return self.text[i][0].isupper()


def split_words(text: str, offset: int = 0) -> Words:
    """Split `text` into tokens; offsets count code points from `offset`.

    A hyphen between two word characters joins its neighbours (`glued`); a dash with space beside it is a token.
    """
    places = [found.span() for found in TOKEN.finditer(text)]
    tokens = [text[start:end] for start, end in places]
    glued = [False] * len(tokens)
    if not HYPHENS.isdisjoint(tokens):
        for i in range(len(tokens) - 1, -1, -1):
            if tokens[i] not in HYPHENS:
                continue
            start, end = places[i]
            if start > 0 and end < len(text) and text[start - 1].isalnum() and text[end].isalnum():
                glued[i + 1] = True
                del tokens[i], places[i], glued[i]
            else:
                tokens[i] = "—"
    starts = [start + offset for start, _ in places]
    return Words(tokens, list(map(norm, tokens)), starts, [end + offset for _, end in places], glued)


def phrase(text: str) -> tuple[str, ...]:
    """Return the normalised tokens of a lexicon phrase."""
    return tuple(text.lower().split() if PLAIN.fullmatch(text) else split_words(text).norm)
