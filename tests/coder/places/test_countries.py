"""Countries: names, codes, regions, names of other times."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from newsledger import content
from newsledger.coder.places import countries
from newsledger.coder.places.gazetteer import CITY_STATES, Gazetteer
from newsledger.errors import ContentInvalid

FILE = content.coder_folder() / "places" / "countries.yaml"
ENTRY = "{name: Mali, iso2: ML, iso3: MLI, iso: 466, geonames: 2453866, region: Western Africa"


@pytest.mark.parametrize(
    ("name", "country", "iso"),
    [
        ("Burma", "Myanmar", 104),
        ("Zaire", "Democratic Republic of Congo", 180),
        ("DRC", "Democratic Republic of Congo", 180),
        ("Congo-Brazzaville", "Republic of Congo", 178),
        ("Côte d'Ivoire", "Ivory Coast", 384),
        ("Upper Volta", "Burkina Faso", 854),
        ("Swaziland", "Eswatini", 748),
        ("Czechia", "Czech Republic", 203),
        ("Türkiye", "Turkey", 792),
        ("UK", "United Kingdom", 826),
        ("U.S.", "United States", 840),
        ("Ceylon", "Sri Lanka", 144),
        ("South Korea", "South Korea", 410),
        ("DPRK", "North Korea", 408),
        ("State of Palestine", "Palestine", 275),
        ("Kosovo", "Kosovo", 0),
        ("ARM", "Armenia", 51),
    ],
)
def test_a_country_by_another_name(gazetteer: Gazetteer, name: str, country: str, iso: int) -> None:
    found = gazetteer.country(name)
    assert found is not None
    assert (found.name, found.iso) == (country, iso)


def test_a_historical_name_counts_in_its_years(gazetteer: Gazetteer) -> None:
    assert gazetteer.country("Zaire", 1985) is not None
    assert gazetteer.country("Zaire", 2020) is None
    assert gazetteer.country("Mali", 1985) == gazetteer.country("Mali")
    assert gazetteer.country("Erewhon") is None


def test_every_country_is_found_by_its_name(gazetteer: Gazetteer) -> None:
    every = gazetteer.countries()
    assert len(every) > 240
    assert [c.name for c in every] == sorted(c.name for c in every)
    for country in every:
        assert gazetteer.country(country.name) == country
        found = [p.kind for p in gazetteer.find(country.name, country.name)]
        city = country.iso2 in CITY_STATES and "capital" in found
        assert "country" in found
        assert found[0] == ("capital" if city else "country")
    for code in ("iso", "iso2", "iso3"):
        assert Counter(getattr(c, code) for c in every).most_common(1)[0][1] == 1


def test_regions_are_those_of_the_contract(gazetteer: Gazetteer) -> None:
    folder = content.schema_folder()
    latest = max(folder.glob("*/terms/region.yaml"))
    terms = {t["value"] for t in yaml.safe_load(latest.read_text(encoding="utf-8"))["terms"]}
    assert {c.region for c in gazetteer.countries()} == terms


def test_names_codes_and_regions_agree_with_the_contract(gazetteer: Gazetteer) -> None:
    latest = max(content.schema_folder().glob("*/terms/country.yaml"))
    rows = yaml.safe_load(latest.read_text(encoding="utf-8"))["rows"]
    terms = {name: (iso, iso3, region) for name, _meaning, iso, iso3, region in rows}
    assert {c.name: (c.iso, c.iso3, c.region) for c in gazetteer.countries()} == terms


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("countries: []", "no country"),
        ("countries: 3", "not a list"),
        ("countries:\n  - 7", "not a mapping"),
        (f"countries:\n  - {ENTRY}}}", "latitude"),
        (f"countries:\n  - {ENTRY}, latitude: 17, longitude: 400}}", "longitude"),
        (f"countries:\n  - {ENTRY}, latitude: 17, longitude: -4, colour: red}}", "unknown key"),
        (f"countries:\n  - {ENTRY}, latitude: 17, longitude: -4, aliases: [3]}}", "aliases"),
        ("countries: [", "not YAML"),
    ],
)
def test_a_malformed_file_is_refused(tmp_path: Path, text: str, complaint: str) -> None:
    file = tmp_path / "countries.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ContentInvalid, match=complaint) as caught:
        countries.load(file)
    assert "countries.yaml" in str(caught.value)


def test_two_countries_cannot_share_a_name(tmp_path: Path) -> None:
    file = tmp_path / "countries.yaml"
    entry = f"  - {ENTRY}, latitude: 17, longitude: -4}}\n"
    file.write_text("countries:\n" + entry + entry.replace("ML,", "MX,"), encoding="utf-8")
    with pytest.raises(ContentInvalid, match=r"countries\.yaml:3: name: shares"):
        countries.load(file)


def test_the_shipped_file_loads() -> None:
    assert len(countries.load(FILE)) == 250
