"""The token trie: all phrases of the lexicon, matched in one pass over a sentence; the longest match wins."""

from collections.abc import Iterable, Sequence
from typing import Any

from newsledger.coder.spans import Entry, Span

END = ""  # no token is empty, so the empty string can hold the entries that end at a node


class Trie:
    """A trie of token sequences; each end holds the entries of that phrase."""

    def __init__(self) -> None:
        self.root: dict[str, Any] = {}
        self.size = 0

    def add(self, phrase: Sequence[str], entry: Entry) -> None:
        """Add one phrase (normalised tokens, at least one) for `entry`; adding it twice changes nothing."""
        node: dict[str, Any] = self.root
        for token in phrase:
            node = node.setdefault(token, {})
        ends: list[Entry] = node.setdefault(END, [])
        if entry not in ends:
            ends.append(entry)
            self.size += 1

    def scan(self, tokens: Sequence[str]) -> list[Span]:
        """Return the spans of the longest matches from left to right; matches do not overlap.

        A phrase that belongs to several lexicons gives one span for each.
        """
        spans: list[Span] = []
        root, count, i = self.root, len(tokens), 0
        while i < count:
            node = root.get(tokens[i])
            if node is None:
                i += 1
                continue
            best: Iterable[Entry] = node.get(END, ())
            last = j = i + 1
            while j < count:
                node = node.get(tokens[j])
                if node is None:
                    break
                j += 1
                if END in node:
                    best, last = node[END], j
            spans.extend(Span(i, last, entry) for entry in best)
            i = last if best else i + 1
        return spans
