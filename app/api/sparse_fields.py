"""What `fields=` does to the document: which names it takes, and that answers then hold only some of the fields."""

from typing import Any

Schemas = dict[str, dict[str, Any]]
PREFIX = "#/components/schemas/"


def describe(operation: dict[str, Any], schemas: Schemas) -> None:
    """Complete an operation that takes `fields`, in place."""
    parameter = next((one for one in operation.get("parameters", ()) if one["name"] == "fields"), None)
    if parameter is None:
        return
    content = operation["responses"]["200"]["content"]["application/json"]
    whole = content["schema"]["$ref"].removeprefix(PREFIX)
    items = schemas[whole]["properties"].get("items")
    if items is None or "next" not in schemas[whole]["properties"]:
        content["schema"] = _either(whole, schemas)
        name = whole
    else:
        name = _name_of(items["items"])
        items["items"] = _either(name, schemas)
    one = "|".join(schemas[name]["properties"])
    parameter["schema"]["pattern"] = f"^(({one})(,({one}))*)?$"
    parameter["description"] = f"only these fields, comma separated, of: {one.replace('|', ', ')}"


def _name_of(schema: dict[str, Any]) -> str:
    """Name the shape of a list's items, whether or not this list was described already."""
    reference: str = schema["$ref"] if "$ref" in schema else schema["anyOf"][0]["$ref"]
    return reference.removeprefix(PREFIX)


def _either(name: str, schemas: Schemas) -> dict[str, Any]:
    """Give the schema of a thing as a whole or in part."""
    some = f"Some{name}"
    if some not in schemas:
        kept = {key: value for key, value in schemas[name].items() if key not in {"required", "title", "description"}}
        schemas[some] = {**kept, "description": f"Some fields of {name}.", "additionalProperties": False}
    return {"anyOf": [{"$ref": PREFIX + name}, {"$ref": PREFIX + some}]}
