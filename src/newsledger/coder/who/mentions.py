"""Mentions: who is named in a sentence, put together from the spans of countries, forces, people and groups.

`mentions` reads from left to right: "[country] [up to two adjectives] [words for people]" and what follows with "of"
or "from" ("the defence ministry of Armenia", "members of the PKK"). A mention starts at the country or the noun, not at
the number or article, and ends with the noun.

The tags of a mention are what rules ask for: state, military, police, government, prison, group, rebel, militia,
identity-militia, gang, communal, mission, security, party; armed (an organised armed actor), unarmed; crowd,
protesters, rioters, civilian, identity, person (counted as victims), plural, official, supporters, activists, suspect,
fans, youth, settlers, vigilante, pastoralist, religion, work, loyal (forces on a government's side), foreign
(coalitions), security-forces, thing (aircraft, guns), site (a base, a position, a building), ranks (officers and
commanders), former, national ("three Armenians"), capital, leader, demonym, backed ("Ankara-backed"), own ("its
soldiers"), and anaphor with pair ("both sides"), enemy or own.
"""

from collections.abc import Sequence
from dataclasses import replace

from newsledger.coder.spans import Mention, Sentence
from newsledger.coder.who.counting import count_before
from newsledger.coder.who.nouns import combine, primary, tags_for
from newsledger.coder.who.states import bare_state, is_people
from newsledger.coder.who.units import Unit, units_of
from newsledger.coder.who.vocabulary import grammar

GAP = 2  # adjectives between a country and a word for its people
ABSORBED = frozenset(
    {"armed", "gang", "communal", "military", "mission", "police", "security", "civilians", "rioters"}
)
WITH_GROUP = frozenset({"armed", "gang", "communal", "military", "civilians"})


def mentions(sentence: Sentence) -> list[Mention]:
    """Return who is named in a sentence, from left to right, without overlaps (coding-rules 3)."""
    units = units_of(sentence)
    if not units:
        return []
    reader = Reader(sentence, units)
    found: list[Mention] = []
    at = 0
    while at < len(units):
        mention, after = reader.read(at)
        if mention is not None and mention.first >= (found[-1].last if found else 0):
            found.extend(reader.shared)
            found.append(mention)
        reader.shared = []
        at = max(after, at + 1)
    return found


class Reader:
    """Reads the units of one sentence."""

    def __init__(self, sentence: Sentence, units: list[Unit]) -> None:
        self.sentence = sentence
        self.norm: Sequence[str] = sentence.words.norm
        self.glued: Sequence[bool] = sentence.words.glued
        self.units = units
        self.small = grammar()
        self.shared: list[Mention] = []  # "Syrian" of "Syrian and Russian warplanes"

    def read(self, at: int) -> tuple[Mention | None, int]:
        """Return the mention that starts with unit `at`, if any, and the unit to go on with."""
        unit = self.units[at]
        if unit.kind == "country":
            return self.country(at)
        if unit.kind == "group":
            return self.group(at, unit.first, "")
        if unit.kind == "people":
            return self.people(at, unit.first, "")
        return self.people_words(at, unit.first, "")

    def country(self, at: int) -> tuple[Mention | None, int]:
        """Read a country: the owner of the people named behind it, or a state by itself."""
        unit, norm = self.units[at], self.norm
        after = unit.last
        if (
            after < len(norm)
            and norm[after] in self.small["backers"]
            and (self.glued[after] or at + 1 < len(self.units))
        ):
            return self.backed(at)
        if unit.first and norm[unit.first - 1] in self.small["stances"]:
            return None, at + 1
        if at + 1 < len(self.units):
            if self.joins(unit, self.units[at + 1]):
                return self.owned(at + 1, unit)
            both = self.both(at)
            if both is not None:
                return both
        return bare_state(self.sentence, unit), at + 1

    def backed(self, at: int) -> tuple[Mention | None, int]:
        """Read "Turkey-backed rebels": whoever stands behind, of no country, tagged as backed."""
        if at + 1 >= len(self.units) or self.units[at + 1].first - self.units[at].last > 1 + GAP:
            return None, at + 1
        mention, after = self.read(at + 1)
        if mention is not None and mention.kind not in {"state", "civilians"}:
            mention.tags |= {"backed"}
        return mention, after

    def both(self, at: int) -> tuple[Mention | None, int] | None:
        """Read "Syrian and Russian warplanes" as the forces of both, or return None."""
        unit, nxt = self.units[at], self.units[at + 1]
        if (
            nxt.kind != "country"
            or nxt.first != unit.last + 1
            or self.norm[unit.last] not in {"and", "or", "/", ","}
        ):
            return None
        mention, after = self.country(at + 1)
        if (
            mention is None
            or mention.country != nxt.id
            or mention.kind == "state"
            or mention.first != nxt.first
        ):
            return None
        self.shared.insert(0, replace(mention, first=unit.first, last=unit.last, country=unit.id, count=None))
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
        if gap < 0 or gap > GAP:
            return False
        if gap and not (possessive or "demonym" in unit.tags):
            return False
        return all(self.is_adjective(i) for i in range(start, nxt.first))

    def is_adjective(self, i: int) -> bool:
        """Say whether token `i` can stand between a country and a noun."""
        token = self.norm[i]
        if not token[0].isalpha() or token in self.small["breaks"]:
            return False
        if token.endswith("ed") and token not in self.small["adjectives"] and not self.glued[i]:
            return False
        return not any(
            s.first <= i < s.last and s.entry.kind == "action" and s.entry.form not in {"noun", "nouns"}
            for s in self.sentence.spans
        )

    def owned(self, at: int, owner: Unit) -> tuple[Mention | None, int]:
        """Read the people that belong to the country `owner`; it stands by itself where they make no mention."""
        kind = self.units[at].kind
        if kind == "group":
            return self.group(at, owner.first, owner.id)
        if kind == "people":
            return self.people(at, owner.first, owner.id)
        mention, after = self.people_words(at, owner.first, owner.id)
        return (mention, after) if mention is not None else (bare_state(self.sentence, owner), at)

    def group(self, at: int, first: int, country: str) -> tuple[Mention | None, int]:
        """Read a named group with the words for its people ("Hamas fighters")."""
        unit = self.units[at]
        last, tags, singular, after = unit.last, unit.tags, False, at + 1
        kind = "group"
        while after < len(self.units):
            nxt = self.units[after]
            if (
                nxt.kind != "force"
                or nxt.first - last > 1
                or (nxt.first > last and not self.is_adjective(last))
            ):
                break
            own = primary(nxt)
            if own not in ABSORBED and "generic" not in nxt.tags:
                break
            if "supporters" in nxt.tags:
                kind = "protesters"
            elif own == "civilians" and "member" not in nxt.tags:
                break
            tags |= nxt.tags & {"person", "plural", "thing", "site", "ranks", "supporters"}
            last, singular, after = nxt.last, nxt.form == "noun" and "person" in nxt.tags, after + 1
        if "party" in tags and kind == "group":
            kind = "identity"
        tags = tags_for(kind, tags, singular)
        if "party" in tags or "military" in tags:
            tags -= {"militia"}
        return self.made(first, last, kind, country, unit.id, tags, singular), after

    def people(self, at: int, first: int, country: str) -> tuple[Mention | None, int]:
        """Read an ethnic group, as an adjective ("Fulani herders") or by itself ("Kurds")."""
        unit = self.units[at]
        nxt = self.units[at + 1] if at + 1 < len(self.units) else None
        if (
            nxt is not None
            and nxt.kind == "force"
            and nxt.first - unit.last <= GAP
            and self.adjectives(unit, nxt)
        ):
            mention, after = self.people_words(at + 1, first, country)
            if mention is not None:
                return self.ethnic(mention, unit), after
        if not self.norm[unit.last - 1].endswith("s"):
            return None, at + 1
        tags = tags_for("identity", unit.tags | {"plural"}, False)
        return self.made(first, unit.last, "identity", country, unit.id, tags, False), at + 1

    def adjectives(self, unit: Unit, nxt: Unit) -> bool:
        """Say whether only adjectives stand between two units."""
        return all(self.is_adjective(i) for i in range(unit.last, nxt.first))

    def ethnic(self, mention: Mention, unit: Unit) -> Mention:
        """Give a mention the ethnic group that it is of: armed people become its militia."""
        if (
            mention.kind in {"armed", "communal", "military"}
            and not mention.country
            and "backed" not in mention.tags
        ):
            tags = (mention.tags - {"state", "military"}) | {"communal", "identity-militia", "armed"}
            return replace(mention, kind="communal", entry=unit.id, tags=tags)
        if mention.kind == "civilians":
            return replace(mention, kind="identity", entry=unit.id, tags=mention.tags | {"identity"})
        if mention.kind in {"crowd", "protesters", "rioters"} and not mention.entry:
            return replace(mention, entry=unit.id)
        return mention

    def people_words(self, at: int, first: int, country: str) -> tuple[Mention | None, int]:
        """Read a chain of words for people, with an owner before it or behind it."""
        end = at + 1
        while (
            end < len(self.units)
            and self.units[end].kind == "force"
            and self.units[end].first == self.units[end - 1].last
            and "anaphor" not in self.units[end].tags
        ):
            end += 1
        chain = self.units[at:end]
        head = combine(chain)
        last = chain[-1].last
        mention = self.made(first, last, head.kind, country, head.entry, frozenset(), head.singular)
        if head.kind == "anaphor":
            mention.tags = tags_for("anaphor", head.tags, False)
            return mention, end
        tags = head.tags
        own = bool(first) and self.norm[first - 1] in self.small["own"] and not country
        if not country:
            belonging = self.belonging(mention, tags, end)
            if belonging is not None:
                return belonging
        bare = len(chain) == 1 and not country and not mention.country and not own
        if bare and (tags & {"owned", "member"} or ("counted" in tags and mention.count is None)):
            return None, end
        mention.tags = tags_for(head.kind, tags, head.singular)
        if own:
            mention.tags |= {"own"}
            if mention.tags & {"armed"}:
                mention.kind = "anaphor"
        return mention, end

    def belonging(self, mention: Mention, tags: frozenset[str], end: int) -> tuple[Mention, int] | None:
        """Read what follows with "of", "from" or "loyal to": give `mention` its country, or return another one.

        "members of the PKK" is the group, "officers of the Nigerian army" its military.
        """
        norm, start = self.norm, mention.last
        if start >= len(norm) or end >= len(self.units):
            return None
        word, links = norm[start], self.small["belonging"]
        if word not in links and " ".join(norm[start : start + 2]) not in links:
            return None
        start += 1 if word in links else 2
        if start < len(norm) and norm[start] in self.small["articles"]:
            start += 1
        nxt = self.units[end]
        if nxt.first != start:
            return None
        if nxt.kind == "country":
            return self.of_country(mention, tags, end, word)
        loose = bool(tags & {"generic", "member"}) or mention.kind in WITH_GROUP
        if word == "in" or not loose or mention.kind == "government":
            return None
        if nxt.kind == "group" and (mention.kind != "civilians" or "member" in tags):
            other, after = self.group(end, mention.first, "")
            if other is not None:
                if "supporters" in tags:
                    other.kind, other.tags = (
                        "protesters",
                        other.tags - {"armed", "group"} | {"protesters", "unarmed"},
                    )
                other.tags |= tags & {"person", "plural"}
                other.count = mention.count
                return other, after
        if "member" in tags and nxt.kind == "force" and word == "of":
            other, after = self.people_words(end, nxt.first, "")
            if other is not None:
                return replace(
                    other, first=mention.first, count=mention.count, tags=other.tags | {"person"}
                ), after
        return None

    def of_country(
        self, mention: Mention, tags: frozenset[str], end: int, word: str
    ) -> tuple[Mention, int] | None:
        """Read "soldiers from Chad", "police in Baku", "members of the Russian military"."""
        nxt = self.units[end]
        if "demonym" in nxt.tags and end + 1 < len(self.units) and self.joins(nxt, self.units[end + 1]):
            if word == "of" and tags & {"member", "generic"}:
                other, after = self.country(end)
                if other is not None and other.kind != "state":
                    return replace(
                        other, first=mention.first, count=mention.count, tags=other.tags | {"person"}
                    ), after
            return None
        state = bool(tags & {"military", "police", "prison", "government", "state"})
        if "demonym" in nxt.tags or not (state or ("name" in nxt.tags and word == "from")):
            return None
        mention.country = nxt.id
        if word != "in":
            mention.last = nxt.last
        return None

    def made(
        self, first: int, last: int, kind: str, country: str, entry: str, tags: frozenset[str], singular: bool
    ) -> Mention:
        """Return a mention with the number that stands before it."""
        count = count_before(self.norm, self.glued, first, singular)
        return Mention(first, last, kind, country, entry, tags, count)
