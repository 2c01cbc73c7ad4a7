"""Which words count people and say what happened to them? The tables of coder/lexicon/howmany, read once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newsledger import content, errors
from newsledger.coder.lexicon import Inflections, add_entry, read_yaml
from newsledger.coder.spans import Span
from newsledger.coder.trie import Trie
from newsledger.coder.words import phrase

Phrases = tuple[tuple[str, ...], ...]
TOLL_KINDS = frozenset({"killed", "injured", "captured", "missing", "displaced", "arrested"})
BODY = 8  # tokens between "hit" and a part of the body
TAKES = frozenset(
    {
        "acts",
        "suffers",
        "state",
        "event",
        "lives",
        "number",
        "bodies",
        "self",
        "uncertain",
        "fold",
        "charges",
        "listed",
    }
)


def folder() -> Path:
    """Return coder/lexicon/howmany."""
    return content.coder_folder() / "lexicon" / "howmany"


class WordList(frozenset[str]):
    """Words of one meaning (the set itself) and phrases of that meaning, found at a place of a sentence."""

    longer: dict[str, list[tuple[str, ...]]]

    def __new__(cls, texts: Iterable[str]) -> "WordList":
        """Make the list from words and phrases as they are written."""
        phrases = {phrase(str(text)) for text in texts}
        made = super().__new__(cls, (p[0] for p in phrases if len(p) == 1))
        made.longer = {}
        for words in sorted((p for p in phrases if len(p) > 1), key=lambda p: (-len(p), p)):
            made.longer.setdefault(words[0], []).append(words)
        return made

    def at(self, tokens: list[str], at: int) -> int:
        """Return the length of the phrase that begins at token `at`, or 0."""
        for words in self.longer.get(tokens[at], ()):
            if tuple(tokens[at : at + len(words)]) == words:
                return len(words)
        return 1 if tokens[at] in self else 0

    def anywhere(self, tokens: list[str], first: int, last: int) -> bool:
        """Say whether a phrase begins between tokens `first` and `last` (exclusive)."""
        window = tokens[max(first, 0) : max(last, 0)]
        if not self.isdisjoint(window):
            return True
        if self.longer.keys().isdisjoint(window):
            return False
        return any(self.at(tokens, i) for i in range(max(first, 0), min(last, len(tokens))))


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The tables of numbers.yaml: values by word, and the lists of words around a number."""

    units: Mapping[str, int]
    tens: Mapping[str, int]
    multipliers: Mapping[str, int]
    vague: Mapping[str, int]
    lists: Mapping[str, WordList]
    starts: frozenset[str]
    closers: frozenset[str]  # last words of "at least" and the like


@dataclass(frozen=True, slots=True)
class People:
    """Nouns for people: singular and plural ones, and nouns that are counted but are no people."""

    one: frozenset[str]
    many: frozenset[str]
    things: frozenset[str]


@cache
def number_words() -> NumberWords:
    """Read numbers.yaml; raises `ContentInvalid` where it is malformed."""
    data = read_yaml(folder() / "numbers.yaml")
    lists = {name: WordList(data[name]) for name in ("none", "both", "least", "most", "about")}
    lists |= {name: WordList(data[name]) for name in ("amounts", "money", "labels")}
    starts = frozenset(
        {*data["units"], *data["tens"], *data["multipliers"], *data["vague"], "a", "an", "half"}
        | lists["none"]
        | lists["both"]
        | lists["none"].longer.keys()
    )
    closers = frozenset(phrase(str(text))[-1] for name in ("least", "most", "about") for text in data[name])
    tables = (data["units"], data["tens"], data["multipliers"], data["vague"])
    return NumberWords(*tables, lists, starts, closers)


@cache
def people(forms: Inflections | None = None) -> People:
    """Read people.yaml; plurals come from the generated inflections."""
    path = folder() / "people.yaml"
    data = read_yaml(path)
    forms = forms or Inflections.load()
    one: set[str] = set(data["words"])
    many: set[str] = set(data["plurals"])
    for text in data["nouns"]:
        for words, form in forms.noun_phrases(text, path):
            (one if form == "noun" else many).add(words[-1])
    return People(frozenset(one - many), frozenset(many), frozenset(data["things"]))


@cache
def grammar() -> Mapping[str, WordList]:
    """Read the word lists of grammar.yaml; `pronouns` is read by `pronoun_counts`."""
    data = read_yaml(folder() / "grammar.yaml")
    return {name: WordList(members) for name, members in data.items()}


@cache
def pronoun_counts() -> Mapping[str, int]:
    """Return how many people a pronoun stands for, 0 where it is a plural."""
    counts: dict[str, int] = read_yaml(folder() / "grammar.yaml")["pronouns"]
    return counts


@cache
def party_starts() -> frozenset[str]:
    """Return the words with which a noun phrase for people may begin that is neither a number nor a mention."""
    known = people()
    return (
        known.one
        | known.many
        | grammar()["determiners"]
        | {*pronoun_counts(), "others", "dozens", "rest", "both"}
    )


@cache
def toll_trie(forms: Inflections | None = None) -> Trie:
    """Compile tolls.yaml; raises `ContentInvalid` for an entry without a kind or a way to take its people."""
    path = folder() / "tolls.yaml"
    forms = forms or Inflections.load()
    trie = Trie()
    for record in read_yaml(path)["entries"]:
        tags = set(record.get("tags", ()))
        if "none" not in tags and (len(tags & TOLL_KINDS) != 1 or not tags & TAKES):
            raise errors.ContentInvalid(
                "a toll word needs one kind and one way to take its people",
                file=path,
                field=str(record.get("id")),
                value=", ".join(sorted(tags)),
                expected=f"one of {', '.join(sorted(TOLL_KINDS))} and one of {', '.join(sorted(TAKES))}",
            )
        add_entry(trie, "toll", record, forms, path)
    return trie


def toll_spans(tokens: list[str]) -> list[Span]:
    """Return the toll words of a sentence, without the phrases that only look like one."""
    body = grammar()["body"]
    return [
        span
        for span in toll_trie().scan(tokens)
        if "none" not in span.entry.tags
        and not (
            "body" in span.entry.tags
            and body.isdisjoint(tokens[max(span.first - BODY, 0) : span.last + BODY])
        )
    ]
