"""Which places are a speaker's, a state's or a dateline's, and no scene of an event?"""

from tests.coder.told import Code, only


def test_a_capital_that_does_something_in_a_quotation_is_its_state(code: Code) -> None:
    told = (
        "Jets bombed a bridge near Bunia on Monday. “Nairobi also hopes to starve the front into talks"
        " by the bombing,” an officer said."
    )
    assert {r.location for r in code(told).reports} == {"Bunia"}


def test_a_town_in_capitals_is_that_of_a_dateline(code: Code) -> None:
    told = "NAIROBI (Example) Officers say that the army shot twelve militiamen near Bunia on Thursday."
    assert only(code(told)).location == "Bunia"
    told = "Men look on (photo) NAIROBI Air strikes killed two traders on Monday. They died in the town of Bunia."
    assert {r.location for r in code(told).reports} == {"Bunia"}


def test_a_capital_before_a_nation_is_that_of_a_dateline(code: Code) -> None:
    told = "Nairobi Ethiopian soldiers killed two traders on Monday. The men died in the town of Gode."
    assert {r.country for r in code(told).reports} == {"Ethiopia"}


def test_where_somebody_was_told_of_it_is_not_its_place(code: Code) -> None:
    told = (
        "The envoy told a hall of students in Oslo that the truth must come out. Nine traders were killed in an"
        " attack by soldiers on Wednesday, villagers say."
    )
    assert "Oslo" not in {r.location for r in code(told).reports}
