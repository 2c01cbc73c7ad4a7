"""Does a participle only describe something?"""

from tests.coder.told import Code


def test_what_a_city_has_besieged_is_described(code: Code) -> None:
    told = (
        "A gate in Beira was hit on Monday so that food aid could reach the port's besieged northern docks."
    )
    assert "besieged" not in {e.value for e in code(told).evidence}
    assert not {r.sub_event_type for r in code(told).reports} & {"Mob violence", "Attack"}
