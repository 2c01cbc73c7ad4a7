"""Accounts: the frames of a story that tell one event, put together (coding-rules 1)."""

from collections.abc import Callable
from dataclasses import dataclass, field

from newsledger.coder.dated import Dated
from newsledger.coder.decide import Decision
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import DEADLY
from newsledger.coder.howmany.casualties import Toll, find_tolls
from newsledger.coder.parties import anybody, same_party, same_side, unlike
from newsledger.coder.spans import Mention, Sentence
from newsledger.coder.where.event import EventPlace
from newsledger.contract.coding import type_rank

OWN = frozenset({"where.clause", "where.sentence"})
PEOPLE = frozenset({"civilians", "identity"})
ABDUCTION = "Abduction/forced disappearance"
HARM = frozenset({"kill", "death", "wound", "shoot", "assault"})
STRATEGIC = "Strategic developments"
EXPLOSIONS = "Explosions/Remote violence"
UNTOLD = DEADLY | {"attack", "assault", "corpse"}  # acts that leave open how they were done
DEMONSTRATIONS = frozenset({"Protests", "Riots"})
NEIGHBOURS = 3  # sentences
GUESSED = 1  # days by which a day taken from the story may be off
LATER = 8  # tokens behind "died" in which "of his wounds" or "two days later" stand
HURTS = frozenset({"wounds", "injuries", "wound", "injury"})
WEEK = 7  # days by which the guessed day of a headline may be off
NIGHTFALL = 1  # days by which reports of one night may differ (coding-rules 4)


BLASTS = frozenset({"blast", "blasts", "explosion", "explosions", "detonation", "detonations"})
MOVE = "Change to group/activity"
MOVES = frozenset({"withdraw", "move-forces", "send", "armed-move"})
GROUND = frozenset(
    {
        "Non-violent transfer of territory",
        "Headquarters or base established",
        "Government regains territory",
        "Non-state actor overtakes territory",
    }
)


@dataclass(slots=True)
class Telling:
    """One frame with all that was read for it: its decision, day and places."""

    frame: Frame
    decision: Decision
    dated: Dated
    places: list[EventPlace]

    @property
    def exact(self) -> list[EventPlace]:
        """The places that the frame's own clause or sentence names."""
        return [p for p in self.places if p.rule in OWN]


@dataclass(slots=True)
class Account:
    """What a story says of one event, over one or several places."""

    tellings: list[Telling]
    places: list[EventPlace] = field(default_factory=list)
    agents: list[Mention] = field(default_factory=list)
    targets: list[Mention] = field(default_factory=list)
    tolls: list[tuple[Sentence, Toll, Mention | None]] = field(default_factory=list)  # the last: the victims
    dated: Dated | None = None

    @property
    def decision(self) -> Decision:
        """The decision that stands: the highest type; a protest that turns violent is a riot (coding-rules 2)."""
        blasts = [t for t in self.tellings if t.decision.rule.event_type == EXPLOSIONS]
        told = [t for t in self.tellings if t in blasts or not retells(t.frame) or answered(t, blasts)]
        if means := [
            t for t in blasts if not only_blast(t.frame)
        ]:  # "threw a grenade … the blast broke windows"
            told = [t for t in told if t in means or t not in blasts]
        blast = bool(blasts)
        counted = told if blast else self.tellings
        if any(t.decision.sub_event_type == ABDUCTION for t in counted):
            counted = [t for t in counted if not only_raid(t)]
        found = [t.decision for t in counted]
        riots = [d for d in found if d.rule.event_type == "Riots"]
        if riots and all(d.rule.event_type in DEMONSTRATIONS for d in found):
            found = riots
        return min(
            found, key=lambda d: (type_rank(d.rule.event_type, d.sub_event_type), -d.rule.rank, d.rule.id)
        )

    @property
    def family(self) -> str:
        """What the account may join: demonstrations, violence, or one kind of strategic development."""
        return family(self.tellings[0].decision)

    @property
    def when(self) -> Dated:
        """The best day of the account: the first that a clause names itself, else the first."""
        assert self.dated is not None
        return self.dated

    @property
    def open(self) -> bool:
        """Say whether the account has named no exact place yet, so that later sentences may tell its places."""
        return not any(p.resolved.geo_precision < 3 for p in self.places)


def only_raid(telling: Telling) -> bool:
    """Say whether an attack is told without anybody hit: where people were abducted, it is how they were taken."""
    harmed = bool(telling.frame.targets) or bool(telling.frame.actions & HARM)
    return telling.decision.sub_event_type == "Attack" and not harmed


def only_blast(frame: Frame) -> bool:
    """Say whether a noun tells no more than that something exploded ("the blast", "an explosion")."""
    return frame.voice == "noun" and frame.trigger.casefold() in BLASTS


def answered(telling: Telling, blasts: list[Telling]) -> bool:
    """Say whether others than those who act in a telling did what exploded ("rebels attacked, troops fired shells")."""
    agents = telling.frame.agents
    return any(unlike(agents, blast.frame.agents) for blast in blasts)


def retells(frame: Frame) -> bool:
    """Say whether a frame does not tell how an act was done: its toll, or no more than that it was an attack."""
    return frame.actions <= UNTOLD


def family(decision: Decision) -> str:
    """Return the family of a decision; only members of one family tell the same event."""
    kind = decision.rule.event_type
    if kind == STRATEGIC:
        return f"{STRATEGIC}/{decision.sub_event_type}"
    return "demonstration" if kind in DEMONSTRATIONS else "violence"


def gather(tellings: list[Telling]) -> list[Account]:
    """Return the accounts of a story: each telling joins the first account it fits, else opens its own."""
    accounts: list[Account] = []
    for telling in tellings:
        home = next((a for a in accounts if fits(a, telling)), None)
        if home is None:
            accounts.append(opened(telling))
        else:
            join(home, telling)
    accounts = without_moves(fold_placeless(accounts))
    for account in accounts:
        orient(account)
    return accounts


def without_moves(accounts: list[Account]) -> list[Account]:
    """Leave out moves of forces that are only how ground changed hands: "withdrew, and the army took control"."""
    taken = [
        (t.frame.sentence, a.when.day)
        for a in accounts
        if a.decision.sub_event_type in GROUND
        for t in a.tellings
    ]

    def only_moves(account: Account) -> bool:
        return all(t.frame.actions & MOVES for t in account.tellings) and all(
            any(t.frame.sentence is s and day == account.when.day for s, day in taken)
            for t in account.tellings
        )

    return [a for a in accounts if a.decision.sub_event_type != MOVE or not only_moves(a)]


def orient(account: Account) -> None:
    """Let the side be the agents of an account that acts where its type is decided, else in most tellings."""
    decided = [
        t for t in account.tellings if t.decision is account.decision and "symmetric" not in t.frame.tags
    ]
    for tellings in (decided, account.tellings):
        votes = [0, 0]
        for frame in (t.frame for t in tellings if "symmetric" not in t.frame.tags):
            votes[0] += surely(account.agents, frame.agents) + surely(account.targets, frame.targets)
            votes[1] += surely(account.targets, frame.agents) + surely(account.agents, frame.targets)
        if votes[0] != votes[1]:
            break
    if votes[1] > votes[0]:
        account.agents, account.targets = account.targets, account.agents


def fold_placeless(accounts: list[Account]) -> list[Account]:
    """Put an account without any place of its own into the nearest one of its kind, day and actor that has one."""
    kept = [a for a in accounts if a.places]
    for account in accounts:
        if account.places:
            continue
        at = account.tellings[0].frame.sentence.index
        near = [
            (min(abs(t.frame.sentence.index - at) for t in a.tellings), n)
            for n, a in enumerate(kept)
            if a.family == account.family and same_day(a.when, account.when) and alike(a, account)
        ]
        if near and min(near)[0] <= NEIGHBOURS:
            for telling in account.tellings:
                join(kept[min(near)[1]], telling)
        else:
            kept.append(account)
    return kept


def alike(one: Account, two: Account) -> bool:
    """Say whether the actors of two accounts agree."""
    return not unlike(one.agents, two.agents) or (
        not unlike(one.agents, two.targets) and not unlike(one.targets, two.agents)
    )


def opened(telling: Telling) -> Account:
    """Return a new account of one telling."""
    frame = telling.frame
    places = telling.exact or telling.places
    return Account([telling], list(places), list(frame.agents), list(frame.targets), [], telling.dated)


def fits(account: Account, telling: Telling) -> bool:
    """Say whether a telling is of the account's event: family, day, place and pair agree as far as they are told."""
    if died_later(account, telling.frame):
        return True
    if family(telling.decision) != account.family:
        return False
    if not same_day(account.when, telling.dated) and not heads(telling, account):
        return False
    return same_pair(account, telling.frame) and same_place(account, telling)


def heads(telling: Telling, account: Account) -> bool:
    """Say whether a headline, which names no day, tells of what the text dates some days off its own guess."""
    dated = telling.dated
    return (
        telling.frame.sentence.kind == "headline"
        and dated.guess
        and abs((account.when.day - dated.day).days) <= WEEK
    )


def died_later(account: Account, frame: Frame) -> bool:
    """Say whether a frame tells that a victim of the violence told just before died of it later (coding-rules 5)."""
    if not frame.actions <= {"death"} or frame.agents or account.family not in {"demonstration", "violence"}:
        return False
    around = frame.sentence.words.norm[max(frame.first - 2, 0) : frame.last + LATER]
    later = "later" in around or "succumbed" in around or ("of" in around and bool(HURTS & set(around)))
    return later and 0 <= frame.sentence.index - account.tellings[-1].frame.sentence.index <= 2


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
    if told_of_people(account, frame):
        return True
    straight = same_side(account.agents, frame.agents) and same_side(account.targets, frame.targets)
    swapped = same_side(account.agents, frame.targets) and same_side(account.targets, frame.agents)
    two_sided = "symmetric" in frame.tags or any("symmetric" in t.frame.tags for t in account.tellings)
    return straight or (swapped and (two_sided or not unlike(account.agents, frame.targets)))


def told_of_people(account: Account, frame: Frame) -> bool:
    """Say whether a telling adds the civilians of a side to what the sides did to each other nearby."""
    other = unlike(account.agents, frame.agents) and unlike(account.targets, frame.agents)
    if account.family != "violence" or other:
        return False
    sides = {m.country for m in (*account.agents, *account.targets) if m.country}
    same = meets(account.agents, frame.agents) or meets(account.targets, frame.agents)
    victims = bool(frame.targets) and all(
        m.kind in PEOPLE and (m.country in sides or (same and not m.country)) for m in frame.targets
    )
    near = abs(account.tellings[-1].frame.sentence.index - frame.sentence.index) <= NEIGHBOURS
    return victims and near


def same_place(account: Account, telling: Telling) -> bool:
    """Say whether the places agree: one in common, none named by one of them, or a vague area told in detail."""
    new = telling.exact
    own = [p for p in account.places if p.rule in OWN]
    if not new or not own or is_its_toll(account, telling.frame):
        return True
    if {p.resolved.location for p in new} & {p.resolved.location for p in own}:
        return True
    vague_new = all(p.resolved.geo_precision == 3 for p in new)
    if vague_new and elsewhere(new, own):
        return False
    if vague_new and telling.frame.sentence.kind == "headline":
        return True
    near = abs(account.tellings[-1].frame.sentence.index - telling.frame.sentence.index) <= 4
    apart = any(counts_dead(t.frame) for t in account.tellings) and counts_dead(telling.frame)
    return near and not apart and (account.open or vague_new or extends(account, telling))


def elsewhere(new: list[EventPlace], own: list[EventPlace]) -> bool:
    """Say whether a wide area is another first-level unit than the places known ("in El Fasher … in West Kordofan")."""
    areas = {p.resolved.admin1 for p in new}
    known = {p.resolved.admin1 for p in own}
    return "" not in areas | known and areas.isdisjoint(known)


def is_its_toll(account: Account, frame: Frame) -> bool:
    """Say whether a frame only tells who died of what its sentence told before ("hit the city; two died in A")."""
    last = account.tellings[-1].frame
    told = account.family == "violence" and not last.actions <= DEADLY
    only = frame.actions <= DEADLY and not frame.agents
    return told and only and last.sentence is frame.sentence and last.first < frame.first


def counts_dead(frame: Frame) -> bool:
    """Say whether a frame's sentence counts dead of its own; two such at two places are two events."""
    return any(
        t.kind == "killed" and t.count and not t.vague and not t.part for t in find_tolls(frame.sentence)
    )


def extends(account: Account, telling: Telling) -> bool:
    """Say whether a telling in the same sentence adds places to those of the account ("and in A and B").

    Where the sentence counts the dead of each place apart, they are two events.
    """
    sentence, last = telling.frame.sentence, account.tellings[-1].frame
    if sentence is not last.sentence or not meets(last.agents, telling.frame.agents):
        return False
    return len([t for t in find_tolls(sentence) if t.kind == "killed" and not t.part]) < 2


def join(account: Account, telling: Telling) -> None:
    """Add a telling to an account: exact places replace vague ones, named actors replace unnamed ones."""
    was_open = account.open
    account.tellings.append(telling)
    frame = telling.frame
    exact = [p for p in telling.exact if p.resolved.geo_precision < 3]
    own = [p for p in account.places if p.rule in OWN]
    if exact and was_open:
        account.places = exact
    elif telling.exact and not own:
        account.places = list(telling.exact)
    elif exact and extends(account, telling):
        known = {p.resolved.location for p in account.places}
        account.places += [p for p in exact if p.resolved.location not in known]
    elif not account.places:
        account.places = list(telling.places)
    swap = (surely(account.agents, frame.targets) or surely(account.targets, frame.agents)) and not (
        surely(account.agents, frame.agents) or surely(account.targets, frame.targets)
    )
    agents, targets = (frame.targets, frame.agents) if swap else (frame.agents, frame.targets)
    account.agents = better(account.agents, agents)
    account.targets = better(account.targets, targets)
    assert account.dated is not None
    named = (account.dated.mark and not telling.dated.mark) or (
        account.dated.guess and not telling.dated.guess
    )
    if named or (account.dated.when.night and telling.dated.when.after_midnight):
        account.dated = telling.dated


def meets(one: list[Mention], two: list[Mention]) -> bool:
    """Say whether two sides are both named and agree."""
    return bool(one) and bool(two) and same_side(one, two)


def surely(one: list[Mention], two: list[Mention]) -> bool:
    """Say whether two sides agree in more than that one of them may be anybody ("ten people")."""
    return any(same_party(a, b) for a in one for b in two if not (anybody(a) or anybody(b)))


def better(known: list[Mention], new: list[Mention]) -> list[Mention]:
    """Return the more telling of two lists of actors: named over unnamed, people over posts, then the first."""
    if not known or (all("site" in m.tags for m in known) and any("person" in m.tags for m in new)):
        return list(new)
    if new and not any(m.country or m.entry for m in known) and any(m.country or m.entry for m in new):
        return (
            known
            if any(m.kind in {"military", "police"} for m in known) and unlike(known, new)
            else list(new)
        )
    return known


def place_tellings(
    frames: list[Frame],
    decisions: dict[int, Decision],
    dated: dict[int, Dated],
    places: Callable[[Frame], list[EventPlace]],
) -> list[Telling]:
    """Return the tellings of all decided frames in the order of the text."""
    return [Telling(frames[n], d, dated[n], places(frames[n])) for n, d in sorted(decisions.items())]
