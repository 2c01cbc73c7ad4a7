"""Who rioted, and whom did they meet?"""

from tests.coder.told import Code, only


def test_two_crowds_that_meet_are_rioters_on_both_sides(code: Code) -> None:
    report = only(code("Supporters of two rival parties clashed with sticks and stones in Dhaka on Monday."))
    assert (report.sub_event_type, report.inter1) == ("Mob violence", "Rioters")
