"""How else is a phrase written? British and American spellings, so that the lexicon need list but one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from newsledger import errors

SPELLING = "spelling.yaml"
ENDING = re.compile(r"(.{3,})([iy])([sz])(e|ed|es|er|ers|ing|ation|ations)")
ALWAYS_S = (
    "rise",
    "wise",
    "vise",
    "cise",
    "mise",
    "prise",
    "ruise",
    "raise",
)  # "exercise", "surprise", "promise"


class Spelling:
    """The other spelling of words that have two."""

    def __init__(self, pairs: Mapping[str, str]) -> None:
        self.pairs = pairs
        self.known: dict[str, str | None] = {}  # phrases share their words

    @classmethod
    def read(cls, data: object, path: Path) -> "Spelling":
        """Read the pairs of coder/lexicon/spelling.yaml; raises `ContentInvalid` for what is no pair of words."""
        pairs = data.get("pairs") if isinstance(data, dict) else None
        if not isinstance(pairs, list):
            raise errors.ContentInvalid("no list of pairs", file=path, field="pairs", expected="a list")
        both: dict[str, str] = {}
        for pair in pairs:
            if not isinstance(pair, list) or len(pair) != 2 or not all(isinstance(w, str) for w in pair):
                raise errors.ContentInvalid(
                    "not two words", file=path, field="pairs", value=pair, expected="[centre, center]"
                )
            if any(word in both for word in pair):
                raise errors.ContentInvalid(
                    "a word stands in two pairs", file=path, field="pairs", value=pair
                )
            both |= {pair[0]: pair[1], pair[1]: pair[0]}
        return cls(both)

    def other(self, word: str) -> str | None:
        """Return how else a normalised word is written, or None: by the pairs, else by its ending."""
        try:
            return self.known[word]
        except KeyError:
            return self.known.setdefault(word, self.pairs.get(word) or self.by_ending(word))

    @staticmethod
    def by_ending(word: str) -> str | None:
        """Return the spelling with the other of -ise and -ize, or None."""
        found = ENDING.fullmatch(word)
        if found is None or f"{found[1]}{found[2]}s{'e' if found[4][0] != 'a' else 'ation'}".endswith(
            ALWAYS_S
        ):
            return None
        return f"{found[1]}{found[2]}{'z' if found[3] == 's' else 's'}{found[4]}"

    def others(self, words: Sequence[str]) -> Iterator[tuple[str, ...]]:
        """Yield a phrase with each word that has another spelling written so, and with all of them."""
        if not any(map(self.other, words)):
            return
        swaps = {i: other for i, word in enumerate(words) if (other := self.other(word)) is not None}
        for at, other in swaps.items():
            yield (*words[:at], other, *words[at + 1 :])
        if len(swaps) > 1:
            yield tuple(swaps.get(i, word) for i, word in enumerate(words))
