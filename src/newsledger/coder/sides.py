"""Sides: who is actor1 and actor2 of an account, and who stands beside them (coding-rules 2 and 3)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from newsledger.coder.accounts import Account
from newsledger.coder.grammar import MET_BY_POLICE
from newsledger.coder.parties import CLASSES, same_party
from newsledger.coder.spans import Mention
from newsledger.coder.who.naming import Actors, Named

FORCE = frozenset({"state", "military", "police", "government", "prison", "mission"})
ARMED = frozenset({"group", "armed", "gang", "communal", "security"})
PEOPLE = frozenset({"civilians", "identity", "crowd", "protesters", "rioters"})
MET = MET_BY_POLICE | {"hold-back", "arrest", "kill", "shoot", "attack"}
MUTUAL = frozenset({"clash", "fight", "brawl", "clash-told"})  # acts of crowds against each other
HURTS = frozenset({"kill", "assault", "wound", "death", "mob"})
HARMED = frozenset({"killed", "injured"})
SETTLERS_OF = "Israel"
LOOTING = "Looting/property destruction"
CROWDS = frozenset({"crowd", "protesters", "rioters"})
FLYING = frozenset({"drone", "air", "artillery", "missile", "rocket"})  # what comes from an enemy


@dataclass(slots=True)
class Side:
    """One side: the main actor's name and inter, associated actors, and the mention it was read from, if any.

    `inferred` says that the actor follows from the kind of event and no word names it.
    """

    name: str = ""
    inter: str = ""
    assoc: list[str] = field(default_factory=list)
    mention: Mention | None = None
    inferred: bool = False


class Pairing:
    """Works out the two sides of one account at one place."""

    def __init__(
        self,
        actors: Actors,
        account: Account,
        country: str,
        day: date,
        parties: list[Mention],
        states: frozenset[str] = frozenset(),
        story_states: frozenset[str] = frozenset(),
        region: str = "",
    ) -> None:
        self.actors, self.account, self.country, self.day, self.parties = (
            actors,
            account,
            country,
            day,
            parties,
        )
        self.states, self.story_states, self.region = states, story_states, region
        self.kind = account.decision.rule.event_type
        self.sub = account.decision.sub_event_type

    def sides(self) -> tuple[Side, Side]:
        """Return actor1 and actor2; a civilian victim is always actor2."""
        build: dict[str, Callable[[], tuple[Side, Side]]] = {
            "Battles": self.battle,
            "Protests": self.protest,
            "Riots": self.riot,
            "Explosions/Remote violence": self.remote,
            "Violence against civilians": self.against_civilians,
            "Strategic developments": self.strategic,
        }
        one, two = build[self.kind]()
        if one.inter == "Civilians" and two.inter not in {"", "Civilians"}:
            one, two = two, one
        return one, two

    def all(self, kinds: frozenset[str]) -> list[Mention]:
        """Return the mentions of these kinds in the roles of the account, agents first, each party once."""
        found: list[Mention] = []
        roles = [*self.account.agents, *self.account.targets]
        roles += [m for t in self.account.tellings for m in (*t.frame.agents, *t.frame.targets)]
        for m in roles:
            if m.kind in kinds and not any(m is x or same_party(m, x) for x in found):
                found.append(m)
        return found

    def side(self, mentions: list[Mention], as_kind: str = "") -> Side:
        """Return a side of the mentions, the first as the main actor."""
        main = replace(mentions[0], kind=as_kind) if as_kind else mentions[0]
        named = self.name(main)
        side = Side(named.name, named.inter, [], mentions[0])
        for m in mentions[1:]:
            other = self.name(replace(m, kind=as_kind) if as_kind and m.kind == "state" else m).name
            if other != side.name and other not in side.assoc:
                side.assoc.append(other)
        return side

    def inferred(self, kind: str) -> Side:
        """Return a side that no word names: an unidentified armed group, the police of the country …"""
        named = self.name(Mention(0, 0, kind))
        return Side(named.name, named.inter, inferred=True)

    def name(self, mention: Mention) -> Named:
        """Return the name and inter of a mention at this place and day."""
        return self.actors.name(self.local(mention), self.country, self.day, region=self.region)

    def local(self, mention: Mention) -> Mention:
        """Return a mention of a patron's nationals as the forces of the state in fact that it stands for.

        Soldiers are meant where the account itself names that state, irregulars ("Armenian militants") where the story
        does (coding-rules 3, ours).
        """
        if not mention.country or mention.country == self.country or mention.kind not in FORCE | {"armed"}:
            return mention
        states = self.story_states if mention.kind == "armed" else self.states
        state = self.actors.local_force(self.country, mention.country, states)
        if state == mention.country:
            return mention
        return replace(mention, country=state, kind="military" if mention.kind == "armed" else mention.kind)

    def forces(self, mentions: list[Mention]) -> list[Mention]:
        """Return the armed mentions; a bare state stands for its military."""
        return [
            replace(m, kind="military") if m.kind in {"state", "government"} else m
            for m in mentions
            if m.kind in FORCE | ARMED
        ]

    def battle(self) -> tuple[Side, Side]:
        """Two armed sides; a missing one is the story's other party, else the counterpart of the one known."""
        one = self.forces(self.account.agents)
        two = [m for m in self.forces(self.account.targets) if not any(same_party(m, x) for x in one)]
        if len(one) > 1 and not two:
            apart = [
                m
                for m in one[1:]
                if CLASSES.get(m.kind) != CLASSES.get(one[0].kind)
                or m.country != one[0].country
                or (m.entry and one[0].entry and m.entry != one[0].entry)
            ]
            one, two = [m for m in one if m not in apart], apart
        known = one or two
        others = [m for m in self.forces(self.parties) if not any(same_party(m, x) for x in known)]
        if not one and not two:
            one, two = others[:1], others[1:2]
        elif not two and one[0].count != 2:
            two = others[:1]
        elif not one:
            one = others[:1]
        first = self.side(one) if one else self.counterpart(two)
        if len(one) == 1 and not two and one[0].count == 2:  # "between two rival gangs"
            return first, self.side(one)
        second = self.side(two) if two else self.counterpart(one)
        rivals = bool(one) and one[0].kind in {"gang", "communal"}
        if second.name == first.name and not rivals:
            second = self.inferred("armed")
        return first, second

    def counterpart(self, known: list[Mention]) -> Side:
        """Return the side that an unnamed opponent of a known one most likely is."""
        main = known[0] if known else None
        if main is not None and main.kind in {"gang", "communal"}:
            return self.inferred(main.kind)  # rivals of their own kind
        if foe := self.opponent(known):
            return foe
        return self.inferred("military" if main is not None and main.kind in ARMED else "armed")

    def opponent(self, known: list[Mention]) -> Side | None:
        """Return the forces that those of a state fight where the event lies, if that is known."""
        states = [m.country or self.country for m in known if m.kind in {"state", "military", "police"}]
        usual = self.actors.catalogue.usual
        foe = usual.opponent(self.country, states[0], self.day) if states else ""
        if not foe:
            return None
        named = self.name(Mention(0, 0, "military", foe))
        return Side(named.name, named.inter, inferred=True)

    def protest(self) -> tuple[Side, Side]:
        """Protesters, with who they are beside them; the force that intervened, if any."""
        crowd = self.crowd_side("protesters")
        if self.sub == "Peaceful protest":
            return crowd, Side()
        return crowd, self.against_crowd() or self.inferred("police")

    def against_crowd(
        self, kinds: frozenset[str] = FORCE | ARMED, hit: Sequence[Mention] = ()
    ) -> Side | None:
        """Return the force that meets a crowd: police and soldiers before a state, whose police it is then.

        A government that a crowd only turns to ("the ministry of labour") counts where it acts itself or is hit.
        """
        found = self.all(kinds)
        force = [m for m in found if m.kind not in {"state", "government"} and "thing" not in m.tags]
        if force:
            return self.side(self.forces(force))
        acts = [m for t in self.account.tellings if t.frame.actions & MET for m in t.frame.agents]
        if any(m in acts for m in found):
            return self.inferred("police")
        official = [m for m in found if any(m is x or same_party(m, x) for x in hit)]
        return self.side(official) if official else None

    def crowd_side(self, kind: str) -> Side:
        """Return the side of a crowd: protesters or rioters, with identities and parties as associated actors."""
        people = [m for m in self.all(PEOPLE) if m.kind in CROWDS] or self.all(PEOPLE)
        main = self.name(Mention(0, 0, kind))
        side = Side(main.name, main.inter, [], people[0] if people else None)
        if any("settlers" in m.tags for m in self.account.agents):
            side.name = self.actors.name(Mention(0, 0, kind), SETTLERS_OF, self.day).name
        for m in self.all(PEOPLE):
            self.associate(side, m)
        return side

    def associate(self, side: Side, mention: Mention) -> None:
        """Add the identity of a mention to a side's associated actors."""
        identity = self.actors.identity(mention, self.country)
        if identity and identity != side.name and identity not in side.assoc:
            side.assoc.append(identity)

    def riot(self) -> tuple[Side, Side]:
        """Rioters against the force or the people that they met."""
        crowd = self.crowd_side("rioters")
        force = self.against_crowd(FORCE | {"group", "security"}, self.account.targets)
        if force:
            return crowd, force
        victims = [m for m in self.account.targets if m.kind in PEOPLE]
        if self.sub != "Mob violence":
            return crowd, Side()
        if self.actions() & MUTUAL or any(m.kind in CROWDS for m in victims):
            return crowd, self.inferred("rioters")
        return crowd, self.civilians(victims) if victims or self.actions() & HURTS else Side()

    def actions(self) -> frozenset[str]:
        """Return all actions of the account."""
        return frozenset(a for t in self.account.tellings for a in t.frame.actions)

    def civilians(self, victims: list[Mention]) -> Side:
        """Return `Civilians (X)` with the identities of the victims."""
        main = self.name(Mention(0, 0, "civilians"))
        told = [m for m in victims if m.country or "people" not in m.tags]
        abroad = {m.country if m.kind in {"civilians", "identity"} else "" for m in told}
        if len(abroad) == 1 and self.country and not abroad & {"", self.country}:
            main = replace(main, name=f"Civilians ({told[0].country})")
        side = Side(main.name, main.inter, [], victims[0] if victims else None, inferred=not victims)
        for m in victims:
            self.associate(side, m)
        return side

    def remote(self) -> tuple[Side, Side]:
        """Who fired and who was hit; civilians beside a military target are associated, alone they are actor2."""
        one = self.forces(self.account.agents) or self.forces(self.weapon_owners())
        first = self.side(one) if one else self.inferred("armed")
        officials = [m for m in self.account.targets if m.kind == "government"]
        hit = [m for m in self.hit() if m not in officials]
        armed = [m for m in self.forces(hit) if not any(same_party(m, x) for x in one)]
        people = [m for m in self.all(PEOPLE) if m not in one] + officials
        if not armed and not people:
            harmed = [v for _, t, v in self.account.tolls if v is not None and t.kind in HARMED]
            armed = [m for m in self.forces(harmed) if not any(same_party(m, x) for x in one)]
            people = [m for m in harmed if m.kind in PEOPLE and m not in one]
        second = self.side(armed) if armed else Side()
        if armed and second.name != first.name:
            if people:
                second.assoc.append(self.name(Mention(0, 0, "civilians")).name)
            return first, second
        return first, self.civilians(people) if people else Side()

    def hit(self) -> list[Mention]:
        """Return the targets; where they are only a post ("a checkpoint"), the other forces that were harmed there."""
        targets = self.account.targets
        if not targets or not all("site" in m.tags for m in targets):
            return targets
        known = {CLASSES.get(m.kind) for m in targets}
        harmed = [v for _, t, v in self.account.tolls if v and v.kind in FORCE | ARMED and t.kind in HARMED]
        return [v for v in harmed if CLASSES.get(v.kind) not in known] or targets

    def against_civilians(self) -> tuple[Side, Side]:
        """An armed actor against `Civilians (X)`."""
        attackers = self.forces(self.account.agents)
        first = self.side(attackers) if attackers else self.inferred("armed")
        return first, self.civilians([m for m in self.account.targets if m.kind in PEOPLE | {"government"}])

    def strategic(self) -> tuple[Side, Side]:
        """Whoever acted, and the other side if one is named; a bare state is its government or its military."""
        military = self.sub not in {"Agreement", "Other", "Arrests"}
        roles = [
            replace(m, kind="military" if military else "government") if m.kind == "state" else m
            for m in (*self.account.agents, *self.account.targets)
            if m.kind in FORCE | ARMED
        ]
        people = [m for m in self.account.targets if m.kind in PEOPLE]
        if not roles:
            if self.sub == "Other" and people + [m for m in self.account.agents if m.kind in PEOPLE]:
                return self.civilians(people or self.account.agents), Side()
            police = self.sub in {"Arrests", "Disrupted weapons use"}
            kind = "police" if police else "armed" if self.sub == LOOTING else "government"
            return self.inferred(kind), self.owners(people)
        rest = [m for m in roles[1:] if not same_party(m, roles[0])]
        if self.sub == "Arrests" and not self.forces(self.account.agents):
            return self.inferred("police"), self.side(roles)
        first = self.side(roles[:1])
        if not rest and self.sub == "Agreement":
            rest = [m for m in self.forces(self.parties) if not same_party(m, roles[0])][:1]
        rest = rest or [m for m in self.forces(self.weapon_owners()) if not same_party(m, roles[0])]
        if rest:
            return first, self.side(rest)
        downed = self.sub == "Disrupted weapons use" and bool(FLYING & self.things())
        if downed and (foe := self.opponent(roles[:1])):
            return first, foe
        if "surrender" in self.actions() and roles[0].kind in ARMED:
            return first, self.inferred("military")
        return first, self.owners(people)

    def weapon_owners(self) -> list[Mention]:
        """Return those whose weapons the account tells of ("a mine laid by rebels")."""
        return [m for t in self.account.tellings for m in t.frame.owners]

    def things(self) -> frozenset[str]:
        """Return the weapons and objects of the account."""
        return frozenset(x for t in self.account.tellings for x in t.frame.weapons | t.frame.objects)

    def owners(self, people: list[Mention]) -> Side:
        """Return the civilians who were arrested, or whose property was looted or destroyed; nobody for other steps."""
        if self.sub == LOOTING or (self.sub == "Arrests" and people):
            return self.civilians(people)
        return Side()
