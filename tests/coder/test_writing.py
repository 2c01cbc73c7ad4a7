"""How accounts become rows: one for each place and day, with a country, and a reason for all the rest."""

from tests.coder.told import Code, only, reasons


def test_an_account_of_two_places_gives_a_row_for_each(code: Code) -> None:
    coded = code("Gunmen attacked villagers in Kaduna and Zaria on Monday.")
    assert sorted(r.location for r in coded.reports) == ["Kaduna", "Zaria"]
    assert len({r.report_id for r in coded.reports}) == 2


def test_an_account_of_two_days_gives_a_row_for_each(code: Code) -> None:
    coded = code("Troops shelled Sumy on Monday and Tuesday.")
    assert sorted(str(r.event_date) for r in coded.reports) == ["2024-06-10", "2024-06-11"]


def test_without_a_place_the_country_is_that_of_those_who_act(code: Code) -> None:
    assert only(code("Nigerian soldiers killed ten bandits on Monday.")).country == "Nigeria"


def test_without_a_place_a_group_brings_the_one_country_it_has(code: Code) -> None:
    assert only(code("Fighters of the Lord's Resistance Army abducted twenty villagers.")).country


def test_what_gave_no_row_is_told_with_its_words_and_a_reason(code: Code) -> None:
    coded = code("Rebels did not attack Kano on Monday.")
    assert not coded.reports
    assert reasons(coded) == {"attack": "negated"}


def test_a_page_in_another_language_gives_one_reason_alone(code: Code) -> None:
    coded = code("Les rebelles ont attaqué le village lundi.", language="fr")
    assert [(u.reason, u.detail) for u in coded.uncoded] == [("language", "fr")]
