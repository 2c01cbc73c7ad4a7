"""Decide: what conditions see of a frame, and which rule wins."""

from functools import cache

import pytest

from newsledger.coder.decide import features, theme
from newsledger.coder.engine import Coder, Reading
from newsledger.coder.examples import example_article
from newsledger.coder.frames import Frame
from newsledger.coder.surroundings import contexts


@cache
def coder() -> Coder:
    return Coder.load()


def read(text: str) -> Reading:
    return coder().read(example_article(text))


def frame_of(text: str, trigger: str) -> Frame:
    return next(f for f in read(text).story.frames if f.trigger == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Police seized two pistols in Kingston on Sunday.", "seized", "weapons"),
        ("Two pistols were seized in Kingston on Sunday.", "seized", "weapons"),
        ("Police have confiscated on Sunday a number of rifles.", "confiscated", "weapons"),
        ("Rebels burned forty houses near Djibo.", "burned", "property"),
    ],
)
def test_theme_is_what_the_verb_acts_upon(text: str, trigger: str, wanted: str) -> None:
    assert wanted in theme(frame_of(text, trigger))


@pytest.mark.parametrize(
    ("text", "trigger", "other"),
    [
        ("Police seized a cart near a village in Kasai.", "seized", "territory"),
        ("Rebels captured the town with tanks and rifles on Monday.", "captured", "weapons"),
        ("Officers searched the port and seized cocaine on Monday.", "seized", "territory"),
    ],
)
def test_theme_leaves_out_things_of_other_phrases(text: str, trigger: str, other: str) -> None:
    assert other not in theme(frame_of(text, trigger))


def seen(text: str, trigger: str, key: str) -> frozenset[str]:
    """Return the features of a frame as conditions see them."""
    reading = read(text)
    number, frame = next((n, f) for n, f in enumerate(reading.story.frames) if f.trigger == trigger)
    return features(frame, frozenset(), contexts(reading.story.frames, number), "")[key]


def test_activists_are_protesters_only_where_they_demonstrate() -> None:
    calm = seen("Police arrested nine activists in Dhaka on Thursday.", "arrested", "target")
    assert "off-street" in calm
    assert "protesters" not in calm
    street = seen("Police arrested nine activists at a rally in Dhaka on Thursday.", "arrested", "target")
    assert "protesters" in street
    assert "off-street" not in street
    named = seen("Police arrested nine demonstrators in Dhaka on Thursday.", "arrested", "target")
    assert "protesters" in named


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Police detained 45 people in Istanbul on Monday.", True),
        ("Police detained dozens of people in Istanbul on Monday.", True),
        ("Police detained two people in Istanbul on Monday.", False),
    ],
)
def test_mass_is_a_matter_of_number(text: str, many: bool) -> None:
    assert ("mass" in seen(text, "detained", "target")) is many


def test_folk_are_people_of_a_place_or_trade_in_numbers() -> None:
    assert "folk" in seen("Villagers burned a bus near Kisii on Monday.", "burned", "agent")
    assert "folk" not in seen("Two men burned a bus near Kisii on Monday.", "burned", "agent")
    assert "folk" not in seen("Gunmen burned a bus near Kisii on Monday.", "burned", "agent")


def test_identities_stand_for_themselves() -> None:
    assert "journalists" in seen("Police arrested a journalist in Yangon on Sunday.", "arrested", "target")


def context_of(text: str, trigger: str) -> frozenset[str]:
    reading = read(text)
    number = next(n for n, f in enumerate(reading.story.frames) if f.trigger == trigger)
    return contexts(reading.story.frames, number)


def test_context_of_a_protest_reaches_the_next_sentence() -> None:
    assert "protest" in context_of("Thousands rallied in Accra on Monday. Police killed a man.", "killed")


def test_context_of_the_opening_is_only_for_what_is_done_to_crowds() -> None:
    filler = " The governor spoke on the radio. Shops stayed shut. The weather was dry."
    text = "Thousands rallied in Accra on Monday." + filler + " Police fired tear gas."
    assert "protest" in context_of(text, "fired tear gas")
    text = "Thousands rallied in Accra on Monday." + filler + " Soldiers killed a trader in Tamale."
    assert "protest" not in context_of(text, "killed")


def test_a_protest_out_of_scope_gives_no_context() -> None:
    assert "protest" not in context_of(
        "Unions plan to march in Accra. Police killed a man on Monday.", "killed"
    )


def test_the_highest_rank_decides_and_the_outranked_are_named() -> None:
    reading = read("Rebels entered Kidal without a fight on Tuesday.")
    decision = next(d for n, d in reading.decisions.items() if reading.story.frames[n].trigger == "entered")
    assert decision.sub_event_type == "Non-violent transfer of territory"
    assert decision.rule.rank >= max(
        (r.rank for r in coder().knowledge.rules.all if r.id in decision.outranked), default=0
    )


def test_no_rule_no_decision() -> None:
    reading = read("Police arrested a man over a burglary in Turin on Monday.")
    assert reading.decisions == {}
