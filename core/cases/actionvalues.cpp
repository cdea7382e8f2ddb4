// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/actionvalues.h"

#include "core/cases/rejection.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

Error invalid(const QString &message)
{
    return {Error::Code::Invalid, message};
}

Result<Reason> reasonOf(const QString &code, const QString &text)
{
    const RejectionReason *known = rejectionReason(code.toUpper());
    if (!known)
        return invalid(u"reasons: “%1” is not a reason of the catalogue. Use a code such as PIN, ADDRESS_MISMATCH or OTHER."_s.arg(code));
    if (known->textRequired && text.trimmed().isEmpty())
        return invalid(u"text: the reason %1 needs the carrier's own words."_s.arg(known->code));
    return Reason{known->code, known->textRequired ? text : QString(), false};
}

QDateTime withZoneName(const QString &text)
{
    static const QRegularExpression form(uR"(^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)\s+([A-Za-z][A-Za-z0-9_+/-]*)$)"_s);
    const auto match = form.match(text);
    const QTimeZone zone(match.captured(3).toLatin1());
    if (!match.hasMatch() || !zone.isValid())
        return {};
    return QDateTime(QDate::fromString(match.captured(1), Qt::ISODate), QTime::fromString(match.captured(2), Qt::ISODate), zone);
}

/// The written zone's name: given, or the country's when the offset is the same at that moment.
QString zoneName(const QDateTime &written, const QString &countryZone)
{
    if (written.timeSpec() == Qt::TimeZone)
        return QString::fromLatin1(written.timeZone().id());
    const QTimeZone country(countryZone.toLatin1());
    if (country.isValid() && country.offsetFromUtc(written) == written.offsetFromUtc())
        return countryZone;
    return written.offsetFromUtc() == 0 ? u"UTC"_s : QString::fromLatin1(QTimeZone(written.offsetFromUtc()).id());
}

} // namespace

QString textValue(const QVariantMap &values, const QString &key)
{
    return values.value(key).toString().trimmed();
}

QStringList listValue(const QVariantMap &values, const QString &key)
{
    const QVariant value = values.value(key);
    QStringList entries = value.typeId() == QMetaType::QString ? value.toString().split(u',') : value.toStringList();
    for (QString &entry : entries)
        entry = entry.trimmed();
    entries.removeAll(QString());
    return entries;
}

Result<QList<Reason>> reasonsValue(const QVariantMap &values, bool textAlone)
{
    QStringList codes = listValue(values, u"reasons"_s);
    const QString text = textValue(values, u"text"_s);
    if (codes.isEmpty() && textAlone && !text.isEmpty())
        codes = QStringList{u"OTHER"_s};
    if (codes.isEmpty())
        return invalid(u"reasons: give at least one reason of the catalogue, such as PIN or ADDRESS_MISMATCH."_s);
    codes.removeDuplicates();
    QList<Reason> reasons;
    for (const QString &code : std::as_const(codes)) {
        auto reason = reasonOf(code, text);
        if (!reason)
            return reason.error();
        reasons.append(*reason);
    }
    return reasons;
}

Result<PortDate> portDateValue(const QVariant &value, const QString &countryZone)
{
    const QString text = value.toString().trimmed();
    const bool typed = value.typeId() == QMetaType::QDateTime;
    QDateTime written = typed ? value.toDateTime() : withZoneName(text);
    if (!typed && !written.isValid())
        written = QDateTime::fromString(text, Qt::ISODate);
    const bool hasTime = typed || text.contains(u':');
    if (!written.isValid() || written.timeSpec() == Qt::LocalTime || !hasTime)
        return invalid(u"portDate: “%1” is no date with time and zone. Write it as 2026-12-15T10:00:00+01:00 or 2026-12-15 10:00 Europe/Berlin."_s.arg(text));
    return PortDate{written.toUTC(), zoneName(written, countryZone)};
}

} // namespace PortDesk
