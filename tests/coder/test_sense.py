"""A trigger whose surroundings show that it tells no act, and the same trigger where it tells one."""

import pytest
from tests.coder.told import article

from newsledger.coder.engine import Coder

OTHERWISE = [
    ("A train was halted at Jacobabad on Monday due to rumours about a bomb.", "halted"),
    ("The cook demonstrated how to fold dumplings in Osaka on Monday.", "demonstrated"),
    ("Four suspected thieves were paraded in Ibadan on Monday.", "paraded"),
    ("The general met troops deployed in Tessalit on Monday.", "deployed"),
    ("The poet died in Managua on Monday after thirty years fighting rebels.", "fighting"),
    ("A nurse in Oslo is fighting leukaemia.", "fighting"),
    ("Air strikes will continue in Zamfara, the governor said on Monday.", "Air strikes"),
    ("Medics were treating wounded soldiers in Gondar on Monday.", "wounded"),
    ("A ceasefire is urgently needed in Taiz, the envoy said on Monday.", "ceasefire"),
    ("The crate that fell from the truck in Aleppo weighed fifty pounds.", "pounds"),
]
ACTS = [
    ("Trains were halted at Jacobabad by protesters on Monday because of a power cut.", "Peaceful protest"),
    ("The army lost control of the town of Bria on Monday.", "Non-state actor overtakes territory"),
    ("Hundreds of tenants demonstrated in Osaka on Monday over rents.", "Peaceful protest"),
    ("The army deployed two battalions in Tessalit on Monday.", "Change to group/activity"),
    ("The government and the rebels signed a ceasefire in Taiz on Monday.", "Agreement"),
    ("Residents marched in Wuhan on Monday against demolished homes.", "Peaceful protest"),
    ("Soldiers fought rebels near Aleppo on Monday.", "Armed clash"),
    ("A roadside bombing wounded three soldiers in Gondar on Monday.", "Remote explosive/landmine/IED"),
]


@pytest.mark.parametrize(("text", "trigger"), OTHERWISE)
def test_another_sense_tells_nothing(coders: dict[str, Coder], text: str, trigger: str) -> None:
    coded = coders["political"].code(article(text))
    assert coded.reports == []
    assert trigger in {u.trigger for u in coded.uncoded}


@pytest.mark.parametrize(("text", "sub_event_type"), ACTS)
def test_the_same_word_tells_an_act(coders: dict[str, Coder], text: str, sub_event_type: str) -> None:
    found = coders["political"].code(article(text)).reports
    assert [r.sub_event_type for r in found[:1]] == [sub_event_type]
