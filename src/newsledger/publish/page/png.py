"""How does a picture get into a paper that takes no SVG? Drawn as PNG, by one renderer and with one font.

resvg draws in software, by itself: no library, font or screen of the machine has a part in it, so the same
picture gives the same bytes. The font is Source Sans Pro, which lies in `assets/font` with its licence; a
character that it lacks is drawn as an empty box.
"""

from pathlib import Path

FONT = Path(__file__).parent / "assets" / "font" / "SourceSansPro-Regular.otf"
FAMILY = "Source Sans Pro"
SCALE = 1.5
"""Pixels of the PNG for each of the SVG: 1,350 across, four and a half inches at 300 dpi."""


def as_png(svg: str) -> bytes:
    """Return a picture, given as SVG of `svg.picture`, as the bytes of a PNG."""
    import resvg_py

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=SCALE,
            skip_system_fonts=True,
            font_files=[str(FONT)],
            font_family=FAMILY,
            sans_serif_family=FAMILY,
        )
    )
