"""Nouns: what a chain of words for people means together ("rebel army officers", "student protesters")."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsledger.coder.spans import CROWDS, PEOPLE, Mention
from newsledger.coder.who.units import Unit

# the tag of an entry that says what kind of mention it makes
PRIMARY = (
    "military",
    "police",
    "prison",
    "government",
    "mission",
    "security",
    "armed",
    "gang",
    "communal",
    "crowd",
    "protesters",
    "rioters",
    "identity",
    "civilians",
    "anaphor",
    "state",
)
FORCES = frozenset({"military", "police", "prison"})
ARMED = frozenset({"armed", "gang", "communal", "security", "mission"})
# what a word before "militants" or "fighters" says of them
CAUSES = frozenset(
    "rebel separatist insurgent islamist jihadist communist dissident resistance bandit".split()
)
# what every mention of a kind is tagged with, beside the tags of its words
IMPLIED = {
    "state": {"state"},
    "government": {"state", "government"},
    "military": {"state", "military", "armed"},
    "police": {"state", "police", "armed"},
    "prison": {"state", "prison", "armed"},
    "mission": {"mission", "armed"},
    "security": {"security", "armed"},
    "armed": {"armed"},
    "gang": {"gang", "armed"},
    "communal": {"communal", "identity-militia", "armed"},
    "group": {"group", "armed"},
    "crowd": {"crowd", "unarmed"},
    "protesters": {"protesters", "unarmed"},
    "rioters": {"rioters", "crowd"},
    "civilians": {"civilian", "unarmed", "person"},
    "identity": {"identity", "civilian", "unarmed", "person"},
    "anaphor": {"anaphor"},
}
WORDING = frozenset(
    {
        "generic",
        "owned",
        "counted",
        "cap",
        "common",
        "past",
        "pronoun",
        "short",
        "word",
        "name",
        "demonym",
        "region",
    }
)


@dataclass(frozen=True, slots=True)
class Head:
    """What a chain means: kind of mention, tags, the entry that names it, and whether it is one person."""

    kind: str
    tags: frozenset[str]
    entry: str
    singular: bool


ELECTED = frozenset(
    "lawmaker lawmakers legislator legislators politician politicians councillor councillors councilor councilors mp"
    " mps parliamentarian parliamentarians senator senators mayor mayors candidate candidates".split()
)


def primary(unit: Unit) -> str:
    """Return the kind of mention that a word for people makes."""
    if unit.kind == "group":
        return "group"
    if unit.kind == "people":
        return "communal"
    return next((tag for tag in PRIMARY if tag in unit.tags), "civilians")


def entry_of(unit: Unit, kind: str) -> str:
    """Return the entry that a mention keeps: who an identity is, or which kind of communal militia."""
    return unit.id if kind in {"identity", "communal", "group"} else ""


def combine(chain: Sequence[Unit]) -> Head:
    """Return what a chain of words for people means: its last word decides, unless it is a general one."""
    head = chain[-1]
    kind = primary(head)
    keep = head
    tags = head.tags
    for modifier in reversed(chain[:-1]):
        own = primary(modifier)
        if own == "anaphor":
            return Head("anaphor", tags | modifier.tags, "", False)
        if "generic" in tags and "member" not in tags and own not in PEOPLE:
            kind, keep, tags = (
                own,
                modifier,
                (tags & {"person", "plural", "thing", "site", "ranks"}) | modifier.tags,
            )
            if own == "government" and primary(head) == "military":
                kind = "military"  # "regime positions"
        elif "member" in tags:
            kind, keep, tags = own, modifier, modifier.tags | {"person", "member"} | (tags & {"company"})
        elif own == kind and kind in {"armed", "gang"}:
            tags |= modifier.tags & CAUSES
        elif own in ARMED and kind in FORCES:
            kind, keep, tags = own, modifier, modifier.tags | (tags & {"person", "plural"})
        elif own == "identity" and kind in CROWDS | {"civilians"}:
            kind, keep = ("identity" if kind == "civilians" else kind), modifier
            return Head(kind, tags | modifier.tags, modifier.id, is_singular(head))
        elif own in FORCES and kind in FORCES and "owned" in tags:
            tags |= modifier.tags
    return Head(kind, tags, entry_of(keep, kind), is_singular(head))


def is_singular(unit: Unit) -> bool:
    """Say whether a word names exactly one person."""
    return unit.form == "noun" and "person" in unit.tags


def tags_for(kind: str, tags: frozenset[str], singular: bool) -> frozenset[str]:
    """Return the tags of a mention: those its kind implies, and those of its words."""
    found = (tags - WORDING) | IMPLIED.get(kind, set())
    if (
        kind not in {"military", "police", "prison"}
        and "state" in found
        and kind not in {"state", "government"}
    ):
        found -= {"state"}
    return found if singular or "person" not in found else found | {"plural"}


def make_own(mention: Mention, tags: frozenset[str], singular: bool) -> None:
    """Note that people are somebody's own; armed ones are those named before ("its soldiers"), a guard is no force
    ("the governor and his bodyguard")."""
    if mention.kind == "security":
        mention.kind, mention.tags = "civilians", tags_for("civilians", tags - {"security"}, singular)
        return
    mention.tags |= {"own"}
    if {"armed", "company"} & mention.tags:
        mention.kind = "anaphor"


def unarmed(kind: str, noun: str) -> str:
    """Return what the politicians of an armed group are ("a Hezbollah lawmaker"), who bear no arms."""
    return "identity" if kind == "group" and noun in ELECTED else kind
