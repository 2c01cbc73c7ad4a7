"""Do two tellings of a story tell one event: do family, day, place and pair agree (coding-rules 1)?"""

from newsledger.coder.accounts import OWN, Account, Telling, family
from newsledger.coder.dated import Dated
from newsledger.coder.dead_told import dead_of, dead_told
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import DEADLY
from newsledger.coder.ground import TERRITORY
from newsledger.coder.parties import is_state, meets, same_side, unlike
from newsledger.coder.same_place import same_place
from newsledger.coder.spans import PRIVATE
from newsledger.coder.storyday import LEAD
from newsledger.coder.takenup import (
    NEIGHBOURS,
    died_later,
    is_its_blast,
    is_its_riot,
    of_its_victims,
    went_off_early,
)

CRUELTY = frozenset({"rape", "abduct"})  # what is done to people beside a battle and is no part of it
BOMBED = frozenset({"suicide-bomb", "bomb", "grenade"})
GUESSED = 1  # days by which a day taken from the story may be off
WEEK = 7  # days by which the guessed day of a headline may be off
OPENING = 10  # tokens of a sentence in which it may say so
BESIDE = frozenset({"separately", "elsewhere"})
SEPARATE = frozenset(
    {"another", "separate", "second", "third", "similar", "unrelated", "latest", "different"}
)
NIGHTFALL = 1  # days by which reports of one night may differ (coding-rules 4)


def fits(account: Account, telling: Telling) -> bool:
    """Say whether a telling is of the account's event: family, day, place and pair agree as far as they are told."""
    if died_later(account, telling.frame) or is_its_riot(account, telling.frame):
        return True
    if went_off_early(account, telling.frame) and same_day(account.when, telling.dated):
        return True
    if any(apart(account, telling.frame) for apart in (cruel_apart, struck_back, taken_beside_blast)):
        return False
    if family(telling.decision) != account.family or begins_another(account, telling):
        return False
    if not same_day(account.when, telling.dated) and not heads(telling, account):
        return False
    return same_pair(account, telling.frame) and same_place(account, telling)


def cruel_apart(account: Account, frame: Frame) -> bool:
    """Say whether one of two is what was done to people beside the taking of ground, and so another event."""
    cruel = any(t.frame.actions & CRUELTY for t in account.tellings)
    taken = any(t.frame.actions & TERRITORY for t in account.tellings)
    return bool((cruel and frame.actions & TERRITORY) or (taken and frame.actions & CRUELTY))


def taken_beside_blast(account: Account, frame: Frame) -> bool:
    """Say whether one of two is an abduction and the other, in another sentence, a blast of nobody's told."""
    for other in (t.frame for t in account.tellings):
        taken, blast = (other, frame) if "abduct" in other.actions else (frame, other)
        apart = taken.sentence is not blast.sentence and bool(taken.agents)
        if apart and "abduct" in taken.actions and "bomb" in blast.actions and not blast.agents:
            return True
    return False


def struck_back(account: Account, frame: Frame) -> bool:
    """Say whether one of two is the taking of ground and the other, in another sentence, a bomb of the side that lost
    it: an army sends no suicide bombers."""
    for other in (t.frame for t in account.tellings):
        if other.sentence is frame.sentence:
            return False
        taking, bomb = (other, frame) if other.actions & TERRITORY else (frame, other)
        if taking.actions & TERRITORY and bomb.actions & BOMBED:
            army = "suicide-bomb" in bomb.actions and any(is_state(m) for m in taking.agents)
            if army or unlike(taking.agents, bomb.agents):
                return True
    return False


def begins_another(account: Account, telling: Telling) -> bool:
    """Say whether a telling is said to be of another event than what was told before it ("In a separate attack, …").

    A lead that sums up several events may have told it, too, if both name its place.
    """
    frame = telling.frame
    if not another(frame) or is_the_news(account, frame):
        return False
    here = [t.frame for t in account.tellings if t.frame.sentence.index >= frame.sentence.index]
    if here:  # "an attack on a base killed ten, while a separate assault …"
        return set_apart(frame) and all(f.sentence is frame.sentence and f.last <= frame.first for f in here)
    there = {p.resolved.location for p in account.places if p.rule in OWN}
    return not any(p.resolved.location in there for p in telling.exact)


def is_the_news(account: Account, frame: Frame) -> bool:
    """Say whether "in the latest attack" begins the details of the event with which the story opens: as many died."""
    latest = frame.sentence.words.norm[:3] == ["in", "the", "latest"]
    opened = all(t.frame.sentence.index <= LEAD for t in account.tellings)
    return latest and opened and bool(dead_told(account) & dead_of(frame))


def another(frame: Frame) -> bool:
    """Say whether the words before a trigger say that it is another event, or its sentence begins with them."""
    norm = frame.sentence.words.norm
    opening = norm[0] in BESIDE or (norm[0] == "in" and bool(SEPARATE & set(norm[1:5])) and "," in norm[:14])
    opening = opening or any(
        norm[i] == "in" and norm[i - 1] in {",", "day"} and SEPARATE & set(norm[i + 1 : i + 4])
        for i in range(1, min(OPENING, len(norm)))
    )  # "Hours earlier, in a similar raid, …"
    return opening or bool({"separate", "another"} & set(norm[max(0, frame.first - 2) : frame.first]))


def set_apart(frame: Frame) -> bool:
    """Say whether a noun of violence behind "while" or "and" is said to be another ("and a separate assault in B")."""
    norm = frame.sentence.words.norm
    own = frame.voice == "noun" and norm[frame.first - 1] in SEPARATE - {"latest", "second", "third"}
    return own and bool({"while", "and", ";"} & set(norm[max(0, frame.first - 4) : frame.first]))


def heads(telling: Telling, account: Account) -> bool:
    """Say whether a headline, which names no day, tells of what the text dates some days off its own guess."""
    dated = telling.dated
    return (
        telling.frame.sentence.kind == "headline"
        and dated.guess
        and abs((account.when.day - dated.day).days) <= WEEK
    )


def is_vague_day(dated: Dated) -> bool:
    """Say whether no word tells which day it was: the day was guessed, or stands for a bare "overnight"."""
    return dated.guess or (dated.when.rule == "when.night" and dated.last - dated.first == 1)


def same_day(one: Dated, two: Dated) -> bool:
    """Say whether two days may be one: equal, one night, or one of them only carried over or imprecise."""
    a, b = one.when, two.when
    gap = abs((one.day - two.day).days)
    if gap == 0:
        return True
    if gap <= NIGHTFALL and a.night and b.night:
        return True
    nights = any(
        x.when.night and not x.guess and y.guess and x.day < y.day for x, y in ((one, two), (two, one))
    )  # a night that is told, and the day after it that was only taken from the story
    return (one.loose or two.loose or nights) and gap <= GUESSED and a.precision == b.precision == 1


def same_pair(account: Account, frame: Frame) -> bool:
    """Say whether agents and targets agree, straight or swapped; the toll of an act may fall on anybody."""
    if frame.actions <= DEADLY and (not frame.agents or same_side(account.agents, frame.agents)):
        last = account.tellings[-1].frame.sentence
        if abs(last.index - frame.sentence.index) <= 1:
            return True
    if told_of_people(account, frame) or is_its_blast(account, frame) or of_its_victims(account, frame):
        return True
    straight = same_side(account.agents, frame.agents) and same_side(account.targets, frame.targets)
    swapped = same_side(account.agents, frame.targets) and same_side(account.targets, frame.agents)
    two_sided = "symmetric" in frame.tags or any("symmetric" in t.frame.tags for t in account.tellings)
    return straight or (swapped and (two_sided or not unlike(account.agents, frame.targets)))


def told_of_people(account: Account, frame: Frame) -> bool:
    """Say whether a telling adds the civilians of a side to what the sides did to each other nearby."""
    other = unlike(account.agents, frame.agents) and unlike(account.targets, frame.agents)
    if account.family != "violence" or other or frame.actions & CRUELTY:
        return False
    sides = {m.country for m in (*account.agents, *account.targets) if m.country}
    same = meets(account.agents, frame.agents) or meets(account.targets, frame.agents)
    victims = bool(frame.targets) and all(
        m.kind in PRIVATE and (m.country in sides or (same and not m.country)) for m in frame.targets
    )
    near = abs(account.tellings[-1].frame.sentence.index - frame.sentence.index) <= NEIGHBOURS
    return victims and near
