"""Case: one account at one place and day. Whom does it name, and what are they called there?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from newsledger.coder.accounts import Account
from newsledger.coder.event_types import BATTLES, STRATEGIC
from newsledger.coder.frames import Frame
from newsledger.coder.parties import same_party
from newsledger.coder.sides.side import FORCE, Side, forces, holds
from newsledger.coder.spans import Mention
from newsledger.coder.who.naming import Actors, Named
from newsledger.contract.coding import EXTERNAL

STRANGE = frozenset("unidentified unknown rival another opposing".split())  # before a party of its own


class Case:
    """One account at one place and day: the mentions in its roles, and their names there."""

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
        """Return a side of the mentions, the first as the main actor; the land's own forces before their allies."""
        mentions = [*mentions, *self.helpers(mentions)]
        if len(mentions) > 1 and self.kind == BATTLES and self.is_ally(mentions[0]):
            mentions = sorted(mentions, key=lambda m: not self.is_home(m))
        main = replace(mentions[0], kind=as_kind) if as_kind else mentions[0]
        named = self.name(main)
        side = Side(named.name, named.inter, [], mentions[0])
        for m in mentions[1:]:
            other = self.name(replace(m, kind=as_kind) if as_kind and m.kind == "state" else m).name
            if other != side.name and other not in side.assoc:
                side.assoc.append(other)
        return side

    def helpers(self, side: Sequence[Mention]) -> list[Mention]:
        """Return the forces named right behind those of a side as their helpers ("X alongside Y")."""
        if self.kind == STRATEGIC:
            return []
        rows = [t.frame.sentence.mentions for t in self.account.tellings]
        found = [b for row in rows for a, b in pairwise(row) if "ally" in b.tags and holds(side, a)]
        return [m for m in forces(found) if not holds(side, m)]

    def is_ally(self, mention: Mention) -> bool:
        """Say whether a mention is of forces from abroad."""
        return self.name(mention).inter == EXTERNAL

    def is_home(self, mention: Mention) -> bool:
        """Say whether a mention is of the military or the police of the land."""
        return mention.kind in {"military", "police", "group"} and self.name(mention).inter == "State forces"

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

    def is_of(self, mention: Mention, side: Sequence[Mention]) -> bool:
        """Say whether a mention may be of a side: not where one telling has them act against each other."""
        if not any(same_party(mention, x) and not self.of_two_states(mention, x) for x in side):
            return False
        return not any(
            holds(t.frame.targets, mention) and any(holds(t.frame.agents, x) for x in side)
            for t in self.account.tellings
            if "armed" in {mention.kind, *(x.kind for x in side)}
            and ("symmetric" not in t.frame.tags or _is_of_strangers(t.frame))
        )

    def of_two_states(self, one: Mention, two: Mention) -> bool:
        """Say whether two mentions are forces of two states, where a name tells whose ("the IRGC", "US drones")."""
        first, second = self.owner(one), self.owner(two)
        return bool(first and second) and first != second

    def owner(self, mention: Mention) -> str:
        """Return the state that a mention or the name of its forces is of, or ""."""
        group = self.actors.group(mention.entry, self.country, self.day) if mention.entry else None
        return mention.country or (group.countries[0] if group is not None and group.body else "")

    def opponent(self, known: list[Mention]) -> Side | None:
        """Return the forces that those of a state fight where the event lies, if that is known."""
        states = [m.country or self.country for m in known if m.kind in {"state", "military", "police"}]
        states += [self.owner(m) or m.entry for m in known if m.kind == "group" and m.entry]
        usual = self.actors.catalogue.usual
        foe = usual.opponent(self.country, states[0], self.day) if states else ""
        if not foe:
            return None
        named = self.name(Mention(0, 0, "military", foe))
        return Side(named.name, named.inter, inferred=True)

    def is_there(self, mention: Mention) -> bool:
        """Say whether forces may be where the event lies: those of another state only where it has fought ("a truce
        brokered by Angola" names none of the war in Congo)."""
        state = self.owner(mention)
        if not state or state == self.country or not self.country:
            return True
        return self.country in self.actors.catalogue.abroad.fronts([state], self.day)

    def actions(self) -> frozenset[str]:
        """Return all actions of the account."""
        return frozenset(a for t in self.account.tellings for a in t.frame.actions)

    def things(self) -> frozenset[str]:
        """Return the weapons and objects of the account."""
        return frozenset(x for t in self.account.tellings for x in t.frame.weapons | t.frame.objects)

    def parties_to(self) -> list[Mention]:
        """Return the two parties of the story, if both are forces: they agree where an agreement names nobody."""
        states = {"state", "military"}  # a state agrees through its government
        named = [replace(m, kind="government") if m.kind in states else m for m in forces(self.parties)]
        return named if len(named) == len(self.parties) == 2 else []

    def weapon_owners(self) -> list[Mention]:
        """Return those whose weapons the account tells of ("a mine laid by rebels")."""
        return [m for t in self.account.tellings for m in t.frame.owners]


def _is_of_strangers(frame: Frame) -> bool:
    """Say whether those who clash are apart by a word ("militiamen clashed with an unidentified armed group")."""
    norm = frame.sentence.words.norm
    return any(STRANGE & set(norm[max(0, m.first - 1) : m.last]) for m in (*frame.agents, *frame.targets))
