"""Untold: aims, reasons, years as names, and nouns that only point back are no events."""

from functools import cache

import pytest

from newsledger.coder.engine import Coder
from newsledger.coder.examples import example_article
from newsledger.coder.frames import Frame


@cache
def coder() -> Coder:
    return Coder.load()


def frame_of(text: str, trigger: str) -> Frame:
    """Return the frame of a sentence whose trigger starts as given."""
    frames = coder().read(example_article(text)).story.frames
    return next(f for f in frames if f.trigger.startswith(trigger))


UNTOLD = [
    ("Smugglers brought rifles to kill judges in Medellin on Monday.", "kill"),
    ("Four men were held in Ranchi on Monday for attacking a patrol.", "attacking"),
    ("Those who burned the shops in Durban on Monday must pay, the mayor said.", "burned"),
    ("The novelist recalled the 2011 protests in Tunis on Monday.", "protests"),
    ("Ethiopian troops ousted the Courts in a 2006 invasion.", "ousted"),
]
TOLD = [
    ("Police in Rabat arrested ten men in an inquiry into the 2011 protests.", "arrested"),
    ("Assailants tried to kill the mayor of Reynosa on Monday.", "kill"),
    ("Rebels used explosives to blow up a bridge near Arauca on Monday.", "blow up"),
    ("Militants began to shell the town of Barawe on Monday.", "shell"),
    ("Protesters who burned tyres in Sfax on Monday were young.", "burned tyres"),
]


@pytest.mark.parametrize(("text", "trigger"), UNTOLD, ids=[t for _, t in UNTOLD])
def test_act_that_is_only_named_is_out_of_scope(text: str, trigger: str) -> None:
    assert frame_of(text, trigger).scope != ""


@pytest.mark.parametrize(("text", "trigger"), TOLD, ids=[t for _, t in TOLD])
def test_act_that_is_told_as_done_stays(text: str, trigger: str) -> None:
    assert frame_of(text, trigger).scope == ""


def test_noun_that_only_points_back_gives_no_report() -> None:
    assert coder().code(example_article("The minister called the attack a disgrace.")).reports == []


def test_noun_whose_effect_is_told_gives_a_report() -> None:
    text = "The bomb attack on the music school in Oruro has caused heavy damage. No one was there at night."
    assert [r.sub_event_type for r in coder().code(example_article(text)).reports] == [
        "Remote explosive/landmine/IED"
    ]


def test_story_that_tells_the_attack_keeps_the_noun() -> None:
    text = "Gunmen attacked a village near Barsalogho on Monday. The minister called the attack a disgrace."
    assert [r.sub_event_type for r in coder().code(example_article(text)).reports] == ["Attack"]


def test_what_others_had_built_is_only_described() -> None:
    text = "Soldiers near Imphal dismantled six bunkers built by gunmen on Monday."
    assert frame_of(text, "built").scope == "topic-only"
    assert not frame_of("Gunmen built six bunkers near Imphal on Monday.", "built").scope
