"""Building a tiny gazetteer: the same bytes every time, whatever the order of the input."""

import json
import random
import sqlite3
from pathlib import Path

import pytest

from newsledger.coder.places import geonames, ukraine, units
from newsledger.coder.places.admin_names import published, stripped
from newsledger.coder.places.build import assemble
from newsledger.coder.places.content_files import Item
from newsledger.coder.places.gazetteer import Gazetteer
from newsledger.coder.places.spelling import add_names, data_folder, plain_name, usable
from newsledger.coder.places.storage import FORM, OTHER, PRIMARY, Entry, write
from newsledger.errors import ContentInvalid, ExtraMissing

COUNTRIES = """countries:
  - {name: Syria, iso2: SY, iso3: SYR, iso: 760, geonames: 163843, capital: Damascus, region: Middle East,
     latitude: 35, longitude: 38.5}
"""
OVERLAY = """places:
  - {name: Eastern Ghouta, aliases: [East Ghouta], kind: region, country: Syria, admin1: Rural Damascus,
     latitude: 33.53, longitude: 36.42, precision: 2, basis: suburbs of Damascus}
"""
TOWNS = [
    (170654, "Damascus", "Rural Damascus", 33.51, 36.29, 1_569_394, ["Dimashq"]),
    (173811, "Al Ḩasakah", "Al-Hasakah", 36.50, 40.75, 422_445, ["Hasakeh"]),
    (170017, "Al Bāb", "Aleppo", 36.37, 37.52, 130_745, []),
]


def entries() -> list[Entry]:
    found = []
    for number, name, admin1, latitude, longitude, people, others in TOWNS:
        entry = Entry(
            number, plain_name(name, "SY"), "settlement", "SY", admin1, "", latitude, longitude, people, 1
        )
        add_names(entry, name, PRIMARY)
        for other in others:
            add_names(entry, other, OTHER)
        found.append(entry)
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "countries.yaml").write_text(COUNTRIES, encoding="utf-8")
    (tmp_path / "overlay").mkdir()
    (tmp_path / "overlay" / "syria.yaml").write_text(OVERLAY, encoding="utf-8")
    return tmp_path


def built(folder: Path, name: str, towns: list[Entry]) -> Path:
    places, nations = assemble(folder, towns, [], [])
    write(folder / name, places, nations, {"version": "test 1", "attribution": "nobody"})
    return folder / name


def test_the_same_places_give_the_same_bytes(folder: Path) -> None:
    first = built(folder, "first.sqlite", entries())
    for seed in range(3):
        towns = entries()
        random.Random(seed).shuffle(towns)
        assert built(folder, f"{seed}.sqlite", towns).read_bytes() == first.read_bytes()


def test_a_tiny_gazetteer_answers(folder: Path) -> None:
    with Gazetteer.open(built(folder, "tiny.sqlite", entries())) as tiny:
        for name in ("al-Hasakah", "Hasakah", "Al Hasakah", "el-Hasakah", "Hasakeh"):
            assert [p.name for p in tiny.find(name)] == ["Al Hasakah"], name
        assert [p.name for p in tiny.find("al-Bab")] == ["Al Bab"]
        assert [p.kind for p in tiny.find("East Ghouta", "Syria")] == ["region"]
        assert tiny.find("Syria")[0].precision == 3
        assert tiny.version() == "test 1"
        assert [c.name for c in tiny.countries()] == ["Syria"]


def test_a_failed_build_leaves_the_old_file(folder: Path) -> None:
    out = built(folder, "kept.sqlite", entries())
    before = out.read_bytes()
    with pytest.raises(sqlite3.IntegrityError):
        write(out, entries() + entries()[:1], [], {})
    assert out.read_bytes() == before


def test_a_malformed_overlay_stops_the_build(folder: Path) -> None:
    file = folder / "overlay" / "syria.yaml"
    file.write_text(OVERLAY.replace("precision: 2", "precision: two"), encoding="utf-8")
    with pytest.raises(ContentInvalid, match=r"syria\.yaml:2: precision"):
        assemble(folder, entries(), [], [])


def test_towns_and_units_are_read_from_the_files_of_the_packages(tmp_path: Path) -> None:
    (tmp_path / "data" / "subdivisions").mkdir(parents=True)
    (tmp_path / "data" / "cities").mkdir()
    rows = [
        ["Syunik'", "AM-SU", "AM.08", "409314", "Region", "Syunik Province|Սյունիք", "1", "", "7"],
        ["Goris", "", "AM.08.13133005", "13133005", "", "", "2", "1", "7"],
    ]
    text = "".join("\t".join(r) + "\n" for r in rows)
    (tmp_path / "data" / "subdivisions" / "subdivisions.tsv").write_text(text, encoding="utf-8")
    (tmp_path / "data" / "cities" / "cities.tsv").write_text("Goris\t174895\t1|2\t7\t17592\t39.5\t46.3\n")
    city = {
        "geonameid": 174895, "name": "Goris", "latitude": 39.51, "longitude": 46.34, "countrycode": "AM",
        "population": 17592, "admin1code": "08", "alternatenames": ["", "goris", "GRS", "Գորիս", "Geryusy"],
    }  # fmt: skip
    (tmp_path / "data" / "cities500.json").write_text(json.dumps({"174895": city}), encoding="utf-8")

    known = units.load(tmp_path)
    located = list(geonames.towns(tmp_path, known, frozenset({("AM", "yerevan")}), {}))
    (goris,) = (town for town, _, _ in located)
    assert (goris.name, goris.kind, goris.admin1, goris.admin2) == ("Goris", "settlement", "Syunik", "Goris")
    assert {k: v for k, v in goris.names.items() if not k.startswith("~")} == {
        "goris": PRIMARY,
        "geryusy": OTHER,
    }
    admins = {e.name: e for e in units.entries(known, located, {"AM.08": (39.3, 46.2)}, {})}
    assert {n: (e.kind, e.precision) for n, e in admins.items()} == {
        "Syunik": ("admin1", 3),
        "Goris": ("admin2", 2),
    }
    assert admins["Syunik"].middle == (39.3, 46.2)  # of its polygon
    assert admins["Goris"].middle == (39.51, 46.34)  # of its towns, where there is no polygon
    assert {a.seat for a in admins.values()} == {174895}
    assert admins["Syunik"].names["syunikprovince"] == FORM  # its own name with the word for its kind


def test_a_unit_is_renamed_by_any_of_its_names(tmp_path: Path) -> None:
    erevan = units.Unit(1, "AM.11", "AM", 1, "Erevan", ("Erevan", "Erevan City"))
    known = units.Units({"AM.11": erevan})
    item = Item(
        tmp_path / "u.yaml", 4, {"country": "Armenia", "unit": "erevan", "name": "Yerevan", "basis": "x"}
    )
    known.rename([item], {"Armenia": "AM"})
    assert erevan.name == "Yerevan"
    wrong = Item(
        tmp_path / "u.yaml", 5, {"country": "Armenia", "unit": "Lori", "name": "Lorri", "basis": "x"}
    )
    with pytest.raises(ContentInvalid, match=r"u\.yaml:5: unit: 0 units have this name"):
        known.rename([wrong], {"Armenia": "AM"})


@pytest.mark.parametrize(
    ("names", "title"),
    [
        (("Donetska oblast", "Donetsk", "Donetsk Oblast"), "Donetsk"),
        (("Syunik'", "Syunik Province"), "Syunik"),
        (("Kəlbəcər", "Kalbajar", "Kalbajar District"), "Kalbajar"),
        (("Free State", "Foreistata"), "Free State"),
        (("Departamento de La Libertad", "La Libertad"), "La Libertad"),
        ((), ""),
    ],
)
def test_the_title_of_a_unit(names: tuple[str, ...], title: str) -> None:
    assert published(names) == title


def test_what_is_stripped_from_a_unit() -> None:
    assert stripped("Idlib Governorate") == "Idlib"
    assert stripped("Province of Bolzano") == "Bolzano"
    assert stripped("State") == "State"
    assert stripped("National Capital Region") == "National Capital Region"


def test_names_no_newspaper_prints_are_left_out() -> None:
    kept = ["Shushi", "al-Hasakah", "Şuşa", "L'Aquila", "'s-Hertogenbosch", "Sana'a"]
    dropped = ["", " ", "shwshy", "LAX", "Шуша", "シュシャ", "NYC", "X1"]
    assert [n for n in kept + dropped if usable(n)] == kept


def test_the_name_to_publish() -> None:
    assert plain_name("Daşkəsən", "AZ") == "Dashkasan"
    assert plain_name("Al Ḩasakah", "SY") == "Al Hasakah"
    assert plain_name("Medellín", "CO") == "Medellín"
    assert plain_name("Łódź", "PL") == "Łódź"


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Згурівка", "Zghurivka"),
        ("Київ", "Kyiv"),
        ("Єнакієве", "Yenakiieve"),
        ("Ялта", "Yalta"),
        ("Знам'янка", "Znamianka"),
        ("Гадяч", "Hadiach"),
        ("Щастя", "Shchastia"),
        ("Їздецьке", "Yizdetske"),
        ("Нью-Йорк", "Niu-York"),
    ],
)
def test_ukrainian_names_are_romanised_by_the_resolution_of_2010(name: str, latin: str) -> None:
    assert ukraine.romanised(name) == latin


def test_a_missing_package_is_named() -> None:
    with pytest.raises(ExtraMissing, match="no_such_package"):
        data_folder("no_such_package")
