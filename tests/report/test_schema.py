from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from simulator.packs.find import files_under
from simulator.report.key_texts import TEXTS
from simulator.report.schema import FILES, as_text, schema_of, write

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"


def validator(name: str) -> jsonschema.Draft7Validator:
    schema = json.loads((SCENARIOS / name).read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


@pytest.mark.parametrize("name", FILES)
def test_the_shipped_schemas_are_current(name: str) -> None:
    assert (SCENARIOS / name).read_text(encoding="utf-8") == as_text(FILES[name]), (
        "write them anew: python -m simulator.report.schema scenarios"
    )


@pytest.mark.parametrize("path", files_under(SCENARIOS), ids=lambda path: path.stem)
def test_every_shipped_file_fits_its_schema(path: Path) -> None:
    name = "pack.schema.json" if path.name == "pack.toml" else "scenario.schema.json"
    validator(name).validate(tomllib.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("kind", FILES.values())
def test_every_key_is_described_and_no_other(kind: type) -> None:
    schema = schema_of(kind)
    tables = {kind.__name__: schema, **schema["definitions"]}
    for name, table in tables.items():
        keys = table.get("properties", {})
        assert keys.keys() == TEXTS[name].keys()
        assert all(value["description"] for value in keys.values())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('level = "intro"', 'level = "easy"'),
        ("assertiveness = 1", "assertiveness = 5"),
        ("partnership = 4", 'partnership = "4"'),
        ('to = "second"', "to = 3"),
        ("[beats.opening]", '[beats.opening]\nmoments = "explore"'),
        ("[facts.winter]", "[facts.Winter]"),
    ],
)
def test_what_the_reader_refuses_an_editor_marks(before: str, after: str) -> None:
    text = (Path(__file__).parents[1] / "scenes" / "small" / "small-no.toml").read_text(encoding="utf-8")
    check = validator("scenario.schema.json")
    check.validate(tomllib.loads(text))
    with pytest.raises(jsonschema.ValidationError):
        check.validate(tomllib.loads(text.replace(before, after)))


def test_rules_may_stand_instead_of_a_name() -> None:
    text = (Path(__file__).parents[1] / "scenes" / "small" / "small-no.toml").read_text(encoding="utf-8")
    rules = 'to = [ { when = "trust > 50", to = "second" }, { to = "third" } ]'
    validator("scenario.schema.json").validate(tomllib.loads(text.replace('to = "second"', rules)))


def test_they_are_written_where_one_wants_them(tmp_path: Path) -> None:
    write(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(FILES)
