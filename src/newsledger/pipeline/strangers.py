"""Who acts in these articles and is in no lexicon? Names in sentences with a trigger that nothing knows."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsledger.contract.records import Article

if TYPE_CHECKING:
    from newsledger.coder.engine import Coder
    from newsledger.coder.spans import Sentence

LINKS = frozenset(("of", "for", "and", "the", "al", "de", "ul", "e"))
"""Small words inside of names, as in "Movement for the Liberation of ..."."""
OPENERS = frozenset(('"', "'", ":", "("))
"""After these a capital says nothing either."""
LONGEST = 8
"""Words; a longer run of capitals is a headline."""


def strangers(articles: Iterable[Article], coder: "Coder") -> list[tuple[str, int]]:
    """Return capitalised names that are neither an actor, a place, nor any other entry, with how often they
    stand.

    Only sentences with a trigger are looked at, and of these not the first word. The most frequent come
    first.
    """
    found: Counter[str] = Counter()
    for article in articles:
        story = coder.read(article).story
        acting = {id(f.sentence) for f in story.frames}
        for sentence in story.sentences:
            if id(sentence) in acting and not story.upper:
                spans = [(t.first, t.last) for t in story.times.get(sentence.index, ())]
                found.update(name for name in names(sentence, spans) if not _are_places(name, coder))
    return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))


def _are_places(name: str, coder: "Coder") -> bool:
    """Say whether a name is that of a place, or of several joined by "and"."""
    return all(coder.knowledge.gazetteer.find(part) for part in name.split(" and "))


def names(sentence: "Sentence", times: Iterable[tuple[int, int]] = ()) -> Iterator[str]:
    """Yield the runs of capitalised words of a sentence that no mention of an actor and no time touches.

    A word of the lexicon may be part of a name ("Liberation Column"), but a name has others too.
    """
    words = sentence.words
    taken = {i for first, last in times for i in range(first, last)}
    taken |= {i for m in sentence.mentions for i in range(m.first, m.last)}
    known = {i for s in sentence.spans for i in range(s.first, s.last)}
    first = 1  # a capital there says nothing
    while first < len(words):
        if not _capital(words.text[first]) or first in taken or words.norm[first - 1] in OPENERS:
            first += 1
            continue
        last = first + 1
        while last < len(words) and last not in taken and _goes_on(words.text, last, taken):
            last += 1
        telling = [i for i in range(first, last) if i not in known and len(words.text[i]) > 2]
        if telling and last - first <= LONGEST:
            yield sentence.text_of(first, last)
        first = last + 1


def _capital(word: str) -> bool:
    return word[:1].isupper() and any(c.isalpha() for c in word)


def _goes_on(texts: list[str], at: int, taken: set[int]) -> bool:
    """Say whether a name goes on with the word at `at`: it has a capital, or links to a free one that has."""
    if _capital(texts[at]):
        return True
    linked = at + 1 < len(texts) and at + 1 not in taken and _capital(texts[at + 1])
    return linked and texts[at].casefold() in LINKS
