"""Who are people of an ethnic group: its militia, civilians or a crowd?"""

from collections.abc import Callable

import pytest

from newsledger.coder.spans import Mention, Sentence
from newsledger.coder.who.ethnic import is_raid

Found = Callable[[str], dict[str, Mention]]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Fulani gunmen set up a camp.", "Fulani gunmen", "communal"),
        ("Nuer youths attacked a cattle camp.", "Nuer youths", "communal"),
        ("Fulani women fled.", "Fulani women", "identity"),
    ],
)
def test_people_of_a_group_are_known_by_what_they_do(found: Found, text: str, words: str, kind: str) -> None:
    mention = found(text)[words]
    assert mention.kind == kind
    assert mention.entry


def test_youths_who_march_are_no_militia(found: Found) -> None:
    assert found("Nuer youths protested against the tax.")["Nuer youths"].kind != "communal"


@pytest.mark.parametrize(
    ("text", "raid"),
    [
        ("Youths ambushed a convoy.", True),
        ("Youths blocked the road and clashed with police.", False),
        ("Youths planted trees.", False),
    ],
)
def test_a_raid_is_no_demonstration(sentence: Callable[[str], Sentence], text: str, raid: bool) -> None:
    assert is_raid(sentence(text)) is raid
