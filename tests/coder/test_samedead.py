"""The dead of a crowd are told once."""

from tests.coder.told import Code, types

RIOT = "Protesters burned tyres in Puyo, Ecuador, on Monday, and one was shot dead when police opened fire."


def test_an_attack_that_counts_the_dead_of_a_riot_is_no_row(code: Code) -> None:
    text = RIOT + " Gunmen killed two farmers in Tena, Ecuador, on Monday."
    told = types(code, text)
    assert "Attack" in told  # elsewhere, and of others
    again = RIOT + " Officials mourned. A man was killed in Puyo on Monday by soldiers, relatives said."
    assert "Attack" not in types(code, again)
