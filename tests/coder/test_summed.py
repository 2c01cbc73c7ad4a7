"""When is a lead only the sum of the events that its story tells one by one?"""

from tests.coder.told import Code, Read

PARTS = (
    " On Monday gunmen killed four farmers in Bria."
    " In a separate attack on Monday, gunmen killed two traders in Bambari."
)


def places(read: Read, text: str) -> list[str]:
    return [p.resolved.location for a in read(text).accounts for p in a.places]


def test_a_sum_of_what_is_told_one_by_one_is_no_event(read: Read) -> None:
    found = read(
        "Gunmen have killed six people in Haute-Kotto and Ouaka prefectures, officials said." + PARTS
    )
    assert [[p.resolved.location for p in a.places] for a in found.accounts] == [["Bria"], ["Bambari"]]
    assert {f.scope for f in found.story.frames if f.sentence.index == 0} == {"background"}


def test_what_counts_other_dead_stays(read: Read) -> None:
    assert "Obo" in places(read, "Gunmen have killed nine people in Obo, officials said on Tuesday." + PARTS)


def test_one_part_makes_no_sum(read: Read) -> None:
    text = (
        "Gunmen killed four people in Obo on Monday. In another attack, gunmen killed four farmers in Bria."
    )
    assert places(read, text) == ["Obo", "Bria"]


def test_a_sum_at_the_end_of_a_story_is_no_row_and_no_toll(code: Code) -> None:
    coded = code(
        "Air strikes killed ten people in Sarmin on Tuesday. Russian jets killed eight people in Saraqib on Tuesday."
        " In total, over 40 people were killed in bombing raids on nine towns on Tuesday."
    )
    assert [(r.location, r.fatalities) for r in coded.reports] == [("Sarmin", 10), ("Saraqib", 8)]


def test_in_total_may_open_a_story(code: Code) -> None:
    coded = code("In total, 14 people were killed in air raids on Saraqib on Tuesday.")
    assert [(r.location, r.fatalities) for r in coded.reports] == [("Saraqib", 14)]


def test_confirming_the_arrest_is_no_second_one(code: Code) -> None:
    coded = code(
        "Police arrested a rebel commander in Ranchi on Tuesday."
        " Confirming the arrest in Dhanbad on Wednesday, the police chief called it a success."
    )
    assert [(r.sub_event_type, r.location) for r in coded.reports] == [("Arrests", "Ranchi")]
