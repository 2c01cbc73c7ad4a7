"""How many died: claimants, sides, growth, shared totals; and no death twice."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.ledger.account import deduct, divide
from tests.ledger.story import ARMENIA, AZERBAIJAN, SIX, Story

Told = dict[str, object]


def range_of(*told: tuple[str, Told]) -> tuple[int, int, int]:
    """Publish one report per article, given by its day of publication, and return low, count and high of
    all events.
    """
    s = Story()
    for i, (day, what) in enumerate(told):
        s.article(f"a{i}", day)
        s.report(**what)
    events = s.publish().events
    low, n, high = (
        int(events.get_column(c).sum()) for c in ("fatalities_low", "fatalities", "fatalities_high")
    )
    return low, n, high


def armenia(n: int, **more: object) -> Told:
    return {"fatalities": n, "claimant": "Government of Armenia", **more}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([("2022-09-13", armenia(49)), ("2022-09-16", armenia(105))], (105, 105, 105)),
        ([("2022-09-13", armenia(49)), ("2022-09-16", armenia(40))], (40, 40, 49)),
        (
            [("2022-09-13", armenia(49)), ("2022-09-13", {"fatalities": 30, "claimant": "Azerbaijan"})],
            (30, 30, 49),
        ),
        ([("2022-09-13", armenia(49)), ("2022-09-14", {"fatalities": 49})], (49, 49, 49)),
        ([("2022-09-13", armenia(49)), ("2022-09-14", {})], (49, 49, 49)),
        ([("2022-09-13", {}), ("2022-09-14", {})], (0, 0, 0)),
        ([("2022-09-13", armenia(49)), ("2022-09-14", {"fatalities": 3, "rough": True})], (49, 49, 49)),
        (
            [
                ("2022-09-13", armenia(49)),
                ("2022-09-14", {"fatalities": 3, "rough": True, "fatalities_high": 60}),
            ],
            (49, 49, 60),
        ),
        ([("2022-09-13", {"fatalities": 3, "rough": True})], (3, 3, 3)),
        (
            [
                ("2022-09-13", armenia(49, claimant="Military Forces of Armenia (2018-)")),
                ("2022-09-16", armenia(105)),
            ],
            (105, 105, 105),
        ),
    ],
)
def test_claimants(told: list[tuple[str, Told]], expected: tuple[int, int, int]) -> None:
    assert range_of(*told) == expected
    assert range_of(*reversed(told)) == expected


def test_the_dead_of_different_sides_add_up_whoever_counts_them() -> None:
    a = ("2022-09-13", armenia(49, sides={"actor2": 49}))
    b = (
        "2022-09-14",
        {
            "actor1": ARMENIA,
            "actor2": AZERBAIJAN,
            "fatalities": 50,
            "claimant": "Azerbaijan",
            "sides": {"actor2": 50},
        },
    )
    assert range_of(a, b) == (99, 99, 99)


def test_a_total_of_both_sides_beside_the_sides_only_widens() -> None:
    sided: Told = {"fatalities": 3, "sides": {"actor1": 1, "actor2": 2}}
    assert range_of(("2022-09-13", sided), ("2022-09-14", {"fatalities": 3})) == (3, 3, 3)
    assert range_of(("2022-09-13", sided), ("2022-09-14", {"fatalities": 5})) == (3, 3, 5)


def test_dead_beyond_the_sides_that_are_told_count_once() -> None:
    assert range_of(("2022-09-13", {"fatalities": 5, "sides": {"actor1": 2}})) == (5, 5, 5)


def shared(
    *accounts: tuple[str, int, tuple[str, ...]], claimant: str = "Government of Armenia"
) -> dict[str, int]:
    s = Story()
    for i, (day, n, places) in enumerate(accounts):
        s.article(f"a{i}", day)
        group = f"a{i}:t1" if len(places) > 1 else ""
        for place in places:
            s.report(location=place, fatalities=n, toll_group=group, claimant=claimant)
    return dict(s.publish().events.select("location", "fatalities").iter_rows())


def test_two_articles_with_one_total_over_different_places_share_it_out_over_the_union() -> None:
    told = shared(("2022-09-13", 49, ("Vardenis", "Goris")), ("2022-09-14", 49, ("Goris", "Sotk", "Jermuk")))
    assert told == {"Goris": 13, "Sotk": 12, "Jermuk": 12, "Vardenis": 12}


def test_a_total_that_two_articles_tell_of_quite_different_places_is_one_total() -> None:
    told = shared(("2022-09-13", 49, ("Vardenis", "Kapan")), ("2022-09-14", 49, ("Goris", "Sotk")))
    assert sum(told.values()) == 49
    assert len(told) == 4


def test_a_small_total_of_other_places_is_another_one() -> None:
    assert (
        sum(shared(("2022-09-13", 4, ("Vardenis", "Kapan")), ("2022-09-14", 4, ("Goris", "Sotk"))).values())
        == 8
    )


def test_a_grown_total_replaces_the_old_one_over_all_places() -> None:
    told = shared(("2022-09-13", 49, ("Goris", "Sotk")), ("2022-09-16", 105, ("Goris", "Sotk", "Jermuk")))
    assert told == {"Goris": 35, "Sotk": 35, "Jermuk": 35}


def test_a_later_count_of_one_place_is_a_part_of_the_total() -> None:
    told = shared(("2022-09-13", 49, ("Goris", "Sotk", "Jermuk")), ("2022-09-14", 9, ("Jermuk",)))
    assert told == {"Goris": 20, "Sotk": 20, "Jermuk": 9}


def test_a_whole_total_told_of_one_place_is_the_same_total() -> None:
    told = shared(("2022-09-13", 49, ("Goris", "Sotk", "Jermuk")), ("2022-09-14", 49, ("Jermuk",)))
    assert sum(told.values()) == 49


def test_a_group_whose_reports_are_one_event_keeps_its_total_whole() -> None:
    s = Story()
    s.article("a", "2022-09-13")
    s.report(fatalities=7, toll_group="a:t1")
    s.report(fatalities=7, toll_group="a:t1", sub_event_type="Armed clash")
    assert s.publish().events.get_column("fatalities").to_list() == [7]


def test_injuries_are_divided_and_replaced_like_deaths() -> None:
    s = Story()
    for name, day, n in (("a", "2022-09-13", 7), ("b", "2022-09-14", 8)):
        s.article(name, day)
        for place in ("Goris", "Sotk", "Jermuk"):
            s.report(location=place, injuries=n, toll_group=f"{name}:t1")
    s.report(location="Kapan")
    told = dict(s.publish().events.select("location", "injuries").iter_rows())
    assert told == {"Goris": 4, "Sotk": 2, "Jermuk": 2, "Kapan": None}


places = st.lists(st.sampled_from(SIX), min_size=1, max_size=6, unique=True)
accounts = st.lists(st.tuples(st.integers(13, 20), places), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(accounts=accounts, dead=st.integers(10, 200), sided=st.booleans())
def test_one_total_told_by_any_articles_of_any_places_is_counted_once(
    accounts: list[tuple[int, list[str]]], dead: int, sided: bool
) -> None:
    accounts = [(13, list(SIX[:2])), *accounts]
    s = Story()
    for i, (day, where) in enumerate(accounts):
        s.article(f"a{i}", f"2022-09-{day}")
        for place in where:
            told = armenia(dead, sides={"actor2": dead} if sided and i % 2 else {})
            s.report(location=place, toll_group=f"a{i}:t" if len(where) > 1 else "", **told)
    events = s.publish().events
    for end in ("fatalities_low", "fatalities", "fatalities_high"):
        assert int(events.get_column(end).sum()) == dead


growing = st.lists(st.tuples(st.integers(0, 9), places), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(growing=growing, first=st.integers(10, 60))
def test_a_growing_total_is_counted_once_at_its_last_number(
    growing: list[tuple[int, list[str]]], first: int
) -> None:
    s = Story()
    s.article("a", "2022-09-13")
    for place in SIX:
        s.report(location=place, toll_group="a:t", **armenia(first))
    dead = first
    for i, (more, where) in enumerate(growing):
        dead += more
        s.article(f"b{i}", f"2022-09-{14 + i}")
        for place in where:
            s.report(location=place, toll_group=f"b{i}:t" if len(where) > 1 else "", **armenia(dead))
    events = s.publish().events
    assert int(events.get_column("fatalities").sum()) == dead
    assert (events.get_column("fatalities_low") <= events.get_column("fatalities")).all()
    assert (events.get_column("fatalities") <= events.get_column("fatalities_high")).all()


claims = st.lists(
    st.tuples(
        st.integers(13, 16), st.sampled_from(["", "Armenia", "Azerbaijan"]), st.integers(0, 30), places
    ),
    min_size=1,
    max_size=7,
)


@settings(max_examples=100, deadline=None)
@given(claims=claims)
def test_an_article_told_again_adds_no_dead(claims: list[tuple[int, str, int, list[str]]]) -> None:
    def told(times: int) -> int:
        s = Story()
        for i, (day, claimant, n, where) in enumerate(claims):
            for again in range(times):
                name = f"a{i}-{again}"
                s.article(name, f"2022-09-{day}")
                for place in where:
                    group = f"{name}:t" if len(where) > 1 else ""
                    s.report(location=place, fatalities=n, claimant=claimant, toll_group=group)
        return int(s.publish().events.get_column("fatalities").sum())

    once = told(1)
    assert told(2) == once
    assert once <= sum(n for _, _, n, _ in claims)


@given(total=st.integers(0, 1000), parts=st.integers(1, 20))
def test_a_division_keeps_the_total_and_gives_the_remainder_to_the_first(total: int, parts: int) -> None:
    shares = divide(total, parts)
    assert sum(shares) == total
    assert shares[1:] == [total // parts] * (parts - 1)


@given(numbers=st.lists(st.integers(0, 50), min_size=1, max_size=8), by=st.integers(0, 500))
def test_a_deduction_takes_what_it_says_and_nobody_falls_below_nought(numbers: list[int], by: int) -> None:
    left = deduct(numbers, by)
    assert sum(left) == max(0, sum(numbers) - by)
    assert all(0 <= a <= b for a, b in zip(left, numbers, strict=True))
