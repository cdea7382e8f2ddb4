// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"

#include <QRegularExpression>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int kCodeLength = 3;

// ISO 4217 list one, codes in use for payments as of 2026 (no metals, no testing codes, no withdrawn codes), by number of decimals.
constexpr QLatin1StringView kNoDecimals("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF");
constexpr QLatin1StringView kTwoDecimals(
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE "
    "CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK "
    "LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON "
    "RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST "
    "XAD XCD XCG YER ZAR ZMW ZWG");
constexpr QLatin1StringView kThreeDecimals("BHD IQD JOD KWD LYD OMR TND");
constexpr QLatin1StringView kFourDecimals("CLF UYW");

Error invalid(const QString &message)
{
    return {Error::Code::Invalid, message};
}

qint64 powerOfTen(int exponent)
{
    qint64 power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

} // namespace

int currencyDecimals(const QString &currency)
{
    if (currency.size() != kCodeLength || currency.contains(u' '))
        return -1;
    const std::pair<QLatin1StringView, int> lists[] = {{kTwoDecimals, 2}, {kNoDecimals, 0}, {kThreeDecimals, 3}, {kFourDecimals, 4}};
    for (const auto &[codes, decimals] : lists) {
        if (codes.contains(currency))
            return decimals;
    }
    return -1;
}

Result<Money> parseMoney(const QString &amount, const QString &currency)
{
    const int decimals = currencyDecimals(currency);
    if (decimals < 0)
        return invalid(u"\"%1\" is not a currency of ISO 4217. Write a code of three capital letters such as EUR."_s.arg(currency));
    static const QRegularExpression form(u"^(-?)([0-9]+)(?:\\.([0-9]+))?$"_s);
    const auto match = form.match(amount.trimmed());
    if (!match.hasMatch())
        return invalid(u"\"%1\" is not an amount. Write digits with a point before the decimals, for example 12.50."_s.arg(amount));
    QString fraction = match.captured(3);
    if (fraction.size() > decimals)
        return invalid(u"\"%1\" has too many decimals: %2 has %3."_s.arg(amount, currency).arg(decimals));
    fraction = fraction.leftJustified(decimals, u'0');
    bool fits = false;
    const qint64 minor = (match.captured(1) + match.captured(2) + fraction).toLongLong(&fits);
    if (!fits)
        return invalid(u"\"%1\" is too large an amount. Check the number of digits."_s.arg(amount));
    return Money{minor, currency};
}

QString formatAmount(const Money &money)
{
    const int decimals = currencyDecimals(money.currency);
    if (decimals <= 0)
        return QString::number(money.minor);
    const qint64 unit = powerOfTen(decimals);
    // Not qAbs(minor): the smallest qint64 has no positive counterpart.
    const QString fraction = QString::number(qAbs(money.minor % unit)).rightJustified(decimals, u'0');
    const QString sign = money.minor < 0 ? u"-"_s : QString();
    return sign + QString::number(qAbs(money.minor / unit)) + u'.' + fraction;
}

QString formatMoney(const Money &money)
{
    return formatAmount(money) + u' ' + money.currency;
}

} // namespace PortDesk
