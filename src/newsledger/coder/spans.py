"""Spans: what the lexicon pass finds in a sentence, and the mentions of actors that are built from them."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from newsledger.coder.words import Words

if TYPE_CHECKING:
    from newsledger.coder.howmany.toll import Toll

THINGS = frozenset({"object", "weapon"})  # kinds of what is acted upon or with
# kinds of mentions: who stands for a state, who is in a crowd, who is nobody\'s force
STATE = frozenset({"state", "military", "police", "government", "prison"})
CROWDS = frozenset({"crowd", "protesters", "rioters"})
PRIVATE = frozenset({"civilians", "identity"})
PEOPLE = CROWDS | PRIVATE


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the lexicon in one of its forms.

    `kind` is the lexicon it comes from (action, country, force, group, people, weapon, object, cue, blocker …), `id`
    names the entry in it, `form` is `base`, `s`, `past`, `part`, `ed` (past and participle alike) or `ing` for verbs,
    `noun` or `nouns` (plural) for nouns, `word` for literal phrases, and `tags` are what rules ask for.
    """

    kind: str
    id: str
    form: str
    tags: frozenset[str] = frozenset()


class Span(
    NamedTuple
):  # a tuple, because a story has hundreds and a frozen dataclass takes thrice as long to make
    """A typed span of a sentence: tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    entry: Entry


@dataclass(slots=True)
class Mention:
    """Somebody who may act or be acted upon: tokens `first` to `last` (exclusive) of one sentence.

    `kind` is one of: state (a country, capital or leader standing for it), government, military, police, prison,
    group (a named group: `entry` is its id), armed (unidentified armed people), gang, communal (ethnic or clan
    militia), mission (peacekeepers, foreign coalitions), security (private security), crowd, protesters, rioters,
    civilians, identity (students, workers …: `entry` is its id), anaphor ("the two sides", "the enemy").
    `country` is the country the mention names, or empty. `sentence` is the index of its sentence in the story.
    """

    first: int
    last: int
    kind: str
    country: str = ""
    entry: str = ""
    tags: frozenset[str] = frozenset()
    count: int | None = None
    sentence: int = -1


@dataclass(slots=True)
class Sentence:
    """A sentence: its words, its place in the article, and what the lexicon pass found."""

    words: Words
    line: int
    index: int
    part: str = "text"  # text | title
    kind: str = "body"  # body | headline | caption | boilerplate
    spans: list[Span] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    tolls: "list[Toll] | None" = field(
        default=None, init=False, repr=False, compare=False
    )  # once they are read
    # the spans by kind, and those that they were made from; `spans` is replaced while the sentence is being read
    _sorted: tuple[list[Span], dict[str, list[Span]]] = field(
        default=([], {}), init=False, repr=False, compare=False
    )
    _bag: frozenset[str] = field(default=frozenset(), init=False, repr=False, compare=False)

    @property
    def start(self) -> int:
        """The character offset of the first word."""
        return self.words.start[0]

    @property
    def end(self) -> int:
        """The character offset after the last word."""
        return self.words.end[-1]

    def of_kind(self, kind: str) -> list[Span]:
        """Return the spans of one kind, in order; sorted once, because every step asks for those of some kind."""
        spans, by_kind = self._sorted
        if spans is not self.spans:
            by_kind = {}
            for span in self.spans:
                by_kind.setdefault(span.entry.kind, []).append(span)
            self._sorted = self.spans, by_kind
        return by_kind.get(kind, [])

    @property
    def acts(self) -> list[Span]:
        """The spans that may be triggers, in order."""
        return self.of_kind("action")

    @property
    def cues(self) -> list[Span]:
        """The spans that are cues, in order."""
        return self.of_kind("cue")

    @property
    def things(self) -> list[Span]:
        """The spans that are objects or weapons, in order."""
        objects, weapons = self.of_kind("object"), self.of_kind("weapon")
        if not (objects and weapons):
            return objects or weapons
        return [s for s in self.spans if s.entry.kind in THINGS]

    @property
    def speech(self) -> list[Span]:
        """The cues that are words of saying ("said", "according to")."""
        return self.cued("speech")

    def cued(self, tag: str) -> list[Span]:
        """Return the cues with a tag, in order."""
        return [s for s in self.of_kind("cue") if tag in s.entry.tags]

    @property
    def bag(self) -> frozenset[str]:
        """The normalised words of the sentence, each once: for questions on the whole of it."""
        self._bag = self._bag or frozenset(self.words.norm)
        return self._bag

    def text_of(self, first: int, last: int) -> str:
        """Return tokens `first` to `last` as written, joined by spaces or hyphens."""
        out = ""
        for i in range(first, last):
            out += ("-" if self.words.glued[i] and out else " " if out else "") + self.words.text[i]
        return out
