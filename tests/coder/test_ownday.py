"""Which day does the sentence of an act name for it?"""

from datetime import date

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
