"""How is a place name written so that its spellings meet? Keys of place names, exact and loose.

Three keys, each looser than the one before. `fold` ignores case, accents, apostrophes, hyphens and spaces and
gives every Arabic article one form; `bare` drops that article; `skeleton` also levels common romanisation
variants (ou/u, ee/i, kh/h, q/k, doubled letters …). A look-up tries them in this order and stops at the first
that finds something.
"""

import re
import unicodedata

# Letters that Unicode does not decompose, and ligatures, to the letters English newspapers print for them.
_LETTERS = str.maketrans(
    {
        "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "ə": "a", "ǝ": "a", "æ": "ae",
        "œ": "oe", "ħ": "h", "ŧ": "t", "ŋ": "n", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ɛ": "e", "ɔ": "o",
        "ɩ": "i", "ʋ": "v", "ŀ": "l", "ĸ": "k", "ƒ": "f", "ɖ": "d", "ɣ": "g", "ɲ": "n", "ƶ": "z", "ǥ": "g",
    }
)  # fmt: skip
# Signs of an apostrophe's kind count as letters in Unicode (modifier letters) but not in a name.
_SIGNS = dict.fromkeys(map(ord, "'’‘`´ʹʺʻʼʽʾʿˈˊˋꞌ′"))
_PLAIN = dict.fromkeys(c for c in range(128) if not chr(c).isalnum())

# "al-", "el-", "ash-" with a hyphen or apostrophe; without one only where the assimilated article repeats the
# next sound ("Ash Shaddadah", "Ad Dawr"), since "El Paso" and "An Giang" carry no Arabic article.
_HYPHENED = re.compile(
    r"^(?:al|el|ul|il|ad|ed|an|en|ar|er|as|es|ash|esh|at|et|az|ez|adh|edh|ath|eth)[-‐‑'’](?=\w)"
)
_ASSIMILATED = re.compile(r"^[ae](?:sh |d |n |r |s |t |z |dh |th )(?=\w)")
_INNER = re.compile(r"[\s-](?:al|el|ul|il|ad|ed|an|en|ar|er|as|es|ash|esh|at|et|az|ez|adh|edh)[\s-](?=\w)")
_ARTICLE = "al"
ARTICLE_STARTS = frozenset("aeiu")  # letters that an Arabic article begins with
_OPEN = re.compile(r"^(?:al|el) (?=\w)")

_VARIANTS = (
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ai", "i"), ("ay", "i"), ("ey", "i"), ("iy", "i"),
    ("yi", "i"), ("aw", "u"), ("au", "u"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("dj", "j"),
    ("dzh", "j"), ("tch", "ch"), ("sch", "sh"), ("ck", "k"), ("q", "k"), ("c", "k"), ("kkh", "kh"),
    ("w", "v"), ("y", "i"), ("e", "a"), ("o", "u"), ("z", "s"), ("x", "ks"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_LEAST = 4  # a looser key shorter than this would join names that have nothing in common


def _plain(name: str) -> str:
    """Return `name` in lower case without accents, its hyphens and spaces kept."""
    if name.isascii():
        return name.lower()
    text = name
    for _ in range(3):  # case folding can bring forth new accents, decomposition new capitals
        text = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    return "".join(c for c in text if not unicodedata.combining(c))


def _joined(text: str) -> str:
    """Return only the letters and digits of `text`."""
    if text.isascii():
        text = text.replace(" ", "")
        return text if text.isalnum() else text.translate(_PLAIN)
    return "".join(c for c in text.translate(_SIGNS) if c.isalnum())


def fold(name: str) -> str:
    """Return the key of a place name: the same for every case, accent, apostrophe, hyphen and space.

    An Arabic article takes one form, so that "Ash Shaddadi", "al-Shaddadi" and "Al Shaddadi" meet. The key
    holds only letters and digits; folding a key gives the key again. An empty key means that the name has no
    letter or digit.
    """
    text = _plain(name).strip()
    if text[:1] in ARTICLE_STARTS and (found := _HYPHENED.match(text) or _ASSIMILATED.match(text)):
        text = _ARTICLE + text[found.end() :]
    return _joined(text)


def bare(name: str) -> str:
    """Return the key of a name without its leading Arabic article ("Al Hasakah" → "hasakah"), or "" if it has
    none.

    Here "El X" and "Al X" count as articles without a hyphen too; the caller applies this only where Arabic
    names are likely, or where nothing else was found.
    """
    text = _plain(name).strip()
    if text[:1] not in ARTICLE_STARTS:
        return ""
    found = _HYPHENED.match(text) or _ASSIMILATED.match(text) or _OPEN.match(text)
    rest = _joined(text[found.end() :]) if found else ""
    return rest if len(rest) >= _LEAST - 1 else ""


def skeleton(name: str) -> str:
    """Return the loosest key, or "" where the name is too short for it.

    It is only good together with other evidence (the country, the first-level unit): alone it joins different
    names.
    """
    text = _INNER.sub(" ", _plain(name).strip())
    found = _HYPHENED.match(text) or _ASSIMILATED.match(text) or _OPEN.match(text)
    key = _joined(text[found.end() :] if found else text)
    if len(key) < _LEAST + 1:
        return ""
    for old, new in _VARIANTS:
        key = key.replace(old, new)
    key = _DOUBLED.sub(r"\1", key)
    return key[:-1] if key.endswith("h") and len(key) > _LEAST else key
