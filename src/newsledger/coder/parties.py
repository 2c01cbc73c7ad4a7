"""Parties: when two mentions may be the same side of an event."""

from newsledger.coder.spans import OWNED, STATE, Mention

CLASSES = {
    **dict.fromkeys(("state", "military", "government", "prison"), "state"),
    "police": "police",
    "mission": "mission",
    **dict.fromkeys(("group", "armed", "gang", "communal", "security"), "armed"),
    **dict.fromkeys(("civilians", "identity"), "people"),
    **dict.fromkeys(("crowd", "protesters", "rioters"), "crowd"),
}

FORCES = {"military": "state", "government": "state", "police": "police", "mission": "mission"}
NAMED_APART = frozenset({"communal", "gang", "armed"})  # two of a kind with different names are two sides


def same_side(one: list[Mention], two: list[Mention]) -> bool:
    """Say whether two lists of mentions may be one side: one is empty, or two of them agree."""
    return not one or not two or any(same_party(a, b) for a in one for b in two)


def unlike(one: list[Mention], two: list[Mention]) -> bool:
    """Say whether two sides are named and differ."""
    return bool(one) and bool(two) and not same_side(one, two)


def same_party(a: Mention, b: Mention) -> bool:
    """Say whether two mentions may be one party: of one class, and with names and countries that do not differ."""
    if anybody(a) or anybody(b):
        return True
    if a.kind == b.kind == "group" or (a.kind == b.kind and a.kind in NAMED_APART and a.entry and b.entry):
        return a.entry == b.entry
    if {a.kind, b.kind} <= NAMED_APART and a.entry and b.entry and "spelt:" in a.entry[:6] + b.entry[:6]:
        return False  # a people and a militia that only the text names
    if class_of(a) != class_of(b):
        people = {class_of(a), class_of(b)}
        return people == {"people", "crowd"} or (people == {"state", "police"} and same_country(a, b))
    if {a.kind, b.kind} & {"group"} and {a.kind, b.kind} & {"gang", "communal"}:
        return False
    return same_country(a, b)


def class_of(mention: Mention) -> str:
    """Return the class of a mention; a group by its own name is of the forces that it belongs to ("CRPF")."""
    if mention.kind == "group":
        return next((FORCES[tag] for tag in FORCES if tag in mention.tags), "armed")
    return CLASSES.get(mention.kind, mention.kind)


def anybody(mention: Mention) -> bool:
    """Say whether a mention may be soldiers as well as civilians: "people", "others", "three men"."""
    return mention.kind == "civilians" and "people" in mention.tags and not mention.country


def same_country(a: Mention, b: Mention) -> bool:
    """Say whether the countries that two mentions name are equal, or one names none."""
    one, two = a.country or owner(a), b.country or owner(b)
    return not one or not two or one == two


def owner(mention: Mention) -> str:
    """Return the state whose forces a group by its own name is ("Russian peacekeepers"), or empty."""
    return next((tag.removeprefix(OWNED) for tag in mention.tags if tag.startswith(OWNED)), "")


def is_state(mention: Mention) -> bool:
    """Say whether a mention stands for a state or its forces."""
    return mention.kind in STATE


def meets(one: list[Mention], two: list[Mention]) -> bool:
    """Say whether two sides are both named and agree."""
    return bool(one) and bool(two) and same_side(one, two)
