"""What do the tolls of an event add up to, and which words are the evidence of it?"""

import pytest
from tests.coder.told import Code, only, said

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
    ("The county has seen raids that have claimed several lives.", 0, 0, 0, None),
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


def test_each_half_of_a_sentence_has_its_own_claimant(code: Code) -> None:
    text = (
        "Rebels attacked soldiers near Bria on Monday. The army said four soldiers were killed; residents said nine"
        " soldiers were killed."
    )
    report = only(code(text))
    assert (report.fatalities_low, report.fatalities_high) == (4, 9)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (
            "Bomber dies in attack near Bagram\n\nA bomber blew himself up near Bagram on Monday. No one was hurt.",
            1,
        ),
        (
            "A suicide bomber rode into a post near Bagram on Monday, killing two soldiers. The bomber died.",
            3,
        ),
    ],
)
def test_a_bomber_dies_once(code: Code, text: str, killed: int) -> None:
    assert only(code(text)).fatalities == killed
