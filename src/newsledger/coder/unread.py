"""Unread: a short report that counts dead or wounded and names what they came by, of which no rule reads a row.

"He pulled the pins of two grenades in the hall. Nine people were hurt." The deed stands in words that no list has; the
people hit, the weapon or those who bear it are told all the same (coding-rules 2). Only a report of a few sentences in
which no word speaks of chance, of crime, of a court or of what is past is read so: in a longer one the dead may be
anybody's.
"""

from newsledger.coder.frames import Frame
from newsledger.coder.howmany.casualties import counts_harmed
from newsledger.coder.parties import is_state
from newsledger.coder.scope import SENTENCE_REASONS
from newsledger.coder.spans import Sentence
from newsledger.coder.story import HARM, Story

SHORT = 5  # sentences of a text that has room for one event
# weapons by what they make of an event, the surest first (coding-rules 2.2)
WEAPONS = ("chemical", "suicide", "grenade", "ied", "drone", "air", "artillery")
ELSEWHERE = SENTENCE_REASONS.keys() | {"commemorate"}  # cues of chance, courts, games and days of mourning
NEAR = 2  # sentences between a weapon, or those who bear it, and those hit
FIGHTERS = frozenset({"group", "gang", "communal", "armed"})
STREET = frozenset({"protest", "riot", "mob", "gather", "block", "fill-streets", "brawl"})


def lend(story: Story) -> bool:
    """Give the dead and wounded of a short report without a row the weapon that is named near them, or let those whom
    armed people stand near be killed by them; say whether any frame was changed."""
    if len(story.body) > SHORT or any(f.scope or f.actions & STREET for f in story.frames):
        return False
    if any(c.entry.id in ELSEWHERE for s in story.sentences for c in s.cues):
        return False
    hit = [
        f for f in story.frames if f.actions & HARM and not f.agents and counts_harmed(f.sentence, sums=False)
    ]
    if not hit:
        return False
    weapon = next((w for w in WEAPONS if any(names(s, w) for f in hit for s in beside(story, f))), "")
    changed = False
    for frame in hit:
        if weapon and not frame.weapons:
            frame.weapons = frozenset({weapon})
            changed = True
        elif not weapon and "death" in frame.actions and any(has_fighters(s) for s in beside(story, frame)):
            frame.actions |= {"kill"}
            frame.voice = "passive"
            changed = True
    return changed


def beside(story: Story, frame: Frame) -> list[Sentence]:
    """Return the sentences around a frame, its own included."""
    return [s for s in story.sentences if abs(s.index - frame.sentence.index) <= NEAR]


def names(sentence: Sentence, weapon: str) -> bool:
    """Say whether a sentence names a weapon."""
    return any(s.entry.id == weapon for s in sentence.of_kind("weapon"))


def has_fighters(sentence: Sentence) -> bool:
    """Say whether a sentence tells of armed people or a group that are no state's."""
    return any(m.kind in FIGHTERS and not is_state(m) for m in sentence.mentions)
