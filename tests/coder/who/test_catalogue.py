import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from newsledger import content, errors
from newsledger.coder.lexicon import read_yaml
from newsledger.coder.who.catalogue import read_catalogue, unit_of
from newsledger.coder.who.naming import Actors
from newsledger.coder.who.regimes import Regimes
from newsledger.coder.who.vocabulary import folder

GOOD = (
    "- {id: a, name: Alpha, tags: [rebel], words: [alpha front], country: [Peru],"
    " inter: Rebel group, basis: own}"
)
OTHER = GOOD.replace("id: a", "id: b").replace("alpha front", "beta front")
COUNTRIES = """kind: country
entries:
- {id: Peru, tags: [name], words: [peru]}
- {id: Chile, tags: [name], words: [chile]}
"""


def catalogue_with(tmp_path: Path, line: str) -> None:
    (tmp_path / "countries.yaml").write_text(COUNTRIES)
    (tmp_path / "groups.yaml").write_text(f"kind: group\nentries:\n{GOOD}\n{line}\n")
    read_catalogue(tmp_path)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (GOOD, "one id"),
        (OTHER.replace("beta", "alpha"), "same phrase"),
        (OTHER.replace(", basis: own", ""), "basis"),
        (OTHER.replace("Peru", "Atlantis"), "countries"),
        (OTHER.replace("Rebel group", "Rebels"), "inter"),
        (OTHER.replace("basis", "from: 2011, to: 2001, basis"), "years"),
        (OTHER.replace("basis", "from: soon, basis"), "years"),
        (OTHER.replace("basis", "bases: x, basis"), "unknown keys"),
        (OTHER.replace("Rebel group", "State forces"), "of"),
        (OTHER.replace(" name: Alpha,", ""), "no name"),
    ],
)
def test_a_malformed_group_is_refused_with_file_and_line(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(errors.ContentInvalid, match=message) as caught:
        catalogue_with(tmp_path, line)
    assert caught.value.file == str(tmp_path / "groups.yaml")
    assert caught.value.line == (3 if line == GOOD else 4)


def test_groups_of_different_countries_may_share_a_phrase(tmp_path: Path) -> None:
    catalogue_with(tmp_path, OTHER.replace("beta", "alpha").replace("Peru", "Chile"))
    assert set(read_catalogue(tmp_path).groups) == {"a", "b"}


def test_a_group_may_bear_the_name_of_the_one_that_it_came_after(tmp_path: Path) -> None:
    later = OTHER.replace("beta", "alpha").replace("basis", "from: 2016, basis")
    (tmp_path / "countries.yaml").write_text(COUNTRIES)
    (tmp_path / "groups.yaml").write_text(
        f"kind: group\nentries:\n{GOOD.replace('basis', 'to: 2017, basis')}\n{later}\n"
    )
    groups = read_catalogue(tmp_path).groups
    assert (groups["a"].end.year, groups["b"].start.year) == (2017, 2016)


def test_the_name_of_a_front_is_that_of_its_time(actors: Actors) -> None:
    entry = "farc|farc-dissident"
    names = [actors.group(entry, "Colombia", date(year, 6, 1)) for year in (2003, 2020)]
    assert [g.id for g in names if g is not None] == ["farc", "farc-dissident"]


def test_malformed_regimes_are_refused(tmp_path: Path) -> None:
    shutil.copytree(folder(), tmp_path / "who")
    path = tmp_path / "who" / "regimes.yaml"
    text = path.read_text("utf8")
    path.write_text(
        text.replace("1994 Botswana", "x").replace("Zimbabwe: 1980-04-18", "Zimbabwe: 1980-13-18"), "utf8"
    )
    with pytest.raises(errors.ContentInvalid, match="Zimbabwe"):
        Actors.load(tmp_path / "who")


def test_years_of_regimes() -> None:
    regimes = Regimes.parse("1991 First; 1998-02 Second; 2008-04-09 Third; 2023-10 -")
    assert regimes.years(date(1990, 12, 31)) == "-1991"
    assert regimes.years(date(1998, 1, 31)) == "1991-1998"
    assert regimes.years(date(1998, 2, 1)) == "1998-2008"
    assert regimes.years(date(2024, 1, 1)) == "2008-2023"


def test_the_catalogue_covers_the_world(actors: Actors) -> None:
    catalogue = actors.catalogue
    assert len(catalogue.groups) >= 500
    terms = read_yaml(sorted(content.schema_folder().glob("*/terms/country.yaml"))[-1])
    names = {row[0] for row in terms["rows"]}
    states = catalogue.countries - set(catalogue.parents)
    assert states <= names
    assert set(catalogue.regimes) <= catalogue.countries
    assert set(catalogue.parents.values()) <= names
    assert {c for p in catalogue.people.values() for c in p} <= names


def test_ids_of_forces_people_and_groups_are_apart(actors: Actors) -> None:
    catalogue = actors.catalogue
    counts = Counter([*catalogue.forces, *catalogue.people, *catalogue.groups])
    assert [i for i, n in counts.items() if n > 1] == []


def test_a_unit_is_written_without_short_form_and_country() -> None:
    assert unit_of("Police Forces of Peru: River Patrol (RP)") == "River Patrol"
    assert unit_of("River Patrol (RP)") == "River Patrol"
    assert unit_of("River Patrol") == "River Patrol"
