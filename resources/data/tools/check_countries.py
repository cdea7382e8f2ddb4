#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PortDesk team
# SPDX-License-Identifier: GPL-3.0-or-later
"""Validates every country file against the JSON Schema and that every source number exists.

usage: check_countries.py SCHEMA COUNTRY_FOLDER
"""
import json
import pathlib
import sys

import jsonschema


def source_numbers(node):
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "sources" and value and isinstance(value[0], int):
                yield from value
            else:
                yield from source_numbers(value)
    elif isinstance(node, list):
        for value in node:
            yield from source_numbers(value)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    schema = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    files = sorted(pathlib.Path(sys.argv[2]).glob("*.json"))
    mistakes = []
    for file in files:
        country = json.loads(file.read_text(encoding="utf-8"))
        mistakes += [f"{file.name}: {'/'.join(map(str, error.absolute_path))}: {error.message}" for error in validator.iter_errors(country)]
        for record in country["records"]:
            if any(number >= len(record["sources"]) for number in source_numbers(record)):
                mistakes.append(f"{file.name}: {record['type']}: a source number is not in the record's list")
    print("\n".join(mistakes) or f"{len(files)} country files follow the schema")
    sys.exit(1 if mistakes or not files else 0)


if __name__ == "__main__":
    main()
