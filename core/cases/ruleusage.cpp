// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/ruleusage.h"

#include "core/cases/rejection.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {
namespace {

constexpr int kYears = 1;

/// The request's members a rule is about.
QStringList pointersOf(const CountryRecord &record, const QString &path)
{
    const QString list = path.section(u'/', 0, 0);
    const QString id = path.section(u'/', 1, 1);
    if (const FieldRule *field = list == "fields"_L1 ? record.field(id) : nullptr)
        return {field->requestPointer.isEmpty() ? u"/fields/"_s + id : field->requestPointer};
    if (list == "documents"_L1 || list.startsWith("bill"_L1) || list.startsWith("loa"_L1) || list == "signature"_L1)
        return {u"/documents"_s};
    if (list.startsWith("leadTime"_L1) || list == "portingWindow"_L1)
        return {u"/requestedDate"_s};
    if (list == "partialPort"_L1)
        return {u"/port"_s};
    return {};
}

/// A catalogue pointer ("/addresses/*/postalCode") is about a member when one lies inside the other.
bool touches(const QString &catalogued, const QString &pointer)
{
    const QString plain = catalogued.section(u"/*"_s, 0, 0);
    return plain == pointer || plain.startsWith(pointer + u'/') || pointer.startsWith(plain + u'/');
}

} // namespace

QStringList rejectionCodesOf(const CountryRecord &record, const QString &path)
{
    const QStringList pointers = pointersOf(record, path);
    QStringList codes;
    for (const RejectionReason &reason : rejectionCatalogue()) {
        const bool tied = std::any_of(reason.fields.cbegin(), reason.fields.cend(), [&pointers](const QString &field) {
            return std::any_of(pointers.cbegin(), pointers.cend(), [&field](const QString &pointer) { return touches(field, pointer); });
        });
        if (tied)
            codes.append(reason.code);
    }
    return codes;
}

UsageQuery usageQuery(const CountryRecord &record, const QString &path, const QDateTime &now)
{
    UsageQuery query{record.country, record.type, {}, rejectionCodesOf(record, path), now.addYears(-kYears)};
    const QString id = path.section(u'/', 1, 1);
    if (const FieldRule *field = path.startsWith("fields/"_L1) ? record.field(id) : nullptr)
        query.ownerKind = field->appliesTo;
    if (const DocumentRule *document = path.startsWith("documents/"_L1) ? record.document(id) : nullptr)
        query.ownerKind = document->appliesTo;
    return query;
}

} // namespace PortDesk
