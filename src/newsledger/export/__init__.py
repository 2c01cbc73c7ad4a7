"""How does a release look in other people's layouts? UCDP, PLOVER, HXL, GeoJSON, databases."""
