"""Unlisted: armed bodies that no list names, by how their names are made and by the short forms of a text."""

from collections.abc import Iterable
from functools import cache

from newsledger import errors
from newsledger.coder.lexicon import read_yaml
from newsledger.coder.spans import Entry, Sentence, Span
from newsledger.coder.who.units import KINDS
from newsledger.coder.who.vocabulary import folder, grammar

BODIES = "bodies.yaml"
BODY, GROUP = "body", "group"
SPELT = {"rebel": "Rebel", "militia": "Band"}  # labels of the names in `who.naming`
LONGEST = 5  # tokens of a name before the words for what it is
REBEL = frozenset({"rebel"})
INSIDE = frozenset({"of", "for", "and", "the"})
BEHIND = frozenset({"of", "for"})
SHORTEST = 2  # letters of a short form
EXPLAINED = frozenset({"country", "force", "cue", "action"})


@cache
def words_of(key: str) -> frozenset[str]:
    """Return a list of the words of the names of armed bodies; a missing one raises `ContentInvalid`."""
    path = folder() / BODIES
    data = read_yaml(path)
    words = data.get(key) if isinstance(data, dict) else None
    if not isinstance(words, list) or not all(isinstance(w, str) for w in words):
        raise errors.ContentInvalid("not a list of words", file=path, field=key, value=words)
    return frozenset(words)


class Unlisted:
    """The bodies of one story that no list names; `short` are their short forms, None for what is no armed body."""

    def __init__(self) -> None:
        self.short: dict[str, Entry | None] = {}

    def read(self, sentence: Sentence, spans: list[Span]) -> list[Span]:
        """Return the spans of a sentence with those of unlisted bodies in the place of what lies inside their names."""
        names = [n for n in (own_name(sentence, s, spans) for s in spans) if n is not None]
        if "(" in sentence.words.norm:
            names = self.learn(sentence, names, spans)
        if self.short:
            spans, names = self.replaced(sentence, spans, names)
        if not names:
            return spans
        for name in names:
            spans = [s for s in spans if s.last <= name.first or s.first >= name.last]
        actors = [s for s in spans if s.entry.kind in KINDS]  # they are read from left to right
        actors = sorted(actors + names, key=lambda s: s.first)
        return actors + [s for s in spans if s.entry.kind not in KINDS]

    def learn(self, sentence: Sentence, names: list[Span], spans: list[Span]) -> list[Span]:
        """Note what a short form in brackets stands for here, and add it to the name before it."""
        words = sentence.words
        groups: dict[int, list[Entry]] = {}
        for span in spans:
            if span.entry.kind == GROUP and span.last - span.first > 1:
                groups.setdefault(span.last, []).append(span.entry)
        known = {(s.first, s.entry.id) for s in spans if s.entry.kind == GROUP}
        found = {n.last: n for n in names}
        for i, token in enumerate(words.norm[:-2]):
            short, key = words.text[i + 1], words.norm[i + 1]
            if token != "(" or words.norm[i + 2] != ")" or not (short.isupper() and len(short) >= SHORTEST):
                continue
            if i in found:
                _, label, name = found[i].entry.id.split(":", 2)
                tags = found[i].entry.tags
                found[i] = Span(found[i].first, i + 3, spelt(label, f"{short}: {name}", tags))
                self.short[key] = found[i].entry
            elif i in groups:
                if len(groups[i]) == 1 and (i + 1, groups[i][0].id) not in known:
                    self.short.setdefault(key, groups[i][0])  # "Hizb-ul-Mujahideen (HM)"
            elif key not in self.short and (first := spells(sentence, i, key)) >= 0:
                self.short[key] = None
                if not words_of("armed").isdisjoint(words.norm[first:i]):
                    entry = spelt(SPELT["rebel"], f"{short}: {sentence.text_of(first, i)}", REBEL)
                    self.short[key], found[i] = entry, Span(first, i + 3, entry)
        return list(found.values())

    def replaced(
        self, sentence: Sentence, spans: list[Span], names: list[Span]
    ) -> tuple[list[Span], list[Span]]:
        """Give the short forms of a sentence the meaning that they have in this story."""
        norm, text = sentence.words.norm, sentence.words.text
        taken = {i for n in names for i in range(n.first, n.last)}
        at = [i for i, n in enumerate(norm) if n in self.short and text[i].isupper() and i not in taken]
        if not at:
            return spans, names
        kept = [s for s in spans if s.entry.kind != GROUP or s.first not in at or s.last != s.first + 1]
        named = [Span(i, i + 1, entry) for i in at if (entry := self.short[norm[i]]) is not None]
        return kept, names + named


def spelt(label: str, name: str, tags: frozenset[str]) -> Entry:
    """Return the entry of a body by the name that a text spells out."""
    return Entry(GROUP, f"spelt:{label}:{name}", "word", tags)


def own_name(sentence: Sentence, span: Span, spans: Iterable[Span]) -> Span | None:
    """Return the whole name around general words for an armed body, or None where they are no part of a longer one."""
    kind = span.entry.kind
    if kind not in {BODY, GROUP} or "party" in span.entry.tags or not sentence.words.is_name(span.first):
        return None
    norm = sentence.words.norm
    if kind == GROUP and (
        span.last - span.first < SHORTEST or not words_of("general").issuperset(norm[span.first : span.last])
    ):
        return None
    explained = {
        i for s in spans if s.entry.kind in EXPLAINED and s != span for i in range(s.first, s.last)
    } - set(range(span.first, span.last))
    first, last = begins(sentence, span, explained), ends(sentence, span, explained)
    if (first, last) == (span.first, span.last):
        return None
    label = next((SPELT[tag] for tag in ("rebel", "militia") if tag in span.entry.tags), SPELT["militia"])
    tags = REBEL if label == SPELT["rebel"] else frozenset({"militia"})
    return Span(first, last, spelt(label, sentence.text_of(first, last), tags))


def begins(sentence: Sentence, span: Span, explained: set[int]) -> int:
    """Return where the capitalised words before a body begin; the first word of a sentence is none of them."""
    words, first = sentence.words, span.first
    breaks = grammar()["breaks"] | grammar()["titles"]
    for i in range(span.first - 1, max(span.first - 1 - LONGEST, 0), -1):
        if i in explained or not words.norm[i].isalpha():
            break
        if words.is_name(i) and words.norm[i] not in breaks:
            first = i
        elif not (words.norm[i] in INSIDE and words.is_name(i - 1) and words.norm[i - 1] not in breaks):
            break
    return first


def ends(sentence: Sentence, span: Span, explained: set[int]) -> int:
    """Return where a name that goes on behind a body ends ("Liberation Front of Zalwan")."""
    words, last = sentence.words, span.last
    if last + 1 >= len(words) or words.norm[last] not in BEHIND:
        return last
    at = last + 1
    while at < len(words) and at not in explained and words.is_name(at) and words.norm[at].isalpha():
        at += 1
    return at if at > last + 1 else last


def spells(sentence: Sentence, at: int, letters: str) -> int:
    """Return where the capitalised words before token `at` begin whose first letters make a short form, or -1."""
    words, i = sentence.words, at - 1
    left, full = letters, letters  # without the small words, and with them
    while i >= 0 and (words.is_name(i) or words.norm[i] in INSIDE):
        initial = words.norm[i][0]
        if words.norm[i] not in INSIDE:
            left = left[:-1] if left[-1:] == initial else ""
        full = full[:-1] if full[-1:] == initial else ""
        if words.is_name(i) and (
            (not left and letters[0] == initial) or (not full and letters[0] == initial)
        ):
            return i if at - i >= len(letters) else -1
        if not left and not full:
            return -1
        i -= 1
    return -1
