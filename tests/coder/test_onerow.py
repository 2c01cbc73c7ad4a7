"""One pair, one place and one day make one row."""

from tests.coder.told import Code, only, types


def test_what_police_did_to_one_march_is_one_row(code: Code) -> None:
    text = (
        "In the capital, police on Tuesday broke up a march against President Idriss Deby, using tear gas on a few"
        " dozen supporters in N'Djamena and arresting five of them."
    )
    assert only(code(text)).sub_event_type == "Protest with intervention"


def test_days_places_and_pairs_that_differ_keep_their_rows(code: Code) -> None:
    days = "Rebels killed two farmers in Bria on Monday. On Wednesday rebels killed three traders in Bria."
    assert types(code, days) == ["Attack", "Attack"]
    places = "Rebels killed two farmers in Bria on Monday. Rebels killed three traders in Bambari on Monday."
    assert types(code, places) == ["Attack", "Attack"]


def test_a_step_beside_a_fight_keeps_its_row(code: Code) -> None:
    text = "Rebels attacked soldiers in Bria on Monday. The rebels set up a base in Bria on Monday."
    assert sorted(types(code, text)) == ["Armed clash", "Headquarters or base established"]
