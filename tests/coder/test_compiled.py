"""A lexicon compiled before is the lexicon, and one that has changed or is spoilt is compiled again."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsledger.coder.compiled import MOST, plain, trie_of, tries_of
from newsledger.coder.knowledge import load_tries
from newsledger.coder.lexicon import lexicon_files, read_yaml
from newsledger.coder.spans import Entry
from newsledger.coder.trie import Trie
from newsledger.content import coder_folder

TOKENS = st.sampled_from(["a", "b", "c", "d"])
PHRASES = st.lists(st.lists(TOKENS, min_size=1, max_size=4), max_size=12)
SPLIT = st.lists(st.tuples(*[st.lists(TOKENS, min_size=1, max_size=2)] * 2), max_size=4)
ENTRIES = [
    Entry("action", "raid", "noun"),
    Entry("action", "raid", "base", frozenset({"armed", "area"})),
    Entry("weapon", "knife", "word"),
]


def made(phrases: Sequence[Sequence[str]], parted: Sequence[tuple[list[str], list[str]]] = ()) -> Trie:
    """Return a trie of phrases, and of phrases that other words may part, with the entries in turn."""
    trie = Trie()
    for n, words in enumerate(phrases):
        trie.add(words, ENTRIES[n % 3])
    for n, (head, tail) in enumerate(parted):
        trie.add_split(head, tail, ENTRIES[n % 3])
    return trie


class Compiler:
    """What compiles a lexicon of one phrase, and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> list[Trie]:
        self.asked += 1
        return [made([["raid", "on"]])]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "actions.yaml"
    path.write_text("raid on", encoding="utf-8")
    return path


@given(PHRASES, SPLIT, st.lists(TOKENS, max_size=10))
def test_the_same_spans_come_of_what_was_kept(
    phrases: list[list[str]], parted: list[tuple[list[str], list[str]]], tokens: list[str]
) -> None:
    trie = made(phrases, parted)
    back = trie_of(json.loads(json.dumps(plain(trie))))
    assert back.scan(tokens) == trie.scan(tokens)
    assert (back.size, back.split) == (trie.size, trie.split)


def test_a_lexicon_is_compiled_once(cache: Path, file: Path) -> None:
    compiler = Compiler()
    found = [tries_of([file], compiler) for _ in range(3)]
    assert compiler.asked == 1
    assert [[s.entry for s in trie.scan(["raid", "on"])] for (trie,) in found] == [[ENTRIES[0]]] * 3


def test_a_changed_file_is_compiled_again(cache: Path, file: Path) -> None:
    compiler = Compiler()
    tries_of([file], compiler)
    file.write_text("raid at", encoding="utf-8")
    tries_of([file], compiler)
    assert compiler.asked == 2


def test_the_oldest_lexicons_make_room_for_new_ones_alone(cache: Path, file: Path) -> None:
    cache.mkdir()
    (cache / "of-a-file.json").write_text("{}", encoding="utf-8")
    for n in range(MOST + 3):
        file.write_text(str(n), encoding="utf-8")
        tries_of([file], Compiler())
    assert len(list(cache.glob("*.lexicon.json"))) == MOST
    assert (cache / "of-a-file.json").exists()


def test_the_files_of_a_kept_lexicon_are_not_parsed(cache: Path) -> None:
    asked: list[Path] = []

    def read(path: Path) -> Any:
        asked.append(path)
        return read_yaml(path)

    folder = coder_folder() / "lexicon"
    first = load_tries(folder, read)
    assert asked == lexicon_files(folder)
    asked.clear()
    again = load_tries(folder, read)
    assert asked == []
    assert [trie.size for trie in again] == [trie.size for trie in first]


@pytest.mark.parametrize("spoilt", ["", "[{}]", "{}", '{"tries": [{"entries": [[1]]}]}', "null"])
def test_a_spoilt_cache_is_not_believed(cache: Path, file: Path, spoilt: str) -> None:
    tries_of([file], Compiler())
    (kept,) = cache.glob("*.lexicon.json")
    kept.write_text(spoilt, encoding="utf-8")
    (trie,) = tries_of([file], Compiler())
    assert [s.entry for s in trie.scan(["raid", "on"])] == [ENTRIES[0]]
