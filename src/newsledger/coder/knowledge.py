"""Knowledge: everything the coder has learnt from content, loaded once and never changed."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsledger import content, errors
from newsledger.coder.lexicon import INFLECTIONS, Inflections, add_entry, lexicon_files, read_yaml
from newsledger.coder.page import PageReader
from newsledger.coder.places.gazetteer import Gazetteer
from newsledger.coder.rules import Rules
from newsledger.coder.trie import Trie
from newsledger.coder.who.naming import Actors


@dataclass(frozen=True)
class Knowledge:
    """Lexicon, rules, actors, page furniture and gazetteer."""

    trie: Trie
    rules: Rules
    pages: PageReader
    actors: Actors
    gazetteer: Gazetteer

    @classmethod
    def load(cls, folder: Path | None = None) -> "Knowledge":
        """Load all content of coder/; a malformed file raises `ContentInvalid` with file and line."""
        folder = folder or content.coder_folder()
        return cls(
            load_trie(folder / "lexicon"),
            Rules.load(folder / "rules"),
            PageReader.load(),
            Actors.load(),
            Gazetteer.open(),
        )


def load_trie(folder: Path) -> Trie:
    """Read every lexicon file (those with `kind` and `entries`) into one trie."""
    trie = Trie()
    forms = Inflections.load(folder / INFLECTIONS)
    for path in lexicon_files(folder):
        document = read_yaml(path)
        if not isinstance(document, dict) or "entries" not in document or "kind" not in document:
            continue
        for record in document["entries"]:
            check_record(record, path)
            add_entry(trie, str(document["kind"]), record, forms, path)
    return trie


def check_record(record: Any, path: Path) -> None:
    """Raise `ContentInvalid` unless a lexicon record has an id and phrases."""
    if not isinstance(record, dict) or "id" not in record:
        raise errors.ContentInvalid("a lexicon entry has no id", file=path, value=record, expected="{id, …}")
    for key in ("verbs", "nouns", "words", "tags"):
        values = record.get(key, [])
        if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
            raise errors.ContentInvalid(
                "not a list of texts", file=path, field=f"{record['id']}.{key}", value=values, expected="a list"
            )
