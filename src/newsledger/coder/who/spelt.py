"""Spelt: clans, tribes, gangs and militias that no entry knows and whose name the text spells out."""

from collections.abc import Sequence
from dataclasses import replace

from newsledger.coder.spans import Mention
from newsledger.coder.who.nouns import tags_for
from newsledger.coder.who.reading import Reading

LONGEST = 3  # words of a name before "clan militia"
# what the words behind a name call it; the first that fits
LABELS = (
    ("clan", "Clan"),
    ("trib", "Tribal"),
    ("communal", "Communal"),
    ("cartel", "Cartel"),
    ("gang", "Gang"),
    ("militia", "Militia"),
)
KINDS = {"Gang": "gang", "Cartel": "gang", "Militia": "armed"}  # of the others: communal
NO_NAMES = frozenset(
    "armed rival suspected local unknown unidentified alleged angry heavily several some many two three four five six"
    " the a an shiite shia sunni islamist pro anti ethnic christian muslim on other another no in at".split()
)
ADJECTIVES = ("ous", "ly", "ful", "less", "ing", "ed", "ive", "ent", "ant")
RIVALS = frozenset({"rival", "warring", "feuding", "opposing", "two", "neighbouring", "neighboring"})
EXPLAINED = frozenset({"country", "force", "group", "people", "action", "weapon", "object", "cue"})


def spelt(reading: Reading, mention: Mention, last: int) -> Mention:
    """Return a mention with the name that stands before it ("Ayuub clan militia"), or as it is."""
    if mention.country or mention.kind not in {"communal", "gang", "armed"}:
        return mention
    nouns = " ".join(reading.norm[mention.first : last])
    label = next((name for word, name in LABELS if word in nouns), "")
    first = mention.first
    while label and first and mention.first - first < LONGEST and is_own_name(reading, first - 1):
        first -= 1
    if first == mention.first or (first == 0 and describes(reading.norm[: mention.first])):
        return mention
    name = " ".join(reading.sentence.words.text[first : mention.first])
    kind = KINDS.get(label, "communal")
    tags = tags_for(kind, mention.tags | {kind}, "plural" not in mention.tags)
    return replace(mention, first=first, kind=kind, entry=f"spelt:{label}:{name}", tags=tags)


def describes(words: Sequence[str]) -> bool:
    """Say whether the first word of a sentence, which has a capital anyway, is an adjective and no name ("Deadly
    militia storms …")."""
    return len(words) == 1 and words[0].endswith(ADJECTIVES)


def tribe(reading: Reading, mention: Mention, last: int) -> Mention | None:
    """Return "the Bani Nawf tribe" by its name, or None for a tribe without one.

    "The Albu Ali and Al Fartus tribes" are two, "gunmen of the Bani Nawf tribe" are that tribe's.
    """
    found = spelt(reading, mention, last)
    rivals = found.first and reading.norm[found.first - 1] in RIVALS
    if not found.entry.startswith("spelt:"):
        return (
            replace(mention, entry="tribesmen", tags=mention.tags | {"communal", "armed"}) if rivals else None
        )
    return paired(reading, found, last)


def paired(reading: Reading, found: Mention, last: int) -> Mention:
    """Return a mention by a spelt name, and share what stands before "and" as another of its kind.

    "The Albu Ali and Al Fartus tribes" are two; beside a people that is known a militia is an ethnic one, too.
    """
    norm, at = reading.norm, found.first - 1
    if not found.entry.startswith("spelt:") or norm[at : at + 1] not in (["and"], ["/"]):
        return found
    known = next((u for u in reading.units if u.kind == "people" and u.last == at), None)
    if known is not None:
        _, label, name = found.entry.split(":", 2)
        tags = tags_for("communal", found.tags | {"communal"}, False)
        other = replace(found, first=known.first, last=known.last, kind="communal", entry=known.id, tags=tags)
        reading.shared.append(replace(other, count=None))
        label = "Ethnic" if label == "Militia" else label
        return replace(found, kind="communal", entry=f"spelt:{label}:{name}", tags=tags)
    other = spelt(reading, replace(found, first=at, entry=""), last)
    if other.entry.startswith("spelt:"):
        reading.shared.append(replace(other, last=at))
    return found


def is_own_name(reading: Reading, i: int) -> bool:
    """Say whether token `i` is a capitalised word that nothing else explains."""
    words, norm = reading.sentence.words, reading.norm[i]
    if not words.is_name(i) or not norm.isalpha() or norm in reading.small["breaks"] or norm in NO_NAMES:
        return False
    if words.glued[i] and i and reading.norm[i - 1] in reading.small["stances"]:
        return False  # "pro-Hadi tribesmen"
    return not any(s.first <= i < s.last and s.entry.kind in EXPLAINED for s in reading.sentence.spans)
