"""Reading starts fast: heavy packages are imported where they are used."""

import subprocess
import sys
from dataclasses import fields

from newsledger.contract.documents import document_schema
from newsledger.contract.records import Article
from newsledger.reader.door import FIELDS, REQUIRED

HEAVY = ["polars", "pandera", "frictionless", "jsonschema", "trafilatura", "typer", "rich"]


def test_importing_the_reader_imports_nothing_heavy() -> None:
    code = f"import sys, newsledger.reader; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_reading_jsonl_does_not_import_polars(tmp_path: object) -> None:
    path = f"{tmp_path}/a.jsonl"
    code = (
        "import sys, pathlib, newsledger.reader as r\n"
        f"p = pathlib.Path({path!r})\n"
        """p.write_text('{"id": "a", "text": "x", "published": "2022-09-14", "source": "s"}')\n"""
        "r.read_articles([p])\n"
        f"print([m for m in {HEAVY} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['jsonschema']"


def test_the_reader_knows_the_fields_of_the_schema() -> None:
    schema = document_schema("article")
    assert list(schema["properties"]) == [*FIELDS]
    assert schema["required"] == [*REQUIRED]
    assert {*FIELDS} < {field.name for field in fields(Article)}
