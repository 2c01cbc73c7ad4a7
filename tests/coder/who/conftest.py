from collections.abc import Callable

import pytest

from newsledger import content
from newsledger.coder.knowledge import load_tries
from newsledger.coder.spans import Mention, Sentence
from newsledger.coder.trie import Trie
from newsledger.coder.who.mentions import mentions
from newsledger.coder.who.naming import Actors
from newsledger.coder.words import split_words


@pytest.fixture(scope="session")
def tries() -> tuple[Trie, Trie]:
    return load_tries(content.coder_folder() / "lexicon")


@pytest.fixture(scope="session")
def actors() -> Actors:
    return Actors.load()


@pytest.fixture(scope="session")
def sentence(tries: tuple[Trie, Trie]) -> Callable[[str], Sentence]:
    def read(text: str) -> Sentence:
        words = split_words(text)
        return Sentence(words, 0, 0, spans=[s for t in tries for s in t.scan(words.norm)])

    return read


@pytest.fixture(scope="session")
def found(sentence: Callable[[str], Sentence]) -> Callable[[str], dict[str, Mention]]:
    """Mentions by the words they cover."""

    def read(text: str) -> dict[str, Mention]:
        it = sentence(text)
        return {it.text_of(m.first, m.last): m for m in mentions(it)}

    return read
