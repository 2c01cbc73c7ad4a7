"""What a story mentions in passing or beside its theme gives no report; what it opens with or dates does."""

from tests.coder.told import article

from newsledger.coder.engine import Coder

LIBRARY = "The town library in Split reopened its reading room on Monday. Visitors admired the new shelves."
VERDICT = "A court in Dhaka sentenced two men to life in prison on Monday."
FLOODS = "Floods hit villages along the river near Beira on Monday."


def types(coder: Coder, *sentences: str) -> list[str]:
    """Return the types of event that a text of these sentences gives."""
    return [r.sub_event_type for r in coder.code(article(" ".join(sentences))).reports]


def test_a_march_named_far_behind_the_opening_is_background(coders: dict[str, Coder]) -> None:
    march = "Students had marched in Zagreb for longer opening hours."
    assert types(coders["political"], LIBRARY, "The director thanked the donors.", march) == []
    coded = coders["political"].code(article(f"{LIBRARY} The director thanked the donors. {march}"))
    assert ("marched", "background") in {(u.trigger, u.reason) for u in coded.uncoded}


def test_a_march_told_in_the_opening_counts(coders: dict[str, Coder]) -> None:
    march = "Hundreds of students marched in Zagreb on Monday to demand longer opening hours."
    assert types(coders["political"], march, LIBRARY) == ["Peaceful protest"]


def test_bloodshed_counts_wherever_it_is_told(coders: dict[str, Coder]) -> None:
    raid = "On Monday gunmen killed four farmers near Gao."
    assert "Attack" in types(coders["political"], LIBRARY, "The director thanked the donors.", raid)


def test_undated_bloodshed_behind_a_verdict_is_its_history(coders: dict[str, Coder]) -> None:
    history = "Gunmen stormed the cafe and killed nine guests."
    assert types(coders["political"], VERDICT, history) == []


def test_dated_bloodshed_behind_a_verdict_counts(coders: dict[str, Coder]) -> None:
    raid = "On Tuesday gunmen killed four farmers near Gao."
    assert types(coders["political"], VERDICT, raid) == ["Attack"]


def test_soldiers_sent_to_help_after_a_flood_make_no_report(coders: dict[str, Coder]) -> None:
    assert types(coders["political"], FLOODS, "The army deployed soldiers to the area.") == []


def test_an_act_of_some_day_of_a_month_behind_one_of_a_day_is_its_background(
    coders: dict[str, Coder],
) -> None:
    raid = "On Tuesday gunmen killed four farmers near Gao."
    aside = "Earlier this month a car bomb outside the embassy in Bamako left more than fifty people dead."
    assert types(coders["political"], raid, aside) == ["Attack"]
    assert types(coders["political"], aside) == ["Remote explosive/landmine/IED"]
