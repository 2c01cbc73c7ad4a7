"""Which colour has which type of event? One palette for page and pictures, told apart without red and green.

After Okabe and Ito's palette for colour-blind readers.
"""

COLOURS = {
    "Battles": "#d55e00",
    "Protests": "#0072b2",
    "Riots": "#56b4e9",
    "Explosions/Remote violence": "#e69f00",
    "Violence against civilians": "#cc79a7",
    "Strategic developments": "#009e73",
}
OTHER = "#777777"


def colour(event_type: str) -> str:
    """Return the colour of an event type, grey for one that the palette does not know."""
    return COLOURS.get(event_type, OTHER)
