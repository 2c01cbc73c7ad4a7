"""The token trie: all phrases of the lexicon, matched in one pass over a sentence; the longest match wins."""

from collections.abc import Iterable, Sequence
from typing import Any

from newsledger.coder.spans import Entry, Span

END = ""  # no token is empty, so the empty string can hold the entries that end at a node
GAP = "..."  # in a phrase of the lexicon: words may stand between its head and its tail ("set ... on fire")
REACH = 10  # tokens in which the tail of such a phrase is looked for
BREAKS = frozenset(
    ". ; : ! ? according who which that after before when while where because said is are was were have has had will"
    " would".split()
)


class Trie:
    """A trie of token sequences; each end holds the entries of that phrase."""

    def __init__(self) -> None:
        self.root: dict[str, Any] = {}
        self.split: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
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

    def add_split(self, head: str, tail: Sequence[str], entry: Entry) -> None:
        """Add a phrase of which other words part head and tail ("set ... on fire"); its span is that of the head."""
        self.root.setdefault(head, {})
        ends = self.split.setdefault(head, [])
        if (tuple(tail), entry) not in ends:
            ends.append((tuple(tail), entry))
            self.size += 1

    def parted(self, tokens: Sequence[str], at: int, last: int) -> tuple[list[Entry], range]:
        """Return the entries of the split phrases whose head is token `at`, and the tokens of their tail.

        `last` is where the longest other match ends; what that holds is no tail.
        """
        found: list[Entry] = []
        taken = range(0)
        for i in range(last, min(len(tokens), at + REACH)):
            if tokens[i] in BREAKS:
                break
            for tail, entry in self.split[tokens[at]]:
                if i > at + 1 and tokens[i] == tail[0] and tuple(tokens[i : i + len(tail)]) == tail:
                    found.append(entry)
                    taken = range(i, max(taken.stop, i + len(tail)))
            if found:
                break
        return found, taken

    def scan(self, tokens: Sequence[str]) -> list[Span]:
        """Return the spans of the longest matches from left to right; matches do not overlap.

        A phrase that belongs to several lexicons gives one span for each.
        """
        spans: list[Span] = []
        root, split, count, i = self.root, self.split, len(tokens), 0
        tail = range(0)
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
            if i in tail:  # the tail of a split phrase is no trigger, but may name a weapon
                best = [entry for entry in best if entry.kind != "action"]
            elif tokens[i] in split:
                more, taken = self.parted(tokens, i, last)
                best, tail = [*best, *more], taken or tail
            spans.extend(Span(i, last, entry) for entry in best)
            i = last if best else i + 1
        return spans
