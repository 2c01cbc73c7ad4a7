"""Coordinated: two statements of one sentence that each tell an act of their own at a place of their own, read as two
sentences ("Gunmen shot two men in Kirkuk, and a roadside bomb wounded three soldiers in Tikrit")."""

from collections.abc import Callable, Iterable, Iterator

from newsledger.coder.grammar import DAYS, MONTHS, NO_NAME, PREPOSITIONS, PRONOUNS, RELATIVE_PRONOUNS
from newsledger.coder.sentence import HARD, SOFT
from newsledger.coder.spans import Sentence, Span
from newsledger.coder.words import Words

JOINTS = frozenset({"and", "while", "whilst", "but", ";"})
AT_PLACES = frozenset({"in", "near", "at", "outside", "around"})
BEFORE_NAMES = frozenset(
    "the a an town city village villages district area province region state county neighbourhood neighborhood suburb"
    " quarter port of northern southern eastern western central nearby neighbouring neighboring".split()
)
SHORTEST = 6  # tokens of a statement with doer, act and place
LONGEST_SUBJECT = 9  # tokens before the verb of the second statement
NO_NOUNS = frozenset({"noun", "nouns", "ing", "word"})
RESULTS = frozenset({"kill", "death", "wound", "displace", "burn", "destroy", "arrest"})
PASSIVES = frozenset("was were been being is are".split())
CLOSES = frozenset({'"', "(", ")"})  # a statement between them is not cut
# Tags of cues that leave a statement as it is told.
REPORTING = frozenset({"speech", "way", "after-the-deed", "round-the-deed"})
NO_REPORT = frozenset({"claim", "accusation"})
CLOSED = (
    PREPOSITIONS | PRONOUNS | RELATIVE_PRONOUNS | SOFT | frozenset({"then", "not", "later", "also", "there"})
)


def in_statements(
    sentences: Iterable[Sentence], scan: Callable[[list[str]], list[Span]]
) -> Iterator[Sentence]:
    """Yield sentences, those with two coordinated statements of two acts as two.

    `scan` is the lexicon pass (`Knowledge.scan`); it is asked only where both sides of a conjunction name a place.
    """
    for sentence in sentences:
        at = joint(sentence, scan) if sentence.kind == "body" else 0
        if not at:
            yield sentence
            continue
        words = sentence.words
        end = at - (words.norm[at - 1] == ",")
        for part in (words.slice(0, end), words.slice(at + 1, len(words))):
            goes_on = part.start[0] > words.start[0]
            yield Sentence(part, sentence.line, sentence.index, sentence.part, sentence.kind, goes_on)


def joint(sentence: Sentence, scan: Callable[[list[str]], list[Span]]) -> int:
    """Return where the conjunction between two statements of a sentence stands, 0 where it is one statement."""
    words = sentence.words
    norm = words.norm
    if JOINTS.isdisjoint(norm) or norm[0] in SOFT or not CLOSES.isdisjoint(norm):
        return 0
    named = places(words)
    last = max(named, default=0)
    joints = [
        i for i in range(SHORTEST, len(norm) - SHORTEST) if norm[i] in JOINTS and norm[i + 1] not in CLOSED
    ]
    if not joints or last < joints[0]:
        return 0
    spans = scan(norm)
    named |= acted_upon(words, spans)
    return next((i for i in joints if are_two(words, spans, named, i)), 0)


def places(words: Words) -> dict[int, str]:
    """Return the names behind prepositions of place, by the token at which they begin; none in copy written in
    capitals."""
    norm, found = words.norm, {}
    for i in range(len(norm) - 1):
        if norm[i] not in AT_PLACES:
            continue
        at = i + 1
        while at < len(norm) - 1 and norm[at] in BEFORE_NAMES and not words.text[at].isupper():
            at += 1
        if words.is_name(at) and norm[at] not in DAYS | MONTHS | NO_NAME and not words.text[at].isupper():
            found[at] = norm[at]
    return found


def acted_upon(words: Words, spans: list[Span]) -> dict[int, str]:
    """Return the names right behind verbs of harm, which may be places ("shelled Saraqib, killing three")."""
    people = {s.first for s in spans if s.entry.kind not in {"action", "cue"}}
    verbs = {s.last for s in spans if s.entry.kind == "action" and s.entry.form not in NO_NOUNS}
    loud = words.text[0].isupper() and len(words.text[0]) > 1
    return {
        i: words.norm[i]
        for i in verbs - people
        if not loud and words.is_name(i) and words.norm[i] not in DAYS
    }


def are_two(words: Words, spans: list[Span], named: dict[int, str], at: int) -> bool:
    """Say whether both sides of a conjunction tell an act with a verb, at places of different names, the second with a
    subject of its own, and nothing before takes the first out of scope."""
    norm = words.norm
    left = {n for i, n in named.items() if i < at}
    right = {n for i, n in named.items() if i > at}
    if not right - left or not left - right:
        return False
    before = [s for s in spans if s.entry.kind == "cue" and s.first < at]
    if any(not s.entry.tags & REPORTING or s.entry.tags & NO_REPORT for s in before):
        return False
    acts = [s for s in spans if s.entry.kind == "action" and s.entry.form not in NO_NOUNS]
    behind = [s for s in acts if s.first > at]
    if len(behind) in {0, len(acts)} or is_run_together(norm, at):
        return False
    return has_subject(norm, behind, at)


def is_run_together(norm: list[str], at: int) -> bool:
    """Say whether an "and" with no comma may join less than two statements ("were killed and a nurse hurt when …",
    "the truce that was brokered by A and B broke down")."""
    if norm[at] != "and" or norm[at - 1] == ",":
        return False
    return not (PASSIVES | RELATIVE_PRONOUNS).isdisjoint(norm[:at])


def has_subject(norm: list[str], acts: list[Span], at: int) -> bool:
    """Say whether the first verb behind a conjunction has a subject of its own and tells more than what came of the
    act before ("and three people were killed")."""
    first = acts[0].first
    subject = norm[at + 1 : first]
    if not 0 < len(subject) <= LONGEST_SUBJECT or "," in subject or not HARD.isdisjoint(subject):
        return False
    if any(n in SOFT and (n != "and" or norm[at] == "and") for n in subject):
        return False
    here = [s for s in acts if s.first == first]
    result = all(s.entry.id in RESULTS for s in here)
    passive = subject[-1] in PASSIVES or any(s.entry.id == "death" for s in here)
    return not (result and passive and "by" not in norm[first:])
