"""By which keys is a name of a source found, and under which name is the place published? (build time)"""

import importlib.util
import re
from pathlib import Path

from newsledger.coder.places.admin_names import latin
from newsledger.coder.places.fold import bare, fold, skeleton
from newsledger.coder.places.storage import FORM, LOOSE, LOOSE_MARK, Entry
from newsledger.errors import ExtraMissing

# Where names are romanised in more than one way, so that a skeleton key is worth its space.
_ROMANISED = (
    "AE AF AM AZ BD BH BY CN DJ DZ EG ER ET GE IL IN IQ IR JO KG KW KZ LB LK LY MA MM MR NP OM PK PS QA RU "
    "SA SD SO SS SY TD TJ TM TN UA UZ YE"
)
ROMANISED = frozenset(_ROMANISED.split())
# Where a leading "Al" or "El" is the Arabic article.
_ARABIC = "AE BH DJ DZ EG IQ JO KW LB LY MA MR OM PS QA SA SD SO SS SY TD TN YE"
ARABIC = frozenset(_ARABIC.split())
# Where the dots and strokes of a scholarly romanisation are dropped from the name to publish.
_SCHOLARLY = "AF AM BD BT BY GE IL IN IR KG KP KR KZ LK MM NP PK RU TJ TM UA UZ"
SCHOLARLY = ARABIC | frozenset(_SCHOLARLY.split())
_CITY = " City"  # chartered cities of the Philippines bear the word, reports leave it out ("Marawi")
_CODE = re.compile(r"^[A-Z0-9]{2,4}$")
_SAINT = re.compile(r"^(Saint|Fort|Mount) (?=[A-Z])")
_SHORT = {"Saint": "St", "Fort": "Ft", "Mount": "Mt"}
# Azerbaijani letters as English newspapers write them ("Daşkəsən" → "Dashkasan").
_AZERBAIJANI = str.maketrans(
    {"ə": "a", "Ə": "A", "ş": "sh", "Ş": "Sh", "ç": "ch", "Ç": "Ch", "c": "j", "C": "J", "x": "kh", "X": "Kh"}
    | {"ğ": "gh", "Ğ": "Gh", "ı": "i", "İ": "I", "ö": "o", "Ö": "O", "ü": "u", "Ü": "U"}
)
_MARKS = str.maketrans("", "", "'’‘`ʼʻʽʾʿ")


def data_folder(package: str) -> Path:
    """Return the folder of an installed package, without importing it; ExtraMissing if there is none."""
    found = importlib.util.find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise ExtraMissing(
            f"the gazetteer is built from the package {package}: pip install 'newsledger[gazetteer]'"
        )
    return Path(next(iter(found.submodule_search_locations)))


def usable(name: str) -> bool:
    """Return whether an alternate name is one that a newspaper could print.

    Left out: names in other scripts, codes of airports and railways, and the lower-case transliterations that
    GeoNames has machine-made from Arabic or Chinese ("shwshy").
    """
    return bool(name.strip()) and latin(name) and not _CODE.match(name) and any(c.isupper() for c in name)


def plain_name(name: str, iso2: str) -> str:
    """Return the name to publish: without the marks of a scholarly romanisation where those are not the
    spelling.
    """
    if name.isascii() or (iso2 not in SCHOLARLY and iso2 != "AZ"):
        return name
    if iso2 == "AZ":
        name = name.translate(_AZERBAIJANI)
    text = name.translate(_MARKS)
    return "".join(_unmarked(c) for c in text)


def _unmarked(letter: str) -> str:
    """Return one letter in ASCII, its case kept; what has no ASCII form stays."""
    key = fold(letter)
    return letter if not key or not key.isascii() else key.capitalize() if letter.isupper() else key


def add_names(entry: Entry, name: str, rank: int) -> None:
    """Let `entry` be found by `name`: its key, the key without an Arabic article, and its skeleton."""
    entry.add(fold(name), rank)
    if entry.iso2 == "AZ":
        entry.add(fold(plain_name(name, entry.iso2)), max(rank, FORM))
    short = _SAINT.sub(lambda m: f"{_SHORT[m[1]]} ", name)
    if short != name:
        entry.add(fold(short), max(rank, FORM))
    if entry.iso2 in ARABIC:
        if name[:3] in {"Al ", "El "}:
            entry.add("al" + fold(name[3:]), max(rank, FORM))
        entry.add(bare(name), max(rank, FORM))
    if entry.iso2 == "PH" and name.endswith(_CITY):
        entry.add(fold(name.removesuffix(_CITY)), max(rank, FORM))
    if entry.iso2 in ROMANISED and (shape := skeleton(name)):
        entry.add(LOOSE_MARK + shape, LOOSE)
