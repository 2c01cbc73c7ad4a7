"""The lexicon compiled before: its tries as plain data in the cache; to expand every phrase takes half of the start."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from newsledger.coder.spans import Entry
from newsledger.coder.trie import END, Trie
from newsledger.kept import kept

# whose code decides what the tries hold: a change of it must not find what was compiled before
COMPILERS = (
    "alternatives",
    "compiled",
    "folding",
    "knowledge",
    "lexicon",
    "spans",
    "spelling",
    "trie",
    "words",
)
MOST = 3  # compiled lexicons that are kept; the oldest go first


def tries_of(files: Sequence[Path], compile_all: Callable[[], Sequence[Trie]]) -> list[Trie]:
    """Return the tries that `compile_all` makes of the bytes of `files`, from the cache if it made them before.

    Raises OSError for a file that can't be read, and whatever `compile_all` raises.
    """
    sources = [Path(str(import_module(f"newsledger.coder.{name}").__file__)) for name in COMPILERS]
    key = [part for path in (*sources, *files) for part in (path.name.encode(), path.read_bytes())]
    made: list[Trie] = []

    def compiled() -> dict[str, list[dict[str, Any]]]:
        made.extend(compile_all())
        return {"tries": [plain(trie) for trie in made]}

    found = kept(key, compiled, "lexicon", MOST)
    try:
        return made or [trie_of(data) for data in found["tries"]]
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):  # no lexicon under its name
        return list(compile_all())


def plain(trie: Trie) -> dict[str, Any]:
    """Return a trie as plain data, each entry and each list of entries told once."""
    entries: dict[Entry, int] = {}
    lists: dict[tuple[int, ...], int] = {}

    def number(entry: Entry) -> int:
        return entries.setdefault(entry, len(entries))

    at = [lists.setdefault(ends, len(lists)) for ends in (tuple(map(number, ends)) for ends in trie.ends)]

    def renumbered(node: Mapping[str, Any]) -> dict[str, Any]:
        return {t: at[under] if t == END else renumbered(under) for t, under in node.items()}

    split = {
        head: {
            first: [[rest, tail, number(entry)] for rest, tail, entry in rows]
            for first, rows in tails.items()
        }
        for head, tails in trie.split.items()
    }
    told = [[e.kind, e.id, e.form, sorted(e.tags)] for e in entries]
    return {
        "root": renumbered(trie.root),
        "split": split,
        "ends": [list(ends) for ends in lists],
        "entries": told,
        "size": trie.size,
    }


def trie_of(data: Mapping[str, Any]) -> Trie:
    """Return the trie that `plain` told."""
    entries = [Entry(kind, ident, form, frozenset(tags)) for kind, ident, form, tags in data["entries"]]
    trie = Trie()
    trie.root = data["root"]
    trie.ends = [[entries[e] for e in ends] for ends in data["ends"]]
    trie.split = {
        head: {first: [(rest, tail, entries[e]) for rest, tail, e in rows] for first, rows in tails.items()}
        for head, tails in data["split"].items()
    }
    trie.size = data["size"]
    return trie
