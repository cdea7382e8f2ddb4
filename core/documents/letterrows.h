// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/preflight.h"
#include "core/documents/letterwords.h"

#include <QSet>
#include <QVariantList>

namespace PortDesk {

/// What a letter is written from.
struct LetterInput {
    const Request &request;
    const CasePlan &plan;
    const CountryRecord &record;
    const LetterWords &words;
};

/// The rows of the country's documented form, by the ids of resources/loa/fields.json ("owner", "billing", "field:siret").
/// Entries nobody mapped appear as they are; the letter shows them as rows to be filled in by hand.
QSet<QString> documentedRows(const CountryRecord &record);

/// A value for HTML; text that runs against the letter is isolated, so that it does not turn what stands beside it.
QString letterValue(const QString &value, const LetterWords &words);
/// The same, or a line to be filled in by hand.
QString letterValueOrBlank(const QString &value, const LetterWords &words);

// Rows {label, value}: those with a value, and those the country's form documents, blank.
QVariantList holderRows(const LetterInput &in);
QVariantList carrierRows(const LetterInput &in);
/// Fields of the record that have no row of their own in the letter.
QVariantList detailRows(const LetterInput &in);
/// What the country's form asks and the request does not hold.
QVariantList handRows(const LetterInput &in);

/// Rows {index, number, address, codes: [{code}]}; codes of single lines (RIO) stand in columns of their own, named by codeTitles().
QVariantList numberRows(const LetterInput &in);
QVariantList codeTitles(const LetterInput &in);
/// Rows {index, number, fate}: the numbers of a partial port that stay; blank ones where the country asks and none is named.
QVariantList stayingRows(const LetterInput &in);

/// The person who signs: the authorised one, else the owner.
QString signerOf(const Request &request);

} // namespace PortDesk
