// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/request.h"
#include "core/documents/table.h"
#include "core/numbers/numberparser.h"
#include "tests/fuzz/targets.h"

#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace PortDesk::Fuzz {

namespace {

QString numbersFlaw(const QString &text)
{
    // What is too long for its country keeps the digits that were read (the library reads 3 and 17), with a reason.
    static const QRegularExpression likely(u"^\\+[1-9][0-9]{3,16}$"_s), read(u"^\\+[1-9][0-9]{3,19}$"_s);
    const ParsedNumbers parsed = parseNumbers(text, u"DE"_s);
    for (const PhoneNumber &number : parsed.numbers) {
        const QRegularExpression &form = number.possible ? likely : read;
        if ((number.possible || !number.e164.isEmpty()) && !form.match(number.e164).hasMatch())
            return u"no number: "_s + number.e164;
    }
    return {};
}

QString requestFlaw(const QByteArray &json)
{
    const auto request = requestFromJson(json);
    if (!request)
        return request.error().message.isEmpty() ? u"an error without words"_s : QString();
    const auto again = requestFromJson(requestToJson(*request));
    return again && *again == *request ? QString() : u"the request reads differently again"_s;
}

QString rowsFlaw(const QByteArray &bytes)
{
    qsizetype at = 0, skipped = 0;
    while (at < bytes.size()) {
        const qsizetype before = at;
        const auto row = unpackRow(bytes, at);
        const int cells = skipRow(bytes, skipped);
        if (row.has_value() != (cells >= 0) || (row && (row->cells.size() != cells || at != skipped)))
            return u"a row is skipped differently from read"_s;
        if (!row || at <= before)
            return {};
    }
    return {};
}

} // namespace

QString textFlaw(const QByteArray &bytes)
{
    for (const QString &flaw : {requestFlaw(bytes), rowsFlaw(bytes), numbersFlaw(QString::fromUtf8(bytes.first(qMin<qsizetype>(bytes.size(), 2000))))}) {
        if (!flaw.isEmpty())
            return flaw;
    }
    return {};
}

} // namespace PortDesk::Fuzz
