#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PortDesk team
# SPDX-License-Identifier: GPL-3.0-or-later
"""Validates request files against the JSON Schema; prints "FILE: PLACE: what is wrong", one line for each mistake.

usage: check_requests.py SCHEMA FILE_OR_FOLDER...
"""
import json
import pathlib
import sys

import jsonschema


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    schema = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    files = []
    for name in map(pathlib.Path, sys.argv[2:]):
        files += sorted(name.rglob("*.json")) if name.is_dir() else [name]
    mistakes = []
    for file in files:
        request = json.loads(file.read_text(encoding="utf-8"))
        mistakes += [f"{file.name}: /{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in validator.iter_errors(request)]
    print("\n".join(mistakes) or f"{len(files)} requests follow the schema")
    sys.exit(1 if mistakes or not files else 0)


if __name__ == "__main__":
    main()
