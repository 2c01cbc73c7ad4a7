"""The small words of coder/lexicon/who/grammar.yaml, read once."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from newsledger import content, errors
from newsledger.coder.lexicon import read_yaml
from newsledger.coder.words import phrase

GRAMMAR = "grammar.yaml"
LISTS = frozenset(
    {
        "own",
        "stances",
        "backers",
        "makers",
        "belonging",
        "articles",
        "breaks",
        "adjectives",
        "verbal",
        "place-before",
        "place-after",
        "scene-after",
        "strikers",
        "attacks",
        "assaults",
        "capital-before",
        "capital-after",
        "singular",
        "american",
        "communities",
        "count-stops",
        "former",
        "titles",
    }
)


def folder() -> Path:
    """Return coder/lexicon/who."""
    return content.coder_folder() / "lexicon" / "who"


@cache
def grammar() -> Mapping[str, frozenset[str]]:
    """Return the word lists by name; a list that is missing or unknown raises `ContentInvalid`."""
    path = folder() / GRAMMAR
    data = read_yaml(path)
    if not isinstance(data, dict) or set(data) != LISTS:
        named = set(data) if isinstance(data, dict) else set()
        raise errors.ContentInvalid(
            "word lists are missing or unknown",
            file=path,
            value=sorted(named ^ LISTS),
            expected="the lists of this file",
        )
    return {name: frozenset(" ".join(phrase(str(text))) for text in texts) for name, texts in data.items()}
