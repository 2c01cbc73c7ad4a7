"""Of which side are those whom a toll counts?"""

from tests.coder.told import Read

from newsledger.coder.spans import Mention
from newsledger.coder.victims import fits, side_key


def mention(kind: str, country: str = "", *tags: str) -> Mention:
    return Mention(0, 1, kind, country, "", frozenset(tags))


def test_unnamed_forces_are_those_of_the_side_that_they_fit(read: Read) -> None:
    (account,) = read("Malian soldiers clashed with rebels near Gao on Monday.").accounts
    assert side_key(account, mention("military")) == "state Mali"
    assert side_key(account, mention("military", "Niger")) == "state Niger"
    assert side_key(account, mention("armed")).startswith("armed")
    assert side_key(account, mention("police")) == ""
    assert side_key(account, mention("civilians", "", "people")) == ""
    assert side_key(account, mention("identity")) == "civilians"
    assert side_key(account, None) == ""


def test_forces_that_fit_both_sides_are_of_none(read: Read) -> None:
    (account,) = read("Armenian and Azerbaijani soldiers clashed near Sotk on Monday.").accounts
    assert side_key(account, mention("military")) == ""


def test_victims_fit_a_side_of_their_class_alone() -> None:
    assert fits(mention("military"), mention("military", "Mali"))
    assert not fits(mention("police"), mention("military", "Mali"))
    assert not fits(mention("military", "Niger"), mention("military", "Mali"))
