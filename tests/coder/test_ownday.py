"""Which day does the sentence of an act name for it?"""

from datetime import date

import pytest
from tests.coder.told import Code, only


def test_a_clause_on_an_act_has_the_day_that_the_act_is_called_by(code: Code) -> None:
    text = "The mayor spoke on Thursday of the 3 June ambush by rebels that killed two soldiers in Bria."
    assert only(code(text)).event_date == date(2024, 6, 3)


def test_a_day_of_another_act_is_not_taken(code: Code) -> None:
    text = "Rebels shelled the barracks in Bria on Tuesday, and troops arrested five of them on Wednesday."
    days = {r.event_date for r in code(text).reports if r.event_type != "Strategic developments"}
    assert days == {date(2024, 6, 11)}


def test_a_date_before_a_noun_is_its_day_though_somebody_claims_it(code: Code) -> None:
    told = (
        "Gunmen shot nine guards in Bunia on Monday. The front also claimed a June 2 grenade attack on a bridge"
        " in Goma."
    )
    assert ("Goma", 2) in {(r.location, r.event_date.day) for r in code(told).reports}


def test_a_day_of_its_own_goes_before_a_word_that_points_back(code: Code) -> None:
    told = "There were clashes in Uvira on 3 June. Rebels simultaneously attacked soldiers in Fizi on 5 June."
    assert {r.location: r.event_date.day for r in code(told).reports} == {"Uvira": 3, "Fizi": 5}
    back = "There were clashes in Uvira on 3 June. Rebels simultaneously attacked soldiers in Fizi."
    assert {r.event_date.day for r in code(back).reports} == {3}


@pytest.mark.parametrize(
    "text",
    [
        "A farmer was killed near Mykolaiv on Monday by a mine that soldiers had laid last year.",
        "A farmer was killed near Mykolaiv on Monday by a mine laid last year.",
        "A farmer who fled Gao last year was killed there by gunmen on Monday.",
        "Gunmen killed a farmer near Gao on Monday who had returned from Mopti last year.",
    ],
)
def test_when_somebody_or_a_thing_came_there_is_no_time_of_the_act(code: Code, text: str) -> None:
    report = only(code(text))
    assert (report.event_date, report.fatalities) == (date(2024, 6, 10), 1)


def test_what_is_to_come_in_a_clause_on_a_thing_leaves_the_act_done(code: Code) -> None:
    text = "Police shot two rioters dead in Kisumu on Monday over a budget which the parliament is to review next week."
    assert only(code(text)).fatalities == 2


@pytest.mark.parametrize(
    "text",
    [
        "Nurses marched in Lome on Monday for the return of the 1992 constitution.",
        "Nurses held a sit-in in Lome over eleven weeks of unpaid wages.",
    ],
)
def test_a_year_or_a_number_of_weeks_may_only_say_which_thing_is_meant(code: Code, text: str) -> None:
    assert only(code(text)).sub_event_type == "Peaceful protest"


def test_a_war_of_a_year_says_when(code: Code) -> None:
    assert code("Israel seized the Golan Heights from Syria in the 1967 war.").reports == []
