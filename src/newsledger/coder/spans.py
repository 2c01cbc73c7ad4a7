"""Spans: what the lexicon pass finds in a sentence, and the mentions of actors that are built from them."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from newsledger.coder.words import Words

if TYPE_CHECKING:
    from newsledger.coder.howmany.toll import Toll
    from newsledger.coder.when import TimeExpression

THINGS = frozenset({"object", "weapon"})  # kinds of what is acted upon or with
# kinds of mentions: who stands for a state, who is in a crowd, who is nobody\'s force
STATE = frozenset({"state", "military", "police", "government", "prison"})
CROWDS = frozenset({"crowd", "protesters", "rioters"})
PRIVATE = frozenset({"civilians", "identity"})
PEOPLE = CROWDS | PRIVATE
BODIES = frozenset({"group", "gang", "communal", "mission"})  # and of spans; their words name no place
OWNED = "of:"  # begins the tag of a group that is of the forces of a state, before that state


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
    goes_on: bool = False  # the second of two statements of one sentence of the text
    spans: list[Span] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    times: "list[TimeExpression]" = field(default_factory=list, repr=False, compare=False)
    tolls: "list[Toll] | None" = field(
        default=None, init=False, repr=False, compare=False
    )  # once they are read
    acts: list[Span] = field(init=False, repr=False, compare=False)  # the spans that may be triggers
    cues: list[Span] = field(init=False, repr=False, compare=False)  # the spans that are cues
    _by_kind: dict[str, list[Span]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sort the spans that are known at once."""
        self.take(self.spans)

    def take(self, spans: list[Span]) -> None:
        """Take what the lexicon pass found, sorted by kind once: nearly every step asks for the spans of some kind."""
        by_kind: dict[str, list[Span]] = {}
        for span in spans:
            by_kind.setdefault(span.entry.kind, []).append(span)
        self.spans, self._by_kind = spans, by_kind
        self.acts, self.cues = by_kind.get("action", []), by_kind.get("cue", [])

    @property
    def start(self) -> int:
        """The character offset of the first word."""
        return self.words.start[0]

    @property
    def end(self) -> int:
        """The character offset after the last word."""
        return self.words.end[-1]

    def of_kind(self, kind: str) -> list[Span]:
        """Return the spans of one kind, in order."""
        return self._by_kind.get(kind, [])

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
        return [s for s in self.cues if tag in s.entry.tags]

    def text_of(self, first: int, last: int) -> str:
        """Return tokens `first` to `last` as written, joined by spaces or hyphens."""
        out = ""
        for i in range(first, last):
            out += ("-" if self.words.glued[i] and out else " " if out else "") + self.words.text[i]
        return out
