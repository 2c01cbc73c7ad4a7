"""Unknown names: capitalised names where an actor should stand that no entry of the lexicon knows."""

from collections import Counter
from collections.abc import Iterable

from newsledger.coder.spans import Sentence
from newsledger.coder.who.units import KINDS, in_capitals
from newsledger.coder.who.vocabulary import grammar

NAMES = KINDS - {"force"}
VERB_FORMS = frozenset({"s", "past", "part", "ed", "base", "ing"})
INSIDE = frozenset({"of", "the", "de", "al", "for", "ul", "el", "la", "du", "des", "del"})
LONGEST = 8  # tokens of a name
AFTER_VERB = 2  # tokens between a verb and its object's name ("attacked the Alpha Front")


def unknown_names(sentences: Iterable[Sentence]) -> Counter[str]:
    """Count the capitalised names that stand right before or behind a verb of action and that no entry knows.

    Sentences in capitals are left out, since nothing tells a name in them.
    """
    found: Counter[str] = Counter()
    for sentence in sentences:
        if not in_capitals(sentence.words.text):
            found.update(names_of(sentence))
    return found


def names_of(sentence: Sentence) -> list[str]:
    """Return the unknown names of one sentence, in order."""
    named = {i for s in sentence.spans if s.entry.kind in NAMES for i in range(s.first, s.last)}
    words = {i for s in sentence.of_kind("force") for i in range(s.first, s.last)}
    verbs = [s for s in sentence.acts if s.entry.form in VERB_FORMS]
    found: dict[tuple[int, int], str] = {}
    for verb in verbs:
        for first, last in (name_before(sentence, verb.first), name_behind(sentence, verb.last)):
            tokens = set(range(first, last))
            if tokens and not tokens & named and not tokens <= words:
                found[first, last] = sentence.text_of(first, last)
    return [found[key] for key in sorted(found)]


def name_before(sentence: Sentence, at: int) -> tuple[int, int]:
    """Return the range of the name that ends before token `at`, looking past auxiliaries; empty for none."""
    words = sentence.words
    last = at
    while last > 0 and words.norm[last - 1] in grammar()["breaks"]:
        last -= 1
    first = last
    while (
        first > 0 and last - first < LONGEST and (is_name(sentence, first - 1) or inside(sentence, first - 1))
    ):
        first -= 1
    while first < last and not is_name(sentence, first):
        first += 1
    return first, last


def name_behind(sentence: Sentence, at: int) -> tuple[int, int]:
    """Return the range of the name that starts at token `at`, looking past an article; empty for none."""
    first, end = at, len(sentence.words)
    while first < min(at + AFTER_VERB, end) and not is_name(sentence, first):
        if sentence.words.norm[first] not in grammar()["articles"]:
            return at, at
        first += 1
    last = first
    while last < end and last - first < LONGEST and (is_name(sentence, last) or inside(sentence, last)):
        last += 1
    while last > first and not is_name(sentence, last - 1):
        last -= 1
    return first, last


def is_name(sentence: Sentence, i: int) -> bool:
    """Say whether token `i` can be part of a name: a capital, and no small word."""
    words = sentence.words
    return words.is_name(i) and words.norm[i] not in grammar()["breaks"]


def inside(sentence: Sentence, i: int) -> bool:
    """Say whether token `i` is a small word that joins two parts of a name."""
    words = sentence.words
    return (
        words.norm[i] in INSIDE and 0 < i < len(words) - 1 and words.is_name(i - 1) and words.is_name(i + 1)
    )
