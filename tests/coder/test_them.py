"""Whom does "them" stand for, where forces shoot at the crowd of the sentence before?"""

import pytest
from tests.coder.told import Code

MARCH = "Weavers demonstrated in Puno on Monday. "


@pytest.mark.parametrize(
    "shot", ["Police fired on them, killing two.", "Soldiers opened fire on them, killing two."]
)
def test_them_are_the_crowd_of_the_sentence_before(code: Code, shot: str) -> None:
    report = code(MARCH + shot).reports[0]
    assert (report.sub_event_type, report.fatalities) == ("Excessive force against protesters", 2)


def test_a_march_further_back_is_not_meant(code: Code) -> None:
    text = MARCH + "The sky was grey. Two men robbed a bank. Police fired on them."
    assert "Excessive force against protesters" not in {r.sub_event_type for r in code(text).reports}
