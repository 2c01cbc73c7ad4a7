"""Which names may be the scene of an event? Not origins, governments, or the hospital of another town."""

from collections.abc import Sequence
from itertools import pairwise

from newsledger.coder.spans import Sentence
from newsledger.coder.where.mention import PlaceMention

MAJOR = 100_000  # people; "X University" stands in X if X is such a town or is named elsewhere, too


def may_be_scene(mention: PlaceMention, mentions: Sequence[Sequence[PlaceMention]]) -> bool:
    """Say whether a mention may name the scene of an event: no origin, government, police force or country."""
    if mention.cue == "from" or mention.actor or mention.is_country or mention.modifier == "agent":
        return False
    return mention.modifier != "site" or (
        is_known(mention, mentions) and all(p.kind != "sea" for p in mention.candidates[:1])
    )


def is_known(mention: PlaceMention, mentions: Sequence[Sequence[PlaceMention]]) -> bool:
    """Say whether the first part of a site's name is a place: a large town, or one that is named elsewhere, too."""
    if any(p.kind == "capital" or p.population >= MAJOR for p in mention.candidates[:1]):
        return True
    return any(m.name == mention.name and not m.modifier for row in mentions for m in row)


def is_title(sentence: Sentence) -> bool:
    """Say whether a sentence is the title or a headline."""
    return sentence.part == "title" or sentence.kind == "headline"


def segments(sentence: Sentence) -> list[tuple[int, int]]:
    """Return the stretches of a title between dashes and bars: papers put their own name and town into one."""
    norm = sentence.words.norm
    cuts = [-1, *(i for i, word in enumerate(norm) if word in {"—", "|", "«", "»"}), len(norm)]
    return [(a + 1, b) for a, b in pairwise(cuts) if b > a + 1]


def longest_segment(sentence: Sentence) -> tuple[int, int]:
    """Return the longest stretch of a title, which tells the news."""
    return max(segments(sentence), key=lambda s: (s[1] - s[0], -s[0]), default=(0, 0))
