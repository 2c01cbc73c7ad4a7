"""Which places are only where something was said or older events were, and which capitals stand for their states?"""

from newsledger.coder.frames import Frame
from newsledger.coder.spans import Sentence, Span
from newsledger.coder.story import Story
from newsledger.coder.where.context import PlaceContext
from newsledger.coder.where.mention import PlaceMention

HISTORY = frozenset({"background", "commemoration"})
NOUN_AFTER = frozenset({"the", "a", "an", "this", "of", "in"})
SPEAKER = 3  # tokens between a place and the verb of saying whose subject it belongs to
PAUSES = frozenset(
    {",", "and", "but"}
)  # words between a place and a verb of saying whose subject stands before
NAMED_TOO = 2  # tokens of "and" and a name
HEARERS = 9  # tokens behind a verb of saying in which its hearers and place stand
# what a capital that is only a place does, or what stands behind its name instead of a verb
BEFALLS = frozenset(
    "is was were are has had have fell woke saw remained came went faced experienced in on at after before as where"
    " which and or to for from by with during under the a an police residents airport university clashes attack attacks"
    " bombing protests market hospital".split()
)
MEETINGS = frozenset(
    "meeting meetings talks dialogue summit conference session round negotiations assembly forum congress".split()
)
PLANNED = frozenset("scheduled slated planned due upcoming next".split())
SET_FOR = 12  # tokens between the words that set a meeting and its place
SHORT = 3  # letters of a word in capitals that is no dateline
UNDERGONE = frozenset({"been", "was", "were", "being", "are", "also"})


def set_aside(story: Story, places: PlaceContext) -> None:
    """Keep the places of sayings and of history from being taken for the scene of an event."""
    for sentence, mentions in zip(story.sentences, places.mentions, strict=True):
        frames = [f for f in story.frames if f.sentence is sentence]
        history = bool(frames) and all(f.scope in HISTORY for f in frames)
        norm = sentence.words.norm
        cues = [s for s in sentence.speech if norm[s.first - 1] not in NOUN_AFTER]  # "in the state of X"
        for mention in mentions:
            said = any(belongs_to_saying(sentence, mention, cue, frames) for cue in cues)
            if history or said or is_government(sentence, mention) or is_appointed(norm, mention.first):
                mention.actor = True
            elif norm[mention.last : mention.last + 1] == ["based"]:
                mention.actor = True  # "the Cairo based agency"
            elif is_dateline(sentence, mention, story.upper):
                mention.actor = True


def belongs_to_saying(sentence: Sentence, mention: PlaceMention, cue: Span, frames: list[Frame]) -> bool:
    """Say whether a place is where something was said: "officials in A said", "told parliament in B"."""
    norm = sentence.words.norm
    if cue.first and norm[cue.first - 1] in UNDERGONE:
        return False  # "clashes have been reported in A"
    if norm[cue.first] == "state" and cue.first and sentence.words.is_name(cue.first - 1):
        return False  # "in Kano state"
    if mention.last <= cue.first:
        gap = norm[mention.last : cue.first]
        if gap[:1] == ["and"] and len(gap) == NAMED_TOO and sentence.words.is_name(cue.first - 1):
            gap = []  # "ministries in A and B said"
        acted = any(mention.last <= f.first < cue.first for f in frames)
        return norm[cue.first] != "according" and len(gap) <= SPEAKER and not acted and PAUSES.isdisjoint(gap)
    if mention.first < cue.last or mention.first - cue.last > HEARERS:
        return False
    if norm[cue.last : mention.first] == ["in"] and norm[mention.last : mention.last + 1] == ["that"]:
        return True  # "said in New York that rebels had …"
    told = any(f.last <= cue.first for f in frames) or all(f.scope for f in frames)
    return told and not any(cue.last <= f.first < mention.first for f in frames)


def is_appointed(norm: list[str], first: int) -> bool:
    """Say whether a place is one where a meeting is to be held ("the talks scheduled for Monday in Geneva")."""
    before = norm[max(0, first - SET_FOR) : first]
    told = not PLANNED.isdisjoint(before) or any(
        before[i : i + 3] == ["to", "be", "held"] for i in range(len(before))
    )
    return told and not MEETINGS.isdisjoint(norm[max(0, first - 2 * SET_FOR) : first])


def is_government(sentence: Sentence, mention: PlaceMention) -> bool:
    """Say whether a capital opens its sentence as the subject of a verb: its state does something ("Baku put the blame
    on …"), unless the verb tells of what befalls a town ("Kabul fell")."""
    norm, words = sentence.words.norm, sentence.words
    opens = mention.first == 0 or norm[: mention.first] == ['"']
    if not opens or mention.cue != "none" or mention.last >= len(norm):
        return False
    verb = norm[mention.last]
    capital = any(p.kind == "capital" for p in mention.candidates[:1])
    return capital and verb.isalpha() and not words.is_name(mention.last) and verb not in BEFALLS


def is_dateline(sentence: Sentence, mention: PlaceMention, upper: bool) -> bool:
    """Say whether a town is that of a dateline which has no dash: written in capitals in a text that is not, or right
    before the name or adjective of another country ("Nairobi Ethiopian soldiers killed …")."""
    words = sentence.words
    if upper or sentence.kind == "headline" or mention.cue != "none" or mention.is_country:
        return False
    if mention.last >= len(words) or (not words.is_name(mention.last) and words.norm[mention.last] != "("):
        return False
    loud = all(t.isupper() and len(t) > SHORT for t in words.text[mention.first : mention.last])
    if loud and (words.norm[mention.last] != "(" or mention.first == 0):
        return True
    capital = next((p for p in mention.candidates[:1] if p.kind == "capital"), None)
    nation = next((s for s in sentence.of_kind("country") if s.first == mention.last), None)
    return capital is not None and nation is not None and nation.entry.id != capital.country
