#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PortDesk team
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says for every line "scheme<TAB>value" on standard input whether python-stdnum takes the value: 1, 0, or ? for a scheme it does not know."""
import importlib
import sys

try:
    import stdnum
except ImportError:
    sys.exit("python3-stdnum is missing; ./dev setup installs it")

MODULES = {
    "ar.cuit": "ar.cuit", "at.uid": "at.uid", "au.abn": "au.abn", "au.acn": "au.acn", "be.vat": "be.vat", "bg.eik": "bg.vat", "br.cnpj": "br.cnpj",
    "br.cpf": "br.cpf", "ca.bn": "ca.bn", "ch.uid": "ch.uid", "cl.rut": "cl.rut", "co.nit": "co.nit", "cz.ico": "cz.dic", "de.vat": "de.vat",
    "dk.cvr": "dk.cvr", "do.rnc": "do.rnc", "ee.kmkr": "ee.kmkr", "es.cif": "es.cif", "es.vat": "es.nif", "fi.ytunnus": "fi.ytunnus",
    "fr.siren": "fr.siren", "fr.siret": "fr.siret", "fr.vat": "fr.tva", "gb.vat": "gb.vat", "gr.afm": "gr.vat", "hr.oib": "hr.oib",
    "hu.adoszam": "hu.anum", "ie.vat": "ie.vat", "il.hp": "il.hp", "in.gstin": "in_.gstin", "it.codice-fiscale": "it.codicefiscale",
    "it.partita-iva": "it.iva", "jp.cn": "jp.cn", "kr.brn": "kr.brn", "lu.vat": "lu.tva", "mx.rfc": "mx.rfc", "nl.btw": "nl.btw", "no.orgnr": "no.orgnr",
    "pe.ruc": "pe.ruc", "pl.nip": "pl.nip", "pt.nif": "pt.nif", "ro.cui": "ro.cui", "se.orgnr": "se.orgnr", "sg.uen": "sg.uen", "si.ddv": "si.ddv",
    "sk.icdph": "sk.dph", "tr.vkn": "tr.vkn", "tw.ubn": "tw.ubn", "us.ein": "us.ein", "za.idnr": "za.idnr",
}


def module(name):
    return importlib.import_module("stdnum." + name)


def spanish_person(value):
    """Its NIF takes companies too; ours has a scheme of its own for them."""
    return value[:1] not in "ABCDEFGHJNPQRSUVW" and module("es.nif").is_valid(value)


def swedish_subscriber(value):
    return len(value) == 12 and value.isdigit() and (not value.startswith("16") or module("se.orgnr").is_valid(value[2:]))


def taiwanese_business(value):
    """The rule of April 2023, five instead of ten, over stdnum's own sum."""
    if len(value) != 8 or not value.isascii() or not value.isdigit():
        return False
    rest = module("tw.ubn").calc_checksum(value) % 5
    return rest == 0 or (value[6] == "7" and rest == 4)


def polish_tax_number(value):
    return module("pl.pesel" if len(value) == 11 and value.isdigit() else "pl.nip").is_valid(value)


def turkish_tax_number(value):
    return module("tr.tckimlik" if len(value) == 11 else "tr.vkn").is_valid(value)


OWN = {"es.nif": spanish_person, "se.subscriber": swedish_subscriber, "tw.ubn": taiwanese_business, "pl.tax": polish_tax_number, "tr.tax": turkish_tax_number,
       "mx.rfc": lambda value: module("mx.rfc").is_valid(value, validate_check_digits=True)}


def verdict(scheme, value):
    check = OWN.get(scheme) or (module(MODULES[scheme]).is_valid if scheme in MODULES else None)
    if check is None:
        return "?"
    try:
        return "1" if check(value) else "0"
    except Exception:  # some modules stumble over letters where they expect digits; that is a no
        return "0"


def main():
    answers = []
    for line in sys.stdin.buffer.read().decode("utf-8").splitlines():
        scheme, value = line.split("\t")
        answers.append(verdict(scheme, value))
    sys.stdout.write("\n".join(answers) + "\n")


if __name__ == "__main__":
    main()
