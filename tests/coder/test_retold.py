"""When is what a lead tells without a day the event that the text tells with one?"""

from datetime import date

from tests.coder.told import Code

LEAD = (
    "At least twelve farmers were killed in an attack by gunmen near the border with Chad, residents said. "
)


def test_a_lead_without_a_day_has_that_of_the_text(code: Code) -> None:
    text = LEAD + "Gunmen killed at least twelve farmers in Bria on Monday, the mayor said."
    rows = code(text).reports
    assert [(r.event_date, r.location, r.fatalities) for r in rows] == [(date(2024, 6, 10), "Bria", 12)]


def test_other_dead_are_another_event(code: Code) -> None:
    text = LEAD + "Gunmen killed at least nine farmers in Bria on Monday, the mayor said."
    assert [r.fatalities for r in code(text).reports] == [12, 9]
