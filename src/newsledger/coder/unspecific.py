"""Unspecific: violence that a story speaks of behind its opening with no word of when, where or upon how many.

Speeches, interviews and reports on a war are full of what an enemy "is doing" and of people who "have been murdered".
News tells its events first, and in the past tense. What stands further down in the present or the perfect alone is what
a conflict is like, and no event of one day (coding-rules 1). Nor is a development that a story only speaks of beside
its events, with no word of when or where: roads closed, talks held, forces on the move.
"""

from collections.abc import Iterable

from newsledger.coder.accounts import OWN, Account, Telling
from newsledger.coder.event_types import DISRUPTED, STRATEGIC, TRANSFER
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import HAVE, MODALS, NUMBERS, PARTICIPLES, before_adverbs
from newsledger.coder.howmany.casualties import counts_harmed
from newsledger.coder.ingeneral import uncounted
from newsledger.coder.story import Story
from newsledger.coder.untold import has_effect

# developments of which news tells beside an event, on its day and at its place
TOLD_BESIDE = frozenset({"Arrests", DISRUPTED, TRANSFER})
COMES = frozenset({"armed-move", "come-in", "come-after", "go-in", "move-forces"})
AFTER_ALL = frozenset({"before", "until", "when", "time"})  # what opens such a clause, "by the time" too
HELD = frozenset({"control", "hands", "grip", "rule"})
OPENING = 2  # sentences of the text in which a story tells its events
LONG = 4  # sentences of the text from which on a story has more than an opening
ACCUSED = 8  # tokens before a verb in -ing in which somebody is accused of it
GOING_ON = frozenset("continue continues keep keeps stop stops without for of from about".split())
SELF = frozenset("i we our my us me ourselves ?".split())
SPOKEN = 0.3  # of the sentences of a text that is spoken by one who says "I" or "we"
NOW = frozenset({"is", "are", "am", "be"})
TOLD = frozenset("heard felt reported cause resulted erupted rocked shook echoed continued broke".split())
TOLD_GAP = 6  # tokens behind a noun in which a verb tells that it happened
LIGHT_GAP = 7  # tokens before a noun in which the verb stands that carries it
ARTICLE_GAP = 3  # tokens before a noun in which its article or number stands
COUNTED = frozenset({"several", "both", "these", "two", "series"})
ONE = frozenset({"a", "an", "the", "this", "that", "'s", "his", "last", "heavy"})
ALL = frozenset({"all", "any", "indiscriminate", "every", "such", "no"})


def weed(accounts: list[Account], story: Story) -> list[Account]:
    """Return the accounts that tell of events: without steps that are only spoken of, without violence where a story
    speaks of all of it in general, and without developments told in passing.

    What is left out goes out of scope.
    """
    for weeded in (without_steps, without_general, without_asides, without_recalled):
        accounts = weeded(accounts, story)
    return accounts


def set_aside(tellings: Iterable[Telling]) -> None:
    """Take what tellings tell out of scope."""
    for telling in tellings:
        telling.frame.scope, telling.frame.detail = "background", telling.frame.trigger


def without(accounts: list[Account], left: list[Account]) -> list[Account]:
    """Return accounts without some that are left out, and take these out of scope."""
    set_aside(t for a in left for t in a.tellings)
    return [a for a in accounts if a not in left]


def without_asides(accounts: list[Account], story: Story) -> list[Account]:
    """Return accounts without the developments that a story tells behind its opening, beside an event, with neither a
    day nor a place of their own, and without troops of whom it only tells that an event was over when they came."""
    body = story.body
    late = [a for a in accounts if all(comes_late(t.frame) for t in a.tellings)]
    if late and any(is_event(a) for a in accounts):
        accounts = without(accounts, late)
    if len(body) < LONG:
        return accounts
    asides = [a for a in accounts if is_aside(a, body[OPENING])]
    beside = any(is_event(a) for a in accounts if a not in asides)
    return without(accounts, asides) if beside else accounts


def comes_late(frame: Frame) -> bool:
    """Say whether forces only come in a clause of time ("the attackers fled before troops arrived")."""
    if not frame.actions <= COMES or not frame.agents or frame.voice != "active":
        return False
    norm, at = frame.sentence.words.norm, frame.agents[0].first
    return not AFTER_ALL.isdisjoint(norm[max(at - 2, 0) : at])


def without_states(tellings: list[Telling], story: Story) -> list[Telling]:
    """Return tellings without those that only say, behind the opening of a story that tells other violence, in whose
    hands a place is ("the valley is in rebel hands")."""
    body = story.body
    if len(body) < LONG:
        return tellings
    states = [t for t in tellings if t.frame.sentence.index >= body[OPENING] and is_held(t.frame)]
    kept = [t for t in tellings if t not in states]
    if all(t.decision.rule.event_type == STRATEGIC for t in kept):
        return tellings
    set_aside(states)
    return kept


def is_held(frame: Frame) -> bool:
    """Say whether a trigger is the present state of a place, and not what has come to be now ("is in the hands of
    the militia")."""
    words = frame.sentence.words.norm[frame.first : frame.last]
    return words[0] in {"is", "are"} and "now" not in words and not HELD.isdisjoint(words)


def is_event(account: Account) -> bool:
    """Say whether an account is of more than a development that may go beside it."""
    return account.decision.rule.event_type != STRATEGIC


def is_aside(account: Account, opening: int) -> bool:
    """Say whether all that is told of a development stands behind the sentence `opening` and names no day or place; of
    those that go beside an event, only what was destroyed by nobody told is one ("a mill was also burned down")."""
    if any(t.frame.sentence.index < opening for t in account.tellings):
        return False
    wrecked = all("destroy" in t.frame.actions and not t.frame.agents for t in account.tellings)
    if is_event(account) or (account.decision.sub_event_type in TOLD_BESIDE and not wrecked):
        return False
    return not any(t.dated.own or any(p.rule in OWN for p in t.places) for t in account.tellings)


def without_general(accounts: list[Account], story: Story) -> list[Account]:
    """Return the accounts; of a story all of whose violence is only spoken of in general, those of other things."""
    body = story.body
    violent = [a for a in accounts if a.family == "violence"]
    if len(body) < LONG or not all(is_unspecific(t) for a in violent for t in a.tellings):
        return accounts
    opens = any(t.frame.sentence.index < body[OPENING] for a in violent for t in a.tellings)
    return accounts if opens and not is_spoken(story) else without(accounts, violent)


def without_steps(accounts: list[Account], story: Story) -> list[Account]:
    """Return the accounts without the strategic ones that, behind the opening of a long story, only say what somebody
    does or wants ("they send for help from abroad", "it is trying to seize power"); what has been done may be news
    ("has imposed a curfew")."""
    body = story.body
    if len(body) < LONG:
        return accounts
    return without(accounts, [a for a in accounts if all(is_step(t, body[OPENING]) for t in a.tellings)])


def without_recalled(accounts: list[Account], story: Story) -> list[Account]:
    """Return the accounts; of a speech, an interview or a communiqué, those that name a day, a place or their dead:
    what somebody only recalls in his own words has its news elsewhere."""
    body = story.body
    if len(body) < LONG or not is_spoken(story):
        return accounts
    return without(accounts, [a for a in accounts if not any(is_told_as_news(t) for t in a.tellings)])


def is_told_as_news(telling: Telling) -> bool:
    """Say whether a telling names a day or a place, or counts dead, or those who act or are acted upon."""
    frame = telling.frame
    counted = any(m.count for m in (*frame.targets, *frame.agents)) or counts_harmed(frame.sentence)
    placed = any(p.rule in OWN for p in telling.places)
    return counted or placed or telling.dated.own or frame.sentence.index < OPENING


def is_step(telling: Telling, opening: int) -> bool:
    """Say whether a step behind the opening has neither day, place nor number, in a form that tells of no act done."""
    frame, own = telling.frame, telling.exact or telling.dated.own
    if telling.decision.rule.event_type != STRATEGIC or own or frame.sentence.index < opening:
        return False
    if any(m.count for m in (*frame.targets, *frame.agents)) or frame.form in PARTICIPLES:
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
