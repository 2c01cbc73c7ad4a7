"""Untold: acts that a sentence names without telling that they happened: aims, plans, what is done in general.

Scope reads cues; this module reads the form of the verb and what stands right before it (coding-rules 1).
"""

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import BE, MODALS, NUMBERS, QUANTITY
from newsledger.coder.sentence import HARD
from newsledger.coder.spans import Mention

ACTS = frozenset(
    "attack kill shoot abduct rape bomb suicide-bomb assault burn destroy loot grenade shell airstrike riot mob arrest"
    " seize-territory retake-territory wound surrender".split()
)
# words before "to" behind which an act is told as done ("began to shell", "went on to kill", "managed to seize")
BEGUN = frozenset(
    "began begin begins begun beginning started start starts starting continued continue continues"
    " continuing went go goes gone going proceeded proceed managed manage manages succeeded used resumed"
    " came come helped help turned returned resorted rushed forced made compelled able dared failed on"
    " them him her us had ordered chose moved opted took joined tried try tries trying attempted attempt"
    " attempts attempting bid plot united reported alleged said believed known thought understood appeared"
    " seemed seen".split()
)
MEANS = frozenset(
    "led caused prompted drove pushed provoked use uses used using employed employing"
    " deployed wielding wielded detonated".split()
)
SAME = frozenset("set beat hit cut put shut hurt burst spread split thrust shed".split())
PLANNED = frozenset({"future", "attempt", "demand", "hypothetical"})
LISTED = frozenset({",", "and", "or"})
THOSE = frozenset({"those", "anyone", "everyone", "all"})
POINTERS = frozenset({"the", "this", "that", "these", "those", "such"})
STOPS = frozenset("of in at on by with for from after before while when as said which who that a an".split())
NEAR = 6  # tokens between two nouns of one list
REACH = 12  # tokens between two verbs of one list


def aim_of(frame: Frame) -> str:
    """Return the words of an aim where a verb only tells what something is for ("arms to kill people"), or empty."""
    norm = frame.sentence.words.norm
    at = frame.first - 1
    if frame.voice != "active" or frame.form != "base" or not frame.actions & ACTS:
        return ""
    if at > 0 and norm[at].endswith("ly"):
        at -= 1
    if at < 1 or norm[at] != "to" or norm[at - 1] in BEGUN or norm[at - 1] in BE:
        return ""
    if MEANS & set(norm[max(0, at - 6) : at]):  # "used explosives to blow up a bridge"
        return ""
    return f"to {frame.trigger}"


def in_past(frame: Frame) -> bool:
    """Say whether a verb is an active past tense, those of one form included ("set", "beat") ("to set" is none)."""
    if frame.voice != "active":
        return False
    norm = frame.sentence.words.norm
    before = norm[frame.first - 1] if frame.first else ""
    same = frame.form == "base" and norm[frame.first] in SAME and before not in MODALS | {"to"}
    return same or frame.form in {"past", "ed"}


def of_a_year(frame: Frame) -> bool:
    """Say whether a year stands before a noun as its name ("a 2019 demonstration"): it is told as history."""
    norm = frame.sentence.words.norm
    if frame.voice != "noun" or frame.first < 2:
        return False
    years = [i for i in (frame.first - 1, frame.first - 2) if len(norm[i]) == 4 and norm[i].isdigit()]
    return any(norm[i - 1] in {"the", "a", "an"} and norm[i][:2] in {"19", "20"} for i in years)


def reason_of(frame: Frame) -> str:
    """Return the words of a reason where a verb in -ing only tells what for ("were held for attacking a post")."""
    norm = frame.sentence.words.norm
    if frame.form != "ing" or frame.voice != "active" or not frame.actions & ACTS or frame.first < 1:
        return ""
    return f"for {frame.trigger}" if norm[frame.first - 1] == "for" else ""


def described(frame: Frame) -> bool:
    """Say whether a verb only says of whom one speaks: "those who burned shops", "among the men who shelled it"."""
    norm = frame.sentence.words.norm
    if frame.first < 2 or norm[frame.first - 1] not in {"who", "that"}:
        return False
    if norm[frame.first - 1] == "who" and norm[frame.first - 2] in THOSE:
        return True
    head = next((m for m in frame.sentence.mentions if m.last == frame.first - 1), None)
    return head is not None and bool({"among", "amongst"} & set(norm[max(0, head.first - 3) : head.first]))


def listed(before: Frame, frame: Frame) -> bool:
    """Say whether a verb is a further one in a list of what is only planned ("plan to burn cars, destroy shops")."""
    meant = before.scope in PLANNED or (before.scope == "topic-only" and described(before))
    if before.sentence is not frame.sentence or not meant or frame.form != before.form:
        return False
    gap = frame.sentence.words.norm[before.last : frame.first]
    if before.voice != "active" or frame.voice != "active" or frame.form not in {"base", "ing"}:
        return False
    if not gap or len(gap) > REACH or any(g in HARD for g in gap):
        return False
    return gap[-1] in LISTED and (frame.form == "base" or gap[-1] != ",")


def is_banned(before: Frame, frame: Frame) -> bool:
    """Say whether a noun is what somebody forbids ("banned pro-government demonstrations")."""
    gap = frame.first - before.last
    nouns = frame.voice == "noun" and bool(frame.actions & {"protest", "gather"})
    return nouns and "ban" in before.actions and before.voice == "active" and 0 <= gap <= NEAR - 2


def listed_noun(before: Frame, frame: Frame) -> bool:
    """Say whether a noun stands in one list with a noun that is only a topic ("cases of extortion and kidnappings")."""
    if before.sentence is not frame.sentence or frame.voice != "noun" or frame.light:
        return False
    if before.voice != "noun" and before.form != "ing":
        return False
    gap = frame.sentence.words.norm[before.last : frame.first]
    joined = bool(gap) and any(g in LISTED for g in gap[:2] + gap[-3:])
    return joined and len(gap) <= NEAR and not any(g in HARD or g in BE or g in STOPS for g in gap)


def points_back(frame: Frame) -> bool:
    """Say whether a noun only points back to what is known ("called the attack …", "these protests show")."""
    if (
        frame.voice != "noun"
        or frame.light
        or frame.targets
        or frame.form == "word"
        or "warlike" in frame.tags
    ):
        return False
    norm = frame.sentence.words.norm
    at = frame.first - 1
    while at >= 0 and frame.first - at < 4 and norm[at] not in POINTERS:
        if norm[at] in STOPS or not norm[at][:1].isalpha():
            return False
        at -= 1
    named = any(at < m.first < frame.first for m in frame.sentence.mentions)
    return at >= 0 and norm[at] in POINTERS and frame.first - at < 4 and not named


def in_general(frame: Frame) -> bool:
    """Say whether a passive tells what is done to people in general: uncounted, now or until now ("are murdered")."""
    if frame.voice != "passive" or not frame.actions & ACTS or not frame.targets:
        return False
    norm = frame.sentence.words.norm
    perfect = norm[frame.first - 1] in {"been", "being"} or norm[frame.first - 1] == "are"
    return perfect and all(uncounted(norm, m) for m in frame.targets)


def uncounted(norm: list[str], mention: Mention) -> bool:
    """Say whether a mention is a bare plural: many people, and no word of how many or which."""
    before = set(norm[max(0, mention.first - 3) : mention.first])
    few = before & (QUANTITY | NUMBERS | {"several", "few", "the", "these"}) - {"many", "members", "all"}
    return "plural" in mention.tags and mention.count is None and not few
