"""What somebody was kept from, and what only may come about, did not happen."""

import pytest
from tests.coder.told import Code, only, reasons

KEPT = [
    ("Sentries prevented rebels from attacking a mosque in Mopti on Saturday.", "attacking"),
    ("Troops stopped militants from entering the town of Bama on Monday.", "entering"),
    ("The river deterred jihadists from raiding Djibo on Monday.", "raiding"),
    ("Bystanders stopped a man from blowing himself up in Baquba on Monday.", "blowing himself up"),
]


@pytest.mark.parametrize(("text", "trigger"), KEPT)
def test_what_somebody_was_kept_from_did_not_happen(code: Code, text: str, trigger: str) -> None:
    coded = code(text)
    assert coded.reports == []
    assert reasons(coded)[trigger] == "figure-of-speech"


def test_a_crowd_that_police_keep_from_its_march_is_there(code: Code) -> None:
    found = only(code("Riot police blocked students from holding a rally in Dhaka on Monday."))
    assert found.sub_event_type == "Protest with intervention"


def test_who_comes_from_doing_something_has_done_it(code: Code) -> None:
    found = code("Rebels withdrew on Monday from Sake after attacking the market and killing nine traders.")
    assert "Attack" in [r.sub_event_type for r in found.reports]
