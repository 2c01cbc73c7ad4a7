"""Which keys may a descriptor have? Those of Data Package 1 and 2, and `unit` and `hxl`, which we add to fields."""

from collections.abc import Mapping

KEYS: Mapping[str, frozenset[str]] = {
    "package": frozenset(
        [
            "$schema",
            "profile",
            "name",
            "id",
            "title",
            "description",
            "homepage",
            "version",
            "created",
            "keywords",
            "contributors",
            "licenses",
            "sources",
            "image",
            "resources",
        ]
    ),
    "resource": frozenset(
        [
            "$schema",
            "profile",
            "name",
            "path",
            "data",
            "type",
            "title",
            "description",
            "format",
            "mediatype",
            "encoding",
            "bytes",
            "hash",
            "sources",
            "licenses",
            "schema",
            "dialect",
            "homepage",
        ]
    ),
    "schema": frozenset(
        [
            "$schema",
            "profile",
            "name",
            "title",
            "description",
            "fields",
            "fieldsMatch",
            "missingValues",
            "primaryKey",
            "uniqueKeys",
            "foreignKeys",
        ]
    ),
    "field": frozenset(
        [
            "name",
            "type",
            "format",
            "title",
            "description",
            "example",
            "constraints",
            "categories",
            "categoriesOrdered",
            "missingValues",
            "rdfType",
            "unit",
            "hxl",
            "decimalChar",
            "groupChar",
            "bareNumber",
            "trueValues",
            "falseValues",
            "itemType",
            "delimiter",
        ]
    ),
    "constraints": frozenset(
        [
            "required",
            "unique",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "pattern",
            "enum",
            "jsonSchema",
        ]
    ),
    "dialect": frozenset(
        [
            "$schema",
            "header",
            "headerRows",
            "headerJoin",
            "commentRows",
            "commentChar",
            "delimiter",
            "lineTerminator",
            "quoteChar",
            "doubleQuote",
            "escapeChar",
            "nullSequence",
            "skipInitialSpace",
            "property",
            "itemType",
            "itemKeys",
            "sheetNumber",
            "sheetName",
            "table",
            "caseSensitiveHeader",
            "csvddfVersion",
        ]
    ),
    "foreign key": frozenset({"fields", "reference"}),
    "reference": frozenset({"resource", "fields"}),
    "license": frozenset({"name", "path", "title"}),
    "source": frozenset({"title", "path", "email", "version"}),
    "contributor": frozenset(
        ["title", "givenName", "familyName", "path", "email", "role", "roles", "organization"]
    ),
}
TOLERATED: Mapping[str, frozenset[str]] = {
    "package": frozenset(["num_resources", "stats", "basepath"]),
    "resource": frozenset(
        ["scheme", "compression", "innerpath", "extrapaths", "stats", "control", "checklist", "pipeline"]
    ),
    "field": frozenset(["arrayItem", "floatNumber"]),
}
"""Keys that tools of others write into their own packages, in no version of the standard."""
TYPES = frozenset(
    [
        "string",
        "number",
        "integer",
        "boolean",
        "object",
        "array",
        "list",
        "datetime",
        "date",
        "time",
        "year",
        "yearmonth",
        "duration",
        "geopoint",
        "geojson",
        "any",
    ]
)
