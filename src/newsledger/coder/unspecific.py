"""Unspecific: violence that a story speaks of behind its opening with no word of when, where or upon how many.

Speeches, interviews and reports on a war are full of what an enemy "is doing" and of people who "have been murdered".
News tells its events first, and in the past tense. What stands further down in the present or the perfect alone is what
a conflict is like, and no event of one day (coding-rules 1).
"""

from newsledger.coder.accounts import OWN, Account, Telling
from newsledger.coder.event_types import STRATEGIC
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import HAVE, MODALS, NUMBERS, before_adverbs
from newsledger.coder.ingeneral import uncounted
from newsledger.coder.story import Story
from newsledger.coder.untold import has_effect

OPENING = 2  # sentences of the text in which a story tells its events
LONG = 4  # sentences of the text from which on a story has more than an opening
ACCUSED = 8  # tokens before a verb in -ing in which somebody is accused of it
GOING_ON = frozenset("continue continues keep keeps stop stops without for of from about".split())
SELF = frozenset("i we our my us me ourselves ?".split())
SPOKEN = 0.3  # of the sentences of a text that is spoken by one who says "I" or "we"
DONE = frozenset({"ed", "past", "part"})
NOW = frozenset({"is", "are", "am", "be"})
TOLD = frozenset("heard felt reported cause resulted erupted rocked shook echoed continued broke".split())
TOLD_GAP = 6  # tokens behind a noun in which a verb tells that it happened
LIGHT_GAP = 7  # tokens before a noun in which the verb stands that carries it
ARTICLE_GAP = 3  # tokens before a noun in which its article or number stands
COUNTED = frozenset({"several", "both", "these", "two", "series"})
ONE = frozenset({"a", "an", "the", "this", "that", "'s", "his", "last", "heavy"})
ALL = frozenset({"all", "any", "indiscriminate", "every", "such", "no"})


def weed(accounts: list[Account], story: Story) -> list[Account]:
    """Return the accounts; of a story all of whose violence is only spoken of in general, those of other things.

    Behind the opening of a long story steps that are only spoken of are left out as well, whatever else it tells. What
    is left out goes out of scope.
    """
    body = story.body
    accounts = without_steps(accounts, body)
    violent = [a for a in accounts if a.family == "violence"]
    frames = [t.frame for a in violent for t in a.tellings]
    if len(body) < LONG or not all(is_unspecific(t) for a in violent for t in a.tellings):
        return accounts
    if any(f.sentence.index < body[OPENING] for f in frames) and not is_spoken(story):
        return accounts
    for frame in frames:
        frame.scope, frame.detail = "background", frame.trigger
    return [a for a in accounts if a not in violent]


def without_steps(accounts: list[Account], body: list[int]) -> list[Account]:
    """Return the accounts without the strategic ones that only say what somebody does or wants ("they send
    for help from abroad", "it is trying to seize power"); what has been done may be news ("has imposed a curfew")."""
    if len(body) < LONG:
        return accounts
    steps = [a for a in accounts if all(is_step(t, body[OPENING]) for t in a.tellings)]
    for frame in (t.frame for a in steps for t in a.tellings):
        frame.scope, frame.detail = "background", frame.trigger
    return [a for a in accounts if a not in steps]


def is_step(telling: Telling, opening: int) -> bool:
    """Say whether a step behind the opening has neither day, place nor number, in a form that tells of no act done."""
    frame, own = telling.frame, telling.exact or telling.dated.own
    if telling.decision.rule.event_type != STRATEGIC or own or frame.sentence.index < opening:
        return False
    if any(m.count for m in (*frame.targets, *frame.agents)) or frame.form in DONE:
        return False
    return is_present(frame) or is_wished(frame)


def is_spoken(story: Story) -> bool:
    """Say whether a story is in the main somebody's own words: a speech, an interview, a communiqué."""
    body = [s for s in story.sentences if s.kind == "body"]
    return sum(not SELF.isdisjoint(s.words.norm) for s in body) > SPOKEN * len(body)


def is_unspecific(telling: Telling) -> bool:
    """Say whether a telling of violence names neither day nor place nor number, in no form that tells of one act."""
    if telling.decision.rule.event_type == STRATEGIC or telling.exact or telling.dated.own:
        return False
    if any(p.rule in OWN for p in telling.places):
        return False
    frame = telling.frame
    if any(m.count for m in (*frame.targets, *frame.agents)):
        return False
    if frame.voice == "noun":
        return is_kind(frame)
    return is_present(frame) or is_wished(frame) or (frame.voice == "passive" and is_done_to_people(frame))


def is_kind(frame: Frame) -> bool:
    """Say whether a noun names acts in general: a bare plural or a word without article that no verb tells to have
    happened ("indiscriminate bombing", "the killings and attacks")."""
    norm = frame.sentence.words.norm
    told = has_effect(frame) or not TOLD.isdisjoint(norm[frame.last : frame.last + TOLD_GAP])
    if told or (frame.light and not is_only_meant(frame)):
        return False
    before = norm[max(0, frame.first - ARTICLE_GAP) : frame.first]
    if frame.form in {"nouns", "s"}:
        return not any(n in NUMBERS or n[:1].isdigit() or n in COUNTED for n in before)
    if frame.targets and all(uncounted(norm, m) for m in frame.targets):
        return True  # "the murder of policemen"
    general = norm[frame.last - 1].endswith(("ing", "hostilities"))
    return general and (not ALL.isdisjoint(before) or ONE.isdisjoint(before))


def is_only_meant(frame: Frame) -> bool:
    """Say whether the verb that carries a noun is one of aim or duty ("threatened to carry out killings", "hostilities
    can be stopped")."""
    norm = frame.sentence.words.norm
    before = norm[max(0, frame.first - LIGHT_GAP) : frame.first]
    return "to" in before or not MODALS.isdisjoint([*before, *norm[frame.last : frame.last + 2]])


def is_wished(frame: Frame) -> bool:
    """Say whether an active verb stands in the bare form of an aim or a habit ("to attack and kill", "they kidnap"), or
    in the present tense ("prolongs the war")."""
    if frame.voice != "active" or named(frame):
        return False
    norm = frame.sentence.words.norm
    did = {"did", "to"} & set(norm[max(0, frame.first - 2) : frame.first])
    return (frame.form == "base" and "did" not in did) or frame.form == "s"


def is_present(frame: Frame) -> bool:
    """Say whether an active verb stands in a form that tells of no act done: "is killing", "have killed"."""
    if frame.voice != "active":
        return False
    norm = frame.sentence.words.norm
    at = before_adverbs(norm, frame.first)
    while at > 1 and norm[at] in {"and", ","} and norm[at - 1].endswith(("ed", ",")):
        at -= 2 if norm[at - 1] != "," else 1  # "have resisted, repelled, and removed"
    before = norm[at] if at >= 0 else ""
    if frame.form == "ing" or (frame.form == "word" and norm[frame.last - 1].endswith("ing")):
        accused = any(n.startswith("accus") for n in norm[max(0, at - ACCUSED) : at])
        return before in NOW | {"been"} or (before in GOING_ON and not named(frame) and not accused)
    return frame.form in {"ed", "past", "part"} and before in HAVE and not named(frame)


def is_done_to_people(frame: Frame) -> bool:
    """Say whether a passive tells what is or has been done to nobody in particular ("have been murdered")."""
    norm = frame.sentence.words.norm
    before = set(norm[max(0, frame.first - 3) : frame.first])
    return bool(before & {"been", "is", "are", "being", "be"}) and not named(frame)


def named(frame: Frame) -> bool:
    """Say whether those upon whom an act is done are told of as one person."""
    return any("plural" not in m.tags for m in frame.targets)
