"""One person who protests is no demonstration, and what is only named beside a step or a captive is no event."""

import pytest
from tests.coder.told import Code

STORIES = [
    # one alone
    ("A man was arrested in Leeds on Monday while protesting against a speech.", []),
    ("One protester heckled the minister in Cork on Monday.", []),
    (
        "Women were arrested in Leeds on Monday while protesting against a speech.",
        ["Protest with intervention"],
    ),
    # a step after riots
    ("The premier of Haiti resigned on Monday after a week of riots.", []),
    ("Riots in Gaya on Monday left two people dead.", ["Mob violence"]),
    # captives of old
    ("The wife of a judge kidnapped in Mosul pleaded for mercy.", []),
    ("The wife of a judge was kidnapped in Mosul on Monday.", ["Abduction/forced disappearance"]),
    # led into it
    ("Priests led hundreds in an assault on a warehouse in Galle on Monday.", ["Mob violence"]),
]


@pytest.mark.parametrize(("text", "types"), STORIES, ids=[t for t, _ in STORIES])
def test_what_a_sentence_only_names_is_no_event(code: Code, text: str, types: list[str]) -> None:
    assert [r.sub_event_type for r in code(text).reports] == types
