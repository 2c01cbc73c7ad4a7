"""Is what an event came amid an event, or its place?"""

from tests.coder.told import Code, only


def test_the_fighting_that_a_raid_came_amid_is_no_event(code: Code) -> None:
    told = (
        "Jets bombed Bunia on Monday, killing nine traders. The raid came against a backdrop of skirmishes"
        " in the province of Tshopo."
    )
    report = only(code(told))
    assert (report.location, report.fatalities) == ("Bunia", 9)


def test_where_others_won_in_whose_wake_a_bombing_comes_is_not_its_place(code: Code) -> None:
    told = (
        "A car bomb killed nine traders in Bunia on Monday. The bombing comes in the wake of a mutiny of miners near"
        " Goma."
    )
    assert only(code(told)).location == "Bunia"


def test_what_came_after_another_event_of_its_own_day_stays(code: Code) -> None:
    told = "Rebels shelled Bunia on Monday. The attack came after troops had killed nine rebels in Goma on Sunday."
    assert {r.location for r in code(told).reports} == {"Bunia", "Goma"}


def test_what_began_before_is_no_event_beside_what_came_of_it(code: Code) -> None:
    coded = code(
        "The mayor of San Miguel was murdered on Friday in a curfew declared because of the guerrilla offensive that"
        " began on 11 May."
    )
    assert [(str(r.event_date), r.sub_event_type) for r in coded.reports] == [("2024-06-14", "Attack")]


def test_who_remembers_an_invasion_reports_none(code: Code) -> None:
    assert not code("When the army invaded Panama, I said that the invasion was a crime.").reports
