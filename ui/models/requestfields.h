// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/portcase.h"
#include "core/countries/countrypack.h"

namespace PortDesk {

/// A member of a case's request that a person may correct, in words.
struct RequestField {
    QString pointer; ///< JSON pointer, "/losingCarrier/pin"
    QString label;   ///< "PIN", "Postcode (Berlin)"
    QString value;
    QStringList choices;    ///< keys to choose from; empty = free text
    QStringList choiceTexts;
    bool multiline = false; ///< one entry per line
    friend bool operator==(const RequestField &, const RequestField &) = default;
};

/// The members the patterns cover ("/addresses/*" = every member of every address), in the order of the request, each once.
QList<RequestField> requestFields(const Case &portCase, const QStringList &patterns, const CountryPack &countries);

/// Patterns of everything that may be corrected.
QStringList allFieldPatterns();

/// The label of one pointer, "" when it is not for people.
QString requestFieldLabel(const Case &portCase, const QString &pointer, const CountryPack &countries);

/// The present value as text for people; lists one entry per line.
QString requestFieldValue(const QJsonObject &request, const QString &pointer);

} // namespace PortDesk
