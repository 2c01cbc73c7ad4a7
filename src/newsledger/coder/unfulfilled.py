"""Unfulfilled: does the verb of which the noun of an act is the subject say that it did not, or only may, come about?

"An attack on the town could take place", "the raid did not happen", "a strike on the plant would be a disaster",
"stopped him from shooting" tell no act (coding-rules 1).
"""

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import ADVERBS, BE, PREPOSITIONS, before_adverbs
from newsledger.coder.sentence import HARD

MAYBE = frozenset("could may might would can will should shall must".split())
DO = frozenset({"did", "does", "do", "didn't", "doesn't"})
AUXILIARIES = MAYBE | DO | {"never"}
PENDING = frozenset(
    "feared expected planned anticipated imminent likely possible looming due awaited envisaged threatened".split()
)
HAPPEN = frozenset("take happen occur come materialise materialize follow erupt ensue begin start go".split())
HAPPENED = HAPPEN | frozenset("took happened occurred came followed erupted materialised".split())
STARTS = frozenset({"come", "go", "take", "begin", "start", "came", "took"})
ABOUT = frozenset("place ahead about off next soon in on at within before any as to after".split())
NEW = frozenset({"a", "an", "any", "another", "such"})
BOUNDS = HARD | frozenset({",", "who", "which", "that", "and", "when", "where", "said", "left", "killed"})
# words of asking for, or fearing, what has not come about
ASKED = frozenset(
    (verb, preposition)
    for preposition, verbs in {
        "of": "warned warns",
        "for": "called calls appealed pleaded hoped braced",
        "against": "warned",
    }.items()
    for verb in verbs.split()
)
# verbs of those who see to it that somebody does not do a thing ("prevented rebels from attacking")
HINDERING = frozenset(
    f"{verb}{ending}"
    for verb, endings in {
        "prevent": " s ed ing",
        "deter": " s red ring",
        "stop": " s ped ping",
        "dissuade": " s d",
        "discourage": " s d",
        "restrain": " s ed ing",
        "bar": " s red ring",
        "block": " s ed ing",
        "hinder": " s ed ing",
        "prohibit": " s ed ing",
        "keep": " s ing",
    }.items()
    for ending in endings.split(" ")
) | {"kept"}
FORCES = frozenset({"police", "military", "state", "security", "government"})
HINDERED = 10  # tokens between such a verb and what is not done
REACH = 18  # tokens between a noun and the verb of which it is the subject
PHRASE = 4  # tokens before a noun that belong to its phrase
AFTER = 4  # tokens behind a modal in which its verb stands


def is_unfulfilled(frame: Frame) -> bool:
    """Say whether the noun of an act is the subject of a verb by which it did not, or only may, come about, or its word
    in -ing tells what somebody was kept from."""
    norm = frame.sentence.words.norm
    if frame.form == "ing" and is_prevented(frame):
        return True
    if frame.voice != "noun":
        return False
    if asked_on_day(frame):
        return True
    before = norm[max(0, frame.first - PHRASE) : frame.first]
    if not PREPOSITIONS.isdisjoint(before):
        return False
    for at in range(frame.last, min(frame.last + REACH, len(norm))):
        if norm[at] in BOUNDS and not (norm[at] == "and" and "between" in norm[frame.last : at]):
            return False
        if norm[at] in BE:
            return is_pending(norm, at)
        if norm[at] in AUXILIARIES:
            return comes(norm, at, bool(NEW & set(before)))
    return False


def is_pending(norm: list[str], at: int) -> bool:
    """Say whether a noun is said to be feared or to be still to come ("an attack on the town is expected"), by the word
    behind a form of "be"."""
    word = at + 1
    while word < len(norm) - 1 and (norm[word] in ADVERBS or norm[word].endswith("ly")):
        word += 1
    return norm[word : word + 1] != [] and norm[word] in PENDING and norm[word + 1 : word + 2] != ["by"]


def is_prevented(frame: Frame) -> bool:
    """Say whether a word in -ing is what somebody was kept from ("prevented rebels from attacking").

    A crowd that police keep from what it came for is there all the same (coding-rules 2.4).
    """
    norm = frame.sentence.words.norm
    at = before_adverbs(norm, frame.first)
    if norm[at] != "from":
        return False
    for i in range(at - 1, max(-1, at - 1 - HINDERED), -1):
        if norm[i] in HINDERING:
            forces = (m for m in frame.sentence.mentions if m.last <= i and m.kind in FORCES)
            return "crowd" not in frame.tags or not any(forces)
        if norm[i] in BOUNDS:
            return False
    return False


def asked_on_day(frame: Frame) -> bool:
    """Say whether somebody warns of, or calls for, the act of a noun, a day standing between ("called on Monday for a
    strike", "warned on Sunday of attacks")."""
    norm = frame.sentence.words.norm
    for time in frame.sentence.times:
        verb = norm[time.first - 1] if time.first else ""
        behind = norm[time.last : frame.first]
        if 0 < len(behind) <= PHRASE and (verb, behind[0]) in ASKED:
            return PREPOSITIONS.isdisjoint(behind[1:])
    return False


def comes(norm: list[str], at: int, new: bool) -> bool:
    """Say whether the verb behind a modal or "did not" at a token tells of coming about, or of being where the act is
    brought in as `new`."""
    verb = at + 1
    while verb < len(norm) - 1 and (norm[verb] in ADVERBS or norm[verb].endswith("ly")) and verb - at < AFTER:
        verb += 1
    if norm[at] in DO and "not" not in norm[at : verb + 1]:
        return False
    if norm[verb : verb + 1] == ["be"]:
        return new and norm[at] in MAYBE
    if norm[at] == "never" and norm[verb : verb + 1] == ["came"]:
        return True
    if verb >= len(norm) or norm[verb] not in HAPPENED:
        return False
    return norm[verb] not in STARTS or (verb + 1 < len(norm) and norm[verb + 1] in ABOUT)
