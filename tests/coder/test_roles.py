"""Who acts and who is acted upon: active, passive and nominal English."""

import pytest
from tests.coder.told import Code

from newsledger.coder.engine import Coder
from newsledger.coder.examples import example_article
from newsledger.coder.frames import Frame
from newsledger.coder.story import read_story

KNOWLEDGE = Coder.load().knowledge


def frames(text: str) -> list[Frame]:
    return read_story(example_article(text), KNOWLEDGE).frames


def frame(text: str, action: str) -> Frame:
    return next(f for f in frames(text) if action in f.actions)


def roles(text: str, action: str) -> tuple[str, list[str], list[str]]:
    """Return voice, agents and targets of the first frame of an action, as written."""
    found = frame(text, action)
    said = found.sentence.text_of
    return (
        found.voice,
        [said(m.first, m.last) for m in found.agents],
        [said(m.first, m.last) for m in found.targets],
    )


ROLES = [
    ("Rebels attacked soldiers near Bria.", "attack", "active", ["Rebels"], ["soldiers"]),
    ("Soldiers were attacked by rebels near Bria.", "attack", "passive", ["rebels"], ["Soldiers"]),
    ("Three soldiers were killed near Bria.", "kill", "passive", [], ["soldiers"]),
    ("Rebels stormed the village and killed ten farmers.", "kill", "active", ["Rebels"], ["farmers"]),
    ("Troops clashed with rebels near Bria.", "clash", "active", ["Troops"], ["rebels"]),
    ("Clashes between troops and rebels broke out in Bria.", "clash", "noun", ["troops"], ["rebels"]),
    ("The killing of two farmers by gunmen shook Bria.", "kill", "noun", ["gunmen"], ["farmers"]),
    ("Rebels carried out a deadly attack on soldiers.", "attack", "active", ["Rebels"], ["soldiers"]),
    ("Militants opened fire on traders in Bria.", "attack", "active", ["Militants"], ["traders"]),
    ("Gunmen, who came by boat, kidnapped two nurses.", "abduct", "active", ["Gunmen"], ["nurses"]),
    ("A nurse was kidnapped by gunmen in Bria.", "abduct", "passive", ["gunmen"], ["nurse"]),
    ("The governor was unhurt in a raid near Bria.", "attack", "noun", [], ["governor"]),
    (
        "A raid on the depot, which cost two lives, was carried out at dawn by rebels.",
        "attack",
        "noun",
        ["rebels"],
        [],
    ),
    ("Militants shot and wounded a policeman in Bria.", "shoot", "active", ["Militants"], ["policeman"]),
    ("The army drove out the rebels but they attacked the camp.", "attack", "active", ["rebels"], []),
    (
        "The marines came under fire from rebels but overran the camp.",
        "seize-territory",
        "active",
        ["marines"],
        [],
    ),
    ("Nurses were raped by policemen or soldiers.", "rape", "passive", ["policemen", "soldiers"], ["Nurses"]),
    ("Children were hit as police dispersed a march.", "attack", "passive", [], ["Children"]),
    ("Police fired on striking miners.", "fire-at", "active", ["Police"], ["striking miners"]),
]


@pytest.mark.parametrize(("text", "action", "voice", "agents", "targets"), ROLES, ids=lambda v: str(v)[:30])
def test_roles(text: str, action: str, voice: str, agents: list[str], targets: list[str]) -> None:
    assert roles(text, action) == (voice, agents, targets)


def test_roles_do_not_depend_on_case() -> None:
    for text, action, voice, agents, targets in ROLES:
        found = roles(text.upper(), action)
        assert found == (voice, [a.upper() for a in agents], [t.upper() for t in targets]), text


def test_whoever_speaks_does_not_act() -> None:
    found = frame("The army said rebels attacked a convoy near Bria.", "attack")
    assert [m.kind for m in found.agents] == ["armed"]
    assert found.speaker is not None
    assert found.speaker.kind == "military"


def test_the_accused_acts() -> None:
    found = frame("Armenia accused Azerbaijan of shelling a village near Goris.", "shell")
    assert [m.country for m in found.agents] == ["Azerbaijan"]
    assert found.accused


def test_the_toll_takes_its_agent_from_its_cause() -> None:
    found = frame("Four villagers were killed in an attack by militants near Bria.", "kill")
    assert [m.kind for m in found.agents] == ["armed"]


def test_a_hard_boundary_ends_the_clause() -> None:
    found = frame("Rebels left the town; soldiers were killed.", "kill")
    assert found.agents == []


def test_no_state_sends_a_suicide_bomber() -> None:
    text = "Suicide bomber dies in Somali attack on a Kenyan convoy"
    assert not any(m.kind == "state" for f in frames(text) for m in f.agents)
    assert any(
        m.kind == "state" for f in frames("Somali attack on a Kenyan convoy kills two") for m in f.agents
    )


def test_what_a_weapon_is_called_is_no_target() -> None:
    assert not frame(
        "Masked men tossed a Serbian hand grenade at a tram in Bihac on Monday.", "grenade"
    ).targets
    tank = frame("Rebels fired at a Turkish tank column near Idlib on Monday.", "fire-at")
    assert [m.country for m in tank.targets] == ["Turkey"]


def test_whoever_shelled_a_base_did_what_no_comma_parts_from_it(code: Code) -> None:
    coded = code(
        "Army guns shelled a rebel base in Goma on Thursday, killing nine fighters.",
        title="Army shells rebel base killing nine fighters in Goma",
    )
    assert len(coded.reports) == 1
    assert coded.reports[0].actor1.startswith("Military Forces")
