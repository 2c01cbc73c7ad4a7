"""Phrases: countries, ethnic and named groups with the words for people that follow them, as mentions."""

from dataclasses import replace

from newsledger.coder.spans import Mention
from newsledger.coder.who.behind import owner_behind
from newsledger.coder.who.ethnic import ethnic, is_raid
from newsledger.coder.who.nouns import combine, make_own, primary, tags_for, unarmed
from newsledger.coder.who.reading import GAP, Read, Reading
from newsledger.coder.who.spelt import paired, spelt, tribe
from newsledger.coder.who.states import bare_state, is_people
from newsledger.coder.who.units import Unit

ABSORBED = frozenset(
    "armed gang communal military mission police security government civilians rioters".split()
)
STATE = frozenset({"military", "police", "prison"})
PARTY_WORKERS = "labor"  # "party workers" are its members
TROOPS = frozenset(
    {"armed", "military"}
)  # those who may be a group's though a country is named ("Chadian rebels of FACT")
LINKED = frozenset(
    {"linked", "affiliated", "aligned", "inspired"}
)  # "Al Qaeda-linked militants" are taken for that group's
DISSIDENT = frozenset({"dissident", "dissidents"})  # of an armed group, its own men
UNOWNED = frozenset({"state", "civilians"})
PARTISANS = frozenset(
    {"supporters", "activists", "protesters", "militants", "cadres"}
)  # end a party's phrase


class Phrases(Reading):
    """Reads the units of one sentence; `shared` holds what one noun says of several countries."""

    shared: list[Mention]

    def read(self, at: int) -> Read:
        """Return the mention that starts with unit `at`, if any, and the unit to go on with."""
        unit = self.units[at]
        if self.is_maker(unit):
            return None, at + 1
        if self.is_backer(unit):
            return self.backed(at)
        if unit.first and self.norm[unit.first - 1] in self.small["stances"]:
            return self.backed(at) if unit.kind == "country" else (None, at + 1)
        if unit.kind == "country":
            return self.country(at)
        if unit.kind == "group":
            return self.group(at, unit.first, "")
        if unit.kind == "people":
            return self.people(at, unit.first, "")
        return self.people_words(at, unit.first, "")

    def country(self, at: int) -> Read:
        """Read a country: the owner of the people named behind it, or a state by itself."""
        unit = self.units[at]
        if at + 1 < len(self.units):
            if self.joins(unit, self.units[at + 1]):
                return self.owned(at + 1, unit)
            both = self.both(at)
            if both is not None:
                return both
        return bare_state(self.sentence, unit), at + 1

    def backed(self, at: int) -> Read:
        """Read "Turkey-backed rebels": whoever stands behind, of no country; forces are no state's, then."""
        nxt = at + 1
        if nxt >= len(self.units) or self.units[nxt].first - self.units[at].last > 1 + GAP:
            return None, nxt
        if not all(self.is_adjective(i) for i in range(self.units[at].last + 1, self.units[nxt].first)):
            return None, nxt
        mention, after = self.read(nxt)
        if mention is not None and mention.kind not in UNOWNED and not mention.country:
            owned = "loyal" in mention.tags or self.norm[mention.first] == "government"
            if mention.kind == "military" and not owned:
                mention.kind, mention.tags = "armed", mention.tags - {"state", "military"}
            mention.tags |= {"backed"}
        unit = self.units[at]
        if (
            mention is not None
            and unit.kind == "group"
            and mention.kind != "group"
            and self.norm[unit.last] in LINKED
            and "armed" in mention.tags
        ):
            tags = tags_for("group", unit.tags | (mention.tags & {"person", "plural"}), False)
            mention = replace(mention, first=unit.first, kind="group", entry=unit.id, tags=tags)
        return mention, after

    def both(self, at: int) -> Read | None:
        """Read "Syrian and Russian warplanes" as the forces of both, or return None."""
        unit, nxt = self.units[at], self.units[at + 1]
        if nxt.first != unit.last + 1 or self.norm[unit.last] not in {"and", "or", "/", ","}:
            return None
        if nxt.kind == "group" and "demonym" in unit.tags:
            return self.with_group(at)
        if nxt.kind != "country":
            return None
        listed = len(self.shared)
        mention, after = self.country(at + 1)
        if self.norm[unit.last] == "," and len(self.shared) == listed:
            return None  # no list: "in Chad, Nigerian troops"
        if (
            mention is None
            or mention.country != nxt.id
            or (mention.kind == "state" and not {"demonym"} <= unit.tags & nxt.tags)
            or mention.first != nxt.first
        ):
            return None
        self.shared.insert(0, replace(mention, first=unit.first, last=unit.last, country=unit.id, count=None))
        return mention, after

    def with_group(self, at: int) -> Read | None:
        """Read "Cameroonian and MNJTF troops" as the forces of both, or return None."""
        unit = self.units[at]
        mention, after = self.group(at + 1, self.units[at + 1].first, "")
        if self.norm[unit.last] == "," or mention is None or not {"person", "armed"} <= mention.tags:
            return None
        tags = tags_for("military", frozenset({"person", "plural"}), False)
        self.shared.insert(0, Mention(unit.first, unit.last, "military", unit.id, "", tags))
        return mention, after

    def joins(self, unit: Unit, nxt: Unit) -> bool:
        """Say whether the people named by `nxt` are those of the country `unit`."""
        start = unit.last
        possessive = start < len(self.norm) and self.norm[start] == "'s"
        if nxt.kind == "country" or is_people(unit, self.norm):
            return False
        if possessive:
            start += 1
        gap = nxt.first - start
        if gap < 0 or gap > GAP or (gap and not (possessive or "demonym" in unit.tags)):
            return False
        return all(self.is_adjective(i) for i in range(start, nxt.first))

    def owned(self, at: int, owner: Unit) -> Read:
        """Read the people of the country `owner`; it stands by itself where they make no mention."""
        kind = self.units[at].kind
        if kind == "group":
            return self.group(at, owner.first, owner.id)
        if kind == "people":
            return self.people(at, owner.first, owner.id)
        mention, after = self.people_words(at, owner.first, owner.id)
        if mention is None:
            return bare_state(self.sentence, owner), at
        if self.is_armys(mention):
            mention.kind, mention.tags = "military", tags_for("military", mention.tags - {"police"}, False)
        return mention, after

    def group(self, at: int, first: int, country: str) -> Read:
        """Read a named group with the words for its people ("Hamas fighters")."""
        unit = self.units[at]
        entry, last, after = self.spelt_out(at)
        tags, singular = unit.tags, False
        kind = "identity" if "party" in tags else "group"
        if kind == "identity" and self.norm[last - 1] in PARTISANS:
            kind, tags = "protesters", tags | {"person", "plural", "supporters"}
        while after < len(self.units):
            nxt = self.units[after]
            last += self.owns(nxt, last, tags) + self.closes(first, last)
            if self.describes(after):
                last, after = nxt.last, after + 1
                continue
            if (
                nxt.kind != "force"
                or nxt.first - last > 2
                or (nxt.first - last == 2 and not self.glued[last + 1])
                or (nxt.first > last and not self.is_adjective(last))
            ):
                break
            own = primary(nxt)
            worker = "party" in tags and (nxt.id == PARTY_WORKERS or "activists" in nxt.tags)
            worker = worker or (own == "identity" and self.their_men(nxt, tags))
            worker = worker or ("rebel" in tags and self.norm[nxt.first] in DISSIDENT)
            street = own == "protesters" and not worker and "supporters" not in nxt.tags  # "Hirak marchers"
            if own not in ABSORBED and "generic" not in nxt.tags and not (worker or street):
                break
            follow = {"supporters", "activists"} & nxt.tags and (
                "party" in tags or not is_raid(self.sentence)
            )
            if street or follow:
                kind = "protesters"  # and not where the followers of a group kill
            elif own in {"gang", "armed"} or (own == "military" and "site" in nxt.tags):
                kind = "group"  # "party thugs" are a militia, and so are those of "PUK positions"
            elif "youth" in nxt.tags and "party" in tags:
                kind = "protesters"
            elif own == "civilians" and "member" not in nxt.tags and not self.their_men(nxt, tags):
                break
            tags |= nxt.tags & {"person", "plural", "thing", "site", "ranks", "supporters", "company"}
            last, singular, after = nxt.last, nxt.form == "noun" and "person" in nxt.tags, after + 1
        if first and "person" in tags and self.norm[first - 1] in self.small["former"] and kind == "group":
            kind, tags = "civilians", frozenset({"person", "former"})
        kind = unarmed(kind, self.norm[last - 1])
        tags = tags_for(kind, tags, singular)
        if kind != "group" or "military" in tags:
            tags -= {"militia", "rebel"}
        return self.made(first, last, kind, country, entry, tags, singular), after

    def spelt_out(self, at: int) -> tuple[str, int, int]:
        """Return entry, end and next unit of a group, "National Liberation Army (ELN)" read as one."""
        unit, nxt = self.units[at], self.units[at + 1] if at + 1 < len(self.units) else None
        if (
            nxt is not None
            and nxt.kind == "group"
            and nxt.first == unit.last + 1
            and self.norm[unit.last] == "("
        ):
            both = [i for i in unit.ids if i in nxt.ids]
            if both and nxt.last < len(self.norm) and self.norm[nxt.last] == ")":
                return "|".join(both), nxt.last + 1, at + 2
        return unit.id, unit.last, at + 1

    def people(self, at: int, first: int, country: str) -> Read:
        """Read an ethnic group, as an adjective ("Fulani herders") or by itself ("Kurds")."""
        unit = self.units[at]
        nxt = self.units[at + 1] if at + 1 < len(self.units) else None
        if (
            nxt is not None
            and nxt.kind == "force"
            and nxt.first - unit.last <= GAP
            and all(self.is_adjective(i) for i in range(unit.last, nxt.first))
        ):
            mention, after = self.people_words(at + 1, first, country)
            if mention is not None:
                return ethnic(mention, unit, self.sentence), after
        if not self.norm[unit.last - 1].endswith(("s", "chinese")):
            return self.both_people(at, country) or (None, at + 1)
        tags = tags_for("identity", unit.tags | {"plural"}, False)
        return self.made(first, unit.last, "identity", country, unit.id, tags, False), at + 1

    def both_people(self, at: int, country: str) -> Read | None:
        """Read "the Hema and Lendu communities" as those of both, or return None."""
        unit, nxt = self.units[at], self.units[at + 1] if at + 1 < len(self.units) else None
        if nxt is None or nxt.kind not in {"people", "group"} or nxt.first - unit.last > 2:
            return None
        if nxt.kind == "group" and "identity-militia" not in nxt.tags:
            return None
        if self.norm[unit.last] not in {"and", "or", ",", "/"} and not self.glued[nxt.first]:
            return None
        read = self.people if nxt.kind == "people" else self.group
        mention, after = read(at + 1, nxt.first, country)
        if mention is None or nxt.id not in {mention.entry, ""}:
            return None
        kind = "communal" if nxt.kind == "group" else mention.kind
        tags = tags_for(kind, mention.tags - {"group"}, False) if nxt.kind == "group" else mention.tags
        other = replace(mention, first=unit.first, last=unit.last, kind=kind, entry=unit.id, tags=tags)
        self.shared.insert(0, replace(other, count=None))
        return mention, after

    def people_words(self, at: int, first: int, country: str) -> Read:
        """Read a chain of words for people, with an owner before it or behind it."""
        end = self.chain_end(at)
        chain = self.units[at:end]
        head = combine(chain)
        last = chain[-1].last
        if end < len(self.units) and self.units[end].first == last and "leader" in self.units[end].tags:
            leader = bare_state(self.sentence, self.units[end])  # "President Putin"
            if leader is not None and self.is_former(first):
                tags = tags_for("civilians", frozenset({"former", "official"}), True)
                return replace(leader, first=first, kind="civilians", country="", tags=tags), end + 1
            if leader is not None:
                return replace(leader, first=first, tags=leader.tags | {"person", "official"}), end + 1
        singular = head.singular and not self.is_attribute(last)
        mention = self.made(first, last, head.kind, country, head.entry, frozenset(), singular)
        if head.kind == "anaphor":
            mention.tags = tags_for("anaphor", head.tags, False)
            return mention, end
        tags = head.tags
        own = bool(first) and self.norm[first - 1] in self.small["own"] and not country
        behind = owner_behind(self, mention, tags, end) if not country or mention.kind in TROOPS else None
        mention.country = country or mention.country  # "American soldiers in Iraq" are none of Iraq's
        if behind is not None and (not country or behind[0].kind == "group"):
            return behind
        if not country and end < len(self.units) and mention.last > self.units[end].first:
            end += 1
        bare = len(chain) == 1 and not country and not mention.country and not own
        if bare and mention.kind == "communal" and "owned" in tags:
            return tribe(self, mention, last), end
        if bare and (tags & {"owned", "member"} or ("counted" in tags and mention.count is None)):
            return None, end
        if (
            mention.kind in STATE | {"armed"}
            and "person" in tags
            and first
            and self.norm[first - 1] in self.small["former"]
        ):
            mention.kind, tags = "civilians", frozenset({"former"})
        if bare and mention.kind == "military" and self.of_commander(chain[0], last):
            mention.kind = "armed"
        mention.tags = tags_for(mention.kind, tags, singular)
        if own:
            make_own(mention, tags, singular)
        return paired(self, spelt(self, mention, chain[-1].last), chain[-1].last), end
