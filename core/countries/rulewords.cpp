// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/countries/rulewords.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <iterator>

using namespace Qt::StringLiterals;

namespace PortDesk {
namespace {

struct Word {
    const char *key;
    const char *text;
};

constexpr Word kMembers[] = {
    {"portability", QT_TRANSLATE_NOOP("Rules", "Portable")},
    {"billMaxAgeDays", QT_TRANSLATE_NOOP("Rules", "Age of the bill")},
    {"loaMaxAgeDays", QT_TRANSLATE_NOOP("Rules", "Age of the letter")},
    {"signature", QT_TRANSLATE_NOOP("Rules", "Signature")},
    {"loaLanguages", QT_TRANSLATE_NOOP("Rules", "Language of the letter")},
    {"loaFields", QT_TRANSLATE_NOOP("Rules", "What the letter shows")},
    {"leadTimeMinimum", QT_TRANSLATE_NOOP("Rules", "Lead time, at least")},
    {"leadTimeMaximum", QT_TRANSLATE_NOOP("Rules", "Lead time, at most")},
    {"leadTimeNote", QT_TRANSLATE_NOOP("Rules", "About the lead time")},
    {"portingWindow", QT_TRANSLATE_NOOP("Rules", "Porting window")},
    {"maximumNumbers", QT_TRANSLATE_NOOP("Rules", "Numbers per order, at most")},
    {"maximumNumbersNote", QT_TRANSLATE_NOOP("Rules", "About the limit")},
    {"partialPort", QT_TRANSLATE_NOOP("Rules", "Partial port")},
    {"companyStamp", QT_TRANSLATE_NOOP("Rules", "Company stamp")},
    {"lettersStaying", QT_TRANSLATE_NOOP("Rules", "Lists numbers that stay")},
    {"windows", QT_TRANSLATE_NOOP("Rules", "Hours of the window")},
    {"changeLock", QT_TRANSLATE_NOOP("Rules", "Change lock")},
    {"companyNameLetters", QT_TRANSLATE_NOOP("Rules", "Letters of a company name")},
    {"personNameLetters", QT_TRANSLATE_NOOP("Rules", "Letters of a person's name")},
    {"plainAccountNumber", QT_TRANSLATE_NOOP("Rules", "Account number without spaces")},
    {"wholeBlocks", QT_TRANSLATE_NOOP("Rules", "Blocks move as a whole")},
    {"partialPortRules", QT_TRANSLATE_NOOP("Rules", "About partial ports")},
    {"regulator", QT_TRANSLATE_NOOP("Rules", "Regulator")},
    {"restrictions", QT_TRANSLATE_NOOP("Rules", "Restrictions")},
    {"commonRejections", QT_TRANSLATE_NOOP("Rules", "Common rejections")},
};

constexpr Word kParts[] = {
    {"required", QT_TRANSLATE_NOOP("Rules", "asked")},
    {"baseProcess", QT_TRANSLATE_NOOP("Rules", "may be declared unavailable")},
    {"appliesTo", QT_TRANSLATE_NOOP("Rules", "whom it concerns")},
    {"pattern", QT_TRANSLATE_NOOP("Rules", "format")},
    {"checksum", QT_TRANSLATE_NOOP("Rules", "check digit")},
    {"explanation", QT_TRANSLATE_NOOP("Rules", "explanation")},
    {"whereToFind", QT_TRANSLATE_NOOP("Rules", "where to find it")},
    {"note", QT_TRANSLATE_NOOP("Rules", "note")},
    {"label", QT_TRANSLATE_NOOP("Rules", "name")},
    {"acceptance", QT_TRANSLATE_NOOP("Rules", "accepted when")},
    {"per", QT_TRANSLATE_NOOP("Rules", "one for each")},
    {"text", QT_TRANSLATE_NOOP("Rules", "free text")},
    {"requestPointer", QT_TRANSLATE_NOOP("Rules", "place in the request")},
};

constexpr Word kValues[] = {
    {"signature/wet", QT_TRANSLATE_NOOP("Rules", "wet ink")},
    {"signature/electronic", QT_TRANSLATE_NOOP("Rules", "electronic")},
    {"signature/either", QT_TRANSLATE_NOOP("Rules", "wet ink or electronic")},
    {"partialPort/allowed", QT_TRANSLATE_NOOP("Rules", "allowed")},
    {"partialPort/restricted", QT_TRANSLATE_NOOP("Rules", "restricted")},
    {"portability/yes", QT_TRANSLATE_NOOP("Rules", "yes")},
};

template<size_t n> QString wordOf(const Word (&words)[n], const QString &key)
{
    for (const Word &word : words) {
        if (key == QLatin1StringView(word.key))
            return QCoreApplication::translate("Rules", word.text);
    }
    return {};
}

/// "changeLock" -> "Change lock": a member that a newer pack has and this program has no word for.
QString spelledOut(const QString &key)
{
    QString text;
    for (const QChar c : key) {
        if (c.isUpper() || c == u'_')
            text += u' ';
        if (c != u'_')
            text += c.toLower();
    }
    return text.isEmpty() ? text : text.at(0).toUpper() + text.mid(1);
}

QString partLabel(const QStringList &steps)
{
    QStringList parts;
    for (const QString &step : steps) {
        const QString word = wordOf(kParts, step);
        parts << (word.isEmpty() ? spelledOut(step).toLower() : word);
    }
    return parts.join(u", "_s);
}

QString listText(const QString &path, const QJsonArray &list)
{
    QStringList texts;
    bool sentences = false;
    for (const QJsonValue entry : list) {
        texts << ruleText(path, entry);
        sentences = sentences || texts.last().contains(u' ');
    }
    return texts.join(sentences ? u"\n"_s : u", "_s);
}

/// Whether a document or field is asked; an override may name some members only, the others are as in the base process.
QString demandText(const QString &path, const QJsonObject &rule)
{
    const bool required = rule.value(u"required"_s).toBool(true);
    if (path.startsWith("fields/"_L1))
        return required ? QCoreApplication::translate("Rules", "compulsory") : QCoreApplication::translate("Rules", "not always");
    if (rule.value(u"baseProcess"_s).toBool())
        return QCoreApplication::translate("Rules", "required, may be declared unavailable");
    return required ? QCoreApplication::translate("Rules", "required") : QCoreApplication::translate("Rules", "in some cases");
}

QString dayNames(const QJsonArray &weekdays)
{
    QStringList names;
    for (const QJsonValue day : weekdays)
        names << QLocale::c().dayName(day.toInt(), QLocale::ShortFormat);
    const bool row = names.size() > 2 && weekdays.last().toInt() - weekdays.first().toInt() == names.size() - 1;
    return row ? names.first() + QChar(0x2013) + names.last() : names.join(u", "_s);
}

/// "Mon–Fri 10:00–13:00 Europe/Paris (Colt form)".
QString windowText(const QJsonObject &window)
{
    const QString from = window.value(u"from"_s).toString();
    QStringList parts{dayNames(window.value(u"weekdays"_s).toArray()), from.isEmpty() ? from : from + QChar(0x2013) + window.value(u"to"_s).toString(),
                      window.value(u"zone"_s).toString()};
    parts.removeAll(QString());
    const QString by = window.value(u"by"_s).toString();
    return by.isEmpty() ? parts.join(u' ') : u"%1 (%2)"_s.arg(parts.join(u' '), by);
}

/// "1 business day before, until 17:00: cancel at the gaining carrier".
QString lockText(const QJsonObject &lock)
{
    const int days = lock.value(u"businessDays"_s).toInt();
    const int hours = lock.value(u"hours"_s).toInt(); // not inside the call: Qt 6.4's lupdate never ends there
    QString text = days > 0 ? QCoreApplication::translate("Rules", "%n business day(s) before", nullptr, days)
                            : QCoreApplication::translate("Rules", "%n hour(s) before", nullptr, hours);
    if (const QString until = lock.value(u"until"_s).toString(); !until.isEmpty())
        text += QCoreApplication::translate("Rules", ", until %1").arg(until);
    const QString note = lock.value(u"note"_s).toString();
    return note.isEmpty() ? text : u"%1: %2"_s.arg(text, note);
}

QString objectText(const QString &path, const QJsonObject &object)
{
    QStringList texts;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const bool empty = entry.value().isNull() || entry.value() == QJsonValue(u""_s) || entry.value() == QJsonValue(QJsonArray());
        if (!empty && entry.key() != "sources"_L1 && entry.key() != "id"_L1)
            texts << u"%1: %2"_s.arg(partLabel({entry.key()}), ruleText(path + u'/' + entry.key(), entry.value()));
    }
    return texts.join(u", "_s);
}

} // namespace

QString ruleLabel(const CountryRecord &record, const QString &path)
{
    const QStringList steps = path.split(u'/');
    const bool isDocument = steps.first() == "documents"_L1;
    if (!isDocument && steps.first() != "fields"_L1) {
        const QString word = wordOf(kMembers, steps.first());
        const QString label = word.isEmpty() ? spelledOut(steps.first()) : word;
        return steps.size() == 1 ? label : u"%1: %2"_s.arg(label, partLabel(steps.mid(1)));
    }
    const FieldRule *field = isDocument ? nullptr : record.field(steps.value(1));
    const QString label = isDocument ? documentKindText(steps.value(1)) : field ? field->label : spelledOut(steps.value(1));
    return steps.size() == 2 ? label : u"%1: %2"_s.arg(label, partLabel(steps.mid(2)));
}

QString ruleText(const QString &path, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return path.contains(u'/') ? QCoreApplication::translate("Rules", "not asked") : notDocumentedText();
    if (value.isBool())
        return value.toBool() ? QCoreApplication::translate("Rules", "yes") : QCoreApplication::translate("Rules", "no");
    if (value.isDouble())
        return QString::number(value.toDouble());
    if (value.isArray())
        return listText(path, value.toArray());
    if (value.isObject() && path.count(u'/') == 1 && (path.startsWith("documents/"_L1) || path.startsWith("fields/"_L1)))
        return demandText(path, value.toObject());
    if (path == "windows"_L1 && value.isObject())
        return windowText(value.toObject());
    if (path == "changeLock"_L1 && value.isObject())
        return lockText(value.toObject());
    if (value.isObject())
        return objectText(path, value.toObject());
    const QString word = wordOf(kValues, path + u'/' + value.toString());
    return word.isEmpty() ? value.toString() : word;
}

QString notDocumentedText()
{
    return QCoreApplication::translate("Rules", "not documented, ask the carrier");
}

} // namespace PortDesk
