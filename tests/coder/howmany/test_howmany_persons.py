"""Persons told one by one: who may be whom, and how many are they (coding-rules 5)?"""

import pytest

from newsledger.coder.howmany.persons import Person, person_of, told_singly, without
from newsledger.coder.words import split_words


def told(text: str) -> Person:
    words = split_words(text)
    return person_of(words, 0, len(words))


@pytest.mark.parametrize(
    ("text", "age", "sex", "name"),
    [
        ("a 24-year-old man", 24, "m", ""),
        ("a six-year-old girl", 6, "f", ""),
        ("an eight-month-old baby", 0, "", ""),
        ("the farmer Amadou Ba", -1, "", "amadou ba"),
        ("a farmer", -1, "", ""),
    ],
)
def test_what_is_told_of_a_person(text: str, age: int, sex: str, name: str) -> None:
    person = told(text)
    assert (person.age, person.sex, " ".join(sorted(person.name))) == (age, sex, name)


def test_an_age_behind_a_comma_is_his() -> None:
    words = split_words("a farmer, 31, was shot")
    assert person_of(words, 0, 2).age == 31


def test_only_an_article_or_a_name_tells_of_somebody_new() -> None:
    assert told("a farmer").new
    assert told("Amadou Ba").new
    assert not told("the farmer").new
    assert not told("he").new


def test_those_who_differ_are_several() -> None:
    shot = [(1, told("a 24-year-old man")), (2, told("a 31-year-old man")), (3, told("the 24-year-old man"))]
    assert len(told_singly(shot)) == 2


def test_nothing_that_differs_is_one_person() -> None:
    shot = [(1, told("a man")), (2, told("Amadou Ba")), (3, told("he"))]
    assert len(told_singly(shot)) == 1


def test_one_sentence_tells_of_different_people() -> None:
    assert len(told_singly([(1, told("a farmer")), (1, told("a farmer"))])) == 2


def test_another_is_besides_those_just_told() -> None:
    assert len(told_singly([(1, told("a farmer")), (2, told("another farmer"))])) == 2
    assert len(told_singly([(1, told("a farmer")), (9, told("another farmer"))])) == 1


def test_the_dead_are_taken_off_once_each() -> None:
    hurt = [told("a 24-year-old man"), told("a 31-year-old woman")]
    assert without(hurt, [told("the woman")]) == hurt[:1]
    assert without(hurt, [told("a 7-year-old girl")]) == hurt
