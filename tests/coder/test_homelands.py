"""Which countries do the groups of a story speak for?"""

from tests.coder.told import article

from newsledger.coder.engine import Coder
from newsledger.coder.homelands import first_homes, homes
from newsledger.coder.story import Story, read_story


def test_a_group_speaks_for_its_country(coders: dict[str, Coder]) -> None:
    knowledge = coders["political"].knowledge

    def story(subject: str) -> Story:
        return read_story(article(f"The {subject} burnt a bridge on Monday."), knowledge)

    assert homes(story("SAPS"), knowledge) == ("South Africa",)
    assert homes(story("villagers"), knowledge) == ()
    assert first_homes(story("PKK"), knowledge) == ("Turkey",)  # it has further homes
    assert homes(story("PKK"), knowledge) == ()
