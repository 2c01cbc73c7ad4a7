"""Knowledge: everything the coder has learnt from content, loaded once and never changed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from newsledger import content, errors
from newsledger.coder.compiled import tries_of
from newsledger.coder.lexicon import INFLECTIONS, Inflections, add_entry, lexicon_files, read_yaml
from newsledger.coder.page import PageReader
from newsledger.coder.places.gazetteer import Gazetteer
from newsledger.coder.rules import Rules
from newsledger.coder.spans import OWNED, THINGS, Span
from newsledger.coder.trie import Trie
from newsledger.coder.who.naming import Actors
from newsledger.coder.who.units import KINDS
from newsledger.coder.words import phrase

# read by their own modules, so that none of their phrases hides a trigger ("shot and killed", "planted by")
APART = frozenset({"toll", "attribution"})
LONG = frozenset({"group", "force"})  # actors whose names of several words hide triggers
PAST = 2015  # groups that ended before give way to those of their name that there still are


@dataclass(frozen=True)
class Knowledge:
    """Lexicon, rules, actors, page furniture and gazetteer."""

    names: Trie
    words: Trie
    rules: Rules
    pages: PageReader
    actors: Actors
    gazetteer: Gazetteer

    @classmethod
    def load(cls, folder: Path | None = None) -> "Knowledge":
        """Load all content of coder/; a malformed file raises `ContentInvalid` with file and line."""
        folder = folder or content.coder_folder()
        read = cache(read_yaml)  # what the compiled lexicon spares is not read, and no file is parsed twice
        names, words = load_tries(folder / "lexicon", read)
        return cls(
            names,
            words,
            Rules.load(folder / "rules"),
            PageReader.load(),
            Actors.load(folder / "lexicon" / "who", read),
            Gazetteer.open(),
        )

    def scan(self, tokens: list[str]) -> list[Span]:
        """Return all spans of a sentence.

        Actors are matched apart from the rest, so that a verb phrase does not hide them ("confronted police"); what
        lies inside the longer name of an actor is no trigger ("Liberation Army", "riot police").
        """
        names = self.names.scan(tokens)
        rest = self.words.scan(tokens)
        for outer in [s for s in rest if s.last - s.first > 1 and s.entry.kind == "action"]:
            rest += [s for s in self.inside(tokens, outer) if not is_part(s, rest)]
        for name in names:
            if name.last - name.first > 1 and name.entry.kind in LONG:
                rest = [s for s in rest if not hides(name, s)]
        return names + rest

    def inside(self, tokens: list[str], outer: Span) -> list[Span]:
        """Return the things that a trigger of several words names itself ("shot down a drone", "burned houses")."""
        first = outer.first + 1
        found = self.words.scan(tokens[first : outer.last])
        things = [s for s in found if s.entry.kind in THINGS and tokens[first + s.first] != "control"]
        return [Span(s.first + first, s.last + first, s.entry) for s in things]


def is_part(span: Span, others: Iterable[Span]) -> bool:
    """Say whether a thing is only a part of the name of another ("water cannons" are no cannons)."""
    longer = (s for s in others if s.entry.kind in THINGS and s.last - s.first > span.last - span.first)
    return any(s.first <= span.first and span.last <= s.last for s in longer)


def hides(name: Span, span: Span) -> bool:
    """Say whether an actor's name of several words hides what lies inside it: groups everything, others triggers."""
    if not (name.first <= span.first and span.last <= name.last):
        return False
    shorter = span.last - span.first < name.last - name.first
    return name.entry.kind == "group" or (shorter and span.entry.kind == "action")


def load_tries(folder: Path, read: Callable[[Path], Any] = read_yaml) -> tuple[Trie, Trie]:
    """Return two tries of every lexicon file (those with `kind` and `entries`): names of actors, and all else."""
    files = lexicon_files(folder)
    names, words = tries_of([folder / INFLECTIONS, *files], lambda: compile_tries(folder, files, read))
    return names, words


def compile_tries(folder: Path, files: Iterable[Path], read: Callable[[Path], Any]) -> tuple[Trie, Trie]:
    """Put the phrases of every lexicon file into the two tries; a malformed record raises `ContentInvalid`."""
    names, words = Trie(), Trie()
    groups: list[tuple[Mapping[str, Any], Path]] = []
    forms = Inflections.load(folder / INFLECTIONS)
    for path in files:
        document = read(path)
        if not isinstance(document, dict) or "entries" not in document or "kind" not in document:
            continue
        kind = str(document["kind"])
        for record in document["entries"]:
            check_record(record, path)
            if kind in APART:
                continue
            if kind == "group":
                if isinstance(record.get("to"), int) and record["to"] < PAST:
                    record = {**record, "tags": [*record["tags"], "past"]}
                if record.get("of") and len(record.get("country", ())) == 1:
                    record = {**record, "tags": [*record["tags"], OWNED + record["country"][0]]}
                groups.append((record, path))
            add_entry(names if kind in KINDS else words, kind, record, forms, path)
    for record, path in groups:
        add_with_article(names, record, forms, path)
    return names, words


def add_with_article(names: Trie, record: Mapping[str, Any], forms: Inflections, path: Path) -> None:
    """Add a group's names behind "the" too, where a shorter phrase begins so: "the movement" must not part "the
    Movement for …"."""
    begun = names.root.get("the", {})
    longer = [f"the {text}" for text in record.get("words", ()) if phrase(text)[0] in begun]
    if longer:
        tags = record.get("tags", ())
        add_entry(names, "group", {"id": record["id"], "tags": tags, "words": longer}, forms, path)


def check_record(record: Any, path: Path) -> None:
    """Raise `ContentInvalid` unless a lexicon record has an id and phrases."""
    if not isinstance(record, dict) or "id" not in record:
        raise errors.ContentInvalid("a lexicon entry has no id", file=path, value=record, expected="{id, …}")
    for key in ("verbs", "nouns", "words", "heads", "tails", "tags"):
        values = record.get(key, [])
        if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
            raise errors.ContentInvalid(
                "not a list of texts",
                file=path,
                field=f"{record['id']}.{key}",
                value=values,
                expected="a list",
            )
