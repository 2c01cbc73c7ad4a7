"""Does each construction of English tell each kind of act, or say that it did not happen, whatever its words are?"""

from pathlib import Path

import pytest
from tests.coder.told import Code

from newsledger.coder.lexicon import read_yaml

DATA = read_yaml(Path(__file__).parent / "fixtures" / "constructions.yaml")
EVENTS: list[dict[str, str]] = DATA["events"]
NOUNS: list[dict[str, str]] = DATA["nouns"]
HERE = ("a ", "an ", "the ")


def sentence(template: str, event: dict[str, str]) -> str:
    """Return a construction filled with an act."""
    agent, object_ = event["agent"], event["object"]
    one = agent.startswith("a ")
    return template.format(
        **{k: v for k, v in event.items() if k != "place"},
        Agent=agent[0].upper() + agent[1:],
        Object=object_[0].upper() + object_[1:],
        place=f" {event['place']}" if event["place"] else "",
        have="has" if one else "have",
        are="is" if one else "are",
        was="was" if object_.startswith(HERE) else "were",
    )


@pytest.mark.parametrize("name", DATA["told"])
def test_a_construction_tells_every_kind_of_act(name: str, code: Code) -> None:
    missed = []
    for event in EVENTS:
        text = sentence(DATA["told"][name], event)
        types = [r.sub_event_type for r in code(text).reports]
        if event["type"] not in types:
            missed.append((text, types))
    assert not missed


@pytest.mark.parametrize("name", DATA["untold"])
def test_a_construction_that_tells_no_act_gives_no_row(name: str, code: Code) -> None:
    coded = []
    for event in EVENTS:
        text = sentence(DATA["untold"][name], event)
        if found := [r.sub_event_type for r in code(text).reports]:
            coded.append((text, found))
    assert not coded


def named(template: str, act: dict[str, str]) -> str:
    """Return a construction filled with an act that a noun names."""
    noun = act["noun"]
    a, the = f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}", f"the {noun}"
    return template.format(noun=noun, a=a, A=a[0].upper() + a[1:], the=the, The=the[0].upper() + the[1:])


@pytest.mark.parametrize("name", DATA["told-by-noun"])
def test_a_construction_tells_every_act_that_a_noun_names(name: str, code: Code) -> None:
    missed = []
    for act in NOUNS:
        text = named(DATA["told-by-noun"][name], act)
        types = [r.sub_event_type for r in code(text).reports]
        if act["type"] not in types:
            missed.append((text, types))
    assert not missed


@pytest.mark.parametrize("name", DATA["untold-by-noun"])
def test_a_construction_that_only_names_an_act_gives_no_row(name: str, code: Code) -> None:
    coded = []
    for act in NOUNS:
        text = named(DATA["untold-by-noun"][name], act)
        if found := [r.sub_event_type for r in code(text).reports]:
            coded.append((text, found))
    assert not coded
