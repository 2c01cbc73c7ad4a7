"""Who was hit by what exploded?"""

from tests.coder.told import Code, only


def test_civilians_beside_a_military_target_are_associated(code: Code) -> None:
    report = only(code("A bomb killed three soldiers and two traders near Gao on Monday."))
    assert report.actor2 == "Military Forces of Mali (2021-)"
    assert report.assoc_actor_2 == "Civilians (Mali)"
    assert report.civilian_targeting == ""


def test_civilians_alone_are_the_target(code: Code) -> None:
    report = only(code("A bomb killed two traders at a market in Gao on Monday."))
    assert (report.actor2, report.civilian_targeting) == ("Civilians (Mali)", "Civilian targeting")
