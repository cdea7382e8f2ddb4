#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PortDesk team
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows where portdesk-cli judges the requests of tests/data/requests otherwise than expected.json says; changes nothing.

usage: compare_requests.py PORTDESK_CLI
"""
import collections
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).resolve().parents[1] / "requests"


def answer_of(cli, request, store):
    run = subprocess.run([cli, "check", request, "--json", "--today", "2026-11-23", "--db", store], capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        return {"errors": [f"status {run.returncode}: {run.stderr.strip()}"], "warnings": [], "cases": []}
    answer = json.loads(run.stdout)
    places = {part: sorted(f"{p['code']} {p['field']}" for p in answer[part]) for part in ("errors", "warnings")}
    return {**places, "cases": [f"{c['country']} {c['type']} {len(c['numbers'])}" for c in answer["cases"]]}


def difference(expected, found):
    lines = []
    for part in ("errors", "warnings"):
        wanted, have = collections.Counter(expected[part]), collections.Counter(found[part])
        lines += [f"  {part}: not found   {x}" for x in (wanted - have).elements()] + [f"  {part}: not expected {x}" for x in (have - wanted).elements()]
    if expected["cases"] != found["cases"]:
        lines.append(f"  cases: {found['cases']} instead of {expected['cases']}")
    return lines


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    expected = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as temporary:
        copy = pathlib.Path(temporary) / "requests"
        shutil.copytree(FOLDER, copy)
        with (copy / "large.pdf").open("wb") as large:
            large.truncate(26 * 1024 * 1024)
        differing = 0
        for name, wanted in sorted(expected.items()):
            lines = difference(wanted, answer_of(sys.argv[1], str(copy / f"{name}.json"), str(copy / "none.db")))
            differing += bool(lines)
            print("\n".join([name, *lines]) + "\n" if lines else "", end="")
        print(f"{len(expected)} requests, {differing} judged otherwise")
    sys.exit(1 if differing else 0)


if __name__ == "__main__":
    main()
