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
SETTLED = "Palestine"
POLICE = frozenset({"police", "policemen", "gendarmes", "officers"})  # in a trigger ("battled with police")
LOOTING = "Looting/property destruction"
CROWDS = frozenset({"crowd", "protesters", "rioters"})
FLYING = frozenset({"drone", "air", "artillery", "missile", "rocket"})  # what comes from an enemy
AIR = "Air/drone strike"
STOPPED = "Disrupted weapons use"


def holds(mentions: Sequence[Mention], one: Mention) -> bool:
    """Say whether a mention is among others, by where it stands."""
    return any((m.sentence, m.first, m.last) == (one.sentence, one.first, one.last) for m in mentions)


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


def same_as(mention: Mention, side: Side) -> bool:
    """Say whether a mention is of the very party that is a side already."""
    return side.mention is not None and mention.entry != "" and mention.entry == side.mention.entry


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
        return self.actors.name(
            self.of_state(self.local(mention)), self.country, self.day, region=self.region
        )

    def of_state(self, mention: Mention) -> Mention:
        """Return a name that a rebel group shares with a state's forces as theirs, where the story names that state
        ("the PLA" in a story of Chinese troops)."""
        known = (self.actors.catalogue.groups.get(i) for i in mention.entry.split("|"))
        state = next((g for g in known if g and g.body and g.countries[0] in self.story_states), None)
        return replace(mention, entry=state.id) if state is not None and "|" in mention.entry else mention

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

    def rivals(self) -> list[Mention]:
        """Return those who fight among themselves in a telling of the account ("clashes between rival militias")."""
        fights = [t.frame.agents for t in self.account.tellings if "symmetric" in t.frame.tags]
        return next((a for a in fights if len(a) == 1 and a[0].count == 2 and a[0].kind in ARMED), [])

    def forces(self, mentions: list[Mention]) -> list[Mention]:
        """Return the armed mentions; a bare state stands for its military."""
        return [
            replace(m, kind="military") if m.kind in {"state", "government"} else m
            for m in mentions
            if m.kind in FORCE | ARMED and not (m.kind == "government" and "person" in m.tags)
        ]

    def battle(self) -> tuple[Side, Side]:
        """Two armed sides; a missing one is the story's other party, else the counterpart of the one known."""
        one = self.forces(self.account.agents)
        two = [m for m in self.forces(self.account.targets) if not self.is_of(m, one)]
        rivals = self.rivals()
        if rivals and all(m.kind == "armed" or m in rivals for m in (*one, *two)):
            one, two = rivals, []  # "a fighter was killed in clashes between rival militias"
        if not one and len(two) > 1 and two[0].kind != two[1].kind:
            one, two = two, []  # "two soldiers and five rebels were killed"
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
        if not others and all(m.kind in ARMED for m in known) and not rivals:
            others = self.police_there()
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
        alike = bool(one) and one[0].kind in {"gang", "communal"}
        if second.name == first.name and not alike:
            second = self.inferred("armed")
        return first, second

    def police_there(self) -> list[Mention]:
        """Return the police that a sentence of the account names, where it does not only quote them."""
        for telling in self.account.tellings:
            for m in telling.frame.sentence.mentions:
                if m.kind == "police" and "site" not in m.tags and m != telling.frame.speaker:
                    return [m]
        return []

    def is_of(self, mention: Mention, side: Sequence[Mention]) -> bool:
        """Say whether a mention may be of a side: not where one telling has them act against each other."""
        if not any(same_party(mention, x) for x in side):
            return False
        return not any(
            holds(t.frame.targets, mention) and any(holds(t.frame.agents, x) for x in side)
            for t in self.account.tellings
            if mention.kind == "armed" and "symmetric" not in t.frame.tags
        )

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
        states += [m.entry for m in known if m.kind == "group" and m.entry]
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
        told = any(POLICE & set(t.frame.trigger.casefold().split()) for t in self.account.tellings)
        if any(m in acts for m in found) or (found and told):
            return self.inferred("police")
        official = [m for m in found if any(m is x or same_party(m, x) for x in hit)]
        return self.side(official) if official else None

    def crowd_side(self, kind: str) -> Side:
        """Return the side of a crowd: protesters or rioters, with identities and parties as associated actors."""
        people = [m for m in self.all(PEOPLE) if m.kind in CROWDS] or self.all(PEOPLE)
        main = self.name(Mention(0, 0, kind))
        side = Side(main.name, main.inter, [], people[0] if people else None)
        if self.by_settlers():
            side.name = self.actors.name(Mention(0, 0, kind), SETTLERS_OF, self.day).name
        for m in self.all(PEOPLE):
            self.associate(side, m)
        return side

    def by_settlers(self) -> bool:
        """Say whether settlers act in the account; they are rioters of their own country (coding-rules 3)."""
        there = self.country in {SETTLED, SETTLERS_OF, ""}
        return there and any("settlers" in m.tags for m in self.account.agents)

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
        if not victims and self.country == SETTLED and crowd.name.endswith(f"({SETTLERS_OF})"):
            return crowd, self.civilians([])  # settlers act against those who live there
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
        one = self.forces(self.account.agents) or self.forces(self.weapon_owners()) or self.nationals()
        first = self.side(one) if one else self.party_side(self.account.agents) or self.striker()
        officials = [m for m in self.account.targets if m.kind == "government"]
        hit = [m for m in self.hit() if m not in officials]
        armed = [m for m in self.forces(hit) if not self.is_of(m, one)]
        people = [
            m for m in self.all(PEOPLE) if m not in one and not same_as(m, first) and not self.of_land(m, one)
        ] + officials
        if all(m.kind == "state" for m in hit) and self.people_harmed():
            armed = []  # "a strike on the Ukrainian city killed two people"
        if not armed and not people:
            harmed = [v for _, t, v in self.account.tolls if v is not None and t.kind in HARMED]
            armed = [m for m in self.forces(harmed) if not any(same_party(m, x) for x in one)]
            people = [m for m in harmed if m.kind in PEOPLE and m not in one]
        second = self.side(armed) if armed else Side()
        if armed and second.name != first.name:
            if people:
                second.assoc.append(self.name(Mention(0, 0, "civilians")).name)
            return first, second
        return first, self.civilians(people) if people or self.people_harmed() else Side()

    def nationals(self) -> list[Mention]:
        """Return the forces of a state that only its people's name tells ("the Russians shelled the town")."""
        return [
            replace(m, kind="military")
            for m in self.account.agents
            if m.country and m.country != self.country and "national" in m.tags
        ]

    def of_land(self, mention: Mention, forces: Sequence[Mention]) -> bool:
        """Say whether people are those who fired, by the name of their land."""
        return any(holds([mention], m) for m in forces)

    def people_harmed(self) -> bool:
        """Say whether the account counts people killed or hurt who are no force."""
        return any(
            t.kind in HARMED and t.count and (v is None or v.kind in PEOPLE) for _, t, v in self.account.tolls
        )

    def striker(self) -> Side:
        """Return who nobody says fired: from the air the state that fights those hit there, else somebody armed."""
        foe = self.opponent(self.forces(self.account.targets)) if self.sub == AIR else None
        return foe or self.inferred("armed")

    def hit(self) -> list[Mention]:
        """Return the targets; where they are only a post ("a checkpoint"), the other forces that were harmed there."""
        targets = self.account.targets
        if not targets or not all("site" in m.tags for m in targets):
            return targets
        known = {CLASSES.get(m.kind) for m in targets}
        harmed = [v for _, t, v in self.account.tolls if v and v.kind in FORCE | ARMED and t.kind in HARMED]
        return [v for v in harmed if CLASSES.get(v.kind) not in known] or targets

    def shot_down(self, owners: list[Mention]) -> tuple[Side, Side]:
        """Return who most likely stopped what is somebody's: the land's own forces, else those whom he fights."""
        home = owners[0].kind in FORCE and owners[0].country in {"", self.country}
        if not home and owners[0].country != self.country:
            return self.inferred("military"), self.side(owners[:1])
        return self.opponent(owners[:1]) or self.inferred("armed"), self.side(owners[:1])

    def against_civilians(self) -> tuple[Side, Side]:
        """An armed actor against `Civilians (X)`."""
        attackers = self.forces(self.account.agents)
        unnamed = self.partisans() or self.inferred("armed")
        first = self.side(attackers) if attackers else unnamed
        return first, self.civilians([m for m in self.account.targets if m.kind in PEOPLE | {"government"}])

    def partisans(self) -> Side | None:
        """Return those who attack without being armed: a party's men as their party, others as rioters."""
        gone = [m for t in self.account.tellings if "missing" in t.frame.actions for m in t.frame.agents]
        people = [
            m for m in self.account.agents if (m.kind in CROWDS or m.kind == "identity") and m not in gone
        ]
        if not people and not self.by_settlers():
            return None
        return self.party_side(people) or self.crowd_side("rioters")

    def party_side(self, people: list[Mention]) -> Side | None:
        """Return the party whose men act."""
        for m in people:
            party = self.actors.group(m.entry, self.country, self.day) if m.entry else None
            if party is not None and party.party:
                named = self.actors.named_group(party, self.country, self.day)
                return Side(named.name, named.inter, [], m)
        return None

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
            shot_down = self.sub == STOPPED and bool(FLYING & self.things())
            police = self.sub in {"Arrests", STOPPED}
            kind = (
                "military"
                if shot_down
                else "police"
                if police
                else "armed"
                if self.sub == LOOTING
                else "government"
            )
            first = self.crowd_side("rioters") if self.by_settlers() else self.inferred(kind)
            return first, self.owners(people)
        rest = [m for m in roles[1:] if not same_party(m, roles[0])]
        if self.sub == STOPPED and not self.account.agents and "thing" in roles[0].tags:
            return self.shot_down(roles)  # "a Ukrainian drone was shot down over Belgorod"
        if self.sub == "Arrests" and not self.forces(self.account.agents):
            return self.inferred("police"), self.side(roles)
        first = self.side(roles[:1])
        if not rest and self.sub == "Agreement":
            rest = [m for m in self.forces(self.parties) if not same_party(m, roles[0])][:1]
        rest = rest or [m for m in self.forces(self.weapon_owners()) if not same_party(m, roles[0])]
        if rest:
            return first, self.side(rest)
        downed = self.sub == STOPPED and bool(FLYING & self.things())
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
