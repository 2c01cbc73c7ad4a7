"""Which place lies in which unit? By the names of their units in the gazetteer."""

from newsledger.coder.places.gazetteer import Place


def lies_in(place: Place, unit: Place) -> bool:
    """Say whether a place lies in a unit or country."""
    if place.country != unit.country or place.id == unit.id:
        return False
    if unit.kind == "country":
        return True
    if unit.kind == "admin2":
        return place.admin2 == unit.admin2 and (not unit.admin1 or place.admin1 == unit.admin1)
    return place.admin1 == unit.admin1 and place.kind != "admin1"
