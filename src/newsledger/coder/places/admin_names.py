"""What is a first- or second-level unit called in English, without the word for its kind?"""

import re
from collections import Counter
from collections.abc import Iterable

from newsledger.coder.places.fold import fold

_KIND = (
    "autonomous republic|autonomous region|autonomous oblast|autonomous okrug|autonomous city|"
    "autonomous province|autonomous prefecture|autonomous community|metropolitan city|"
    "metropolitan municipality|special region|federal district|capital district|capital region|"
    "capital territory|national capital region|union territory|district municipality|"
    "local municipality|city municipality|regional unit|regional state|province|region|oblast|"
    "oblasti|governorate|state|district|county|department|département|prefecture|raion|rayon|"
    "rayonu|municipality|parish|canton|division|voivodeship|województwo|krai|kray|okrug|"
    "republic|territory|wilaya|wilayah|muhafazat|velayat|viloyati|viloyat|marz|borough|"
    "emirate|regency|township|commune|subdistrict|sub-prefecture|upazila|zila|taluk|tehsil|"
    "governorate district|judet|županija|ili|il|i̇lçesi|ilçesi|oblysy|shaary|novads|län|"
    "lääni|fylke|megye|kraj|voblasts|voblasc|savivaldybė|apskritis|vilayəti|diyarı|welaýaty|"
    "dooronu"
)
_BEHIND = re.compile(rf"\s+(?:{_KIND})$", re.IGNORECASE)
_BEFORE = re.compile(
    r"^(?:(?:autonomous |federal |union )?(?:province|region|state|republic|district|department|county|"
    r"canton|city|oblast|raion|governorate|prefecture|municipality|emirate|territory|principality|"
    r"free state) of (?:the )?|"
    r"(?:city and county of|kabupaten|kota|nomós|nomos|departamento|departament|provincia|província|estado|"
    r"municipio|município|cantón|région|region|département|province|wilaya|parròquia|préfecture|cercle|"
    r"comune|muḩāfaz̧at|muhafazat|ostān-e|ostan-e) "
    r"(?:autónoma )?(?-i:de la |de l'|d'|de |del |do |da |du |des |di )?)",
    re.IGNORECASE,
)
# What is left of "Free State", "National Capital Region" or "District of Columbia" names nothing.
_NO_NAME = frozenset({"free", "national", "capital", "national capital", "federal", "columbia", "special"})
_ENGLISH = re.compile(
    r" (?:Province|Region|Oblast|Governorate|State|District|County|Department|Division|Krai|Raion)$"
)


def latin(text: str) -> bool:
    """Return whether all letters of `text` are Latin (signs and digits aside)."""
    return all(
        not c.isalpha() or ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or 0x2B0 <= ord(c) < 0x300
        for c in text
    )


def stripped(name: str) -> str:
    """Return `name` without a word such as "Province" or "District of", or as it is if nothing else would be
    left.
    """
    text = name.strip().strip("'’‘`ʼ")
    rest = _BEFORE.sub("", _BEHIND.sub("", text)).strip()
    return text if len(rest) < 2 or rest.casefold() in _NO_NAME else rest


def published(names: Iterable[str]) -> str:
    """Return the name to publish for a unit that sources know by `names`, the first being its standard name.

    Of the forms without a generic word the most frequent wins (an English one, "X Province", counts twice),
    then one in plain ASCII, then the first: "Donetska oblast", "Donetsk", "Donetsk Oblast" give "Donetsk".
    """
    known = [n for n in names if n and latin(n)]
    forms = [stripped(n) for n in known]
    if not forms:
        return ""
    count = Counter(fold(f) for f in forms)
    count.update(fold(stripped(n)) for n in known if _ENGLISH.search(n))
    return min(forms, key=lambda f: (-count[fold(f)], not f.isascii(), forms.index(f)))
