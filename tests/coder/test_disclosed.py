"""Sexual violence that only becomes known, and what is merely said about it (coding-rules 1, 2.3)."""

import pytest
from tests.coder.told import Code, types


@pytest.mark.parametrize(
    "text",
    [
        "Eleven peacekeepers stationed in Bria have been accused of sexual abuse of girls.",
        "Doctors in Goma described a pattern of rape by soldiers over two decades.",
        "Three marines have been charged with the rape of a student in Zambales.",
        "Dozens of women may have been groped by youths at a concert in Pune.",
    ],
)
def test_what_becomes_known_is_coded(code: Code, text: str) -> None:
    """An accusation, a pattern, a charge and a suspicion all tell that it happened."""
    assert types(code, text)[:1] == ["Sexual violence"]


@pytest.mark.parametrize(
    "text",
    [
        "A colonel was convicted in Goma of the rape of two girls.",
        "The United Nations condemned the rape of women by militiamen in Ituri.",
        "A baker was charged with the rape of a customer in Leeds.",
        "Ministers discussed a law on rape by soldiers in Abuja.",
    ],
)
def test_what_is_only_said_of_it_is_not(code: Code, text: str) -> None:
    """Verdicts, words of protest, the case of one private person and laws tell no event."""
    assert types(code, text) == []


def test_another_event_keeps_its_place(code: Code) -> None:
    """Where a story tells an event, the accusation beside it stays what people speak of."""
    found = types(
        code, "Rebels shelled Bria on Monday. They have been accused of rape by the United Nations."
    )
    assert found == ["Shelling/artillery/missile attack"]
