"""Words of accidents, courts and campaigns silence what belongs to them, and leave alone what does not."""

import pytest
from tests.coder.told import article

from newsledger.coder.engine import Coder

SILENT = [
    "Six soldiers were killed when a landslide buried their camp near Leh on Monday.",
    "An army helicopter crashed near Cuzco on Monday, killing its crew of five.",
    "A fighter jet came down near Kursk on Monday, killing both pilots.",
    "Soldiers were deployed on Monday to clear roads in villages threatened by the volcano.",
    "The navy test-fired a missile off Karwar on Monday, hitting its target at a distance of 290 km.",
    "The union has called off a strike that would have shut the port of Beira on Monday.",
    "The road to Murree was blocked by snow on Monday.",
    "The defender was sent off for a vicious attack on the referee in Ndola on Monday.",
    "A tremor in Chautara on Tuesday brought down forty houses.",
    "A tanker exploded during repairs at a shipyard in Batam on Monday, killing five.",
    "Teachers in Lima have promised the largest march in years.",
    "A blast at a gas plant near Puebla killed four workers on Monday.",
    "Thousands of voters cheered at a campaign rally in Lusaka on Saturday.",
    "A court in Lagos heard on Monday that the accused killed two traders.",
    "The Salafist Front claimed responsibility on Tuesday for a bombing in Gao on Monday.",
]
TOLD = [
    ("Rebels shot down a helicopter, which crashed near Sake on Monday, killing its crew.", "Shelling"),
    ("A bomb hidden in a gas cylinder killed four soldiers near Bara on Monday.", "Remote explosive"),
    ("Police in Minsk arrested two activists on Monday and charged them with extremism.", "Arrests"),
    (
        "Police in Ankara took two party leaders into custody on Monday for refusing to testify in a terrorism probe.",
        "Arrests",
    ),
    ("Protesters clashed with police at a campaign rally in Lusaka on Saturday.", "Violent demonstration"),
    ("Rebels shelled a gas plant near Marib on Monday, killing two workers.", "Shelling"),
]


@pytest.mark.parametrize("text", SILENT)
def test_what_belongs_to_them_is_silent(coders: dict[str, Coder], text: str) -> None:
    assert coders["political"].code(article(text)).reports == []


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_what_does_not_belong_to_them_is_told(coders: dict[str, Coder], text: str, kind: str) -> None:
    found = coders["political"].code(article(text)).reports
    assert [r.sub_event_type.startswith(kind) for r in found[:1]] == [True]
