#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PortDesk team
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the member addressRule into the country files, from country-address-rules.json. Run it after make_countries.py.

usage: add_address_rules.py COUNTRY_FOLDER

A rule whose sentence is no longer among the record's restrictions stops the program: the facts have changed, read them again.
"""
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent


def text_of(country):
    text = json.dumps(country, ensure_ascii=False, indent=1)
    return re.sub(r"\[\s+(\d+(?:,\s+\d+)*)\s+\]", lambda match: "[" + re.sub(r"\s+", "", match[1]) + "]", text) + "\n"


def with_rule(record, rule):
    """The record with addressRule in front of its regulator, where the schema lists it."""
    sources = next((one["sources"] for one in record["restrictions"] if one["value"] == rule["sentence"]), None)
    if sources is None:
        sys.exit(f"{rule['record']}: no restriction says “{rule['sentence']}”")
    result = {}
    for key, value in record.items():
        if key == "regulator":
            result["addressRule"] = {"value": rule["rule"], "sources": sources}
        if key != "addressRule":
            result[key] = value
    return result


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    for rule in json.loads((HERE / "country-address-rules.json").read_text(encoding="utf-8"))["rules"]:
        code, kind = rule["record"].split("/")
        file = folder / f"{code}.json"
        country = json.loads(file.read_text(encoding="utf-8"))
        if kind not in [record["type"] for record in country["records"]]:
            sys.exit(f"{rule['record']}: there is no such record")
        country["records"] = [with_rule(record, rule) if record["type"] == kind else record for record in country["records"]]
        file.write_text(text_of(country), encoding="utf-8")


if __name__ == "__main__":
    main()
