"""What are those whom an account names called at its place and day?"""

from datetime import date

from tests.coder.told import Code, only


def test_the_regime_is_that_of_the_day(code: Code) -> None:
    text = "Soldiers clashed with rebels in Gao on 3 June {year}."
    names = [only(code(text.format(year=y), published=date(y, 6, 5))).actor1 for y in (2015, 2024)]
    assert names == ["Military Forces of Mali (2013-2020)", "Military Forces of Mali (2021-)"]


def test_a_further_actor_of_a_side_is_associated(code: Code) -> None:
    report = only(code("Malian soldiers and Wagner mercenaries clashed with rebels near Kidal on Monday."))
    both = {
        report.actor1,
        *report.assoc_actor_1.split("; "),
        report.actor2,
        *report.assoc_actor_2.split("; "),
    }
    assert "Military Forces of Mali (2021-)" in both
    assert any("Wagner" in name for name in both)
