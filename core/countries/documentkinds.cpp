// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/countries/countrypack.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace PortDesk {
namespace {

struct Kind {
    const char *id;
    const char *text;
};

// In the order in which a person would hand them in.
constexpr Kind kinds[] = {
    {"loa", QT_TRANSLATE_NOOP("DocumentKind", "Letter of Authorisation")},
    {"csr", QT_TRANSLATE_NOOP("DocumentKind", "Customer Service Record")},
    {"bill", QT_TRANSLATE_NOOP("DocumentKind", "Latest phone bill")},
    {"portability_form", QT_TRANSLATE_NOOP("DocumentKind", "National portability form")},
    {"id_document", QT_TRANSLATE_NOOP("DocumentKind", "Identity document")},
    {"proof_of_address", QT_TRANSLATE_NOOP("DocumentKind", "Proof of address")},
    {"business_registration", QT_TRANSLATE_NOOP("DocumentKind", "Business registration")},
    {"power_of_attorney", QT_TRANSLATE_NOOP("DocumentKind", "Power of attorney")},
    {"number_allocation_certificate", QT_TRANSLATE_NOOP("DocumentKind", "Number allocation certificate")},
    {"tax_certificate", QT_TRANSLATE_NOOP("DocumentKind", "Tax certificate")},
    {"work_permit", QT_TRANSLATE_NOOP("DocumentKind", "Work permit")},
    {"prepaid_proof", QT_TRANSLATE_NOOP("DocumentKind", "Proof of the prepaid line")},
    {"number_transfer_agreement", QT_TRANSLATE_NOOP("DocumentKind", "Number transfer agreement")},
    {"three_party_agreement", QT_TRANSLATE_NOOP("DocumentKind", "Three-party agreement")},
    {"other", QT_TRANSLATE_NOOP("DocumentKind", "Other document")},
};

} // namespace

QString documentKindText(const QString &id)
{
    const auto found = std::find_if(std::begin(kinds), std::end(kinds), [&id](const Kind &kind) { return id == QLatin1StringView(kind.id); });
    return found == std::end(kinds) ? id : QCoreApplication::translate("DocumentKind", found->text);
}

QStringList documentKinds()
{
    QStringList ids;
    for (const Kind &kind : kinds)
        ids.append(QString::fromLatin1(kind.id));
    return ids;
}

} // namespace PortDesk
