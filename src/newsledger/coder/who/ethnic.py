"""Ethnic: people of an ethnic group are its militia, civilians or a crowd, by what a sentence tells of them."""

from dataclasses import replace

from newsledger.coder.spans import CROWDS, Mention, Sentence
from newsledger.coder.who.units import Unit

RAIDS = frozenset({"attack", "ambush", "rustle", "clash", "clash-told", "shoot", "fight", "kill", "abduct"})
STREETS = frozenset({"protest", "gather", "riot", "barricade", "block", "brawl"})
FIGHTERS = frozenset({"armed", "communal", "military", "gang"})
MILITIA = frozenset({"communal", "identity-militia", "armed"})
NOT_MILITIA = frozenset({"state", "military", "civilian", "unarmed"})


def ethnic(mention: Mention, unit: Unit, sentence: Sentence) -> Mention:
    """Give a mention the ethnic group that it is of: armed people, and youths who raid, become its militia."""
    raiders = "youth" in mention.tags and is_raid(sentence)  # "Murle youths attacked a camp"
    if raiders or (mention.kind in FIGHTERS and "backed" not in mention.tags):
        return replace(mention, kind="communal", entry=unit.id, tags=(mention.tags - NOT_MILITIA) | MILITIA)
    if mention.kind in {"civilians", "identity"}:
        return replace(mention, kind="identity", entry=unit.id, tags=mention.tags | {"identity"})
    if mention.kind in CROWDS and not mention.entry:
        return replace(mention, entry=unit.id)
    return mention


def is_raid(sentence: Sentence) -> bool:
    """Say whether a sentence tells of people who fight or raid others, and not of a demonstration."""
    told = {s.entry.id for s in sentence.acts}
    return bool(told & RAIDS) and not told & STREETS
