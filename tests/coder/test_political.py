"""Plain crime is left out, and what has the words of crime but is told of a conflict stays."""

import pytest
from tests.coder.told import article

from newsledger.coder.engine import Coder

CRIME = [
    "Police in Multan arrested three burglars on Monday and recovered two pistols.",
    "A man armed with a pistol robbed a jewellery shop in Mysuru on Monday.",
    "A man was stabbed to death near Leeds on Monday in a family dispute.",
    "A man shot his neighbour in Dayton, Ohio, in a quarrel over a fence on Monday.",
    "A customer shot and wounded a waiter in Recife on Monday.",
    "A former employee opened fire on two clerks in Lyon on Monday after he was sacked.",
    "A jealous husband shot dead a teacher in Pune on Monday.",
    "A teenager shot dead two people during a card game in Manila on Monday.",
    "Officers found a rifle during a traffic stop in Tulsa on Monday.",
    "An armed gang blew up a cash machine in Johannesburg on Monday and fled with the notes.",
    "Two ATM bombings were reported in Limpopo on Sunday.",
]
CONFLICT = [
    ("Guerrillas blew up a bank branch in Bogota on Sunday.", "Remote explosive/landmine/IED"),
    ("Rebels robbed travellers and killed two of them near Bria on Monday.", "Attack"),
    ("Two policemen were shot dead during a traffic stop near Culiacan on Monday.", "Armed clash"),
    ("A soldier shot dead a colleague after an argument at a base in Goma on Monday.", "Attack"),
    ("Gunmen killed five people in Zamfara on Monday after a dispute over a cow.", "Attack"),
    ("Police killed a drug suspect in a raid in Cebu on Monday.", "Attack"),
]


@pytest.mark.parametrize("text", CRIME)
def test_plain_crime_makes_no_report(coders: dict[str, Coder], text: str) -> None:
    assert coders["political"].code(article(text)).reports == []


@pytest.mark.parametrize(("text", "sub_event_type"), CONFLICT)
def test_words_of_crime_do_not_hide_a_conflict(
    coders: dict[str, Coder], text: str, sub_event_type: str
) -> None:
    found = coders["political"].code(article(text)).reports
    assert [r.sub_event_type for r in found[:1]] == [sub_event_type]
