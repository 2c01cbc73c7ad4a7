"""Which words show that a name is a place, and which that it is none? From coder/lexicon/where/*.yaml."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from newsledger import content, errors
from newsledger.coder.lexicon import read_yaml
from newsledger.coder.words import phrase, split_words

FILES = ("cues.yaml", "never.yaml", "names.yaml", "common.yaml", "local.yaml")
STRONG = frozenset(
    {"at", "coded", "near", "direction", "between", "border", "distance"}
)  # cues that say where something is
CUES = STRONG | {"from", "of"}
KIND_HINTS = ("admin1", "admin2", "area", "town", "quarter")


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue words, normalised as `Words.norm` is.

    `before` maps the last word of a phrase to all phrases that end in it, the longest first, with their cue;
    `kinds` maps a noun to what it says of the name beside it; `states` maps a shortened state of the USA
    ("n.c.") to its name, `openers` the first tokens of these; `phrases` are names of other things by first
    token; `local` are phrases of a country's own institutions, with the country, by first token.
    """

    before: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    kinds: Mapping[str, str]
    distance: frozenset[str]
    directions: frozenset[str]
    skip: frozenset[str]
    special: frozenset[str]
    institution: frozenset[str]
    agents: frozenset[str]
    carried: frozenset[str]
    journey: frozenset[str]
    flight: frozenset[str]
    route: frozenset[str]
    street: frozenset[str]
    articles: frozenset[str]
    joined: frozenset[str]
    held: frozenset[str]
    other: frozenset[str]
    ahead: frozenset[str]
    speech: frozenset[str]
    inside: frozenset[str]
    joining: frozenset[str]
    states: Mapping[str, str]
    openers: frozenset[str]
    post: Mapping[str, str]
    never: frozenset[str]
    common: frozenset[str]
    seldom: frozenset[str]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    phrase_starts: frozenset[str]
    titles: frozenset[str]
    given: frozenset[str]
    local: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]

    @classmethod
    def load(cls, folder: Path | None = None) -> "Cues":
        """Read the files; a missing or malformed list raises `ContentInvalid`."""
        folder = folder or content.coder_folder() / "lexicon" / "where"
        cues, never, names, common, local = (_Document(folder / name) for name in FILES)
        states = cues.mapping("states")
        return cls(
            before=_phrases_by_end(cues),
            kinds=_kinds(cues),
            distance=cues.words("distance"),
            directions=cues.words("directions"),
            skip=cues.words("skip"),
            special=cues.words("special"),
            institution=cues.words("institution"),
            agents=cues.words("agents"),
            carried=cues.words("carried"),
            journey=cues.words("journey"),
            flight=cues.words("flight"),
            route=cues.words("route"),
            street=cues.words("street"),
            articles=cues.words("articles"),
            joined=cues.words("joined"),
            held=cues.words("held"),
            other=cues.words("other"),
            ahead=cues.words("ahead"),
            speech=cues.words("speech"),
            inside=cues.words("inside"),
            joining=cues.words("inside") | cues.words("articles") | {"and"},
            states=states,
            openers=frozenset(split_words(short).norm[0] for short in states),
            post=cues.mapping("post"),
            never=never.words("never"),
            common=common.words("common") - never.words("proper"),
            seldom=never.words("seldom"),
            phrases=(phrases := _phrases_by_start(never.list("phrases"))),
            phrase_starts=frozenset(phrases),
            titles=names.words("titles"),
            given=names.words("given"),
            local=_local(local),
        )


@cache
def shipped_cues() -> Cues:
    """Return the cues of coder/lexicon/where, read once."""
    return Cues.load()


class _Document:
    """One file of cue lists, its values checked as they are asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path
        data = read_yaml(path) if path.is_file() else None
        if not isinstance(data, dict):
            raise errors.ContentInvalid("a file of place cues is missing or empty", file=path)
        self.data: dict[str, Any] = data

    def list(self, key: str, under: str = "") -> list[str]:
        """Return a list of texts; YAML's bare `on` and `no` are no texts and are refused."""
        values = self.mapping(under)[key] if under else self.data.get(key)
        if not isinstance(values, list) or not all(isinstance(v, str) and v for v in values):
            bad = (
                next((v for v in values if not isinstance(v, str)), None)
                if isinstance(values, list)
                else values
            )
            raise errors.ContentInvalid(
                "not a list of texts",
                file=self.path,
                field=key,
                value=bad,
                expected="words in quotes where YAML needs them",
            )
        return values

    def words(self, key: str) -> frozenset[str]:
        """Return a list as normalised words; a phrase is kept as its tokens joined by spaces."""
        return frozenset(" ".join(phrase(v)) for v in self.list(key))

    def mapping(self, key: str) -> dict[str, Any]:
        """Return a mapping."""
        values = self.data.get(key)
        if not isinstance(values, dict):
            raise errors.ContentInvalid("missing", file=self.path, field=key, expected="a mapping")
        return values


def _phrases_by_end(cues: _Document) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return the phrases before a place by their last word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for cue in cues.mapping("before"):
        if cue not in CUES:
            raise errors.ContentInvalid(
                "unknown cue", file=cues.path, field="before", value=cue, expected=", ".join(sorted(CUES))
            )
        for text in cues.list(cue, "before"):
            words = phrase(text)
            found.setdefault(words[-1], []).append((words, cue))
    return {end: tuple(sorted(rows, key=lambda r: (-len(r[0]), r))) for end, rows in found.items()}


def _phrases_by_start(texts: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return phrases by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for text in texts:
        words = phrase(text)
        found.setdefault(words[0], []).append(words)
    return {start: tuple(sorted(rows, key=lambda r: (-len(r), r))) for start, rows in found.items()}


def _local(local: _Document) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return the phrases of each country's institutions by their first word."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for country, texts in local.mapping("local").items():
        for text in texts:
            words = phrase(str(text))
            found.setdefault(words[0], []).append((words, country))
    return {start: tuple(sorted(rows)) for start, rows in found.items()}


def _kinds(cues: _Document) -> dict[str, str]:
    """Return what each noun says of the name beside it; the first kind that lists a noun has it."""
    found: dict[str, str] = {}
    for kind in cues.mapping("kinds"):
        if kind not in KIND_HINTS:
            raise errors.ContentInvalid(
                "unknown kind", file=cues.path, field="kinds", value=kind, expected=", ".join(KIND_HINTS)
            )
        for text in cues.list(kind, "kinds"):
            found.setdefault(" ".join(phrase(text)), kind)
    return found
