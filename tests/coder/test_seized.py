"""Things that are seized are no captured men."""

from tests.coder.told import Code


def test_a_list_of_seized_weapons_tells_of_no_prisoners(code: Code) -> None:
    coded = code("The colonel listed the rifles that were seized in Santa Ana on Wednesday.")
    assert "Arrests" not in {r.sub_event_type for r in coded.reports}


def test_items_from_a_rebels_dump_are_weapons_found(code: Code) -> None:
    coded = code("The articles seized from a rebel store near Raipur on Sunday included three guns.")
    assert [r.sub_event_type for r in coded.reports] == ["Disrupted weapons use"]


def test_a_town_that_rebels_seize_is_taken(code: Code) -> None:
    coded = code("The town seized by rebels on Monday is Goma.")
    assert [r.sub_event_type for r in coded.reports] == ["Non-state actor overtakes territory"]
