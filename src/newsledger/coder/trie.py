"""The token trie: all phrases of the lexicon, matched in one pass over a sentence; the longest match wins."""

from collections.abc import Sequence
from typing import Any

from newsledger.coder.spans import Entry, Span

END = ""  # no token is empty, so the empty string can hold the entries that end at a node
GAP = "..."  # in a phrase of the lexicon: words may stand between its head and its tail ("set ... on fire")
VERB_ONLY = (
    "finite"  # the tag of a form that is a trigger only where it is a verb ("exchanges … shots", "fire on")
)
REACH = 10  # tokens in which the tail of such a phrase is looked for
WHOLE = 3  # tokens of a phrase of which a part is no head of another ("taken into custody in raids carried out …")
BREAKS = frozenset(
    ". ; : ! ? according who which that after before when while where because said is are was were have has had will"
    " would".split()
)


class Trie:
    """A trie of token sequences; each end holds the entries of that phrase."""

    def __init__(self) -> None:
        self.root: dict[str, Any] = {}
        self.ends: list[list[Entry]] = []  # what a node's END points to
        self.split: dict[str, dict[str, list[tuple[list[str], list[str], Entry]]]] = {}
        self.size = 0

    def add(self, phrase: Sequence[str], entry: Entry) -> None:
        """Add one phrase (normalised tokens, at least one) for `entry`; adding it twice changes nothing."""
        node: dict[str, Any] = self.root
        for token in phrase:
            node = node.setdefault(token, {})
        at: int = node.setdefault(END, len(self.ends))
        if at == len(self.ends):
            self.ends.append([])
        ends = self.ends[at]
        if entry not in ends:
            ends.append(entry)
            self.size += 1

    def add_split(self, head: Sequence[str], tail: Sequence[str], entry: Entry) -> None:
        """Add a phrase of which other words part head and tail ("set ... on fire", "drive over ... mine").

        Its span is the first word of the head; the others of the head follow at once.
        """
        self.root.setdefault(head[0], {})
        ends = self.split.setdefault(head[0], {}).setdefault(tail[0], [])
        phrase = list(head[1:]), list(tail), entry
        if phrase not in ends:
            ends.append(phrase)
            self.size += 1

    def parted(self, tokens: list[str], at: int, last: int) -> tuple[list[Entry], range]:
        """Return the entries of the split phrases whose head is token `at`, and the tokens of their tail.

        `last` is where the longest other match ends; what that holds is no tail.
        """
        found: list[Entry] = []
        taken = range(0)
        tails = self.split[tokens[at]]
        for i in range(last, min(len(tokens), at + REACH)):
            if tokens[i] in BREAKS:
                break
            for rest, tail, entry in tails.get(tokens[i], ()):
                if i <= at + 1 + len(rest) or (last - at >= WHOLE and len(rest) + 1 < last - at):
                    continue
                headed = not rest or tokens[at + 1 : at + 1 + len(rest)] == rest
                if headed and tokens[i : i + len(tail)] == tail:
                    found.append(entry)
                    if (
                        VERB_ONLY not in entry.tags
                    ):  # else the head may be a noun, and the tail a trigger of its own
                        taken = range(i, max(taken.stop, i + len(tail)))
            if found:
                break
        return found, taken

    def scan(self, tokens: list[str]) -> list[Span]:
        """Return the spans of the longest matches from left to right; matches do not overlap.

        A phrase that belongs to several lexicons gives one span for each.
        """
        spans: list[Span] = []
        root, ends, split, count = self.root, self.ends, self.split, len(tokens)
        done, tail = 0, range(0)
        for i in [i for i, token in enumerate(tokens) if token in root]:
            if i < done:
                continue
            node = root[tokens[i]]
            best: Sequence[Entry] = ends[node[END]] if END in node else ()
            last = j = i + 1
            while j < count:
                node = node.get(tokens[j])
                if node is None:
                    break
                j += 1
                if END in node:
                    best, last = ends[node[END]], j
            if i in tail:  # the tail of a split phrase is no trigger, but may name a weapon
                best = [entry for entry in best if entry.kind != "action"]
            elif tokens[i] in split and not split[tokens[i]].keys().isdisjoint(tokens[last : i + REACH]):
                more, taken = self.parted(tokens, i, last)
                if any(entry.kind == "blocker" for entry in best):  # "sprayed crops with"
                    more = [entry for entry in more if entry.kind != "action"]
                if any(
                    entry.kind == "blocker" for entry in more
                ):  # "lost her seat", "mobilise public opinion"
                    best = [entry for entry in best if entry.kind != "action"]
                best, tail = [*best, *more], taken or tail
            if best:
                done = last
                for entry in best:
                    spans.append(Span(i, last, entry))  # noqa: PERF401 - the hottest loop of the program
        return spans
