"""Who comes to a place after those who held it had left takes it without a fight; stops, searches and sayings."""

import pytest
from tests.coder.told import Code, only

TRANSFER = "Non-violent transfer of territory"
GROUND = {
    "Soldiers fled the town of Bria on Monday and rebels strolled in.": TRANSFER,
    "The militia quit its positions in Sinjar on Monday and soldiers drove in behind it.": TRANSFER,
    "Rebels took Kidal on Tuesday after a day of clashes in which soldiers fled the town.": "Non-state actor",
}
TOLD = {
    "Militants fired a rocket at Ashkelon on Monday; it was intercepted by Iron Dome.": "Disrupted weapons use",
    "Israeli troops entered Nablus on Monday and arrested eleven Palestinians.": "Arrests",
    "Two rebel armies declared in Kidal on Monday that they would unite under one command.": "Change to group",
    "The army foiled a bid by officers to overthrow the president in Bamako on Monday.": "Other",
}


@pytest.mark.parametrize("text", GROUND)
def test_ground_left_before_others_come_changes_hands_without_a_fight(code: Code, text: str) -> None:
    assert code(text).reports[0].sub_event_type.startswith(GROUND[text])


@pytest.mark.parametrize("text", TOLD)
def test_what_goes_with_an_act_is_no_event_beside_it(code: Code, text: str) -> None:
    assert only(code(text)).sub_event_type.startswith(TOLD[text])
