// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/cellformat.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <cmath>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr qsizetype kMostDigits = 40; // of any number that people use; a format may ask for a million
constexpr double kExact = 1e15; // a double keeps every whole number of 15 digits

bool isBuiltInDate(int id) // ECMA-376 part 1, 18.8.30
{
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

} // namespace

NumberFormat numberFormat(const QString &code)
{
    static const QRegularExpression quoted(u"\"([^\"]*)\"|\\\\(.)|_.|\\*.|\\[[^\\]]*\\]"_s);
    const QString first = code.section(u';', 0, 0); // that of positive numbers
    QString plain = first;
    plain.remove(quoted);
    NumberFormat format;
    format.date = plain.contains(QRegularExpression(u"[ymdhsYMDHS]"_s)) && !plain.startsWith(u"General"_s);
    if (format.date || plain.contains(u'.') || plain.contains(u'E') || plain.contains(u'%'))
        return format;
    static const QRegularExpression leadingPlus(u"^(\\[[^\\]]*\\])*[\"\\\\]?\\+"_s);
    format.plus = first.contains(leadingPlus);
    static const QRegularExpression places(u"[0#?]"_s);
    const qsizetype zero = plain.indexOf(u'0');
    if (zero >= 0)
        format.digits = int(qMin(plain.mid(zero).count(places), kMostDigits));
    return format;
}

void XlsxStyles::read(QXmlStreamReader &xml)
{
    QHash<int, NumberFormat> own;
    bool inCells = false;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == u"cellXfs")
            inCells = false;
        if (!xml.isStartElement())
            continue;
        const auto attributes = xml.attributes();
        if (xml.name() == u"numFmt")
            own.insert(attributes.value(u"numFmtId"_s).toInt(), numberFormat(attributes.value(u"formatCode"_s).toString()));
        else if (xml.name() == u"cellXfs")
            inCells = true;
        else if (inCells && xml.name() == u"xf") {
            const int id = attributes.value(u"numFmtId"_s).toInt();
            m_formats.append(own.value(id, NumberFormat{isBuiltInDate(id), false, 0}));
        }
    }
}

QString shownNumber(const QString &stored, const NumberFormat &format)
{
    bool ok = false;
    const double value = stored.toDouble(&ok);
    if (!ok || value != std::floor(value) || std::abs(value) >= kExact)
        return stored;
    const QString digits = QString::number(qint64(std::abs(value))).rightJustified(format.digits, u'0');
    return (value < 0 ? u"-"_s : format.plus ? u"+"_s : QString()) + digits;
}

QString shownDate(const QString &stored, bool from1904)
{
    constexpr double lastDay = 2'958'465; // 9999-12-31
    const double serial = stored.toDouble();
    if (!(serial >= 0 && serial <= lastDay))
        return stored;
    // The 1900 calendar counts a 29 February that never was; days before it are off by one and of no use here.
    const QDate start = from1904 ? QDate(1904, 1, 1) : QDate(1899, 12, 30);
    return start.addDays(qint64(serial)).toString(Qt::ISODate);
}

} // namespace PortDesk
