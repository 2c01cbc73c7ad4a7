"""Battle: which two armed sides fought, where the account may name only one of them."""

from newsledger.coder.event_types import REGAINED
from newsledger.coder.frames import Frame
from newsledger.coder.ground import TERRITORY
from newsledger.coder.parties import CLASSES, same_party
from newsledger.coder.sides.case import Case
from newsledger.coder.sides.people import party_side
from newsledger.coder.sides.side import ARMED, Side, forces
from newsledger.coder.spans import PEOPLE, STATE, Mention

BANDS = frozenset("groups militias factions brigades".split())


def battle(case: Case) -> tuple[Side, Side]:
    """Two armed sides; a missing one is the story's other party, else the counterpart of the one known."""
    one = forces(case.account.agents)
    two = [m for m in forces(case.account.targets) if not case.is_of(m, one)]
    rivals = rivals_within(case)
    if rivals and all(m.kind == "armed" or m in rivals for m in (*one, *two)):
        one, two = rivals, []  # "a fighter was killed in clashes between rival militias"
    if not one and len(two) > 1 and two[0].kind != two[1].kind:
        one, two = two, []  # "two soldiers and five rebels were killed"
    if len(one) > 1 and not two and not act_together(case, one):
        two = apart(one)
        one = [m for m in one if m not in two]
    known = one or two
    others = [] if fights_its_like(case, known) else other_parties(case, known)
    if not others and all(m.kind in ARMED for m in known) and not rivals:
        others = police_there(case)
    if not one and not two:
        one, two = others[:1], others[1:2]
    elif not two and one[0] not in rivals:
        two = others[:1]
    elif not one:
        one = others[:1]
    first = case.side(one) if one else counterpart(case, two)
    if not one and not two and case.sub == REGAINED:
        # "the town is under government control again"
        return case.inferred("military"), case.inferred("armed")
    if not one and not two and "military-site" in case.things():
        return case.inferred("armed"), case.inferred("military")  # "a barracks was attacked"
    if len(one) == 1 and not two and one[0] in rivals:  # "between two rival gangs"
        return first, case.side(one)
    second = case.side(two) if two else counterpart(case, one)
    alike = bool(one) and one[0].kind in {"gang", "communal"}
    if second.name == first.name and not alike:
        second = case.inferred("armed")
    return first, second


def act_together(case: Case, named: list[Mention]) -> bool:
    """Say whether a telling of no fight has the first two as those who did it ("A and B raids killed nine", "A and B
    recaptured the town")."""
    return any(
        "symmetric" not in t.frame.tags
        and (t.frame.targets or t.frame.actions & TERRITORY)
        and not any(same_party(m, x) for m in named for x in t.frame.targets)
        and all(any(same_party(m, x) for x in t.frame.agents) for m in named[:2])
        for t in case.account.tellings
    )


def other_parties(case: Case, known: list[Mention]) -> list[Mention]:
    """Return the parties of the story that may be at the place of the event, other than those known."""
    return [m for m in forces(case.parties) if not any(same_party(m, x) for x in known) and case.is_there(m)]


def fights_its_like(case: Case, known: list[Mention]) -> bool:
    """Say whether communities fight each other, so that soldiers of the story are none of the two ("herders and farmers
    fought each other … soldiers had been sent to stand between them")."""
    communal = bool(known) and known[0].kind == "communal"
    return communal and any("symmetric" in t.frame.tags for t in case.account.tellings)


def apart(named: list[Mention]) -> list[Mention]:
    """Return those named beside the first who are of another class, country or name: they are the other side."""
    main = named[0]
    return [
        m
        for m in named[1:]
        if CLASSES.get(m.kind) != CLASSES.get(main.kind)
        or m.country != main.country
        or (m.entry and main.entry and m.entry != main.entry)
    ]


def rivals_within(case: Case) -> list[Mention]:
    """Return those who fight among themselves in a telling of the account ("clashes between rival militias", "armed
    groups clashed in A")."""
    fights = [
        t.frame for t in case.account.tellings if "symmetric" in t.frame.tags and len(t.frame.agents) == 1
    ]
    return next((f.agents for f in fights if f.agents[0].kind in ARMED and are_several(f)), [])


def are_several(frame: Frame) -> bool:
    """Say whether the only ones who fight are two parties, or bands that nobody names."""
    who, word = frame.agents[0], frame.sentence.words.norm[frame.agents[0].last - 1]
    return who.count == 2 or (who.kind == "armed" and not who.entry and word in BANDS and not frame.targets)


def police_there(case: Case) -> list[Mention]:
    """Return the police that a sentence of the account names, where it does not only quote them."""
    for telling in case.account.tellings:
        for m in telling.frame.sentence.mentions:
            if m.kind == "police" and "site" not in m.tags and m != telling.frame.speaker:
                return [m]
    return []


def told_beside(case: Case, main: Mention) -> list[Mention]:
    """Return unnamed armed people who died in the account or stand in its sentence: a state's forces fought them
    ("troops retook the town. 15 insurgents died")."""
    if main.kind not in STATE:
        return []
    harmed = [v for _, _, v in case.account.tolls if v is not None]
    told = [m for t in case.account.tellings for m in t.frame.sentence.mentions]
    return [m for m in (*harmed, *told) if m.kind in ARMED and not same_party(m, main)][:1]


def counterpart(case: Case, known: list[Mention]) -> Side:
    """Return the side that an unnamed opponent of a known one most likely is."""
    main = known[0] if known else None
    if main is not None and main.kind in {"gang", "communal"}:
        return case.inferred(main.kind)  # rivals of their own kind
    if main is not None and main.kind in STATE and (party := party_side(case, case.all(PEOPLE))):
        return party  # "a cadre of the party was killed in a gunfight with police"
    if main is not None and (harmed := told_beside(case, main)):
        return case.side(harmed)
    if foe := case.opponent(known):
        return foe
    against = main is not None and main.kind in ARMED and "loyal" not in main.tags
    return case.inferred("military" if against else "armed")
