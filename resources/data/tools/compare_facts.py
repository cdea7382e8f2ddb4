#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PortDesk team
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says whether every fact collected stands in the country files. Corrections made by hand (country-patches.json) are the only differences allowed.

usage: compare_facts.py FACTS.json COUNTRY_FOLDER

The generator writes the files from the facts; this reads them back on its own, so that a member it forgets is noticed.
"""
import json
import pathlib
import sys

TYPES = {"toll-free": "tollFree", "shared-cost": "sharedCost"}
PLAIN = {"bill_max_age_days": "billMaxAgeDays", "loa_signature": "signature", "loa_max_age_days": "loaMaxAgeDays", "loa_fields": "loaFields",
         "lead_time_note": "leadTimeNote", "max_numbers_per_request": "maximumNumbers", "max_numbers_note": "maximumNumbersNote",
         "partial_port": "partialPort", "porting_window": "portingWindow", "regulator": "regulator"}


def patched_entries(patches, country, kind):
    return {patch.get("field") or patch.get("document") for patch in patches
            if patch["record"].split("/")[0] == country and patch["record"].split("/")[1] in ("*", kind)}


def compare(fact, record, patched):
    for name, member in PLAIN.items():
        wanted = None if fact[name] == "unknown" else fact[name]
        if record[member]["value"] != wanted:
            yield f"{member}: {record[member]['value']} is not {wanted}"
    lead = fact["lead_time_business_days"] or {"min": None, "max": None}
    if (record["leadTimeMinimum"]["value"], record["leadTimeMaximum"]["value"]) != (lead["min"], lead["max"]):
        yield "lead time"
    if (record["loaLanguages"]["value"] or []) != ((fact["loa_language"] or "").replace(" ", "").split(",") if fact["loa_language"] else []):
        yield "loaLanguages"
    if (record["portability"]["value"] == "yes") != bool(fact["portable"]):
        yield "portability"
    for name, member in (("restrictions", "restrictions"), ("common_rejections", "commonRejections")):
        if [entry["value"].lower() for entry in record[member]] != [text.lower() for text in fact[name] or []]:
            yield member
    if set(fact["sources"]) - set(record["sources"]):
        yield "sources"
    yield from compare_rules(fact, record, patched)


def compare_rules(fact, record, patched):
    for room in ("documents", "fields"):
        entries = {entry["id"]: entry for entry in record[room]}
        for wanted in fact[room]:
            entry = entries.get(wanted["id"])
            if entry is None:
                yield f"{room}: {wanted['id']} is missing"
            elif wanted["id"] not in patched and (wanted.get("note") or "") != entry["note"]:
                yield f"{room}: note of {wanted['id']}"
            elif wanted["id"] not in patched and wanted["required"] and not entry["required"]:
                yield f"{room}: {wanted['id']} is not compulsory"
            elif room == "fields" and wanted["format"]["regex"] and not entry["pattern"]:
                yield f"fields: {wanted['id']} has lost its pattern"
            elif room == "fields" and wanted["format"]["checksum"] and not entry["checksum"] and wanted["id"] != "migration_code":
                yield f"fields: {wanted['id']} has lost its check digit"  # nobody documents how the migration code's control is made


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    facts = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    patches = json.loads((pathlib.Path(__file__).parent / "country-patches.json").read_text(encoding="utf-8"))["patches"]
    differences = []
    for fact in facts:
        country = json.loads((pathlib.Path(sys.argv[2]) / f"{fact['country']}.json").read_text(encoding="utf-8"))
        wanted = TYPES.get(fact["type"], fact["type"])
        record = next((entry for entry in country["records"] if entry["type"] == wanted), None)
        place = f"{fact['country']}/{fact['type']}"
        if record is None:
            differences.append(f"{place} is missing")
        else:
            differences += [f"{place}: {what}" for what in compare(fact, record, patched_entries(patches, fact["country"], fact["type"]))]
    print("\n".join(differences) or f"{len(facts)} records hold every fact")
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
