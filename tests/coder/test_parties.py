"""When may two mentions be one side of an event?"""

import pytest

from newsledger.coder.parties import anybody, is_state, same_party, same_side, unlike
from newsledger.coder.spans import Mention


def mention(kind: str, country: str = "", entry: str = "", *tags: str) -> Mention:
    return Mention(0, 1, kind, country, entry, frozenset(tags))


ARMY = mention("military", "Mali")
PEOPLE = mention("civilians", "", "", "people")
ONE = [
    (ARMY, mention("military")),
    (ARMY, mention("state", "Mali")),
    (ARMY, mention("police", "Mali")),
    (mention("group", "", "m23"), mention("group", "", "m23")),
    (mention("group", "", "m23"), mention("armed")),
    (mention("protesters"), mention("civilians", "Mali")),
    (mention("identity", "", "students"), mention("crowd")),
    (PEOPLE, ARMY),
]
TWO = [
    (ARMY, mention("military", "Niger")),
    (mention("military", "Mali"), mention("police", "Niger")),
    (ARMY, mention("armed")),
    (mention("group", "", "m23"), mention("group", "", "fdlr")),
    (mention("group", "", "m23"), mention("gang")),
    (mention("group", "", "m23"), mention("communal")),
    (mention("mission"), ARMY),
    (mention("civilians", "Mali"), mention("civilians", "Niger")),
    (mention("civilians", "Mali"), ARMY),
]


@pytest.mark.parametrize(("one", "two"), ONE, ids=lambda m: f"{m.kind} {m.country or m.entry}")
def test_one_party(one: Mention, two: Mention) -> None:
    assert same_party(one, two)
    assert same_party(two, one)


@pytest.mark.parametrize(("one", "two"), TWO, ids=lambda m: f"{m.kind} {m.country or m.entry}")
def test_two_parties(one: Mention, two: Mention) -> None:
    assert not same_party(one, two)
    assert not same_party(two, one)


def test_people_of_a_country_are_not_anybody() -> None:
    assert anybody(PEOPLE)
    assert not anybody(mention("civilians", "Mali", "", "people"))
    assert not anybody(mention("civilians"))


def test_sides_agree_where_one_is_unnamed_and_differ_only_where_both_are_named() -> None:
    rebels = [mention("armed")]
    assert same_side([], rebels)
    assert not unlike([], rebels)
    assert unlike([ARMY], rebels)
    assert same_side([ARMY, rebels[0]], rebels)


def test_forces_of_a_state_are_the_state() -> None:
    assert [k for k in ("state", "military", "police", "government", "prison") if is_state(mention(k))] == [
        "state", "military", "police", "government", "prison",
    ]  # fmt: skip
    assert not any(is_state(mention(k)) for k in ("group", "mission", "armed", "crowd", "civilians"))
