"""Spelt: names that the text alone gives, and what the unnamed are usually called."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from newsledger import errors
from newsledger.coder.spans import Mention
from newsledger.coder.who.naming import Actors
from newsledger.coder.who.spelt import describes
from newsledger.coder.who.usual import read_usual

Found = Callable[[str], dict[str, Mention]]
DAY = date(2023, 5, 5)


@pytest.mark.parametrize(
    ("text", "words", "country", "name", "inter"),
    [
        (
            "An Ogaal clan militia fled.",
            "Ogaal clan militia",
            "Somalia",
            "Ogaal Sub-Clan Militia (Somalia)",
            "Identity militia",
        ),
        (
            "Gunmen of the Bani Sakr tribe fled.",
            "Gunmen of the Bani Sakr tribe",
            "Yemen",
            "Bani Sakr Tribal Militia (Yemen)",
            "Identity militia",
        ),
        (
            "The Los Gavilanes gang fled.",
            "Los Gavilanes gang",
            "Peru",
            "Los Gavilanes Gang",
            "Political militia",
        ),
    ],
)
def test_a_name_in_the_text_names_the_militia(
    found: Found, actors: Actors, text: str, words: str, country: str, name: str, inter: str
) -> None:
    named = actors.name(found(text)[words], country, DAY)
    assert (named.name, named.inter) == (name, inter)


def test_two_tribes_of_one_noun_are_two(found: Found) -> None:
    assert found("The Albu Sati and Al Fadl tribes fled.").keys() == {"Albu Sati", "Al Fadl tribes"}
    assert found("The tribes fled.") == {}


@pytest.mark.parametrize(
    ("kind", "tags", "country", "region", "name"),
    [
        ("armed", {"insurgent"}, "Mozambique", "", "ISM: Islamic State Mozambique"),
        ("armed", {"separatist"}, "Cameroon", "", "Ambazonian Separatists (Cameroon)"),
        ("gang", {"bandit"}, "Nigeria", "Zamfara", "Zamfara Communal Militia (Nigeria)"),
        ("gang", {"bandit"}, "Nigeria", "Lagos", "Unidentified Armed Group (Nigeria)"),
        ("gang", {"bandit"}, "Haiti", "", "Unidentified Gang (Haiti)"),
        ("armed", set(), "Mexico", "", "Unidentified Gang (Mexico)"),
        ("armed", set(), "Kenya", "", "Unidentified Armed Group (Kenya)"),
        ("police", {"military-police"}, "Brazil", "", "Police Forces of Brazil (2023-) Military Police"),
        ("military", {"national-guard"}, "Mexico", "", "Police Forces of Mexico (2018-2024) National Guard"),
    ],
)
def test_the_unnamed_are_called_what_they_usually_are(
    actors: Actors, kind: str, tags: set[str], country: str, region: str, name: str
) -> None:
    mention = Mention(0, 1, kind, tags=frozenset(tags))
    assert actors.name(mention, country, DAY, region=region).name == name


def test_foes_are_known_from_a_day_on(actors: Actors) -> None:
    usual = actors.catalogue.usual
    assert usual.opponent("Ukraine", "Ukraine", DAY) == "Russia"
    assert usual.opponent("Ukraine", "Ukraine", date(2021, 5, 5)) == ""
    assert usual.opponent("Mali", "Mali", DAY) == ""


def test_unknown_groups_are_refused() -> None:
    document = {"basis": "press", "groups": {"Mali": {"rebel": "nobody"}}}
    document |= {part: {} for part in ("unnamed", "regions", "units", "opponents", "kin", "shelling")}
    with pytest.raises(errors.ContentInvalid, match="unknown country or group"):
        read_usual(document, Path("usual.yaml"), frozenset({"Mali"}), frozenset())


def test_an_adjective_that_opens_a_sentence_is_no_name() -> None:
    assert describes(["notorious"])
    assert not describes(["ayuub"])
    assert not describes(["bani", "marous"])
