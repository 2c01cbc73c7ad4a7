"""Words: a line of text as parallel lists of tokens, the form that every later step of the coder reads."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

# In this order: plain words, abbreviations with dots (U.S., p.m.), numbers with separators and ordinal endings,
# possessive 's, words with inner apostrophes (didn't, Sana'a), any other visible character. Plain words are nearly all
# there is, so they are tried first; cases are spelt out because a pattern that ignores case takes half as long again.
TOKEN = re.compile(
    r"([^\W\d_]{2,}+(?!['’])"
    r"|(?:[^\W\d_]\.){2,}"
    r"|\d+(?:[.,:]\d+)*(?:(?:[sSſ][tT]|[nN][dD]|[rR][dD]|[tT][hH])\b)?"
    r"|['’][sSſ]\b"
    r"|[^\W\d_]+(?:['’](?![sSſ]\b)[^\W\d_]+)*"
    r"|--+|\.\.+|[^\w\s]|_)"
)
SAME = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "—", "―": "—", "…": "."}
)
QUOTES = frozenset('"“”')
SHORT_NAME = "IS"
AROUND = 8  # tokens on either side of "IS" that show whether a text is written in capitals
LOUD = 2  # more words in capitals than these are no row of abbreviations
HYPHENS = frozenset("-‐‑")
PLAIN = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*")  # a phrase that is its own tokens: nearly all of the lexicon


@lru_cache(maxsize=1 << 16)  # the words of a language are few, their uses many
def norm(token: str) -> str:
    """Return the form under which the lexicon knows a token: lower case, without accents, plain quotation marks,
    "and" for "&"; never the empty string: an accent that stands alone stays.

    The same function is used for lexicon phrases and for text, so the two can only agree.
    """
    token = token.casefold()
    if token.isascii():
        if token == "&":
            return "and"
        return "—" if token.startswith("--") else "." if token.startswith("..") else token
    token = token.translate(SAME)
    plain = "".join(c for c in unicodedata.normalize("NFKD", token) if not unicodedata.combining(c))
    return plain.casefold() or token


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
        """Say whether there is a token `i` and it begins with an upper-case letter."""
        return i < len(self.text) and self.text[i][0].isupper()


def split_words(text: str, offset: int = 0) -> Words:
    """Split `text` into tokens; offsets count code points from `offset`.

    A hyphen between two words or behind an abbreviation with dots joins its neighbours (`glued`); a dash with space
    beside it is a token.
    """
    parts = TOKEN.split(text)  # what stands before a token and the token in turn, then the rest
    edges = list(accumulate(map(len, parts), initial=offset))
    tokens, starts, ends = parts[1::2], edges[1:-1:2], edges[2::2]
    glued = [False] * len(tokens)
    if not HYPHENS.isdisjoint(tokens):
        for i in range(len(tokens) - 1, -1, -1):
            if tokens[i] not in HYPHENS:
                continue
            start, end = starts[i] - offset, ends[i] - offset
            joins = start > 0 and (text[start - 1].isalnum() or (i and tokens[i - 1].count(".") > 1))
            if (
                joins and end < len(text) and text[end].isalnum()
            ):  # "the US-backed", "the U.S.-backed government"
                glued[i + 1] = True
                del tokens[i], starts[i], ends[i], glued[i]
            else:
                tokens[i] = "—"
    if not QUOTES.isdisjoint(tokens):
        drop_scare_quotes(tokens, starts, ends, glued)
    norms = list(map(norm, tokens))
    if SHORT_NAME in tokens:
        spell_out(tokens, norms)
    if "[" in tokens:
        round_brackets(tokens, norms)
    return Words(tokens, norms, starts, ends, glued)


def spell_out(tokens: list[str], norms: list[str]) -> None:
    """Tell "IS", the name, from the verb in words written in capitals: the lexicon knows it as "isis"."""
    for i, token in enumerate(tokens):
        if token != SHORT_NAME:
            continue
        beside = tokens[max(i - 1, 0) : i] + tokens[i + 1 : i + 2]
        around = [t for t in tokens[max(i - AROUND, 0) : i + AROUND] if len(t) > 1 and t.isalpha()]
        loud = len(around) > LOUD and all(t.isupper() for t in around)  # "THE SUM UP TO NOW, IS HIGH"
        if not loud and not any(t.isupper() and len(t) > 1 and t.isalpha() for t in beside):
            norms[i] = "isis"


def round_brackets(tokens: list[str], norms: list[str]) -> None:
    """Read the square brackets around an abbreviation as round ones ("in the Republic of Congo [RC]")."""
    for i in range(len(tokens) - 2):
        if tokens[i] == "[" and tokens[i + 2] == "]" and tokens[i + 1].isupper():
            norms[i], norms[i + 2] = "(", ")"


def drop_scare_quotes(tokens: list[str], starts: list[int], ends: list[int], glued: list[bool]) -> None:
    """Leave out the quotation marks around one or two plain words ("were “invaded” by a crowd"): they only show whose
    word it is, and part a verb from its auxiliary."""
    for i in range(len(tokens) - 2, 0, -1):
        if tokens[i] not in QUOTES:
            continue
        close = next((n for n in (i + 2, i + 3) if n < len(tokens) and tokens[n] in QUOTES), None)
        if close is None or not all(t.isalpha() for t in tokens[i + 1 : close]):
            continue
        beside = tokens[max(i - 2, 0) : i] + tokens[close + 1 : close + 3]
        capitals = all(t.isupper() for t in beside if t.isalpha())  # copy that is written in capitals alone
        if all(t.islower() or (capitals and t.isupper() and len(t) > 2) for t in tokens[i + 1 : close]):
            for at in (close, i):
                del tokens[at], starts[at], ends[at], glued[at]


def phrase(text: str) -> tuple[str, ...]:
    """Return the normalised tokens of a lexicon phrase."""
    return tuple(text.lower().split() if PLAIN.fullmatch(text) else split_words(text).norm)
