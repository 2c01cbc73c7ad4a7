"""Ids live on through revisions, joins and splits, and are never used again."""

from datetime import date

import polars as pl

from newsledger.ledger import Ledger
from tests.ledger.story import ARMENIA, AZERBAIJAN, Story, caucasus, cell, events_of, published


def war() -> Story:
    s = Story()
    for name, place in (("a", "Goris"), ("b", "Sotk"), ("c", "Jermuk")):
        s.article(name, "2022-09-14")
        s.report(location=place, fatalities=2)
    return s


def left(ledger: Ledger) -> list[tuple[str, str, str | None, str]]:
    return list(ledger.deletions.select("event_id_cnty", "reason", "merged_into", "removed_in").iter_rows())


def test_new_ids_are_numbered_per_country_in_the_order_of_the_facts() -> None:
    ledger = caucasus().publish()
    ids = ledger.events.sort("event_date", "country", "location").get_column("event_id_cnty").to_list()
    assert [i for i in ids if i.startswith("ARM")] == [f"ARM{n}" for n in range(1, 9)]
    assert [i for i in ids if i.startswith("AZE")] == ["AZE1", "AZE2"]


def test_a_release_of_the_same_input_changes_nothing() -> None:
    first = caucasus().publish()
    again = caucasus().publish("2022.9.1", "2022-09-25", published(first, "2022.9.0"))
    assert again.events.equals(first.events)
    assert again.changes.is_empty()
    assert again.change_class == "unchanged"


def test_a_revised_event_keeps_its_id_and_an_added_one_gets_a_new_number() -> None:
    first = war().publish()
    s = war()
    s.article("d", "2022-09-15")
    s.report(location="Goris", fatalities=5)
    s.report(location="Goris", event_date="2022-09-01")
    second = s.publish("2022.9.1", "2022-09-25", published(first, "2022.9.0"))
    homes = events_of(second)
    assert homes["a#1"] == homes["d#1"] == events_of(first)["a#1"]
    assert homes["d#2"] == "ARM4"
    assert cell(second, homes["a#1"], "fatalities") == 5
    assert cell(second, homes["a#1"], "first_release") == "2022.9.0"
    assert cell(second, homes["a#1"], "last_changed_release") == "2022.9.1"
    assert cell(second, homes["b#1"], "last_changed_release") == "2022.9.0"
    assert cell(second, "ARM4", "first_release") == "2022.9.1"
    assert second.change_class == "correction"


def test_only_new_rows_are_an_extension() -> None:
    first = war().publish()
    s = war()
    s.article("d", "2022-09-15")
    s.report(location="Kapan")
    second = s.publish("2022.9.1", "2022-09-25", published(first, "2022.9.0"))
    assert second.change_class == "extension"
    assert second.changes.get_column("kind").unique().to_list() == ["added"]


def test_report_ids_may_shift_when_rules_change() -> None:
    first = war().publish()
    s = war()
    for r in s.reports:
        r.report_id = r.report_id.replace("#1", "#2")
    s.article("a", "2022-09-14")
    s.report(location="Kapan")
    s.reports[-1].report_id = "a#1"
    second = s.publish("2022.9.1", "2022-09-25", published(first, "2022.9.0"))
    assert events_of(second)["a#2"] == events_of(first)["a#1"]
    assert events_of(second)["a#1"] == "ARM4"


def test_an_event_told_by_other_articles_lives_on() -> None:
    first = war().publish()
    s = war().without("a")
    s.article("z", "2022-09-16")
    s.report(location="Goris", fatalities=2)
    second = s.publish("2022.9.1", "2022-09-25", published(first, "2022.9.0"))
    assert events_of(second)["z#1"] == events_of(first)["a#1"]
    assert second.deletions.is_empty()


def test_a_retracted_article_takes_its_event_along_and_the_id_never_returns() -> None:
    first = war().publish()
    gone = events_of(first)["c#1"]
    second = war().without("c").publish("2022.9.1", "2022-09-25", published(first, "2022.9.0"))
    assert left(second) == [(gone, "retracted", None, "2022.9.1")]
    assert second.change_class == "correction"
    third = war().publish("2022.9.2", "2022-09-30", published(second, "2022.9.1"))
    assert left(third) == left(second)
    assert events_of(third)["c#1"] == "ARM4"
    assert events_of(third)["a#1"] == events_of(first)["a#1"]


def test_an_event_that_its_article_no_longer_supports_says_so() -> None:
    first = war().publish()
    s = war()
    del s.reports[2]
    second = s.publish("2022.9.1", "2022-09-25", published(first, "2022.9.0"))
    assert left(second) == [(events_of(first)["c#1"], "unsupported", None, "2022.9.1")]


def test_on_a_join_the_older_id_lives_on() -> None:
    s = Story()
    s.article("a", "2022-09-14")
    s.report(fatalities=2)
    first = s.publish()
    s.article("b", "2022-09-15")
    s.report(event_date="2022-09-14", fatalities=2)
    second = s.publish("2022.9.1", "2022-09-25", published(first, "2022.9.0"))
    assert sorted(events_of(second).values()) == ["ARM1", "ARM2"]
    s.reports[1].event_date = date(2022, 9, 13)
    third = s.publish("2022.9.2", "2022-09-26", published(second, "2022.9.1"))
    assert set(events_of(third).values()) == {"ARM1"}
    assert left(third) == [("ARM2", "merged", "ARM1", "2022.9.2")]


def test_on_a_split_the_larger_part_keeps_the_id() -> None:
    s = Story()
    for name in ("a", "b", "c"):
        s.article(name, "2022-09-15")
        s.report()
    first = s.publish()
    s.reports[0].event_date = date(2022, 9, 14)
    second = s.publish("2022.9.1", "2022-09-25", published(first, "2022.9.0"))
    assert events_of(second) == {"a#1": "ARM2", "b#1": "ARM1", "c#1": "ARM1"}
    assert second.deletions.is_empty()
    third = s.publish("2022.9.2", "2022-09-26", published(second, "2022.9.1"))
    assert events_of(third) == events_of(second)


def test_an_id_says_nothing_of_the_facts_and_stays_when_even_the_country_changes() -> None:
    s = war()
    first = s.publish()
    s.reports[0].country, s.reports[0].iso = "Azerbaijan", 31
    s.reports[0].actor1, s.reports[0].actor2 = ARMENIA, AZERBAIJAN
    second = s.publish("2022.9.1", "2022-09-25", published(first, "2022.9.0"))
    assert events_of(second)["a#1"] == events_of(first)["a#1"] == "ARM1"
    assert cell(second, "ARM1", "country") == "Azerbaijan"


def test_every_changed_cell_has_its_reason() -> None:
    first = war().publish()
    s = war().without("c")
    s.article("d", "2022-09-15")
    s.report(location="Goris", fatalities=5)
    second = s.publish("2022.9.1", "2022-09-25", published(first, "2022.9.0"))
    told = {
        (e, f): (old, new, kind, reason)
        for e, f, old, new, kind, reason in second.changes.select(
            "event_id_cnty", "field", "old", "new", "kind", "reason"
        ).iter_rows()
    }
    assert told["ARM1", "fatalities"] == ("2", "5", "changed", "a further article reports it")
    gone = events_of(first)["c#1"]
    assert told[gone, "event_id_cnty"] == (gone, None, "removed", "retracted")
    assert told[gone, "latitude"][0] == "39.8417"
    assert second.changes.filter(
        pl.col("field").is_in(["timestamp", "last_changed_release"]) & (pl.col("kind") == "changed")
    ).is_empty()
