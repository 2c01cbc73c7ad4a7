"""An act that others condemn or are sought for counts if the story says of it on whom and on which day it was done."""

from tests.coder.told import article

from newsledger.coder.engine import Coder

MORE = "He met the families in the afternoon. The talks went on until late."


def reports(coder: Coder, *sentences: str) -> list[tuple[str, str]]:
    """Return type and day of the reports that a text of these sentences gives."""
    coded = coder.code(article(" ".join(sentences)))
    return [(r.sub_event_type, r.event_date.isoformat()) for r in coded.reports]


def test_a_condemned_murder_with_its_own_day_is_an_event(coders: dict[str, Coder]) -> None:
    lead = "The president on Friday deplored the murder of four priests in Cuenca, Ecuador, on 11 June."
    assert ("Attack", "2024-06-11") in reports(coders["political"], lead, MORE)


def test_a_condemned_murder_without_a_day_stays_a_statement(coders: dict[str, Coder]) -> None:
    lead = "The president deplored the murder of four priests in Cuenca, Ecuador."
    assert reports(coders["political"], lead, MORE) == []


def test_what_happened_long_ago_stays_a_statement(coders: dict[str, Coder]) -> None:
    lead = "The president on Friday deplored the murder of four priests in Cuenca, Ecuador, on 11 June 2021."
    assert reports(coders["political"], lead, MORE) == []


def test_a_mere_statement_tells_no_event(coders: dict[str, Coder]) -> None:
    lead = "We deplore the murder of four priests in Cuenca, Ecuador, on 11 June."
    assert reports(coders["political"], lead, MORE) == []
    assert reports(coders["political"], lead.replace("We deplore", "The bishop deplored")) == []


def test_one_victim_needs_no_day_in_a_longer_story(coders: dict[str, Coder]) -> None:
    lead = "The president deplored the murder of a bishop in Cuenca, Ecuador."
    more = f"{MORE} Schools stayed shut."
    assert [s for s, _ in reports(coders["political"], lead, more)] == ["Attack"]
    assert reports(coders["political"], lead.replace("a bishop", "innocent people"), more) == []
    assert reports(coders["political"], lead.replace("deplored", "deplored last year"), more) == []


def test_the_day_of_an_arrest_is_not_that_of_the_act(coders: dict[str, Coder]) -> None:
    lead = "Police on Friday arrested three men over the murder of four priests in Cuenca, Ecuador."
    assert [s for s, _ in reports(coders["political"], lead, MORE)] != ["Attack"]


def test_a_victim_is_named_by_what_stands_behind_his_name(coders: dict[str, Coder]) -> None:
    lead = "The murder of Ana Ruiz Paz, a senator, in Cuenca, Ecuador, on 11 June shook the country."
    assert ("Attack", "2024-06-11") in reports(coders["political"], lead, MORE)
    bare = "The assassination of Ana Ruiz Paz in Cuenca, Ecuador, on 11 June shook the country."
    assert ("Attack", "2024-06-11") in reports(coders["political"], bare, MORE)
    assert reports(coders["political"], bare.replace("assassination", "murder"), MORE) == []
