"""Allies: who only helps is no actor of the event."""

from tests.coder.told import Code, only


def test_those_who_only_help_are_no_actors(code: Code) -> None:
    report = only(code("Somali troops backed by American drones recaptured Adale from Al-Shabaab on Monday."))
    assert {report.actor1, report.actor2} == {"Military Forces of Somalia (2022-)", "Al Shabaab"}
