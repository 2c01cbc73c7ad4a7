"""Which tolls of a story belong to which event, and what do they add up to?"""

import pytest
from tests.coder.told import Code, Read, only, said

from newsledger.coder.casualty import fits, side_key
from newsledger.coder.spans import Mention

BASE = "Rebels attacked soldiers near Bria on Monday. "
TOLLS = [
    # text, killed, low, high, injured
    ("", 0, 0, 0, None),
    ("Three soldiers were killed.", 3, 3, 3, None),
    ("Three soldiers were killed and five wounded.", 3, 3, 3, 5),
    ("At least 12 soldiers were killed.", 12, 12, 12, None),
    ("Dozens of soldiers were killed.", 12, 12, 12, None),
    ("Nobody was hurt.", 0, 0, 0, None),
    ("The army suffered casualties.", 0, 0, 0, None),
    # the later statement of one claimant replaces the earlier
    ("Three soldiers were killed. Hours later the toll had risen to seven dead.", 7, 7, 7, None),
    # parts are no sum
    ("Seven people were killed, including two children.", 7, 7, 7, None),
    # sides are
    ("Three soldiers were killed. Four rebels died as well.", 7, 7, 7, None),
    # totals of a war belong to no event
    ("The war has killed 6,500 people since 2013.", 0, 0, 0, None),
    # and neither do those of what is denied or feared
    ("The army denied that ten soldiers had been killed.", 0, 0, 0, None),
]


@pytest.mark.parametrize(("text", "killed", "low", "high", "injured"), TOLLS, ids=[t[0][:50] for t in TOLLS])
def test_tolls(code: Code, text: str, killed: int, low: int, high: int, injured: int | None) -> None:
    report = code(BASE + text).reports[0]
    assert (report.fatalities, report.fatalities_low, report.fatalities_high) == (killed, low, high)
    assert report.injuries == injured


def test_claimants_who_differ_about_the_same_dead_give_a_range(code: Code) -> None:
    text = (
        "Armenian and Azerbaijani forces clashed near Sotk on Monday. Armenia said four Armenian soldiers were killed."
        " Azerbaijan said nine Armenian soldiers were killed."
    )
    report = only(code(text))
    assert (report.fatalities, report.fatalities_low, report.fatalities_high) == (4, 4, 9)


def test_each_event_has_its_own_dead(code: Code) -> None:
    text = (
        "A bomb killed two soldiers near Gao on Monday. On Tuesday rebels attacked Kidal. Five people died there, and"
        " 11 were wounded."
    )
    found = {r.location: (r.fatalities, r.injuries) for r in code(text).reports}
    assert found == {"Gao": (2, None), "Kidal": (5, 11)}


def test_a_toll_too_far_from_any_event_belongs_to_none(code: Code) -> None:
    filler = "The mayor spoke of the harvest. " * 6
    report = code(BASE + filler + "A bus accident left 40 people dead.").reports[0]
    assert report.fatalities == 0


def test_the_words_that_were_counted_are_the_evidence(code: Code) -> None:
    coded = code(BASE + "Three soldiers were killed and five wounded. Four rebels died as well.")
    report = coded.reports[0]
    assert said(coded, report, "fatalities") == ["Three soldiers were killed", "Four rebels died"]
    assert said(coded, report, "injuries") == ["five wounded"]
    assert said(coded, report, "fatalities.actor2") == ["Three soldiers were killed"]


def test_silence_is_a_convention_and_no_words(code: Code) -> None:
    coded = code(BASE)
    rules = {e.field: (e.part, e.rule) for e in coded.evidence if e.field.startswith("fatalities")}
    assert rules == dict.fromkeys(
        ("fatalities", "fatalities_low", "fatalities_high"), ("derived", "coding-rules 5")
    )


def mention(kind: str, country: str = "", *tags: str) -> Mention:
    return Mention(0, 1, kind, country, "", frozenset(tags))


def test_unnamed_forces_are_those_of_the_side_that_they_fit(read: Read) -> None:
    (account,) = read("Malian soldiers clashed with rebels near Gao on Monday.").accounts
    assert side_key(account, mention("military")) == "state Mali"
    assert side_key(account, mention("military", "Niger")) == "state Niger"
    assert side_key(account, mention("armed")).startswith("armed")
    assert side_key(account, mention("police")) == ""
    assert side_key(account, mention("civilians", "", "people")) == ""
    assert side_key(account, mention("identity")) == "civilians"
    assert side_key(account, None) == ""


def test_forces_that_fit_both_sides_are_of_none(read: Read) -> None:
    (account,) = read("Armenian and Azerbaijani soldiers clashed near Sotk on Monday.").accounts
    assert side_key(account, mention("military")) == ""


def test_victims_fit_a_side_of_their_class_alone() -> None:
    assert fits(mention("military"), mention("military", "Mali"))
    assert not fits(mention("police"), mention("military", "Mali"))
    assert not fits(mention("military", "Niger"), mention("military", "Mali"))


CRIMES = [
    # text, killed, injured
    (
        "Police are investigating a shooting that killed two men in Omaha on Monday. Shots were fired at a bar.",
        2,
        None,
    ),
    (
        "A man opened fire at a bar in Omaha on Monday. He is accused of killing two men and wounding five.",
        2,
        5,
    ),
    ("A man shot dead his neighbour in Omaha on Monday, then shot himself.", 2, None),
    ("Gunmen shot a 24-year-old man in Omaha on Monday. A 31-year-old woman was shot in the leg.", 0, 2),
    ("Gunmen shot two men in Omaha on Monday. Both were taken to a hospital, where one of them died.", 1, 1),
]


@pytest.mark.parametrize(("text", "killed", "injured"), CRIMES, ids=[text[:50] for text, *_ in CRIMES])
def test_a_crime_story_tells_its_event_through_the_case_too(
    code: Code, text: str, killed: int, injured: int | None
) -> None:
    report = code(text, scope="all-violence").reports[0]
    assert (report.fatalities, report.injuries or None) == (killed, injured)


def test_a_case_is_no_event_where_crime_is_not_coded(code: Code) -> None:
    text = "Rebels attacked soldiers near Bria on Monday. A court tried a man accused of killing two clerks."
    assert code(text).reports[0].fatalities == 0
