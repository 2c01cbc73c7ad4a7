"""How does machine-learning software load the tables? Croissant 1.0, JSON-LD on top of schema.org."""

from collections.abc import Iterable, Mapping
from typing import Any

from newsledger.contract.column import Column, Table
from newsledger.contract.load import Contract
from newsledger.contract.sql import sql_name
from newsledger.publish.extras.about import About
from newsledger.publish.extras.files import FileFacts
from newsledger.publish.extras.schema_org import creator
from newsledger.publish.write import csv_path

CONFORMS = "http://mlcommons.org/croissant/1.0"
CONTEXT: Mapping[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataBiases": "cr:dataBiases",
    "dataCollection": "cr:dataCollection",
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "personalSensitiveInformation": "cr:personalSensitiveInformation",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
TYPES = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "date": "sc:Date",
    "datetime": "sc:DateTime",
    "boolean": "sc:Boolean",
}


def croissant(
    about: About, contract: Contract, names: Iterable[str], files: Mapping[str, FileFacts]
) -> dict[str, Any]:
    """Return the Croissant metadata of a release: its files with checksums, and a record set per table."""
    tables = [contract.tables[n] for n in names]
    found: dict[str, Any] = {
        "@context": dict(CONTEXT),
        "@type": "sc:Dataset",
        "conformsTo": CONFORMS,
        "name": about.name,
        "alternateName": about.title,
        "description": about.description,
        "version": about.version,
        "datePublished": about.day.isoformat(),
        "license": about.licence.get("path", about.licence["name"]),
        "creator": [creator(about, name) for name in about.authors],
        "citeAs": about.citation,
        "creditText": " ".join(about.attributions),
        "isLiveDataset": False,
    }
    if about.keywords:
        found["keywords"] = list(about.keywords)
    if about.homepage:
        found["url"] = about.homepage
    if about.publisher:
        found["publisher"] = {"@type": "sc:Organization", "name": about.publisher}
    found["distribution"] = [_file(path, facts) for path, facts in files.items()]
    known = {t.name for t in tables}
    found["recordSet"] = [_records(table, known) for table in tables]
    return found


def _file(path: str, facts: FileFacts) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": path,
        "name": path,
        "contentUrl": path,
        "contentSize": f"{facts.size} B",
        "encodingFormat": facts.mediatype,
        "sha256": facts.sha256,
    }


def _records(table: Table, known: set[str]) -> dict[str, Any]:
    name = sql_name(table.name)
    keys = {k.fields[0]: k for k in table.foreign_keys if len(k.fields) == 1 and k.table in known}
    fields = []
    for column in table.columns:
        field = _field(name, column, csv_path(table.name))
        if column.name in keys:
            key = keys[column.name]
            field["references"] = {"field": {"@id": f"{sql_name(key.table)}/{key.references[0]}"}}
        fields.append(field)
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": table.description,
        "key": [{"@id": f"{name}/{c}"} for c in table.key],
        "field": fields,
    }


def _field(table: str, column: Column, path: str) -> dict[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": f"{table}/{column.name}",
        "name": f"{table}/{column.name}",
        "description": column.description,
        "dataType": TYPES[column.type],
        "source": {"fileObject": {"@id": path}, "extract": {"column": column.name}},
    }
