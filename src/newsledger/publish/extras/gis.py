"""How does a GIS see points in events.csv? By a line of types and a coordinate system beside it.

QGIS and GDAL read `events.csvt` and `events.prj` by their names. `CoordX` and `CoordY` mark longitude and
latitude, so that the file opens as points without a dialogue.
"""

from newsledger.contract.column import Column, Table

X, Y = "longitude", "latitude"
TYPES = {"integer": "Integer", "number": "Real", "date": "Date", "datetime": "DateTime", "boolean": "Integer"}
LARGE = frozenset({"timestamp"})
"""Columns of integers that do not fit 32 bits for ever."""
WGS84 = (
    'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],'
    'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'
)
"""WGS 84 (EPSG:4326) in the form of .prj files."""


def csvt(table: Table) -> str:
    """Return the types of a table's columns as one line of a .csvt file."""
    return ",".join(f'"{_type(c)}"' for c in table.columns) + "\n"


def prj() -> str:
    """Return the content of a .prj file for WGS 84."""
    return WGS84 + "\n"


def _type(column: Column) -> str:
    if column.name in (X, Y):
        return "CoordX" if column.name == X else "CoordY"
    if column.name in LARGE:
        return "Integer64"
    return TYPES.get(column.type, "String")
