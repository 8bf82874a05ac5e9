"""JSON schemas of the format, so that editors complete and explain keys as one types.

`python -m simulator.report.schema FOLDER` writes them; a test keeps the shipped
ones current. They are drafts of version 7, which editors for TOML understand.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from simulator.report.key_texts import TEXTS
from simulator.scenario.model import Manifest, Scenario

DRAFT = "http://json-schema.org/draft-07/schema#"
FILES: dict[str, type] = {"scenario.schema.json": Scenario, "pack.schema.json": Manifest}
SHORT_FORMS = {("Choice", "to"): "Route", ("Beat", "to"): "Route", ("Choice", "reply"): "Reply"}
"""Keys that take one text instead of a list of rules."""


def schema_of(kind: type) -> dict[str, Any]:
    """The schema of one kind of file, with a description for every key."""
    schema = _draft_7(TypeAdapter(kind).json_schema())
    definitions = schema.get("definitions", {})
    for name, table in {kind.__name__: schema, **definitions}.items():
        for key, value in table.get("properties", {}).items():
            table["properties"][key] = _explained(name, key, value)
    return {"$schema": DRAFT, **schema}


def write(folder: Path) -> None:
    """Write the schemas into a folder."""
    for name, kind in FILES.items():
        (folder / name).write_text(as_text(kind), encoding="utf-8", newline="\n")


def as_text(kind: type) -> str:
    """A schema as the text of its file."""
    return json.dumps(schema_of(kind), indent=2, ensure_ascii=False) + "\n"


def _explained(table: str, key: str, value: dict[str, Any]) -> dict[str, Any]:
    form = {part: inner for part, inner in value.items() if part != "title"}
    if (table, key) in SHORT_FORMS:
        form = {"anyOf": [{"type": "string"}, _list_of(SHORT_FORMS[table, key])]}
    if "$ref" in form:
        form = {"allOf": [form]}
    return {"description": TEXTS[table][key], **form}


def _list_of(rule: str) -> dict[str, Any]:
    return {"type": "array", "items": {"$ref": f"#/definitions/{rule}"}, "minItems": 1, "maxItems": 20}


def _draft_7(value: Any) -> Any:
    """The same schema in the words of draft 7."""
    if isinstance(value, list):
        return [_draft_7(part) for part in value]
    if isinstance(value, str):
        return value.replace("#/$defs/", "#/definitions/")
    if not isinstance(value, dict):
        return value
    renamed = {"$defs": "definitions", "prefixItems": "items"}
    words = {
        renamed.get(str(key), str(key)): _draft_7(part) for key, part in value.items() if part is not None
    }
    if "patternProperties" in words:
        words.setdefault("additionalProperties", False)
    return _without_null(words)


def _without_null(words: dict[str, Any]) -> dict[str, Any]:
    """TOML has no null: what is not there is left out."""
    if {"type": "null"} not in words.get("anyOf", ()):
        return words
    others = [form for form in words.pop("anyOf") if form != {"type": "null"}]
    return words | (others[0] if len(others) == 1 else {"anyOf": others})


if __name__ == "__main__":
    write(Path(sys.argv[1]))
