"""Does a telling go on with the event that was told just before?"""

import pytest
from tests.coder.told import Code

ONE = [
    "The mayor of Dori in Burkina Faso and others were kidnapped by gangsters. Gunmen abducted the victims on Monday.",
    "Afghan convoy hit by bomber\n\nA suicide bomber killed three Afghan soldiers of a convoy in Kandahar on Monday.",
    "A suicide bomber blew himself up in Kandahar on Monday. Police in Kabul said the bomb exploded prematurely.",
    "A bomb went off in Kandahar on Monday. Two guards were hurt in the blast.",
    "A crowd in Lagos threw petrol bombs at the police on Monday. Nine officers were hurt in the attack.",
]


@pytest.mark.parametrize("text", ONE, ids=["victims", "convoy", "premature", "blast", "riot"])
def test_what_takes_up_an_event_is_no_other(code: Code, text: str) -> None:
    assert len(code(text).reports) == 1


TWO = [
    "Gangsters kidnapped a teacher in Dori in Burkina Faso on Monday. Rebels abducted six traders there on Tuesday.",
    "A suicide bomber blew himself up in Kandahar on Monday. A bomb exploded prematurely in Herat on Friday.",
]


@pytest.mark.parametrize("text", TWO, ids=["others", "another day"])
def test_what_befell_others_is_another_event(code: Code, text: str) -> None:
    assert len(code(text).reports) == 2
