#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PortDesk team
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes resources/countries/<CC>.json from the collected porting facts.

usage: make_countries.py FACTS.json OUTPUT_FOLDER

The country-*.json files beside this script are its other inputs: basics (name, zone, currency), fields (labels, request
members, check rules), documents (what makes one acceptable), windows and rules (the facts' texts as data) and patches
(corrections made by hand). Same input, same bytes.
"""
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
ARTICLE = "https://support.twilio.com/hc/en-us/articles/115000781088-International-Porting-Process"
BASE_DOCUMENTS = ("loa", "csr", "bill")
TYPES = {"geographic": "geographic", "national": "national", "mobile": "mobile", "toll-free": "tollFree", "shared-cost": "sharedCost"}
# Who is meant when a note names a carrier: a piece of the address of its pages.
CARRIERS = {"Telnyx": "telnyx", "CloudTalk": "cloudtalk", "Zoom": "zoom.com", "Bandwidth": "bandwidth", "Twilio": "twilio",
            "AWS": "aws", "Teams": "OfficeDocs", "Dialpad": "dialpad", "Aircall": "aircall", "8x8": "8x8", "Xinix": "xinix", "Simwood": "simwood"}


def read(name):
    return json.loads((HERE / name).read_text(encoding="utf-8"))


def sources_of(text, sources):
    """Indices of the sources a text names; all of the record's when it names none or one that cannot be told."""
    named = [key for carrier, key in CARRIERS.items() if re.search(rf"\b{carrier}\b", text or "")]
    found = [[i for i, url in enumerate(sources) if key.lower() in url.lower()] for key in named]
    if not named or not all(found):
        return list(range(len(sources)))
    return sorted({i for indices in found for i in indices})


def sentence(text):
    return text[:1].upper() + text[1:] if text else ""


def valued(value, text, sources):
    """A value with its sources; null (not documented) has none."""
    return {"value": value, "sources": [] if value is None or value == [] else sources_of(text, sources)}


def acceptance_of(facts, kind, texts):
    """What makes a document acceptable, with the ages and the signature of the record."""
    text = texts["records"].get(f"{facts['country']}/{facts['type']}/{kind}", texts["kinds"][kind])
    loa_age = facts["loa_max_age_days"]
    return text.format(billAge=min(30, facts["bill_max_age_days"] or 30),
                       loaAge=f", at most {loa_age} days ago" if loa_age else "",
                       signature={"wet": "by hand", "either": "by hand or electronically"}.get(facts["loa_signature"], ""),
                       ).replace("signed  and", "signed and")


def make_documents(facts, sources, article, texts):
    documents = []
    for fact in facts["documents"]:
        base = fact["id"] in BASE_DOCUMENTS
        asked_by_base = base and not fact["required"]
        indices = sources_of(fact.get("note"), sources)
        documents.append({"id": fact["id"], "required": fact["required"] or asked_by_base, "baseProcess": asked_by_base, "appliesTo": "",
                          "acceptance": acceptance_of(facts, fact["id"], texts), "note": fact.get("note") or "",
                          "sources": sorted(set(indices) | ({article} if base else set()))})
    known = {document["id"] for document in documents}
    for missing in BASE_DOCUMENTS:
        if missing not in known:
            documents.append({"id": missing, "required": True, "baseProcess": True, "appliesTo": "",
                              "acceptance": acceptance_of(facts, missing, texts), "note": "", "sources": [article]})
    rank = {name: place for place, name in enumerate(BASE_DOCUMENTS)}
    return sorted(documents, key=lambda document: rank.get(document["id"], len(rank)))


def make_field(fact, country, basics, sources):
    special = basics.get("perCountry", {}).get(country, {})
    pattern = special.get("pattern", basics.get("pattern", fact["format"]["regex"] or ""))
    return {"id": fact["id"], "label": basics["label"], "required": fact["required"], "appliesTo": basics.get("appliesTo", ""),
            "pattern": pattern, "explanation": special.get("explanation", fact["format"]["explanation"]) + ".",
            "checksum": special.get("checksum", basics.get("checksum", "")), "note": fact.get("note") or "",
            "whereToFind": basics.get("whereToFind", ""), "requestPointer": basics.get("pointer", ""), "text": basics.get("text", False), "per": basics.get("per", ""),
            "sources": sources_of(fact.get("note"), sources)}


def languages(text):
    return [part.strip() for part in text.split(",")] if text else None


def windows_of(text, country_zone, table):
    """The porting windows of a text; a window without a zone has the country's."""
    found = table[text] if text else None
    return found and [{**window, "zone": window["zone"] or country_zone} for window in found]


def limits_of(fact, rules, sources):
    """Name lengths of the order systems that keep only the beginning; adds their page to the sources."""
    limits, key = rules["limits"], f"{fact['country']}/*"
    if key not in limits["records"]:
        return {name: valued(None, "", sources) for name in ("companyNameLetters", "personNameLetters", "plainAccountNumber")}
    if limits["source"] not in sources:
        sources.append(limits["source"])
    place = [sources.index(limits["source"])]
    return {name: {"value": limits[name], "sources": place} for name in ("companyNameLetters", "personNameLetters", "plainAccountNumber")}


def make_record(fact, tables, country_zone):
    fields, rules = tables["fields"], tables["rules"]
    extra = rules["records"].get(f"{fact['country']}/{fact['type']}", {})
    sources = list(fact["sources"])
    if ARTICLE not in sources:
        sources.append(ARTICLE)
    own = list(sources) if ARTICLE in fact["sources"] else sources[:-1]
    lead = fact["lead_time_business_days"] or {"min": None, "max": None}
    age_text = "Twilio" if fact["bill_max_age_days"] == 30 and fact["twilio_guideline"] else ""
    unknown_is_null = lambda value: None if value == "unknown" else value
    limits = limits_of(fact, rules, sources)
    return {
        "type": TYPES[fact["type"]],
        "confidence": fact["confidence"],
        "sources": sources,
        "portability": valued("yes" if fact["portable"] else None, "", own),
        "documents": make_documents(fact, own, sources.index(ARTICLE), tables["documents"]),
        "fields": [make_field(field, fact["country"], fields[field["id"]], own) for field in fact["fields"]],
        "billMaxAgeDays": valued(fact["bill_max_age_days"], age_text, own),
        "loaMaxAgeDays": valued(fact["loa_max_age_days"], "", own),
        "signature": valued(unknown_is_null(fact["loa_signature"]), "", own),
        "loaLanguages": valued(languages(fact["loa_language"]), "", own),
        "loaFields": valued(fact["loa_fields"], "", own),
        "companyStamp": valued(extra.get("companyStamp"), "", own),
        "lettersStaying": valued(extra.get("lettersStaying"), "", own),
        "leadTimeMinimum": valued(lead["min"], fact["lead_time_note"], own),
        "leadTimeMaximum": valued(lead["max"], fact["lead_time_note"], own),
        "leadTimeNote": valued(fact["lead_time_note"], fact["lead_time_note"], own),
        "maximumNumbers": valued(fact["max_numbers_per_request"], fact["max_numbers_note"], own),
        "maximumNumbersNote": valued(fact["max_numbers_note"], fact["max_numbers_note"], own),
        **limits,
        "partialPort": valued(unknown_is_null(fact["partial_port"]), "", own),
        "wholeBlocks": valued(extra.get("wholeBlocks"), "", own),
        "partialPortRules": [valued(sentence(text), text, own) for text in extra.get("rules", [])],
        "portingWindow": valued(fact["porting_window"], fact["porting_window"], own),
        "windows": valued(windows_of(fact["porting_window"], country_zone, tables["windows"]), fact["porting_window"], own),
        "changeLock": valued(extra.get("changeLock"), (extra.get("changeLock") or {}).get("note"), own),
        "regulator": valued(fact["regulator"], "", own),
        "restrictions": [valued(sentence(text), text, own) for text in fact["restrictions"]],
        "commonRejections": [valued(sentence(text), text, own) for text in fact["common_rejections"] or []],
    }


def text_of(country):
    """Indented JSON with every list of source numbers on one line, so that a diff shows what changed."""
    text = json.dumps(country, ensure_ascii=False, indent=1)
    return re.sub(r"\[\s+(\d+(?:,\s+\d+)*)\s+\]", lambda match: "[" + re.sub(r"\s+", "", match[1]) + "]", text) + "\n"


def apply_patch(patch, country, fact_type, record):
    """True when the patch meant this record and found what it changes."""
    wanted_country, wanted_type = patch["record"].split("/")
    if wanted_country != country or wanted_type not in ("*", fact_type):
        return False
    room, name = ("fields", patch["field"]) if "field" in patch else ("documents", patch["document"])
    entries = [entry for entry in record[room] if entry["id"] == name]
    for entry in entries:
        unknown = set(patch["set"]) - set(entry)
        if unknown:
            sys.exit(f"patch {patch['record']} {name}: unknown key {sorted(unknown)}")
        entry.update(patch["set"])
        if "explanation" in patch["set"]:
            entry["explanation"] = patch["set"]["explanation"].rstrip(".") + "."
    return bool(entries)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    facts = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    out = pathlib.Path(sys.argv[2])
    basics, patches = read("country-basics.json"), read("country-patches.json")["patches"]
    tables = {name: read(f"country-{name}.json") for name in ("fields", "documents", "windows", "rules")}
    used, countries = set(), {}
    for fact in facts:
        name, zone, currency = basics[fact["country"]]
        country = countries.setdefault(fact["country"], {"format": "portdesk-country/1", "code": fact["country"], "name": name,
                                                         "zone": zone, "currency": currency, "records": []})
        record = make_record(fact, tables, zone)
        used |= {i for i, patch in enumerate(patches) if apply_patch(patch, fact["country"], fact["type"], record)}
        country["records"].append(record)
    idle = [patches[i]["record"] for i in range(len(patches)) if i not in used]
    if idle:
        sys.exit(f"patches that changed nothing: {idle}")
    for code, country in sorted(countries.items()):
        (out / f"{code}.json").write_text(text_of(country), encoding="utf-8")
    print(f"{len(countries)} countries, {len(facts)} records")


if __name__ == "__main__":
    main()
