"""What does a frame do to the place behind its verb: is it taken, or is somebody driven from it?"""

from collections.abc import Iterable

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import DAYS
from newsledger.coder.sentence import HARD
from newsledger.coder.story import Story
from newsledger.coder.where.cues import shipped_cues
from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.words import Words

RAIDS = frozenset({"attack", "swoop"})
RAID_REACH = 10  # tokens between the noun of a raid and its place
ATTACKS = frozenset("attack attacks assault assaults raid raids".split())
GAINS = frozenset({"seize-territory", "retake-territory"})
LOSERS = 3  # tokens between a place and the forces that it was taken from
RAIDED = 3  # tokens of the name of a place that is raided
ASIDES = frozenset(
    "who whom whose accused arrested wanted suspected charged convicted".split()
)  # told of persons
AFTER_PLACE = frozenset(", . on and in near late early at overnight before after again yesterday".split())
DRIVEN = 9  # tokens between a verb and the place that people are driven from
AUXILIARIES = frozenset(
    "is are was were been being has have had also then formally officially finally later".split()
)
PLACE_AFTER = frozenset(
    "( village town city district area township county municipality base after following".split()
)
BEFORE_PLACE = frozenset(
    "the town city village of district into to region province strategic key northern southern eastern western most all"
    " parts several nearby border entire whole settlement capital regional provincial last slice part stretch swath"
    " swathe portion strip remaining rest half centre center outskirts suburbs heart".split()
)


def place_role(frame: Frame, story: Story, mentions: Iterable[PlaceMention]) -> frozenset[str]:
    """Return `place-object` if a place is what the verb acts upon ("recaptured Kobani"), `from-place` if it is
    what somebody is driven from ("pushed them out of Kobani"); `mentions` are the places of the frame's sentence."""
    norm = frame.sentence.words.norm
    handed = (
        frame.voice == "passive" and "hand-over" in frame.actions
    )  # "the ransom was handed over to Jones"
    found: set[str] = {"place-object"} if acts_on_name(frame, story) else set()
    for mention in mentions:
        gap = norm[frame.last : mention.first]
        bracket = norm[mention.last : mention.last + 1] == [
            "("
        ]  # a town that bears a country's name: "Tonga (…)"
        undergone = frame.voice == "passive" or "fall" in frame.actions
        undergoes = undergone and mention.cue == "none" and mention.last <= frame.first
        if opens_relative(frame, mention):
            found.add("place-object")
        if undergoes and not mention.is_country and set(norm[mention.last : frame.first]) <= AUXILIARIES:
            found.add("place-object")  # "Aghdam was ceded"
        if mention.first < frame.last or (mention.is_country and not bracket):
            continue
        if not set(gap) - BEFORE_PLACE or is_on_place(frame, gap):
            if not handed:
                found.add("place-object")
        elif len(gap) <= DRIVEN and (gap[-1] == "from" or gap[-2:] == ["out", "of"]):
            found.add("from-place")
    behind = " ".join(norm[frame.last : frame.last + DRIVEN])
    if any(f"{words} it" in behind for words in ("from", "out of")):
        found.add("from-place")
    return frozenset(found)


def is_on_place(frame: Frame, gap: list[str]) -> bool:
    """Say whether the noun of a raid names its place behind "on" or "against" ("the attack by rebels on X", "an attack
    that rebels launched on Monday against X"); `gap` are the tokens between."""
    noun = (
        frame.voice == "noun" or frame.sentence.words.norm[frame.last - 1] in ATTACKS
    )  # "launched an attack"
    if not noun or not frame.actions & RAIDS or len(gap) > RAID_REACH:
        return False
    end = len(gap)
    while end and gap[end - 1] in BEFORE_PLACE:
        end -= 1
    return end > 0 and gap[end - 1] in {"on", "against"} and HARD.isdisjoint(gap)


def opens_relative(frame: Frame, mention: PlaceMention) -> bool:
    """Say whether a place stands before a relative clause that tells who takes it ("Damboa, which the army retook")."""
    norm, own = frame.sentence.words.norm, frame.clause[0]
    at = mention.last + (norm[mention.last : mention.last + 1] == [","])
    if frame.voice != "active" or norm[at : at + 1] != ["which"] or own != at + 1:
        return False
    return any(own <= m.first < frame.first for m in frame.agents)


def acts_on_name(frame: Frame, story: Story) -> bool:
    """Say whether a verb acts upon a name that nobody bears: a place no gazetteer knows ("overran Ntamugenga")."""
    words, at = frame.sentence.words, frame.last
    if frame.voice == "active" and words.norm[at : at + 1] == ["it"]:
        taken = frame.actions & {"retake-territory", "by-force"}  # "rebels wrested it from the army"
        ground = frame.actions & {"seize-territory"} and ("take-item" not in frame.actions or of_town(frame))
        return bool(taken or ground)
    while at < len(words) and words.norm[at] in BEFORE_PLACE:
        at += 1
    held = frame.actions & {"seize-territory", "retake-territory", "hand-over"} and not frame.actions & {
        "capture"
    }
    raided = bool(frame.actions & RAIDS) and is_raided(frame, at)
    told = raided or words.norm[frame.first].startswith("recover") or names_place(words.norm, words.text, at)
    told = told or (bool(frame.actions & GAINS) and is_taken_from_forces(frame, at))
    if not (held or told):
        return False
    if story.upper or frame.voice != "active" or at >= len(words) or not words.is_name(at):
        return False
    if not words.norm[at].isalpha() or ("hand-over" in frame.actions and is_person(words, at)):
        return False
    times = story.times.get(frame.sentence.index, ())
    known = [
        *frame.sentence.mentions,
        *(s for s in frame.sentence.spans if s.entry.kind != "cue"),
        *times,
    ]
    return not any(k.first <= at < k.last for k in known)


def is_raided(frame: Frame, at: int) -> bool:
    """Say whether the name at a token is that of a place which fighters come over and no gazetteer knows: nothing shows
    that a person bears it ("jihadists attacked Zurkafar on Monday")."""
    words = frame.sentence.words
    last = name_end(words, at)
    if not 0 < last - at <= RAIDED or is_person(words, at):
        return False
    behind = words.norm[last : last + 1]
    ends = not behind or behind[0] in AFTER_PLACE or behind[0] in DAYS
    return ends and any("armed" in m.tags for m in frame.agents) and not frame.targets


def is_taken_from_forces(frame: Frame, at: int) -> bool:
    """Say whether the name at a token is that of a place that forces lost ("seized Xanadu Hills from the army")."""
    words = frame.sentence.words
    last = name_end(words, at)
    forces = (m for m in frame.sentence.mentions if "armed" in m.tags and last < m.first <= last + LOSERS)
    return last > at and not is_person(words, at) and words.norm[last : last + 1] == ["from"] and any(forces)


def is_person(words: Words, first: int) -> bool:
    """Say whether the name at token `first` is a person's: a title or a given name opens it, or his age or what he did
    follows it."""
    last, cues = name_end(words, first), shipped_cues()
    behind = words.norm[last : last + 2]
    aged = behind[:1] == [","] and len(behind) > 1 and (behind[1].isdecimal() or behind[1] in ASIDES)
    return aged or words.norm[first] in cues.given or words.norm[first] in cues.titles


def name_end(words: Words, at: int) -> int:
    """Return where the run of names that begins at token `at` ends; `at` where none does."""
    while at < len(words) and words.is_name(at):
        at += 1
    return at


def of_town(frame: Frame) -> bool:
    """Say whether a town or a post is the last thing told of before a verb ("attacked the town and captured it")."""
    before = [s for s in frame.sentence.things if s.last <= frame.first]
    return bool(before) and any(
        s.entry.id in {"territory", "installation"} for s in before if s.last == before[-1].last
    )


def names_place(norm: list[str], text: list[str], at: int) -> bool:
    """Say whether what follows a name at a token shows that it is a place's ("captured Katale (North Kivu)")."""
    last = at
    while last < len(norm) and text[last][:1].isupper():
        last += 1
    return last < len(norm) and norm[last] in PLACE_AFTER
