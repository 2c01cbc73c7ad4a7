"""Words of force in another sense: elections, the law, rising numbers, names."""

import pytest
from tests.coder.told import Code, types


@pytest.mark.parametrize(
    "text",
    [
        "She won the office of clerk in Columbus on Tuesday, beating her Republican challenger by 26,000 votes.",
        "As the author spoke in Frankfort on Wednesday, Flood called upon an actor to read from his book.",
        "Police in Lusaka confiscated two computers and some papers on Friday.",
        "The officer said that Mr Phiri removed a handgun from his pants on Friday in Lusaka.",
        "Turkey has stepped up its air raids on Afrin over recent days to help the rebels.",
        "The gang has gained control over a large part of the fish trade in Lima, a paper said on Monday.",
        "A team of detectives has been dispatched from Pune to apprehend the killer, an officer said on Friday.",
        "A judge in Perth extended a stay of a deportation order against an activist on Wednesday.",
    ],
)
def test_another_sense_makes_no_row(code: Code, text: str) -> None:
    assert types(code, text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Soldiers beat a farmer in Jos on Friday.", "Attack"),
        ("Gunmen confiscated 40 cattle from herders near Jos on Friday.", "Looting/property destruction"),
        ("Russia intensified its air raids on Idlib on Friday, killing nine people.", "Air/drone strike"),
        ("Rebels gained control of the town of Kitchanga on Friday.", "Non-state actor overtakes territory"),
    ],
)
def test_the_act_itself_does(code: Code, text: str, wanted: str) -> None:
    assert types(code, text) == [wanted]
