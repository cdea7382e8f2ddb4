#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PortDesk team
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the spreadsheets of tests/data/tables (packages python3-openpyxl, python3-odf). Run it again only to change them."""
import datetime
import pathlib
import sys
import zipfile

import openpyxl
from openpyxl.styles import numbers as formats
from odf.namespaces import TABLENS
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

TARGET = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent / "tables")
STAMP = (2026, 11, 23, 9, 0, 0)

SITES = [
    ("+49 30 23125017", "Hauptstraße 5", "Berlin", "10827", "0042", "4711-99"),
    ("030 23125018", "Hauptstraße 5", "Berlin", "10827", "", "4711-99"),
    ("0221 4710012", "Königsallee 17", "Köln", "01067", "0007", "4711-99"),
    ("+49 30 23125010-12", "Hauptstraße 5", "Berlin", "10827", "", "4711-99"),
    ("030 23125018", "Hauptstraße 5", "Berlin", "10827", "", "4711-99"),
    ("no longer used", "", "", "", "", ""),
]
HEADER = ("Rufnummer", "Straße", "Ort", "PLZ", "PIN", "Kundennummer")


def numbers_xlsx():
    book = openpyxl.Workbook()
    book.active.title = "Notes"
    book.active.append(["This list was made for the move of 2026."])
    sheet = book.create_sheet("Numbers")
    sheet.append(HEADER)
    for row in SITES:
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            cell.number_format = formats.FORMAT_TEXT
    return book


def cells_xlsx():
    """One kind of cell a row: column A says which, column B is the number."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Cells"
    sheet.append(["Kind", "PhoneNumber", "City"])
    for kind, value in (("text", "030 23125017"), ("whole", 493023125018), ("national", 3023125019), ("padded", 3023125020), ("plus", 493023125021),
                        ("scientific text", "4.93012E+11"), ("too long", 1234567890123456789), ("fraction", 30231250.5),
                        ("date", datetime.date(2026, 11, 23)), ("truth", True), ("error", "#N/A"), ("formula without result", "=B2"),
                        ("control", "030 2312_x0007_5022"), ("merged", "030 23125023"), ("below merged", None), ("last", "030 23125024")):
        sheet.append([kind, value, "Berlin"])
    sheet["B5"].number_format = "00000000000"
    sheet["B6"].number_format = '"+"0'
    sheet["B7"].number_format = formats.FORMAT_TEXT
    sheet.merge_cells("B15:B16")
    return book


def patched(book, path, change):
    """Saves a book and rewrites parts of it that the library cannot make."""
    whole = path.with_suffix(".whole")
    book.save(whole)
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            text = source.read(name)
            info = zipfile.ZipInfo(name, STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, change(name, text))
    whole.unlink()


def more_cells(name, data):
    """Formulas with their results as Excel leaves them, and a text in the cell itself."""
    if name == "docProps/core.xml":
        return b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
    if not name.endswith("sheet1.xml"):
        return data
    extra = ('<row r="20"><c r="A20" t="inlineStr"><is><t>inline</t></is></c><c r="B20" t="inlineStr"><is><r><t>030 </t></r><r><t>23125025</t></r>'
             '<rPh sb="0" eb="1"><t>zero</t></rPh></is></c></row>'
             '<row r="21"><c r="A21" t="inlineStr"><is><t>formula text</t></is></c><c r="B21" t="str"><f>CONCATENATE("030 ","23125026")</f><v>030 23125026</v></c></row>'
             '<row r="22"><c r="A22" t="inlineStr"><is><t>formula number</t></is></c><c r="B22"><f>B3+9</f><v>493023125027</v></c></row>'
             '<row r="23"><c r="A23" t="inlineStr"><is><t>formula error</t></is></c><c r="B23" t="e"><f>NA()</f><v>#N/A</v></c></row>'
             '<row r="24"><c r="A24" t="inlineStr"><is><t>shared formula</t></is></c><c r="B24"><f t="shared" si="0"/><v>4.93023125028E11</v></c></row>')
    return data.replace(b"</sheetData>", extra.encode() + b"</sheetData>")


def ods_cell(row, text=None, formula=None, repeated=None, covered=False, **attributes):
    cell = (CoveredTableCell if covered else TableCell)(**attributes)
    if formula:
        cell.setAttrNS(TABLENS, "formula", formula)
    if repeated:
        cell.setAttrNS(TABLENS, "number-columns-repeated", str(repeated))
    for line in [] if text is None else text.split("\n"):
        cell.addElement(P(text=line))
    row.addElement(cell)


def cells_ods():
    document = OpenDocumentSpreadsheet()
    notes = Table(name="Notes")
    document.spreadsheet.addElement(notes)
    table = Table(name="Lines")
    document.spreadsheet.addElement(table)

    def row(*cells, repeated=None):
        made = TableRow(**({"numberrowsrepeated": repeated} if repeated else {}))
        for cell in cells:
            ods_cell(made, **cell)
        table.addElement(made)

    def string(text):
        return {"text": text, "valuetype": "string"}

    def number(value, text):
        return {"text": text, "valuetype": "float", "value": value}

    row(string("Kind"), string("Numéro de téléphone"), string("Ville"))
    row(string("text"), string("01 40 20 50 50"), string("Paris"))
    row(string("whole"), number("33140205051", "33140205051"), string("Paris"))
    row(string("padded"), number("140205052", "0140205052"), string("Paris"))
    row(string("shown scientific"), number("33140205053", "3.31E+010"), string("Paris"))
    row({"text": "merged", "valuetype": "string", "numbercolumnsspanned": "1", "numberrowsspanned": "2"}, string("01 40 20 50 54"), string("Paris"))
    row({"covered": True}, string("01 40 20 50 55"), string("Paris"))
    row(string("formula text"), {"text": "01 40 20 50 56", "formula": "of:=[.B2]", "valuetype": "string"}, string("Paris"))
    row(string("formula without result"), {"formula": "of:=[.B2]"}, string("Paris"))
    row(string("date"), {"text": "23/11/2026", "valuetype": "date", "datevalue": "2026-11-23"}, string("Paris"))
    row(string("truth"), {"text": "TRUE", "valuetype": "boolean", "booleanvalue": "true"}, string("Paris"))
    row({"repeated": 3}, repeated="2")
    row(string("twice"), string("01 40 20 50 57"), string("Paris"), repeated="2")
    row(string("two lines"), string("01 40 20 50 58\n01 40 20 50 59"), string("Paris"))
    row({"repeated": 16384}, repeated="1048560")
    return document


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    patched(numbers_xlsx(), TARGET / "numbers.xlsx", lambda name, data: more_cells(name, data) if name == "docProps/core.xml" else data)
    patched(cells_xlsx(), TARGET / "cells.xlsx", more_cells)
    cells_ods().save(TARGET / "cells.ods")


main()
