"""Who are the civilians of an event?"""

from tests.coder.told import Code, only


def test_who_the_victims_are_stands_beside_them(code: Code) -> None:
    report = only(code("Gunmen killed three journalists in Bria on Monday."))
    assert report.assoc_actor_2 == "Journalists (Central African Republic)"
