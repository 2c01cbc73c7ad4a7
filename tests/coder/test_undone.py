"""What those had done before who are arrested, killed or set free is no event of that day."""

from tests.coder.told import Code


def test_what_the_arrested_had_done_is_background(code: Code) -> None:
    found = code("Nine bandits who had abducted a chief were arrested in Gusau on Monday.")
    assert [r.sub_event_type for r in found.reports] in (["Arrests"], [])
    assert all(r.sub_event_type != "Abduction/forced disappearance" for r in found.reports)


def test_a_deed_without_an_arrest_stands(code: Code) -> None:
    found = code("Bandits abducted a chief near Gusau on Monday.")
    assert [r.sub_event_type for r in found.reports] == ["Abduction/forced disappearance"]
