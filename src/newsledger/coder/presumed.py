"""Presumed: acts that a sentence takes for granted while it tells what else was said or done about them.

Police look into an attack, people survive it, a group claims it, pictures show it: none of these words makes it
happen. Yet where the sentence also says on which day one particular act was done, or how many died in it, it is told
as an event like any other (coding-rules 1). Who claims, lays or condemns an act makes a statement on what is known
("the attack"); it is news only where the act itself comes in as new ("an attack"). The words stand in
coder/lexicon/scope/presumed.yaml.
"""

from newsledger.coder.bombs import clause_on
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import DEADLY, OPENING, RELATIVE_PRONOUNS, ends_in, is_owned
from newsledger.coder.howmany.casualties import tolls_of
from newsledger.coder.sentence import HARD
from newsledger.coder.spans import Sentence, Span
from newsledger.coder.spoken import said_between
from newsledger.coder.untold import ACTS
from newsledger.coder.when.forms import DAY_KINDS, TimeExpression

HARMED = frozenset({"killed", "injured"})
MOURNED = "commemorate"
MARCHES = frozenset({"protest", "protest-people", "gather"})
PRESUMED = "presumed"  # the cue; its tags say what must be told beside: a day, a day or a toll, a toll
HARM = ACTS | DEADLY | frozenset({"clash", "life-attempt", "chemical", "lynch", "mob"})
ONE = frozenset(
    "a an the this that another 's latest second third fresh new yet what apparent suspected".split()
)
NEW = frozenset({"a", "an", "another"})
ARTICLES = NEW | {"the", "this", "that", "'s", "his", "her", "their", "its"}
GENERAL = frozenset("no any every such all similar future possible potential further more".split())
FRESH = frozenset({"weekday", "deictic", "overnight"})
# where nobody claims an act, no statement is told but the act
NOBODY = frozenset({"no", "nobody", "none", "not"})
SPEAKER = 5  # tokens before a claim in which it is said that nobody makes it
PHRASE = 5  # tokens before a noun in which its article stands
CLAUSE = 18  # tokens behind a noun in which its day or its toll stands
COURTS = frozenset({"trial", "commemorate", "prosecution", "fiction"})
WHICH = frozenset({"that", "which", "leaving", "killing", "wounding", "injuring", "claiming"})
BOUNDS = HARD | (OPENING - {"as"}) | {"said", "says", "say", "told", "announced"}
HELD = frozenset(
    "court trial tribunal jury verdict convicted sentenced charged indicted pleaded prosecutors memorial"
    " anniversary museum documentary film book novel".split()
)


def is_presumed(sentence: Sentence, cue: Span, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a cue only takes one particular act for granted that its sentence tells with a day or a toll
    ("police are investigating a raid on a village on Monday", "survivors of the blast which killed nine")."""
    if of_doers(sentence, cue, frame) or of_bomb(sentence, frame, frames):
        return True
    if frame.voice != "noun" or not frame.actions & HARM:
        return False
    if cue.last <= frame.first and ends_in(sentence.words.norm[cue.last : frame.first]):
        return True  # "a dispute over a well degenerated into a clash"
    if not is_one(sentence, cue, frame):
        return False
    if cue.entry.id == MOURNED:  # not what is remembered after years
        fresh = any(t.kind in FRESH for t in sentence.times) and HELD.isdisjoint(sentence.words.norm)
        return fresh and has_day(sentence, frame) and has_toll(sentence, frame, frames)
    needs = next((c.entry.tags for c in sentence.cued(PRESUMED) if c[:2] == cue[:2]), None)
    if needs is None:
        return False
    nobody = not NOBODY.isdisjoint(sentence.words.norm[max(0, cue.first - SPEAKER) : cue.first])
    if "new" in needs and not (nobody or is_new(sentence, frame)):
        return False
    if not HELD.isdisjoint(sentence.words.norm) or any(c.entry.id in COURTS for c in sentence.cues):
        return False
    if any(f.actions & MARCHES and "weak" not in f.tags and not f.scope for f in frames):
        return False  # what people march about
    day = has_day(sentence, frame) or any(has_day(sentence, f) for f in told_more(sentence, frame, frames))
    if "now" in needs and not day and is_new(sentence, frame):
        day = any(of_now(t) and t.last <= frame.first for t in sentence.times)
    return ("day" in needs and day) or ("toll" in needs and has_toll(sentence, frame, frames))


def of_doers(sentence: Sentence, cue: Span, frame: Frame) -> bool:
    """Say whether a clause on the armed people of whom a sentence speaks counts their victims ("are looking into the
    bombers who killed 16 people")."""
    presumes = any(c[:2] == cue[:2] and "toll" in c.entry.tags for c in sentence.cued(PRESUMED))
    return presumes and counts_victims(frame, cue.last) and HELD.isdisjoint(sentence.words.norm)


def of_bomb(sentence: Sentence, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a clause on a bomb tells what it did, and when or to how many ("accused of the bomb that killed
    three people on Thursday")."""
    if "bomb" not in frame.actions or clause_on(frame) < 0 or not HELD.isdisjoint(sentence.words.norm):
        return False
    return has_day(sentence, frame) or has_toll(sentence, frame, frames)


def counts_victims(frame: Frame, after: int) -> bool:
    """Say whether a verb counts whom armed people killed who are named right before it, their last word at token
    `after` or behind ("the bombers who killed 16 people")."""
    norm = frame.sentence.words.norm
    if frame.voice != "active" or not frame.actions & DEADLY or norm[frame.first - 1] not in {"who", "that"}:
        return False
    doers = any("armed" in m.tags and after <= m.last == frame.first - 1 for m in frame.agents)
    return doers and any(m.count for m in frame.targets)


def told_more(sentence: Sentence, frame: Frame, frames: list[Frame]) -> list[Frame]:
    """Return the acts that a clause on a noun, or on whom it befell, tells ("the killing of two men, who were ambushed
    on Tuesday")."""
    norm = sentence.words.norm
    near = (
        f for f in frames if 0 < f.first - frame.last <= CLAUSE and f.voice != "noun" and f.actions & HARM
    )
    return [f for f in near if not RELATIVE_PRONOUNS.isdisjoint(norm[frame.last : f.first])]


def is_one(sentence: Sentence, cue: Span, frame: Frame) -> bool:
    """Say whether a noun names one act in particular and not acts in general ("an attack", "Monday's raid")."""
    before = sentence.words.norm[max(0, cue.first, frame.first - PHRASE) : frame.first]
    if not GENERAL.isdisjoint(before):
        return False
    counted = any(m.count for m in frame.targets)
    return bool(ONE & set(before)) and (frame.form != "nouns" or counted or "the" in before)


def is_new(sentence: Sentence, frame: Frame) -> bool:
    """Say whether the article of a noun brings it in as new ("an attack", not "the attack", "Monday's attack")."""
    before = sentence.words.norm[max(0, frame.first - PHRASE) : frame.first]
    articles = [n for n in before if n in ARTICLES]
    return bool(articles) and articles[-1] in NEW


def of_now(time: TimeExpression) -> bool:
    """Say whether a time is a day, or a night, that is no day of saying something."""
    return time.kind in DAY_KINDS and not time.future and not time.attributed


def has_day(sentence: Sentence, frame: Frame, end: int | None = None) -> bool:
    """Say whether a day stands behind an act in its own clause, which ends at token `end` if that is given, or right
    before it ("Friday's deadly attack")."""
    norm = sentence.words.norm
    for time in sentence.times:
        gap = norm[time.last : frame.first]
        fresh = time.kind in FRESH and time.last <= frame.first
        if fresh and is_owned(gap):
            return True  # and not "the April 2 ambush", which is long known
        if not of_now(time) or (end is not None and time.first >= end):
            continue
        between = norm[frame.last : time.first]
        near = time.first >= frame.last and len(between) <= CLAUSE and BOUNDS.isdisjoint(between)
        if near and not said_between(frame, time.first):
            return True
    return False


def has_toll(sentence: Sentence, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a clause behind a noun counts those who died or were hurt in it ("… in which nine people died")."""
    norm = sentence.words.norm
    if any(
        t.kind in HARMED
        and t.count
        and 0 < t.first - frame.last <= CLAUSE
        and WHICH & set(norm[frame.last : t.first])
        for t in tolls_of(sentence, sentence.times)
    ):
        return True
    return any(
        f.actions & DEADLY
        and 0 < f.first - frame.last <= CLAUSE
        and (WHICH & set(norm[frame.last : f.last]))
        and any(m.count for m in f.targets)
        for f in frames
    )
