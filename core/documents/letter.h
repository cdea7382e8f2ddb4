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
    QString qrText;   ///< content of the QR code, "" = none
    QString footer;   ///< on every page, with "%1" = page and "%2" = pages
    QString language; ///< "de"
    bool rightToLeft = false;
    QString pageSize = QStringLiteral("A4"); ///< "A4" or "Letter" (US, CA)
};

/// The letter of authorisation of a country record: template of its language family (resources/loa/<lang>.html), the
/// country's documented fields, numbers as a table, place, date and signature lines, company stamp box where usual.
/// `reference` is printed and coded in the QR ("" before submission: then the request's own reference). Error::NotFound without a record.
Result<LetterContent> loaLetter(const Request &request, const CasePlan &plan, const CountryPack &countries, const QString &reference, QDate today);

/// Language the LOA is written in for this record: first of its languages we have a template for, else "en".
QString loaLanguage(const CountryRecord &record);

} // namespace PortDesk
