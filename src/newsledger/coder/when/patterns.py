"""Token patterns with classes: how phrases such as "last {weekday}" are written as data and matched."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

ITEM = re.compile(r"\[[^\]]*\]|\S+")
Value = int | str | tuple[int, int, int]
Classes = dict[str, Value]
Captured = tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a pattern stands for: the rule that goes to the evidence, the kind, fixed values, and its rank."""

    rule: str
    kind: str
    fixed: tuple[tuple[str, Any], ...]
    rank: int


@dataclass(slots=True)
class Node:
    """One state: edges by word and by class, the same for tokens joined by a hyphen, the phrase that ends."""

    words: dict[str, "Node"] = field(default_factory=dict)
    classes: dict[str, "Node"] = field(default_factory=dict)
    glued_words: dict[str, "Node"] = field(default_factory=dict)
    glued_classes: dict[str, "Node"] = field(default_factory=dict)
    end: Phrase | None = None

    def step(self, item: str) -> "Node":
        """Return the state behind one item of a pattern, making it where it is new."""
        glued = item.startswith("~")
        item = item.removeprefix("~")
        if item.startswith("{") and item.endswith("}"):
            edges = self.glued_classes if glued else self.classes
            item = item[1:-1]
        else:
            edges = self.glued_words if glued else self.words
        onward = edges.get(item)
        if onward is None:
            onward = edges[item] = Node()
        return onward


def expand(pattern: str) -> Iterator[list[str]]:
    """Yield the plain sequences of a pattern: every choice of its [optional] and one|of|these items."""
    choices: list[list[str]] = []
    for item in ITEM.findall(pattern):
        optional = item.startswith("[") and item.endswith("]") and len(item) > 2
        choices.append((item[1:-1] if optional else item).split("|") + ([""] if optional else []))
    for chosen in product(*choices):
        yield [item for item in chosen if item]


class Patterns:
    """A set of token patterns; the longest match wins, then the pattern that was added first."""

    def __init__(self, classes_of: Callable[[str], Classes]) -> None:
        self.root = Node()
        self.classes_of = classes_of
        self.size = 0

    def add(self, pattern: str, phrase: Phrase) -> None:
        """Add every sequence of `pattern`; an earlier phrase keeps a sequence that both have."""
        for items in expand(pattern):
            node = self.root
            for item in items:
                node = node.step(item)
            if node is not self.root and node.end is None:
                node.end = phrase
                self.size += 1

    def match(
        self, tokens: Sequence[str], glued: Sequence[bool], first: int
    ) -> tuple[int, Phrase, Captured] | None:
        """Return the end, the phrase and the captured values of the best match that begins at `first`."""
        best: tuple[int, Phrase, Captured] | None = None
        stack: list[tuple[Node, int, Captured]] = [(self.root, first, ())]
        count = len(tokens)
        while stack:
            node, at, captured = stack.pop()
            end = node.end
            if end is not None and (best is None or (-at, end.rank) < (-best[0], best[1].rank)):
                best = (at, end, captured)
            if at == count:
                continue
            self._follow(stack, node.words, node.classes, tokens[at], at, captured)
            if glued[at] and at > first:
                self._follow(stack, node.glued_words, node.glued_classes, tokens[at], at, captured)
        return best

    def _follow(
        self,
        stack: list[tuple[Node, int, Captured]],
        words: dict[str, Node],
        classes: dict[str, Node],
        token: str,
        at: int,
        captured: Captured,
    ) -> None:
        onward = words.get(token)
        if onward is not None:
            stack.append((onward, at + 1, captured))
        if classes:
            for name, value in self.classes_of(token).items():
                onward = classes.get(name)
                if onward is not None:
                    stack.append((onward, at + 1, (*captured, (name, value))))
