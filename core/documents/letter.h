// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cases/preflight.h"

namespace PortDesk {

/// A letter for the worker to compose into a PDF: HTML of the subset QTextDocument knows, plus what goes on every page.
struct LetterContent {
    QString title;    ///< document property
    QString html;     ///< body; "<img src=\"qr:\">" is the place of the QR code
    QString qrText;   ///< content of the QR code, "" = none; with "{page}" and "{pages}" in it every page has a code of its own
    QString footer;   ///< on every page, with "%1" = page and "%2" = pages
    QString language; ///< "de"
    bool rightToLeft = false;
    QString pageSize = QStringLiteral("A4"); ///< "A4" or "Letter" (US, CA)
    QString note = {}; ///< for the person who prints it, not in the letter: what is not documented about the carrier's own form
};

/// The letter of authorisation of a country record: one frame (resources/loa/frame.html) with the words of its language and an English gloss, every row of
/// the country's documented form, numbers that move and that stay as tables, place, date and signature lines, company stamp box where usual.
/// `reference` is printed and coded in the QR ("" before submission: then the request's own reference). Error::NotFound without a record.
Result<LetterContent> loaLetter(const Request &request, const CasePlan &plan, const CountryPack &countries, const QString &reference, QDate today);

/// Language the LOA is written in for this record: first of its languages we have words for; the country's own where none is documented, else "en".
QString loaLanguage(const CountryRecord &record);
/// What the person who prints the letter should know: language or form not documented, a national form asked for as well. "" when nothing.
QString loaNote(const CountryRecord &record);

} // namespace PortDesk
