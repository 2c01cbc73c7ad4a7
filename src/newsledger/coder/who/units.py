"""Units: the spans that name somebody, one for each stretch of words, before they become mentions."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsledger.coder.spans import Sentence, Span
from newsledger.coder.who.vocabulary import grammar

KINDS = frozenset({"country", "force", "group", "people"})
ORDER = {"group": 0, "country": 1, "people": 2, "force": 3}
SHORT = 4  # letters; shorter names of groups are acronyms and count only in capitals
PLAIN = 7  # letters; a longer name of a group counts in lower case, too ("naxalites")
# small words that a name may begin with in lower case ("al Shabaab", "la Familia")
LED = frozenset({"the", "la", "los", "el", "al", "an", "ash", "as", "ad", "ar", "de"})
NAMESAKE = 7  # tokens of the name of a site that is called after somebody
FILIAL = frozenset({"bin", "ibn", "al", "el", "de", "of"})
SITES = frozenset(
    "airport airfield airbase base barracks hospital university school street road avenue highway bridge square mosque"
    " stadium port dam causeway crossing city camp academy".split()
)


@dataclass(slots=True)
class Unit:
    """Tokens `first` to `last` (exclusive) that name somebody; `ids` are the entries of the phrase."""

    first: int
    last: int
    kind: str
    ids: tuple[str, ...]
    tags: frozenset[str]
    form: str

    @property
    def id(self) -> str:
        """The entry, or the entries joined by "|"."""
        return "|".join(self.ids)


def units_of(sentence: Sentence) -> list[Unit]:
    """Return the units of a sentence from left to right."""
    found: list[Unit] = []
    upper: bool | None = None
    verbal = grammar()["verbal"]
    parted = [s for s in sentence.of_kind("blocker") if "no-actor" in s.entry.tags]
    for span in sentence.spans:
        entry = span.entry
        if entry.kind not in KINDS or "other" in entry.tags:
            continue
        if entry.kind == "force":
            if entry.form == "noun" and span.first and sentence.words.norm[span.first - 1] in verbal:
                continue
            if any(s.first <= span.first and span.last <= s.last for s in parted):
                continue  # "a criminal act"
            if "person" in entry.tags and names_site(sentence, span):
                continue
            if ("thing" in entry.tags or entry.id == "gang") and any(
                s.first <= span.first < s.last for s in sentence.acts
            ):
                continue
        elif entry.kind == "group" or "cap" in entry.tags or "pronoun" in entry.tags:
            if upper is None:
                upper = in_capitals(sentence.words.text)
            if not written_as_name(sentence, span, upper):
                continue
        if found and found[-1].first == span.first:
            merge(found[-1], span)
        else:
            found.append(Unit(span.first, span.last, entry.kind, (entry.id,), entry.tags, entry.form))
    return found


def names_site(sentence: Sentence, span: Span) -> bool:
    """Say whether words for somebody begin the name of a site that is called after him ("King Khalid Airport")."""
    words = sentence.words
    if not words.text[span.first].istitle():
        return False  # in capitals every word is
    for at in range(span.last, min(span.last + NAMESAKE, len(words))):
        if words.norm[at] in SITES:
            return at > span.last and words.text[at][0].isupper()
        if not (words.text[at][0].isupper() or words.norm[at] in FILIAL):
            return False
    return False


OFFICIAL = frozenset({"military", "police", "government"})


def merge(unit: Unit, span: Span) -> None:
    """Add another entry of the same phrase: of one kind they stand together, else the special one wins."""
    entry = span.entry
    if entry.kind == unit.kind:
        if entry.kind == "group" and entry.id not in unit.ids:
            unit.ids = (*unit.ids, entry.id)
            if "past" in unit.tags and "past" not in entry.tags:
                unit.tags = entry.tags  # of two groups of one name the one that there still is
            elif "past" not in entry.tags and OFFICIAL & (unit.tags | entry.tags):
                unit.tags = (unit.tags | entry.tags) - {"rebel", "militia", "party"}
    elif ORDER[entry.kind] < ORDER[unit.kind]:
        unit.kind, unit.ids, unit.tags, unit.form = entry.kind, (entry.id,), entry.tags, entry.form


def in_capitals(tokens: Sequence[str]) -> bool:
    """Say whether a sentence is written in capitals, as old wire copy and some headlines are."""
    letters = [t for t in tokens if len(t) > 1 and t[0].isalpha()]
    return bool(letters) and sum(t.isupper() for t in letters) * 10 > 9 * len(letters)


def written_as_name(sentence: Sentence, span: Span, upper: bool) -> bool:
    """Say whether an ambiguous phrase is written as a name: in capitals, or with a capital letter.

    In a sentence in capitals nothing can be told, and phrases that are English words as well are left alone.
    """
    words, tags = sentence.words, span.entry.tags
    token = words.text[span.first]
    if upper:
        if "pronoun" in tags:
            before = words.norm[span.first - 1] if span.first else ""
            glued = span.last < len(words) and words.glued[span.last]
            return glued or before in {"the", "by", "from", "against"}
        return "word" not in tags
    if "word" in tags or "pronoun" in tags:
        return token.isupper() or sum(c.isupper() for c in token) > 1
    if "common" in tags:
        return True
    if "cap" in tags:
        return token[0].isupper()
    if span.last - span.first > 1:
        return (
            token[0].isupper()
            or not token[0].isalpha()
            or len(token) > SHORT
            or (token in LED and words.text[span.first + 1][0].isupper())
            or (words.glued[span.first + 1] and len(words.text[span.first + 1]) > SHORT)
        )
    if len(token) <= SHORT and "short" not in tags:
        return sum(c.isupper() for c in token) > 1 or not token.isalpha()
    return token[0].isupper() or len(token) >= PLAIN or not token[0].isalpha()
