"""Do two tellings of a story lie at one place (coding-rules 1, 4)?"""

from newsledger.coder.accounts import OWN, Account, Telling
from newsledger.coder.dead_told import counts_dead, dead_of, dead_told
from newsledger.coder.frames import Frame
from newsledger.coder.howmany.casualties import tolls_of
from newsledger.coder.parties import meets
from newsledger.coder.takenup import is_its_toll
from newsledger.coder.where.event import EventPlace
from newsledger.coder.where.mention import SUBUNITS
from newsledger.coder.where.nesting import holds

NEARBY = 3  # sentences between what happened in a town and the name of its province
MANY = 4  # dead; so many, counted twice alike, are the same people


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
        own[0].resolved.kind in SUBUNITS
        and holds(own[0].resolved, new[0].resolved)
        and len(own) == len(new) == 1
    )


def tells_unit(account: Account, telling: Telling, new: list[EventPlace], own: list[EventPlace]) -> bool:
    """Say whether a noun only speaks again of what happened in a town by the name of its province, or the other way
    round, and counts nobody ("The toll of the air strikes in Idlib", behind a strike on Saraqib)."""
    if len(new) != 1 or len(own) != 1:
        return False
    if abs(account.tellings[-1].frame.sentence.index - telling.frame.sentence.index) > NEARBY:
        return False
    if only_speaks([telling.frame]) and names_unit_of(new[0], own[0]):
        return True
    return only_speaks([t.frame for t in account.tellings]) and names_unit_of(own[0], new[0])


def only_speaks(frames: list[Frame]) -> bool:
    """Say whether frames are nouns that count nobody."""
    return all(f.voice == "noun" and not counts_dead(f) for f in frames)


def names_unit_of(one: EventPlace, two: EventPlace) -> bool:
    """Say whether a place bears the name of the province in which another town lies."""
    name, unit = one.mention.name.casefold(), two.resolved
    same = (unit.country, unit.admin1) == (one.resolved.country, one.resolved.admin1)
    return same and name == unit.admin1.casefold() and two.mention.name.casefold() != name


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


def extends(account: Account, telling: Telling) -> bool:
    """Say whether a telling in the same sentence adds places to those of the account ("and in A and B").

    Where the sentence counts the dead of each place apart, they are two events.
    """
    sentence, last = telling.frame.sentence, account.tellings[-1].frame
    if sentence is not last.sentence or not meets(last.agents, telling.frame.agents):
        return False
    return len([t for t in tolls_of(sentence) if t.kind == "killed" and not t.part]) < 2
