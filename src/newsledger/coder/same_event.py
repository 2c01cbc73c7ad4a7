"""Do two tellings of a story tell one event: do family, day, place and pair agree (coding-rules 1)?"""

from newsledger.coder.accounts import OWN, Account, Telling, family
from newsledger.coder.dated import Dated
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import DEADLY
from newsledger.coder.ground import TERRITORY
from newsledger.coder.howmany.casualties import tolls_of
from newsledger.coder.parties import is_state, same_side, unlike
from newsledger.coder.spans import PRIVATE, Mention
from newsledger.coder.storyday import LEAD
from newsledger.coder.takenup import (
    NEIGHBOURS,
    died_later,
    is_its_blast,
    is_its_riot,
    is_its_toll,
    of_its_victims,
    went_off_early,
)
from newsledger.coder.where.event import EventPlace
from newsledger.coder.where.nesting import holds

CRUELTY = frozenset({"rape", "abduct"})  # what is done to people beside a battle and is no part of it
BOMBED = frozenset({"suicide-bomb", "bomb", "grenade"})
GUESSED = 1  # days by which a day taken from the story may be off
WEEK = 7  # days by which the guessed day of a headline may be off
OPENING = 10  # tokens of a sentence in which it may say so
BESIDE = frozenset({"separately", "elsewhere"})
UNITS = frozenset({"admin1", "admin2"})
SEPARATE = frozenset(
    {"another", "separate", "second", "third", "similar", "unrelated", "latest", "different"}
)
NEARBY = 3  # sentences between what happened in a town and the name of its province
MANY = 4  # dead; so many, counted twice alike, are the same people
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


def same_place(account: Account, telling: Telling) -> bool:
    """Say whether the places agree: one in common, none named by one of them, or a vague area told in detail."""
    new = telling.exact
    own = [p for p in account.places if p.rule in OWN]
    if is_its_toll(account, telling.frame):
        return True
    if is_at_another_town(account, telling):
        return False
    if not new:
        return not is_named_since(own, account, telling)
    if not own:  # what was only carried over is no other province, either
        return not (all(p.resolved.geo_precision == 3 for p in new) and elsewhere(new, account.places))
    if tells_unit(account, telling, new, own):
        return True
    if {p.resolved.location for p in new} & {p.resolved.location for p in own}:
        return len(own) == 1 or not is_counted_apart(account, telling)
    vague_new = all(p.resolved.geo_precision == 3 for p in new)
    if vague_new and telling.frame.sentence.kind == "headline":
        return True
    if vague_new and elsewhere(new, own):
        return False
    headed = telling.frame.sentence.kind == "headline" or all(
        t.frame.sentence.kind == "headline" for t in account.tellings
    )
    if headed and is_around(new, own):
        return True
    near = abs(account.tellings[-1].frame.sentence.index - telling.frame.sentence.index) <= 4
    if near and refines(new, own):
        return True
    if not near or not (account.open or vague_new or extends(account, telling)):
        return False
    told, again = dead_told(account), dead_of(telling.frame)
    same = vague_new and any(
        n >= MANY for n in told & again
    )  # "five died in central A … five were killed in B"
    return same or not (told and again)


def is_around(one: list[EventPlace], two: list[EventPlace]) -> bool:
    """Say whether a headline only names the unit in which the text tells the place ("in A": "in the B area of A")."""
    a, b = one[0].resolved, two[0].resolved
    if len(one) > 1 or len(two) > 1 or (a.country, a.admin1) != (b.country, b.admin1):
        return False
    return a.location in {b.admin1, b.admin2} or b.location in {a.admin1, a.admin2}


def refines(new: list[EventPlace], own: list[EventPlace]) -> bool:
    """Say whether a place lies in the one unit that was named ("in the province of A … at village B, town C")."""
    return (
        own[0].resolved.kind in UNITS
        and holds(own[0].resolved, new[0].resolved)
        and len(own) == len(new) == 1
    )


def tells_unit(account: Account, telling: Telling, new: list[EventPlace], own: list[EventPlace]) -> bool:
    """Say whether a noun only speaks again of what happened in a town by the name of its province, or the other way
    round, and counts nobody ("The toll of the air strikes in Idlib", behind a strike on Saraqib)."""
    if len(new) != 1 or len(own) != 1 or telling.frame.voice != "noun" or counts_dead(telling.frame):
        return False
    if abs(account.tellings[-1].frame.sentence.index - telling.frame.sentence.index) > NEARBY:
        return False
    name, unit = new[0].mention.name.casefold(), own[0].resolved
    same = (unit.country, unit.admin1) == (new[0].resolved.country, new[0].resolved.admin1)
    return same and name == unit.admin1.casefold() and own[0].mention.name.casefold() != name


def is_counted_apart(account: Account, telling: Telling) -> bool:
    """Say whether a later sentence counts dead of its own at one of several places that one sentence named together."""
    frame = telling.frame
    if any(t.frame.sentence is frame.sentence for t in account.tellings) or len(telling.exact) != 1:
        return False
    return counts_dead(frame) and counts_dead(account.tellings[0].frame)


def is_at_another_town(account: Account, telling: Telling) -> bool:
    """Say whether a telling lies in a town that no gazetteer knows, and the account in another that its text names."""
    towns = {p.unlisted for p in telling.places if p.unlisted}
    if not towns or telling.frame.sentence.kind == "headline":
        return False
    told = [t for t in account.tellings if t.frame.sentence.kind != "headline"]
    others = {p.unlisted for t in told for p in t.places if p.unlisted}
    if others:
        return towns.isdisjoint(others)
    return any(p.resolved.geo_precision == 1 for t in told for p in t.exact)


def is_named_since(own: list[EventPlace], account: Account, telling: Telling) -> bool:
    """Say whether the place that a telling goes on with was named only behind an account with places of its own."""
    carried = [p for p in telling.places if p.rule == "where.previous"]
    told = max(t.frame.sentence.index for t in account.tellings)
    known = {p.resolved.location for p in own}
    settled = len(own) > 1 or any(p.resolved.geo_precision < 3 for p in own)
    return settled and any(p.sentence > told and p.resolved.location not in known for p in carried)


def elsewhere(new: list[EventPlace], own: list[EventPlace]) -> bool:
    """Say whether a wide area is another first-level unit than the places known ("in El Fasher … in West Kordofan")."""
    areas = {p.resolved.admin1 for p in new}
    known = {p.resolved.admin1 for p in own}
    return bool(known) and "" not in areas | known and areas.isdisjoint(known)


def counts_dead(frame: Frame) -> bool:
    """Say whether a frame's sentence counts dead of its own; two such at two places are two events."""
    return bool(dead_of(frame))


def dead_told(account: Account) -> frozenset[int]:
    """Return the numbers of dead that the sentences of an account count."""
    return frozenset[int]().union(*(dead_of(t.frame) for t in account.tellings))


def dead_of(frame: Frame) -> frozenset[int]:
    """Return the numbers of dead that a frame's sentence counts."""
    return frozenset(
        t.count
        for t in tolls_of(frame.sentence)
        if t.kind == "killed" and t.count and not t.vague and not t.part
    )


def extends(account: Account, telling: Telling) -> bool:
    """Say whether a telling in the same sentence adds places to those of the account ("and in A and B").

    Where the sentence counts the dead of each place apart, they are two events.
    """
    sentence, last = telling.frame.sentence, account.tellings[-1].frame
    if sentence is not last.sentence or not meets(last.agents, telling.frame.agents):
        return False
    return len([t for t in tolls_of(sentence) if t.kind == "killed" and not t.part]) < 2


def meets(one: list[Mention], two: list[Mention]) -> bool:
    """Say whether two sides are both named and agree."""
    return bool(one) and bool(two) and same_side(one, two)
