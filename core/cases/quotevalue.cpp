// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/actionvalues.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaximumQuantity = 100'000;
constexpr int kMaximumLines = 200;
constexpr qint64 kMaximumUnit = 1'000'000'000'000; // minor units: keeps every total far from overflow

Error invalid(const QString &message)
{
    return {Error::Code::Invalid, message};
}

Result<Money> amountOf(const QString &place, const QString &amount, const QString &currency)
{
    if (amount.isEmpty())
        return invalid(u"%1: the amount is missing. Write it as 12.50."_s.arg(place));
    auto money = parseMoney(amount, currency);
    if (!money)
        return invalid(u"%1: %2"_s.arg(place, money.error().message));
    if (money->minor < 0 || money->minor > kMaximumUnit)
        return invalid(u"%1: %2 is not an amount that can be charged."_s.arg(place, amount));
    return money;
}

Result<QuoteLine> lineOf(const QString &place, const QJsonObject &json, const QString &currency, int numbers)
{
    for (const QString &key : json.keys()) {
        if (!QStringList{u"label"_s, u"quantity"_s, u"unitAmount"_s, u"perNumber"_s}.contains(key))
            return invalid(u"%1/%2: is not a known key."_s.arg(place, key));
    }
    QuoteLine line;
    line.label = json.value(u"label"_s).toString().trimmed();
    if (line.label.isEmpty())
        return invalid(u"%1/label: say what the line is for."_s.arg(place));
    const QJsonValue quantity = json.value(u"quantity"_s);
    line.quantity = quantity.isString() ? quantity.toString().toInt() : quantity.isUndefined() ? 1 : quantity.toInt(0);
    if (line.quantity < 1 || line.quantity > kMaximumQuantity)
        return invalid(u"%1/quantity: must be a whole number from 1 to %2."_s.arg(place).arg(kMaximumQuantity));
    auto unit = amountOf(place + u"/unitAmount"_s, json.value(u"unitAmount"_s).toVariant().toString().trimmed(), currency);
    if (!unit)
        return unit.error();
    line.unit = *unit;
    line.perNumber = json.value(u"perNumber"_s).toBool(line.quantity == numbers);
    return line;
}

Result<QList<QuoteLine>> linesOf(const QVariant &value, const QString &currency, int numbers)
{
    QJsonArray rows = QJsonArray::fromVariantList(value.toList());
    if (value.typeId() == QMetaType::QString) {
        const QJsonDocument read = QJsonDocument::fromJson(value.toString().toUtf8());
        if (!read.isArray())
            return invalid(u"lines: must be a JSON list such as [{\"label\": \"Porting fee\", \"quantity\": 3, \"unitAmount\": \"12.50\"}]."_s);
        rows = read.array();
    }
    if (rows.isEmpty() || rows.size() > kMaximumLines)
        return invalid(u"lines: give 1 to %1 lines."_s.arg(kMaximumLines));
    QList<QuoteLine> lines;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        auto line = lineOf(u"lines/%1"_s.arg(i), rows.at(i).toObject(), currency, numbers);
        if (!line)
            return line.error();
        lines.append(*line);
    }
    return lines;
}

} // namespace

Result<Quote> quoteValue(const QVariantMap &values, int numbers)
{
    Quote quote;
    quote.currency = textValue(values, u"currency"_s).toUpper();
    if (currencyDecimals(quote.currency) < 0)
        return invalid(u"currency: “%1” is not a currency. Use its three letters, such as EUR."_s.arg(quote.currency));
    const bool hasAmount = values.contains(u"amount"_s);
    if (hasAmount == values.contains(u"lines"_s))
        return invalid(u"quote: give either “amount” for one line, or “lines”."_s);
    if (!hasAmount) {
        auto lines = linesOf(values.value(u"lines"_s), quote.currency, numbers);
        if (!lines)
            return lines.error();
        quote.lines = *lines;
        return quote;
    }
    auto amount = amountOf(u"amount"_s, textValue(values, u"amount"_s), quote.currency);
    if (!amount)
        return amount.error();
    // One amount for all numbers together: charged in proportion to those that port.
    quote.lines = {{u"Porting fee"_s, 1, *amount, true}};
    return quote;
}

} // namespace PortDesk
