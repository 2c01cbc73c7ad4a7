"""How is a picture written? The few elements of SVG that the pictures need, with every text escaped."""

from collections.abc import Iterable
from html import escape

INK, FAINT, LINE, SEA, LAND = "#1c2430", "#5a6572", "#b9c0c8", "#e8f0f6", "#fbfaf7"


def number(value: float) -> str:
    """Return a coordinate with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def text(x: float, y: float, words: str, *, size: int = 12, anchor: str = "start", fill: str = INK) -> str:
    """Return a text element; `words` is escaped."""
    return (
        f'<text x="{number(x)}" y="{number(y)}" font-size="{size}" text-anchor="{anchor}" fill="{fill}">'
        f"{escape(visible(words))}</text>"
    )


def picture(width: int, height: int, title: str, parts: Iterable[str]) -> str:
    """Return a picture of `width` by `height` pixels with a white ground, and a title for those who cannot
    see it.
    """
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" font-family="system-ui, sans-serif">\n'
        f"<title>{escape(visible(title))}</title>\n"
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def visible(words: str) -> str:
    """Return `words` without the control characters that XML forbids."""
    return "".join(
        c
        for c in words
        if c in "\t\n" or (ord(c) >= 0x20 and not 0x7F <= ord(c) <= 0x9F and c not in "\ufffe\uffff")
    )
